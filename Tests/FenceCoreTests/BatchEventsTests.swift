import Testing

@testable import FenceCore

/// What was found row by row against what was found unit by unit.
@Suite struct BatchEventsTests {
  @Test func columnsBecomeRows() {
    var words = (0..<64).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64($0) &<< 29 }
    let before = words
    words.withUnsafeMutableBufferPointer { words in
      if let base = words.baseAddress { BitSquare.transpose(base) }
    }
    for row in 0..<64 {
      for column in 0..<64 {
        #expect(words[column] >> UInt64(row) & 1 == before[row] >> UInt64(column) & 1)
      }
    }
  }

  /// A code for each row and unit.
  private static func code(_ row: Int, _ unit: Int) -> RuleCode {
    RuleCode(rawValue: UInt8((row * 5 + unit * 7 + row / 9) % 6)) ?? .pass
  }

  /// More units than a word has bits, and steps that end within a word.
  @Test(arguments: [(1, [3]), (64, [64]), (65, [1, 63, 5]), (200, [70, 90])])
  func eachRowHasTheCodesOfItsUnits(rows: Int, counts: [Int]) {
    var next = 0
    let units = counts.map { count in
      next += count
      return Array((next - count..<next).reversed())
    }
    var events = BatchEvents(units)
    let words = (rows + 63) / 64
    withUnsafeTemporaryAllocation(
      of: UInt64.self, capacity: next * UnitVerdicts.kinds * words
    ) { memory in
      memory.initialize(repeating: 0)
      guard let base = memory.baseAddress else { return }
      func verdicts(_ unit: Int) -> UnitVerdicts {
        UnitVerdicts(base + unit * UnitVerdicts.kinds * words, words: words)
      }
      for unit in 0..<next {
        for row in 0..<rows {
          switch Self.code(row, unit) {
          case .pass: break
          case .exempt: NodeMasks.set(row, verdicts(unit).exempt)
          case .waived: NodeMasks.set(row, verdicts(unit).waived)
          case .unproven: NodeMasks.set(row, verdicts(unit).unproven)
          case .fail: NodeMasks.set(row, verdicts(unit).fail)
          case .ask: NodeMasks.set(row, verdicts(unit).ask)
          }
          // Whatever else is said of it, a failure is certain.
          if Self.code(row, unit) == .fail { NodeMasks.set(row, verdicts(unit).ask) }
        }
      }
      events.gather(rows: rows, Array(repeating: true, count: next), verdicts)
    }
    for row in 0..<rows {
      for step in counts.indices {
        var seen: [Int: RuleCode] = [:]
        events.row(Int32(row)).forEach(events.steps[step]) { place, code in
          seen[events.units[place]] = code
        }
        for unit in units[step] {
          #expect(seen[unit] ?? .pass == Self.code(row, unit), "row \(row), unit \(unit)")
        }
        #expect(seen.keys.allSatisfy(units[step].contains))
      }
    }
  }

  @Test(
    arguments: [(-5, 5), (0, 0), (5, -5), (.min, 3), (3, .max), (.max, .min)] as [(Int64, Int64)])
  func spansHoldWhatLiesWithinThem(from: Int64, to: Int64) {
    let span = SpanTable.ClosedSpan((from, to))
    let points = (0..<64).map { Int64($0 % 16) - 8 }
    let bits = points.withUnsafeBufferPointer { points in points.baseAddress.map(span.bits) ?? 0 }
    for (place, point) in points.enumerated() {
      #expect((bits >> UInt64(place) & 1 == 1) == (point >= from && point <= to))
      #expect(span.contains(point) == (point >= from && point <= to))
    }
  }
}
