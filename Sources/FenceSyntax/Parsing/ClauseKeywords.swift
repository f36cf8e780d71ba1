/// Which words begin which clauses; the alternatives of the clause productions of `Fence.ebnf`.
enum ClauseKeywords {
  /// Words that begin a verb and no fact: they are verbs wherever a verb may stand and its next word fits.
  static let verbs: KeywordSet = [
    .scrub, .listed, .permitted, .consent, .opted, .honour, .hours, .cap, .pause, .erase, .keep,
  ]

  /// Words that begin a verb only together with their second word, because facts are called so, too.
  static let verbsOfTwoWords: KeywordMap<Keyword> = [
    .sender: .registered, .attempt: .answers, .message: .says, .script: .says,
  ]

  /// The words that begin a clause of a declaration, verbs apart.
  static func of(_ declaration: DeclarationKeyword) -> KeywordSet {
    switch declaration {
    case .policy: policyClauses
    case .source: sourceClauses
    case .register: registerClauses
    case .calendar: calendarClauses
    case .phrases: phrasesClauses
    case .constant, .define, .segment, .campaign: []
    case .rule: ruleClauses
    case .exempt: exemptClauses
    case .waive: waiveClauses
    case .gap: gapClauses
    case .note: noteClauses
    case .extend: extendClauses
    case .override: overrideClauses
    case .mapping: mappingClauses
    case .test: testClauses
    }
  }

  private static let policyClauses: KeywordSet = [
    .within, .covers, .under, .from, .until, .severity, .applies, .business, .withdrawal,
  ]
  private static let sourceClauses: KeywordSet = [.cite, .link, .reviewed, .evidence, .confidence]
  private static let registerClauses: KeywordSet = [
    .of, .channels, .lines, .recipients, .every, .measured, .binds, .by, .link, .from, .until,
  ]
  private static let calendarClauses: KeywordSet = [.day, .in]
  private static let phrasesClauses: KeywordSet = [.in]
  private static let ruleClauses: KeywordSet = [
    .under, .from, .until, .severity, .applies, .withdrawal, .require, .forbid, .except, .fix,
  ]
  private static let exemptClauses: KeywordSet = [.when, .under, .from, .until]
  private static let waiveClauses: KeywordSet = [.until, .as, .because, .by]
  private static let gapClauses: KeywordSet = [.under, .from, .until, .severity, .applies]
  private static let noteClauses: KeywordSet = [.on, .under, .from, .until]
  private static let extendClauses: KeywordSet = [.field]
  private static let overrideClauses: KeywordSet = [.with, .because, .by]
  private static let mappingClauses: KeywordSet = [
    .recognised, .separated, .column, .always, .incomplete, .blank, .dates, .words,
  ]
  private static let testClauses: KeywordSet = [
    .with, .plan, .contact, .programme, .facts, .expect,
  ]

  /// The words that begin a clause of any declaration, verbs apart.
  static let all = DeclarationKeyword.allCases.reduce(into: KeywordSet([])) { result, keyword in
    result = result.union(of(keyword))
  }

  /// The words with which a declaration begins.
  static let declarations = KeywordMap(
    DeclarationKeyword.allCases.compactMap { declaration in
      Keyword(rawValue: declaration.rawValue).map { ($0, declaration) }
    })

  /// The words that begin a relation.
  static let relations: KeywordSet = [
    .is, .at, .before, .after, .within, .same, .includes, .starts, .ends, .contains,
  ]

  /// The words that may follow an operand.
  ///
  /// A word that begins a verb is the name of a fact or define if one of these, a closing mark or a mark of
  /// a sum or comparison comes next.
  static let followers: KeywordSet = relations.union(verbs).union(declarations.keywords).union([
    .and, .or, .where, .under, .from, .until, .severity, .applies, .business, .covers, .withdrawal,
    .require,
    .forbid, .except, .fix, .when, .as, .because, .by,
  ])

  /// Words that are never the name of an operand.
  static let reservedInExpressions: KeywordSet = [.and, .or, .not, .is, .where]
}
