import Outreach

/// What nodes may come to say while two years go by, found for the whole batch from what their parts may.
extension Program {
  /// What may come of a node, in the batch being judged.
  func possible(_ node: Int) -> PossibleTruths {
    let masks = truths(node)
    if let known = reasonMemory.possible.find(node) {
      return PossibleTruths(known.asked, words: masks.words)
    }
    let kept = reasonMemory.possible.take(rows: 0, words: PossibleTruths.kinds * masks.words)
    let found = PossibleTruths(kept.asked, words: masks.words)
    find(node, masks, into: found)
    reasonMemory.possible.keep(kept, node)
    return found
  }

  /// The rows of a unit that never come to be satisfied, or no longer to be, a bit a row.
  func settledRows(of unit: Int) -> UnsafeMutablePointer<UInt64> {
    if let known = reasonMemory.settledUnits.find(unit) { return known.asked }
    let words = (batch.count + 63) / 64
    let kept = reasonMemory.settledUnits.take(rows: 0, words: words)
    let parts = units[unit].parts
    let (inForce, applies) = (possible(parts.inForce), possible(parts.applies))
    let (required, excuse) = (possible(parts.required), possible(parts.excuse))
    let waived = possible(parts.waived)
    for word in 0..<words {
      let satisfied =
        !inForce[word] | !applies[word] | waived[word] | excuse[word] | required[word]
      kept.asked[word] = satisfied.settled
    }
    reasonMemory.settledUnits.keep(kept, unit)
    return kept.asked
  }

  private func find(_ node: Int, _ masks: NodeMasks, into found: PossibleTruths) {
    switch nodes[node].kind {
    case .constant, .pair, .samePhone, .isPhone, .phoneIsNone, .momentIsNone(.column),
      .order(.column, .column, _), .within(_, from: .column, to: .column):
      found.fill { .now(masks, $0) }
    case .table(let table) where nodes[node].isTimed:
      table._withUnsafeGuaranteedRef { find($0, masks, into: found) }
    case .value where nodes[node].isTimed: found.fill { .anything(masks.all($0)) }
    case .table, .value: found.fill { .now(masks, $0) }
    case .ask, .momentIsNone, .order, .within:
      found.fill { .anything(masks.all($0)) }
    case .span(let source, let table):
      table._withUnsafeGuaranteedRef { find(source, $0, nodes[node].frame, masks, into: found) }
    case .not(let part):
      let part = possible(part)
      found.fill { !part[$0] }
    case .all(let parts):
      found.fill { PossibleWord(yes: masks.all($0), no: 0, unknown: 0) }
      for part in parts {
        let next = possible(part)
        found.fill { found[$0] & next[$0] }
      }
    case .any(let parts):
      found.fill { PossibleWord(yes: 0, no: masks.all($0), unknown: 0) }
      for part in parts {
        let next = possible(part)
        found.fill { found[$0] | next[$0] }
      }
    case .choose(let test, let then, let otherwise):
      let (test, then, otherwise) = (possible(test), possible(then), possible(otherwise))
      found.fill { word in
        let (either, open) = (then[word].or(otherwise[word]), test[word].unknown)
        // Where both always say the same, the test does not matter.
        let differing = open & ~either.settled
        let rest = PossibleWord(
          yes: either.yes, no: either.no, unknown: either.unknown | differing)
        let (isYes, isNo) = (
          test[word].settled & test[word].yes, test[word].settled & test[word].no
        )
        return then[word].of(isYes, else: otherwise[word].of(isNo, else: rest))
      }
    case .prefer(let test, let then, let otherwise):
      let (test, then, otherwise) = (possible(test), possible(then), possible(otherwise))
      found.fill { word in
        let (isYes, isNever) = (test[word].settled & test[word].yes, ~test[word].yes)
        let either = then[word].or(otherwise[word])
        return then[word].of(isYes, else: otherwise[word].of(isNever, else: either))
      }
    case .lifted(let inner, let level):
      let frame = nodes[node].frame
      let (own, index) = (possible(inner), index(level, rows(of: frame), frame))
      found.fill { _ in PossibleWord(yes: 0, no: 0, unknown: 0) }
      for row in 0..<masks.rows {
        let source = index(row)
        let (word, bit) = (own[source &>> 6], UInt64(source & 63))
        found.add(row, word.yes &>> bit & 1, word.no &>> bit & 1, word.unknown &>> bit & 1)
      }
    case .someRow(let row): findSomeRow(row, nodes[node].frame, masks, into: found)
    case .count(let check): find(check, masks, into: found)
    }
  }

