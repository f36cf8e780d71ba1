/// The bytes of one file, with the name under which people know it.
public final class SourceText: Sendable {
  /// The path as it was given, or the name of a shipped file.
  public let name: String

  /// The bytes, as they were read.
  public let bytes: [UInt8]

  /// The offset of the first byte of each line.
  public let lineStarts: [Int]

  /// Makes a source text; lines end with LF or CRLF.
  ///
  /// - Complexity: linear in the number of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where bytes[offset] == 10 { starts.append(offset + 1) }
    }
    lineStarts = starts
  }

  /// Makes a source text from a string.
  public convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The line and column of an offset, both from 1; the column counts bytes.
  ///
  /// - Complexity: logarithmic in the number of lines.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, max(0, offset - lineStarts[low]) + 1)
  }

  /// The text in a range, invalid UTF-8 repaired with U+FFFD; the range is cut to the file.
  public func text(in range: SourceRange) -> String {
    let lower = min(max(range.lower, 0), bytes.count)
    let upper = min(max(range.upper, lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }
}

/// A half-open range of byte offsets of one file.
public struct SourceRange: Hashable, Sendable {
  /// The first offset.
  public var lower: Int

  /// The first offset after it; equal to `lower` for a point between two bytes.
  public var upper: Int

  /// Makes a range.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = upper
  }

  /// The smallest range that holds both.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}
