import Outreach

/// How closely a contact is looked at for what a rule says of it.
enum ReasonDepth {
  /// What is unknown, and why.
  case unknown
  /// What is certain as well.
  case all
  /// That as well, with every point in time, and each row by itself: all that decides what the rule says at another time.
  case times
}

extension Program {
  /// What of a contact decides why a rule says what it does at a step.
  ///
  /// - Parameters:
  ///   - event: what the rule says.
  ///   - contact: the contact.
  ///   - depth: how closely the contact is looked at.
  /// - Returns: nil where only the judge knows.
  func reasonKey(
    _ event: RuleEvent, _ contact: BatchContact, _ depth: ReasonDepth
  ) -> MixedKey? {
    var key = MixedKey(event.key, Int(contact.ground))
    let (unit, step) = (Int(event.unit), Int(stepOfUnit[Int(event.unit)]))
    for row in contact.allRows {
      guard clocks[Int(clockOfRow.base[row])].parts[step].count == 1 else { return nil }
      for place in firstNodes[unit]..<firstNodes[unit &+ 1] {
        guard look(nodesOfUnits[place], row, depth, &key) else { return nil }
      }
    }
    return key
  }

  /// Mixes in what a node says of a row, and why it is unknown; false where only the judge knows.
  private func look(
    _ node: Int, _ row: Int, _ depth: ReasonDepth, _ key: inout MixedKey
  ) -> Bool {
    let reason = reasonNodes[node]
    if reason.kind == .fixed { return true }
    let truth = rowTruth(node, row)
    guard truth != TruthByte.ask else { return false }
    key.mix(UInt64(truth))
    guard truth == TruthByte.unknown || depth != .unknown else { return true }
    let parts = Int(reason.firstPart)..<Int(reason.firstPart + reason.partCount)
    switch reason.kind {
    case .fixed, .ask: return reason.kind == .fixed
    case .connective:
      for part in parts where !look(Int(reasonParts[part]), row, depth, &key) { return false }
      return true
    case .lifted:
      let index = index(Int(reason.level), rows(of: Int(reason.frame)), Int(reason.frame))
      return look(Int(reason.inner), index(row), depth, &key)
    case .values:
      guard truth == TruthByte.unknown || reason.isTimed else { return true }
      for part in stride(from: parts.lowerBound, to: parts.upperBound, by: 2) {
        let number = batch.cells[Int(reasonParts[part])].numbers[cell(part, row, reason)]
        guard number != FactDictionary.beyond else { return false }
        key.mix(UInt64(number))
      }
      return true
    case .moments:
      lookAtMoments(parts, row, reason, depth, &key)
      return true
    case .phones:
      for part in stride(from: parts.lowerBound, to: parts.upperBound, by: 2) {
        let phone = batch.cells[Int(reasonParts[part])].keys[cell(part, row, reason)]
        key.mix(min(phone, PhoneKeys.none + 1))
      }
      return true
    case .rows, .counted:
      if reason.limit >= 0 {
        let number = batch.cells[Int(reason.limit)].numbers[row]
        guard depth != .times || number != FactDictionary.beyond else { return false }
        key.mix(depth == .times ? UInt64(number) : min(UInt64(number), 2))
      }
      return lookAtRows(reason, parts, row, depth, &key)
    }
  }

  /// The row in a column that belongs to a row of a node's frame; its level stands behind the column.
  @inline(__always) private func cell(_ part: Int, _ row: Int, _ reason: ReasonNode) -> Int {
    let frame = Int(reason.frame)
    return index(Int(reasonParts[part + 1]), rows(of: frame), frame)(row)
  }

