/// Spellings of values that were met lately behind one key, by what they and the bytes behind them begin with: memory
/// that whoever made it gives up.
struct RecentSpellings: BitwiseCopyable {
  private let base: UnsafeMutablePointer<Recent>

  /// A spelling and the number of its value.
  struct Recent: BitwiseCopyable {
    /// The spelling, with the next key's head if that stood behind it.
    var literal = Literal()
    /// The key that stood behind it; nil if its head is no part of the literal.
    var following: UnsafeMutablePointer<RecordPlan.Key>?
    /// How many bytes the spelling has.
    var length = 0
    var number: UInt16 = 0
  }

  /// How many there is room for.
  static let count = 64

  /// Takes memory for `count` spellings, all of which stand nowhere.
  init(_ base: UnsafeMutablePointer<Recent>) { self.base = base }

  /// The spelling that stands at a place; nil if it was not met lately.
  @inline(__always) func met(at start: UnsafePointer<UInt8>) -> UnsafeMutablePointer<Recent>? {
    let found = base + RecentSpellings.place(start)
    return found.pointee.literal.stands(at: start) ? found : nil
  }

  /// Remembers a spelling that stands somewhere, and the key behind it, if it is the one that stood there last time.
  func note(
    _ start: UnsafePointer<UInt8>, _ length: Int, number: UInt16,
    before next: UnsafeMutablePointer<RecordPlan.Key>? = nil
  ) {
    let bytes = UnsafeBufferPointer(start: start, count: length)
    // Numbers may begin as others do; bytes that are no ASCII, and escapes, have to be looked at wherever they stand.
    guard let first = bytes.first, first == 0x22 || first == 0x6E || first == 0x74 || first == 0x66,
      bytes.allSatisfy({ $0 < 0x80 && $0 != 0x5C })
    else { return }
    var recent = Recent(literal: Literal(start, length), length: length, number: number)
    if let next, next.pointee.head.stands(at: start + length) {
      let whole = Literal(start, length + next.pointee.head.length)
      if whole.length > 0 { (recent.literal, recent.following) = (whole, next) }
    }
    base[RecentSpellings.place(start)] = recent
  }

  @inline(__always) private static func place(_ start: UnsafePointer<UInt8>) -> Int {
    let raw = UnsafeRawPointer(start)
    let first = raw.loadUnaligned(as: UInt64.self)
    let second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let mixed = (first &+ second &* 5) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 58)
  }
}
