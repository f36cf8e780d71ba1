/// Memory that is taken piece by piece, taken back all at once, and used again.
///
/// What was taken stays where it is, however much is taken after it.
struct BlockMemory: ~Copyable {
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  /// The block from which pieces are taken, and how much of it is.
  private var block = 0
  private var used = 0

  /// How many bytes are taken, or left over in blocks that are full.
  var taken: Int { blocks[..<min(block, blocks.count)].reduce(used) { $0 + $1.count } }

  /// Takes everything back.
  mutating func reset() { (block, used) = (0, 0) }

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Takes back what was taken last, from an address in the present block on.
  mutating func giveBack(after end: UnsafeMutableRawPointer) {
    guard block < blocks.count, let base = blocks[block].baseAddress else { return }
    used = end - base
  }

  /// Takes so many bytes, aligned to sixteen.
  mutating func take(_ bytes: Int) -> UnsafeMutableRawPointer {
    let bytes = (bytes + 15) / 16 * 16
    while block < blocks.count {
      if let base = blocks[block].baseAddress, used + bytes <= blocks[block].count {
        defer { used += bytes }
        return base + used
      }
      (block, used) = (block + 1, 0)
    }
    let made = UnsafeMutableRawPointer.allocate(
      byteCount: max(bytes, BlockMemory.blockSize), alignment: 16)
    blocks.append(
      UnsafeMutableRawBufferPointer(start: made, count: max(bytes, BlockMemory.blockSize)))
    used = bytes
    return made
  }

  private static let blockSize = 1 << 18
}
