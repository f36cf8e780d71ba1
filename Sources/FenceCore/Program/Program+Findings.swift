import Outreach

/// What was found of attempts, by the numbers of the findings.
extension Program {
  /// What is found of every attempt of a contact's ground at a step, by its place in `common`.
  func commonFindings(_ step: Int, _ contact: AskedContact) -> Int {
    let known = commonOfGround.base[contact.ground.number * stepCount + step]
    if known >= 0 { return Int(known) }
    return findCommon(
      step, contact.ground, builtIn: builtInFindings(contact),
      facts: contact.attempt(judge.plan.steps[step]))
  }

  /// Finds what is found of every attempt of a ground at each step, where no contact's facts are told of.
  func settleCommon(of ground: Ground) {
    for step in judge.plan.steps {
      let facts = AttemptFacts(plan: judge.plan, step: step, contact: ground.contact)
      _ = findCommon(step.index, ground, builtIn: ground.builtIn, facts: facts)
    }
  }

  private func findCommon(
    _ step: Int, _ ground: Ground, builtIn: [Finding], facts: AttemptFacts
  ) -> Int {
    let numbers = numbers(step, ground, builtIn: builtIn, facts: facts)
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
    commonOfGround.base[ground.number * stepCount + step] = place
    return Int(place)
  }

  /// What no policy says, and what the rules say that no fact of a contact decides, in the order of reports.
  private func numbers(
    _ step: Int, _ ground: Ground, builtIn: [Finding], facts: AttemptFacts
  ) -> [Int32] {
    let findings = findings
    let before = builtIn.map {
      findings.number(of: $0, step: step, part: .findings, rule: nil, isGap: false)
    }
    let settled = ground.settled[step].compactMap { settled in
      ground.judged[settled.key].flatMap {
        share($0, settled.key, step, settled.result, facts)
      }
    }
    return (before + settled).sorted { findings.isOrdered($0, before: $1) }
  }

  /// What no policy says; where a fact stands is told of the first contact.
  private func builtInFindings(_ contact: AskedContact) -> [Finding] {
    let found = contact.ground.builtIn
    guard judge.options.findsReasons, !found.isEmpty else { return found }
    return judge.builtInFindings(contact.facts, contact.gathered, contact.ground.coverage)
  }

  /// What was found by an event whose reasons are the same for all contacts of a ground; nil if nothing.
  @inline(__always) func finding(ofGround event: RuleEvent, _ contact: AskedContact) -> Int32? {
    if givesReasons { return finding(shownOfGround: event, contact) }
    // Where no reasons are given, no ground has its own.
    let known = findingOfEvent.base[Int(event.key)]
    return known >= 0 ? known : finding(plain: event, contact)
  }

  private func finding(shownOfGround event: RuleEvent, _ contact: AskedContact) -> Int32? {
    let key = MixedKey(event.key, contact.ground.number)
    if let known = findingsOfGrounds.find(key) { return known }
    let number = asked(units[Int(event.unit)], contact)
    if let number {
      if findingsOfGrounds.count == limits.reasons { findingsOfGrounds = MixedKeyTable() }
      findingsOfGrounds.add(key, number)
    }
    return number
  }

  @inline(never) private func finding(plain event: RuleEvent, _ contact: AskedContact) -> Int32? {
    let unit = units[Int(event.unit)]
    guard let judged = contact.ground.judged[unit.key] else { return nil }
    let result = RuleResult(verdict: event.code.verdict, instant: .distantPast, zone: .universal)
    let number = share(judged, unit.key, unit.step, result, plainFacts[unit.step])
    if let number { findingOfEvent.base[Int(event.key)] = number }
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
