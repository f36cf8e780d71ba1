import Outreach

extension Program {
  /// The class of attempts judged alike for each step of a contact.
  ///
  /// Where reports want a reason for each attempt, and where the judge is asked, there is none.
  ///
  /// - Parameters:
  ///   - place: the contact's place in the batch.
  ///   - records: the batch's contacts, where the class is new.
  ///   - body: what to do with the numbers of the classes, by step; see `attempts`.
  /// - Returns: nil if the contact has no classes; `judgement(of:)` then tells.
  public func withClasses<Result>(
    of place: Int, in records: any BatchRecords, _ body: (UnsafeBufferPointer<Int32>) -> Result
  ) -> Result? {
    let contact = contacts[place]
    guard contact.ground >= 0, !contact.asksJudge, !judge.options.findsPermitted,
      !judge.options.findsNextChange, findClasses(place, Int(contact.ground), records)
    else { return nil }
    contactsJudged += 1
    tallyShares(place, in: records)
    return classOfStep.withUnsafeBufferPointer(body)
  }

  /// The attempts that stand for their classes, by the classes' numbers behind `firstClass`.
  public var attempts: [AttemptJudgement] { classes.attempts }

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

  /// Fills `classOfStep`; false if an attempt has a reason of its own.
  private func findClasses(
    _ place: Int, _ ground: Int, _ records: any BatchRecords
  ) -> Bool {
    let end = eventStarts[place + 1]
    let hasOwnReasons = judge.options.findsReasons
    for event in eventStarts[place]..<end {
      let code = events[event].code
      if code == .ask || (hasOwnReasons && code == .unproven) { return false }
    }
    var first = eventStarts[place]
    for step in classOfStep.indices {
      var hash = AttemptClasses.seed(ground, step)
      var next = first
      while next < end, stepOfUnit[Int(events[next].unit)] == step {
        hash = AttemptClasses.mix(hash, events[next].key)
        next += 1
      }
      verdictsGiven += next - first
      let own = events[first..<next]
      var number = classes.find(hash, ground, step, own)
      if number < 0 {
        number = classes.add(
          attempt(
            judge.plan.steps[step], grounds[ground], own, AskedContact(judge, place, records)),
          hash, ground, step, own)
      }
      classOfStep[step] = number &+ firstClass
      first = next
    }
    return true
  }
}

/// Classes of attempts by what decides them: ground, step and events.
final class AttemptClasses {
  @exclusivity(unchecked) private(set) var attempts: [AttemptJudgement] = []
  @exclusivity(unchecked) private var entries: [Entry] = []
  /// The keys of the events of all classes, one behind the other.
  @exclusivity(unchecked) private var events: [Int32] = []
  @exclusivity(unchecked) private var slots = Array(repeating: Int32(-1), count: 1024)

  private struct Entry {
    var hash: UInt64
    var ground: Int
    var step: Int
    var firstEvent: Int
    var eventCount: Int
  }

  @inline(__always) static func seed(_ ground: Int, _ step: Int) -> UInt64 {
    mix(UInt64(truncatingIfNeeded: ground), Int32(truncatingIfNeeded: step))
  }

  @inline(__always) static func mix(_ hash: UInt64, _ key: Int32) -> UInt64 {
    let mixed = (hash ^ UInt64(truncatingIfNeeded: key)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed &>> 29
  }

  /// The number of a class; -1 if it is new.
  @inline(__always) func find(
    _ hash: UInt64, _ ground: Int, _ step: Int, _ own: ArraySlice<RuleEvent>
  ) -> Int32 {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.ground == ground, entry.step == step,
        entry.eventCount == own.count, isSame(entry, own)
      {
        return slots[slot]
      }
      slot = (slot &+ 1) & mask
    }
    return -1
  }

  private func isSame(_ entry: Entry, _ own: ArraySlice<RuleEvent>) -> Bool {
    for (offset, event) in own.enumerated() where events[entry.firstEvent + offset] != event.key {
      return false
    }
    return true
  }

  func add(
    _ attempt: AttemptJudgement, _ hash: UInt64, _ ground: Int, _ step: Int,
    _ own: ArraySlice<RuleEvent>
  ) -> Int32 {
    entries.append(
      Entry(
        hash: hash, ground: ground, step: step, firstEvent: events.count, eventCount: own.count))
    events += own.map(\.key)
    attempts.append(attempt)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in entries.indices { insert(index) }
    } else {
      insert(entries.count - 1)
    }
    return Int32(truncatingIfNeeded: entries.count - 1)
  }

  private func insert(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }
}
