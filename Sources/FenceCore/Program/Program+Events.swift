import Outreach

/// What the program says of one rule and one attempt that is not a plain pass.
struct RuleEvent: BitwiseCopyable {
  var unit: Int32
  var code: RuleCode

  /// Unit and code in one number.
  @inline(__always) var key: Int32 { unit &* Int32(RuleCode.count) &+ Int32(code.rawValue) }
}

/// What was found of a batch, row by row: for 64 units at a time the three bits of their codes, a word each.
///
/// A contact's events stand at its first row.
struct BatchEvents: ~Copyable {
  /// The units step by step, those of a step as reports name their rules; and where those of each begin and end.
  let units: [Int]
  let steps: [Range<Int>]
  private var marks = BatchBuffer<UInt64>(capacity: 1024)
  /// How many words a row has.
  private let stride: Int

  init(_ unitsOfStep: [[Int]]) {
    units = unitsOfStep.flatMap(\.self)
    var end = 0
    steps = unitsOfStep.map { own in
      end += own.count
      return end - own.count..<end
    }
    stride = (units.count + 63) / 64 * 3
  }

  /// The words of a row.
  @inline(__always) func row(_ row: Int32) -> EventRow {
    EventRow(words: marks.base + Int(row) &* stride)
  }

  /// Turns what was found, unit by unit, into what was found row by row.
  ///
  /// - Parameters:
  ///   - rows: how many rows there are.
  ///   - isNotable: by unit, whether anything but a plain pass was found of any row.
  ///   - verdicts: what was found by a unit of which something was.
  /// - Complexity: O(rows x units / 64), with some twenty instructions a word of rows and notable unit.
  mutating func gather(rows: Int, _ isNotable: [Bool], _ verdicts: (Int) -> UnitVerdicts) {
    marks.reserve(max(1, rows * stride), keeping: 0)
    let (marks, stride) = (marks.base, stride)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 3 * 64) { square in
      guard let first = square.baseAddress else { return }
      for start in Swift.stride(from: 0, to: units.count, by: 64) {
        let own = (start..<min(start + 64, units.count)).filter { isNotable[units[$0]] }
          .map { (place: $0 - start, verdicts: verdicts(units[$0])) }
        for word in 0..<(rows + 63) / 64 {
          first.update(repeating: 0, count: 3 * 64)
          var seen: (UInt64, UInt64, UInt64) = (0, 0, 0)
          for (place, verdicts) in own {
            let bits = verdicts.codeBits(word)
            (first[place], first[64 &+ place], first[128 &+ place]) = bits
            seen = (seen.0 | bits.0, seen.1 | bits.1, seen.2 | bits.2)
          }
          if seen.0 != 0 { BitSquare.transpose(first) }
          if seen.1 != 0 { BitSquare.transpose(first + 64) }
          if seen.2 != 0 { BitSquare.transpose(first + 128) }
          let firstRow = word &<< 6
          var target = marks + (firstRow &* stride &+ (start &>> 6) &* 3)
          for row in 0..<min(64, rows &- firstRow) {
            (target[0], target[1], target[2]) = (first[row], first[64 &+ row], first[128 &+ row])
            target += stride
          }
        }
      }
    }
  }
}

/// What was found of a row: plain memory.
struct EventRow: BitwiseCopyable {
  let words: UnsafeMutablePointer<UInt64>

  /// The bits of a step's units in the words of their block.
  @inline(__always) static func mask(_ units: Range<Int>, _ block: Int) -> UInt64 {
    let (first, end) = (max(0, units.lowerBound &- block &<< 6), units.upperBound &- block &<< 6)
    let all = end >= 64 ? ~0 : (UInt64(1) &<< UInt64(end)) &- 1
    return all & ~((UInt64(1) &<< UInt64(first)) &- 1)
  }

  /// Calls a body with the words of the blocks in which a step has units, nothing but the step's bits set.
  @inline(__always) func forEachBlock(
    _ units: Range<Int>, _ body: (_ block: Int, UInt64, UInt64, UInt64) -> Void
  ) {
    var block = units.lowerBound &>> 6
    while block &<< 6 < units.upperBound {
      let (own, mask) = (words + block &* 3, EventRow.mask(units, block))
      body(block, own[0] & mask, own[1] & mask, own[2] & mask)
      block &+= 1
    }
  }

