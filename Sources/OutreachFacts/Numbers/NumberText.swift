/// The text of a phone number as people type it, taken apart without yet knowing its plan.
///
/// Whatever could be read only in part is refused with a reason: a number half read is another person's.
struct NumberText: Equatable {
  /// The digits, 0 to 9 each, without a leading `+`.
  var digits: [UInt8]
  /// Whether the digits begin with a calling code (`+`, or `tel:` with a context).
  var isInternational: Bool
  /// The extension behind the number.
  var extensionDigits: String?

  /// Why a text is no number.
  struct Refusal: Error, Equatable {
    /// The reason, for a sentence that begins with the number.
    var reason: String
  }

  /// Reads a text: E.164, national forms, separators, `tel:` (RFC 3966), an extension, digits of other scripts.
  init(_ text: String) throws(Refusal) {
    guard text.utf8.count <= 256 else { throw Refusal(reason: "is too long for a phone number") }
    var bytes = NumberText.plain(text)
    if bytes.first == UInt8(ascii: "'") { bytes.removeFirst() }
    guard !bytes.isEmpty else { throw Refusal(reason: "is empty") }
    var context: [UInt8] = []
    var tail: [UInt8]?
    if bytes.starts(with: Array("tel:".utf8)) {
      bytes.removeFirst(4)
      (bytes, context, tail) = try NumberText.parameters(bytes)
    }
    // Digits alone, the usual case in files, need no closer look.
    if bytes.dropFirst().contains(where: { !NumberText.isDigit($0) }) {
      try NumberText.refuseDamage(bytes)
      if tail == nil { (bytes, tail) = try NumberText.splitExtension(bytes) }
    }
    digits = []
    isInternational = false
    var separatedSlash = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "+"):
        guard digits.isEmpty, !isInternational else { throw Refusal.two }
        isInternational = true
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        continue
      case UInt8(ascii: "/"):
        let after = bytes[index...].filter(NumberText.isDigit).count
        guard digits.count < 7 || after < 7, !separatedSlash else { throw Refusal.two }
        separatedSlash = true
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\n"),
        UInt8(ascii: "&"):
        throw Refusal.two
      default: throw Refusal(reason: NumberText.oddity(bytes))
      }
    }
    guard !digits.isEmpty else { throw Refusal(reason: "has no digits") }
    if !context.isEmpty, !isInternational {
      digits = context + digits
      isInternational = true
    }
    extensionDigits = tail.map { String(decoding: $0, as: UTF8.self) }
    guard digits.count <= 20 else {
      throw Refusal(
        reason: "has \(digits.count) digits, more than any number (two numbers in one field?)")
    }
  }
}

extension NumberText.Refusal {
  /// Two numbers in one field.
  static let two = Self(reason: "holds more than one number; give each its own field")
}

