import Outreach

/// The values that dates, times, instants and texts stand for; nil for what stands for none.
enum LiteralReading {
  /// Reads `2026-03-02`.
  static func date(_ text: some StringProtocol) -> CivilDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], let year = number(parts[0]),
      let month = number(parts[1]), let day = number(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Reads `08:00` or `08:00:30`.
  static func time(_ text: some StringProtocol) -> TimeOfDay? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }) else {
      return nil
    }
    let numbers = parts.compactMap { number($0) }
    guard numbers.count == parts.count else { return nil }
    return TimeOfDay(
      hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
  }

  /// Reads `2026-03-02T20:30-05:00`; seconds and fractions may be left out, digits below the
  /// millisecond are cut off, and second 60 is the next minute's 0.
  static func instant(_ text: some StringProtocol) -> Instant? {
    guard let letter = text.firstIndex(of: "T"), let day = date(text[..<letter]) else { return nil }
    let rest = text[text.index(after: letter)...]
    guard let zone = rest.lastIndex(where: { "Z+-".contains($0) }),
      let offset = offsetMinutes(rest[zone...])
    else { return nil }
    let clock = rest[..<zone].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let reading = clock.first, let milliseconds = timeInInstant(String(reading)) else {
      return nil
    }
    var fraction = 0
    if clock.count == 2 {
      guard reading.utf8.count == 8, let digits = number((clock[1] + "00").prefix(3)),
        clock[1].utf8.allSatisfy({ (48...57).contains($0) }), !clock[1].isEmpty
      else { return nil }
      fraction = digits
    }
    return Instant(
      milliseconds: Int64(day.dayNumber) * 86_400_000 + Int64(milliseconds + fraction)
        - Int64(offset) * 60_000)
  }

  private static func timeInInstant(_ text: String) -> Int? {
    if let time = time(text) { return time == .endOfDay ? nil : time.milliseconds }
    guard text.hasSuffix(":60"), let time = time(text.dropLast(3)) else { return nil }
    return time.milliseconds + 60_000
  }

  private static func offsetMinutes(_ text: some StringProtocol) -> Int? {
    if text == "Z" { return 0 }
    guard let sign = text.first, let distance = time(text.dropFirst()), text.utf8.count == 6,
      distance != .endOfDay
    else { return nil }
    let minutes = distance.milliseconds / 60_000
    return sign == "-" ? -minutes : minutes
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  /// The text between the quotation marks of a token, escapes resolved.
  static func string(_ token: String) -> String {
    var result = ""
    var characters = token.unicodeScalars.dropFirst().makeIterator()
    while let scalar = characters.next() {
      if scalar == "\"" { break }
      guard scalar == "\\" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch characters.next() {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case .some(let other): result.unicodeScalars.append(other)
      case nil: break
      }
    }
    return result
  }
}
