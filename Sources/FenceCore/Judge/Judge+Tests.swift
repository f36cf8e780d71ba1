public import Outreach

/// What a rule says in a test.
public struct TestVerdict: Hashable, Sendable {
  /// The rule's id.
  public var rule: String

  /// The first day of the version judged.
  public var version: CivilDate?

  /// What it says.
  public var verdict: Verdict

  /// The facts for want of which it is unproven.
  public var missing: [String]

  /// What it makes of the attempt.
  public var decision: Decision

  /// The sides of the rule's thresholds that were tried within a unit of them, where that was asked for.
  public var sides: [Threshold.Edge: Sides] = [:]

  /// The conditions of exceptions that held, where that was asked for.
  public var excuses: Set<Expression> = []
}

extension PlaceEvidence {
  /// What is known in a test of where a contact is.
  ///
  /// - Parameters:
  ///   - contact: a record of kind `contact`.
  ///   - home: the place whose clocks count where the contact has no evidence of place; nil for none.
  ///   - world: numbers, places and zones.
  public init(ofTested contact: FactRecord, home: String?, world: World) {
    self = EvidenceGatherer(world: world).gather(contact).evidence.orElse(home, world: world)
  }

  /// The evidence, or that of being at home where there is none.
  fileprivate func orElse(_ home: String?, world: World) -> PlaceEvidence {
    guard pieces.isEmpty, let home else { return self }
    let isDeclared = zonesFrom == "contact.time_zone"
    return PlaceEvidence(
      pieces: [Piece(fact: "policy", candidates: [home])],
      zones: isDeclared ? zones : world.places.zones(of: home), zonesFrom: "policy")
  }
}

extension Judge {
  /// Judges a contact on one step as a test of a policy does: the policy, its ancestors and the others named
  /// cover the recipient for certain, wherever the evidence of place points.
  ///
  /// - Parameters:
  ///   - contact: a record of kind `contact`.
  ///   - step: the step's number in the plan, from 0.
  ///   - policies: the names of the policies that cover.
  ///   - home: the place whose clocks count where the contact has no evidence of place; nil for none.
  ///   - observes: whether the verdicts say which thresholds and exceptions were tried.
  /// - Returns: a verdict for every version of every rule of the policies, in their order.
  public func verdicts(
    _ contact: FactRecord, step: Int, policies: [String], home: String?, observes: Bool = false
  ) -> [TestVerdict] {
    guard plan.steps.indices.contains(step) else { return [] }
    let gathered = EvidenceGatherer(world: world).gather(contact)
    let evidence = gathered.evidence.orElse(home, world: world)
    let prepared = ContactFacts(
      contact, derived: gathered.derived, evidence: evidence, plan: plan)
    prepared.isRepeated = .no
    let facts = AttemptFacts(plan: plan, step: plan.steps[step], contact: prepared)
    facts.shares = library.shares.map { predicate in
      var tally = ShareTally()
      var evaluator = Evaluator(
        facts: facts, zone: prepared.zones.first ?? .universal, instant: Instant(milliseconds: 0))
      tally.add(evaluator.truth(predicate))
      return tally
    }
    let coverage = PolicyCoverage(
      policies: policies.compactMap { name in
        library.policy(name).map {
          PolicyCoverage.Covering(policy: $0, isCertain: true, places: evidence.certain)
        }
      })
    return coverage.judgedRules(options: options).map { judged in
      let observer = observes ? ReachObserver() : nil
      facts.observer = observer
      let result = facts.result(of: judged)
      facts.observer = nil
      return TestVerdict(
        rule: judged.rule.id, version: judged.rule.from, verdict: result.verdict,
        missing: result.verdict == .unproven ? missing(judged, result, facts) : [],
        decision: finding(judged, result, facts).decision, sides: observer?.sides ?? [:],
        excuses: observer?.excuses ?? [])
    }
  }
}
