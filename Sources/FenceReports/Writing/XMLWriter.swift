/// Writes XML 1.0 (W3C Recommendation, fifth edition) as text in UTF-8, an element a line.
struct XMLWriter {
  private var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
  private var depth = 0

  var bytes: [UInt8] { Array(text.utf8) }

  /// Writes an element whose body writes the elements in it; attributes without a value are left out.
  mutating func element(
    _ name: String, _ attributes: [(String, String?)], _ body: (inout XMLWriter) -> Void
  ) {
    let indent = String(repeating: "  ", count: depth)
    text += "\(indent)<\(name)\(XMLWriter.written(attributes))>\n"
    let start = text.utf8.count
    depth += 1
    body(&self)
    depth -= 1
    guard text.utf8.count > start else {
      text.removeLast(2)
      text += "/>\n"
      return
    }
    text += "\(indent)</\(name)>\n"
  }

  /// Writes an element that holds text.
  mutating func element(_ name: String, _ attributes: [(String, String?)], text content: String) {
    let indent = String(repeating: "  ", count: depth)
    text += "\(indent)<\(name)\(XMLWriter.written(attributes))>"
    text += "\(XMLWriter.escaped(content, inAttribute: false))</\(name)>\n"
  }

  private static func written(_ attributes: [(String, String?)]) -> String {
    attributes.compactMap { name, value in
      value.map { " \(name)=\"\(escaped($0, inAttribute: true))\"" }
    }.joined()
  }

  /// A text with what XML may not hold escaped or replaced.
  ///
  /// Section 2.2 says which characters a document may hold, not even escaped; the others are replaced by U+FFFD.
  /// In attributes section 3.3.3 would turn line breaks into blanks.
  private static func escaped(_ text: String, inAttribute: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22 where inAttribute: result += "&quot;"
      case 0x09 where inAttribute, 0x0A where inAttribute, 0x0D:
        result += "&#\(scalar.value);"
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0xFFFE, 0xFFFF:
        result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
