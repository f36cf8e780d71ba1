import FenceDiagnostics

extension Lexer {
  /// A word or a code: letters, digits, `_`, and `-` between two letters.
  mutating func word() -> (Token.Kind, flawed: Bool) {
    if let length = codeLength() {
      offset += length
      return (.code, false)
    }
    let start = offset
    var strange: [(scalar: Unicode.Scalar, range: SourceRange)] = []
    while let next = byte(0) {
      if isLetter(next) || isDigit(next) {
        offset += 1
      } else if next == UInt8(ascii: "-"), offset > start, isAsciiLetter(bytes[offset - 1]),
        isAsciiLetter(byte(1))
      {
        offset += 1
      } else if next >= 0x80, let (scalar, length) = peekScalar(), scalar.properties.isAlphabetic {
        strange.append((scalar, SourceRange(offset, offset + length)))
        offset += length
      } else {
        break
      }
    }
    if !strange.isEmpty { reportLetters(strange, start) }
    return (.word, false)
  }

  private func isAsciiLetter(_ byte: UInt8?) -> Bool {
    isLetter(byte) && byte != UInt8(ascii: "_")
  }

  /// The length of a code, `US` or `US-FL`, that begins here and is not the beginning of a longer word.
  private func codeLength() -> Int? {
    func isCapital(_ byte: UInt8?) -> Bool { byte.map { (65...90).contains($0) } ?? false }
    func goesOn(_ byte: UInt8?) -> Bool {
      isLetter(byte) || isDigit(byte) || (byte ?? 0) >= 0x80
    }
    guard isCapital(byte(0)), isCapital(byte(1)) else { return nil }
    if byte(2) == UInt8(ascii: "-") {
      var length = 3
      while isCapital(byte(length)) || isDigit(byte(length)) { length += 1 }
      if (4...6).contains(length), !goesOn(byte(length)),
        !(byte(length) == UInt8(ascii: "-") && isAsciiLetter(byte(length + 1)))
      {
        return length
      }
      return isAsciiLetter(byte(3)) ? nil : 2
    }
    return goesOn(byte(2)) ? nil : 2
  }

  /// What is neither ASCII nor white space, outside texts and comments.
  mutating func foreign() -> (Token.Kind, flawed: Bool) {
    let start = offset
    guard let (scalar, length) = peekScalar() else {
      checkedScalar()
      return (.unknown, true)
    }
    if scalar.properties.isAlphabetic { return word() }
    offset += length
    switch scalar.value {
    case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB:
      curlyText(start)
      return (.string, true)
    case 0x2012...0x2015, 0x2212:
      reportSubstitute("-", start)
    case 0x2264: reportSubstitute("at most", start)
    case 0x2265: reportSubstitute("at least", start)
    case 0x2260: reportSubstitute("is not", start)
    default:
      if isDirectionControl(scalar) {
        reportDirectionControl(start)
      } else {
        report(.strayCharacter, "`\(text(from: start))` has no meaning here", from: start)
      }
    }
    return (.unknown, true)
  }

  /// A text between typographic quotation marks: taken to its end, so that one mistake stays one.
  private mutating func curlyText(_ start: Int) {
    let opening = SourceRange(start, offset)
    var closing: SourceRange?
    while closing == nil, let next = byte(0), next != 0x0A, next != 0x0D {
      let at = offset
      guard next >= 0x80 else {
        offset += 1
        if next == UInt8(ascii: "\"") { closing = SourceRange(at, offset) }
        continue
      }
      guard let (scalar, length) = peekScalar() else {
        checkedScalar()
        continue
      }
      offset += length
      if [0x201C, 0x201D, 0xAB, 0xBB].contains(scalar.value) { closing = SourceRange(at, offset) }
    }
    let edits = ([opening] + (closing.map { [$0] } ?? [])).map { Diagnostic.Edit($0, "\"") }
    report(
      .strayCharacter, "typographic quotation marks do not begin a text", from: start,
      label: "write `\"`", fix: Diagnostic.Fix(title: "write `\"`", edits: edits))
  }

  private mutating func reportSubstitute(_ written: String, _ start: Int) {
    report(
      .strayCharacter, "`\(text(from: start))` has no meaning here", from: start,
      label: "write `\(written)`",
      fix: Diagnostic.Fix(
        title: "write `\(written)`",
        edits: [Diagnostic.Edit(SourceRange(start, offset), written)]))
  }

  /// Passes over white space that is not ASCII, and says so; false if there is none here.
  mutating func skipForeignSpace() -> Bool {
    let start = offset
    guard let (scalar, length) = peekScalar(),
      scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
    else { return false }
    offset += length
    report(
      .strayCharacter, "this blank is not a plain one", from: start,
      label: "U+\(String(scalar.value, radix: 16, uppercase: true))",
      fix: Diagnostic.Fix(
        title: "write a plain blank",
        edits: [Diagnostic.Edit(SourceRange(start, offset), " ")]))
    return true
  }

  private mutating func reportLetters(
    _ strange: [(scalar: Unicode.Scalar, range: SourceRange)], _ start: Int
  ) {
    let end = offset
    defer { offset = end }
    let lookalikes = strange.filter { latinLookalikes[$0.scalar] != nil }
    if let first = lookalikes.first {
      offset = first.range.upper
      let latin = latinLookalikes[first.scalar].map(String.init) ?? ""
      let edits = lookalikes.map { letter in
        Diagnostic.Edit(letter.range, latinLookalikes[letter.scalar].map(String.init) ?? "")
      }
      report(
        .lookalikeLetter,
        "a letter of another alphabet looks like `\(latin)` in `\(source.text(in: SourceRange(start, end)))`",
        from: first.range.lower,
        label: "U+\(padded(first.scalar)), not the Latin letter `\(latin)`",
        fix: Diagnostic.Fix(title: "write Latin letters", edits: edits))
    } else if let first = strange.first {
      offset = first.range.upper
      report(
        .foreignLetter, "`\(String(first.scalar))` may not stand in a name",
        from: first.range.lower,
        help: "names are made of the letters a to z, digits and `_`; titles may hold any letter")
    }
  }

  private func padded(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
