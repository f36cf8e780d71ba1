import Outreach

/// What was found of attempts, by the numbers of the findings.
extension Program {
  /// What is found of every attempt of a contact's ground at a step.
  func commonFindings(_ step: Int, _ contact: AskedContact) -> CommonFindings {
    let ground = contact.ground
    if let known = ground.common[step] { return common[Int(known)] }
    var numbers = builtInFindings(step, contact)
    for settled in ground.settled[step] {
      if let number = finding(settled, step, contact) { numbers.append(number) }
    }
    let findings = findings
    numbers.sort { findings.isOrdered($0, before: $1) }
    var key = MixedKey(Int32(truncatingIfNeeded: step), numbers.count)
    for number in numbers { key.mix(number: number) }
    // Many grounds have the same.
    let place = commonNumbers.find(key) ?? Int32(truncatingIfNeeded: common.count)
    if Int(place) == common.count {
      var totals = FindingTotals()
      for number in numbers { totals.add(findings.cells.base[Int(number)]) }
      common.append(CommonFindings(findings: numbers, key: key, totals: totals))
      commonNumbers.add(key, place)
    }
    ground.common[step] = place
    return common[Int(place)]
  }

  /// What no policy says.
  private func builtInFindings(_ step: Int, _ contact: AskedContact) -> [Int32] {
    var found = contact.ground.builtIn
    if judge.options.findsReasons, !found.isEmpty {
      found = judge.builtInFindings(contact.facts, contact.gathered, contact.ground.coverage)
    }
    return found.map {
      findings.number(of: $0, step: step, part: .findings, rule: nil, isGap: false)
    }
  }

  /// What was found by a rule that no fact of the contact decides.
  private func finding(
    _ settled: Ground.SettledRule, _ step: Int, _ contact: AskedContact
  ) -> Int32? {
    let ground = contact.ground
    guard let judged = ground.judged[settled.key] else { return nil }
    // Where a fact stands is told of the first contact.
    let facts =
      judge.options.findsReasons
      ? contact.attempt(judge.plan.steps[step])
      : AttemptFacts(plan: judge.plan, step: judge.plan.steps[step], contact: ground.contact)
    return share(judged, settled.key, step, settled.result, facts)
  }

  /// What was found by an event whose reasons are the same for all contacts of a ground; nil if nothing.
  func finding(ofGround event: RuleEvent, _ contact: AskedContact) -> Int32? {
    let key = MixedKey(event.key, contact.ground.number)
    if let known = findingsOfGrounds.find(key) { return known }
    let unit = units[Int(event.unit)]
    guard let judged = contact.ground.judged[unit.key] else { return nil }
    let number: Int32?
    if judge.options.findsReasons {
      number = asked(unit, contact)
    } else {
      let result = RuleResult(verdict: event.code.verdict, instant: .distantPast, zone: .universal)
      number = share(judged, unit.key, unit.step, result, plainFacts[unit.step])
    }
    if let number, findingsOfGrounds.count < Program.mostReasons {
      findingsOfGrounds.add(key, number)
    }
    return number
  }

  /// What the judge finds of a contact by one rule; nil if nothing that a judgement holds.
  func asked(_ unit: RuleUnit, _ contact: AskedContact) -> Int32? {
    guard let judged = contact.ground.judged[unit.key] else { return nil }
    let facts = contact.attempt(judge.plan.steps[unit.step])
    return share(judged, unit.key, unit.step, judge.result(of: judged, facts), facts)
  }

  private func share(
    _ judged: JudgedRule, _ key: RuleKey, _ step: Int, _ result: RuleResult, _ facts: AttemptFacts
  ) -> Int32? {
    guard result.isNotable, let part = SharedFinding.Part(judged.rule, result) else { return nil }
    let number = findings.number(
      of: judge.timelessFinding(judged, result, facts), step: step, part: part, rule: key,
      isGap: judged.rule.isGap)
    note(number, of: key, step: step)
    return number
  }
}

/// What is found of every attempt of a ground at a step, in the order of reports.
struct CommonFindings {
  var findings: [Int32]
  var key: MixedKey
  var totals: FindingTotals
}
