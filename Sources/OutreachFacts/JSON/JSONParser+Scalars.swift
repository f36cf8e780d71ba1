import Outreach

extension JSONParser {
  /// Reads a string; the parser stands on its opening quote.
  mutating func string() throws(FactProblem) -> String {
    let open = index
    index += 1
    let start = index
    while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      index += 1
    }
    if byte == UInt8(ascii: "\"") {
      defer { index += 1 }
      return try text(bytes[start..<index], from: start)
    }
    var resolved = Array(bytes[start..<index])
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        // Escapes resolve to whole scalars, so the bytes as written are valid if and only if these are.
        _ = try text(bytes[start..<index], from: start)
        index += 1
        return String(decoding: resolved, as: UTF8.self)
      case UInt8(ascii: "\\"):
        let scalar = try escape()
        resolved.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case ..<0x20:
        let named = byte == 0x0A || byte == 0x0D ? "a line break" : foundHere
        throw fault(
          "\(named) cannot stand in a string; write it as an escape such as `\\n`, or close the string",
          related: FactProblem.Related(place(from: open, to: open + 1), "opened here"))
      default:
        resolved.append(byte)
        index += 1
      }
    }
    throw FactProblem(.syntax, "the string is not closed", at: place(from: open))
  }

  /// The text of bytes that stand on one line, or where they are not UTF-8.
  private func text(
    _ slice: ArraySlice<UInt8>, from start: Int
  ) throws(FactProblem) -> String {
    if let text = String(validating: slice, as: UTF8.self) { return text }
    let valid = UTF8.validLength(of: slice)
    throw FactProblem(
      .encoding, "this byte is not part of UTF-8 text; save the file as UTF-8",
      at: place(from: start + valid, to: start + valid + 1))
  }

  /// Reads an escape; the parser stands on the backslash.
  private mutating func escape() throws(FactProblem) -> Unicode.Scalar {
    let start = index
    index += 1
    guard let byte else { throw fault("the string is not closed") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal(from: start)
      if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
      guard unit < 0xDC00, bytes[index...].starts(with: "\\u".utf8) else { break }
      index += 2
      let second = try hexadecimal(from: start)
      guard (0xDC00...0xDFFF).contains(second) else { break }
      let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
      if let scalar = Unicode.Scalar(value) { return scalar }
    default:
      throw FactProblem(
        .syntax, "no escape begins so; a backslash itself is written `\\\\`",
        at: place(from: start))
    }
    throw FactProblem(
      .syntax, "this escape is half of a character; the other half must stand next to it",
      at: place(from: start))
  }

  private mutating func hexadecimal(from start: Int) throws(FactProblem) -> UInt16 {
    let digits = bytes[index...].prefix(4).prefix { JSONParser.isHexadecimal($0) }
    index += digits.count
    guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else {
      throw FactProblem(
        .syntax, "`\\u` is followed by four hexadecimal digits", at: place(from: start))
    }
    return unit
  }

  /// Reads a number as it is spelled; the parser stands on its first byte.
  mutating func number() throws(FactProblem) -> String {
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    if byte == UInt8(ascii: "0") {
      index += 1
      if let byte, JSONParser.isDigit(byte) {
        throw FactProblem(
          .syntax, "a number cannot begin with `0`; an id or a postal code is text, in quotes",
          at: place(from: start))
      }
    } else {
      try digits("a number")
    }
    if byte == UInt8(ascii: ".") {
      index += 1
      try digits("the fraction of a number")
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      try digits("the exponent of a number")
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits(_ what: String) throws(FactProblem) {
    guard let byte, JSONParser.isDigit(byte) else {
      throw fault("\(what) needs a digit here, found \(foundHere)")
    }
    while let byte = self.byte, JSONParser.isDigit(byte) { index += 1 }
  }

  /// What stands where the parser stands, for messages.
  var foundHere: String {
    guard let byte else { return "the end" }
    switch byte {
    case 0x60: return "a backquote"
    case 0x21..<0x7F: return "`\(Character(Unicode.Scalar(byte)))`"
    case 0x0A, 0x0D: return "the end of the line"
    case 0x20: return "a space"
    case ..<0x20, 0x7F: return "a control character"
    default: return "a character outside ASCII"
    }
  }

  /// A word of help where a value is wanted and something known from other languages stands.
  var hint: String {
    switch byte {
    case UInt8(ascii: "'"): "; text stands in double quotes"
    case UInt8(ascii: "/"), UInt8(ascii: "#"): "; JSON has no comments"
    case .some(let first) where JSONParser.isWordByte(first): "; text stands in double quotes"
    default: ""
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (65...70).contains(byte) || (97...102).contains(byte)
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
  }
}

extension UTF8 {
  /// How many bytes at the start are whole, valid sequences (Unicode 16, table 3-7).
  static func validLength(of bytes: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      length += UTF8.width(scalar)
    }
    return length
  }
}
