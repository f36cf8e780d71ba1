import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// `a + b`: two numbers, two percentages, or a point in time and a length of time.
  func lowerSum(
    _ left: ExpressionSyntax, plus: Bool, _ right: ExpressionSyntax, _ range: SourceRange
  ) -> Typed? {
    let leftValue = value(left)
    let rightValue = value(right)
    guard let left = leftValue.map(valued), let right = rightValue.map(valued) else { return nil }
    switch (left.type, right.type) {
    case (.number, .number), (.percentage, .percentage):
      let expression: Expression =
        plus
        ? .sum(left.expression, right.expression) : .difference(left.expression, right.expression)
      return Typed(expression: expression, type: left.type, range: range)
    case (.moment, .period):
      guard case .period(let period)? = right.constant else {
        reporter.report(
          .impossibleSum, unit.source, right.range,
          "a length of time added to a point in time must be written out or be a constant")
        return nil
      }
      guard let term = self.term(period, right.range, of: unit) else { return nil }
      return Typed(
        expression: .moved(
          left.expression, by: term, direction: plus ? 1 : -1, reading: .earlier),
        type: .moment, range: range)
    default:
      reporter.report(
        .impossibleSum, unit.source, range,
        "`\(words(left.range))` is \(left.type.described) and `\(words(right.range))` is \(right.type.described), which cannot be \(plus ? "added" : "subtracted")",
        help: left.type == .moment && right.type == .moment
          ? "how far two points in time lie apart is asked by `within D before T`" : nil)
      return nil
    }
  }

  /// `length of x`: the characters of a text, the rows of a list, the words of a set.
  func lowerLength(_ operand: ExpressionSyntax, _ range: SourceRange) -> Typed? {
    guard let operand = value(operand) else { return nil }
    switch operand.type {
    case .text, .phone, .list, .words:
      return Typed(expression: .length(operand.expression), type: .number, range: range)
    default:
      reporter.report(
        .mismatchedTypes, unit.source, operand.range,
        "`\(words(operand.range))` is \(operand.type.described), and only texts, lists and sets have a length"
      )
      return nil
    }
  }

  /// `share of contacts where E`, judged over the whole list.
  func lowerShare(_ predicate: ExpressionSyntax, _ range: SourceRange) -> Typed? {
    // The predicate is about another contact at a time, so it sees no row of this expression.
    let outer = (rows, wholeQuestion)
    (rows, wholeQuestion) = ([], predicate.rangeWithinBrackets)
    defer { (rows, wholeQuestion) = outer }
    return self.predicate(predicate).map { predicate in
      Typed(
        expression: .share(compiler.share(of: predicate)), type: .percentage, range: range)
    }
  }
}
