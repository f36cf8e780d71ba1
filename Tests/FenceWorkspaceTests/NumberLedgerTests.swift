import FenceCore
import FenceWorkspace
import Testing

/// Repeated numbers are found in partitions and in a scratch file as they are in memory.
struct NumberLedgerTests {
  /// Numbers of which some come again, enough of them that the later ones lie in the file.
  private static func numbers(_ count: Int, of distinct: UInt64) -> [UInt64] {
    var state: UInt64 = 20_261_122
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return 1 << 62 | (state >> 33) % distinct
    }
  }

  /// How many numbers, and of how many different ones; the last do not fit into memory.
  private static let lists: [(Int, UInt64)] = [
    (0, 10), (3000, 40), (100_000, 90_000), (800_000, 1 << 31),
  ]

  @Test(arguments: lists)
  func agreesWithMemory(count: Int, distinct: UInt64) throws {
    let ledger = NumberLedger(Disk())
    var memory = NumberMemory()
    for (index, key) in Self.numbers(count, of: distinct).enumerated() {
      let line = Int32(index + 1)
      try ledger.add(key, line: line)
      memory.add(key, line: line)
    }
    ledger.addUnnumbered(3)
    for _ in 0..<3 { memory.add(nil, line: 0) }
    #expect(try ledger.repeated() == memory.repeated)
  }

  @Test func aScratchFileKeepsWhatIsWritten() throws {
    for file in [try Disk().scratch(), ScratchMemory()] {
      try file.write([1, 2, 3], at: 4096)
      try file.write([9], at: 0)
      #expect(try file.read(3, at: 4096) == [1, 2, 3])
      #expect(try file.read(1, at: 0) == [9])
    }
  }
}
