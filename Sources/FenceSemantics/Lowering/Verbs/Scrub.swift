import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// `scrub R [every D]`: the plan proves that R was consulted no later than the attempt and lately enough.
  func scrub(_ name: NameSyntax, every duration: DurationSyntax?) -> Expression? {
    let found = register(name)
    let written = duration.map { term($0) }
    guard let register = found else { return nil }
    if let term = written {
      guard let term else { return nil }
      return someScrub(of: register, [scrubAge(register, within: term)])
    }
    return scrubFreshness(of: register, name.range).map { someScrub(of: register, [$0]) }
  }

  /// Some scrub of a register meets conditions, in which it is `row(0)`.
  func someScrub(of register: Register, _ conditions: [Expression]) -> Expression {
    let isRegister = Expression.equal(.field(.scrub, "register"), .text(register.id))
    return .someRow(list: .fact(.plan, "scrubs"), where: .all([isRegister] + conditions))
  }

  /// Whether the scrub in `row(0)` is recent enough by the register's own interval.
  func scrubFreshness(of register: Register, _ range: SourceRange) -> Expression? {
    if register.measure == .message { return .any([isPerAttempt, .provedBy(scrubTime)]) }
    switch register.interval {
    case .every(let period):
      return term(period, range, of: owner(of: register)).map {
        scrubAge(register, within: $0)
      }
    case .attempt: return isPerAttempt
    case .campaign, nil: return .any([isPerAttempt, .provedBy(scrubTime)])
    }
  }

  /// The policy that declares a register.
  func owner(of register: Register) -> PolicyUnit {
    let owner = register.id.split(separator: ".").first.flatMap {
      compiler.unitsByName[String($0)]
    }
    return owner ?? unit
  }

  private var isPerAttempt: Expression {
    .equal(.field(.scrub, "mode"), .word(.scrubMode, "per_attempt"))
  }

  private var scrubTime: Expression { .field(.scrub, "at") }

  private func scrubAge(
    _ register: Register, within term: Term
  ) -> Expression {
    let moment: Expression =
      register.measure == .list ? .earliest([.field(.scrub, "version"), scrubTime]) : scrubTime
    return .any([isPerAttempt, .within(term, from: moment, to: .attempt)])
  }
}
