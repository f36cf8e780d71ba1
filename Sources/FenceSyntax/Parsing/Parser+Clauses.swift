import FenceDiagnostics
import Outreach

extension Parser {
  /// A clause, whose keyword is next; nil if too little of it can be read, which is reported.
  mutating func clause(of declared: DeclarationKeyword) -> ClauseSyntax? {
    let start = mark
    let keyword = current.range
    guard let (kind, node) = clauseKind(of: declared) else {
      if mark > start { close(start, .error) }
      return nil
    }
    if let node { close(start, node) }
    return kind.map { ClauseSyntax(kind: $0, keyword: keyword, range: range(from: keyword.lower)) }
  }

  /// What the clause says and the node it makes; the first nil if it was not said.
  private mutating func clauseKind(
    of declared: DeclarationKeyword
  ) -> (ClauseSyntax.Kind?, SyntaxKind?)? {
    if isAtVerbClause { return (.verb(verb()), nil) }
    guard let keyword = current.keyword else { return nil }
    switch keyword {
    case .within, .covers, .business, .severity, .withdrawal:
      return policyClause(keyword)
    case .under:
      return (citation().map { .under($0) }, .under)
    case .from:
      take()
      return (date("after `from`").map { .from($0) }, .from)
    case .until:
      take()
      return (date("after `until`").map { .until($0) }, .until)
    case .applies, .require, .forbid, .except, .fix:
      return ruleClause(keyword)
    case .cite, .link, .reviewed, .evidence, .confidence:
      return sourceClause(keyword)
    case .of, .channels, .lines, .recipients, .every, .measured, .binds, .by:
      return registerClause(keyword)
    case .day:
      return (day().map { .day($0) }, nil)
    case .in:
      return declared == .phrases ? phraseClause() : (dayGroup(), .dayGroup)
    case .when:
      take()
      return (.when(expression()), .exemptClause)
    case .as:
      take()
      return (.reading(expression()), .waiveClause)
    case .because:
      take()
      return (
        string("the reason").map { .because($0) },
        declared == .override ? .overrideClause : .waiveClause
      )
    case .on:
      take()
      return (.on(commaSeparated { $0.name("the name of a rule") }), .on)
    case .field:
      return (ownField().map { .ownField($0) }, .ownField)
    case .with where declared == .override:
      take()
      return (.value(sum()), .overrideClause)
    case .recognised, .separated, .column, .always, .incomplete, .blank, .dates, .words:
      return mappingClause(keyword)
    case .with, .plan, .contact, .programme, .facts, .expect:
      return testClause(keyword)
    default:
      return nil
    }
  }

  private mutating func policyClause(_ keyword: Keyword) -> (ClauseSyntax.Kind?, SyntaxKind?) {
    take()
    switch keyword {
    case .within:
      return (policyName("the policy within which this one lies").map { .within($0) }, .within)
    case .covers:
      return (coverage().map { .covers($0) }, .covers)
    case .severity:
      let grade = expect(oneOf: [.block, .warn, .advise], "after `severity`")
      return (grade.map { .severity($0) }, .severity)
    case .withdrawal:
      expect(.takes, "after `withdrawal`")
      expect(.effect, "after `withdrawal takes`")
      expect(.after, "after `withdrawal takes effect`")
      return (.withdrawal(duration("after `withdrawal takes effect after`")), .withdrawal)
    default:
      expect(.days, "after `business`")
      expect(.skip, "after `business days`")
      return (.businessDays(commaSeparated { $0.dayName() }), .businessDays)
    }
  }

  private mutating func coverage() -> CoverageSyntax? {
    if take(.everyone) != nil { return .everyone }
    if take(.nobody) != nil { return .nobody }
    let start = mark
    var recipients = take(.recipients) != nil
    var senders = false
    if recipients, at(.and) {
      take()
      senders = expect(.senders, "after `recipients and`")
    } else if !recipients {
      senders = take(.senders) != nil
    }
    if recipients || senders { close(start, .covered) }
    var places: [NameSyntax] = []
    if at(.in) {
      let start = mark
      take()
      places = commaSeparated { $0.policyName("the code of a place") }
      close(start, .places)
      if !recipients && !senders { recipients = true }
    } else if !recipients && !senders {
      complainMissing(
        alternatives(["everyone", "nobody", "recipients", "senders", "in"]), "after `covers`")
      return nil
    }
    return .places(places, recipients: recipients, senders: senders)
  }

  private mutating func citation() -> CitationSyntax? {
    take()
    guard let cited = name("the name of a source after `under`") else { return nil }
    var result = CitationSyntax(source: cited, pinpoint: nil, evidence: nil, confidence: nil)
    if current.kind == .string { result.pinpoint = string("a place in the source") }
    let before = mark
    if at(.primary) || at(.secondary) || at(.memory) {
      result.evidence = written(take())
      close(before, .grade)
    }
    let next = mark
    if at(.high) || at(.medium) || at(.low) {
      result.confidence = written(take())
      close(next, .certainty)
    }
    return result
  }

  private mutating func ruleClause(_ keyword: Keyword) -> (ClauseSyntax.Kind?, SyntaxKind?) {
    take()
    switch keyword {
    case .applies:
      expect(.when, "after `applies`")
      let condition = expression()
      return (.applies(condition, details: details([.from, .until])), .applies)
    case .except:
      expect(.when, "after `except`")
      let condition = expression()
      return (.except(condition, details: details([.under, .from, .until])), .except)
    case .require:
      return (.require(expression()), .require)
    case .forbid:
      return (.forbid(expression()), .forbid)
    default:
      return (string("what to do, for people,").map { .fix($0) }, .fix)
    }
  }

  /// The clauses that belong to the condition before them: all that follow it at once.
  private mutating func details(_ keywords: KeywordSet) -> [ClauseSyntax] {
    var result: [ClauseSyntax] = []
    while let keyword = current.keyword, keywords.contains(keyword) {
      if let clause = clause(of: .rule) { result.append(clause) }
    }
    return result
  }

  private mutating func phraseClause() -> (ClauseSyntax.Kind?, SyntaxKind?) {
    take()
    guard let language = word("a language after `in`, such as `en`") else {
      return (nil, .phraseClause)
    }
    let phrases = commaSeparated { $0.string("a phrase") }
    return (.phrases(language: language, phrases), .phraseClause)
  }
}
