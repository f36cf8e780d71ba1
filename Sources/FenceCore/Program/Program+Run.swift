import Outreach

extension Program {
  /// How many contacts the batch holds.
  public var contactCount: Int { contacts.count }

  /// Forgets the batch's contacts.
  public func clear() {
    batch.clear()
    contacts.removeAll(keepingCapacity: true)
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
    isNotable = units.map { _ in false }
    for step in judge.plan.steps.indices {
      let numbers = unitsOfStep[step].filter { isPresent[policyOfUnit[$0]] }
      for number in numbers {
        verdicts(of: number).fail.update(repeating: 0, count: UnitVerdicts.kinds * words)
      }
      for part in 0..<partsPresent(of: step) {
        self.part = part
        for number in numbers where judge(number) { isNotable[number] = true }
      }
      self.part = 0
    }
    gatherEvents(isNotable)
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
}
