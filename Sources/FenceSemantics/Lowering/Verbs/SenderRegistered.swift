import FenceCore
import FenceSyntax
import Outreach

extension Lowering {
  /// `sender registered with R`: an entry of R is valid on the attempt's day.
  func senderRegistered(with name: NameSyntax) -> Expression? {
    guard let register = register(name) else { return nil }
    let from = Expression.field(.registration, "from")
    let until = Expression.field(.registration, "until")
    return .someRow(
      list: .fact(.plan, "sender", "registrations"),
      where: .all([
        .equal(.field(.registration, "register"), .text(register.id)),
        .any([.isNone(from), .not(.before(.attempt, from))]),
        // The last day counts whole.
        .any([.isNone(until), .before(.attempt, until), .same(.day, until, .attempt)]),
      ]))
  }
}
