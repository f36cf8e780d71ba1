/// A line of CSV (RFC 4180).
func csvRow(_ fields: [String]) -> [UInt8] {
  Array((fields.map(quoted).joined(separator: ",") + "\r\n").utf8)
}

private func quoted(_ field: String) -> String {
  let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
  guard needsQuotes else { return field }
  return "\""
    + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    + "\""
}
