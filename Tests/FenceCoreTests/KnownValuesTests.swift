import Outreach
import TestSupport
import Testing

@testable import FenceCore

/// The rows that hold a value, found by words, against the rows themselves.
struct KnownValuesTests {
  @Test(arguments: NodeMasksTests.lengths, [2, 3, 4, 5, 9, 16])
  func everyRowHasItsNumberAlone(rows: Int, count: Int) {
    var generator = SeededGenerator(seed: UInt64(rows * 100 + count))
    let known = KnownValues()
    for turn in 1...3 as ClosedRange<UInt64> {
      let numbers = (0..<rows).map { _ in
        UInt16.random(in: 0..<UInt16(count), using: &generator)
      }
      look(known, at: numbers, count, turn)
      for number in 0..<count {
        let held = known.rows(with: number)
        let found = (0..<(rows + 63) / 64 * 64).filter {
          held[$0 / 64] >> UInt64($0 % 64) & 1 != 0
        }
        #expect(found == numbers.indices.filter { numbers[$0] == number })
        #expect((known.present >> number & 1 != 0) == numbers.contains(UInt16(number)))
      }
    }
  }

  @Test func looksOnceATurn() {
    let known = KnownValues()
    look(known, at: [0, 1], 2, 1)
    look(known, at: [1, 1], 2, 1)
    #expect(known.present == 3)
    look(known, at: [1, 1], 2, 2)
    #expect(known.present == 2)
  }

  private func look(_ known: KnownValues, at numbers: [UInt16], _ count: Int, _ turn: UInt64) {
    // Whoever reads behind the last row finds numbers that are none.
    (numbers + Array(repeating: 0xFFFF, count: 8)).withUnsafeBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 1) { unused in
        guard let mask = unused.baseAddress else { return }
        known.look(
          at: base, count: count,
          NodeMasks(yes: mask, no: mask, ask: mask, rows: numbers.count - 8, stamp: 1),
          turn: turn)
      }
    }
  }
}
