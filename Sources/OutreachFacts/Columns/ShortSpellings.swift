/// Spellings of up to sixteen bytes that were met lately, by their bytes: memory that whoever made it gives up.
struct ShortSpellings: BitwiseCopyable {
  private let base: UnsafeMutablePointer<Entry>

  /// A spelling and the number of its value.
  struct Entry: BitwiseCopyable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var length: Int32 = 0
    var number: UInt16 = 0
  }

  /// How many there is room for.
  static let count = 64
  /// How long they are at most.
  static let longest = 16

  /// Takes memory for `count` spellings, of which none was met.
  init(_ base: UnsafeMutablePointer<Entry>) { self.base = base }

  /// The number of a spelling of 1 to `longest` bytes, behind which there are as many that may be read; -1 if it was
  /// not met lately.
  @inline(__always) func find(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let (first, second) = ShortSpellings.words(start, length)
    let found = base + ShortSpellings.place(first, second)
    guard found.pointee.first == first, found.pointee.second == second,
      Int(found.pointee.length) == length
    else { return -1 }
    return Int(found.pointee.number)
  }

  /// Remembers a spelling, if it is not too long.
  func note(_ start: UnsafePointer<UInt8>, _ length: Int, number: UInt16) {
    guard (1...ShortSpellings.longest).contains(length) else { return }
    let (first, second) = ShortSpellings.words(start, length)
    base[ShortSpellings.place(first, second)] = Entry(
      first: first, second: second, length: Int32(truncatingIfNeeded: length), number: number)
  }

  /// The bytes, with zeros behind them.
  @inline(__always) private static func words(
    _ start: UnsafePointer<UInt8>, _ length: Int
  ) -> (UInt64, UInt64) {
    let raw = UnsafeRawPointer(start)
    let first = raw.loadUnaligned(as: UInt64.self).littleEndian
    let unused = UInt64(truncatingIfNeeded: 8 &- length) &* 8
    if length <= 8 { return ((first &<< unused) &>> unused, 0) }
    let second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
    return (first, (second &<< (unused &+ 64)) &>> (unused &+ 64))
  }

  @inline(__always) private static func place(_ first: UInt64, _ second: UInt64) -> Int {
    let mixed = (first &+ second &* 5) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 58)
  }
}
