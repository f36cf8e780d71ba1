/// A written value before it is known what it should be: what JSON documents and Fence blocks have in common.
///
/// `FactDecoder` turns trees into records by the schema; every node keeps its place, so that every fact and
/// every complaint can be traced to the bytes it came from.
public struct FactTree: Hashable, Sendable {
  /// What is written.
  public var content: Content

  /// Where it is written.
  public var place: FactPlace

  /// Makes a node.
  public init(_ content: Content, _ place: FactPlace) {
    self.content = content
    self.place = place
  }

  /// What is written at a node; the last six forms exist in Fence only, where words and times need no quotes.
  public enum Content: Hashable, Sendable {
    /// Members in the order written; keys may repeat, which the decoder reports.
    case object([Member])
    /// Members that any number of rows of a list may have, or none: the list may go on with such rows.
    case open([Member])
    /// Elements in the order written.
    case array([FactTree])
    /// Quoted text, escapes resolved.
    case string(String)
    /// A number as it is spelled, in the grammar of JSON (RFC 8259, section 6).
    case number(String)
    /// `true` or `false`.
    case truth(Bool)
    /// `null`, or `none` in Fence.
    case null
    /// A bare word or dotted name.
    case word(String)
    /// A day.
    case date(CivilDate)
    /// A point in time.
    case instant(Instant)
    /// A reading of the clock.
    case time(TimeOfDay)
    /// A length of time.
    case period(Period)
    /// The number before a percent sign.
    case percentage(Quantity)
  }

  /// A key of an object with its value.
  public struct Member: Hashable, Sendable {
    /// The key, escapes resolved.
    public var key: String

    /// Where the key is written, quotes included.
    public var keyPlace: FactPlace

    /// The value.
    public var value: FactTree

    /// Makes a member.
    public init(key: String, keyPlace: FactPlace, value: FactTree) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }
}

/// Where something is written: a half-open range of byte offsets of its file, and the line and column of its start.
public struct FactPlace: Hashable, Sendable {
  /// The offset of the first byte.
  public var lower: Int

  /// The first offset after it.
  public var upper: Int

  /// The line of the first byte, from 1.
  public var line: Int

  /// The column of the first byte, from 1, in bytes.
  public var column: Int

  /// Makes a place.
  public init(lower: Int, upper: Int, line: Int, column: Int) {
    self.lower = lower
    self.upper = upper
    self.line = line
    self.column = column
  }

  /// The point before the first byte of a file.
  public static let startOfFile = FactPlace(lower: 0, upper: 0, line: 1, column: 1)

  /// The start of the place as an origin in a file of the run.
  public func origin(file: Int32) -> Origin {
    Origin(
      file: file, line: Int32(clamping: line), column: Int32(clamping: column))
  }
}
