import Outreach

/// What one rule says over the spans of a step, on every clock.
struct RuleResult {
  /// All ok, all fail, or neither, over the clocks.
  var verdict: Verdict
  var excusedBy: String?
  var waiver: Waiver?
  var isWeaklyExcused = false
  /// Whether the clocks disagree, so that the missing fact is the time zone.
  var clocksDisagree = false
  /// Whether a merely possible place turned a failure into an unproven verdict.
  var isPlaceMissing = false
  /// The first instant at which the verdict is the worst, and the clock on which it is.
  var instant: Instant
  var zone: ZoneHistory
}

/// One rule with everything beside it that decides its verdict.
struct JudgedRule {
  var rule: Rule
  /// For each branch through which the recipient falls under the rule, what is loosened in it; never empty.
  var branches: [Branch]
  /// Whether the policy covers the recipient for certain, or only if it is where it may be.
  var isCertain: Bool
  /// The places under which it is judged.
  var places: [String]

  /// What certainly covering policies loosen for one place.
  struct Branch {
    var exemptions: [Exemption] = []
    var waivers: [Waiver] = []
  }

  /// The conditions of all exemptions, each once.
  var exemptionConditions: [Expression] {
    var seen: Set<Expression> = []
    return branches.flatMap(\.exemptions).map(\.exception.condition).filter {
      seen.insert($0).inserted
    }
  }

  /// All waivers, each once.
  var waivers: [Waiver] {
    var seen: Set<Waiver> = []
    return branches.flatMap(\.waivers).filter { seen.insert($0).inserted }
  }

  /// Whether some policy makes an exemption or a waiver.
  var isLoosened: Bool { branches.contains { !$0.exemptions.isEmpty || !$0.waivers.isEmpty } }
}

extension AttemptFacts {
  /// Judges a rule at one instant on one clock.
  func outcome(of judged: JudgedRule, at instant: Instant, on zone: ZoneHistory) -> (
    RuleOutcome, horizon: Instant
  ) {
    var evaluator = Evaluator(facts: self, zone: zone, instant: instant)
    return (evaluator.judge(judged), evaluator.horizon)
  }

  /// Walks spans from change to change; stops when the body returns false.
  func walk(
    _ judged: JudgedRule, over spans: [TimeSpan], on zone: ZoneHistory,
    _ body: (RuleOutcome, TimeSpan) -> Bool
  ) {
    for span in spans {
      var start = span.from
      while start < span.to {
        let (outcome, horizon) = outcome(of: judged, at: start, on: zone)
        let end = min(max(horizon, start.next), span.to)
        guard body(outcome, TimeSpan(from: start, to: end)) else { return }
        start = end
      }
    }
  }

  /// Judges a rule over the step's time on every clock: ok or failed only if it is so on all of them.
  func result(of judged: JudgedRule) -> RuleResult {
    let results = contact.zones.map { result(of: judged, on: $0) }
    guard var result = results.max(by: { $0.badness < $1.badness }) else {
      return RuleResult(
        verdict: .unproven, clocksDisagree: true, instant: .distantPast, zone: .universal)
    }
    let isSame = results.allSatisfy { $0.verdict.ok == result.verdict.ok }
    if !isSame {
      result.verdict = .unproven
      result.clocksDisagree = results.contains { $0.verdict.ok == true }
    }
    if result.verdict == .fail, !judged.isCertain {
      result.verdict = .unproven
      result.isPlaceMissing = true
    }
    return result
  }

  /// The worst verdict over the step's time on one clock.
  private func result(of judged: JudgedRule, on zone: ZoneHistory) -> RuleResult {
    guard let spans = step.time.spans(on: zone) else {
      return unknownTime(judged, on: zone)
    }
    var result: RuleResult?
    walk(judged, over: spans, on: zone) { outcome, span in
      let next = RuleResult(
        verdict: outcome.verdict, excusedBy: outcome.excusedBy, waiver: outcome.waiver,
        isWeaklyExcused: outcome.isWeaklyExcused, instant: span.from, zone: zone)
      if let held = result, held.badness >= outcome.badness { return held.verdict != .fail }
      result = next
      return next.verdict != .fail
    }
    return result ?? unknownTime(judged, on: zone)
  }

  /// A step of which the time is unknown proves nothing, but for rules that no time can change.
  private func unknownTime(_ judged: JudgedRule, on zone: ZoneHistory) -> RuleResult {
    let early = Instant(milliseconds: 0)
    var verdict = Verdict.unproven
    let (outcome, horizon) = outcome(of: judged, at: early, on: zone)
    if horizon == .distantFuture, judged.rule.from == nil, judged.rule.until == nil {
      verdict = outcome.verdict
    }
    return RuleResult(
      verdict: verdict, excusedBy: outcome.excusedBy, waiver: outcome.waiver,
      isWeaklyExcused: outcome.isWeaklyExcused,
      instant: early, zone: zone)
  }
}

extension RuleResult {
  /// Whether an attempt's judgement holds it: all but rules that pass or do not apply.
  var isNotable: Bool {
    switch verdict {
    case .fail, .unproven, .exempt, .waived: true
    case .pass, .notApplicable, .notInForce: false
    }
  }

  var badness: Int {
    switch verdict {
    case .fail: 3
    case .unproven: 2
    default: isWeaklyExcused ? 1 : 0
    }
  }
}

extension ZoneHistory {
  /// Universal time, the clock of last resort.
  static let universal = ZoneHistory(name: "UTC", fixedOffset: 0)
}