  /// Of what clock and time decide, which contacts share.
  private func find(_ table: GroundTable, _ masks: NodeMasks, into found: PossibleTruths) {
    let isOfPlace = table.dependsOnPlace
    table.comings.reserve(isOfPlace ? clockOfPair.count : clocks.count)
    let comings = table.comings.base
    for place in isOfPlace ? distinct(pairs.base, of: clockOfPair.count) : presentClocks
    where comings[place] == 0 {
      comings[place] = self.comings(table, at: place)
    }
    let places = isOfPlace ? pairs.base : clockOfRow.base
    found.fill { word in
      func rows(_ bit: UInt8) -> UInt64 {
        masks.bits(word) { comings[Int(places[$0])] & bit == 0 ? 0 : 1 }
      }
      return PossibleWord(
        yes: rows(Comings.yes), no: rows(Comings.no), unknown: rows(Comings.unknown))
    }
  }

  /// Of a comparison with what no contact decides.
  private func find(
    _ source: MomentSource, _ table: SpanTable, _ frame: Int, _ masks: NodeMasks,
    into found: PossibleTruths
  ) {
    found.fill { .anything(masks.all($0)) }
    guard case .column = source else { return }
    prepareLimits(table)
    let rows = rows(of: frame)
    let places = table.dependsOnPlace ? pairs.base : clockOfRow.base
    let (contacts, limits) = (index(-1, rows, frame), table.limits.base)
    with(source, rows, frame) { states, first, last, index in
      found.fill { word in
        let settled = masks.bits(word) { row in
          let at = index(row)
          let limits = limits[Int(places[contacts(row)])]
          return limits.isSettled(states[at], first[at], last[at]) ? 1 : 0
        }
        return PossibleWord.now(masks, word).of(settled, else: .anything(masks.all(word)))
      }
    }
  }

  /// Of whether some row of a list is such.
  private func findSomeRow(
    _ row: Int, _ frame: Int, _ masks: NodeMasks, into found: PossibleTruths
  ) {
    let (own, inner, innerFrame) = (truths(row), possible(row), nodes[row].frame)
    let extended = rows(of: innerFrame)
    let list = batch.lists[frames[innerFrame].last ?? 0]
    let innermost = index(frames[innerFrame].count - 1, extended, innerFrame)
    let isOpen = list.hasOpen ? list.isOpen : nil
    let outer = frames[innerFrame].count == 1 ? extended.contact : extended.first
    let (isKnown, contacts) = (list.isKnown, index(-1, rows(of: frame), frame))
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * max(1, masks.words)) { bits in
      bits.initialize(repeating: 0)
      guard let base = bits.baseAddress else { return }
      // Where some row always is, and where one never says that it is not.
      let (surely, never) = (base, base + masks.words)
      found.fill { _ in PossibleWord(yes: 0, no: 0, unknown: 0) }
      for word in 0..<own.words {
        let may = inner[word]
        NodeMasks.forEach(may.yes | may.unknown, word) { row in
          let (bit, place) = (UInt64(row & 63), Int(outer[row]))
          let (yes, no) = (may.yes &>> bit & 1, may.no &>> bit & 1)
          let unknown = may.unknown &>> bit & 1
          // A row that a list may go on with is never certain.
          let isOpen: UInt64 = isOpen?[innermost(row)] ?? false ? 1 : 0
          found.add(place, yes & ~isOpen, 0, unknown | yes & isOpen)
          if no == 0 { NodeMasks.set(place, never) }
          if no | unknown | isOpen == 0 { NodeMasks.set(place, surely) }
        }
      }
      found.fill { word in
        let (all, may) = (masks.all(word), found[word])
        let known = masks.bits(word) { isKnown[contacts($0)] ? 1 : 0 }
        let certain = surely[word]
        return PossibleWord(
          yes: may.yes & known, no: all & ~never[word] & known,
          unknown: may.unknown & ~certain | all & ~known)
      }
    }
  }

  /// Of a count, which is not more or less than what is unknown.
  private func find(_ check: CountCheck, _ masks: NodeMasks, into found: PossibleTruths) {
    guard let limit = check.ownLimit else {
      return found.fill { .anything(masks.all($0)) }
    }
    let numbers = batch.cells[limit].numbers
    found.fill { word in
      let isUnknown = masks.bits(word) { numbers[$0] == FactDictionary.unknown ? 1 : 0 }
      let now = PossibleWord.now(masks, word)
      return now.of(isUnknown & now.settled & now.unknown, else: .anything(masks.all(word)))
    }
  }
}
