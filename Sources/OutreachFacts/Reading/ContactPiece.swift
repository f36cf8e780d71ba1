public import Outreach

/// A part of a file of contacts, in the order of the file.
public enum ContactPiece: Sendable {
  /// Whole lines, of which each may be a contact.
  case lines(LineBlock)
  /// Records, taken apart already.
  case records([RawContact])
}

/// Whole lines of a file with a contact a line.
public struct LineBlock: Sendable {
  /// The lines, and `ContactColumns.padding` zeros.
  public let bytes: [UInt8]
  /// Where the first of them begins.
  public let place: FactPlace
  private let file: Int32
  private let options: FactDecoder.Options
  private let longest: Int

  init(
    bytes: [UInt8], place: FactPlace, file: Int32, options: FactDecoder.Options, longest: Int
  ) {
    self.bytes = bytes
    self.place = place
    self.file = file
    self.options = options
    self.longest = longest
  }

  /// How many bytes the lines have.
  public var count: Int { bytes.count - ContactColumns.padding }

  /// One line as a record that is still to be read.
  ///
  /// - Parameters:
  ///   - range: its bytes, without the line feed.
  ///   - lineStart: the first byte of its line.
  ///   - line: how many lines there are before it in the block.
  /// - Returns: the record; nil if nothing stands there.
  public func record(_ range: Range<Int>, lineStart: Int, line: Int) -> RawContact? {
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
