import FenceDiagnostics
import Outreach

extension Lexer {
  /// What begins with a digit: a number, percentage, date, instant or time.
  mutating func numeric() -> (Token.Kind, flawed: Bool) {
    let start = offset
    takeDigits()
    let digits = offset - start
    if digits == 4, byte(0) == UInt8(ascii: "-"), isDigit(byte(1)) { return dateOrInstant(start) }
    if digits <= 2, byte(0) == UInt8(ascii: ":"), isDigit(byte(1)) { return time(start) }
    if byte(0) == UInt8(ascii: "."), isDigit(byte(1)) {
      offset += 1
      takeDigits()
    }
    // A whole number of up to twelve digits needs no second look.
    let isShort = offset - start == digits && digits <= 12
    let flawed = !isShort && Quantity(text(from: start)) == nil
    if flawed {
      report(
        .badNumber, "`\(text(from: start))` is too long for a number", from: start,
        help: "numbers have up to six decimals and twelve digits before them")
    }
    if byte(0) == UInt8(ascii: "%") {
      offset += 1
      return (.percent, flawed)
    }
    return (.number, reportIfGlued(start) || flawed)
  }

  private mutating func takeDigits() {
    while isDigit(byte(0)) { offset += 1 }
  }

  private mutating func takeRun(_ mark: Unicode.Scalar) {
    let extra = UInt8(ascii: mark)
    while isDigit(byte(0)) || byte(0) == extra && isDigit(byte(1)) {
      offset += 1
    }
  }

  private mutating func dateOrInstant(_ start: Int) -> (Token.Kind, flawed: Bool) {
    takeRun("-")
    let end = offset
    let isDate = CivilDate(iso: bytes.span.extracting(start..<end)) != nil
    guard byte(0) == UInt8(ascii: "T"), isDigit(byte(1)) else {
      if !isDate { reportDate(text(from: start), start) }
      return (.date, reportIfGlued(start) || !isDate)
    }
    offset += 1
    takeRun(":")
    if byte(0) == UInt8(ascii: "."), isDigit(byte(1)) {
      offset += 1
      takeDigits()
    }
    let hasOffset = takeOffset()
    if !isDate {
      reportDate(source.text(in: SourceRange(start, end)), start)
      return (.instant, true)
    }
    if !hasOffset {
      report(
        .badInstant, "`\(text(from: start))` does not say in which zone", from: start,
        help: "end it with `Z` or with the distance from UTC, such as `-05:00`")
      return (.instant, true)
    }
    let written = bytes.span.extracting(start..<offset)
    if Instant(rfc3339: written, secondsMayBeMissing: true) == nil {
      report(
        .badInstant, "`\(text(from: start))` is no point in time", from: start,
        help: "instants are written like `2026-03-02T20:30-05:00`")
      return (.instant, true)
    }
    return (.instant, reportIfGlued(start))
  }

  private mutating func takeOffset() -> Bool {
    if byte(0) == UInt8(ascii: "Z") {
      offset += 1
      return true
    }
    guard byte(0) == UInt8(ascii: "+") || byte(0) == UInt8(ascii: "-"), isDigit(byte(1)) else {
      return false
    }
    offset += 1
    takeRun(":")
    return true
  }

  private mutating func reportDate(_ written: String, _ start: Int) {
    report(
      .badDate, "`\(written)` is no day of the calendar", from: start,
      help: "dates are written year-month-day, with two digits each: `2026-03-02`")
  }

  private mutating func time(_ start: Int) -> (Token.Kind, flawed: Bool) {
    takeRun(":")
    guard TimeOfDay(iso: bytes.span.extracting(start..<offset)) == nil else {
      return (.time, reportIfGlued(start))
    }
    let written = text(from: start)
    let padded = "0" + written
    let fix = TimeOfDay(iso: padded).map { _ in
      Diagnostic.Fix(
        title: "write `\(padded)`",
        edits: [Diagnostic.Edit(SourceRange(start, offset), padded)])
    }
    report(
      .badTime, "`\(written)` is no time of day", from: start,
      help: "times are written with two digits each, from `00:00` to `24:00`", fix: fix)
    return (.time, true)
  }

  /// Reports a word that begins where a value ends, as in `30days`.
  ///
  /// - Parameter start: where the value begins.
  /// - Returns: whether both were taken as one token, because the word can stand for nothing alone.
  private mutating func reportIfGlued(_ start: Int) -> Bool {
    guard isLetter(byte(0)) else { return false }
    let end = offset
    let value = text(from: start)
    while isLetter(byte(0)) || isDigit(byte(0)) { offset += 1 }
    let rest = source.text(in: SourceRange(end, offset))
    let isWord = Keyword(rawValue: rest) != nil
    let fix = Diagnostic.Fix(
      title: "write `\(value) \(rest)`", edits: [Diagnostic.Edit(SourceRange(end, end), " ")])
    report(
      .gluedNumber, "`\(value)` and `\(rest)` run into each other", from: start,
      help: isWord
        ? "between a number and a word stands a blank"
        : "no name begins with a digit: write a text in double quotes, or another name",
      fix: isWord ? fix : nil)
    if isWord { offset = end }
    return !isWord
  }
}
