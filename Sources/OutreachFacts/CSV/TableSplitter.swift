import Outreach

/// Cuts a stream into the rows of a table and those into cells, without reading what the cells say.
///
/// Cells are separated by one byte, rows by LF, CRLF or CR; quotes enclose cells with separators, line breaks and
/// doubled quotes (RFC 4180). Memory is bounded by the longest row.
struct TableSplitter {
  private var window: ByteWindow
  private var scan: RowScan
  private let longest: Int
  private var isAtEnd = false
  private var line = 1

  /// The byte between cells.
  let separator: UInt8

  /// A row, cut into cells or not to be cut.
  struct Row {
    /// Its bytes with the line break that ends it.
    var bytes: [UInt8]

    /// How many of them stand before that line break.
    var length: Int

    /// Where its cells lie in these bytes; empty if something is wrong with it.
    var cells: [RowScan.Cell] = []

    /// Where it begins.
    var place: FactPlace

    /// Whether a line break stands within a cell.
    var hasLineBreaks = false

    /// What is wrong with it.
    var problem: FactProblem?
  }

  /// Opens a stream.
  ///
  /// - Parameters:
  ///   - separator: the byte between cells; nil to tell it by the first line.
  ///   - longest: how many bytes a row may have.
  ///   - source: its bytes.
  /// - Throws: `FactProblem` if this is no table; what the source throws.
  init(separator: UInt8?, longest: Int, source: ByteSource) throws {
    var window = ByteWindow(source: source)
    let start = try [window.byte(at: 0), window.byte(at: 1), window.byte(at: 2)]
    if start[0] == 0xFF && start[1] == 0xFE || start[0] == 0xFE && start[1] == 0xFF {
      throw FactProblem(
        .encoding, "this file is UTF-16; save it as UTF-8 (`CSV UTF-8` in a spreadsheet)",
        at: .startOfFile)
    }
    if start == [0xEF, 0xBB, 0xBF] { window.pass(3) }
    self.separator = try separator ?? TableSplitter.separator(of: &window, longest: longest)
    self.window = window
    self.longest = longest
    scan = RowScan(separator: self.separator)
  }

  /// The next row that is not empty; nil at the end.
  ///
  /// - Throws: what the source throws.
  mutating func next() throws -> Row? {
    while try window.byte(at: 0) != nil {
      scan.restart()
      let row = try row()
      if row.length > 0 || row.problem != nil { return row }
    }
    return nil
  }

  /// Whole rows of a table that can all be cut into cells.
  struct Rows {
    /// Their bytes, a line feed, and zeros up to `JSONCursor.padding` bytes.
    var bytes: [UInt8]

    /// Where the first of them begins.
    var place: FactPlace

    /// What stands among the bytes.
    var traits: ByteTraits
  }

  /// The next whole rows, at most so many bytes of them; nil if the next row is longer or flawed, and at the end.
  ///
  /// - Throws: what the source throws.
  mutating func nextRows(_ size: Int) throws -> Rows? {
    while window.count < size, !isAtEnd { isAtEnd = try !window.extend() }
    let reach = window.reach(ofPart: size)
    let (length, traits) = window.withBytes { bytes in
      let isLast = isAtEnd && bytes.count <= reach
      let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
      var traits = ByteTraits(bytes)
      let length = isLast && !traits.hasQuotes ? bytes.count : wholeRows(bytes, traits, isLast)
      traits.countLines(of: bytes, upTo: length)
      return (length, traits)
    }
    guard length > 0 else { return nil }
    var place = window.place
    place.line = line
    place.column = 1
    var rows = Rows(
      bytes: window.take(length, padding: JSONCursor.padding), place: place, traits: traits)
    rows.bytes[length] = 0x0A
    line += traits.lines
    return rows
  }

  /// How many bytes the rows have that end among these.
  private func wholeRows(
    _ bytes: UnsafeBufferPointer<UInt8>, _ traits: ByteTraits, _ isLast: Bool
  ) -> Int {
    let quote = traits.hasQuotes ? bytes.firstIndex(of: UInt8(ascii: "\"")) : nil
    // Where no quote stands, every line is a row; a line feed that is still to come may belong to a carriage return.
    let plain = bytes.prefix(quote ?? bytes.count)
    var length =
      plain.lastIndex { $0 == 0x0A }.map { $0 + 1 }
      ?? (traits.hasReturns ? plain.dropLast().lastIndex { $0 == 0x0D }.map { $0 + 1 } : nil) ?? 0
    guard quote != nil else { return length }
    var scan = RowScan(separator: separator)
    while length < bytes.count {
      scan.restart()
      let rest = UnsafeBufferPointer(rebasing: bytes[length...])
      guard case .ended(_, let whole) = scan.advance(rest, isLast: isLast) else { break }
      length += whole
    }
    return length
  }

  private mutating func row() throws -> Row {
    while true {
      let isLast = isAtEnd
      let progress = window.withBytes { scan.advance($0, isLast: isLast) }
      switch progress {
      case .ended(let length, let whole):
        return length > longest ? try tooLong() : take(length, whole)
      case .flawed(let flaw): return try flawed(flaw)
      case .open:
        if window.count > longest {
          if let quote = scan.openQuote { return try flawed(.unclosed(quote)) }
          return try tooLong()
        }
        if try !window.extend() { isAtEnd = true }
      }
    }
  }

