import Outreach

extension Judge {
  /// The finding that reports a rule's result.
  func finding(_ judged: JudgedRule, _ result: RuleResult, _ facts: AttemptFacts) -> Finding {
    var finding = timelessFinding(judged, result, facts)
    finding.nextChange = nextChange(judged, result.verdict, facts)
    return finding
  }

  /// The finding but for its next change.
  func timelessFinding(
    _ judged: JudgedRule, _ result: RuleResult, _ facts: AttemptFacts
  ) -> Finding {
    let rule = judged.rule
    var finding = Finding(
      rule: rule.id, title: rule.title, verdict: result.verdict, severity: rule.severity)
    finding.version = rule.from
    finding.isWeak =
      result.verdict == .fail ? rule.isWeak && !rule.severityIsWritten : result.isWeaklyExcused
    if options.findsReasons || result.isWeaklyExcused {
      finding.excusedBy = result.excusedBy
      finding.waiver = result.waiver
    }
    finding.fix = rule.fix
    finding.citations = rule.authorities.map(\.citation)
    finding.link = rule.authorities.lazy.compactMap(\.link).first
    guard options.findsReasons else { return finding }
    finding.places = judged.places
    if result.verdict.ok != true { finding.endedWaivers = endedWaivers(judged, result, facts) }
    if result.verdict == .unproven {
      finding.missing = missing(judged, result, facts)
    }
    finding.origin = decisiveOrigin(judged, result, facts)
    return finding
  }

  /// The facts for want of which a rule is unproven.
  func missing(
    _ judged: JudgedRule, _ result: RuleResult, _ facts: AttemptFacts
  ) -> [String] {
    var names: Set<String> = []
    if result.clocksDisagree { names.insert("contact.time_zone") }
    if result.isPlaceMissing { names.insert("contact.region") }
    if facts.step.time == .unknown { names.insert("step.at") }
    var evaluator = Evaluator(facts: facts, zone: result.zone, instant: result.instant)
    let rule = judged.rule
    let parts =
      [rule.applies] + evaluator.requirements(of: judged) + rule.exceptions.map(\.condition)
      + judged.exemptionConditions
    for part in parts { names.formUnion(evaluator.missing(from: part)) }
    return names.sorted()
  }

  /// The waivers of the rule that ended before the attempt.
  private func endedWaivers(
    _ judged: JudgedRule, _ result: RuleResult, _ facts: AttemptFacts
  ) -> [Waiver] {
    var evaluator = Evaluator(facts: facts, zone: result.zone, instant: result.instant)
    return judged.waivers.filter {
      evaluator.truth(.inForce(from: nil, until: $0.until)) == .no
    }
  }

  /// Where the fact stands that decides a failure: the deepest that was read anywhere, a plan's before a contact's.
  private func decisiveOrigin(
    _ judged: JudgedRule, _ result: RuleResult, _ facts: AttemptFacts
  ) -> Origin {
    var evaluator = Evaluator(facts: facts, zone: result.zone, instant: result.instant)
    let isPlan = judged.rule.scope == .plan
    for requirement in evaluator.requirements(of: judged) {
      // A waiver's reading may ask about the contact; a rule of the plan is about the plan all the same.
      guard !isPlan || requirement.readScope == .plan, evaluator.truth(requirement) != .yes else {
        continue
      }
      let proof = evaluator.proof(of: requirement)
      let found =
        proof.decisiveFact { $0.origin != .absent && $0.name != "attempt" }
        ?? proof.decisiveFact { $0.origin != .absent }
      if let found { return found.origin }
    }
    return facts.step.record.origin
  }

