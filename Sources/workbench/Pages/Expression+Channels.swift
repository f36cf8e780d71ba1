import FenceCore
import Outreach

extension Expression {
  /// Whether the expression holds where nothing is known but the channel: false only if no other fact can make it
  /// true on that channel.
  func truth(onChannel channel: Word) -> Truth {
    switch self {
    case .traced(_, let body): body.truth(onChannel: channel)
    case .not(let operand): !operand.truth(onChannel: channel)
    case .all(let operands):
      operands.reduce(Truth.yes) { $0.and($1.truth(onChannel: channel)) }
    case .any(let operands): operands.reduce(Truth.no) { $0.or($1.truth(onChannel: channel)) }
    case .choose(let condition, let then, let otherwise):
      switch condition.truth(onChannel: channel) {
      case .yes: then.truth(onChannel: channel)
      case .no: otherwise.truth(onChannel: channel)
      case .unknown: .unknown
      }
    case .equal(let left, .constant(let value)) where left.isStepChannel:
      value == .word(channel) ? .yes : .no
    case .oneOf(let part, let options) where part.isStepChannel:
      options.contains(.constant(.word(channel))) ? .yes : .no
    case .constant(.truth(let truth)): truth ? .yes : .no
    default: .unknown
    }
  }

  private var isStepChannel: Bool {
    switch self {
    case .fact(let path): path.name == "step.channel"
    case .traced(_, let body): body.isStepChannel
    default: false
    }
  }
}
