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

  /// Spellings in quotation marks that were met lately, by what they and the bytes behind them begin with.
  private var recent: UnsafeMutablePointer<Recent>

  /// A spelling with its number, and the length of the key before it.
  struct Recent: BitwiseCopyable {
    var spelling = Literal()
    var key: Int32 = 0
    var number: UInt16 = 0
  }

  private static let limit = 60_000
  private static let recentCount = 64

  init() {
    mask = 63
    slots = .allocate(capacity: 64)
    slots.initialize(repeating: -1, count: 64)
    recent = .allocate(capacity: SpellingTable.recentCount)
    recent.initialize(repeating: Recent(), count: SpellingTable.recentCount)
  }

  deinit {
    slots.deallocate()
    recent.deallocate()
  }

  /// A spelling that was met lately behind a key of this length and stands at a place; nil if none does.
  @inline(__always) func met(
    at start: UnsafePointer<UInt8>, behind key: Int
  ) -> UnsafeMutablePointer<Recent>? {
    let found = recent + SpellingTable.place(start)
    return Int(found.pointee.key) == key && found.pointee.spelling.stands(at: start) ? found : nil
  }

  /// Remembers a spelling that stands somewhere, behind a key of this length.
  func note(_ start: UnsafePointer<UInt8>, _ length: Int, behind key: Int, number: UInt16) {
    let bytes = UnsafeBufferPointer(start: start, count: length)
    // Numbers may begin as others do, and bytes that are no ASCII have to be looked at wherever they stand.
    guard let first = bytes.first, first == 0x22 || first == 0x6E || first == 0x74 || first == 0x66,
      bytes.allSatisfy({ $0 < 0x80 })
    else { return }
    recent[SpellingTable.place(start)] = Recent(
      spelling: Literal(start, length), key: Int32(truncatingIfNeeded: key), number: number)
  }

  @inline(__always) private static func place(_ start: UnsafePointer<UInt8>) -> Int {
    let raw = UnsafeRawPointer(start)
    let first = raw.loadUnaligned(as: UInt64.self)
    let second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let mixed = (first &+ second &* 5) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 58)
  }

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
