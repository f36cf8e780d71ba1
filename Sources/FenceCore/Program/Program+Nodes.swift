import Outreach

extension Program {
  /// The truths of a node for the batch, found once for each part of time that it depends on.
  func truths(_ number: Int) -> NodeMasks {
    let masks = masks[number]
    let stamp = turn << 8 | (nodes[number].isTimed ? UInt64(part) : 0)
    guard masks.stamp != stamp else { return masks }
    find(nodes[number], into: masks)
    masks.stamp = stamp
    maskCells[number] = MaskCells(masks)
    return masks
  }

  /// The truth of a node for a row in the first part of the step's time, as a byte of `TruthByte`.
  @inline(__always) func rowTruth(_ number: Int, _ row: Int) -> UInt8 {
    if maskCells[number].stamp != turn &<< 8 { _ = truths(number) }
    return maskCells[number].truth(row)
  }

  private func find(_ node: ProgramNode, into masks: NodeMasks) {
    let rows = self.rows(of: node.frame)
    let count = rows.count
    switch node.kind {
    case .constant(let truth):
      let byte = TruthByte.of(truth)
      masks.fill(rows: count) { _ in byte }
    case .ask: masks.fill(rows: count) { _ in TruthByte.ask }
    case .table(let table): fill(table, into: masks, isTimed: node.isTimed)
    case .value(let column, let table): fill(column, table, rows, node.frame, into: masks)
    case .pair(let a, let b, let table): fill(a, b, table, rows, node.frame, into: masks)
    case .span(let source, let table): fill(source, table, rows, node.frame, into: masks)
    case .momentIsNone(let source):
      with(source, rows, node.frame) { states, _, _, index in
        masks.fill(rows: count) { row in
          switch states[index(row)] {
          case MomentState.unknown: TruthByte.unknown
          case MomentState.none: TruthByte.yes
          case MomentState.ask: TruthByte.ask
          default: TruthByte.no
          }
        }
      }
    case .order(let a, let b, let orEqual): order(a, b, orEqual, rows, node.frame, into: masks)
    case .within(let term, let a, let b): within(term, a, b, rows, node.frame, into: masks)
    case .samePhone(let a, let b):
      let (x, y) = (batch.columns[a.column].keys.base, batch.columns[b.column].keys.base)
      let (i, j) = (index(a.level, rows, node.frame), index(b.level, rows, node.frame))
      masks.fill(rows: count) { Program.samePhone(x[i($0)], y[j($0)]) }
    case .isPhone(let a, let key):
      let x = batch.columns[a.column].keys.base
      let i = index(a.level, rows, node.frame)
      masks.fill(rows: count) { Program.samePhone(x[i($0)], key) }
    case .phoneIsNone(let a):
      let x = batch.columns[a.column].keys.base
      let i = index(a.level, rows, node.frame)
      masks.fill(rows: count) { row in
        switch x[i(row)] {
        case PhoneKeys.unknown: TruthByte.unknown
        case PhoneKeys.none: TruthByte.yes
        default: TruthByte.no
        }
      }
    case .not(let part):
      let inner = truths(part)
      masks.fillWords(rows: count) { (inner.no.base[$0], inner.yes.base[$0], inner.ask.base[$0]) }
    case .all(let parts): conjoin(parts, count, into: masks)
    case .any(let parts): disjoin(parts, count, into: masks)
    case .choose(let a, let b, let c):
      let (test, then, otherwise) = (truths(a), truths(b), truths(c))
      masks.fill(rows: count) { row in
        Program.choose(test.truth(row), then.truth(row), otherwise.truth(row))
      }
    case .prefer(let a, let b, let c):
      let (test, then, otherwise) = (truths(a), truths(b), truths(c))
      masks.fillWords(rows: count) { word in
        let (first, asked) = (test.yes.base[word], test.ask.base[word])
        let last = ~first & ~asked
        return (
          first & then.yes.base[word] | last & otherwise.yes.base[word],
          first & then.no.base[word] | last & otherwise.no.base[word],
          first & then.ask.base[word] | last & otherwise.ask.base[word] | asked
        )
      }
    case .lifted(let inner, let level):
      let source = truths(inner)
      let index = index(level, rows, node.frame)
      masks.fill(rows: count) { source.truth(index($0)) }
    case .someRow(let row): someRow(row, rows, node.frame, into: masks)
    case .count(let check): self.count(check, rows, into: masks)
    }
  }

  // MARK: connectives

