import FenceDiagnostics
import Outreach

extension Parser {
  /// A clause of a test.
  mutating func testClause(_ keyword: Keyword) -> (ClauseSyntax.Kind?, SyntaxKind?) {
    let token = take()
    switch keyword {
    case .with:
      return (.with(commaSeparated { $0.policyName("the name of a policy") }), .testClause)
    case .facts:
      return (expect(.complete, "after `facts`") ? .factsComplete : nil, .testClause)
    case .expect:
      return (expectation(), .expect)
    default:
      return (blockAfter(token).map { .facts(of: written(token), $0) }, .testClause)
    }
  }

  /// The facts of a campaign, whose keyword is taken.
  mutating func factsClause(_ keyword: Token) -> ClauseSyntax? {
    guard let block = blockAfter(keyword) else { return nil }
    return ClauseSyntax(
      kind: .facts(of: written(keyword), block), keyword: keyword.range,
      range: range(from: keyword.range.lower))
  }

  private mutating func blockAfter(_ keyword: Token) -> BlockSyntax? {
    guard at(.leftBrace) else {
      complainMissing("`{`", "after `\(text(keyword))`", help: "facts stand in braces")
      return nil
    }
    isInFacts = true
    defer { isInFacts = false }
    return block()
  }

  private mutating func expectation() -> ClauseSyntax.Kind? {
    if at(.allowed) || at(.review) || at(.blocked), !isVerdict(1),
      peek(1).kind != .punctuation(.dot)
    {
      return .expectDecision(written(take()))
    }
    guard let rule = name("a rule, or `allowed`, `review` or `blocked`") else { return nil }
    guard let verdict = verdict() else { return nil }
    let reasons = take(.because) == nil ? [] : commaSeparated { $0.name("the name of a fact") }
    return .expectVerdict(rule: rule, verdict, because: reasons)
  }

  private func isVerdict(_ ahead: Int) -> Bool {
    switch peek(ahead).keyword {
    case .passes, .fails, .unproven, .waived, .not: return true
    case .exempt:
      // What follows the verdict begins a clause or declaration; what follows the declaration is a name.
      let next = peek(ahead + 1)
      guard next.kind == .word || next.kind == .code else { return true }
      return next.keyword.map {
        $0 == .because || ClauseKeywords.of(.test).contains($0)
          || ClauseKeywords.declarations[$0] != nil
      } ?? false
    default: return false
    }
  }

  private mutating func verdict() -> Written<Verdict>? {
    let start = current.range.lower
    let verdict: Verdict
    switch current.keyword {
    case .passes: verdict = .pass
    case .fails: verdict = .fail
    case .unproven: verdict = .unproven
    case .exempt: verdict = .exempt
    case .waived: verdict = .waived
    case .not:
      take()
      if take(.applicable) != nil { return Written(.notApplicable, range(from: start)) }
      guard at(.in) else {
        complainMissing("`applicable` or `in force`", "after `not`")
        return nil
      }
      take()
      guard expect(.force, "after `not in`") else { return nil }
      return Written(.notInForce, range(from: start))
    default:
      _ = expect(
        oneOf: [.passes, .fails, .unproven, .exempt, .waived, .not], "after the name of the rule")
      return nil
    }
    take()
    return Written(verdict, range(from: start))
  }

  // MARK: blocks

  /// Facts in braces, the first of which is next.
  private mutating func block() -> BlockSyntax {
    let node = mark
    let start = current.range.lower
    guard descend() else { return BlockSyntax(fields: [], range: placeOfMistake) }
    defer { depth -= 1 }
    let brace = take()
    var fields: [FieldSyntax] = []
    while take(.rightBrace) == nil {
      if isAtEnd || isPastFacts {
        complain(
          .unclosed, "these facts are not closed", label: "expected `}` here",
          secondary: [Diagnostic.Label(source, brace.range, "opened here")])
        break
      }
      let before = progress
      if let field = field() { fields.append(field) }
      if progress == before { take() }
    }
    close(node, .block)
    return BlockSyntax(fields: fields, range: range(from: start))
  }

