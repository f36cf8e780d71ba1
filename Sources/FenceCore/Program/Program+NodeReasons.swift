import Outreach

/// What decides why nodes say what they do, node by node for all rows of the batch.
///
/// Each leaf that is looked at adds a key made of its number and what the row holds for it, so that the sum tells which
/// leaves were looked at and what each held, and with that the names of the facts that are missing: these are those of
/// every unknown part of an unknown connective, and of the rows of a list together. Only a choice names some of its
/// parts before others; their sums are mixed one after the other.
extension Program {
  /// What decides why a node says what it does, in the batch being judged.
  func reasons(_ node: Int, _ depth: ReasonDepth) -> NodeReasons {
    if let known = reasonMemory.find(node, depth) { return known }
    let found = find(node, depth)
    reasonMemory.keep(found, node, depth)
    return found
  }

  private func find(_ node: Int, _ depth: ReasonDepth) -> NodeReasons {
    let (reason, masks) = (reasonNodes[node], truths(node))
    let parts = Int(reason.firstPart)..<Int(reason.firstPart + reason.partCount)
    if reason.kind == .connective, parts.count == 1 {
      // Of a negation as of what is negated.
      return reasons(Int(reasonParts[parts.lowerBound]), depth)
    }
    // Parts come first, so that what is taken last can be given back.
    if reason.kind == .lifted { _ = reasons(Int(reason.inner), depth) }
    let alike = depth == .times && reason.alike != node ? reasons(Int(reason.alike), depth) : nil
    var found = reasonMemory.take(rows: alike == nil ? masks.rows : 0, of: masks, depth)
    if let alike { return found.sharing(alike) }
    let sums = found.sums
    switch reason.kind {
    case .fixed:
      // Clock and ground tell, but that it is unknown has to be seen.
      found.asked.update(repeating: 0, count: masks.words)
      found.set(depth == .unknown ? MixedKey(leaf: node, 0).sum : KeySum())
    case .ask:
      for word in 0..<masks.words { found.asked[word] |= masks.looked(word, depth) }
    case .connective: add(parts, depth, masks, into: found)
    case .choice where depth == .times: add(parts, depth, masks, into: found)
    case .choice: choose(parts, node, masks, into: found)
    case .lifted: lift(reason, depth, masks, into: &found)
    case .values: lookAtValues(parts, node, reason, depth, masks, into: &found)
    case .moments where depth == .times:
      lookAtTimes(columns(parts, reason), node, masks, into: found)
    case .moments: lookAtMoments(columns(parts, reason), node, masks, into: &found)
    case .phones:
      let columns = columns(parts, reason)
      masks.forEachLooked(depth) { row in
        var key = MixedKey(leaf: node, UInt64(masks.truth(row)))
        for column in columns { key.mix(min(column.keys[column.index(row)], PhoneKeys.none + 1)) }
        sums[row] = key.sum
      }
    case .rows, .counted: lookAtRows(parts, node, reason, depth, masks, into: found)
    }
    if found.isUniform { reasonMemory.giveBackRows(of: found, depth) }
    return found
  }

  // MARK: parts

  private func add(
    _ parts: Range<Int>, _ depth: ReasonDepth, _ masks: NodeMasks, into found: NodeReasons
  ) {
    let sums = found.sums
    masks.forEachLooked(depth) { sums[$0] = KeySum() }
    for part in parts {
      let node = Int(reasonParts[part])
      let (own, reasons) = (truths(node), reasons(node, depth))
      let (possible, keys) = (depth == .times ? possible(node) : nil, SettledKeys(node))
      for word in 0..<masks.words {
        let looked = masks.looked(word, depth)
        var rows = looked & own.looked(word, depth)
        if let possible {
          let settled = rows & possible[word].settled
          keys.forEach(settled, word, possible[word]) { sums[$0] &+= $1 }
          rows &= ~settled
          found.asked[word] |= reasons.asked[word] & looked & ~settled
        } else {
          found.asked[word] |= reasons.asked[word] & looked
        }
        if reasons.isUniform {
          let sum = reasons.sum(0)
          NodeMasks.forEachRow(rows, word) { sums[$0] &+= sum }
        } else {
          NodeMasks.forEachRow(rows, word) { sums[$0] &+= reasons.sums[$0] }
        }
      }
    }
  }

  /// Of an unknown choice, what is unknown of the test and of what it leaves open.
  private func choose(
    _ parts: Range<Int>, _ node: Int, _ masks: NodeMasks, into found: NodeReasons
  ) {
    let nodes = parts.map { Int(reasonParts[$0]) }
    let (own, reasons) = (nodes.map(truths), nodes.map { self.reasons($0, .unknown) })
    masks.forEachLooked(.unknown) { row in
      let test = own[0].truth(row)
      var key = MixedKey(leaf: node, UInt64(test))
      for part in own.indices {
        let isLeft = part == 2 ? test != TruthByte.yes : test != TruthByte.no
        let truth = own[part].truth(row)
        guard part == 0 || isLeft, truth == TruthByte.unknown || truth == TruthByte.ask else {
          key.mix(KeySum())
          continue
        }
        if truth == TruthByte.ask || reasons[part].isAsked(row) { NodeMasks.set(row, found.asked) }
        key.mix(truth == TruthByte.ask ? KeySum() : reasons[part].sum(row))
      }
      found.sums[row] = key.sum
    }
  }

