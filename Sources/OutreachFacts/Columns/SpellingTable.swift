import Outreach

/// The numbers of values by the bytes in which they were written.
///
/// Open addressing; bytes are kept one behind the other. Full after as many spellings as a column has numbers, so that
/// memory stays bounded.
struct SpellingTable: ~Copyable {
  private var slots: UnsafeMutablePointer<Int32>
  private var mask: Int
  private var entries = BatchBuffer<Entry>(capacity: 64)
  private var count = 0
  private var bytes = BatchBuffer<UInt8>(capacity: 1024)
  private var used = 0

  private struct Entry: BitwiseCopyable {
    var hash: UInt64
    var start: Int32
    var length: Int32
    var number: UInt16
  }

  private static let limit = 60_000

  init() {
    mask = 63
    slots = .allocate(capacity: 64)
    slots.initialize(repeating: -1, count: 64)
  }

  deinit { slots.deallocate() }

  /// A hash of bytes behind which there are eight more that may be read.
  @inline(__always) static func hash(_ base: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: length)
    let raw = UnsafeRawPointer(base)
    var at = 0
    while at &+ 8 <= length {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 29
      at &+= 8
    }
    let rest = length &- at
    if rest > 0 {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      hash = (hash ^ word &<< (64 &- UInt64(rest) &* 8)) &* 0x9E37_79B9_7F4A_7C15
    }
    return hash ^ hash &>> 32
  }

  /// The number of a spelling; -1 if it is not known yet.
  @inline(__always) func find(_ base: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let index = Int(slots[slot])
      if index < 0 { return -1 }
      let found = entries.base + index
      if found.pointee.hash == hash, Int(found.pointee.length) == length,
        bytesAreSame(bytes.base + Int(found.pointee.start), base, length)
      {
        return Int(found.pointee.number)
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Gives a spelling its number, if there is room.
  mutating func add(
    _ base: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64, number: UInt16
  ) {
    guard count < SpellingTable.limit, length < 4096 else { return }
    entries.reserve(count + 1, keeping: count)
    entries.base[count] = Entry(
      hash: hash, start: Int32(truncatingIfNeeded: used), length: Int32(truncatingIfNeeded: length),
      number: number)
    bytes.reserve(used + length + 8, keeping: used)
    (bytes.base + used).update(from: base, count: length)
    used += length
    count += 1
    guard count * 2 > mask else { return insert(count - 1) }
    let larger = (mask + 1) * 2
    slots.deallocate()
    slots = .allocate(capacity: larger)
    slots.initialize(repeating: -1, count: larger)
    mask = larger - 1
    for index in 0..<count { insert(index) }
  }

  private func insert(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries.base[index].hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }
}