  /// Whether a declaration begins here, so that facts before it were never closed.
  ///
  /// At the beginning of a line, and never where a fact of that name could stand: `register`, `source`, `segment`
  /// and `campaign` are facts too, and count as declarations only with what a value is never followed by.
  private var isPastFacts: Bool {
    guard startsColumn, isAtDeclaration else { return false }
    switch current.keyword {
    case .register, .source, .segment:
      guard peek(1).kind == .word else { return false }
      return [.string, .punctuation(.leftBrace), .punctuation(.equals)].contains(peek(2).kind)
    case .campaign:
      return peek(peek(1).kind == .string ? 2 : 1).kind == .punctuation(.leftBrace)
    default: return true
    }
  }

  private mutating func field() -> FieldSyntax? {
    let node = mark
    let fieldName: Written<String>
    if current.kind == .string {
      let token = take()
      fieldName = stringValue(of: token)
    } else if isAtName, let name = name("the name of a fact", isFact: true) {
      fieldName = Written(name.text, name.range)
    } else {
      complain(
        .unexpected, "expected the name of a fact or `}`, found \(found)",
        help: at(.comma) ? "facts stand side by side, without commas" : nil)
      return nil
    }
    let value = fieldValue(fieldName)
    close(node, .field)
    return FieldSyntax(name: fieldName, value: value)
  }

  /// The value of a fact, whose name was read.
  mutating func fieldValue(_ field: Written<String>) -> FieldValueSyntax {
    let node = mark
    defer { if mark > node { close(node, .fieldValue) } }
    if at(.leftBrace) { return .block(block()) }
    if at(.leftBracket) { return list() }
    let start = current.range.lower
    guard let first = scalar() else {
      complain(
        .valueExpected, "expected a value for `\(field.value)`, found \(found)",
        help: "write `none` for a fact known to be none; leave the fact out if it is unknown")
      return .missing(placeOfMistake)
    }
    guard at(.comma) else { return first }
    var values = [first]
    while take(.comma) != nil {
      guard let next = scalar() else {
        complain(.valueExpected, "expected a value after the comma, found \(found)")
        break
      }
      values.append(next)
    }
    return .list(values, range(from: start))
  }

  private mutating func list() -> FieldValueSyntax {
    let start = current.range.lower
    let bracket = take()
    var values: [FieldValueSyntax] = []
    while take(.rightBracket) == nil {
      guard !isPastFacts, let value = at(.leftBrace) ? .block(block()) : scalar() else {
        complain(
          .unclosed, "expected a value or `]`, found \(found)",
          secondary: [Diagnostic.Label(source, bracket.range, "opened here")])
        break
      }
      values.append(value)
      if take(.comma) == nil, !at(.rightBracket), !isPastFacts {
        complainComma()
      }
    }
    return .list(values, range(from: start))
  }

  /// Complains if what follows a value of a list is one more value.
  private mutating func complainComma() {
    switch current.kind {
    case .word, .code, .string, .number, .percent, .date, .instant, .time,
      .punctuation(.leftBrace):
      let place = SourceRange(previousEnd, previousEnd)
      complain(
        .commaExpected, "a comma stands between the values of a list", at: place,
        label: "write `,`",
        fix: Diagnostic.Fix(title: "write `,`", edits: [Diagnostic.Edit(place, ",")]))
    default: break
    }
  }

  /// A value of one piece; nil, without a complaint, if none is next.
  mutating func scalar() -> FieldValueSyntax? {
    if let literal = literalValue() {
      switch literal {
      case .value(let value, let range): return .literal(value, range)
      case .flawed(let range): return .missing(range)
      }
    }
    return isAtName ? name("a value", isFact: true).map { .name($0) } : nil
  }
}
