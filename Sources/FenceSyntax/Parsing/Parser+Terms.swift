import FenceDiagnostics
import Outreach

extension Parser {
  /// A literal, a name, or a quantity in words.
  mutating func term() -> ExpressionSyntax {
    let node = mark
    let start = current.range.lower
    if let literal = literal() {
      close(node, .term)
      return literal
    }
    guard let special = wordedTerm(start) else { return operandName() }
    close(node, .term)
    return special
  }

  private mutating func operandName() -> ExpressionSyntax {
    guard isAtName, !ClauseKeywords.isClause(current, before: peek(1)),
      let name = name("a condition or value")
    else {
      complain(.valueExpected, "expected a condition or value, found \(found)")
      return .missing(placeOfMistake)
    }
    return .name(name)
  }

  private mutating func wordedTerm(_ start: Int) -> ExpressionSyntax? {
    if at(.leftParenthesis) { return brackets(start) }
    let next = peek(1)
    switch current.keyword {
    case .true, .false:
      guard ClauseKeywords.followsOperand(next) || next.kind != .word else { return nil }
      let value = at(.true)
      take()
      return .literal(.truth(value), range(from: start))
    case .this where next.kind == .word && !ClauseKeywords.followsOperand(next):
      take()
      let field = written(take())
      return .this(field, range(from: start))
    case .count where next.keyword == .of:
      return count(start)
    case .latest where next.kind == .word && peek(2).keyword == .of:
      return latest(start)
    case .the where next.keyword == .later || next.keyword == .earlier:
      take()
      let isLater = at(.later)
      take()
      expect(.of, "after `the \(isLater ? "later" : "earlier")`")
      let moments = sums()
      let place = range(from: start)
      return isLater ? .laterOf(moments, place) : .earlierOf(moments, place)
    case .length where next.keyword == .of:
      guard descend() else { return .missing(placeOfMistake) }
      defer { depth -= 1 }
      take()
      take()
      return .length(term(), range(from: start))
    case .share where next.keyword == .of:
      take()
      take()
      expect(.contacts, "after `share of`")
      expect(.where, "after `share of contacts`")
      return .share(where: expression(), range(from: start))
    default:
      return nil
    }
  }

  private mutating func brackets(_ start: Int) -> ExpressionSyntax {
    let opening = take()
    let outerLists = listDepth
    listDepth = 0
    let inner = expression()
    listDepth = outerLists
    if take(.rightParenthesis) == nil {
      complain(
        .unclosed, "expected `)`, found \(found)",
        secondary: [Diagnostic.Label(source, opening.range, "opened here")])
    }
    return .brackets(inner, range(from: start))
  }

  private mutating func count(_ start: Int) -> ExpressionSyntax {
    take()
    take()
    let variable = word("a name for the row after `count of`")
    expect(.in, "after the name of the row")
    let list = rows()
    let condition = take(.where) == nil ? nil : expression()
    guard let variable, let list else { return .missing(range(from: start)) }
    return .count(variable: variable, list: list, where: condition, range(from: start))
  }

  private mutating func latest(_ start: Int) -> ExpressionSyntax {
    take()
    let field = written(take())
    take()
    let list = rows()
    let condition = take(.where) == nil ? nil : expression()
    guard let list else { return .missing(range(from: start)) }
    return .latest(field: field, list: list, where: condition, range(from: start))
  }

  // MARK: literals

  /// A value written out, if one is next.
  private mutating func literal() -> ExpressionSyntax? {
    guard let value = literalValue() else { return nil }
    switch value {
    case .value(let literal, let range): return .literal(literal, range)
    case .flawed(let range): return .missing(range)
    }
  }

  /// A literal, or the place of one that is wrong and was reported.
  enum LiteralValue {
    case value(LiteralSyntax, SourceRange)
    case flawed(SourceRange)
  }

  /// A literal, if one is next.
  mutating func literalValue() -> LiteralValue? {
    if isAtPeriod {
      let start = current.range.lower
      let period = period()
      let place = range(from: start)
      return period.map { .value(.period($0), place) } ?? .flawed(place)
    }
    let token = current
    switch token.kind {
    case .string, .number, .percent, .date, .instant, .time: take()
    default: return nil
    }
    let value = token.isFlawed ? nil : value(of: token)
    return value.map { .value($0, token.range) } ?? .flawed(token.range)
  }

  private func value(of token: Token) -> LiteralSyntax? {
    switch token.kind {
    case .string: return .text(stringValue(of: token).value)
    case .number: return Quantity(text(token)).map { .number($0) }
    case .percent: return Quantity(text(token).dropLast()).map { .percentage($0) }
    case .date: return reading(token) { CivilDate(iso: $0) }.map { .date($0) }
    case .instant:
      return reading(token) { Instant(rfc3339: $0, secondsMayBeMissing: true) }
        .map { .instant($0) }
    case .time: return reading(token) { TimeOfDay(iso: $0) }.map { .time($0) }
    default: return nil
    }
  }
}