  private func lift(
    _ reason: ReasonNode, _ depth: ReasonDepth, _ masks: NodeMasks, into found: inout NodeReasons
  ) {
    let (frame, inner) = (Int(reason.frame), reasons(Int(reason.inner), depth))
    let (index, isSecond) = (index(Int(reason.level), rows(of: frame), frame), reason.level > 0)
    func lifted(_ sum: KeySum) -> KeySum {
      guard isSecond else { return sum }
      // The other row may be one of the same list.
      var key = MixedKey(leaf: 0, 1)
      key.mix(sum)
      return key.sum
    }
    if inner.isUniform { return found.set(lifted(inner.sum(0))) }
    let (sums, asked) = (found.sums, found.asked)
    masks.forEachLooked(depth) { row in
      let source = index(row)
      if inner.isAsked(source) { NodeMasks.set(row, asked) }
      sums[row] = lifted(inner.sum(source))
    }
  }

  // MARK: leaves

  /// A column as the rows of a node's frame see it.
  private struct SeenColumn {
    let cells: ColumnCells
    let index: RowIndex

    var numbers: UnsafeMutablePointer<UInt16> { cells.numbers }
    var keys: UnsafeMutablePointer<UInt64> { cells.keys }
  }

  private func columns(_ parts: Range<Int>, _ reason: ReasonNode) -> [SeenColumn] {
    let frame = Int(reason.frame)
    let rows = rows(of: frame)
    return stride(from: parts.lowerBound, to: parts.upperBound, by: 2).map { part in
      SeenColumn(
        cells: batch.cells[Int(reasonParts[part])],
        index: index(Int(reasonParts[part + 1]), rows, frame))
    }
  }

  private func lookAtValues(
    _ parts: Range<Int>, _ node: Int, _ reason: ReasonNode, _ depth: ReasonDepth,
    _ masks: NodeMasks, into found: inout NodeReasons
  ) {
    let columns = columns(parts, reason)
    guard let first = columns.first, let last = columns.last else { return }
    let (isPair, isTimed, sums) = (columns.count > 1, reason.isTimed, found.sums)
    var known = KnownSum(node)
    if depth == .unknown, !isPair, let only = onlyNumber(of: first, masks) {
      // Mostly none is given.
      return found.set(known(UInt64(only) &<< 16))
    }
    var isBeyond = false
    masks.forEachLooked(depth) { row in
      let truth = depth == .unknown ? TruthByte.unknown : masks.truth(row)
      var value = UInt64(truth)
      // What is known at any time needs no more than its truth.
      if truth == TruthByte.unknown || isTimed {
        let one = first.numbers[first.index(row)]
        let other = isPair ? last.numbers[last.index(row)] : 0
        value |= UInt64(one) &<< 16 | UInt64(other) &<< 32
        if one == FactDictionary.beyond || other == FactDictionary.beyond { isBeyond = true }
      }
      sums[row] = known(value)
    }
    guard isBeyond else {
      if known.isOnly { found.set(known.sum) }
      return
    }
    let asked = found.asked
    for column in columns {
      masks.forEachLooked(depth) { row in
        if column.numbers[column.index(row)] == FactDictionary.beyond { NodeMasks.set(row, asked) }
      }
    }
  }

  /// The number that a column holds in all rows that are looked at because they are unknown; nil if they differ.
  private func onlyNumber(of column: SeenColumn, _ masks: NodeMasks) -> UInt16? {
    var (lowest, highest) = (UInt16.max, UInt16.min)
    masks.forEachLooked(.unknown) { row in
      let number = column.numbers[column.index(row)]
      (lowest, highest) = (min(lowest, number), max(highest, number))
    }
    return lowest == highest && lowest != FactDictionary.beyond ? lowest : nil
  }

  /// Which points in time are unknown, and which are known only to the day.
  private func lookAtMoments(
    _ columns: [SeenColumn], _ node: Int, _ masks: NodeMasks, into found: inout NodeReasons
  ) {
    var known = KnownSum(node)
    let (sums, asked) = (found.sums, found.asked)
    columns.withUnsafeBufferPointer { columns in
      masks.forEachLooked(.unknown) { row in
        var value: UInt64 = 0
        for column in columns {
          let (cells, at) = (column.cells, column.index(row))
          let isSpread = cells.states[at] >= MomentState.some && cells.low[at] != cells.high[at]
          value = value &<< 4 | UInt64(cells.states[at]) | (isSpread ? 8 : 0)
        }
        // No more of them can be told from each other.
        if columns.count > 16 { NodeMasks.set(row, asked) }
        sums[row] = known(value)
      }
    }
    if known.isOnly, columns.count <= 16 { found.set(known.sum) }
  }

  /// The points in time themselves.
  private func lookAtTimes(
    _ columns: [SeenColumn], _ node: Int, _ masks: NodeMasks, into found: NodeReasons
  ) {
    columns.withUnsafeBufferPointer { columns in
      masks.forEachLooked(.times) { row in
        var key = MixedKey(leaf: node, 0)
        for column in columns {
          let (cells, at) = (column.cells, column.index(row))
          let state = cells.states[at]
          key.mix(UInt64(state))
          guard state >= MomentState.some else { continue }
          let (low, high) = (cells.low[at], cells.high[at])
          key.mix(KeySum(UInt64(bitPattern: low), UInt64(bitPattern: high)))
        }
        found.sums[row] = key.sum
      }
    }
  }
}
