public import Outreach

/// When what was found of an attempt says something else, by the numbers of the findings; valid until another attempt is
/// asked about.
public struct NextChanges {
  fileprivate let units: UnsafePointer<Int32>
  fileprivate let count: Int
  fileprivate let changes: UnsafePointer<UnitChange>
  fileprivate let stamp: UInt64

  /// The next change of a finding's verdict; nil if none comes, or none was looked for.
  @inline(__always) public func of(_ finding: Int32) -> Instant? {
    guard Int(finding) < count, units[Int(finding)] >= 0 else { return nil }
    let change = changes[Int(units[Int(finding)])]
    guard change.stamp == stamp, change.milliseconds != UnitChange.never else { return nil }
    return Instant(milliseconds: change.milliseconds)
  }
}

/// The next change of a unit, and for which attempt it was found.
struct UnitChange: BitwiseCopyable {
  var stamp: UInt64 = 0
  var milliseconds: Int64

  /// Of what does not change.
  static let never = Int64.max
}

extension Program {
  /// When the rules that found something of a contact at a step say something else.
  ///
  /// - Parameters:
  ///   - place: the contact's place in the batch.
  ///   - step: the step's place in the plan.
  ///   - records: the batch's contacts, where the judge is asked.
  /// - Returns: the changes, of which some are found by the judge.
  public func nextChanges(of place: Int, step: Int, in records: any BatchRecords) -> NextChanges {
    changeStamp += 1
    if judge.options.findsNextChange, !judge.plan.steps[step].time.isWindow {
      let ground = grounds[Int(contacts[place].ground)]
      for (unit, change) in settledChanges(ground, step) { note(change, of: unit) }
      let attempt = ChangingAttempt(self, place, judge.plan.steps[step], records)
      forEachEvent(of: place, step: step) { note(nextChange($0, ground, attempt), of: $0.unit) }
    }
    return NextChanges(
      units: unitOfFinding.base, count: unitOfFindingCount, changes: changeOfUnit.base,
      stamp: changeStamp)
  }

  private func note(_ change: Int64, of unit: Int32) {
    changeOfUnit.base[Int(unit)] = UnitChange(stamp: changeStamp, milliseconds: change)
  }

  /// Keeps which unit a finding is of.
  func note(_ finding: Int32, of rule: RuleKey, step: Int) {
    let end = Int(finding) + 1
    if unitOfFindingCount < end {
      unitOfFinding.reserve(end, keeping: unitOfFindingCount)
      (unitOfFinding.base + unitOfFindingCount).initialize(
        repeating: -1, count: end - unitOfFindingCount)
      unitOfFindingCount = end
    }
    unitOfFinding.base[Int(finding)] = numberOfUnit[RuleStep(step: step, rule: rule)] ?? -1
  }

  /// The next changes of the rules that no fact of a contact decides.
  private func settledChanges(_ ground: Ground, _ step: Int) -> [(unit: Int32, change: Int64)] {
    if let known = ground.changes[step] { return known }
    let made = ground.settled[step].compactMap { settled -> (unit: Int32, change: Int64)? in
      guard let judged = ground.judged[settled.key],
        let unit = numberOfUnit[RuleStep(step: step, rule: settled.key)]
      else { return nil }
      let facts = AttemptFacts(
        plan: judge.plan, step: judge.plan.steps[step], contact: ground.contact)
      let change = judge.nextChange(judged, settled.result.verdict, facts)
      return (unit, change?.milliseconds ?? UnitChange.never)
    }
    ground.changes[step] = made
    return made
  }

  private func nextChange(
    _ event: RuleEvent, _ ground: Ground, _ attempt: ChangingAttempt
  ) -> Int64 {
    let contact = contacts[attempt.place]
    if event.code != .ask, isSettled(event, contact) { return UnitChange.never }
    let reason = event.code == .ask ? nil : changeKey(event, contact)
    if let reason {
      let known = changeKeys.find(reason.first, reason.second)
      if known >= 0 { return changeOfKey.base[Int(known)] }
    }
    let unit = units[Int(event.unit)]
    guard let judged = ground.judged[unit.key] else { return UnitChange.never }
    // Where columns decide when it changes, they hold all that the judge reads for that.
    let facts = attempt.facts(inColumns: reason != nil)
    let verdict =
      event.code == .ask ? judge.result(of: judged, facts).verdict : event.code.verdict
    let found = judge.nextChange(judged, verdict, facts)?.milliseconds ?? UnitChange.never
    if let reason {
      // Most are of points in time that nobody shares.
      if changeKeys.count == limits.changes { changeKeys = PackedKeys() }
      let number = Int(changeKeys.add(reason.first, reason.second))
      changeOfKey.reserve(number + 1, keeping: number)
      changeOfKey.base[number] = found
    }
    return found
  }

