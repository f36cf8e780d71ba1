import FenceDiagnostics
import FenceSyntax

extension MutationWriter {
  /// Writes down the changes of an expression.
  mutating func write(_ expression: ExpressionSyntax) {
    switch expression {
    case .missing, .this: break
    case .literal(let literal, let range): change(literal, range)
    case .name(let name): change(channel: name)
    case .brackets(let inner, _): write(inner)
    case .not(let operand, let range):
      change(.comparison, SourceRange(range.lower, operand.range.lower), to: "")
      write(operand)
    case .and(let operands, _, let range): writeConnective(operands, range, other: "or")
    case .or(let operands, _, let range): writeConnective(operands, range, other: "and")
    case .relation(let left, let relation, let range): write(left, relation, range)
    case .sum(let left, _, let right, _):
      write(left)
      write(right)
    case .quantified(let quantifier, let range):
      let word = SourceRange(range.lower, range.lower + quantifier.kind.rawValue.utf8.count)
      change(.comparison, word, to: quantifier.kind == .any ? "every" : "any")
      write(quantifier.condition)
    case .count(_, _, let condition, _), .latest(_, _, let condition, _):
      writeWhere(condition)
    case .laterOf(let operands, let range): writeExtreme(operands, range, "later", "earlier")
    case .earlierOf(let operands, let range): writeExtreme(operands, range, "earlier", "later")
    case .length(let operand, _): write(operand)
    case .share(let condition, _): write(condition)
    case .verb(let verb, let range): write(verb, range)
    }
  }

  private mutating func writeConnective(
    _ operands: [ExpressionSyntax], _ range: SourceRange, other: String
  ) {
    let whole = operands.map { unit.source.text(in: $0.range) }.joined(separator: " \(other) ")
    change(.connective, range, to: whole, shown: (other == "or" ? "and" : "or", other))
    for index in operands.indices {
      leaveOut(index, of: operands.map(\.range), as: .condition)
      write(operands[index])
    }
  }

  private mutating func writeExtreme(
    _ operands: [ExpressionSyntax], _ range: SourceRange, _ word: String, _ other: String
  ) {
    // `the later of`: the word stands after `the` and one blank, as the formatter writes it.
    let lower = range.lower + 4
    let place = SourceRange(lower, lower + word.utf8.count)
    if unit.source.text(in: place) == word { change(.comparison, place, to: other) }
    for index in operands.indices {
      leaveOut(index, of: operands.map(\.range), as: .condition)
      write(operands[index])
    }
  }

  private mutating func write(
    _ left: ExpressionSyntax, _ relation: RelationSyntax, _ range: SourceRange
  ) {
    write(left)
    let operands = relation.operands
    let words = SourceRange(left.range.upper, operands.first?.range.lower ?? range.upper)
    switch relation {
    case .isNone(let negated), .isGiven(let negated):
      let word = if case .isNone = relation { "none" } else { "given" }
      change(.comparison, words, to: negated ? " is \(word)" : " is not \(word)")
    case .isOneOf(_, let negated):
      change(.comparison, words, to: negated ? " is one of " : " is not one of ")
    case .isValue(_, let negated):
      change(.comparison, words, to: negated ? " is " : " is not ")
    case .atMost: change(.comparison, words, to: " at least ")
    case .atLeast: change(.comparison, words, to: " at most ")
    case .less: change(.comparison, words, to: " > ")
    case .greater: change(.comparison, words, to: " < ")
    case .before: change(.comparison, words, to: " after ")
    case .after: change(.comparison, words, to: " before ")
    case .within(let duration, let after, _):
      change(duration)
      let word = SourceRange(duration.range.upper, words.upper)
      change(.comparison, word, to: after ? " before " : " after ")
    case .includesAny: change(.comparison, words, to: " includes all of ")
    case .includesAll: change(.comparison, words, to: " includes any of ")
    case .same, .includes, .startsWith, .endsWith, .contains: break
    }
    for index in operands.indices {
      leaveOut(index, of: operands.map(\.range), as: .word)
      // Leaving a word of a list out says more than to replace it.
      if operands.count == 1 { write(operands[index]) }
    }
  }

  /// A condition on rows, and its being left out.
  mutating func writeWhere(_ condition: ExpressionSyntax?) {
    guard let condition else { return }
    var lower = condition.range.lower
    while lower > 0, unit.source.bytes[lower - 1] <= 32 { lower -= 1 }
    let word = SourceRange(max(0, lower - 5), lower)
    if unit.source.text(in: word) == "where" {
      change(.condition, SourceRange(word.lower, condition.range.upper), to: "")
    }
    write(condition)
  }
}
