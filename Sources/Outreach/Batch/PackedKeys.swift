/// Numbers for keys of sixteen bytes, from 0 in the order in which they came.
///
/// Open addressing; nothing is allocated but when it grows.
public struct PackedKeys: ~Copyable {
  private var keys: UnsafeMutablePointer<(UInt64, UInt64)>
  private var slots: UnsafeMutablePointer<Int32>
  private var mask: Int

  /// How many keys it holds.
  public private(set) var count = 0

  /// Makes an empty table.
  public init() {
    mask = 255
    keys = .allocate(capacity: 128)
    slots = .allocate(capacity: 256)
    slots.initialize(repeating: -1, count: 256)
  }

  deinit {
    keys.deallocate()
    slots.deallocate()
  }

  /// The number of a key; -1 if it has none.
  @inline(__always) public func find(_ first: UInt64, _ second: UInt64) -> Int32 {
    var slot = PackedKeys.hash(first, second) & mask
    while slots[slot] >= 0 {
      let key = keys[Int(slots[slot])]
      if key.0 == first, key.1 == second { return slots[slot] }
      slot = (slot &+ 1) & mask
    }
    return -1
  }

  /// Gives a key that has none the next number.
  public mutating func add(_ first: UInt64, _ second: UInt64) -> Int32 {
    if count * 2 > mask { grow() }
    keys[count] = (first, second)
    insert(count)
    count += 1
    return Int32(truncatingIfNeeded: count - 1)
  }

  @inline(__always) private static func hash(_ first: UInt64, _ second: UInt64) -> Int {
    let mixed = (first ^ second &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ mixed &>> 32)
  }

  private mutating func grow() {
    let larger = (mask + 1) * 2
    let moved = UnsafeMutablePointer<(UInt64, UInt64)>.allocate(capacity: larger / 2)
    moved.update(from: keys, count: count)
    keys.deallocate()
    slots.deallocate()
    keys = moved
    slots = .allocate(capacity: larger)
    slots.initialize(repeating: -1, count: larger)
    mask = larger - 1
    for index in 0..<count { insert(index) }
  }

  private func insert(_ index: Int) {
    var slot = PackedKeys.hash(keys[index].0, keys[index].1) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }
}