  private mutating func take(_ length: Int, _ whole: Int) -> Row {
    var place = window.place
    place.line = line
    place.column = 1
    place.upper = place.lower + length
    let row = Row(
      bytes: Array(window.prefix(whole)), length: length, cells: scan.cells, place: place,
      hasLineBreaks: scan.hasLineBreaks)
    window.pass(whole)
    line += 1 + (scan.hasLineBreaks ? TableSplitter.lineBreaks(in: row.bytes[..<length]) : 0)
    return row
  }

  /// A row that cannot be cut: its first line is given up, and the next line may be a row again.
  private mutating func flawed(_ flaw: RowScan.Flaw) throws -> Row {
    var length = try lineLength()
    let quote: Int
    switch flaw {
    case .unclosed(let index): quote = index
    case .afterQuote(let index): quote = index - 1
    }
    // What is wrong may stand on a later line than the row begins on.
    let bytes = Array(window.prefix(quote + 1))
    let breaks = TableSplitter.lineBreaks(in: bytes[...])
    let lineStart = bytes.dropLast().lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    var place = window.place
    place.lower += quote
    place.upper = place.lower + 1
    place.line = line + breaks
    place.column = quote - lineStart + 1
    let message =
      switch flaw {
      case .unclosed:
        "the quote that opens this cell is never closed; close it, or double it if it is meant"
      case .afterQuote:
        "this quote closes the cell before its end; a quote within a cell is written as two"
      }
    let whole = try length + lineBreak(at: length)
    length = min(length, longest)
    var row = take(length, whole)
    row.cells = []
    row.hasLineBreaks = false
    row.problem = FactProblem(.quote, message, at: place)
    return row
  }

  /// The length of the line at which the window stands; of all that it may hold if the line is longer.
  private mutating func lineLength() throws -> Int {
    var seen = 0
    while true {
      if let length = window.length(from: seen, before: { $0 == 0x0A || $0 == 0x0D }) {
        return length
      }
      seen = window.count
      guard try seen <= longest && window.extend() else { return seen }
    }
  }

  private mutating func tooLong() throws -> Row {
    var place = window.place
    place.line = line
    place.column = 1
    while true {
      let length = window.length(from: 0) { $0 == 0x0A || $0 == 0x0D }
      window.pass(length ?? window.count)
      if length != nil {
        window.pass(try lineBreak(at: 0))
        break
      }
      if try !window.extend() { break }
    }
    line += 1
    return Row(
      bytes: [], length: 0, place: place,
      problem: FactProblem(
        .tooLong, "this row is longer than any can be; is a line break missing?", at: place))
  }

  /// How many bytes the line break at a distance has.
  private mutating func lineBreak(at distance: Int) throws -> Int {
    guard let byte = try window.byte(at: distance) else { return 0 }
    return byte == 0x0D ? (try window.byte(at: distance + 1) == 0x0A ? 2 : 1) : 1
  }

  /// How many lines end in bytes.
  static func lineBreaks(in bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || byte == 0x0A && previous != 0x0D { count += 1 }
      previous = byte
    }
    return count
  }

  /// The separator that stands most often outside quotes on the first line; a comma if there is none.
  private static func separator(of window: inout ByteWindow, longest: Int) throws -> UInt8 {
    let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")]
    var counts = [0, 0, 0, 0]
    var isQuoted = false
    var distance = 0
    while distance < longest, let byte = try window.byte(at: distance) {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == 0x0A || byte == 0x0D { break }
        if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
      }
      distance += 1
    }
    guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
      return candidates[0]
    }
    guard counts.count(where: { $0 == most }) == 1 else {
      throw FactProblem(
        .header,
        "the first line does not tell what separates cells; say it in the mapping, as in `separated by \";\"`, and name that with `--mapping`",
        at: .startOfFile)
    }
    return candidates[index]
  }
}

extension TableSplitter.Row {
  /// A row that stands by itself, without the line break that ends it, and is known to be no longer than rows may be.
  init(_ bytes: ArraySlice<UInt8>, at place: FactPlace, _ separator: UInt8) {
    var scan = RowScan(separator: separator)
    self.init(bytes: Array(bytes), length: bytes.count, place: place)
    _ = self.bytes.withUnsafeBufferPointer { scan.advance($0, isLast: true) }
    cells = scan.cells
    hasLineBreaks = scan.hasLineBreaks
  }

  /// The bytes of a cell, doubled quotes made one.
  func bytes(of cell: RowScan.Cell) -> [UInt8] {
    let range = bytes[Int(cell.lower)..<Int(cell.upper)]
    guard cell.hasDoubledQuotes else { return Array(range) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var isSecond = false
    for byte in range {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if byte != UInt8(ascii: "\"") || isSecond { result.append(byte) }
    }
    return result
  }

  /// Where a cell stands, its quotes included.
  func place(of cell: RowScan.Cell) -> FactPlace {
    let quote = cell.isQuoted ? 1 : 0
    return place(from: Int(cell.lower) - quote, to: Int(cell.upper) + quote)
  }

  /// Where bytes of the row stand.
  func place(from lower: Int, to upper: Int) -> FactPlace {
    var found = place
    found.lower = place.lower + lower
    found.upper = place.lower + upper
    found.column = lower + 1
    guard hasLineBreaks else { return found }
    let before = bytes[..<min(max(lower, 0), bytes.count)]
    found.line += TableSplitter.lineBreaks(in: before)
    let lineStart = before.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    found.column = lower - lineStart + 1
    return found
  }

  /// Whether no cell holds anything but blanks.
  var isBlank: Bool {
    cells.allSatisfy { cell in
      bytes[Int(cell.lower)..<Int(cell.upper)].allSatisfy { $0 == 0x20 || $0 == 9 }
    }
  }
}
