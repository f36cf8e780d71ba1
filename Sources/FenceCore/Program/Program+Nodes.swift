import Outreach

extension Program {
  /// The truths of a node for the batch, found once for each part of time that it depends on.
  func truths(_ number: Int) -> NodeMasks {
    let place = placesOfNodes[number]
    let stamp = turn << 8 | (place.isTimed ? UInt64(part) : 0)
    guard masks[number].stamp != stamp else { return masks[number] }
    let rows = self.rows(of: Int(place.frame))
    let found = rows.masks(Int(place.place), stamp: stamp)
    find(number, Int(place.frame), rows, into: found)
    masks[number] = found
    return found
  }

  /// The truth of a node for a row in the first part of the step's time, as a byte of `TruthByte`.
  @inline(__always) func rowTruth(_ number: Int, _ row: Int) -> UInt8 {
    if masks[number].stamp != turn &<< 8 { _ = truths(number) }
    return masks[number].truth(row)
  }

  private func find(_ number: Int, _ frame: Int, _ rows: FrameRows, into masks: NodeMasks) {
    switch nodes[number].kind {
    case .constant(let truth): masks.fill(with: TruthByte.of(truth))
    case .ask: masks.fill(with: TruthByte.ask)
    case .table(let table):
      table._withUnsafeGuaranteedRef { fill($0, into: masks, isTimed: nodes[number].isTimed) }
    case .value(let column, let table):
      table._withUnsafeGuaranteedRef { fill(column, $0, rows, frame, into: masks) }
    case .pair(let a, let b, let table):
      table._withUnsafeGuaranteedRef { fill(a, b, $0, rows, frame, into: masks) }
    case .span(let source, let table):
      table._withUnsafeGuaranteedRef { fill(source, $0, rows, frame, into: masks) }
    case .momentIsNone(let source): findNone(source, rows, frame, into: masks)
    case .order(let a, let b, let orEqual): order(a, b, orEqual, rows, frame, into: masks)
    case .within(let term, let a, let b):
      within(term, a, b, rows, frame, into: masks)
    case .samePhone(let a, let b):
      let (x, y) = (batch.cells[a.column].keys, batch.cells[b.column].keys)
      let (i, j) = (index(a.level, rows, frame), index(b.level, rows, frame))
      masks.fill { Program.samePhone(x[i($0)], y[j($0)]) }
    case .isPhone(let a, let key):
      let (x, i) = (batch.cells[a.column].keys, index(a.level, rows, frame))
      masks.fill { Program.samePhone(x[i($0)], key) }
    case .phoneIsNone(let a):
      let (x, i) = (batch.cells[a.column].keys, index(a.level, rows, frame))
      masks.fill { row in
        switch x[i(row)] {
        case PhoneKeys.unknown: TruthByte.unknown
        case PhoneKeys.none: TruthByte.yes
        default: TruthByte.no
        }
      }
    case .not(let part):
      let inner = truths(part)
      masks.fillWords { (inner.no[$0], inner.yes[$0], inner.ask[$0]) }
    case .all(let parts): conjoin(parts, into: masks)
    case .any(let parts): disjoin(parts, into: masks)
    case .choose(let a, let b, let c): choose(truths(a), truths(b), truths(c), into: masks)
    case .prefer(let a, let b, let c): prefer(truths(a), truths(b), truths(c), into: masks)
    case .lifted(let inner, let level): lift(truths(inner), index(level, rows, frame), into: masks)
    case .someRow(let row): someRow(row, rows, frame, into: masks)
    case .count(let check):
      check.tables._withUnsafeGuaranteedRef { count(check, $0, into: masks) }
    }
  }

  // MARK: connectives

  private func conjoin(_ parts: UnsafeBufferPointer<Int>, into masks: NodeMasks) {
    masks.fill(with: TruthByte.yes)
    for part in parts {
      let next = truths(part)
      for word in 0..<masks.words {
        let no = masks.no[word] | next.no[word]
        masks.yes[word] &= next.yes[word]
        masks.no[word] = no
        masks.ask[word] = (masks.ask[word] | next.ask[word]) & ~no
      }
      if masks.isFull(masks.no) { return }
    }
  }

  private func disjoin(_ parts: UnsafeBufferPointer<Int>, into masks: NodeMasks) {
    masks.fill(with: TruthByte.no)
    for part in parts {
      let next = truths(part)
      for word in 0..<masks.words {
        let yes = masks.yes[word] | next.yes[word]
        masks.no[word] &= next.no[word]
        masks.yes[word] = yes
        masks.ask[word] = (masks.ask[word] | next.ask[word]) & ~yes
      }
      if masks.isFull(masks.yes) { return }
    }
  }

  private func choose(
    _ test: NodeMasks, _ then: NodeMasks, _ otherwise: NodeMasks, into masks: NodeMasks
  ) {
    masks.fillWords { word in
      let (first, last) = (test.yes[word], test.no[word])
      // Where both agree, the test does not matter.
      let open = masks.all(word) & ~first & ~last
      let yes = then.yes[word] & otherwise.yes[word]
      let no = then.no[word] & otherwise.no[word]
      let known = then.yes[word] | then.no[word] | otherwise.yes[word] | otherwise.no[word]
      let asked = then.ask[word] | otherwise.ask[word] | test.ask[word] & known
      return (
        first & then.yes[word] | last & otherwise.yes[word] | open & yes,
        first & then.no[word] | last & otherwise.no[word] | open & no,
        first & then.ask[word] | last & otherwise.ask[word] | open & asked & ~yes & ~no
      )
    }
  }

