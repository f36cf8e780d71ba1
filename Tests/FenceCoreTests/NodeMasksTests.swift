import Testing

@testable import FenceCore

/// Truths found by words against truths found row by row.
@Suite struct NodeMasksTests {
  /// Lengths about the ends of groups of eight rows, and of words.
  static let lengths = [0, 1, 7, 8, 9, 63, 64, 65, 72, 127, 128, 200]

  /// Masks over memory of their own, full of what was there before.
  private func withMasks(_ rows: Int, _ body: (NodeMasks) -> Void) {
    let words = (rows + 63) / 64
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 3 * words + 1) { memory in
      memory.initialize(repeating: .max)
      guard let base = memory.baseAddress else { return }
      body(
        NodeMasks(yes: base, no: base + words, ask: base + 2 * words, rows: rows, stamp: 1))
      #expect(memory[3 * words] == .max, "something was written behind the masks")
    }
  }

  private func expectNothingBehind(_ masks: NodeMasks) {
    for word in 0..<masks.words {
      #expect((masks.yes[word] | masks.no[word] | masks.ask[word]) & ~masks.all(word) == 0)
    }
  }

  private func truth(_ row: Int) -> UInt8 { UInt8((row * 7 + row / 5) % 4) }

  @Test(arguments: lengths)
  func eachRowHasItsTruth(rows: Int) {
    withMasks(rows) { masks in
      masks.fill(truth)
      #expect((0..<rows).allSatisfy { masks.truth($0) == truth($0) })
      expectNothingBehind(masks)
    }
  }

  @Test(arguments: lengths)
  func bitsOfBytesAreThoseOfRows(rows: Int) {
    withMasks(rows) { masks in
      let bytes = (0..<rows).map { (row: Int) -> UInt8 in UInt8((row * 5 + row / 3) % 4) }
      bytes.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        masks.fillWords { word in
          let (low, high) = masks.lowestTwoBits(word, base)
          return (low, high, masks.bits(word) { $0 % 3 == 1 ? 1 : 0 })
        }
      }
      for row in 0..<rows {
        let (word, bit) = (row / 64, UInt64(1) << UInt64(row % 64))
        #expect((masks.yes[word] & bit != 0) == (bytes[row] & 1 != 0))
        #expect((masks.no[word] & bit != 0) == (bytes[row] & 2 != 0))
        #expect((masks.ask[word] & bit != 0) == (row % 3 == 1))
      }
      if rows > 0 { expectNothingBehind(masks) }
    }
  }

  @Test(arguments: lengths)
  func whatAllRowsShareIsSeen(rows: Int) {
    withMasks(rows) { masks in
      for common in [TruthByte.unknown, TruthByte.yes, TruthByte.no, TruthByte.ask] where rows > 0 {
        masks.fill(with: common)
        #expect(masks.commonTruth == common)
        #expect(masks.isFull(masks.yes) == (common == TruthByte.yes))
        expectNothingBehind(masks)
        guard rows > 1 else { continue }
        masks.fill { $0 == rows - 1 ? (common + 1) % 4 : common }
        #expect(masks.commonTruth == nil)
      }
    }
  }

  /// What a table does not know is asked for once, and a number beyond it is the judge's.
  @Test func tablesAskForWhatTheyDoNotKnow() {
    var table = TruthTable()
    var asked: [Int] = []
    for values in [10, 63, 64, 300] {
      table.reserve(values)
      let mask = table.mask
      withMasks(200) { masks in
        func number(_ row: Int) -> Int { (row == 150 ? 0xFFFF : row * 11 % values) & mask }
        masks.fill(table, number) { row in
          asked.append(number(row))
          return truth(number(row))
        }
        #expect(masks.truth(150) == TruthByte.ask)
        #expect(
          (0..<200).allSatisfy { $0 == 150 || masks.truth($0) == truth(number($0)) })
      }
    }
    #expect(asked.count == Set(asked).count)
  }
}
