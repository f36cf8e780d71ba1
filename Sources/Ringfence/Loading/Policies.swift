import FenceCore
import FenceDiagnostics
import FenceLibrary
import FenceWorkspace
import Outreach
import OutreachFacts

/// The policies to judge by: the shipped ones, and your own beside or in the place of them.
///
/// Loading takes a moment, since everything is checked; load once, and share the value between threads.
///
/// ```swift
/// let policies = try Policies(adding: [Document(path: "policies/acme.fence")])
/// print(policies.fingerprint, policies.names)
/// ```
public struct Policies: Sendable {
  let library: Library
  let contactFacts: FactSet
  let mappings: [ContactMapping]

  /// `sha256:` and the digest of names and bytes of all files: the same policies have the same.
  public let fingerprint: String

  /// What is worth a look, but no error: reviews that are due are not among it.
  public let warnings: [Problem]

  /// Loads policies.
  ///
  /// - Parameters:
  ///   - own: your own policies, one a document; one with the name of a shipped policy replaces it.
  ///   - includingShipped: whether the shipped policies are loaded at all.
  /// - Throws: everything wrong with the policies.
  public init(
    adding own: [Document] = [], includingShipped: Bool = true
  ) throws(LoadingError) {
    var sources: [SourceText] = []
    for document in own { sources.append(try document.source()) }
    let set = PolicySet(
      shipped: includingShipped ? shippedPolicies : [ShippedPolicy](), own: [sources], world: world,
      today: nil, readsShippedTests: false)
    guard !set.hasErrors else {
      throw LoadingError(set.diagnostics.filter { $0.severity == .error })
    }
    library = set.library
    contactFacts = set.library.contactFacts
    mappings = set.mappings
    fingerprint = set.fingerprint
    warnings = set.diagnostics.map(Problem.init)
  }

  /// Loads the shipped policies together with every `.fence` file in a folder and the folders in it.
  ///
  /// ```swift
  /// let policies = try Policies(folder: "policies")
  /// ```
  ///
  /// - Throws: everything wrong with the policies, or why the folder cannot be read.
  public init(folder: String) throws(LoadingError) {
    let paths: [String]
    do {
      paths = try Disk().files(endingIn: ".fence", under: folder)
    } catch {
      throw LoadingError(error)
    }
    try self.init(adding: paths.map { Document(path: $0) })
  }

  /// The names of the policies, sorted: ISO 3166 codes, `EU`, and words such as `practice`.
  public var names: [String] { library.policies.map(\.name) }

  /// Every rule and gap, policy by policy, in the order written.
  ///
  /// ```swift
  /// let blocking = policies.rules.filter { $0.severity == .block }
  /// ```
  public var rules: [RuleDescription] {
    library.policies.flatMap { $0.rules.map(RuleDescription.init) }
  }

  /// The names of the mappings with which tables of contacts are read, such as `exports.hubspot`.
  public var mappingNames: [String] { mappings.map(\.id) }

  /// What organisations set aside or read in their own way, also where that is over.
  public var waivers: [WaiverDescription] {
    library.policies.flatMap(\.waivers).map(WaiverDescription.init)
  }
}

/// A rule as it stands in a policy.
public struct RuleDescription: Hashable, Sendable {
  /// Its id: the policy's name, a dot, its own name.
  public let id: String

  /// Its title.
  public let title: String

  /// How its failure counts.
  public let severity: Severity

  /// Whether it is a gap: a duty that is known and not encoded.
  public let isGap: Bool

  /// The first day in force, such as `2021-07-01`; nil if it always was.
  public let from: String?

  /// The last day in force; nil if no end is known.
  public let until: String?

  /// The law it rests on, as lawyers cite it.
  public let citations: [String]

  init(_ rule: Rule) {
    id = rule.id
    title = rule.title
    severity = Severity(rule.severity)
    isGap = rule.isGap
    from = rule.from?.description
    until = rule.until?.description
    citations = rule.authorities.map(\.citation)
  }
}

/// What an organisation set aside or reads in its own way, until when, why, and who decided.
public struct WaiverDescription: Hashable, Sendable {
  /// The id of the rule or gap.
  public let rule: String

  /// The organisation's policy.
  public let policy: String

  /// The last day on which it works.
  public let until: String

  /// The organisation's reading, in the policy's words; nil where the rule is set aside outright.
  public let reading: String?

  /// Why.
  public let because: String

  /// Who decided.
  public let by: String

  init(_ waiver: Waiver) {
    rule = waiver.rule
    policy = waiver.policy
    until = waiver.until.description
    reading = waiver.readingWords
    because = waiver.because
    by = waiver.by
  }
}
