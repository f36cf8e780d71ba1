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
  /// Where reports want the permitted parts of a window, there are none.
  ///
  /// - Parameters:
  ///   - place: the contact's place in the batch.
  ///   - records: the batch's contacts, where the class is new.
  /// - Returns: nil if the contact has no classes; `judgement(of:)` then tells.
  public func classes(of place: Int, in records: any BatchRecords) -> ClassedAttempts? {
    guard contacts[place].ground >= 0, !contacts[place].asksJudge, !looksBeyondClasses else {
      return nil
    }
    let numbers = findClasses(place, records)
    if !shares.isEmpty { tallyShares(place, in: records) }
    var worst = Decision.allowed
    let decisions = decisionOfAttempt.base + place &* stepCount
    for step in 0..<stepCount where decisions[step].rank > worst.rank { worst = decisions[step] }
    return ClassedAttempts(classes: numbers, decision: worst)
  }

  /// The attempt that a class stands for, its findings with the origins of the first that had them.
  ///
  /// - Parameters:
  ///   - number: the class.
  ///   - changes: the next changes of one of its attempts; nil for none.
  ///   - isTold: which findings are asked for; gaps are told of all.
  /// - Returns: the attempt, without the permitted parts of a window.
  public func attempt(
    ofClass number: Int32, _ changes: NextChanges? = nil,
    where isTold: (FindingCell) -> Bool = { _ in true }
  ) -> AttemptJudgement {
    let (findings, cells) = (findings, findings.cells.base)
    func all(_ part: SharedFinding.Part) -> [Finding] {
      classes.findings(of: number, in: part).filter { isTold(cells[Int($0)]) }.map {
        var finding = findings.all[Int($0)].finding
        finding.nextChange = changes?.of($0)
        return finding
      }
    }
    let step = judge.plan.steps[classes.step(of: number)]
    let gaps = classes.findings(of: number)
      .filter { cells[Int($0)].isGap && cells[Int($0)].verdict == .unproven }
      .map { findings.all[Int($0)].finding.rule }
    return AttemptJudgement(
      step: step.id, stepIndex: step.index, decision: classes.decision(of: number),
      findings: all(.findings), planFindings: all(.planFindings), excused: all(.excused),
      planExcused: all(.planExcused), permitted: nil, gaps: gaps.sorted())
  }

  /// By step, the classes of a contact's attempts.
  @inline(__always)
  func findClasses(_ place: Int, _ records: any BatchRecords) -> UnsafePointer<Int32> {
    if classesTurn != turn { lookUpClasses() }
    let numbers = classOfAttempt.base + place &* stepCount
    for step in 0..<stepCount where numbers[step] < 0 {
      makeClasses(numbers, AskedContact(self, place, records))
      break
    }
    return UnsafePointer(numbers)
  }

  /// Looks up the classes of all attempts of the batch that their events tell.
  private func lookUpClasses() {
    classesTurn = turn
    judge.list.isEmpty = false
    let count = contacts.count * stepCount
    classOfAttempt.reserve(count, keeping: 0)
    keyOfAttempt.reserve(count, keeping: 0)
    decisionOfAttempt.reserve(count, keeping: 0)
    if givesReasons, batch.count > 0 { addUpReasons() }
    let (numbers, keys) = (classOfAttempt.base, keyOfAttempt.base)
    var place = 0
    for contact in contacts {
      let isAsked = contact.ground < 0 || contact.asksJudge
      for step in events.steps.indices {
        numbers[place] = Program.untold
        if !isAsked, let key = key(contact, step) { (keys[place], numbers[place]) = (key, 0) }
        place &+= 1
      }
    }
    classes.find(keys, count: count, into: numbers, decisionOfAttempt.base)
  }

  /// The class of an attempt of which no key tells what was found.
  private static let untold: Int32 = -2

  /// The key of an attempt by its events and their reasons; nil where only the judge knows.
  @inline(__always) private func key(_ contact: BatchContact, _ step: Int) -> MixedKey? {
    // Without reasons a ground is no more than what is found of all its attempts.
    let ground =
      givesReasons
      ? contact.ground : commonOfGround.base[Int(contact.ground) &* stepCount &+ step]
    var key = MixedKey(Int32(truncatingIfNeeded: step), Int(ground))
    var (own, asked): (UInt64, UInt64) = (0, 0)
    events.row(contact.row).forEachBlock(events.steps[step]) { _, low, middle, high in
      own |= low | middle
      asked |= low & high
      key.mix(low)
      key.mix(middle)
      key.mix(high)
    }
    guard asked == 0 else { return nil }
    if !givesReasons || own == 0 { return key }
    let (attempts, word, bit) = (
      attemptReasons(step), Int(contact.row &>> 6), UInt64(contact.row & 63)
    )
    guard attempts.plain[word] &>> bit & 1 != 0 else { return self.key(key, contact, step) }
    guard attempts.asked[word] &>> bit & 1 == 0 else { return nil }
    key.mix(attempts.sums[Int(contact.row)])
    return key
  }

  /// The key of an attempt on several clocks, or of one that a policy only perhaps covers.
  private func key(_ events: MixedKey, _ contact: BatchContact, _ step: Int) -> MixedKey? {
    var key: MixedKey? = events
    self.events.row(contact.row).forEach(self.events.steps[step]) { place, code in
      let event = RuleEvent(unit: Int32(truncatingIfNeeded: self.events.units[place]), code: code)
      guard key != nil, event.hasOwnReasons(true) else { return }
      if let reason = reasonKey(event, contact) {
        key?.mix(reason.sum)
      } else {
        key = nil
      }
    }
    return key
  }

  /// Finds the classes of a contact's attempts that were not found by their events.
  @inline(never) private func makeClasses(
    _ numbers: UnsafeMutablePointer<Int32>, _ contact: AskedContact
  ) {
    let decisions = decisionOfAttempt.base + contact.place &* stepCount
    for step in 0..<stepCount where numbers[step] < 0 {
      numbers[step] = makeClass(step, contact)
      decisions[step] = classes.decision(of: numbers[step])
    }
  }

  private func makeClass(_ step: Int, _ contact: AskedContact) -> Int32 {
    let place = contact.place &* stepCount &+ step
    let (key, isTold) = (keyOfAttempt.base[place], classOfAttempt.base[place] != Program.untold)
    // A contact before this one in the batch may have made it.
    if isTold, let known = classes.find(key) { return known }
    let common = commonFindings(step, contact)
    var count = 0
    foundOfAttempt.reserve(events.steps[step].count, keeping: 0)
    let found = foundOfAttempt.base
    forEachEvent(of: contact.place, step: step) { event in
      let number =
        event.hasOwnReasons(givesReasons)
        ? finding(forReasonsOf: event, contact) : finding(ofGround: event, contact)
      guard let number else { return }
      found[count] = number
      count += 1
    }
    let own = UnsafeMutableBufferPointer(start: found, count: count)
    // Without reasons, what was found is just what the key tells.
    if isTold, !givesReasons {
      let number = addClass(step, common, own)
      classes.remember(key, number)
      return number
    }
    var content = self.common[common].key
    for number in own { content.mix(number: number) }
    let known = classes.find(content: content)
    let number = known ?? addClass(step, common, own)
    if known == nil { classes.remember(content: content, number) }
    if isTold { classes.remember(key, number) }
    return number
  }

  /// Adds a class of what was found.
  private func addClass(
    _ step: Int, _ common: Int, _ found: UnsafeMutableBufferPointer<Int32>
  ) -> Int32 {
    let findings = findings
    // They come nearly in order, as the units of a step stand as reports name rules.
    for place in found.indices {
      let number = found[place]
      var target = place
      while target > 0, findings.isOrdered(number, before: found[target &- 1]) {
        found[target] = found[target &- 1]
        target &-= 1
      }
      found[target] = number
    }
    return classes.add(step: step, self.common[common], UnsafeBufferPointer(found), findings)
  }
}

extension RuleEvent {
  /// Whether its reasons may be the contact's own, so that the event does not tell what was found.
  @inline(__always) fileprivate func hasOwnReasons(_ givesReasons: Bool) -> Bool {
    code == .ask || givesReasons && code != .fail
  }
}
