import Outreach

/// Walks over the rows of a block and notes where each cell lies; cuts like `RowScan`, with nothing allocated.
///
/// The bytes are whole rows that can all be cut, behind them a line feed and zeros, so that no end has to be looked for.
public final class RowCursor {
  /// The table whose rows these are.
  public let table: ContactTable

  /// Where a cell lies in its row.
  struct Cell: BitwiseCopyable {
    var start: UnsafePointer<UInt8>
    var length: Int
    /// Whether a quote within it is written as two.
    var hasDoubledQuotes = false
  }

  /// The cells of the row, as many as the header has.
  let cells: UnsafeMutablePointer<Cell>
  /// How many cells the row has.
  @exclusivity(unchecked) private(set) var count = 0
  /// How many bytes the row has without the line break that ends it.
  @exclusivity(unchecked) public private(set) var length = 0
  /// How many bytes it has with the line break.
  @exclusivity(unchecked) public private(set) var whole = 0
  /// How many lines end with the row.
  @exclusivity(unchecked) public private(set) var lines = 1

  /// Where the row begins.
  @exclusivity(unchecked) private(set) var start: UnsafePointer<UInt8>
  /// Whether all rows of the block are UTF-8 text.
  @exclusivity(unchecked) private(set) var isText = false
  /// Whether all of the block is plain ASCII.
  @exclusivity(unchecked) private(set) var isPlain = false
  @exclusivity(unchecked) private var hasQuotes = true
  @exclusivity(unchecked) private var hasReturns = true
  @exclusivity(unchecked) private var limit: UnsafePointer<UInt8>
  private let most: Int
  private let separator: UInt8

  private let nothing = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

  /// Makes a cursor over the rows of a table.
  public init(_ table: ContactTable) {
    self.table = table
    most = table.header.count
    separator = table.header.separator
    cells = .allocate(capacity: max(1, most))
    cells.initialize(repeating: Cell(start: nothing, length: 0), count: max(1, most))
    (start, limit) = (UnsafePointer(nothing), UnsafePointer(nothing))
  }

  deinit {
    cells.deallocate()
    nothing.deallocate()
  }

  /// Whether nothing stands in the row, not even an empty cell.
  public var isEmpty: Bool { length == 0 }

  /// Whether no cell holds anything but blanks.
  public var isBlank: Bool {
    for number in 0..<min(count, most) {
      let cell = cells[number]
      for at in 0..<cell.length where cell.start[at] != 0x20 && cell.start[at] != 9 { return false }
    }
    return count <= most || row.isBlank
  }

  private var row: TableSplitter.Row {
    let bytes = Array(UnsafeBufferPointer(start: start, count: length))
    return TableSplitter.Row(bytes[...], at: .startOfFile, separator)
  }

  /// Makes ready for the rows of a block.
  ///
  /// - Parameters:
  ///   - block: rows of the table.
  ///   - base: where its bytes lie.
  public func begin(_ block: LineBlock, at base: UnsafePointer<UInt8>) {
    hasQuotes = block.traits.hasQuotes
    hasReturns = block.traits.hasReturns
    isPlain = !block.traits.isForeign
    isText = isPlain
    // Without quotes none is doubled, of which nobody speaks again then.
    for number in 0..<most { cells[number].hasDoubledQuotes = false }
    limit = base + block.count
    if !isText {
      let bytes = UnsafeBufferPointer(start: base, count: block.count)
      isText = (try? UTF8Span(validating: bytes.span)) != nil
    }
  }

  /// Goes over the row that begins at a byte.
  public func take(_ start: UnsafePointer<UInt8>) {
    count = 0
    self.start = start
    let end =
      hasQuotes
      ? takeQuoted(start)
      : hasReturns ? takePlain(start, hasReturns: true) : takePlain(start, hasReturns: false)
    length = end - start
    whole = length + (end[0] == 0x0D && end[1] == 0x0A ? 2 : 1)
  }