  private func conjoin(_ parts: [Int], _ count: Int, into masks: NodeMasks) {
    let first = truths(parts[0])
    masks.fillWords(rows: count) { (first.yes.base[$0], first.no.base[$0], first.ask.base[$0]) }
    for part in parts.dropFirst() {
      let next = truths(part)
      for word in 0..<masks.words {
        let no = masks.no.base[word] | next.no.base[word]
        masks.yes.base[word] &= next.yes.base[word]
        masks.no.base[word] = no
        masks.ask.base[word] = (masks.ask.base[word] | next.ask.base[word]) & ~no
      }
    }
  }

  private func disjoin(_ parts: [Int], _ count: Int, into masks: NodeMasks) {
    let first = truths(parts[0])
    masks.fillWords(rows: count) { (first.yes.base[$0], first.no.base[$0], first.ask.base[$0]) }
    for part in parts.dropFirst() {
      let next = truths(part)
      for word in 0..<masks.words {
        let yes = masks.yes.base[word] | next.yes.base[word]
        masks.no.base[word] &= next.no.base[word]
        masks.yes.base[word] = yes
        masks.ask.base[word] = (masks.ask.base[word] | next.ask.base[word]) & ~yes
      }
    }
  }

  private static func choose(_ test: UInt8, _ then: UInt8, _ otherwise: UInt8) -> UInt8 {
    switch test {
    case TruthByte.yes: then
    case TruthByte.no: otherwise
    // Where both agree, the first does not matter.
    default:
      then == otherwise
        ? then
        : test == TruthByte.ask || then == TruthByte.ask || otherwise == TruthByte.ask
          ? TruthByte.ask : TruthByte.unknown
    }
  }

  @inline(__always) private static func samePhone(_ a: UInt64, _ b: UInt64) -> UInt8 {
    if a == PhoneKeys.unknown || b == PhoneKeys.unknown { return TruthByte.unknown }
    if a == PhoneKeys.none || b == PhoneKeys.none { return TruthByte.no }
    if a == PhoneKeys.beyond || b == PhoneKeys.beyond { return TruthByte.ask }
    return a == b ? TruthByte.yes : TruthByte.no
  }

  // MARK: values

  /// Up to how many values of a column each predicate is found for all of them.
  private static let fewValues = 256

  private func fill(
    _ column: ValueColumn, _ table: ValueTable, _ rows: FrameRows, _ frame: Int,
    into masks: NodeMasks
  ) {
    let values = batch.columns[column.column]
    let numbers = values.numbers.base
    let index = index(column.level, rows, frame)
    if table.isTimed {
      let (contacts, pairs) = (self.index(-1, rows, frame), pairs.base)
      return masks.fill(rows: rows.count) { row in
        truth(table, numbers[index(row)], values, pair: Int(pairs[contacts(row)]))
      }
    }
    let valueCount = values.dictionary.values.count
    if table.foundUpTo < valueCount {
      for row in 0..<rows.count {
        let number = Int(numbers[index(row)])
        if number >= table.truths.count || table.truths[number] == TruthByte.open {
          _ = truth(table, numbers[index(row)], values, pair: 0)
        }
      }
      // Of a few values all are found, so that nobody looks again until there are more.
      if valueCount <= Program.fewValues {
        for number in 0..<valueCount {
          _ = truth(table, UInt16(truncatingIfNeeded: number), values, pair: 0)
        }
        table.foundUpTo = valueCount
      }
    }
    table.truths.withUnsafeBufferPointer { truths in
      masks.fill(rows: rows.count) { row in
        let number = Int(numbers[index(row)])
        return number < truths.count ? truths[number] : TruthByte.ask
      }
    }
  }

  private func fill(
    _ first: ValueColumn, _ second: ValueColumn, _ table: PairTable, _ rows: FrameRows,
    _ frame: Int, into masks: NodeMasks
  ) {
    let (a, b) = (batch.columns[first.column], batch.columns[second.column])
    let (x, y) = (a.numbers.base, b.numbers.base)
    let (i, j) = (index(first.level, rows, frame), index(second.level, rows, frame))
    masks.fill(rows: rows.count) { truth(table, x[i($0)], y[j($0)], a, b) }
  }

  // MARK: rows of lists

