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
    let raw = UnsafeRawBufferPointer(bytes)
    let (ones, zeros) = (Lanes(repeating: 1), Lanes())
    var (quotes, returns, foreign) = (zeros, zeros, zeros)
    var index = 0
    while index &+ 16 <= raw.count {
      // No lane counts beyond 255.
      let end = min(raw.count &- 16, index &+ 16 &* 254)
      var counts = zeros
      while index <= end {
        let lanes = raw.loadUnaligned(fromByteOffset: index, as: Lanes.self)
        counts &+= zeros.replacing(with: ones, where: lanes .== 0x0A)
        quotes |= zeros.replacing(with: ones, where: lanes .== 0x22)
        returns |= zeros.replacing(with: ones, where: lanes .== 0x0D)
        foreign |= lanes
        index &+= 16
      }
      feeds &+= Int(SIMD16<UInt16>(truncatingIfNeeded: counts).wrappedSum())
    }
    hasQuotes = quotes.max() > 0
    hasReturns = returns.max() > 0
    isForeign = foreign.max() >= 0x80
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
