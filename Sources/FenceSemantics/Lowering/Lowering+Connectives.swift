import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// `a or b`; an `and` directly under it reads two ways, so it must be bracketed.
  func lowerOr(
    _ operands: [ExpressionSyntax], _ connectives: [SourceRange], _ range: SourceRange
  ) -> Typed? {
    guard
      let position = operands.firstIndex(where: {
        if case .and = $0 { return true }
        return false
      }), case .and(let parts, let ands, let group) = operands[position]
    else {
      return predicates(operands).map { truth(.any($0), range) }
    }
    let one = "(\(words(group)))"
    // The other reading binds the `or` first, to the part of the `and` that it touches.
    let other: String
    if position > 0, let first = parts.first, let next = ands.first {
      let before = words(SourceRange(operands[position - 1].range.lower, first.range.upper))
      other = "(\(before)) \(words(SourceRange(next.lower, group.upper)))"
    } else if position + 1 < operands.count, let last = parts.last {
      let after = words(SourceRange(last.range.lower, operands[position + 1].range.upper))
      other = "\(words(SourceRange(group.lower, last.range.lower))) (\(after))"
    } else {
      other = one
    }
    reporter.report(
      .mixedConnectives, unit.source, connectives.first ?? range,
      "`and` and `or` stand side by side without brackets, and can be read in two ways",
      secondary: ands.first.map { [unit.label($0, "the `and` that may bind tighter or not")] }
        ?? [],
      help: "write `\(one) or …`, or `\(other)`",
      fix: Diagnostic.Fix(
        title: "bracket the `and`",
        edits: [
          Diagnostic.Edit(SourceRange(group.lower, group.lower), "("),
          Diagnostic.Edit(SourceRange(group.upper, group.upper), ")"),
        ]))
    _ = predicates(operands)
    return nil
  }
}
