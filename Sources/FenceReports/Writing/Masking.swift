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

  /// Adds a number as `number` shows it if it is canonical (`+` and digits in ASCII); false for any other text.
  func append(number: UnsafeBufferPointer<UInt8>, to bytes: ByteSink) -> Bool {
    guard number.count > 3, number[0] == UInt8(ascii: "+") else { return false }
    guard number.dropFirst().allSatisfy({ $0 &- 0x30 <= 9 }) else { return false }
    append(canonical: number, to: bytes)
    return true
  }

  /// Adds a canonical number as `number` shows it.
  ///
  /// Lists hold millions of them.
  func append(canonical number: UnsafeBufferPointer<UInt8>, to bytes: ByteSink) {
    let count = number.count
    guard !reveals, let base = UnsafeRawPointer(number.baseAddress), count > 3 else {
      return bytes.append(number)
    }
    let shown = Masking.shownDigits(
      first: number[1] &- 0x30, second: number[2] &- 0x30, of: count - 1)
    let hidden = max(0, count - 3 - shown)
    bytes.write(atMost: count * 3 + Masking.bulletBytes) { text in
      let text = UnsafeMutableRawPointer(text)
      if count >= 8 {
        // No country and area have more digits.
        text.storeBytes(of: base.loadUnaligned(as: UInt64.self), as: UInt64.self)
      } else {
        text.copyMemory(from: base, byteCount: shown + 1)
      }
      var end = text + shown + 1
      for start in stride(from: 0, to: hidden * 3, by: Masking.bulletBytes) {
        Masking.putBullets(end + start)
      }
      end += hidden * 3
      end.storeBytes(
        of: base.loadUnaligned(fromByteOffset: count - 2, as: UInt16.self), as: UInt16.self)
      return end + 2 - text
    }
  }

  /// How many bytes `putBullets` writes: sixteen bullets.
  private static let bulletBytes = 48

  /// Writes bullets: U+2022 has the bytes E2, 80 and A2 in UTF-8, and three words of eight bytes hold eight of them.
  @inline(__always) private static func putBullets(_ text: UnsafeMutableRawPointer) {
    for start in 0..<2 {
      let text = text + start * 24
      text.storeBytes(of: UInt64(0x80E2_A280_E2A2_80E2).littleEndian, as: UInt64.self)
      text.storeBytes(
        of: UInt64(0xE2A2_80E2_A280_E2A2).littleEndian, toByteOffset: 8, as: UInt64.self)
      text.storeBytes(
        of: UInt64(0xA280_E2A2_80E2_A280).littleEndian, toByteOffset: 16, as: UInt64.self)
    }
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
