import Outreach

/// What one rule says at one instant on one clock.
struct RuleOutcome {
  /// Whether the rule is satisfied.
  var ok: Truth

  /// The label: the first that is certain.
  var verdict: Verdict

  /// What excused it, where the verdict is exempt or waived.
  var excusedBy: String?

  /// Whether weak law alone excused it.
  var isWeaklyExcused = false

  /// How bad it is: a failure is worse than an unproven verdict, which is worse than a weak excuse.
  var badness: Int {
    switch ok {
    case .no: 3
    case .unknown: 2
    case .yes: isWeaklyExcused ? 1 : 0
    }
  }
}

extension Evaluator {
  /// Judges a rule at the evaluator's instant and clock.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - exemptions: for each branch through which the recipient falls under the rule, the exemptions made in
  ///     it; every branch must hold.
  ///   - waivers: the waivers of the rule.
  /// - Returns: whether the rule is satisfied, and why.
  mutating func judge(
    _ rule: Rule, exemptions: [[Exemption]], waivers: [Waiver]
  ) -> RuleOutcome {
    if truth(.inForce(from: rule.from, until: rule.until)) == .no {
      return RuleOutcome(ok: .yes, verdict: .notInForce)
    }
    let applies = truth(rule.applies)
    if applies == .no { return RuleOutcome(ok: .yes, verdict: .notApplicable) }
    var reading: Expression?
    for waiver in waivers where truth(.inForce(from: nil, until: waiver.until)) == .yes {
      guard let replacement = waiver.reading else {
        return RuleOutcome(ok: .yes, verdict: .waived, excusedBy: waiver.by)
      }
      reading = replacement
    }
    let required = reading.map { truth($0) } ?? truth(.all(rule.requirements))
    let excuse = excuse(rule.exceptions, branches: exemptions)
    if required == .yes { return RuleOutcome(ok: .yes, verdict: passing(excuse, reading, waivers)) }
    if excuse.truth == .yes {
      // A weak excuse matters only where nothing else saves the attempt.
      return RuleOutcome(
        ok: .yes, verdict: .exempt, excusedBy: excuse.by, isWeaklyExcused: excuse.isWeak)
    }
    let ok = (!applies).or(excuse.truth).or(required)
    return RuleOutcome(ok: ok, verdict: ok == .no ? .fail : .unproven)
  }

  private func passing(_ excuse: Excuse, _ reading: Expression?, _ waivers: [Waiver]) -> Verdict {
    if reading != nil { return .waived }
    return excuse.truth == .yes ? .exempt : .pass
  }

  /// Whether an exception excuses, which, and whether only weak law does.
  private struct Excuse {
    var truth = Truth.no
    var by: String?
    var isWeak = false
  }

  private mutating func excuse(
    _ exceptions: [RuleException], branches: [[Exemption]]
  ) -> Excuse {
    let own = strongest(exceptions.map { ($0, $0.condition.words) })
    guard branches.contains(where: { !$0.isEmpty }), own.truth != .yes || own.isWeak else {
      return own
    }
    var all = Excuse(truth: .yes)
    for branch in branches {
      let made = strongest(branch.map { ($0.exception, $0.policy) })
      let best = Evaluator.better(own, made)
      all.truth = all.truth.and(best.truth)
      all.isWeak = all.isWeak || best.isWeak
      all.by = all.by ?? best.by
    }
    return all
  }

  private mutating func strongest(_ exceptions: [(RuleException, String)]) -> Excuse {
    var result = Excuse()
    for (exception, name) in exceptions {
      let next = Excuse(truth: truth(exception.condition), by: name, isWeak: exception.isWeak)
      if next.truth == .yes { facts.observer?.excused(by: exception.condition) }
      result = Evaluator.better(result, next)
      if result.truth == .yes, !result.isWeak { break }
    }
    return result
  }

  private static func better(_ left: Excuse, _ right: Excuse) -> Excuse {
    switch (left.truth, right.truth) {
    case (.yes, .yes): left.isWeak && !right.isWeak ? right : left
    case (.yes, _): left
    case (_, .yes): right
    case (.unknown, _): left
    default: right.truth == .unknown ? right : left
    }
  }
}

extension Expression {
  /// The policy's words for the expression, where it is traced.
  var words: String {
    guard case .traced(let trace, _) = self else { return "" }
    return trace.text
  }
}