  /// Findings that no policy makes: nothing is allowed for want of a rule or of a number.
  func builtInFindings(
    _ facts: ContactFacts, _ gathered: EvidenceGatherer.Result, _ coverage: PolicyCoverage
  ) -> [Finding] {
    var findings: [Finding] = []
    if let finding = uncovered(facts.evidence, coverage) { findings.append(finding) }
    if gathered.number?.isValid != true {
      var finding = Finding(
        rule: "ringfence.number", title: "The number is valid", verdict: .unproven,
        severity: .block)
      finding.origin = facts.record["phone"].origin
      if let number = gathered.number {
        finding.message =
          number.reason.map { "the number is not valid: \($0)" }
          ?? "the number belongs to a plan that is not in the tables"
      } else {
        finding.message = "the contact has no phone number"
        finding.missing = ["contact.phone"]
      }
      findings.append(finding)
    }
    if let finding = outsideTargets(facts.evidence) { findings.append(finding) }
    if let finding = doubleCounting(facts) { findings.append(finding) }
    findings += contradictions(facts.record)
    return findings.filter { options.selects($0.rule) }
  }

  private func uncovered(_ evidence: PlaceEvidence, _ coverage: PolicyCoverage) -> Finding? {
    let countries = Set(evidence.certain.map { Places.country(of: $0) })
    let without = countries.filter { country in
      !coverage.policies.contains { covering in
        covering.isCertain && !covering.policy.isWordPolicy
          && covering.places.contains { $0.hasPrefix(country) }
      }
    }
    guard !coverage.hasCertainCode || !without.isEmpty else { return nil }
    var finding = Finding(
      rule: "ringfence.uncovered", title: "Some policy covers the recipient", verdict: .unproven,
      severity: .block)
    if without.isEmpty {
      finding.message = "it is not known where the recipient is, so no policy certainly applies"
      finding.missing = ["contact.country"]
    } else {
      finding.message = "no policy for \(without.sorted().joined(separator: ", ")) is loaded"
    }
    return finding
  }

  private func outsideTargets(_ evidence: PlaceEvidence) -> Finding? {
    let targets = plan.targets
    guard !targets.isEmpty, !evidence.certain.isEmpty,
      !evidence.certain.contains(where: { place in
        targets.contains { world.places.meet(place, $0) }
      })
    else { return nil }
    var finding = Finding(
      rule: "ringfence.targets", title: "The contact is in a target of the plan", verdict: .fail,
      severity: .warn)
    finding.places = evidence.certain
    finding.origin = plan.record["targets"].origin
    finding.message =
      "the contact is in \(evidence.certain.joined(separator: ", ")), which the plan does not target"
    return finding
  }

  /// Earlier contacts of this campaign that do not say of which step they were count beside the planned steps.
  private func doubleCounting(_ contact: ContactFacts) -> Finding? {
    let unnamed = (contact.history ?? []).filter { row in
      guard plan.owns(row.record) else { return false }
      let step = row.record["step"].value
      return step == .unknown || step == .none
    }
    guard let first = unnamed.first else { return nil }
    var finding = Finding(
      rule: "ringfence.double_counting", title: "Each contact of this campaign names its step",
      verdict: .fail, severity: .advise)
    finding.origin = first.origin
    finding.message =
      "an earlier contact of this campaign names no `step`, so caps may count it and the planned step"
    return finding
  }

  /// Facts of the contact that contradict what the plan says of every contact.
  private func contradictions(_ contact: FactRecord) -> [Finding] {
    guard case .record(let audience) = plan.record["audience"].value,
      case .record(let every) = audience["every"].value
    else { return [] }
    return RecordKind.contact.fields.indices.compactMap { index in
      let claimed = every.fields[index]
      let actual = contact.fields[index]
      guard claimed.value != .unknown, actual.value != .unknown, claimed != actual else {
        return nil
      }
      var finding = Finding(
        rule: "ringfence.audience", title: "The contact is as the plan says of everybody",
        verdict: .fail, severity: .warn)
      finding.origin = actual.origin
      finding.message =
        "`\(RecordKind.contact.fields[index].name)` is not what the plan's `audience.every` says"
      return finding
    }
  }
}
