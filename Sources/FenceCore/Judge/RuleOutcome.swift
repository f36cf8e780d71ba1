import Outreach

/// What one rule says at one instant on one clock.
struct RuleOutcome {
  /// Whether the rule is satisfied.
  var ok: Truth

  /// The label: the first that is certain.
  var verdict: Verdict

  /// What excused it, where the verdict is exempt or waived.
  var excusedBy: String?

  /// The waiver, where the verdict is waived.
  var waiver: Waiver?

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

  /// Whether another outcome counts before this one where both must hold; a waiver is always shown.
  func isMilder(than other: RuleOutcome) -> Bool {
    (badness, verdict == .waived ? 1 : 0) < (other.badness, other.verdict == .waived ? 1 : 0)
  }
}

extension Evaluator {
  /// Judges a rule at the evaluator's instant and clock: every branch must hold.
  mutating func judge(_ judged: JudgedRule) -> RuleOutcome {
    let rule = judged.rule
    if truth(.inForce(from: rule.from, until: rule.until)) == .no {
      return RuleOutcome(ok: .yes, verdict: .notInForce)
    }
    let applies = truth(rule.applies)
    if applies == .no { return RuleOutcome(ok: .yes, verdict: .notApplicable) }
    let own = strongest(rule.exceptions.map { ($0, $0.condition.words) })
    var worst: RuleOutcome?
    for branch in judged.branches {
      let outcome = judge(rule, applies: applies, own, branch)
      if worst.map({ $0.isMilder(than: outcome) }) ?? true { worst = outcome }
    }
    return worst ?? RuleOutcome(ok: .unknown, verdict: .unproven)
  }

  private mutating func judge(
    _ rule: Rule, applies: Truth, _ own: Excuse, _ branch: JudgedRule.Branch
  ) -> RuleOutcome {
    let waivers = branch.waivers.filter { truth(.inForce(from: nil, until: $0.until)) == .yes }
    if let outright = waivers.first(where: { $0.reading == nil }) {
      return RuleOutcome(ok: .yes, verdict: .waived, excusedBy: outright.by, waiver: outright)
    }
    let readings = waivers.compactMap(\.reading)
    let required = truth(.all(readings.isEmpty ? rule.requirements : readings))
    if required == .yes, let reader = waivers.first {
      return RuleOutcome(ok: .yes, verdict: .waived, excusedBy: reader.by, waiver: reader)
    }
    let made = strongest(branch.exemptions.map { ($0.exception, $0.policy) })
    let excuse = Evaluator.better(own, made)
    if required == .yes {
      return RuleOutcome(ok: .yes, verdict: excuse.truth == .yes ? .exempt : .pass)
    }
    if excuse.truth == .yes {
      // A weak excuse matters only where nothing else saves the attempt.
      return RuleOutcome(
        ok: .yes, verdict: .exempt, excusedBy: excuse.by, isWeaklyExcused: excuse.isWeak)
    }
    let ok = (!applies).or(excuse.truth).or(required)
    return RuleOutcome(ok: ok, verdict: ok == .no ? .fail : .unproven)
  }

  /// What must hold, where a waiver in force may read the rule otherwise than it is written.
  mutating func requirements(of judged: JudgedRule) -> [Expression] {
    var found: [Expression] = []
    for branch in judged.branches {
      let readings = branch.waivers.filter {
        truth(.inForce(from: nil, until: $0.until)) == .yes
      }.compactMap(\.reading)
      for part in readings.isEmpty ? judged.rule.requirements : readings
      where !found.contains(part) { found.append(part) }
    }
    return found
  }

  /// Whether an exception excuses, which, and whether only weak law does.
  private struct Excuse {
    var truth = Truth.no
    var by: String?
    var isWeak = false
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
