import Outreach

extension Program {
  /// The class of attempts judged alike for each step of a contact.
  ///
  /// Where reports want the next change of a verdict or the permitted parts of a window, there is none.
  ///
  /// - Parameters:
  ///   - place: the contact's place in the batch.
  ///   - records: the batch's contacts, where the class is new.
  ///   - body: what to do with the numbers of the classes, by step; see `classes`.
  /// - Returns: nil if the contact has no classes; `judgement(of:)` then tells.
  public func withClasses<Result>(
    of place: Int, in records: any BatchRecords, _ body: (UnsafeBufferPointer<Int32>) -> Result
  ) -> Result? {
    let contact = contacts[place]
    guard contact.ground >= 0, !contact.asksJudge, !judge.options.findsPermitted,
      !judge.options.findsNextChange
    else { return nil }
    findClasses(place, Int(contact.ground), records)
    tallyShares(place, in: records)
    return classOfStep.withUnsafeBufferPointer(body)
  }

  /// The attempt that a class stands for, its findings with the origins of the first that had them.
  public func attempt(ofClass number: Int32) -> AttemptJudgement {
    func all(_ part: SharedFinding.Part) -> [Finding] {
      classes.findings(of: number, in: part).map { findings.all[Int($0)].finding }
    }
    let step = judge.plan.steps[classes.step(of: number)]
    let gaps = classes.findings(of: number).lazy.map { self.findings.all[Int($0)] }
      .filter { $0.isGap && $0.finding.verdict == .unproven }.map(\.finding.rule)
    return AttemptJudgement(
      step: step.id, stepIndex: step.index, decision: classes.decision(of: number),
      findings: all(.findings), planFindings: all(.planFindings), excused: all(.excused),
      planExcused: all(.planExcused), permitted: nil, gaps: gaps.sorted())
  }

  /// Whether contacts may belong to segments, which `segments(of:)` then tells.
  public var hasSegments: Bool { !segments.isEmpty }

  /// The segments to which a contact certainly belongs or may belong; none where the judge is asked.
  public func segments(of place: Int, in records: any BatchRecords) -> (
    certain: [String], doubtful: [String]
  ) {
    guard contacts[place].ground >= 0 else { return ([], []) }
    return segments(
      of: contacts[place], grounds[Int(contacts[place].ground)],
      AskedContact(judge, place, records))
  }

  /// Fills `classOfStep`.
  func findClasses(_ place: Int, _ ground: Int, _ records: any BatchRecords) {
    let end = eventStarts[place + 1]
    var next = eventStarts[place]
    var whole: AskedContact?
    ownKeys.reserve(end - next, keeping: 0)
    for step in classOfStep.indices {
      var hash = AttemptClasses.seed(ground, step)
      var count = 0
      while next < end, stepOfUnit[Int(events[next].unit)] == step {
        let event = events[next]
        next += 1
        var key: Int32? = event.key
        if event.code == .ask || givesReasons && event.code != .fail {
          key = foundKey(event, place, ground, &whole, records)
        }
        guard let key else { continue }
        hash = AttemptClasses.mix(hash, key)
        ownKeys.base[count] = key
        count += 1
      }
      let own = UnsafeBufferPointer(start: ownKeys.base, count: count)
      var number = classes.find(hash, ground, step, own)
      if number < 0 {
        gather(step, grounds[ground], own, place, &whole, records)
        number = classes.add(draft, findings, hash, ground, step, own)
      }
      classOfStep[step] = number
    }
  }

