import Outreach

/// What the program says of one rule and one attempt.
struct RuleEvent {
  /// The contact's place in the batch.
  var contact: Int32
  var unit: Int32
  var code: RuleCode

  /// Unit and code in one number.
  @inline(__always) var key: Int32 { unit &<< 3 | Int32(code.rawValue) }
}

extension Program {
  /// How many contacts the batch holds.
  public var contactCount: Int { contacts.count }

  /// Forgets the batch's contacts.
  public func clear() {
    batch.clear()
    contacts.removeAll(keepingCapacity: true)
    events.removeAll(keepingCapacity: true)
  }

  /// Judges every contact of the batch; `judgement(of:)` then tells.
  public func run() {
    turn += 1
    part = 0
    guard batch.count > 0, !clocks.isEmpty else { return }
    presentClocks = distinct(clockOfRow.base, of: clocks.count)
    presentPairs = distinct(pairs.base, of: clockOfPair.count)
    settleDays()
    findGroundsPresent()
    askForOwnCampaigns()
    let words = (batch.count + 63) / 64
    for step in judge.plan.steps.indices {
      let numbers = unitsOfStep[step].filter { isPresent[units[$0].key.policy] }
      for number in numbers { verdicts[number].clear(words: words) }
      for part in 0..<partsPresent(of: step) {
        self.part = part
        for number in numbers {
          let unit = units[number]
          judge(unit, covered: coverage[unit.key.policy].base, into: verdicts[number])
        }
      }
      self.part = 0
      for number in numbers where !verdicts[number].isEmpty { gather(number) }
    }
    sortEvents()
  }

  /// Notes for each policy which rows it covers, and whether it covers any.
  private func findGroundsPresent() {
    let words = (batch.count + 63) / 64
    for policy in coverage.indices {
      isPresent[policy] = false
      coverage[policy].reserve(words, keeping: 0)
      coverage[policy].base.update(repeating: 0, count: words)
    }
    let policies = coverage.count
    // Thousands of contacts share a ground, whose policies are looked up once.
    var isSeen = Array(repeating: false, count: grounds.count)
    for contact in contacts where contact.ground >= 0 && !contact.asksJudge {
      let ground = Int(contact.ground)
      guard !isSeen[ground] else { continue }
      isSeen[ground] = true
      for policy in grounds[ground].covering { isPresent[policy] = true }
    }
    for policy in coverage.indices where isPresent[policy] {
      let bits = coverage[policy].base
      certainties.withUnsafeBufferPointer { certainties in
        for contact in contacts where contact.ground >= 0 && !contact.asksJudge {
          guard certainties[Int(contact.ground) &* policies &+ policy] > 0 else { continue }
          for row in contact.allRows { bits[row &>> 6] |= 1 &<< UInt64(row & 63) }
        }
      }
    }
  }

  /// Planned steps and histories of contacts that this campaign has reached already are the judge's.
  private func askForOwnCampaigns() {
    guard case .someRow(let node) = nodes[ownCampaign].kind else { return }
    let own = truths(ownCampaign)
    let history = batch.lists[frames[nodes[node].frame].last ?? 0]
    for number in contacts.indices where !contacts[number].asksJudge {
      let row = Int(contacts[number].row)
      let truth = own.truth(row)
      // Of a history that is known it is unknown only where the row may stand for none.
      if truth == TruthByte.yes || truth == TruthByte.ask
        || truth == TruthByte.unknown && history.isKnown[row]
      {
        contacts[number].asksJudge = true
      }
    }
  }

  /// How many parts a step's time has on the clock of this batch with the most.
  private func partsPresent(of step: Int) -> Int {
    presentClocks.map { clocks[$0].parts[step].count }.max() ?? 1
  }

  /// The numbers of the batch's rows, each once.
  private func distinct(_ numbers: UnsafeMutablePointer<Int32>, of count: Int) -> [Int] {
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: max(1, count)) { seen in
      seen.initialize(repeating: false)
      for row in 0..<batch.count { seen[Int(numbers[row])] = true }
      return seen.indices.filter { seen[$0] }
    }
  }

  /// Turns the masks of a rule into events, one a contact.
  private func gather(_ number: Int) {
    let policy = units[number].key.policy
    let found = verdicts[number]
    let words = (batch.count + 63) / 64
    var done = -1
    for word in 0..<words {
      var rest = found.notable(word)
      while rest != 0 {
        let row = word << 6 | rest.trailingZeroBitCount
        rest &= rest - 1
        let place = Int(contactOfRow.base[row])
        guard place != done else { continue }
        done = place
        let contact = contacts[place]
        guard !contact.asksJudge, contact.ground >= 0 else { continue }
        var code =
          contact.rows == 1
          ? found.code(row) : .together(contact.allRows.map { found.code($0) })
        if code == .fail,
          certainties[Int(contact.ground) &* coverage.count &+ policy] == 1
        {
          code = .unproven
        }
        guard code != .pass else { continue }
        events.append(
          RuleEvent(
            contact: Int32(truncatingIfNeeded: place), unit: Int32(truncatingIfNeeded: number),
            code: code))
      }
    }
  }

  /// Puts the events in the order of their contacts, those of a contact as they came.
  private func sortEvents() {
    var starts = Array(repeating: 0, count: contacts.count + 1)
    for event in events { starts[Int(event.contact) + 1] += 1 }
    for place in contacts.indices { starts[place + 1] += starts[place] }
    eventStarts = starts
    var sorted = events
    for event in events {
      sorted[starts[Int(event.contact)]] = event
      starts[Int(event.contact)] += 1
    }
    events = sorted
  }

  /// The events of a contact.
  func events(of place: Int) -> ArraySlice<RuleEvent> {
    events[eventStarts[place]..<eventStarts[place + 1]]
  }
}