  private func prefer(
    _ test: NodeMasks, _ then: NodeMasks, _ otherwise: NodeMasks, into masks: NodeMasks
  ) {
    masks.fillWords { word in
      let (first, asked) = (test.yes[word], test.ask[word])
      let last = ~first & ~asked
      return (
        first & then.yes[word] | last & otherwise.yes[word],
        first & then.no[word] | last & otherwise.no[word],
        first & then.ask[word] | last & otherwise.ask[word] | asked
      )
    }
  }

  private func lift(_ source: NodeMasks, _ index: RowIndex, into masks: NodeMasks) {
    if let truth = source.commonTruth { return masks.fill(with: truth) }
    masks.fill { source.truth(index($0)) }
  }

  @inline(__always) private static func samePhone(_ a: UInt64, _ b: UInt64) -> UInt8 {
    if a == PhoneKeys.unknown || b == PhoneKeys.unknown { return TruthByte.unknown }
    if a == PhoneKeys.none || b == PhoneKeys.none { return TruthByte.no }
    if a == PhoneKeys.beyond || b == PhoneKeys.beyond { return TruthByte.ask }
    return a == b ? TruthByte.yes : TruthByte.no
  }

  // MARK: values

  /// A predicate that no contact's facts decide: a look-up by clock, or by ground and clock.
  private func fill(_ table: GroundTable, into masks: NodeMasks, isTimed: Bool) {
    let (stride, place) = isTimed ? (Program.mostParts, part) : (1, 0)
    let pairs = pairs.base
    if table.dependsOnPlace {
      table.truths.reserve(clockOfPair.count * stride)
      return masks.fill(table.truths) {
        Int(pairs[$0]) &* stride &+ place
      } find: {
        find(table, pair: Int(pairs[$0]))
      }
    }
    table.truths.reserve(clocks.count * stride)
    let (truths, clockOfRow) = (table.truths.truths, clockOfRow.base)
    var shared: UInt8?
    var differs = false
    for clock in presentClocks {
      let at = isTimed ? clock * stride + place : 0
      if truths[at] == TruthByte.open { truths[at] = find(table, clock: clock) }
      if let shared, shared != truths[at] { differs = true }
      shared = truths[at]
    }
    if !differs { return masks.fill(with: shared ?? TruthByte.unknown) }
    masks.fill { truths[Int(clockOfRow[$0]) &* stride &+ place] }
  }

  private func fill(
    _ column: ValueColumn, _ table: ValueTable, _ rows: FrameRows, _ frame: Int,
    into masks: NodeMasks
  ) {
    let values = batch.columns[column.column].dictionary
    let numbers = batch.cells[column.column].numbers
    let index = index(column.level, rows, frame)
    if table.isTimed {
      let (contacts, pairs, part) = (self.index(-1, rows, frame), pairs.base, part)
      table.placed.reserve(clockOfPair.count &* Program.mostParts &* ValueTable.few)
      let placed = table.placed.truths
      return masks.fill { row in
        let (number, pair) = (numbers[index(row)], Int(pairs[contacts(row)]))
        guard number < ValueTable.few else { return truth(table, number, values, pair: pair) }
        let place = (pair &* Program.mostParts &+ part) &* ValueTable.few &+ Int(number)
        if placed[place] == TruthByte.open {
          placed[place] = truth(table, number, values, pair: pair)
        }
        return placed[place]
      }
    }
    table.truths.reserve(values.values.count)
    let (truths, mask) = (table.truths.truths, table.truths.mask)
    if index.map == nil {
      if values.values.count <= KnownValues.most {
        return fill(column.column, table, into: masks)
      }
      if let number = Program.onlyNumber(numbers, rows.count) {
        let place = Int(number) & mask
        if truths[place] == TruthByte.open {
          truths[place] = find(table, values.values[place], pair: 0)
        }
        return masks.fill(with: truths[place])
      }
      masks.fill(table.truths) {
        Int(numbers[$0]) & mask
      } find: {
        find(table, values.values[Int(numbers[$0])], pair: 0)
      }
    } else {
      masks.fill(table.truths) {
        Int(numbers[index($0)]) & mask
      } find: {
        find(table, values.values[Int(numbers[index($0)])], pair: 0)
      }
    }
  }

  /// The number that all rows hold; nil if they differ, or there are none.
  private static func onlyNumber(_ numbers: UnsafeMutablePointer<UInt16>, _ count: Int) -> UInt16? {
    guard count > 0 else { return nil }
    let only = numbers[0]
    let four = UInt64(only) &* 0x0001_0001_0001_0001
    let bytes = UnsafeRawPointer(numbers)
    var at = 0
    while at &+ 4 <= count {
      guard bytes.loadUnaligned(fromByteOffset: at &<< 1, as: UInt64.self) == four else {
        return nil
      }
      at &+= 4
    }
    while at < count {
      guard numbers[at] == only else { return nil }
      at &+= 1
    }
    return only
  }

  private func fill(
    _ first: ValueColumn, _ second: ValueColumn, _ table: PairTable, _ rows: FrameRows,
    _ frame: Int, into masks: NodeMasks
  ) {
    let (a, b) = (
      batch.columns[first.column].dictionary, batch.columns[second.column].dictionary
    )
    let (x, y) = (batch.cells[first.column].numbers, batch.cells[second.column].numbers)
    let (i, j) = (index(first.level, rows, frame), index(second.level, rows, frame))
    table.truths.reserve(PairTable.few &* PairTable.few)
    let truths = table.truths.truths
    masks.fill { row in
      let (first, second) = (Int(x[i(row)]), Int(y[j(row)]))
      if first < PairTable.few, second < PairTable.few {
        let truth = truths[first &* PairTable.few &+ second]
        if truth != TruthByte.open { return truth }
      }
      return truth(table, x[i(row)], y[j(row)], a, b)
    }
  }
}
