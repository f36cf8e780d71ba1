public import Outreach

/// The attempts of a contact that are judged like others.
public struct ClassedAttempts {
  /// By step, the number of the attempt's class; valid until the next batch.
  public var classes: UnsafePointer<Int32>
  /// What is to be done with the contact.
  public var decision: Decision
}

extension Program {
  /// How many steps the plan has.
  public var stepCount: Int { unitsOfStep.count }

  /// The attempts of a contact as classes.
  ///
  /// Where reports want the next change of a verdict or the permitted parts of a window, there are none.
  ///
  /// - Parameters:
  ///   - place: the contact's place in the batch.
  ///   - records: the batch's contacts, where the class is new.
  /// - Returns: nil if the contact has no classes; `judgement(of:)` then tells.
  public func classes(of place: Int, in records: any BatchRecords) -> ClassedAttempts? {
    let contact = contacts[place]
    guard contact.ground >= 0, !contact.asksJudge, !looksBeyondClasses else { return nil }
    let numbers = findClasses(place, records)
    tallyShares(place, in: records)
    var worst = Decision.allowed
    for step in 0..<stepCount { worst = max(worst, classes.decision(of: numbers[step])) }
    return ClassedAttempts(classes: numbers, decision: worst)
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

  /// By step, the classes of a contact's attempts.
  func findClasses(_ place: Int, _ records: any BatchRecords) -> UnsafePointer<Int32> {
    if classesTurn != turn { lookUpClasses() }
    let numbers = classOfAttempt.base + place * stepCount
    for step in 0..<stepCount where numbers[step] < 0 {
      makeClasses(place, numbers, AskedContact(self, place, records))
      break
    }
    return UnsafePointer(numbers)
  }

  /// Looks up the classes of all attempts of the batch that their events tell.
  private func lookUpClasses() {
    classesTurn = turn
    let steps = stepCount
    classOfAttempt.reserve(contacts.count * steps, keeping: 0)
    var number = classOfAttempt.base
    let (classes, givesReasons) = (classes, givesReasons)
    contacts.withUnsafeBufferPointer { contacts in
      events.withUnsafeBufferPointer { events in
        eventStarts.withUnsafeBufferPointer { starts in
          stepOfUnit.withUnsafeBufferPointer { stepOfUnit in
            for (place, contact) in contacts.enumerated() {
              guard contact.ground >= 0, !contact.asksJudge else {
                number += steps
                continue
              }
              var next = starts[place]
              let end = starts[place &+ 1]
              for step in 0..<steps {
                var key = MixedKey(Int32(truncatingIfNeeded: step), Int(contact.ground))
                var isTold = true
                while next < end, Int(stepOfUnit[Int(events[next].unit)]) == step {
                  key.mix(number: events[next].key)
                  isTold = isTold && !events[next].hasOwnReasons(givesReasons)
                  next &+= 1
                }
                number[step] = isTold ? classes.find(key) ?? -1 : -1
              }
              number += steps
            }
          }
        }
      }
    }
  }

  /// Finds the classes of a contact's attempts that were not found by their events.
  private func makeClasses(
    _ place: Int, _ numbers: UnsafeMutablePointer<Int32>, _ contact: AskedContact
  ) {
    let events = events(of: place)
    var next = events.startIndex
    for step in 0..<stepCount {
      let first = next
      while next < events.endIndex, stepOfUnit[Int(events[next].unit)] == step { next += 1 }
      if numbers[step] < 0 { numbers[step] = makeClass(step, events[first..<next], contact) }
    }
  }

  private func makeClass(
    _ step: Int, _ events: ArraySlice<RuleEvent>, _ contact: AskedContact
  ) -> Int32 {
    var key = MixedKey(Int32(truncatingIfNeeded: step), contact.ground.number)
    for event in events { key.mix(number: event.key) }
    let isTold = !events.contains { $0.hasOwnReasons(givesReasons) }
    // A contact before this one in the batch may have made it.
    if isTold, let known = classes.find(key) { return known }
    let common = commonFindings(step, contact)
    var content = common.key
    var count = 0
    foundOfAttempt.reserve(events.count, keeping: 0)
    for event in events {
      let found =
        event.hasOwnReasons(givesReasons)
        ? finding(forReasonsOf: event, contact) : finding(ofGround: event, contact)
      guard let number = found else { continue }
      content.mix(number: number)
      foundOfAttempt.base[count] = number
      count += 1
    }
    let number = classes.find(content: content) ?? addClass(content, step, common.findings, count)
    if isTold { classes.remember(key, number) }
    return number
  }

  private func addClass(
    _ content: MixedKey, _ step: Int, _ common: [Int32], _ count: Int
  ) -> Int32 {
    var own = UnsafeMutableBufferPointer(start: foundOfAttempt.base, count: count)
    let findings = findings
    own.sort { findings.isOrdered($0, before: $1) }
    return classes.add(content, step: step, common, UnsafeBufferPointer(own), findings)
  }
}

extension RuleEvent {
  /// Whether its reasons may be the contact's own, so that the event does not tell what was found.
  @inline(__always) fileprivate func hasOwnReasons(_ givesReasons: Bool) -> Bool {
    code == .ask || givesReasons && code != .fail
  }
}
