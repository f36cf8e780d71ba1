import FenceCore
import FenceSyntax
import Outreach

extension Lowering {
  /// `attempt answers recipient within D`: they came to us within D, and nothing went out to them since.
  func answersRecipient(within duration: DurationSyntax) -> Expression? {
    guard let term = self.term(duration) else { return nil }
    let history = Expression.fact(.contact, "history")
    let inquiry = Expression.fact(.contact, "relationship", "last_inquiry_at")
    let came = Expression.field(.historyEntry, "at")
    let entry = Expression.someRow(
      list: history,
      where: .all([
        .equal(.field(.historyEntry, "direction"), .word(.direction, "inbound")),
        .within(term, from: came, to: .attempt),
        // Inside, the outbound entry is `row(0)` and the inbound one `row(1)`.
        noOutbound(since: .field(.historyEntry, "at", ofRow: 1)),
      ]))
    return .any([
      entry,
      .all([.within(term, from: inquiry, to: .attempt), noOutbound(since: inquiry)]),
    ])
  }

  private func noOutbound(since event: Expression) -> Expression {
    let went = Expression.field(.historyEntry, "at")
    return .not(
      .someRow(
        list: .fact(.contact, "history"),
        where: .all([
          .equal(.field(.historyEntry, "direction"), .word(.direction, "outbound")),
          .not(.before(went, event)), .notYetAfter(went),
        ])))
  }
}
