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
    var index = 0
    while index &+ 16 <= bytes.count {
      // A lane that is equal is -1; none counts beyond 255.
      let end = min(bytes.count &- 16, index &+ 16 &* 254)
      var counts = Lanes()
      while index <= end {
        let lanes = (base + index).loadUnaligned(as: Lanes.self)
        counts = counts &- unsafeBitCast(lanes .== marks.0, to: Lanes.self)
        quotes = quotes | unsafeBitCast(lanes .== marks.1, to: Lanes.self)
        returns = returns | unsafeBitCast(lanes .== marks.2, to: Lanes.self)
        foreign = foreign | lanes
        index &+= 16
      }
      for lane in 0..<16 { feeds &+= Int(counts[lane]) }
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
