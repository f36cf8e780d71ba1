public import Outreach

/// A contact with everything that is settled before its attempts are judged.
struct Prepared {
  var facts: ContactFacts
  var coverage: PolicyCoverage
  var rules: [JudgedRule]
  var builtIn: [Finding]

  /// The rules that can block an attempt.
  var blocking: [JudgedRule] {
    rules.filter { $0.rule.severity == .block && $0.rule.scope != .list }
  }
}

extension Judge {
  /// What a contact needs for being judged; rules may read less of it than what tells where it is.
  func prepare(_ contact: FactRecord, asRead read: FactRecord? = nil) -> Prepared {
    let gathered = EvidenceGatherer(world: world).gather(contact)
    let facts = ContactFacts(
      read ?? contact, derived: gathered.derived, evidence: gathered.evidence, plan: plan)
    let coverage = PolicyCoverage(evidence: gathered.evidence, plan: plan)
    return Prepared(
      facts: facts, coverage: coverage, rules: coverage.judgedRules(options: options),
      builtIn: builtInFindings(facts, gathered, coverage))
  }

  /// Explains the verdicts on one step of the plan; nil if the plan has no such step.
  ///
  /// - Parameters:
  ///   - contact: a record of kind `contact`.
  ///   - step: the step's number in the plan, from 0.
  ///   - days: how many days after the step's start permitted times are looked for.
  /// - Returns: every rule that was in force, the decisive ones first, with its proof.
  public func explain(
    _ contact: FactRecord, step: Int, days: Int = 14
  ) -> AttemptExplanation? {
    guard plan.steps.indices.contains(step) else { return nil }
    let prepared = prepare(contact)
    let facts = AttemptFacts(plan: plan, step: plan.steps[step], contact: prepared.facts)
    let judgement = judge(facts, rules: prepared.rules, builtIn: prepared.builtIn)
    var rules: [RuleExplanation] = []
    for judged in prepared.rules where judged.rule.scope != .list {
      let result = result(of: judged, facts)
      guard result.verdict != .notInForce else { continue }
      rules.append(explain(judged, result, facts))
    }
    rules.sort { left, right in
      let (a, b) = (left.finding.decision, right.finding.decision)
      if a != b { return a > b }
      let (isWorse, isBetter) = (left.finding.verdict.ok != true, right.finding.verdict.ok != true)
      if isWorse != isBetter { return isWorse }
      return Finding.isOrdered(left.finding, before: right.finding)
    }
    var permitted: [TimeSpan] = []
    var widening: Widening?
    if let start = facts.beginning {
      let end = start.adding(milliseconds: Int64(min(max(days, 0), 3660)) * 86_400_000)
      permitted = self.permitted(prepared, facts, from: start, to: end)
      widening = self.widening(prepared, facts, from: start, to: end)
    }
    return AttemptExplanation(
      judgement: judgement, evidence: prepared.facts.evidence, rules: rules,
      permitted: permitted, widening: widening)
  }

  private func explain(
    _ judged: JudgedRule, _ result: RuleResult, _ facts: AttemptFacts
  ) -> RuleExplanation {
    var evaluator = Evaluator(facts: facts, zone: result.zone, instant: result.instant)
    let rule = judged.rule
    let exceptions =
      rule.exceptions.map(\.condition)
      + judged.exemptionConditions
    let policy = library.policies.first { rule.id.hasPrefix($0.name + ".") }
    return RuleExplanation(
      finding: finding(judged, result, facts), rule: rule, instant: result.instant,
      zone: result.zone.name, applies: evaluator.proof(of: rule.applies),
      exceptions: exceptions.map { evaluator.proof(of: $0) },
      requirements: evaluator.requirements(of: judged).map { evaluator.proof(of: $0) },
      graces: result.verdict == .pass ? graces(of: rule, &evaluator) : [],
      notes: policy?.notes.filter { $0.rules.contains(rule.id) } ?? [])
  }

  private func graces(of rule: Rule, _ evaluator: inout Evaluator) -> [Proof] {
    rule.graces.map { evaluator.proof(of: $0) }.filter { $0.truth == .yes }
  }
}