  /// Whether what a rule says of a contact never changes, on any of the contact's clocks.
  private func isSettled(_ event: RuleEvent, _ contact: BatchContact) -> Bool {
    reasonMemory.possible.begin(turn)
    reasonMemory.settledUnits.begin(turn)
    let (settled, step) = (settledRows(of: Int(event.unit)), Int(stepOfUnit[Int(event.unit)]))
    return contact.allRows.allSatisfy { row in
      isWhole(row, step) && settled[row >> 6] >> UInt64(row & 63) & 1 != 0
    }
  }

  /// What of a contact decides when a rule says something else; nil where only the judge knows.
  private func changeKey(_ event: RuleEvent, _ contact: BatchContact) -> MixedKey? {
    var key = MixedKey(event.key, Int(contact.ground))
    let (times, step) = (times(of: Int(event.unit)), Int(stepOfUnit[Int(event.unit)]))
    for row in contact.allRows {
      guard isWhole(row, step), !times.isAsked(row) else { return nil }
      key.mix(times.sum(row))
    }
    return key
  }

  /// What decides when a rule says something else, for all contacts of the batch.
  private func times(of unit: Int) -> NodeReasons {
    reasonMemory.timesOfUnits.begin(turn)
    if let known = reasonMemory.timesOfUnits.find(unit) { return known }
    let (rows, words) = (batch.count, (batch.count + 63) / 64)
    let found = reasonMemory.timesOfUnits.take(rows: rows, words: words)
    found.sums.update(repeating: KeySum(), count: rows)
    found.asked.update(repeating: 0, count: words)
    // Rules share nodes, but not so many that all need be kept.
    reasonMemory.times.begin(turn, mostBytes: Program.mostTimesBytes)
    for place in reasonMemory.clauses(of: unit) {
      let node = reasonMemory.clauses[place].node
      let (reasons, possible) = (reasons(node, .times), possible(node))
      let keys = SettledKeys(node)
      for word in 0..<words {
        let settled = possible[word].settled
        found.asked[word] |= reasons.asked[word] & ~settled
        keys.forEach(settled, word, possible[word]) { found.sums[$0] &+= $1 }
        NodeMasks.forEachRow(truths(node).all(word) & ~settled, word) {
          found.sums[$0] &+= reasons.sum($0)
        }
      }
    }
    reasonMemory.timesOfUnits.keep(found, unit)
    return found
  }

  private static let mostTimesBytes = 1 << 22
}

/// An attempt of which the judge is asked when rules say something else: read when the first of them is looked for.
private final class ChangingAttempt {
  let place: Int
  private let program: Program
  private let step: StepFacts
  private let records: any BatchRecords
  private lazy var exact = AskedContact(program, place, records).attempt(step)
  private lazy var inColumns = program.factsInColumns(of: place).map {
    AttemptFacts(plan: program.judge.plan, step: step, contact: $0)
  }

  init(_ program: Program, _ place: Int, _ step: StepFacts, _ records: any BatchRecords) {
    (self.program, self.place, self.step, self.records) = (program, place, step, records)
  }

  /// Its facts, no more of them than columns hold where these decide.
  func facts(inColumns isInColumns: Bool) -> AttemptFacts {
    isInColumns ? inColumns ?? exact : exact
  }
}

extension Program {
  /// The facts of a contact as columns hold them, read once for all steps; nil where they leave something to the exact
  /// reader.
  fileprivate func factsInColumns(of place: Int) -> ContactFacts? {
    if let known = factsInColumns, known.turn == turn, known.place == place { return known.facts }
    let facts = readFactsInColumns(of: place)
    factsInColumns = (turn, place, facts)
    return facts
  }

  private func readFactsInColumns(of place: Int) -> ContactFacts? {
    let contact = contacts[place]
    let (row, ground) = (Int(contact.row), grounds[Int(contact.ground)])
    let zone = clocks[Int(clockOfRow.base[row])].zone
    guard let record = columnRecords.record(of: row, in: batch, on: zone) else { return nil }
    let line = Int(batch.cells[derivedLine].numbers[row])
    var derived = ground.contact.derived
    derived["line"] = Fact(batch.columns[derivedLine].dictionary.values[line])
    return ContactFacts(record, derived: derived, like: ground.contact, plan: judge.plan)
  }
}

/// A rule at a step.
struct RuleStep: Hashable {
  var step: Int
  var rule: RuleKey
}
