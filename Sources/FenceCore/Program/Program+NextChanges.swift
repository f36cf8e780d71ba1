import Outreach

extension Program {
  /// When the rules that found something of a contact at a step say something else, by rule.
  func nextChanges(_ step: StepFacts, _ whole: AskedContact) -> [RuleKey: Instant?] {
    let ground = whole.ground
    var changes: [RuleKey: Instant?] = [:]
    forEachEvent(of: whole.place, step: step.index) { event in
      let key = units[Int(event.unit)].key
      guard let judged = ground.judged[key] else { return }
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
    let reason = event.code == .ask ? nil : reasonKey(event, contacts[place], .times)
    if let reason {
      let known = changeKeys.find(reason.first, reason.second)
      if known >= 0 { return changeOfKey[Int(known)] }
    }
    let facts = facts()
    let verdict =
      event.code == .ask ? judge.result(of: judged, facts).verdict : event.code.verdict
    let change = judge.nextChange(judged, verdict, facts)
    if let reason {
      if changeOfKey.count == Program.mostChanges {
        // Most are of points in time that nobody shares.
        changeKeys = PackedKeys()
        changeOfKey.removeAll(keepingCapacity: true)
      }
      _ = changeKeys.add(reason.first, reason.second)
      changeOfKey.append(change)
    }
    return change
  }

  private static let mostChanges = 1 << 17
}

/// A rule at a step that no fact of a contact decides.
struct SettledChange: Hashable {
  var step: Int
  var rule: RuleKey
}
