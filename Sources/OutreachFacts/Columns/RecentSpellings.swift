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
    /// Whether somebody tried to put a head behind it.
    private var isTried = false

    init() {}

    init(literal: Literal, length: Int, number: UInt16) {
      (self.literal, self.length, self.number) = (literal, length, number)
    }

    /// Puts the head of a key behind the spelling that stands before a place, if it stands there and there is room.
    @inline(never) mutating func join(
      _ next: UnsafeMutablePointer<RecordPlan.Key>, at end: UnsafePointer<UInt8>
    ) {
      guard !isTried, next.pointee.head.stands(at: end) else { return }
      isTried = true
      let whole = Literal(end - length, length + next.pointee.head.length)
      if whole.length > 0 { (literal, following) = (whole, next) }
    }
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

  /// Remembers a spelling that stands somewhere.
  func note(_ start: UnsafePointer<UInt8>, _ length: Int, number: UInt16) {
    let bytes = UnsafeBufferPointer(start: start, count: length)
    // Numbers may begin as others do; bytes that are no ASCII, and escapes, have to be looked at wherever they stand.
    guard let first = bytes.first, first == 0x22 || first == 0x6E || first == 0x74 || first == 0x66,
      bytes.allSatisfy({ $0 < 0x80 && $0 != 0x5C })
    else { return }
    base[RecentSpellings.place(start)] = Recent(
      literal: Literal(start, length), length: length, number: number)
  }

  @inline(__always) private static func place(_ start: UnsafePointer<UInt8>) -> Int {
    let raw = UnsafeRawPointer(start)
    let first = raw.loadUnaligned(as: UInt64.self)
    let second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let mixed = (first &+ second &* 5) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> 58)
  }
}
