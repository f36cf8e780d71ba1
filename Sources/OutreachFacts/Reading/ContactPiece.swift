public import Outreach

/// A part of a file of contacts, in the order of the file.
public enum ContactPiece: Sendable {
  /// Whole lines, of which each may be a contact, or elements of a list.
  case lines(LineBlock)
  /// Records, taken apart already.
  case records([RawContact])
}

/// Whole lines of a file with a contact a line, whole objects of a list, or whole rows of a table.
public struct LineBlock: Sendable {
  /// The lines, or the objects each with what ends it, and `ContactColumns.padding` bytes: zeros, of a table a line feed
  /// and zeros.
  public let bytes: [UInt8]
  /// Where the first of them begins.
  public let place: FactPlace
  /// How many line breaks there are.
  public let lines: Int
  /// The number of the file in the run's list of files.
  public let file: Int32
  /// How the objects stand, if these are elements of a list.
  public let list: List?
  /// The table of which these are rows; nil for JSON.
  public let table: ContactTable?
  /// Of a table, what stands among the bytes.
  let traits: ByteTraits
  private let options: FactDecoder.Options
  private let longest: Int

  /// How objects of a list stand.
  public enum List: Sendable {
    /// All of them in one line.
    case inOneLine
    /// With line breaks between them, or within.
    case inLines
  }

  init(
    _ part: RecordSplitter.Part, list: List?, file: Int32, options: FactDecoder.Options,
    longest: Int
  ) {
    bytes = part.bytes
    place = part.place
    lines = part.lines
    self.list = list
    self.file = file
    self.options = options
    self.longest = longest
    (table, traits) = (nil, ByteTraits())
  }

  init(_ rows: TableSplitter.Rows, of table: ContactTable, longest: Int) {
    bytes = rows.bytes
    place = rows.place
    traits = rows.traits
    lines = traits.lines
    list = nil
    self.table = table
    file = table.file
    options = table.options
    self.longest = longest
  }

  /// How many bytes the lines have.
  public var count: Int { bytes.count - ContactColumns.padding }

  /// Where an object of a list ends.
  ///
  /// - Parameter start: its first byte.
  /// - Returns: the place behind its last byte.
  public func end(ofObject start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { ListScan.end(of: start, in: $0, before: count) } ?? count
    }
  }

  /// One line as a record that is still to be read, or a row as the records that it gives.
  ///
  /// - Parameters:
  ///   - range: its bytes, without the line break.
  ///   - lineStart: the first byte of its line.
  ///   - line: how many lines there are before it in the block.
  /// - Returns: the records; none if nothing stands there.
  public func records(_ range: Range<Int>, lineStart: Int, line: Int) -> [RawContact] {
    if let table {
      var place = place
      place.lower += range.lowerBound
      place.upper = place.lower + range.count
      place.line += line
      return table.records(of: TableSplitter.Row(bytes[range], at: place, table.header.separator))
        .map { RawContact($0) }
    }
    return record(range, lineStart: lineStart, line: line).map { [$0] } ?? []
  }

  private func record(_ range: Range<Int>, lineStart: Int, line: Int) -> RawContact? {
    var place = place
    place.lower += range.lowerBound
    place.upper = place.lower
    place.line += line
    if line > 0 { place.column = 1 }
    place.column += range.lowerBound - lineStart
    return RecordSplitter.record(bytes[range], at: place, longest: longest).map {
      RawContact($0, file: file, options: options)
    }
  }

  /// Where a record begins.
  ///
  /// - Parameters:
  ///   - start: its first byte.
  ///   - lineStart: the first byte of its line.
  ///   - line: how many lines there are before it in the block.
  /// - Returns: the place of its first byte in the run's files.
  public func origin(_ start: Int, lineStart: Int, line: Int) -> Origin {
    Origin(
      file: file, line: Int32(clamping: place.line + line),
      column: Int32(clamping: (line > 0 ? 1 : place.column) + start - lineStart))
  }
}
