/// Hides phone numbers in what people and logs get to see; widths stay, so that tables and frames stay aligned.
public struct Masking: Hashable, Sendable {
  /// Whether numbers are shown whole.
  public var reveals: Bool

  /// Whether only numbers that begin with `+` are hidden: in policies, sections of law read as other numbers.
  var hidesOnlyInternational = false

  /// Makes a mask, or none.
  public init(reveals: Bool = false) { self.reveals = reveals }

  /// The mask for a file: in policies `501.059(10)` is a section of law.
  public func inFile(_ name: String) -> Masking {
    var masking = self
    masking.hidesOnlyInternational = name.hasSuffix(".fence")
    return masking
  }

  /// A text in which everything that reads as a phone number is masked.
  ///
  /// Seven digits or more, with at most two separators between them, read as a number; days
  /// (`2026-03-02`) do not. Country code, area code where there is one, and the last two digits stay.
  public func text(_ text: String) -> String {
    guard !reveals, text.utf8.count >= Masking.fewestDigits else { return text }
    var scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if let end = Masking.endOfDay(scalars, from: index) {
        index = end
      } else if let run = Masking.run(scalars, from: index) {
        if run.hasPlus || !hidesOnlyInternational { Masking.mask(&scalars, run) }
        index = run.end
      } else {
        index += 1
      }
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// A number of which only country code, area code and the last two digits are shown: `+1305•••••42`.
  public func number(_ number: String) -> String {
    guard !reveals else { return number }
    if let plain = Masking.plain(number) { return plain }
    var scalars = Array(number.unicodeScalars)
    let digits = scalars.indices.filter { Masking.isDigit(scalars[$0]) }
    guard let last = digits.last else { return number }
    Masking.mask(&scalars, Run(hasPlus: scalars.first == "+", digits: digits, end: last + 1))
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }

  /// How many digits the country code at the beginning of an international number has.
  ///
  /// ITU-T E.164, list of assigned country codes: zones 1 and 7 have one digit; these have two; others three.
  static func countryCodeLength(_ digits: [UInt8]) -> Int {
    guard let first = digits.first else { return 0 }
    return digits.count > 1 ? countryCodeLength(first, digits[1]) : 1
  }

  private static let twoDigitCodes: Set<UInt8> = [
    20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55,
    56, 57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
  ]

  private static let fewestDigits = 7

  /// Digits that read as one number.
  private struct Run {
    var hasPlus: Bool
    var digits: [Int]
    var end: Int
  }

  /// Adds a canonical number (`+` and digits in ASCII) as `number` shows it; false for any other text.
  ///
  /// Lists hold millions of them.
  func append(number: UnsafeBufferPointer<UInt8>, to bytes: ByteSink) -> Bool {
    guard number.count > 3, number[0] == UInt8(ascii: "+") else { return false }
    let digits = number.count - 1
    var isOdd = false
    for at in 1...digits { isOdd = isOdd || number[at] &- 0x30 > 9 }
    guard !isOdd else { return false }
    guard !reveals else {
      bytes.append(number)
      return true
    }
    let shown = Masking.shownDigits(first: number[1] &- 0x30, second: number[2] &- 0x30, of: digits)
    let hidden = max(0, digits - shown - 2)
    bytes.write(atMost: number.count * 3) { text in
      for at in 0...shown { text[at] = number[at] }
      var next = text + shown + 1
      for _ in 0..<hidden {
        // The bullet, U+2022.
        (next[0], next[1], next[2]) = (0xE2, 0x80, 0xA2)
        next += 3
      }
      for at in shown + hidden + 1..<number.count {
        next[0] = number[at]
        next += 1
      }
      return next - text
    }
    return true
  }

  /// A canonical number masked; nil for any other text.
  private static func plain(_ number: String) -> String? {
    var number = number
    return number.withUTF8 { text in
      let bytes = ByteSink(capacity: 64)
      return Masking().append(number: text, to: bytes)
        ? String(decoding: bytes.bytes, as: UTF8.self) : nil
    }
  }

  /// How many digits of an international number of so many are shown at its beginning.
  private static func shownDigits(first: UInt8, second: UInt8, of count: Int) -> Int {
    var shown = countryCodeLength(first, second)
    // Only the area codes of the North American plan have a fixed length, after which seven digits are left.
    if shown == 1, first == 1, count == 11 { shown += 3 }
    // A short number has nothing but its last two digits to show.
    return shown + 4 > count ? 0 : shown
  }

  private static func countryCodeLength(_ first: UInt8, _ second: UInt8) -> Int {
    if first == 1 || first == 7 { return 1 }
    let code = Int(first) * 10 + Int(second)
    let bits = code < 64 ? isTwoDigits.low : isTwoDigits.high
    return bits >> (code & 63) & 1 == 1 ? 2 : 3
  }

  /// The codes of two digits, a bit each: those below 64, and the others.
  private static let isTwoDigits: (low: UInt64, high: UInt64) = twoDigitCodes.reduce(into: (0, 0)) {
    if $1 < 64 { $0.0 |= 1 << UInt64($1) } else { $0.1 |= 1 << UInt64($1 - 64) }
  }

  /// How many digits at the beginning of a number are shown: those of the country, and of the area where it is known.
  private static func shownDigits(_ values: [UInt8], hasPlus: Bool) -> Int {
    guard hasPlus, values.count > 1 else { return 0 }
    return shownDigits(first: values[0], second: values[1], of: values.count)
  }

  private static func mask(_ scalars: inout [Unicode.Scalar], _ run: Run) {
    let shown = shownDigits(run.digits.map { value(scalars[$0]) }, hasPlus: run.hasPlus)
    for place in run.digits.dropFirst(shown).dropLast(2) { scalars[place] = "•" }
  }

  private static func run(_ scalars: [Unicode.Scalar], from start: Int) -> Run? {
    let hasPlus = scalars[start] == "+" || scalars[start] == "\u{FF0B}"
    var index = hasPlus ? start + 1 : start
    guard index < scalars.count, isDigit(scalars[index]) || (hasPlus && scalars[index] == "(")
    else { return nil }
    var digits: [Int] = []
    var separators = 0
    while index < scalars.count {
      if isDigit(scalars[index]) {
        if separators > 0, endOfDay(scalars, from: index) != nil { break }
        digits.append(index)
        separators = 0
      } else if isSeparator(scalars[index]), separators < 2 {
        separators += 1
      } else {
        break
      }
      index += 1
    }
    guard digits.count >= fewestDigits, let last = digits.last else { return nil }
    return Run(hasPlus: hasPlus, digits: digits, end: last + 1)
  }

  /// Where a day such as `2026-03-02` ends that begins here; nil if none does.
  private static func endOfDay(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    let end = start + 10
    guard end <= scalars.count else { return nil }
    for offset in 0..<10 {
      let scalar = scalars[start + offset]
      guard offset == 4 || offset == 7 ? scalar == "-" : isDigit(scalar) else { return nil }
    }
    let month = value(scalars[start + 5]) * 10 + value(scalars[start + 6])
    let day = value(scalars[start + 8]) * 10 + value(scalars[start + 9])
    let century = value(scalars[start]) * 10 + value(scalars[start + 1])
    guard (19...21).contains(century), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    if end < scalars.count, isDigit(scalars[end]) || scalars[end] == "-" { return nil }
    if start > 0, isDigit(scalars[start - 1]) { return nil }
    return end
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (48...57).contains(scalar.value) }
    return scalar.properties.numericType == .decimal
  }

  private static func value(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar.isASCII ? UInt8(scalar.value - 48) : UInt8(scalar.properties.numericValue ?? 0)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "-", ".", "(", ")", "/", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{202F}":
      true
    default: false
    }
  }
}
