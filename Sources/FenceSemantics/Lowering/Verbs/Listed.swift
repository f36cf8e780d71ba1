import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// `listed on R`: the contact's own answer while it is fresh, else the plan's scrub, else unknown.
  func listed(on name: NameSyntax) -> Expression? {
    guard let register = register(name),
      let answered = answered(register, name.range),
      let freshScrub = scrubFreshness(of: register, name.range),
      let binding = binding(register, name.range)
    else { return nil }
    let isListed = Expression.all([
      .equal(answer(of: register, "status"), .word(.status, "listed")),
      binding, concernsChannel(register),
    ])
    let removed = someScrub(of: register, [freshScrub, .field(.scrub, "removed")])
    return .prefer(
      answered, then: isListed,
      otherwise: .prefer(removed, then: .no, otherwise: noAnswer(of: register)))
  }

  /// `permitted on R`: the contact's own answer while it is fresh, else unknown.
  func permitted(on name: NameSyntax) -> Expression? {
    guard let register = register(name), let answered = answered(register, name.range) else {
      return nil
    }
    let channels = answer(of: register, "channels")
    let isPermitted = Expression.all([
      .equal(answer(of: register, "status"), .word(.status, "permitted")),
      .any([.isNone(channels), .includes(channels, .stepChannel)]),
    ])
    return .prefer(answered, then: isPermitted, otherwise: noAnswer(of: register))
  }

  /// A field of what a register answered for this contact.
  private func answer(of register: Register, _ field: String) -> Expression {
    .field(.registerAnswer, field, of: entry(of: register))
  }

  private func entry(of register: Register) -> Expression {
    .entry(.fact(.contact, "registers"), key: register.id)
  }

  /// Whether the contact's own answer is one, and fresh by the register's interval.
  private func answered(_ register: Register, _ range: SourceRange) -> Expression? {
    let checked = answer(of: register, "checked_at")
    let isAnswer = Expression.not(.isNone(answer(of: register, "status")))
    switch register.measure == .message ? nil : register.interval {
    case .every(let period):
      return term(period, range, of: owner(of: register)).map {
        .all([isAnswer, .within($0, from: checked, to: .attempt)])
      }
    case .attempt:
      return .all([
        isAnswer, .within(Term(.exact(milliseconds: 0)), from: checked, to: .attempt),
      ])
    case .campaign, nil: return .all([isAnswer, .provedBy(checked)])
    }
  }

  /// Whether the listing binds by now; one whose date is not known does.
  private func binding(_ register: Register, _ range: SourceRange) -> Expression? {
    let listed = answer(of: register, "listed_at")
    guard let grace = register.grace else {
      return .prefer(.before(.attempt, listed), then: .no, otherwise: .yes)
    }
    return term(grace, range, of: owner(of: register)).map { term in
      let start = Expression.moved(listed, by: term, direction: 1, reading: .earlier)
      return .prefer(.before(.attempt, start), then: .no, otherwise: .yes)
    }
  }

  /// Whether the listing concerns the attempt's channel; one of unknown channels does.
  private func concernsChannel(_ register: Register) -> Expression {
    let channels = answer(of: register, "channels")
    return .prefer(
      .all([.not(.isNone(channels)), .not(.includes(channels, .stepChannel))]),
      then: .no, otherwise: .yes)
  }

  /// Unknown whatever the entry holds; reads it, so that a report can name it as missing.
  private func noAnswer(of register: Register) -> Expression {
    .choose(
      .isNone(answer(of: register, "status")),
      then: .open("\(register.id) was asked and gave no answer"),
      otherwise: .open("the answer of \(register.id) is older than its interval"))
  }
}