  @inline(__always) private func add(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, doubled: Bool = false
  ) {
    if count < most {
      cells[count] = Cell(start: start, length: end - start, hasDoubledQuotes: doubled)
    }
    count &+= 1
  }

  private typealias Lanes = SIMD16<UInt8>

  /// A bit for each of sixteen bytes that is one of those that end cells.
  @inline(__always) private static func ends(
    _ start: UnsafePointer<UInt8>, _ separators: Lanes, hasReturns: Bool
  ) -> UInt64 {
    let lanes = UnsafeRawPointer(start).loadUnaligned(as: Lanes.self)
    var found =
      unsafeBitCast(lanes .== separators, to: Lanes.self)
      | unsafeBitCast(lanes .== Lanes(repeating: 0x0A), to: Lanes.self)
    if hasReturns {
      found |= unsafeBitCast(lanes .== Lanes(repeating: 0x0D), to: Lanes.self)
    }
    // The top bits of eight bytes are multiplied into the eight upper bits.
    let tops = unsafeBitCast(found & Lanes(repeating: 0x80), to: SIMD2<UInt64>.self)
    let first = (tops[0].littleEndian &* 0x0002_0408_1020_4081) &>> 56
    let second = (tops[1].littleEndian &* 0x0002_0408_1020_4081) &>> 56
    return first | second &<< 8
  }

  /// Goes over a row without quotes, 64 bytes at a time; returns where it ends.
  @inline(__always) private func takePlain(
    _ start: UnsafePointer<UInt8>, hasReturns: Bool
  ) -> UnsafePointer<UInt8> {
    lines = 1
    let (cells, most, separator) = (cells, most, separator)
    let separators = Lanes(repeating: separator)
    var (cell, next, number) = (start, start, 0)
    while true {
      @inline(__always) func ends(_ offset: Int) -> UInt64 {
        RowCursor.ends(next + offset, separators, hasReturns: hasReturns)
          &<< UInt64(truncatingIfNeeded: offset)
      }
      var found = ends(0) | ends(16) | ends(32) | ends(48)
      while found != 0 {
        let end = next + found.trailingZeroBitCount
        if number < most {
          cells[number].start = cell
          cells[number].length = end - cell
        }
        number &+= 1
        if end.pointee != separator {
          count = number
          return end
        }
        cell = end + 1
        found &= found &- 1
      }
      next += 64
    }
  }

  /// Goes over a row among whose cells some may stand between quotes; returns where it ends.
  private func takeQuoted(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    lines = 1
    var next = start
    while true {
      let end: UnsafePointer<UInt8>
      if next.pointee == 0x22, mayOpen(next) {
        var isDoubled = false
        end = closing(next + 1, &isDoubled)
        add(next + 1, end - 1, doubled: isDoubled)
      } else {
        var at = next
        while at.pointee != separator, at.pointee != 0x0A, at.pointee != 0x0D { at += 1 }
        add(next, at)
        end = at
      }
      if end.pointee != separator { return end }
      next = end + 1
    }
  }

  /// Where the byte behind the quote is that closes a cell; counts the lines that end within.
  private func closing(
    _ start: UnsafePointer<UInt8>, _ isDoubled: inout Bool
  ) -> UnsafePointer<UInt8> {
    var at = start
    while at < limit {
      switch at.pointee {
      case 0x22:
        if at[1] != 0x22 { return at + 1 }
        isDoubled = true
        at += 2
      case 0x0A:
        if at[-1] != 0x0D { lines &+= 1 }
        at += 1
      case 0x0D:
        lines &+= 1
        at += 1
      default: at += 1
      }
    }
    return limit
  }

  private func mayOpen(_ quote: UnsafePointer<UInt8>) -> Bool {
    guard separator == 9 else { return true }
    var end = quote + 1
    while end.pointee != 0x0A, end.pointee != 0x0D { end += 1 }
    let line = UnsafeBufferPointer(start: quote, count: end - quote + 1)
    return RowScan.mayOpen(line, at: 0, isLast: false) ?? false
  }
}
