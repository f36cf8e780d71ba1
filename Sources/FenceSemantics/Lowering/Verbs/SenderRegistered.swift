import FenceCore
import FenceSyntax
import Outreach

extension Lowering {
  /// `sender registered with R [where E]`: an entry of R is valid on the attempt's day, and meets E.
  func senderRegistered(
    with name: NameSyntax, where written: ExpressionSyntax?
  ) -> Expression? {
    let condition = inRow(.record(.registration)) { self.condition(written) }
    guard let register = register(name), let condition else { return nil }
    let from = Expression.field(.registration, "from")
    let until = Expression.field(.registration, "until")
    return .someRow(
      list: .fact(.plan, "sender", "registrations"),
      where: .all(
        [
          .equal(.field(.registration, "register"), .text(register.id)),
          .any([.isNone(from), .not(.before(.attempt, from))]),
          // The last day counts whole.
          .any([.isNone(until), .before(.attempt, until), .same(.day, until, .attempt)]),
        ] + (written == nil ? [] : [condition])))
  }
}
