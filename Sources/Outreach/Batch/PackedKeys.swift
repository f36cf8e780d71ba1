/// Numbers for keys of sixteen bytes.
///
/// Open addressing, with keys and numbers in one place, so that a look waits for memory once; nothing is allocated but when
/// it grows.
public struct PackedKeys: ~Copyable {
  private struct Entry: BitwiseCopyable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    /// -1 where no key is.
    var number: Int32 = -1
  }

  private var entries: UnsafeMutablePointer<Entry>
  private var mask = 7

  /// How many keys it holds.
  public private(set) var count = 0

  /// Makes an empty table.
  public init() { entries = PackedKeys.empty(8) }

  deinit { entries.deallocate() }

  /// The number of a key; -1 if it has none.
  @inline(__always) public func find(_ first: UInt64, _ second: UInt64) -> Int32 {
    var slot = PackedKeys.hash(first, second) & mask
    while true {
      let entry = entries[slot]
      // A place without a key looks like one for two zeros, and says that they have no number.
      if entry.first == first, entry.second == second { return entry.number }
      if entry.number < 0 { return -1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// Gives a key that has none the next number.
  public mutating func add(_ first: UInt64, _ second: UInt64) -> Int32 {
    let number = Int32(truncatingIfNeeded: count)
    add(first, second, number)
    return number
  }

  /// Gives a number from 0 on to a key that has none.
  public mutating func add(_ first: UInt64, _ second: UInt64, _ number: Int32) {
    // A quarter stays free, so that looks end soon.
    if count &* 4 > mask &* 3 { grow() }
    insert(Entry(first: first, second: second, number: number))
    count += 1
  }

  @inline(__always) private static func hash(_ first: UInt64, _ second: UInt64) -> Int {
    let mixed = (first ^ second &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ mixed &>> 32)
  }

  private static func empty(_ capacity: Int) -> UnsafeMutablePointer<Entry> {
    let entries = UnsafeMutablePointer<Entry>.allocate(capacity: capacity)
    entries.initialize(repeating: Entry(), count: capacity)
    return entries
  }

  private mutating func grow() {
    let (old, end) = (entries, mask + 1)
    entries = PackedKeys.empty(end * 2)
    mask = end * 2 - 1
    for slot in 0..<end where old[slot].number >= 0 { insert(old[slot]) }
    old.deallocate()
  }

  private func insert(_ entry: Entry) {
    var slot = PackedKeys.hash(entry.first, entry.second) & mask
    while entries[slot].number >= 0 { slot = (slot + 1) & mask }
    entries[slot] = entry
  }
}
