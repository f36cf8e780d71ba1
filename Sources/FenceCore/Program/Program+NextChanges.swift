import Outreach

extension Program {
  /// When the rules that found something of a contact at a step say something else, by rule.
  func nextChanges(_ step: StepFacts, _ whole: AskedContact) -> [RuleKey: Instant?] {
    let ground = whole.ground
    var changes: [RuleKey: Instant?] = [:]
    for event in events(of: whole.place) where stepOfUnit[Int(event.unit)] == step.index {
      let key = units[Int(event.unit)].key
      guard let judged = ground.judged[key] else { continue }
      changes[key] = nextChange(event, judged, whole.place, whole.attempt(step))
    }
    for settled in ground.settled[step.index] {
      guard let judged = ground.judged[settled.key] else { continue }
      let key = SettledChange(step: step.index, rule: settled.key)
      if ground.nextChanges[key] == nil {
        let facts = AttemptFacts(plan: judge.plan, step: step, contact: ground.contact)
        ground.nextChanges[key] = judge.nextChange(judged, settled.result.verdict, facts)
      }
      changes[settled.key] = ground.nextChanges[key]
    }
    return changes
  }

  private func nextChange(
    _ event: RuleEvent, _ judged: JudgedRule, _ place: Int, _ facts: @autoclosure () -> AttemptFacts
  ) -> Instant? {
    // Where points in time of the contact matter, the next change is the contact's alone.
    let reason =
      event.code == .ask || hasMoments[Int(event.unit)]
      ? nil : reasonKey(event, contacts[place], isWhole: true)
    if let reason {
      let known = changeKeys.find(reason.first, reason.second)
      if known >= 0 { return changeOfKey[Int(known)] }
    }
    let facts = facts()
    let verdict =
      event.code == .ask ? judge.result(of: judged, facts).verdict : event.code.verdict
    let change = judge.nextChange(judged, verdict, facts)
    if let reason, changeOfKey.count < Program.mostReasons {
      _ = changeKeys.add(reason.first, reason.second)
      changeOfKey.append(change)
    }
    return change
  }
}

/// A rule at a step that no fact of a contact decides.
struct SettledChange: Hashable {
  var step: Int
  var rule: RuleKey
}
