import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// Lowers a comparison, with its place for proofs.
  func lowerRelation(
    _ left: ExpressionSyntax, _ relation: RelationSyntax, _ range: SourceRange
  ) -> Typed? {
    let lowered =
      if case .name(let name) = left, name.text == "place", !isField("place") {
        lowerPlace(name, relation)
      } else {
        compare(left, relation)
      }
    let typed = lowered.map { truth(traced(.expression, range, $0), range) }
    typed.map(checkRepeats)
    return typed
  }

  private func compare(_ left: ExpressionSyntax, _ relation: RelationSyntax) -> Expression? {
    guard let left = value(left) else {
      // Still look at the other side, so that one run reports what is wrong there too.
      relation.operands.forEach { if case .name = $0 { return } else { _ = value($0) } }
      return nil
    }
    switch relation {
    case .isNone(let negated): return negate(.isNone(left.expression), if: negated)
    case .isGiven(let negated): return negate(.isNone(left.expression), if: !negated)
    case .isValue(let right, let negated):
      return equal(left, right).map { negate($0, if: negated) }
    case .isOneOf(let operands, let negated):
      return isOneOf(left, operands).map { negate($0, if: negated) }
    case .atMost(let right):
      return ordered(left, right).map { .atMost($0, $1) }
    case .atLeast(let right):
      return ordered(left, right).map { .atMost($1, $0) }
    case .less(let right): return ordered(left, right).map { .less($0, $1) }
    case .greater(let right): return ordered(left, right).map { .less($1, $0) }
    case .before(let right): return points(left, right).map { .before($0, $1) }
    case .after(let right): return points(left, right).map { .before($1, $0) }
    case .within(let duration, let after, let right):
      let term = self.term(duration)
      guard let (left, right) = points(left, right), let term else { return nil }
      return after ? .within(term, from: right, to: left) : .within(term, from: left, to: right)
    case .same(let word, let right):
      guard let (left, right) = points(left, right),
        let calendarUnit = CalendarUnit(rawValue: word.value)
      else { return nil }
      return .same(calendarUnit, left, right)
    case .includes(let right): return includes(left, [right], all: true)
    case .includesAny(let operands): return includes(left, operands, all: false)
    case .includesAll(let operands): return includes(left, operands, all: true)
    case .startsWith(let operands): return text(left, operands) { .starts($0, $1) }
    case .endsWith(let operands): return text(left, operands) { .ends($0, $1) }
    case .contains(let operands): return text(left, operands) { .contains($0, $1) }
    }
  }

  func negate(_ expression: Expression, if negated: Bool) -> Expression {
    negated ? .not(expression) : expression
  }

  private func isOneOf(_ left: Typed, _ operands: [ExpressionSyntax]) -> Expression? {
    if rejectSet(left, operands.first, several: true) { return nil }
    let lowered = operands.map { operand($0, like: left) }
    let found = lowered.compactMap { $0 }
    guard found.count == lowered.count else { return nil }
    if found.allSatisfy({ $0.right.constant != nil }), let first = found.first {
      return .oneOf(first.left, found.map(\.right.expression))
    }
    return .disjunction(found.map { .equal($0.left, $0.right.expression) })
  }

  private func equal(_ left: Typed, _ right: ExpressionSyntax) -> Expression? {
    if left.type == .phone, case .name(let name) = right, name.text == "repeated" {
      return .repeatedNumber
    }
    if rejectSet(left, right, several: false) { return nil }
    if left.type == .text, case .this(let word, _) = right, word.value == "sender" {
      // What a record says of its sender is `ours` for the sender itself.
      return .any([.equal(left.expression, .text("ours")), .equal(left.expression, .senderName)])
    }
    return operand(right, like: left).map { .equal($0.left, $0.right.expression) }
  }

  /// Reports `is` on a set of words or a list, which `includes` asks about.
  private func rejectSet(_ left: Typed, _ right: ExpressionSyntax?, several: Bool) -> Bool {
    switch left.type {
    case .words, .list: break
    default: return false
    }
    let verb = several ? "includes any of" : "includes"
    let between = right.map { SourceRange(left.range.upper, $0.range.lower) }
    let isPlain = between.map { ["is", "is one of"].contains(words($0)) } ?? false
    reporter.report(
      .setCompared, unit.source, left.range,
      "`\(words(left.range))` is \(left.type.described), and `is` compares single values",
      help: "write `\(words(left.range)) \(verb) …`",
      fix: isPlain
        ? between.map {
          Diagnostic.Fix(
            title: "write `\(verb)`", edits: [Diagnostic.Edit($0, " \(verb) ")])
        } : nil)
    return true
  }

  private func includes(
    _ left: Typed, _ operands: [ExpressionSyntax], all: Bool
  ) -> Expression? {
    let element: FactType
    switch left.type {
    case .words(let vocabulary): element = .word(vocabulary)
    case .list(let inner): element = inner
    default:
      reporter.report(
        .mismatchedTypes, unit.source, left.range,
        "`\(words(left.range))` is \(left.type.described), and `includes` asks sets and lists",
        help: left.type == .text
          ? "write `contains` for a part of a text" : "write `is` for a single value")
      return nil
    }
    let item = Typed(expression: left.expression, type: element, range: left.range)
    let lowered = operands.map { operand($0, like: item, allowSet: true) }
    let found = lowered.compactMap { $0 }
    guard found.count == lowered.count else { return nil }
    let parts = found.map { Expression.includes(left.expression, $0.right.expression) }
    return all ? .conjunction(parts) : .disjunction(parts)
  }

  private func text(
    _ left: Typed, _ operands: [ExpressionSyntax], _ make: (Expression, Expression) -> Expression
  ) -> Expression? {
    let left = valued(left)
    guard left.type == .text || left.type == .phone else {
      reporter.report(
        .mismatchedTypes, unit.source, left.range,
        "`\(words(left.range))` is \(left.type.described), and only text and numbers have a beginning, an end and parts"
      )
      return nil
    }
    let lowered = operands.map(part)
    let found = lowered.compactMap { $0 }
    guard found.count == lowered.count else { return nil }
    return .disjunction(found.map { make(left.expression, $0) })
  }

  /// A part of a text.
  private func part(_ syntax: ExpressionSyntax) -> Expression? {
    guard let part = value(syntax, expecting: .text) else { return nil }
    if part.type == .text { return part.expression }
    reporter.report(
      .mismatchedTypes, unit.source, part.range,
      "`\(words(part.range))` is \(part.type.described), and a part of a text is text",
      help: "write it in quotes")
    return nil
  }
}

extension RelationSyntax {
  /// The operands on the right.
  var operands: [ExpressionSyntax] {
    switch self {
    case .isNone, .isGiven: []
    case .isOneOf(let operands, _), .includesAny(let operands), .includesAll(let operands),
      .startsWith(let operands), .endsWith(let operands), .contains(let operands):
      operands
    case .isValue(let operand, _), .atMost(let operand), .atLeast(let operand),
      .less(let operand), .greater(let operand), .before(let operand), .after(let operand),
      .within(_, _, let operand), .same(_, let operand), .includes(let operand):
      [operand]
    }
  }
}
