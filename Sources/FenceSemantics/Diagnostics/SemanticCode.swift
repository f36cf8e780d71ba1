import FenceDiagnostics

/// What can be wrong with the meaning of a policy, by the code of its page.
enum SemanticCode: String, CaseIterable, Sendable {
  // Files and headers
  case missingHeader = "F0301"
  case misplacedHeader = "F0302"
  case duplicateName = "F0303"
  case hiddenName = "F0304"
  case unknownPolicy = "F0305"
  case circularWithin = "F0306"
  case unknownPlace = "F0307"
  case missingCoverage = "F0308"
  case repeatedClause = "F0309"
  // Names
  case unknownName = "F0310"
  case wrongKindOfName = "F0311"
  case unknownField = "F0312"
  case recursiveDefinition = "F0313"
  case unquotedText = "F0314"
  case unknownWord = "F0315"
  case unusedName = "F0316"
  case unusablePrior = "F0317"
  case expansionTooLarge = "F0318"
  case comparedWithItself = "F0319"
  // Types
  case mismatchedTypes = "F0320"
  case notPredicate = "F0321"
  case setCompared = "F0322"
  case withoutOrder = "F0323"
  case mixedConnectives = "F0324"
  case notList = "F0325"
  case notConstant = "F0326"
  case impossibleSum = "F0327"
  case recordAsValue = "F0328"
  case undefinedBusinessDays = "F0329"
  // Verbs
  case wrongSpan = "F0330"
  case wrongDay = "F0331"
  case wrongLookBack = "F0332"
  case unknownZone = "F0333"
  case repeatsOfContact = "F0334"
  // Rules
  case overlappingVersions = "F0340"
  case versionGap = "F0341"
  case reversedPeriod = "F0342"
  case missingRequirement = "F0343"
  case missingAuthority = "F0344"
  case missingAuthorityOfOrganisation = "F0345"
  case missingTitle = "F0346"
  case wrongExemption = "F0347"
  case incompleteWaiver = "F0348"
  case unknownRule = "F0349"
  // Sources
  case missingCitation = "F0350"
  case unreviewedSource = "F0351"
  case staleSource = "F0352"
  // Tests
  case repeatedExpectation = "F0360"
  case missingExpectation = "F0361"
  case verbInRow = "F0362"
  // Organisations
  case wrongOverride = "F0370"
  case incompleteOverride = "F0371"
  case expiredWaiver = "F0372"
  // Mappings
  case unmappable = "F0380"
  case factGivenTwice = "F0381"
  case repeatedSpelling = "F0382"
  case wrongSeparator = "F0383"
  case idleDetail = "F0384"
  case mappingWithoutPhone = "F0385"

  /// What its page is called, and how grave it is.
  var entry: DiagnosticCode {
    switch self {
    case .missingHeader: error("a file without a policy header")
    case .misplacedHeader: error("a policy header that is not first, or not alone")
    case .duplicateName: error("a name declared twice")
    case .hiddenName: error("a name that hides another")
    case .unknownPolicy: error("an unknown policy")
    case .circularWithin: error("policies within each other")
    case .unknownPlace: error("an unknown place")
    case .missingCoverage: error("a policy that does not say whom it covers")
    case .repeatedClause: error("a clause written twice")
    case .unknownName: error("an unknown name")
    case .wrongKindOfName: error("a name of another kind")
    case .unknownField: error("an unknown field")
    case .recursiveDefinition: error("a definition that needs itself")
    case .unquotedText: error("text without quotes")
    case .unknownWord: error("a word that is not in the list")
    case .unusedName: warning("a name that nothing uses")
    case .unusablePrior: error("a question that `prior` cannot answer")
    case .expansionTooLarge: error("definitions that grow too large")
    case .comparedWithItself: error("a value compared with itself")
    case .mismatchedTypes: error("two values that cannot be compared")
    case .notPredicate: error("a value where true or false is needed")
    case .setCompared: error("a set compared with `is`")
    case .withoutOrder: error("values without an order")
    case .mixedConnectives: error("`and` mixed with `or`")
    case .notList: error("something that is not a list")
    case .notConstant: error("a constant that is not constant")
    case .impossibleSum: error("values that cannot be added")
    case .recordAsValue: error("a record where a value is needed")
    case .undefinedBusinessDays: error("business days that nobody defined")
    case .wrongSpan: error("an impossible span of hours")
    case .wrongDay: error("a day that `hours` cannot use")
    case .wrongLookBack: error("a period that a cap cannot look back over")
    case .unknownZone: error("an unknown time zone")
    case .repeatsOfContact: warning("a repeated number asked of one contact")
    case .overlappingVersions: error("versions of a rule that overlap")
    case .versionGap: warning("a gap between versions of a rule")
    case .reversedPeriod: error("a period that ends before it begins")
    case .missingRequirement: error("a rule without a requirement")
    case .missingAuthority: error("a rule that rests on no source")
    case .missingAuthorityOfOrganisation: warning("an organisation's rule without a source")
    case .missingTitle: warning("a missing title")
    case .wrongExemption: error("an exemption from a rule that is not inherited")
    case .incompleteWaiver: error("a waiver without its particulars")
    case .unknownRule: error("an unknown rule")
    case .missingCitation: error("a source without citation")
    case .unreviewedSource: warning("a source without review or link")
    case .staleSource: warning("a source whose review is overdue")
    case .repeatedExpectation: error("an expectation written twice")
    case .missingExpectation: error("a test that expects nothing")
    case .verbInRow: error("a verb in the condition on a row")
    case .wrongOverride: error("an override of what no organisation chooses")
    case .incompleteOverride: error("an override without its particulars")
    case .expiredWaiver: warning("a waiver that has ended")
    case .unmappable: error("a fact that no cell can hold")
    case .factGivenTwice: error("a fact given twice")
    case .repeatedSpelling: error("a column or word written twice")
    case .wrongSeparator: error("a separator that cannot be")
    case .idleDetail: warning("a detail that no column uses")
    case .mappingWithoutPhone: error("a mapping that gives no phone")
    }
  }

  private func error(_ title: String) -> DiagnosticCode { DiagnosticCode(rawValue, title) }

  private func warning(_ title: String) -> DiagnosticCode {
    DiagnosticCode(rawValue, title, severity: .warning)
  }
}
