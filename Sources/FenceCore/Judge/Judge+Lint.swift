import Outreach

extension Judge {
  /// Judges the plan alone, for its targets: what is certainly wrong, and what each contact will have to bring.
  ///
  /// Contacts are taken to be as `audience.every` says and otherwise unknown. A rule whose every missing fact is
  /// a contact's is a requirement; regions of a target are requirements only.
  public func lint() -> LintJudgement {
    var findings: [FindingKey: LintJudgement.StepFinding] = [:]
    var requirements: [RequirementKey: LintJudgement.Requirement] = [:]
    for target in plan.targets.isEmpty ? [nil] : plan.targets.map(Optional.some) {
      lint(target, into: &findings, &requirements)
    }
    if plan.targets.isEmpty { addMissingTargets(&findings) }
    let sorted = findings.values.sorted { left, right in
      let (a, b) = (stepIndex(left.step), stepIndex(right.step))
      if left.finding == right.finding || Finding.sameRank(left.finding, right.finding) {
        return a < b
      }
      return Finding.isOrdered(left.finding, before: right.finding)
    }
    return LintJudgement(
      findings: sorted,
      requirements: requirements.values.sorted { ($0.place, $0.rule) < ($1.place, $1.rule) })
  }

  private struct FindingKey: Hashable {
    var rule: String
    var version: CivilDate?
    var step: String
    var verdict: Verdict
  }

  private struct RequirementKey: Hashable {
    var place: String
    var rule: String
  }

  private func lint(
    _ target: String?, into findings: inout [FindingKey: LintJudgement.StepFinding],
    _ requirements: inout [RequirementKey: LintJudgement.Requirement]
  ) {
    let contact = audience
    let zones = target.map { world.places.zones(of: $0) } ?? world.zones.names
    let pieces = target.map { [PlaceEvidence.Piece(fact: "plan.targets", candidates: [$0])] } ?? []
    let evidence = PlaceEvidence(
      pieces: pieces, zones: zones.isEmpty ? world.zones.names : zones, zonesFrom: "plan.targets")
    let gathered = EvidenceGatherer(world: world).gather(contact)
    let prepared = ContactFacts(
      contact, derived: gathered.derived, evidence: evidence, plan: plan)
    let coverage = lintCoverage(evidence)
    for step in plan.steps {
      let facts = AttemptFacts(plan: plan, step: step, contact: prepared)
      for judged in coverage.judgedRules(options: options) where judged.rule.scope != .list {
        let result = facts.result(of: judged)
        guard result.verdict == .fail || result.verdict == .unproven else { continue }
        var finding = finding(judged, result, facts)
        let isContacts = finding.missing.allSatisfy(Judge.isContactFact)
        if result.verdict == .unproven, isContacts, !finding.missing.isEmpty || !judged.isCertain {
          let place = judged.isCertain ? target ?? "" : judged.rule.policyName
          let key = RequirementKey(place: place, rule: judged.rule.id)
          var requirement =
            requirements[key]
            ?? LintJudgement.Requirement(
              place: place, rule: judged.rule.id, title: judged.rule.title,
              severity: judged.rule.severity, steps: [], facts: [])
          if !requirement.steps.contains(step.id) { requirement.steps.append(step.id) }
          requirement.facts = Set(requirement.facts + finding.missing).sorted()
          requirements[key] = requirement
          continue
        }
        finding.places = target.map { [$0] } ?? []
        let key = FindingKey(
          rule: finding.rule, version: finding.version, step: step.id, verdict: finding.verdict)
        if var known = findings[key] {
          known.finding.places = Set(known.finding.places + finding.places).sorted()
          findings[key] = known
        } else {
          findings[key] = LintJudgement.StepFinding(step: step.id, finding: finding)
        }
      }
    }
  }

  /// For a target, its own policies are certain and those of its regions possible; without targets every policy
  /// is possible.
  private func lintCoverage(_ evidence: PlaceEvidence) -> PolicyCoverage {
    guard evidence.pieces.isEmpty else {
      return PolicyCoverage(evidence: evidence, plan: plan)
    }
    return PolicyCoverage(
      policies: library.policies.compactMap { policy in
        switch policy.coverage {
        case .nobody: nil
        case .everyone: PolicyCoverage.Covering(policy: policy, isCertain: true, places: [])
        case .places(let codes, _, _):
          PolicyCoverage.Covering(policy: policy, isCertain: false, places: codes)
        }
      })
  }

  /// The contact of whom only `audience.every` is known.
  private var audience: FactRecord {
    guard case .record(let audience) = plan.record["audience"].value,
      case .record(let every) = audience["every"].value
    else { return FactRecord(.contact) }
    return every
  }

  private func addMissingTargets(
    _ findings: inout [FindingKey: LintJudgement.StepFinding]
  ) {
    guard let step = plan.steps.first else { return }
    var finding = Finding(
      rule: "ringfence.targets", title: "The plan says where it is aimed", verdict: .unproven,
      severity: .block)
    finding.message = "the plan names no `targets`, so every policy may apply"
    finding.missing = ["plan.targets"]
    finding.origin = plan.record.origin
    findings[
      FindingKey(rule: finding.rule, version: nil, step: step.id, verdict: .unproven)] =
      LintJudgement.StepFinding(step: step.id, finding: finding)
  }

  private func stepIndex(_ id: String) -> Int {
    plan.steps.first { $0.id == id }?.index ?? 0
  }

  /// Whether a missing fact is one that each contact brings.
  static func isContactFact(_ name: String) -> Bool {
    ["contact.", "number", "line", "place", "age", "derived."].contains { name.hasPrefix($0) }
  }
}

extension Rule {
  /// The name of the policy that the rule's id begins with.
  var policyName: String {
    String(id[..<(id.firstIndex(of: ".") ?? id.endIndex)])
  }
}

extension Finding {
  /// Whether two findings are about the same version of the same rule with the same verdict.
  fileprivate static func sameRank(_ left: Finding, _ right: Finding) -> Bool {
    left.rule == right.rule && left.version == right.version && left.verdict == right.verdict
  }
}

extension PlanFacts {
  /// The places at which the plan is aimed; empty if it does not say.
  var targets: [String] {
    guard case .list(let items) = record["targets"].value else { return [] }
    return items.compactMap { item in
      guard case .text(let place) = item.value else { return nil }
      return place
    }
  }
}
