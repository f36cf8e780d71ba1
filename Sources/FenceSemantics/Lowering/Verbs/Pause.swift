import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// `pause D after T`, or `pause forever after T`: the attempt does not fall into the time that T begins.
  func pause(_ duration: DurationSyntax?, after event: ExpressionSyntax) -> Expression? {
    let event = value(event, expecting: .moment).flatMap(point)
    let written = duration.map { term($0) }
    guard let event else { return nil }
    if let written {
      return written.map { .not(.all(pausing(event, for: $0))) }
    }
    return .not(.all(pausing(event, for: nil)))
  }

  /// `pause D after LIST where E`: no row that satisfies E begins such a time.
  func pause(
    _ duration: DurationSyntax?, afterRows list: NameSyntax, where written: ExpressionSyntax
  ) -> Expression? {
    let term = duration.map { self.term($0) }
    guard let found = rows(list) else { return nil }
    guard case .list(let rows, let element) = found else {
      reporter.report(
        .unusablePrior, unit.source, list.range,
        "a pause begins at a certain time, and `prior` holds contacts whose time is not certain yet",
        help: "write `history`, or use `cap`",
        fix: .write("history", at: list.range))
      return nil
    }
    guard let kind = element.recordKind, let index = kind.index(of: "at") else {
      reporter.report(
        .notList, unit.source, list.range,
        "the rows of `\(list.text)` have no field `at`, from which a pause could begin",
        help: "write a point in time, such as `latest granted_at of consents`")
      return nil
    }
    guard let condition = inRow(element, { predicate(written) }) else { return nil }
    let begun = Expression.field(.row(0), index)
    let lasting: Term?
    switch term {
    case nil: lasting = nil
    case .some(nil): return nil
    case .some(let term?): lasting = term
    }
    return .not(
      .someRow(list: rows, where: .all([condition] + pausing(begun, for: lasting))))
  }

  /// Whether the attempt lies at or after an event, and before its pause is over.
  private func pausing(_ event: Expression, for term: Term?) -> [Expression] {
    guard let term else { return [.not(.isNone(event)), .notYetAfter(event)] }
    let end = Expression.moved(event, by: term, direction: 1, reading: .later)
    return [.notYetAfter(event), .before(.attempt, end)]
  }
}
