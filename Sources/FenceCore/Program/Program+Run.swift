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
    settleDays()
    findGroundsPresent()
    askForOwnCampaigns()
    let words = (batch.count + 63) / 64
    verdicts.reserve(units.count * UnitVerdicts.kinds * words, keeping: 0)
    var found: [Int] = []
    for step in judge.plan.steps.indices {
      let numbers = unitsOfStep[step].filter { isPresent[policyOfUnit[$0]] }
      for number in numbers {
        verdicts(of: number).fail.update(repeating: 0, count: UnitVerdicts.kinds * words)
      }
      var isNotable = numbers.map { _ in false }
      for part in 0..<partsPresent(of: step) {
        self.part = part
        for (place, number) in numbers.enumerated() where judge(number) { isNotable[place] = true }
      }
      self.part = 0
      for (place, number) in numbers.enumerated() where isNotable[place] { found.append(number) }
    }
    gather(found)
  }

  /// Notes for each policy which rows it covers, and whether it covers any.
  private func findGroundsPresent() {
    let words = (batch.count + 63) / 64
    coverage.reserve(isPresent.count * words, keeping: 0)
    let (coverage, cells, covering) = (coverage.base, groundCells.base, coveringPolicies.base)
    coverage.update(repeating: 0, count: isPresent.count * words)
    isPresent.withUnsafeMutableBufferPointer { isPresent in
      isPresent.update(repeating: false)
      for contact in contacts where contact.ground >= 0 && !contact.asksJudge {
        let ground = cells[Int(contact.ground)]
        for place in Int(ground.firstCovering)..<Int(ground.firstCovering &+ ground.coveringCount) {
          let policy = Int(covering[place])
          isPresent[policy] = true
          let bits = coverage + policy &* words
          for row in contact.row..<contact.row &+ contact.rows { NodeMasks.set(Int(row), bits) }
        }
      }
    }
  }

  /// Planned steps and histories of contacts that this campaign has reached already are the judge's.
  private func askForOwnCampaigns() {
    guard case .someRow(let node) = nodes[ownCampaign].kind else { return }
    let own = truths(ownCampaign)
    let history = batch.lists[frames[nodes[node].frame].last ?? 0]
    for word in 0..<own.words {
      NodeMasks.forEach(own.all(word) & ~own.no[word], word) { row in
        // Of a history that is known it is unknown only where the row may stand for none.
        if own.truth(row) != TruthByte.unknown || history.isKnown[row] {
          contacts[Int(contactOfRow.base[row])].asksJudge = true
        }
      }
    }
  }

  /// How many parts a step's time has on the clock of this batch with the most.
  private func partsPresent(of step: Int) -> Int {
    presentClocks.map { clocks[$0].parts[step].count }.max() ?? 1
  }

  /// The numbers of the batch's rows, each once.
  func distinct(_ numbers: UnsafeMutablePointer<Int32>, of count: Int) -> [Int] {
    let rows = batch.count
    return withUnsafeTemporaryAllocation(of: Bool.self, capacity: max(1, count)) { seen in
      seen.initialize(repeating: false)
      for row in 0..<rows { seen[Int(numbers[row])] = true }
      return seen.indices.filter { seen[$0] }
    }
  }

  /// Turns the masks of rules into events, one a contact, in the order of the contacts; those of a contact as the
  /// rules come.
  private func gather(_ found: [Int]) {
    var starts = Array(repeating: 0, count: contacts.count + 1)
    var count = 0
    for number in found {
      unsorted.reserve(count + contacts.count, keeping: count)
      gather(number, &count, &starts)
    }
    for place in contacts.indices { starts[place + 1] += starts[place] }
    eventStarts = starts
    let unsorted = unsorted.base
    events = Array(unsafeUninitializedCapacity: count) { sorted, initialized in
      starts.withUnsafeMutableBufferPointer { starts in
        for number in 0..<count {
          let place = Int(unsorted[number].contact)
          sorted[starts[place]] = unsorted[number]
          starts[place] &+= 1
        }
      }
      initialized = count
    }
  }

  /// Adds the events of a rule, and counts them by contact.
  private func gather(_ number: Int, _ count: inout Int, _ starts: inout [Int]) {
    let (policy, policies) = (policyOfUnit[number], isPresent.count)
    let found = verdicts(of: number)
    let (contactOfRow, unsorted) = (contactOfRow.base, unsorted.base)
    let unit = Int32(truncatingIfNeeded: number)
    var (done, next) = (-1, count)
    contacts.withUnsafeBufferPointer { contacts in
      certainties.withUnsafeBufferPointer { certainties in
        starts.withUnsafeMutableBufferPointer { starts in
          for word in 0..<(batch.count &+ 63) &>> 6 {
            NodeMasks.forEach(found.notable(word), word) { row in
              let place = Int(contactOfRow[row])
              let contact = contacts[place]
              guard place != done, !contact.asksJudge, contact.ground >= 0 else { return }
              done = place
              var code =
                contact.rows == 1
                ? found.code(row) : .together(contact.allRows.map { found.code($0) })
              if code == .fail, certainties[Int(contact.ground) &* policies &+ policy] == 1 {
                code = .unproven
              }
              guard code != .pass else { return }
              unsorted[next] = RuleEvent(contact: contactOfRow[row], unit: unit, code: code)
              next &+= 1
              starts[place &+ 1] &+= 1
            }
          }
        }
      }
    }
    count = next
  }

  /// The events of a contact.
  func events(of place: Int) -> ArraySlice<RuleEvent> {
    events[eventStarts[place]..<eventStarts[place + 1]]
  }
}