  private func lookAtMoments(
    _ parts: Range<Int>, _ row: Int, _ reason: ReasonNode, _ depth: ReasonDepth,
    _ key: inout MixedKey
  ) {
    for part in stride(from: parts.lowerBound, to: parts.upperBound, by: 2) {
      let cells = batch.cells[Int(reasonParts[part])]
      let at = cell(part, row, reason)
      let state = cells.states[at]
      let isSpread = state >= MomentState.some && cells.low[at] != cells.high[at]
      key.mix(UInt64(state) | (isSpread ? 0x100 : 0))
      if depth == .times, state >= MomentState.some {
        key.mix(UInt64(bitPattern: cells.low[at]))
        key.mix(UInt64(bitPattern: cells.high[at]))
      }
    }
  }

  /// Mixes in of which columns nothing is known.
  private func lookForUnknowns(
    _ parts: Range<Int>, _ row: Int, _ reason: ReasonNode, _ key: inout MixedKey
  ) {
    for part in stride(from: parts.lowerBound, to: parts.upperBound, by: 2) {
      let column = batch.columns[Int(reasonParts[part])]
      let at = cell(part, row, reason)
      let isUnknown =
        switch column.spec.encoding {
        case .moment: column.states.base[at] == MomentState.unknown
        case .dictionary: column.numbers.base[at] == FactDictionary.unknown
        case .phone: column.keys.base[at] == PhoneKeys.unknown
        }
      key.mix(isUnknown ? 0 : 1)
    }
  }

  /// Mixes in what is said of the rows of a list, in whatever order they stand, and, but for their times, however many are
  /// alike.
  private func lookAtRows(
    _ reason: ReasonNode, _ parts: Range<Int>, _ row: Int, _ depth: ReasonDepth,
    _ key: inout MixedKey
  ) -> Bool {
    let (inner, frame) = (Int(reason.inner), Int(reason.frame))
    let contact = index(-1, rows(of: frame), frame)(row)
    key.mix(batch.lists[Int(reason.list)].isKnown[contact] ? 1 : 0)
    let extended = rows(of: nodes[inner].frame)
    let (start, end) = (Int(extended.starts.base[row]), Int(extended.starts.base[row + 1]))
    return withUnsafeTemporaryAllocation(of: (UInt64, UInt64).self, capacity: 16) { seen in
      var count = 0
      var (first, second): (UInt64, UInt64) = (0, 0)
      var rowReason = reason
      rowReason.frame = Int32(truncatingIfNeeded: nodes[inner].frame)
      let list = batch.lists[Int(reason.list)]
      let innermost = index(
        frames[nodes[inner].frame].count - 1, extended, nodes[inner].frame)
      for own in start..<end {
        let isOpen = list.hasOpen && list.isOpen[innermost(own)]
        guard !isOpen || reason.kind == .rows else { return false }
        var rowKey = MixedKey(isOpen ? 1 : 0, 0)
        guard look(depth == .unknown ? Int(reason.condition) : inner, own, depth, &rowKey) else {
          return false
        }
        lookForUnknowns(parts, own, rowReason, &rowKey)
        if depth != .times {
          if seen[..<count].contains(where: { $0.0 == rowKey.first && $0.1 == rowKey.second }) {
            continue
          }
          guard count < seen.count else { return false }
          seen[count] = (rowKey.first, rowKey.second)
          count += 1
        }
        (first, second) = (first &+ rowKey.first, second &+ rowKey.second)
      }
      key.mix(first)
      key.mix(second)
      return true
    }
  }

  /// What was found by an event whose reasons may differ from contact to contact; nil if nothing.
  func finding(forReasonsOf event: RuleEvent, _ contact: AskedContact) -> Int32? {
    let reason =
      event.code == .ask
      ? nil : reasonKey(event, contacts[contact.place], event.code == .unproven ? .unknown : .all)
    if let reason {
      if let known = reasons.find(reason) { return known }
    } else {
      verdictsAsked += 1
      rulesAsked[units[Int(event.unit)].rule.id, default: 0] += 1
    }
    guard let number = asked(units[Int(event.unit)], contact) else { return nil }
    if let reason, reasons.count < Program.mostReasons { reasons.add(reason, number) }
    return number
  }

  static let mostReasons = 1 << 20
}
