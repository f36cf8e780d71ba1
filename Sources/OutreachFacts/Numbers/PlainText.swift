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
    guard let base = text.assumingMemoryBound(to: UInt8.self).baseAddress else { return 0 }
    var count = 0
    var index = 0
    var script: UInt32 = 0
    while index < text.count {
      let folded: UInt8?
      (folded, index) = fold(base, index, text.count, &script)
      guard let folded else { continue }
      room[count] = folded
      count += 1
    }
    return count
  }

  /// Folds the character that begins at an index before `length`; nil for a mark that is not seen.
  ///
  /// `script` is the zero of the digits that the text has been written with, which the next ones mostly are.
  static func fold(
    _ text: UnsafePointer<UInt8>, _ index: Int, _ length: Int, _ script: inout UInt32
  ) -> (UInt8?, next: Int) {
    let byte = text[index]
    if byte < 0x80 { return (ascii.utf8Start[Int(byte)], index &+ 1) }
    let (value, width) = scalar(text, index, length)
    return (value == 0 ? odd : fold(value, &script), index &+ width)
  }

  /// What each character of ASCII is folded to; tabs stay.
  private static let ascii: StaticString = """
    !!!!!!!!!\t\n!!\n!!!!!!!!!!!!!!!!!! !"#$%&'()*+,-./0123456789:;<=>?\
    @abcdefghijklmnopqrstuvwxyz(\\)^_`abcdefghijklmnopqrstuvwxyz{|}~!
    """

  /// The scalar that begins at a byte beyond ASCII, 0 if none does, and how many bytes it takes.
  private static func scalar(
    _ text: UnsafePointer<UInt8>, _ index: Int, _ length: Int
  ) -> (UInt32, Int) {
    let first = UInt32(text[index])
    // Bytes that only follow others, and those that would begin something longer than need be (Unicode, table 3-7).
    guard first >= 0xC2, first <= 0xF4, index &+ 1 < length else { return (0, 1) }
    let second = UInt32(text[index &+ 1]) ^ 0x80
    guard second < 0x40 else { return (0, 1) }
    if first < 0xE0 { return ((first & 0x1F) &<< 6 | second, 2) }
    guard index &+ 2 < length else { return (0, 1) }
    let third = UInt32(text[index &+ 2]) ^ 0x80
    guard third < 0x40 else { return (0, 1) }
    if first < 0xF0 {
      let value = (first & 0x0F) &<< 12 | second &<< 6 | third
      // Halves of pairs are no characters.
      return value >= 0x800 && value &>> 11 != 0x1B ? (value, 3) : (0, 1)
    }
    guard index &+ 3 < length else { return (0, 1) }
    let fourth = UInt32(text[index &+ 3]) ^ 0x80
    guard fourth < 0x40 else { return (0, 1) }
    let value = (first & 0x07) &<< 18 | second &<< 12 | third &<< 6 | fourth
    return value >= 0x10000 && value < 0x110000 ? (value, 4) : (0, 1)
  }

  /// One character beyond ASCII; nil for marks that are not seen.
  private static func fold(_ value: UInt32, _ script: inout UInt32) -> UInt8? {
    if script != 0, value &- script < 10 {
      return UInt8(truncatingIfNeeded: value &- script) &+ 0x30
    }
    return switch value {
    case 0x2028, 0x2029: 0x0A
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: 0x20
    case 0xFF01...0xFF5E: ascii.utf8Start[Int(value - 0xFF01 + 0x21)]
    case 0x2010...0x2015, 0x2212, 0x30FC: UInt8(ascii: "-")
    case 0x2024, 0xB7, 0x3002: UInt8(ascii: ".")
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD: nil
    default: digit(value, &script) ?? cyrillic(value) ?? odd
    }
  }

  /// The zeros of the scripts beyond ASCII, ascending: nine more digits follow each (Unicode 17, general category Nd).
  private static let zeros: [UInt32] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0,
    0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50,
    0x11DA0, 0x11DE0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE,
    0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
  ]

  private static func digit(_ value: UInt32, _ script: inout UInt32) -> UInt8? {
    var (low, high) = (0, zeros.count)
    while low < high {
      let middle = (low + high) / 2
      if zeros[middle] <= value { low = middle + 1 } else { high = middle }
    }
    guard low > 0, value - zeros[low - 1] < 10 else { return nil }
    script = zeros[low - 1]
    return UInt8(0x30 + value - script)
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
  /// Whether this is a blank, a tab or the end of a line.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A }

  /// Whether this is a digit in ASCII.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether this is a small letter in ASCII.
  var isLetter: Bool { (0x61...0x7A).contains(self) }
}
