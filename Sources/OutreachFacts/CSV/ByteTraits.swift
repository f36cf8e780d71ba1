/// What stands among the bytes of a table: what tells how they may be read.
struct ByteTraits {
  /// Whether there is any quote.
  private(set) var hasQuotes = false

  /// Whether there is any carriage return.
  private(set) var hasReturns = false

  /// Whether there is any byte outside ASCII.
  private(set) var isForeign = false

  /// How many lines end; known once they were counted.
  private(set) var lines = 0

  private var feeds = 0

  /// Says that nothing stands there.
  init() {}

  /// Looks through bytes, sixteen at a time.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    typealias Lanes = SIMD16<UInt8>
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
    let marks = (Lanes(repeating: 0x0A), Lanes(repeating: 0x22), Lanes(repeating: 0x0D))
    var (quotes, returns, foreign) = (Lanes(), Lanes(), Lanes())
    var counts = Lanes()
    @inline(__always) func take(_ index: Int) {
      let lanes = (base + index).loadUnaligned(as: Lanes.self)
      // A lane that is equal is -1.
      counts = counts &- unsafeBitCast(lanes .== marks.0, to: Lanes.self)
      quotes = quotes | unsafeBitCast(lanes .== marks.1, to: Lanes.self)
      returns = returns | unsafeBitCast(lanes .== marks.2, to: Lanes.self)
      foreign = foreign | lanes
    }
    var index = 0
    while index &+ 64 <= bytes.count {
      // None counts beyond 255.
      let end = min(bytes.count &- 63, index &+ 63 &* 64)
      while index < end {
        take(index)
        take(index &+ 16)
        take(index &+ 32)
        take(index &+ 48)
        index &+= 64
      }
      feeds &+= Int(SIMD16<UInt16>(truncatingIfNeeded: counts).wrappedSum())
      counts = Lanes()
    }
    for lane in 0..<16 {
      if quotes[lane] != 0 { hasQuotes = true }
      if returns[lane] != 0 { hasReturns = true }
      if foreign[lane] >= 0x80 { isForeign = true }
    }
    for byte in bytes[index...] {
      if byte == 0x0A { feeds &+= 1 }
      if byte == 0x22 { hasQuotes = true }
      if byte == 0x0D { hasReturns = true }
      if byte >= 0x80 { isForeign = true }
    }
  }

  /// Counts the lines that end among the first of the bytes that were looked through.
  mutating func countLines(of bytes: UnsafeBufferPointer<UInt8>, upTo length: Int) {
    guard hasReturns else {
      lines = feeds - bytes[length...].count { $0 == 0x0A }
      return
    }
    lines = TableSplitter.lineBreaks(in: bytes[..<length])
  }
}
