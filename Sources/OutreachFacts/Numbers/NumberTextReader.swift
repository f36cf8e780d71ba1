import Outreach

/// Takes the folded text of a number apart: address, damage, extension, digits.
struct NumberTextReader {
  /// What is left to read, in the bytes of `PlainText`.
  private var text: UnsafeBufferPointer<UInt8>

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  mutating func read(into number: inout NumberText) {
    trim()
    if text.first == UInt8(ascii: "'") { text = part(1..<text.count) }
    trim()
    guard !text.isEmpty else { return number.refuse(.empty) }
    if starts(with: "tel:") {
      readParameters(into: &number)
    } else if text.dropFirst().contains(where: { !$0.isDigit }) {
      refuseDamage(&number)
      takeExtension(into: &number)
    }
    guard number.problem == .none else { return }
    readDigits(into: &number)
  }

  // MARK: digits

  private func readDigits(into number: inout NumberText) {
    var vanity = Vanity()
    let before = number.digits.count
    var isParted = false
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isParted, byte == 0x30 { number.zeros |= 1 << UInt32(number.digits.count) }
        isParted = false
        number.digits.append(byte - UInt8(ascii: "0"))
        vanity.digit()
      case UInt8(ascii: "+"):
        guard number.digits.count == before, !number.isInternational || before > 0 else {
          return number.refuse(.severalNumbers)
        }
        number.isInternational = true
      case 0x20, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ")"): isParted = true
      case UInt8(ascii: "("), 0x09:
        isParted = true
        number.breaks |= 1 << UInt32(number.digits.count)
      case UInt8(ascii: "~") where number.digits.count <= 2:
        // `8~10`: wait for the tone.
        continue
      case UInt8(ascii: "/"):
        // Behind an area code; `030 123456/57` and `555 0142/555 0143` are two numbers.
        let rest = text[index...].reduce(0) { $0 + ($1.isDigit ? 1 : 0) }
        guard number.digits.count < (number.isInternational ? 9 : 7), rest >= 3 else {
          return number.refuse(.severalNumbers)
        }
        isParted = true
        number.breaks |= 1 << UInt32(number.digits.count)
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x0A, UInt8(ascii: "&"):
        return number.refuse(text.contains(where: \.isDigit) ? .severalNumbers : .noNumber)
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard vanity.letter(byte) else { return number.refuse(oddity) }
        number.digits.append(Vanity.digit(of: byte))
      default: return number.refuse(oddity)
      }
    }
    guard number.digits.count > before else { return number.refuse(.noDigits) }
    if vanity.letters > 0 {
      guard vanity.isWhole, !joinsNumbers else { return number.refuse(oddity) }
      number.hasLetters = true
    }
    if number.digits.count > NumberText.mostDigits { number.refuse(.tooManyDigits) }
  }

  /// What is wrong with a text that has signs or letters where digits belong.
  private var oddity: NumberProblem {
    guard text.contains(where: \.isDigit) else { return .noNumber }
    if joinsNumbers { return .severalNumbers }
    return text.contains(where: \.isLetter) ? .letters : .signs
  }

  /// Whether a word stands between two numbers.
  private var joinsNumbers: Bool {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end].isLetter { end += 1 }
      if end > start,
        ["or", "and", "und", "et", "y", "ou", "oder"].contains(where: { equals(start..<end, $0) })
      {
        return true
      }
      start = end + 1
    }
    return false
  }

  // MARK: damage

  /// Refuses what a spreadsheet has made of a number, and forms filled in with placeholders.
  private func refuseDamage(_ number: inout NumberText) {
    let mantissa = text.prefix {
      $0.isDigit || $0 == 0x2E || $0 == 0x2C || $0 == 0x2B || $0 == 0x20
    }
    let exponent = text.dropFirst(mantissa.count)
    if !mantissa.isEmpty, exponent.first == UInt8(ascii: "e"), exponent.contains(where: \.isDigit),
      exponent.dropFirst().allSatisfy({ $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x20 })
    {
      number.refuse(.rounded)
    }
    let whole = text.prefix(while: \.isDigit)
    let fraction = text.dropFirst(whole.count)
    if whole.count >= 5, fraction.first == 0x2E, fraction.count > 1,
      fraction.dropFirst().allSatisfy({ $0 == 0x30 })
    {
      number.refuse(.decimal)
    }
    var last: UInt8 = 0
    for byte in text where byte != 0x20 && byte != 0x2D {
      let isMark =
        byte == UInt8(ascii: "x") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
      if byte == UInt8(ascii: "?") || (isMark && byte == last) { number.refuse(.placeholders) }
      last = byte
    }
    if number.problem == .placeholders, !text.contains(where: \.isDigit),
      text.contains(where: \.isLetter),
      text.contains(where: { $0.isLetter && $0 != UInt8(ascii: "x") })
    {
      number.problem = .noNumber
    }
  }

  // MARK: extensions

  private static let marks: [StaticString] = [
    "x", "xt", "xtn", "ext", "extn", "extension", "int", "anexo", "dob",
  ]

  /// Splits `x123`, `ext. 123`, `extension 123`, `#123`, `,,123` off the end.
  private mutating func takeExtension(into number: inout NumberText) {
    var end = text.count
    if end > 1, text[end - 1] == UInt8(ascii: "#"), text[end - 2].isDigit { end -= 1 }
    var start = end
    while start > 0, text[start - 1].isDigit { start -= 1 }
    guard start < end else { return }
    var rest = start
    while rest > 0, [0x09, 0x20, 0x2E, 0x3A, 0x3D].contains(text[rest - 1]) { rest -= 1 }
    var word = rest
    while word > 0, text[word - 1].isLetter { word -= 1 }
    let isX = equals(word..<rest, "x")
    if rest > 0, text[rest - 1] == UInt8(ascii: "#") || text[rest - 1] == UInt8(ascii: "~") {
      rest -= 1
    } else if word < rest, NumberTextReader.marks.contains(where: { equals(word..<rest, $0) }) {
      rest = word
    } else if rest == start, rest > 1, text[rest - 1] == 0x2C, text[rest - 2] == 0x2C {
      rest -= 2
    } else {
      return
    }
    number.hasDoubtfulExtension =
      end - start == 1 && isX && rest > 0 && text[rest - 1].isDigit
    guard end - start <= 8 else { return number.refuse(.severalNumbers) }
    keepExtension(start..<end, in: &number)
    while rest > 0, [0x20, 0x2C, 0x3B].contains(text[rest - 1]) { rest -= 1 }
    text = part(0..<rest)
    if rest == 0 { number.refuse(.noDigits) }
  }

  private func keepExtension(_ range: Range<Int>, in number: inout NumberText) {
    number.extensionValue = 0
    number.extensionLength = 0
    for byte in text[range] where byte.isDigit {
      number.extensionValue = number.extensionValue &* 10 &+ UInt32(byte - 0x30)
      number.extensionLength += 1
    }
  }

  // MARK: addresses

  /// Reads the parameters of a `tel:` address: `;ext=` and a numeric `;phone-context=`.
  private mutating func readParameters(into number: inout NumberText) {
    text = part(4..<text.count)
    let end = text.firstIndex(of: UInt8(ascii: ";")) ?? text.count
    let isGlobal = text.first == UInt8(ascii: "+")
    var start = end + 1
    while start <= text.count, end < text.count {
      let next = text[start...].firstIndex(of: UInt8(ascii: ";")) ?? text.count
      let equal = text[start..<next].firstIndex(of: UInt8(ascii: "=")) ?? next
      let value = text[min(equal + 1, next)..<next]
      let digits = value.reduce(0) { $0 + ($1.isDigit ? 1 : 0) }
      if equals(start..<equal, "ext"), (1...8).contains(digits) {
        keepExtension(value.indices, in: &number)
      } else if equals(start..<equal, "phone-context"), value.first == UInt8(ascii: "+"), digits > 0
      {
        // RFC 3966, section 5.1.5: a global number needs no context.
        if !isGlobal {
          for byte in value where byte.isDigit { number.digits.append(byte - 0x30) }
          number.isInternational = true
        }
      } else {
        return number.refuse(.parameter)
      }
      start = next + 1
    }
    text = part(0..<end)
  }

  // MARK: text

  private mutating func trim() {
    var (start, end) = (0, text.count)
    while end > start, text[end - 1].isBlank { end -= 1 }
    while start < end, text[start].isBlank { start += 1 }
    text = part(start..<end)
  }

  private func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[range])
  }

  private func starts(with word: StaticString) -> Bool {
    text.count >= word.utf8CodeUnitCount && equals(0..<word.utf8CodeUnitCount, word)
  }

  private func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount
      && text[range].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }
}

