import Outreach

/// What is found for one row of a count's frame.
struct RowCount: BitwiseCopyable {
  /// How many rows are true for certain, and how many others are not false.
  var certain: Int32
  var unsure: Int32
  /// Whether the judge is asked about one of the others, and whether one stands for any number.
  var asks: Bool
  var isEndless: Bool
}

/// Rows of lists, folded into the rows that have them: only those are looked at that are true or not decided.
extension Program {
  func someRow(_ row: Int, _ rows: FrameRows, _ frame: Int, into masks: NodeMasks) {
    let inner = truths(row)
    let innerFrame = nodes[row].frame
    let extended = self.rows(of: innerFrame)
    let list = batch.lists[frames[innerFrame].last ?? 0]
    let open = openRows(list, extended, innerFrame)
    let outer = frames[innerFrame].count == 1 ? extended.contact.base : extended.first.base
    let (isKnown, contacts) = (list.isKnown, index(-1, rows, frame))
    masks.fill { isKnown[contacts($0)] ? TruthByte.no : TruthByte.unknown }
    unsureBits.reserve(masks.words, keeping: 0)
    let (yes, ask, unsure) = (masks.yes, masks.ask, unsureBits.base)
    unsure.update(repeating: 0, count: masks.words)
    for word in 0..<inner.words {
      let certain = inner.yes[word] & ~(open?[word] ?? 0)
      NodeMasks.forEach(certain, word) { NodeMasks.set(Int(outer[$0]), yes) }
      NodeMasks.forEach(inner.ask[word], word) { NodeMasks.set(Int(outer[$0]), ask) }
      let rest = inner.all(word) & ~certain & ~inner.ask[word] & ~inner.no[word]
      NodeMasks.forEach(rest, word) { NodeMasks.set(Int(outer[$0]), unsure) }
    }
    masks.fillWords { word in
      let known = masks.no[word]
      let certain = known & yes[word]
      let asked = known & ask[word] & ~certain
      return (certain, known & ~certain & ~asked & ~unsure[word], asked)
    }
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

  func count(_ check: CountCheck, into masks: NodeMasks) {
    let counts = rowCounts(check)
    let shared = prepare(check)
    let (clocks, part) = (clockOfRow.base, part)
    let offset = check.offset
    check.tables.entries.withUnsafeBufferPointer { entries in
      masks.fill { row in
        var entry = shared ?? entries[Int(clocks[row]) &* Program.mostParts &+ part]
        if entry.fixed != TruthByte.open { return entry.fixed }
        if let own = check.ownLimit, let truth = readLimit(own, row, &entry) { return truth }
        let count = counts[row]
        let low = entry.certain &+ Int64(count.certain) &* 1_000_000 &+ offset
        let isEndless = count.isEndless || entry.possible > Int64.max / 2
        let possible = Int64(count.certain &+ count.unsure) &* 1_000_000
        let high = isEndless ? Int64.max : entry.possible &+ possible &+ offset
        let truth = Program.compare(check, low, high, entry)
        return truth == TruthByte.unknown && count.asks ? TruthByte.ask : truth
      }
    }
  }

  /// What counts, by contact's row.
  private func rowCounts(_ check: CountCheck) -> UnsafeMutablePointer<RowCount> {
    let inner = truths(check.row)
    let extended = rows(of: nodes[check.row].frame)
    let list = batch.lists[frames[nodes[check.row].frame].last ?? 0]
    let open = openRows(list, extended, nodes[check.row].frame)
    let contact = extended.contact.base
    rowCounts.reserve(batch.count, keeping: 0)
    let (counts, isKnown) = (rowCounts.base, list.isKnown)
    for row in 0..<batch.count {
      counts[row] = RowCount(certain: 0, unsure: 0, asks: false, isEndless: !isKnown[row])
    }
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

  @inline(__always) private static func compare(
    _ check: CountCheck, _ low: Int64, _ high: Int64, _ limit: CountTable.Entry
  ) -> UInt8 {
    let (a, b) = check.isLimitFirst ? (limit.low, limit.high) : (low, high)
    let (c, d) = check.isLimitFirst ? (low, high) : (limit.low, limit.high)
    if check.orEqual { return b <= c ? TruthByte.yes : a > d ? TruthByte.no : TruthByte.unknown }
    return b < c ? TruthByte.yes : a >= d ? TruthByte.no : TruthByte.unknown
  }
}
