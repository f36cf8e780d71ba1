/// Digits of a text that read as one number, with the separators between them.
struct DigitRun {
  /// Whether they follow a `+`.
  private(set) var hasPlus: Bool
  /// Where they begin, with the `+`.
  private(set) var start: Int
  /// Where the text behind the last digit goes on.
  private(set) var end: Int
  /// How many digits there are.
  private(set) var count = 0
  /// What the first two digits are worth.
  private var first: UInt8 = 0
  private var second: UInt8 = 0

  /// How many digits read as a phone number.
  static let fewestDigits = 7

  private init(hasPlus: Bool, start: Int) {
    (self.hasPlus, self.start, end) = (hasPlus, start, start)
  }

  private mutating func add(_ digit: UInt8, at index: Int) {
    if count == 0 { first = digit }
    if count == 1 { second = digit }
    count += 1
    end = index + 1
  }

  /// All digits of a text that is a number.
  init(all text: UnsafeBufferPointer<some NumberCharacter>) {
    self.init(hasPlus: text.first?.isPlus ?? false, start: 0)
    for (index, character) in text.enumerated() where character.isDigit {
      add(character.digit, at: index)
    }
  }

  /// The next digits that read as a phone number; nil if there are none.
  ///
  /// Seven or more, with at most two separators between them; days such as `2026-03-02` do not read as numbers.
  static func next(
    in text: UnsafeBufferPointer<some NumberCharacter>, from start: Int
  ) -> DigitRun? {
    var index = start
    while index < text.count {
      guard text[index].isDigit || text[index].isPlus else {
        index += 1
        continue
      }
      if let end = endOfDay(text, from: index) {
        index = end
      } else if let run = run(text, from: index) {
        return run
      } else {
        index += 1
      }
    }
    return nil
  }

  /// Whether a digit is hidden, of which so many are before it: the country's, those of an area and the last two are not.
  func hides(_ place: Int) -> Bool { place >= shown && place < count - 2 }

  /// How many digits at its beginning are shown.
  var shown: Int {
    hasPlus && count > 1 ? DigitRun.shown(first: first, second: second, of: count) : 0
  }

  /// How many digits of an international number of so many are shown at its beginning.
  static func shown(first: UInt8, second: UInt8, of count: Int) -> Int {
    var shown = countryCodeLength(first, second)
    // Only the area codes of the North American plan have a fixed length, after which seven digits are left.
    if shown == 1, first == 1, count == 11 { shown += 3 }
    // A short number has nothing but its last two digits to show.
    return shown + 4 > count ? 0 : shown
  }

  /// How many digits the country code at the beginning of an international number has.
  ///
  /// ITU-T E.164, list of assigned country codes: zones 1 and 7 have one digit; these have two; others three.
  private static func countryCodeLength(_ first: UInt8, _ second: UInt8) -> Int {
    if first == 1 || first == 7 { return 1 }
    let code = Int(first) * 10 + Int(second)
    let bits = code < 64 ? isTwoDigits.low : isTwoDigits.high
    return bits >> (code & 63) & 1 == 1 ? 2 : 3
  }

  private static let twoDigitCodes: [UInt8] = [
    20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55,
    56, 57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
  ]

  /// The codes of two digits, a bit each: those below 64, and the others.
  private static let isTwoDigits: (low: UInt64, high: UInt64) = twoDigitCodes.reduce(into: (0, 0)) {
    if $1 < 64 { $0.0 |= 1 << UInt64($1) } else { $0.1 |= 1 << UInt64($1 - 64) }
  }

  private static func run<Character: NumberCharacter>(
    _ text: UnsafeBufferPointer<Character>, from start: Int
  ) -> DigitRun? {
    var run = DigitRun(hasPlus: text[start].isPlus, start: start)
    var index = run.hasPlus ? start + 1 : start
    guard index < text.count, text[index].isDigit || (run.hasPlus && text[index].isOpening)
    else { return nil }
    var separators = 0
    while index < text.count {
      let character = text[index]
      if character.isDigit {
        if separators > 0, endOfDay(text, from: index) != nil { break }
        run.add(character.digit, at: index)
        separators = 0
      } else if character.isSeparator, separators < 2 {
        separators += 1
      } else {
        break
      }
      index += 1
    }
    return run.count >= fewestDigits ? run : nil
  }

  /// Where a day such as `2026-03-02` ends that begins here; nil if none does.
  private static func endOfDay<Character: NumberCharacter>(
    _ text: UnsafeBufferPointer<Character>, from start: Int
  ) -> Int? {
    let end = start + 10
    guard end <= text.count else { return nil }
    for offset in 0..<10 {
      let character = text[start + offset]
      guard offset == 4 || offset == 7 ? character.isHyphen : character.isDigit else { return nil }
    }
    func twoDigits(_ offset: Int) -> UInt8 {
      text[start + offset].digit * 10 + text[start + offset + 1].digit
    }
    guard (19...21).contains(twoDigits(0)), (1...12).contains(twoDigits(5)),
      (1...31).contains(twoDigits(8))
    else { return nil }
    if end < text.count, text[end].isDigit || text[end].isHyphen { return nil }
    if start > 0, text[start - 1].isDigit { return nil }
    return end
  }
}

/// What numbers are written with: bytes of ASCII, or scalars of any script.
protocol NumberCharacter {
  var isDigit: Bool { get }
  /// What a digit is worth.
  var digit: UInt8 { get }
  var isPlus: Bool { get }
  var isHyphen: Bool { get }
  var isOpening: Bool { get }
  /// Whether it may stand between the digits of a number.
  var isSeparator: Bool { get }
}

extension UInt8: NumberCharacter {
  var isDigit: Bool { self &- 0x30 < 10 }
  var digit: UInt8 { self &- 0x30 }
  var isPlus: Bool { self == UInt8(ascii: "+") }
  var isHyphen: Bool { self == UInt8(ascii: "-") }
  var isOpening: Bool { self == UInt8(ascii: "(") }
  var isSeparator: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}

extension Unicode.Scalar: NumberCharacter {
  var isDigit: Bool {
    isASCII ? UInt8(truncatingIfNeeded: value).isDigit : properties.numericType == .decimal
  }
  var digit: UInt8 {
    isASCII ? UInt8(truncatingIfNeeded: value).digit : UInt8(properties.numericValue ?? 0)
  }
  var isPlus: Bool { self == "+" || self == "\u{FF0B}" }
  var isHyphen: Bool { self == "-" }
  var isOpening: Bool { self == "(" }
  var isSeparator: Bool {
    switch self {
    case "\u{A0}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{202F}": true
    default: isASCII && UInt8(truncatingIfNeeded: value).isSeparator
    }
  }
}
