import Outreach

/// Any number of values in sixteen bytes.
///
/// Two keys that are the same were, but for one chance in 2^64 or less, made of the same values.
struct MixedKey: BitwiseCopyable {
  private(set) var first: UInt64 = 0x243F_6A88_85A3_08D3
  private(set) var second: UInt64 = 0x1319_8A2E_0370_7344

  init(_ high: Int32, _ low: Int) {
    mix(UInt64(truncatingIfNeeded: high) << 32 | UInt64(truncatingIfNeeded: low))
  }

  /// Adds a value; the finalizer is that of MurmurHash3 (Austin Appleby, public domain).
  @inline(__always) mutating func mix(_ value: UInt64) {
    first = (first ^ value) &* 0xFF51_AFD7_ED55_8CCD
    first ^= first &>> 33
    second = (second &+ value &+ first) &* 0xC4CE_B9FE_1A85_EC53
    second ^= second &>> 29
  }

  /// Adds a sum of keys in one step, which can be undone, so that other sums lead to other keys.
  @inline(__always) mutating func mix(_ keys: KeySum) {
    first = (first ^ keys[0]) &* 0xFF51_AFD7_ED55_8CCD
    first ^= first &>> 33
    second = (second &+ keys[1] &+ first) &* 0xC4CE_B9FE_1A85_EC53
    second ^= second &>> 29
  }

  /// The key as something to add to others.
  @inline(__always) var sum: KeySum { KeySum(first, second) }

  /// Adds the number of something.
  @inline(__always) mutating func mix(number: Int32) {
    mix(UInt64(truncatingIfNeeded: number))
  }
}

/// Keys added to each other, half by half.
///
/// As keys are as good as drawn by lot, two sums that are the same were made of the same keys in whatever order, but for a
/// chance of the same size; each doubling of one of them costs one of its bits.
typealias KeySum = SIMD2<UInt64>

/// Numbers by key, each given by who adds it.
struct MixedKeyTable: ~Copyable {
  private var keys = PackedKeys()

  /// How many keys it holds.
  var count: Int { keys.count }

  /// The number of a key; nil if it has none.
  @inline(__always) func find(_ key: MixedKey) -> Int32? {
    let number = keys.find(key.first, key.second)
    return number < 0 ? nil : number
  }

  /// Gives a number from 0 on to a key that has none.
  mutating func add(_ key: MixedKey, _ number: Int32) { keys.add(key.first, key.second, number) }
}
