import Outreach

/// What decides why nodes about the rows of lists say what they do.
extension Program {
  /// What is said of the rows of a list, in whatever order they stand, and, but for their times, however many are alike.
  func lookAtRows(
    _ parts: Range<Int>, _ node: Int, _ reason: ReasonNode, _ depth: ReasonDepth,
    _ masks: NodeMasks, into found: NodeReasons
  ) {
    let looked = depth == .unknown ? Int(reason.condition) : Int(reason.inner)
    let (own, reasons) = (truths(looked), reasons(looked, depth))
    let (outerFrame, frame) = (Int(reason.frame), nodes[Int(reason.inner)].frame)
    let extended = rows(of: frame)
    let list = batch.lists[Int(reason.list)]
    let (starts, isKnown, isOpen) = (extended.starts.base, list.isKnown, list.isOpen)
    let contact = index(-1, rows(of: outerFrame), outerFrame)
    let innermost = index(frames[frame].count - 1, extended, frame)
    let (hasOpen, isCount) = (list.hasOpen, reason.kind == .counted)
    let limits = reason.limit >= 0 ? batch.cells[Int(reason.limit)].numbers : nil
    let columns = stride(from: parts.lowerBound, to: parts.upperBound, by: 2).map {
      batch.columns[Int(reasonParts[$0])]
    }
    // Rows of lists that are alike are told once.
    withUnsafeTemporaryAllocation(of: KeySum.self, capacity: Program.mostKinds) { seen in
      masks.forEachLooked(depth) { row in
        var (head, isAsked) = (UInt64(isKnown[contact(row)] ? 1 : 0), false)
        if let limits {
          isAsked = depth == .times && limits[row] == FactDictionary.beyond
          head |= (depth == .times ? UInt64(limits[row]) : min(UInt64(limits[row]), 2)) &<< 8
        }
        var (sum, kinds) = (KeySum(), 0)
        for inner in Int(starts[row])..<Int(starts[row &+ 1]) {
          let truth = own.truth(inner)
          let isOpen = hasOpen && isOpen[innermost(inner)]
          let unknowns = columns.isEmpty ? 0 : Program.unknowns(columns, innermost(inner))
          if truth == TruthByte.ask || isOpen && isCount { isAsked = true }
          guard depth == .times || truth == TruthByte.unknown || unknowns > 0 else { continue }
          let isLooked = depth == .times || truth == TruthByte.unknown
          if isLooked, reasons.isAsked(inner) { isAsked = true }
          var key = MixedKey(leaf: node, unknowns &<< 1 | (isOpen ? 1 : 0))
          if isLooked { key.mix(reasons.sums[inner]) }
          if depth == .unknown {
            if seen[..<kinds].contains(key.sum) { continue }
            if kinds == seen.count {
              isAsked = true
              break
            }
            seen[kinds] = key.sum
            kinds &+= 1
          }
          sum &+= key.sum
        }
        var key = MixedKey(leaf: node, head)
        key.mix(sum)
        found.sums[row] = key.sum
        if isAsked { NodeMasks.set(row, found.asked) }
      }
    }
  }

  /// Of which columns nothing is known in a row, a bit a column.
  private static func unknowns(_ columns: [BatchColumn], _ row: Int) -> UInt64 {
    columns.reduce(0) { bits, column in
      let isUnknown =
        switch column.spec.encoding {
        case .moment: column.states.base[row] == MomentState.unknown
        case .dictionary: column.numbers.base[row] == FactDictionary.unknown
        case .phone: column.keys.base[row] == PhoneKeys.unknown
        }
      return bits << 1 | (isUnknown ? 1 : 0)
    }
  }

  /// How many kinds of rows of a contact are told from each other.
  private static let mostKinds = 16
}
