import Outreach

/// What decides why nodes about the rows of lists say what they do.
extension Program {
  /// What is said of the rows of a list, in whatever order they stand, and, but for their times, however many are alike.
  ///
  /// Only those are looked at of which something is unknown, but where times matter.
  func lookAtRows(
    _ parts: Range<Int>, _ node: Int, _ reason: ReasonNode, _ depth: ReasonDepth,
    _ masks: NodeMasks, into found: NodeReasons
  ) {
    let looked = depth == .unknown ? Int(reason.condition) : Int(reason.inner)
    let (own, reasons) = (truths(looked), reasons(looked, depth))
    let lists = ListReasons(
      node: node, heads: heads(reason, depth), isCount: reason.kind == .counted, depth: depth)
    masks.forEachLooked(depth) { lists.finish($0, KeySum(), into: found) }

    let frame = nodes[Int(reason.inner)].frame
    let extended = rows(of: frame)
    let outer = frames[frame].count == 1 ? extended.contact.base : extended.first.base
    let list = batch.lists[Int(reason.list)]
    let isOpen = list.hasOpen ? list.isOpen : nil
    let innermost = index(frames[frame].count - 1, extended, frame)
    let unknowns = parts.isEmpty ? nil : unknowns(parts, list: Int(reason.list))
    // Rows of lists that are alike are told once.
    withUnsafeTemporaryAllocation(of: KeySum.self, capacity: Program.mostKinds) { seen in
      var (current, sum, kinds) = (-1, KeySum(), 0)
      for word in 0..<own.words {
        var rows = own.all(word)
        if depth == .unknown {
          rows &= ~(own.yes[word] | own.no[word]) | (unknowns?.any[word] ?? 0)
          if isOpen != nil { rows = own.all(word) }
        }
        NodeMasks.forEach(rows, word) { inner in
          let row = Int(outer[inner])
          guard masks.isLooked(row, depth) else { return }
          if row != current {
            if current >= 0 { lists.finish(current, sum, into: found) }
            (current, sum, kinds) = (row, KeySum(), 0)
          }
          let truth = own.truth(inner)
          let isOpen = isOpen?[innermost(inner)] ?? false
          let unknown = UInt64(unknowns?.bits[inner] ?? 0)
          let isLooked = depth == .times || truth == TruthByte.unknown
          if truth == TruthByte.ask || isOpen && lists.isCount || isLooked && reasons.isAsked(inner)
          {
            NodeMasks.set(row, found.asked)
          }
          guard isLooked || unknown > 0 else { return }
          var key = MixedKey(leaf: node, unknown &<< 1 | (isOpen ? 1 : 0))
          if isLooked { key.mix(reasons.sums[inner]) }
          let own = key.sum
          if depth == .unknown {
            var place = 0
            while place < kinds, seen[place] != own { place &+= 1 }
            if place < kinds { return }
            if kinds == seen.count { return NodeMasks.set(row, found.asked) }
            seen[kinds] = own
            kinds &+= 1
          }
          sum &+= own
        }
      }
      if current >= 0 { lists.finish(current, sum, into: found) }
    }
    if depth == .times, let limits = lists.heads.limits {
      masks.forEachLooked(depth) { row in
        if limits[row] == FactDictionary.beyond { NodeMasks.set(row, found.asked) }
      }
    }
  }

  /// What is known of the list of each row, and of the contact's own limit.
  private func heads(_ reason: ReasonNode, _ depth: ReasonDepth) -> ListHeads {
    let frame = Int(reason.frame)
    return ListHeads(
      isKnown: batch.lists[Int(reason.list)].isKnown, contact: index(-1, rows(of: frame), frame),
      limits: reason.limit >= 0 ? batch.cells[Int(reason.limit)].numbers : nil,
      isExact: depth == .times)
  }

  /// Of which columns nothing is known in the rows of a list, which are the same columns for all who ask.
  private func unknowns(_ parts: Range<Int>, list: Int) -> UnknownCells {
    let (rows, words) = (batch.lists[list].count, (batch.lists[list].count + 63) / 64)
    if reasonColumns.unknownsTurn != turn {
      reasonColumns.unknownsTurn = turn
      reasonColumns.unknownCells.reserve(rows, keeping: 0)
      reasonColumns.unknownRows.reserve(words, keeping: 0)
      let (bits, any) = (reasonColumns.unknownCells.base, reasonColumns.unknownRows.base)
      bits.update(repeating: 0, count: rows)
      any.update(repeating: 0, count: words)
      for part in stride(from: parts.lowerBound, to: parts.upperBound, by: 2) {
        let column = Int(reasonParts[part])
        let (cells, flag) = (batch.cells[column], UInt8(1) << UInt8((part - parts.lowerBound) / 2))
        switch batch.layout.columns[column].encoding {
        case .moment:
          for row in 0..<rows where cells.states[row] == MomentState.unknown { bits[row] |= flag }
        case .dictionary:
          for row in 0..<rows where cells.numbers[row] == FactDictionary.unknown {
            bits[row] |= flag
          }
        case .phone:
          for row in 0..<rows where cells.keys[row] == PhoneKeys.unknown { bits[row] |= flag }
        }
      }
      for row in 0..<rows where bits[row] != 0 { NodeMasks.set(row, any) }
    }
    return UnknownCells(
      bits: reasonColumns.unknownCells.base, any: reasonColumns.unknownRows.base)
  }

  /// How many kinds of rows of a contact are told from each other.
  private static let mostKinds = 16
}

/// Of which columns nothing is known in a row of a list, a bit a column; and the rows of which that is so of any.
private struct UnknownCells {
  let bits: UnsafeMutablePointer<UInt8>
  let any: UnsafeMutablePointer<UInt64>
}

/// What is known of the lists themselves.
private struct ListHeads {
  let isKnown: UnsafeMutablePointer<Bool>
  let contact: RowIndex
  let limits: UnsafeMutablePointer<UInt16>?
  let isExact: Bool

  @inline(__always) func callAsFunction(_ row: Int) -> UInt64 {
    let known: UInt64 = isKnown[contact(row)] ? 1 : 0
    guard let limits else { return known }
    return known | (isExact ? UInt64(limits[row]) : min(UInt64(limits[row]), 2)) &<< 8
  }
}

/// A node about the rows of lists.
private struct ListReasons {
  let node: Int
  let heads: ListHeads
  let isCount: Bool
  let depth: ReasonDepth

  /// Notes what was found of the rows of a list.
  @inline(__always) func finish(_ row: Int, _ rows: KeySum, into found: NodeReasons) {
    var key = MixedKey(leaf: node, heads(row))
    key.mix(rows)
    found.sums[row] = key.sum
  }
}

extension NodeMasks {
  /// Whether a row is looked at for a reason.
  @inline(__always) fileprivate func isLooked(_ row: Int, _ depth: ReasonDepth) -> Bool {
    let word = row &>> 6
    return depth == .times
      || (yes[word] | no[word] | ask[word]) &>> UInt64(row & 63) & 1 == 0
  }
}
