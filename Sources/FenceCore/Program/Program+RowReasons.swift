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
    let lists = ListReasons(node: node, heads: heads(reason, depth), sums: found.sums)
    var known = KnownSum(node)
    masks.forEachLooked(depth) { lists.sums[$0] = known(lists.heads($0)) }

    let frame = nodes[Int(reason.inner)].frame
    let extended = rows(of: frame)
    let outer = frames[frame].count == 1 ? extended.contact : extended.first
    let list = batch.lists[Int(reason.list)]
    let isOpen = list.hasOpen ? list.isOpen : nil
    let innermost = index(frames[frame].count - 1, extended, frame)
    let unknowns = parts.isEmpty ? nil : unknowns(parts, list: Int(reason.list))
    let (asked, isCount) = (found.asked, reason.kind == .counted)
    let (possible, keys) = (depth == .times ? possible(looked) : nil, SettledKeys(looked))
    // Rows of lists that are alike are told once.
    withUnsafeTemporaryAllocation(of: KeySum.self, capacity: Program.mostKinds) { seen in
      var (current, isLooked, sum, kinds) = (-1, false, KeySum(), 0)
      for word in 0..<own.words {
        let (all, ask, looked) = (own.all(word), own.ask[word], own.looked(word, depth))
        let others = isOpen == nil ? unknowns?.any[word] ?? 0 : all
        // Rows that never come to be such say nothing of other times.
        let settled = possible?[word].settled ?? 0
        let never = settled & (possible?[word].no ?? 0)
        NodeMasks.forEach(all & (looked | ask | others) & ~never, word) { inner in
          let row = Int(outer[inner])
          if row != current {
            if kinds > 0 { lists.finish(current, sum) }
            (current, isLooked, sum, kinds) = (row, masks.isLooked(row, depth), KeySum(), 0)
          }
          guard isLooked else { return }
          let place = UInt64(inner & 63)
          let (isOwn, isOpen) = (looked &>> place & 1 != 0, isOpen?[innermost(inner)] ?? false)
          let isSettled = settled &>> place & 1 != 0
          let isAsked = ask &>> place & 1 != 0 || isOwn && !isSettled && reasons.isAsked(inner)
          if isAsked || isOpen && isCount {
            NodeMasks.set(row, asked)
          }
          let unknown = UInt64(unknowns?.bits[inner] ?? 0)
          // A row that a list may go on with is not told unless what is asked is false of it.
          let mayBeMore = isOpen && own.no[word] &>> place & 1 == 0
          guard isOwn || unknown > 0 || mayBeMore else { return }
          let truth = isSettled ? own.truth(inner) : TruthByte.ask
          var own =
            isSettled ? keys.of(truth) : isOwn ? reasons.sum(inner) : KeySum()
          if depth == .times || unknown > 0 || isOpen {
            var key = MixedKey(leaf: node, unknown &<< 1 | (isOpen ? 1 : 0))
            key.mix(own)
            own = key.sum
          }
          if depth == .unknown {
            var place = 0
            while place < kinds, seen[place] != own { place &+= 1 }
            if place < kinds { return }
            if kinds == seen.count { return NodeMasks.set(row, asked) }
            seen[kinds] = own
          }
          kinds &+= 1
          sum &+= own
        }
      }
      if kinds > 0 { lists.finish(current, sum) }
    }
    if depth == .times, let limits = lists.heads.limits {
      masks.forEachLooked(depth) { row in
        if limits[row] == FactDictionary.beyond { NodeMasks.set(row, asked) }
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
    if reasonMemory.unknownsTurn != turn {
      reasonMemory.unknownsTurn = turn
      reasonMemory.unknownCells.reserve(rows, keeping: 0)
      reasonMemory.unknownRows.reserve(words, keeping: 0)
      let (bits, any) = (reasonMemory.unknownCells.base, reasonMemory.unknownRows.base)
      bits.update(repeating: 0, count: rows)
      any.update(repeating: 0, count: words)
      for part in stride(from: parts.lowerBound, to: parts.upperBound, by: 2) {
        let column = Int(reasonParts[part])
        let (cells, flag) = (batch.cells[column], UInt8(1) << UInt8((part - parts.lowerBound) / 2))
        switch batch.layout.columns[column].encoding {
        case .moment:
          for row in 0..<rows where cells.states[row] == MomentState.unknown { bits[row] |= flag }
        case .dictionary, .presence:
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
      bits: reasonMemory.unknownCells.base, any: reasonMemory.unknownRows.base)
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
  let sums: UnsafeMutablePointer<KeySum>

  /// Notes what was found of the rows of a list.
  @inline(__always) func finish(_ row: Int, _ rows: KeySum) {
    var key = MixedKey(leaf: node, heads(row))
    key.mix(rows)
    sums[row] = key.sum
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