  private func someRow(
    _ row: Int, _ rows: FrameRows, _ frame: Int, into masks: NodeMasks
  ) {
    let inner = truths(row)
    let extended = self.rows(of: nodes[row].frame)
    let list = batch.lists[frames[nodes[row].frame].last ?? 0]
    let contacts = index(-1, rows, frame)
    let starts = extended.starts.base
    let open = openRows(list, extended, nodes[row].frame)
    let yes = open.map { certain(inner, without: $0) } ?? inner.yes.base
    let (no, ask) = (inner.no.base, inner.ask.base)
    masks.fill(rows: rows.count) { outer in
      guard list.isKnown[contacts(outer)] else { return TruthByte.unknown }
      var result = TruthByte.no
      var at = Int(starts[outer])
      let end = Int(starts[outer &+ 1])
      while at < end {
        let length = min(64, end &- at)
        if NodeMasks.window(yes, at, length) != 0 { return TruthByte.yes }
        if result != TruthByte.ask {
          if NodeMasks.window(ask, at, length) != 0 {
            result = TruthByte.ask
          } else if NodeMasks.window(no, at, length).nonzeroBitCount < length {
            result = TruthByte.unknown
          }
        }
        at &+= length
      }
      return result
    }
  }

  /// A bit for each row of a frame whose row of its innermost list is open; nil if none is.
  private func openRows(
    _ list: ContactBatch.ListRows, _ rows: FrameRows, _ frame: Int
  ) -> UnsafeMutablePointer<UInt64>? {
    guard list.hasOpen else { return nil }
    let index = index(frames[frame].count - 1, rows, frame)
    let words = (rows.count + 63) / 64
    openBits.reserve(words + 1, keeping: 0)
    let bits = openBits.base
    bits.update(repeating: 0, count: words + 1)
    for row in 0..<rows.count where list.isOpen[index(row)] {
      bits[row &>> 6] |= 1 &<< UInt64(row & 63)
    }
    return bits
  }

  /// The rows that are true and not open: of what stands for any number of rows or none, no row is certain.
  private func certain(
    _ masks: NodeMasks, without open: UnsafeMutablePointer<UInt64>
  ) -> UnsafeMutablePointer<UInt64> {
    certainBits.reserve(masks.words + 1, keeping: 0)
    for word in 0..<masks.words { certainBits.base[word] = masks.yes.base[word] & ~open[word] }
    return certainBits.base
  }

  private func count(_ check: CountCheck, _ rows: FrameRows, into masks: NodeMasks) {
    let inner = truths(check.row)
    let extended = self.rows(of: nodes[check.row].frame)
    let list = batch.lists[frames[nodes[check.row].frame].last ?? 0]
    let starts = extended.starts.base
    let clocks = clockOfRow.base
    prepare(check)
    let (entries, part) = (check.tables.entries, part)
    let open = openRows(list, extended, nodes[check.row].frame)
    let yes = open.map { certain(inner, without: $0) } ?? inner.yes.base
    let (no, ask) = (inner.no.base, inner.ask.base)
    masks.fill(rows: rows.count) { row in
      var entry = entries[Int(clocks[row]) &* Program.mostParts &+ part]
      if entry.fixed != TruthByte.open { return entry.fixed }
      if let own = check.ownLimit {
        let column = batch.columns[own]
        let number = column.numbers.base[row]
        guard number != FactDictionary.beyond else { return TruthByte.ask }
        switch column.dictionary.values[Int(number)] {
        case .number(let limit): (entry.low, entry.high) = (limit.millionths, limit.millionths)
        case .none: return TruthByte.no
        default: return TruthByte.unknown
        }
      }
      var (certain, possible, asked): (Int64, Int64, Bool) = (0, 0, false)
      var isEndless = !list.isKnown[row] || entry.possible > Int64.max / 2
      var at = Int(starts[row])
      let end = Int(starts[row &+ 1])
      while at < end {
        let length = min(64, end &- at)
        certain &+= Int64(NodeMasks.window(yes, at, length).nonzeroBitCount) &* 1_000_000
        possible &+= Int64(length &- NodeMasks.window(no, at, length).nonzeroBitCount) &* 1_000_000
        if NodeMasks.window(ask, at, length) != 0 { asked = true }
        if let open, NodeMasks.window(open, at, length) & ~NodeMasks.window(no, at, length) != 0 {
          isEndless = true
        }
        at &+= length
      }
      let low = entry.certain &+ certain &+ check.offset
      let high = isEndless ? Int64.max : entry.possible &+ possible &+ check.offset
      let truth = Program.compare(check, low, high, entry)
      return truth == TruthByte.unknown && asked ? TruthByte.ask : truth
    }
  }

  private static func compare(
    _ check: CountCheck, _ low: Int64, _ high: Int64, _ limit: CountTable.Entry
  ) -> UInt8 {
    let (a, b) = check.isLimitFirst ? (limit.low, limit.high) : (low, high)
    let (c, d) = check.isLimitFirst ? (low, high) : (limit.low, limit.high)
    if check.orEqual { return b <= c ? TruthByte.yes : a > d ? TruthByte.no : TruthByte.unknown }
    return b < c ? TruthByte.yes : a >= d ? TruthByte.no : TruthByte.unknown
  }
}
