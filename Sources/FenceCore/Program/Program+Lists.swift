import Outreach

/// What is found for one row of a count's frame.
struct RowCount: BitwiseCopyable {
  /// How many rows are true for certain, and how many others are not false.
  var certain: Int32
  var unsure: Int32 = 0
  /// Whether the judge is asked about one of the others, and whether there may be any number of them.
  var asks = false
  var isEndless = false

  @inline(__always) var isPlain: Bool { unsure == 0 && !isEndless }
}

/// Rows of lists, folded into the rows that have them: only those are looked at that are true or not decided.
extension Program {
  func someRow(_ row: Int, _ rows: FrameRows, _ frame: Int, into masks: NodeMasks) {
    let inner = truths(row)
    let innerFrame = nodes[row].frame
    let extended = self.rows(of: innerFrame)
    let list = batch.lists[frames[innerFrame].last ?? 0]
    let open = openRows(list, extended, innerFrame)
    let isOfContacts = frames[innerFrame].count == 1
    let outer = isOfContacts ? extended.contact : extended.first
    let known =
      isOfContacts
      ? extended.known(list.isKnown, masks) : knownRows(list, index(-1, rows, frame), masks)
    let (yes, unsure, ask) = (masks.yes, masks.no, masks.ask)
    for word in 0..<masks.words { (yes[word], unsure[word], ask[word]) = (0, 0, 0) }
    for word in 0..<inner.words {
      let certain = inner.yes[word] & ~(open?[word] ?? 0)
      NodeMasks.forEach(certain, word) { NodeMasks.set(Int(outer[$0]), yes) }
      NodeMasks.forEach(inner.ask[word], word) { NodeMasks.set(Int(outer[$0]), ask) }
      let rest = inner.all(word) & ~certain & ~inner.ask[word] & ~inner.no[word]
      NodeMasks.forEach(rest, word) { NodeMasks.set(Int(outer[$0]), unsure) }
    }
    masks.fillWords { word in
      let certain = known[word] & yes[word]
      let asked = known[word] & ask[word] & ~certain
      return (certain, known[word] & ~certain & ~asked & ~unsure[word], asked)
    }
  }

  /// A bit for each row of a frame of whose contact a list is known.
  private func knownRows(
    _ list: ContactBatch.ListRows, _ contacts: RowIndex, _ masks: NodeMasks
  ) -> UnsafePointer<UInt64> {
    knownBits.reserve(masks.words, keeping: 0)
    let (known, isKnown) = (knownBits.base, list.isKnown)
    for word in 0..<masks.words { known[word] = masks.bits(word) { isKnown[contacts($0)] ? 1 : 0 } }
    return UnsafePointer(known)
  }

  /// A bit for each row of a frame whose row of its innermost list is open; nil if none is.
  private func openRows(
    _ list: ContactBatch.ListRows, _ rows: FrameRows, _ frame: Int
  ) -> UnsafeMutablePointer<UInt64>? {
    guard list.hasOpen else { return nil }
    let index = index(frames[frame].count - 1, rows, frame)
    let words = (rows.count + 63) / 64
    openBits.reserve(words, keeping: 0)
    let (bits, isOpen) = (openBits.base, list.isOpen)
    bits.update(repeating: 0, count: words)
    for row in 0..<rows.count where isOpen[index(row)] { NodeMasks.set(row, bits) }
    return bits
  }

  func count(_ check: CountCheck, _ table: CountTable, into masks: NodeMasks) {
    let counts = rowCounts(check)
    let shared = prepare(check, table)
    if let shared, check.ownLimit == nil {
      // Most contacts have few rows, of which all is known.
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { known in
        for number in known.indices {
          let count = RowCount(certain: Int32(truncatingIfNeeded: number))
          known[number] = check.truth(count, shared)
        }
        masks.fill { row in
          let count = counts[row]
          return count.isPlain && count.certain < 64
            ? known[Int(count.certain)] : check.truth(count, shared)
        }
      }
    }
    let (clocks, part, entries) = (clockOfRow.base, part, table.entries.base)
    masks.fill { row in
      var entry = entries[Int(clocks[row]) &* Program.mostParts &+ part]
      if entry.fixed == TruthByte.open, let own = check.ownLimit,
        let truth = readLimit(own, row, &entry)
      {
        return truth
      }
      return check.truth(counts[row], entry)
    }
  }

  /// What counts, by contact's row.
  private func rowCounts(_ check: CountCheck) -> UnsafeMutablePointer<RowCount> {
    let inner = truths(check.row)
    let extended = rows(of: nodes[check.row].frame)
    let list = batch.lists[frames[nodes[check.row].frame].last ?? 0]
    let open = openRows(list, extended, nodes[check.row].frame)
    let contact = extended.contact
    rowCounts.reserve(batch.count, keeping: 0)
    let (counts, isKnown) = (rowCounts.base, list.isKnown)
    counts.update(repeating: RowCount(certain: 0), count: batch.count)
    for row in 0..<batch.count where !isKnown[row] { counts[row].isEndless = true }
    for word in 0..<inner.words {
      let open = open?[word] ?? 0
      let certain = inner.yes[word] & ~open
      NodeMasks.forEach(certain, word) { counts[Int(contact[$0])].certain &+= 1 }
      let rest = inner.all(word) & ~certain & ~inner.no[word]
      guard rest != 0 else { continue }
      let ask = inner.ask[word]
      NodeMasks.forEach(rest, word) { counts[Int(contact[$0])].unsure &+= 1 }
      NodeMasks.forEach(rest & ask, word) { counts[Int(contact[$0])].asks = true }
      NodeMasks.forEach(rest & open, word) { counts[Int(contact[$0])].isEndless = true }
    }
    return counts
  }

  /// Sets the limit to the contact's own; a truth where it has none.
  private func readLimit(_ column: Int, _ row: Int, _ entry: inout CountTable.Entry) -> UInt8? {
    let number = batch.cells[column].numbers[row]
    guard number != FactDictionary.beyond else { return TruthByte.ask }
    switch batch.columns[column].dictionary.values[Int(number)] {
    case .number(let limit): (entry.low, entry.high) = (limit.millionths, limit.millionths)
    case .none: return TruthByte.no
    default: return TruthByte.unknown
    }
    return nil
  }
}

extension CountCheck {
  /// What it says of so many rows.
  fileprivate func truth(_ count: RowCount, _ limit: CountTable.Entry) -> UInt8 {
    if limit.fixed != TruthByte.open { return limit.fixed }
    let isEndless = count.isEndless || limit.possible > Int64.max / 2
    let (certain, others) = (Int64(count.certain), Int64(count.unsure))
    let low = limit.certain &+ certain &* 1_000_000 &+ offset
    let high =
      isEndless ? Int64.max : limit.possible &+ (certain &+ others) &* 1_000_000 &+ offset
    let (a, b) = isLimitFirst ? (limit.low, limit.high) : (low, high)
    let (c, d) = isLimitFirst ? (low, high) : (limit.low, limit.high)
    if orEqual ? b <= c : b < c { return TruthByte.yes }
    if orEqual ? a > d : a >= d { return TruthByte.no }
    return count.asks ? TruthByte.ask : TruthByte.unknown
  }
}
