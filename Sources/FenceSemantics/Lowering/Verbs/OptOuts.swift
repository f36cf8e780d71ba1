import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// `opted out …`: a matching opt-out stands at the attempt.
  func optedOut(_ scope: OptOutScopeSyntax, where written: ExpressionSyntax?) -> Expression? {
    optOutCondition(written).map { condition in
      .someRow(
        list: .fact(.contact, "opt_outs"), where: .all(standing(scope) + condition))
    }
  }

  /// `honour opt-outs … within D [for D2]`: no matching opt-out that stands is older than D.
  func honour(
    _ scope: OptOutScopeSyntax, within: DurationSyntax?, lasting: DurationSyntax?,
    where written: ExpressionSyntax?
  ) -> Expression? {
    let grace = within.map { term($0) } ?? Term(.exact(milliseconds: 0))
    let lasting = lasting.map { term($0) }
    let condition = optOutCondition(written)
    guard let grace, let condition else { return nil }
    let said = Expression.field(.optOut, "at")
    var parts = standing(scope)
    parts.append(.not(.within(grace, from: said, to: .attempt)))
    if let lasting {
      guard let term = lasting else { return nil }
      parts.append(.within(term, from: said, to: .attempt))
    }
    return .not(.someRow(list: .fact(.contact, "opt_outs"), where: .all(parts + condition)))
  }

  /// Whether the opt-out in `row(0)` is for the attempt's channel or purpose, or for any.
  func matchesAttempt(_ axis: String) -> Expression {
    let refused = Expression.field(.optOut, axis)
    return axis == "channel"
      ? .any([.equal(refused, .stepChannel), .equal(refused, .word(.channel, "any"))])
      : .any([.equal(refused, .planPurpose), .equal(refused, .word(.purpose, "any"))])
  }

  /// Whether the opt-out in `row(0)` matches the attempt and no later consent has lifted it.
  private func standing(_ scope: OptOutScopeSyntax) -> [Expression] {
    var parts: [Expression] = []
    if !scope.anyChannel { parts.append(matchesAttempt("channel")) }
    if !scope.anyPurpose { parts.append(matchesAttempt("purpose")) }
    parts.append(.notYetAfter(.field(.optOut, "at")))
    // Here the consent is `row(0)` and the opt-out `row(1)`.
    let lifts = Expression.all([
      .atMost(.word(.level, "express"), .field(.consent, "level")),
      .before(.field(.optOut, "at", ofRow: 1), .field(.consent, "granted_at")),
      .equal(.field(.consent, "channel"), .stepChannel),
      .equal(.field(.consent, "purpose"), .planPurpose),
      inForce(consentRow: 0),
    ])
    parts.append(.not(.someRow(list: .fact(.contact, "consents"), where: lifts)))
    return parts
  }

  /// The written condition on an opt-out, if any; nil if it was reported as wrong.
  private func optOutCondition(_ written: ExpressionSyntax?) -> [Expression]? {
    guard let written else { return [] }
    return inRow(.record(.optOut)) { predicate(written) }.map { [$0] }
  }
}