/// Letters that stand for digits, as on a telephone's keys (ITU-T E.161): `1-800-FLOWERS`.
private struct Vanity {
  private(set) var letters = 0
  private var digits = 0
  private var run = 0
  private var same = 0
  private var last: UInt8 = 0
  private var hasWord = false

  mutating func digit() {
    digits += 1
    run = 0
    last = 0
  }

  /// Takes a letter; false if letters cannot stand here, or stand for digits left open (`NNN`).
  mutating func letter(_ letter: UInt8) -> Bool {
    same = letter == last ? same + 1 : 1
    last = letter
    run += 1
    letters += 1
    if run >= 3 { hasWord = true }
    return digits >= 3 && same < 3
  }

  /// Whether the letters make a word: fewer are slips, such as `O` for `0`.
  var isWhole: Bool { hasWord }

  static func digit(of letter: UInt8) -> UInt8 {
    switch letter {
    case ...UInt8(ascii: "c"): 2
    case ...UInt8(ascii: "f"): 3
    case ...UInt8(ascii: "i"): 4
    case ...UInt8(ascii: "l"): 5
    case ...UInt8(ascii: "o"): 6
    case ...UInt8(ascii: "s"): 7
    case ...UInt8(ascii: "v"): 8
    default: 9
    }
  }
}
