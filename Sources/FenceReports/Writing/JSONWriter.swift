/// Writes JSON (RFC 8259) to bytes, member by member, in the order in which it is told.
public struct JSONWriter {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []

  private let isIndented: Bool
  private var depth = 0
  private var needsComma = false
  private var followsKey = false

  /// Makes a writer; an indented one begins a new line for every member and element.
  public init(isIndented: Bool = false) { self.isIndented = isIndented }

  /// Writes an object; the body writes its members.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    nested(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), body)
  }

  /// Writes an array; the body writes its elements.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    nested(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), body)
  }

  /// Writes an array of one element for each of several things.
  public mutating func array<Things: Sequence>(
    _ things: Things, _ body: (inout JSONWriter, Things.Element) -> Void
  ) {
    array { writer in for thing in things { body(&writer, thing) } }
  }

  /// Writes a member's key; its value must follow.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  /// Writes a text; nil is `null`.
  public mutating func string(_ text: String?) {
    guard let text else { return null() }
    separate()
    quote(text)
    needsComma = true
  }

  /// Writes a whole number; nil is `null`.
  public mutating func number(_ number: Int?) {
    raw(number.map(String.init) ?? "null")
  }

  /// Writes `true` or `false`.
  public mutating func truth(_ truth: Bool) { raw(truth ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Writes a member that holds a text, or `null`.
  public mutating func member(_ name: String, _ text: String?) {
    key(name)
    string(text)
  }

  /// Writes a member that holds a whole number.
  public mutating func member(_ name: String, _ value: Int?) {
    key(name)
    number(value)
  }

  /// Writes a member that holds `true` or `false`.
  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    truth(value)
  }

  /// Writes a member that holds texts.
  public mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array(texts) { $0.string($1) }
  }

  private mutating func nested(
    open: UInt8, close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    depth += 1
    needsComma = false
    let start = bytes.count
    body(&self)
    depth -= 1
    if bytes.count > start { breakLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  /// Separates an element or key from what stands before it; a value stands right after its key.
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0, !followsKey { breakLine() }
    needsComma = false
    followsKey = false
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  /// Quotes a text; RFC 8259, section 7: quotation mark, reverse solidus and U+0000 to U+001F are escaped.
  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
