/// Up to sixteen bytes, with zeros behind them, and what else decides what they mean.
struct ShortSpelling: BitwiseCopyable {
  /// How many bytes there may be.
  static let longest = 16

  private(set) var first: UInt64 = 0
  private(set) var second: UInt64 = 0
  /// How many bytes there are, and the number of the country to which they belong, if any.
  private(set) var tag: UInt64 = 0

  /// What nothing is.
  init() {}

  init(_ first: UInt64, _ second: UInt64, length: Int) {
    (self.first, self.second) = (first, second)
    tag = UInt64(truncatingIfNeeded: length)
  }

  /// Takes over 1 to `longest` bytes, behind which there are as many that may be read.
  @inline(__always) init(
    _ start: UnsafePointer<UInt8>, _ length: Int, ofCountry country: Int = 0
  ) {
    let raw = UnsafeRawPointer(start)
    first = raw.loadUnaligned(as: UInt64.self).littleEndian
    let unused = UInt64(truncatingIfNeeded: 8 &- length) &* 8
    if length <= 8 {
      first = (first &<< unused) &>> unused
    } else {
      second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
      second = (second &<< (unused &+ 64)) &>> (unused &+ 64)
    }
    tag = UInt64(truncatingIfNeeded: length | country &<< 8)
  }
}

/// Short spellings that were met lately, by their bytes: memory that whoever made it gives up.
struct ShortSpellings: BitwiseCopyable {
  private let base: UnsafeMutablePointer<Entry>

  /// A spelling and the number of its value.
  struct Entry: BitwiseCopyable {
    var spelling = ShortSpelling()
    var number: UInt16 = 0
  }

  /// How many there is room for.
  static let count = 64

  /// Takes memory for `count` spellings, of which none was met.
  init(_ base: UnsafeMutablePointer<Entry>) { self.base = base }

  /// The number of a spelling; -1 if it was not met lately.
  @inline(__always) func find(_ spelling: ShortSpelling) -> Int {
    let found = base + ShortSpellings.place(spelling)
    let known = found.pointee.spelling
    let differs =
      (known.first ^ spelling.first) | (known.second ^ spelling.second)
      | (known.tag ^ spelling.tag)
    return differs == 0 ? Int(found.pointee.number) : -1
  }

  /// Remembers a spelling.
  func note(_ spelling: ShortSpelling, number: UInt16) {
    base[ShortSpellings.place(spelling)] = Entry(spelling: spelling, number: number)
  }

  @inline(__always) private static func place(_ spelling: ShortSpelling) -> Int {
    let bytes = spelling.first &+ spelling.second &* 5 &+ spelling.tag
    return Int(truncatingIfNeeded: (bytes &* 0x9E37_79B9_7F4A_7C15) &>> 58)
  }
}
