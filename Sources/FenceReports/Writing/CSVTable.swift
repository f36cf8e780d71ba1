/// A table as CSV (RFC 4180).
struct CSVTable {
  private(set) var bytes: [UInt8] = []

  /// Makes a table with its heading.
  init(_ heading: [String]) { row(heading) }

  /// Writes a line.
  mutating func row(_ fields: [String]) { bytes += CSVTable.line(fields) }

  /// A line of a table.
  static func line(_ fields: [String]) -> [UInt8] {
    Array((fields.map(quoted).joined(separator: ",") + "\r\n").utf8)
  }

  /// The beginning of a line, up to the comma behind these fields.
  static func open(_ fields: [String]) -> [UInt8] {
    Array(line(fields).dropLast(2)) + [UInt8(ascii: ",")]
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
