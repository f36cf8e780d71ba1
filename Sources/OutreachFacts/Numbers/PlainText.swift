/// Text in ASCII, one byte a character, for readers of numbers.
enum PlainText {
  /// What stands for a character that no number has.
  static let odd = UInt8(ascii: "!")

  /// Folds UTF-8: digits, signs, letters and spaces of other scripts as their plain counterparts, letters in lower
  /// case, ends of lines as one, marks that are not seen left out, `!` for everything else.
  ///
  /// - Returns: how many bytes were written, never more than were read; `room` has to hold as many.
  static func fold(
    _ text: UnsafeRawBufferPointer, into room: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var bytes = text.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      let folded: UInt8?
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded): folded = fold(UTF8.decode(encoded))
      case .error: folded = odd
      case .emptyInput: return count
      }
      guard let folded else { continue }
      room[count] = folded
      count += 1
    }
  }

  /// One character; nil for marks that are not seen.
  private static func fold(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    switch value {
    case 0x41...0x5A: return UInt8(value) + 0x20
    case 0x5B: return UInt8(ascii: "(")
    case 0x5D: return UInt8(ascii: ")")
    case 0x0A, 0x0D, 0x2028, 0x2029: return 0x0A
    case 0x20...0x7E: return UInt8(value)
    case 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: return 0x20
    case 0xFF21...0xFF3A: return UInt8(value - 0xFF21 + 0x61)
    case 0xFF0F: return UInt8(ascii: "/")
    case 0xFF01...0xFF5E: return fold(ascii: value - 0xFF01 + 0x21)
    case 0x2010...0x2015, 0x2212, 0x30FC: return UInt8(ascii: "-")
    case 0x2024, 0xB7, 0x3002: return UInt8(ascii: ".")
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD: return nil
    default:
      guard !scalar.isASCII, scalar.properties.numericType == .decimal,
        let digit = scalar.properties.numericValue, (0...9).contains(digit)
      else { return cyrillic(value) ?? odd }
      return 0x30 + UInt8(digit)
    }
  }

  private static func fold(ascii value: UInt32) -> UInt8 {
    Unicode.Scalar(value).flatMap { fold($0) } ?? odd
  }

  /// The letters of `доб`, the Russian mark of an extension, as `dob`; no other Cyrillic is read.
  private static func cyrillic(_ value: UInt32) -> UInt8? {
    switch value {
    case 0x0434, 0x0414: UInt8(ascii: "d")
    case 0x043E, 0x041E: UInt8(ascii: "o")
    case 0x0431, 0x0411: UInt8(ascii: "b")
    default: nil
    }
  }
}

extension UInt8 {
  /// Whether this is a digit in ASCII.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether this is a small letter in ASCII.
  var isLetter: Bool { (0x61...0x7A).contains(self) }
}
