/// A line of a source as a terminal shows it, and the column at which each byte of it stands.
struct DisplayLine {
  /// What is shown for each scalar, with the column at which it begins.
  private var cells: [(offset: Int, text: String, column: Int)] = []
  /// The column after the last cell.
  private(set) var width = 0
  /// The offset of the end of the line, its line break left out.
  private let end: Int

  /// The line so many lines from the first, counted from 0.
  init(_ source: SourceText, line: Int, mask: ((String) -> String)?) {
    let start = source.lineStarts[line]
    let next = line + 1 < source.lineStarts.count ? source.lineStarts[line + 1] : source.bytes.count
    var end = next
    if end > start, source.bytes[end - 1] == 10 { end -= 1 }
    if end > start, source.bytes[end - 1] == 13 { end -= 1 }
    self.end = end
    let text = source.text(in: SourceRange(start, end))
    let shown = Array((mask?(text) ?? text).unicodeScalars)
    var offset = start
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let cell = shown.count > index ? shown[index] : " "
      let (text, columns) = Self.display(cell, at: width)
      cells.append((offset, text, width))
      width += columns
      // A replacement character stands for invalid bytes: go on where the bytes are valid again.
      offset += scalar == "\u{FFFD}" ? Self.repaired(source, at: offset) : UTF8.width(scalar)
    }
  }

  /// The column of a byte.
  func column(of offset: Int) -> Int {
    if offset >= end { return width }
    return cells.last { $0.offset <= offset }?.column ?? 0
  }

  /// The number of characters before a byte.
  func characters(before offset: Int) -> Int { cells.count { $0.offset < min(offset, end) } }

  /// The first column that is not blank.
  var indentation: Int { cells.first { $0.text.contains { $0 != " " } }?.column ?? 0 }

  /// What stands in some of the columns.
  func text(in columns: Range<Int>) -> String {
    cells.filter { columns.contains($0.column) }.map(\.text).joined()
  }

  /// What is shown for a scalar and how many columns it fills: tabs reach to the next multiple of four, and
  /// what would be invisible is named.
  private static func display(_ scalar: Unicode.Scalar, at column: Int) -> (String, Int) {
    if scalar == "\t" {
      let count = 4 - column % 4
      return (String(repeating: " ", count: count), count)
    }
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
      let name = "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
      return (name, name.count)
    default:
      return (String(scalar), FenceDiagnostics.columns(of: scalar))
    }
  }

  /// How many bytes one replacement character stands for.
  private static func repaired(_ source: SourceText, at offset: Int) -> Int {
    let bytes = source.bytes
    if bytes[offset...].starts(with: [0xEF, 0xBF, 0xBD]) { return 3 }
    for length in 1...4 where offset + length <= bytes.count {
      let text = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
      if text.unicodeScalars.count > 1 { return max(1, length - 1) }
    }
    return 1
  }
}