  /// Calls a body with each unit of a step of which something was found, by its place among all units, and its code.
  @inline(__always) func forEach(_ units: Range<Int>, _ body: (Int, RuleCode) -> Void) {
    forEachBlock(units) { block, low, middle, high in
      NodeMasks.forEach(low | middle | high, block) { body($0, code($0)) }
    }
  }

  /// A bit for each unit of a block of which anything was found.
  @inline(__always) func found(_ block: Int) -> UInt64 {
    let own = words + block &* 3
    return own[0] | own[1] | own[2]
  }

  /// What is said of a unit, by its place among all units.
  @inline(__always) func code(_ place: Int) -> RuleCode {
    let (own, bit) = (words + (place &>> 6) &* 3, UInt64(place & 63))
    let low = own[0] &>> bit & 1 | (own[1] &>> bit & 1) &<< 1
    return RuleCode(rawValue: UInt8(truncatingIfNeeded: low | (own[2] &>> bit & 1) &<< 2)) ?? .ask
  }

  /// Sets what is said of a unit.
  func set(_ place: Int, _ code: RuleCode) {
    let (own, bit) = (words + (place &>> 6) &* 3, UInt64(place & 63))
    for plane in 0..<3 {
      let set = UInt64(code.rawValue) &>> UInt64(plane) & 1
      own[plane] = own[plane] & ~(1 &<< bit) | set &<< bit
    }
  }
}

extension Program {
  /// Finds the events of the batch's contacts.
  ///
  /// - Parameter isNotable: by unit, whether it says anything but a plain pass of any row.
  func gatherEvents(_ isNotable: [Bool]) {
    events.gather(rows: batch.count, isNotable) { verdicts(of: $0) }
    let (policies, timedFailures) = (isPresent.count, timedFailures)
    for contact in contacts where contact.ground >= 0 && !contact.asksJudge {
      if contact.rows > 1 { putTogether(contact) }
      for place in timedFailures where events.row(contact.row).code(place) == .fail {
        events.row(contact.row).set(place, .ask)
      }
      guard groundCells.base[Int(contact.ground)].isDoubtful else { continue }
      let own = events.row(contact.row)
      own.forEachBlock(events.units.indices) { block, low, middle, high in
        // The code of a failure has the highest bit alone.
        NodeMasks.forEach(high & ~low & ~middle, block) { place in
          let policy = policyOfUnit[events.units[place]]
          if certainties[Int(contact.ground) &* policies &+ policy] == 1 {
            own.set(place, .unproven)
          }
        }
      }
    }
  }

  /// Puts together what is said on all clocks of a contact.
  private func putTogether(_ contact: BatchContact) {
    let own = events.row(contact.row)
    for block in 0..<(events.units.count + 63) / 64 {
      let found = contact.allRows.reduce(0) { $0 | events.row(Int32($1)).found(block) }
      NodeMasks.forEach(found, block) { place in
        own.set(
          place, .together(contact.allRows.lazy.map { self.events.row(Int32($0)).code(place) }))
      }
    }
  }

  /// Calls a body with the events of a contact at a step, in the order of the rules.
  @inline(__always) func forEachEvent(
    of place: Int, step: Int, _ body: (RuleEvent) -> Void
  ) {
    events.row(contacts[place].row).forEach(events.steps[step]) { place, code in
      body(RuleEvent(unit: Int32(truncatingIfNeeded: events.units[place]), code: code))
    }
  }
}

extension Judge {
  /// Whether a waiver of a rule may end within the step's time, so that which waivers have ended where it fails is told
  /// by when each contact fails first.
  func endsWaiver(of unit: RuleUnit) -> Bool {
    let time = plan.steps[unit.step].time
    guard time.isWindow, let spans = time.spans(on: .universal), let first = spans.first,
      let last = spans.last
    else { return false }
    // No clock is a day ahead of universal time, or behind it.
    let day: Int64 = 86_400_000
    let (from, to) = (first.from.adding(milliseconds: -day), last.to.adding(milliseconds: day))
    return library.policies.flatMap(\.waivers).contains { waiver in
      let end = ZoneHistory.universal.startOfDay(waiver.until.adding(days: 1))
      return waiver.rule == unit.rule.id && from < end && end < to
    }
  }
}