extension NumberText {
  /// The text in ASCII: digits, signs and spaces of other scripts as their plain counterparts, letters in
  /// lower case, marks that are not seen left out, spaces trimmed, `!` for everything else.
  static func plain(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 0x20)
      case 0x0A, 0x0D: bytes.append(0x0A)
      case 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: bytes.append(0x20)
      case 0x21...0x7E, 0x20: bytes.append(UInt8(scalar.value))
      case 0xFF21...0xFF3A: bytes.append(UInt8(scalar.value - 0xFF21 + 0x61))
      case 0xFF01...0xFF5E: bytes.append(UInt8(scalar.value - 0xFF01 + 0x21))
      case 0x0660...0x0669: bytes.append(UInt8(scalar.value - 0x0660 + 0x30))
      case 0x06F0...0x06F9: bytes.append(UInt8(scalar.value - 0x06F0 + 0x30))
      case 0x2010...0x2015, 0x2212, 0x30FC: bytes.append(UInt8(ascii: "-"))
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD: continue
      default: bytes.append(UInt8(ascii: "!"))
      }
    }
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A }
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? 0
    return Array(bytes[..<end].drop(while: isSpace))
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  /// Refuses what a spreadsheet has made of a number, and forms filled in with placeholders.
  private static func refuseDamage(_ bytes: [UInt8]) throws(Refusal) {
    let shape = bytes.filter { $0 != 0x20 }
    let mantissa = shape.prefix { isDigit($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x2B }
    let exponent = shape.dropFirst(mantissa.count)
    if !mantissa.isEmpty, exponent.first == UInt8(ascii: "e"),
      exponent.dropFirst().contains(where: isDigit),
      exponent.dropFirst().allSatisfy({ isDigit($0) || $0 == 0x2B || $0 == 0x2D })
    {
      throw Refusal(reason: "was rounded by a spreadsheet; its last digits are lost")
    }
    let whole = shape.prefix(while: isDigit)
    let fraction = shape.dropFirst(whole.count)
    if whole.count >= 5, fraction.first == 0x2E, fraction.count > 1,
      fraction.dropFirst().allSatisfy({ $0 == 0x30 })
    {
      throw Refusal(reason: "was written as a decimal by a spreadsheet; remove the `.0`")
    }
    let hasMasked = zip(shape, shape.dropFirst()).contains { pair in
      pair.0 == pair.1
        && [UInt8(ascii: "x"), UInt8(ascii: "*"), UInt8(ascii: "_")].contains(pair.0)
    }
    if hasMasked || shape.contains(UInt8(ascii: "?")) {
      throw Refusal(reason: "has placeholders where digits belong")
    }
  }

  /// Splits `x123`, `ext. 123`, `extension 123`, `#123` off the end.
  private static func splitExtension(
    _ bytes: [UInt8]
  ) throws(Refusal) -> (number: [UInt8], tail: [UInt8]?) {
    let trailing = bytes.reversed().prefix { isDigit($0) }.count
    guard trailing > 0 else { return (bytes, nil) }
    var rest = bytes.dropLast(trailing)
    while let last = rest.last, [0x20, 0x2E, 0x3A].contains(last) { rest.removeLast() }
    let word = rest.reversed().prefix { isLetter($0) }.reversed()
    let marks = ["x", "ext", "extn", "extension"].map { Array($0.utf8) }
    if rest.last == UInt8(ascii: "#") {
      rest.removeLast()
    } else if marks.contains(Array(word)) {
      rest.removeLast(word.count)
    } else {
      return (bytes, nil)
    }
    // `01X2` is a digit left open rather than extension 2.
    if trailing == 1, Array(word) == marks[0], rest.last.map(isDigit) == true {
      throw Refusal(reason: "has placeholders where digits belong")
    }
    guard trailing <= 8 else { throw Refusal.two }
    while let last = rest.last, [0x20, 0x2C, 0x3B].contains(last) { rest.removeLast() }
    return (Array(rest), Array(bytes.suffix(trailing)))
  }

  /// Reads the parameters of a `tel:` address: `;ext=` and a numeric `;phone-context=`.
  private static func parameters(
    _ bytes: [UInt8]
  ) throws(Refusal) -> (number: [UInt8], context: [UInt8], tail: [UInt8]?) {
    let parts = bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    var context: [UInt8] = []
    var tail: [UInt8]?
    for part in parts.dropFirst() {
      let value = part.drop { $0 != UInt8(ascii: "=") }.dropFirst()
      let name = String(decoding: part.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
      let digits = value.filter(isDigit)
      switch name {
      case "ext" where !digits.isEmpty && digits.count <= 8: tail = digits
      case "phone-context" where value.first == UInt8(ascii: "+") && !digits.isEmpty:
        context = digits.map { $0 - 0x30 }
      default: throw Refusal(reason: "has the parameter `\(name)`, which names no number")
      }
    }
    return (Array(parts[0]), context, tail)
  }

  private static func oddity(_ bytes: [UInt8]) -> String {
    if !bytes.contains(where: isDigit) { return "is no phone number" }
    let words = bytes.split { !isLetter($0) }.map { String(decoding: $0, as: UTF8.self) }
    if words.contains(where: { ["or", "and", "und", "et", "y", "ou", "oder"].contains($0) }) {
      return Refusal.two.reason
    }
    return words.isEmpty ? "has signs that no number has" : "has letters; write the digits"
  }
}
