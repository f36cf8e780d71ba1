public import FenceCore

/// Finds the records of a list that repeat the number of an earlier one, in bounded memory.
///
/// Numbers are put into partitions by their digits, so that equal ones meet; what does not fit into memory lies in a
/// file that nobody else sees, sixteen bytes a number.
public final class NumberLedger {
  private let files: any FileSystem
  /// The open block of each partition, one behind the other, and how many numbers it has.
  private let open: UnsafeMutablePointer<Entry>
  private let openCounts: UnsafeMutablePointer<Int32>
  /// By partition, the blocks that are full.
  private var closed: [[Block]]
  private var scratch: (any ScratchFile)?
  private var blocksInMemory = 0
  private var blocksInFile = 0
  @exclusivity(unchecked) private var ordinal: UInt32 = 0
  private var unnumbered = 0

  /// A number and where it stood.
  private struct Entry: BitwiseCopyable {
    var key: UInt64
    var line: Int32
    var ordinal: UInt32
  }

  private enum Block {
    case memory([Entry])
    case file(Int)
  }

  private static let partitionCount = 256
  private static let blockLength = 256
  private static let blockSize = blockLength * MemoryLayout<Entry>.size
  /// How many blocks are kept in memory: 10 MB.
  private static let mostInMemory = 2560

  /// Makes an empty ledger that may make a file.
  public init(_ files: any FileSystem) {
    self.files = files
    open = .allocate(capacity: NumberLedger.partitionCount * NumberLedger.blockLength)
    openCounts = .allocate(capacity: NumberLedger.partitionCount)
    openCounts.initialize(repeating: 0, count: NumberLedger.partitionCount)
    closed = Array(repeating: [], count: NumberLedger.partitionCount)
  }

  deinit {
    open.deallocate()
    openCounts.deallocate()
  }

  /// Writes down a record's number.
  ///
  /// - Parameters:
  ///   - key: the number (`ContactJudgement.number`).
  ///   - line: the line on which the record begins.
  /// - Throws: a problem if the file cannot be written.
  public func add(_ key: UInt64, line: Int32) throws(FileProblem) {
    let number = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
    let count = Int(openCounts[number])
    open[number &* NumberLedger.blockLength &+ count] = Entry(
      key: key, line: line, ordinal: ordinal)
    openCounts[number] &+= 1
    ordinal &+= 1
    if count &+ 1 == NumberLedger.blockLength { try close(number) }
  }

  /// Writes down records without a number.
  public func addUnnumbered(_ count: Int) { unnumbered += count }

  /// The open block of a partition.
  private func open(_ number: Int) -> UnsafeBufferPointer<Entry> {
    UnsafeBufferPointer(
      start: open + number * NumberLedger.blockLength, count: Int(openCounts[number]))
  }

  private func close(_ number: Int) throws(FileProblem) {
    let block = open(number)
    openCounts[number] = 0
    if blocksInMemory < NumberLedger.mostInMemory {
      blocksInMemory += 1
      closed[number].append(.memory(Array(block)))
      return
    }
    let file = if let scratch { scratch } else { try files.scratch() }
    scratch = file
    try file.write(
      Array(UnsafeRawBufferPointer(block)), at: blocksInFile * NumberLedger.blockSize)
    closed[number].append(.file(blocksInFile))
    blocksInFile += 1
  }

  /// What was found.
  ///
  /// - Throws: a problem if the file cannot be read.
  /// - Complexity: linear in the number of records; memory for a partition at a time.
  public func repeated() throws(FileProblem) -> RepeatedNumbers {
    var found = RepeatedNumbers()
    found.numbered = Int(ordinal)
    found.unnumbered = unnumbered
    var pairs: [(ordinal: UInt32, pair: RepeatedNumbers.Pair)] = []
    for (number, blocks) in closed.enumerated() {
      var entries: [Entry] = []
      entries.reserveCapacity((blocks.count + 1) * NumberLedger.blockLength)
      for block in blocks { try add(block, to: &entries) }
      entries += open(number)
      found.count += NumberLedger.count(entries, &pairs)
    }
    found.first = pairs.map(\.pair)
    return found
  }

  private func add(_ block: Block, to entries: inout [Entry]) throws(FileProblem) {
    switch block {
    case .memory(let own): entries += own
    case .file(let place):
      guard let scratch else { return }
      let bytes = try scratch.read(
        NumberLedger.blockSize, at: place * NumberLedger.blockSize)
      bytes.withUnsafeBytes { bytes in
        for index in 0..<bytes.count / MemoryLayout<Entry>.size {
          entries.append(
            bytes.loadUnaligned(
              fromByteOffset: index * MemoryLayout<Entry>.size, as: Entry.self))
        }
      }
    }
  }

  /// How many entries repeat an earlier one; keeps the first pairs of the list in their order.
  private static func count(
    _ entries: [Entry], _ pairs: inout [(ordinal: UInt32, pair: RepeatedNumbers.Pair)]
  ) -> Int {
    var size = 64
    while size < entries.count * 2 { size *= 2 }
    var count = 0
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { slots in
      slots.initialize(repeating: -1)
      for (index, entry) in entries.enumerated() {
        var slot = Int(truncatingIfNeeded: entry.key &* 0xC2B2_AE3D_27D4_EB4F >> 24) & (size - 1)
        while slots[slot] >= 0, entries[Int(slots[slot])].key != entry.key {
          slot = (slot + 1) & (size - 1)
        }
        guard slots[slot] >= 0 else {
          slots[slot] = Int32(truncatingIfNeeded: index)
          continue
        }
        count += 1
        keep(entry, after: entries[Int(slots[slot])].line, in: &pairs)
      }
    }
    return count
  }

  private static func keep(
    _ entry: Entry, after line: Int32,
    in pairs: inout [(ordinal: UInt32, pair: RepeatedNumbers.Pair)]
  ) {
    if pairs.count == RepeatedNumbers.mostPairs, let last = pairs.last,
      last.ordinal < entry.ordinal
    {
      return
    }
    let place = pairs.firstIndex { $0.ordinal > entry.ordinal } ?? pairs.count
    pairs.insert(
      (entry.ordinal, RepeatedNumbers.Pair(line: line, repeatedOn: entry.line)), at: place)
    if pairs.count > RepeatedNumbers.mostPairs { pairs.removeLast() }
  }
}