  /// Gathers what was found of an attempt, rule by rule.
  private func gather(
    _ step: Int, _ ground: Ground, _ own: UnsafeBufferPointer<Int32>, _ place: Int,
    _ whole: inout AskedContact?, _ records: any BatchRecords
  ) {
    draft.clear()
    let builtIn = ground.sharedBuiltIn[step] ?? shareBuiltIn(step, ground, place, &whole, records)
    for number in builtIn { draft.add(number, .findings) }
    var settled = 0
    for key in own {
      let number = key < 0 ? -1 - key : finding(key, ground, place, &whole, records)
      guard let number else { continue }
      let rule = key < 0 ? keyOfFinding[number] : units[Int(key &>> 3)].key
      while let rule, settled < ground.settled[step].count, ground.settled[step][settled].key < rule
      {
        addSettled(settled, step, ground, place, &whole, records)
        settled += 1
      }
      draft.add(number, findings.part(of: number))
    }
    while settled < ground.settled[step].count {
      addSettled(settled, step, ground, place, &whole, records)
      settled += 1
    }
  }

  /// Adds a rule that no fact of the contact decides.
  private func addSettled(
    _ rule: Int, _ step: Int, _ ground: Ground, _ place: Int, _ whole: inout AskedContact?,
    _ records: any BatchRecords
  ) {
    let settled = ground.settled[step][rule]
    var number = settled.finding
    if number == nil, let judged = ground.judged[settled.key] {
      var facts = AttemptFacts(
        plan: judge.plan, step: judge.plan.steps[step], contact: ground.contact)
      if judge.options.findsReasons {
        // Where a fact stands is told of the first contact.
        let contact = whole ?? AskedContact(judge, place, records)
        whole = contact
        facts = contact.attempt(judge.plan.steps[step])
      }
      number = share(judged, settled.key, step, settled.result, facts)
      ground.settled[step][rule].finding = number
    }
    if let number { draft.add(number, findings.part(of: number)) }
  }

  /// The finding of an event whose reason is the same for all contacts of its ground.
  private func finding(
    _ key: Int32, _ ground: Ground, _ place: Int, _ whole: inout AskedContact?,
    _ records: any BatchRecords
  ) -> Int32? {
    if let known = ground.findings[key] { return known }
    let unit = units[Int(key &>> 3)]
    guard let judged = ground.judged[unit.key], let code = RuleCode(rawValue: UInt8(key & 7)) else {
      return nil
    }
    let number: Int32?
    if judge.options.findsReasons {
      number = asked(unit, judged, place, &whole, records)
    } else {
      let result = RuleResult(verdict: code.verdict, instant: .distantPast, zone: .universal)
      number = share(judged, unit.key, unit.step, result, plainFacts[unit.step])
    }
    if let number { ground.findings[key] = number }
    return number
  }

  /// What the judge finds of a contact by one rule; nil if nothing that a judgement holds.
  func asked(
    _ unit: RuleUnit, _ judged: JudgedRule, _ place: Int, _ whole: inout AskedContact?,
    _ records: any BatchRecords
  ) -> Int32? {
    let contact = whole ?? AskedContact(judge, place, records)
    whole = contact
    let facts = contact.attempt(judge.plan.steps[unit.step])
    return share(judged, unit.key, unit.step, judge.result(of: judged, facts), facts)
  }

  private func share(
    _ judged: JudgedRule, _ key: RuleKey, _ step: Int, _ result: RuleResult, _ facts: AttemptFacts
  ) -> Int32? {
    guard result.isNotable, let part = SharedFinding.Part(judged.rule, result) else { return nil }
    let number = findings.number(
      of: judge.timelessFinding(judged, result, facts), step: step, part: part,
      isGap: judged.rule.isGap)
    keyOfFinding[number] = key
    return number
  }

  private func shareBuiltIn(
    _ step: Int, _ ground: Ground, _ place: Int, _ whole: inout AskedContact?,
    _ records: any BatchRecords
  ) -> [Int32] {
    var found = ground.builtIn
    if judge.options.findsReasons, !found.isEmpty {
      let contact = whole ?? AskedContact(judge, place, records)
      whole = contact
      found = judge.builtInFindings(contact.facts, contact.gathered, ground.coverage)
    }
    let numbers = found.map {
      findings.number(of: $0, step: step, part: .findings, isGap: false)
    }
    ground.sharedBuiltIn[step] = numbers
    return numbers
  }
}
