/// Which words begin which clauses; the alternatives of the clause productions of `Fence.ebnf`.
enum ClauseKeywords {
  /// Words that begin a verb and no fact: they are verbs wherever a verb may stand and its next word fits.
  static let verbs: Set<Keyword> = [
    .scrub, .listed, .permitted, .consent, .opted, .honour, .hours, .cap, .pause, .erase, .keep,
  ]

  /// Words that begin a verb only together with their second word, because facts are called so, too.
  static let verbsOfTwoWords: [Keyword: Keyword] = [
    .sender: .registered, .attempt: .answers, .message: .says, .script: .says,
  ]

  /// The words that begin a clause of a declaration, verbs apart.
  static func of(_ declaration: DeclarationKeyword) -> Set<Keyword> {
    switch declaration {
    case .policy:
      [.within, .covers, .under, .from, .until, .severity, .applies, .business, .withdrawal]
    case .source: [.cite, .link, .reviewed, .evidence, .confidence]
    case .register:
      [.of, .channels, .lines, .recipients, .every, .measured, .binds, .by, .link, .from, .until]
    case .calendar: [.day, .in]
    case .phrases: [.in]
    case .constant, .define, .segment, .campaign: []
    case .rule:
      [.under, .from, .until, .severity, .applies, .withdrawal, .require, .forbid, .except, .fix]
    case .exempt: [.when, .under, .from, .until]
    case .waive: [.until, .as, .because, .by]
    case .gap: [.under, .from, .until, .severity, .applies]
    case .note: [.on, .under, .from, .until]
    case .extend: [.field]
    case .override: [.with, .because, .by]
    case .mapping:
      [.recognised, .separated, .column, .always, .incomplete, .blank, .dates, .words]
    case .test: [.with, .plan, .contact, .programme, .facts, .expect]
    }
  }

  /// The words that begin a clause of any declaration, verbs apart.
  static let all: Set<Keyword> = DeclarationKeyword.allCases.reduce(into: []) { result, keyword in
    result.formUnion(of(keyword))
  }

  /// The words with which a declaration begins.
  static let declarations: [Keyword: DeclarationKeyword] = Dictionary(
    uniqueKeysWithValues: DeclarationKeyword.allCases.compactMap { keyword in
      Keyword(rawValue: keyword.rawValue).map { ($0, keyword) }
    })

  /// The words that begin a relation.
  static let relations: Set<Keyword> = [
    .is, .at, .before, .after, .within, .same, .includes, .starts, .ends, .contains,
  ]

  /// The words that may follow an operand.
  ///
  /// A word that begins a verb is the name of a fact or define if one of these, a closing mark or a mark of
  /// a sum or comparison comes next.
  static let followers: Set<Keyword> = relations.union(verbs).union(declarations.keys).union([
    .and, .or, .where, .under, .from, .until, .severity, .applies, .business, .covers, .withdrawal,
    .require,
    .forbid, .except, .fix, .when, .as, .because, .by,
  ])

  /// Words that are never the name of an operand.
  static let reservedInExpressions: Set<Keyword> = [.and, .or, .not, .is, .where]
}
