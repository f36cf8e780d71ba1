import Outreach

/// Reads a day or a time as exports write them.
///
/// RFC 3339 and ISO 8601 days are always read; other forms have three parts of the date in the order that the mapping
/// names, the year with four digits, the month in digits or in English, and perhaps a time of day.
struct CellDate {
  private enum Token: Equatable {
    case number(value: Int, digits: Int)
    case word(String)
    case mark(UInt8)
  }

  private var tokens: [Token] = []
  private var index = 0
  private let reading: ContactMapping.DateReading
  private let zones: (any ZoneSource)?

  /// Why a text is no day or time.
  struct Refusal: Error {
    /// What is wrong and what to do.
    var reason: String
  }

  /// Reads a text.
  ///
  /// - Returns: an instant, or a day where no time is written; a local time that the clock shows twice or never is
  ///   kept as its day.
  static func read(
    _ text: String, _ reading: ContactMapping.DateReading, zones: (any ZoneSource)?
  ) throws(Refusal) -> FactTree.Content {
    if let date = CivilDate(iso: text) { return .date(date) }
    if let instant = Instant(rfc3339: text) { return .instant(instant) }
    var date = CellDate(text, reading, zones)
    return try date.read()
  }

  private init(
    _ text: String, _ reading: ContactMapping.DateReading, _ zones: (any ZoneSource)?
  ) {
    self.reading = reading
    self.zones = zones
    var rest = Substring(text).utf8.prefix(64)
    while let byte = rest.first {
      if (0x30...0x39).contains(byte) {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        // No part of a date has more digits; longer ones are refused by their count.
        tokens.append(
          .number(
            value: Int(String(decoding: digits.prefix(9), as: UTF8.self)) ?? 0, digits: digits.count
          ))
        rest = rest.dropFirst(digits.count)
      } else if (0x41...0x5A).contains(byte & 0xDF) {
        let word = rest.prefix { (0x41...0x5A).contains($0 & 0xDF) }
        tokens.append(.word(String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)))
        rest = rest.dropFirst(word.count)
      } else {
        // Narrow and other no-break spaces stand before `PM` in some exports.
        tokens.append(.mark(byte >= 0x80 ? 0x20 : byte))
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func read() throws(Refusal) -> FactTree.Content {
    if case .number(_, let digits)? = tokens.first, tokens.count == 1 {
      throw Refusal(
        reason: digits < 8
          ? "is the number that a spreadsheet keeps for a day; format the column as a date"
          : "is a bare number; export days as dates")
    }
    skipWeekday()
    let date = try date()
    skipMarks([0x20, UInt8(ascii: ",")])
    if case .word("t")? = current { index += 1 }
    if case .word("at")? = current { index += 1 }
    skipMarks([0x20])
    guard current != nil else { return .date(date) }
    let time = try time()
    skipMarks([0x20])
    if let offset = try offset() {
      guard current == nil else { throw unreadable }
      let local = Int64(date.dayNumber) * 86_400_000 + Int64(time.milliseconds)
      return .instant(Instant(milliseconds: local - Int64(offset) * 1000))
    }
    guard current == nil else { throw unreadable }
    guard let name = reading.zone else {
      throw Refusal(
        reason: "has a time of day without its zone; say it in the mapping, as in "
          + "`dates \(reading.order.words) in zone \"Europe/London\"`")
    }
    guard let zone = zones?.history(of: name) else {
      throw Refusal(reason: "is in the zone `\(name)`, which does not exist")
    }
    let instant = zone.instant(date, time, .earlier)
    let isPlain =
      instant == zone.instant(date, time, .later) && zone.local(instant) == (date, time)
    return isPlain ? .instant(instant) : .date(date)
  }

  // MARK: parts

  private var current: Token? { index < tokens.count ? tokens[index] : nil }

  private var unreadable: Refusal { Refusal(reason: "is no day or time that can be read") }

  private mutating func skipMarks(_ marks: [UInt8]) {
    while case .mark(let mark)? = current, marks.contains(mark) { index += 1 }
  }

  private mutating func skipWeekday() {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    guard case .word(let word)? = current, days.contains(String(word.prefix(3))) else { return }
    index += 1
    skipMarks([0x20, UInt8(ascii: ","), UInt8(ascii: ".")])
  }

  private mutating func date() throws(Refusal) -> CivilDate {
    var parts: [(value: Int, digits: Int)] = []
    var month: Int?
    var monthPlace = 0
    let separators: [UInt8] = [0x20, 0x2C, 0x2D, 0x2E, 0x2F]
    while parts.count + (month == nil ? 0 : 1) < 3 {
      switch current {
      case .number(let value, let digits)?: parts.append((value, digits))
      case .word(let word)? where month == nil:
        guard let found = CellDate.month(word) else { throw unreadable }
        month = found
        monthPlace = parts.count
      default: throw unreadable
      }
      index += 1
      if parts.count + (month == nil ? 0 : 1) < 3 { skipMarks(separators) }
    }
    let year: Int
    let day: Int
    if let month {
      // `2 Mar 2026`, `Mar 2, 2026`, `2026 Mar 2`: the year has four digits.
      guard parts[0].digits == 4 || parts[1].digits == 4, parts[0].digits != parts[1].digits,
        monthPlace < 2
      else { throw yearWithoutCentury }
      let yearFirst = parts[0].digits == 4
      (year, day) = (parts[yearFirst ? 0 : 1].value, parts[yearFirst ? 1 : 0].value)
      return try calendar(year, month, day)
    }
    if parts[0].digits == 4 { return try calendar(parts[0].value, parts[1].value, parts[2].value) }
    guard parts[2].digits == 4 else { throw yearWithoutCentury }
    switch reading.order {
    case .dayMonthYear: return try calendar(parts[2].value, parts[1].value, parts[0].value)
    case .monthDayYear: return try calendar(parts[2].value, parts[0].value, parts[1].value)
    case .yearMonthDay:
      throw Refusal(
        reason: "may begin with the day or with the month; say which in the mapping, with "
          + "`dates day month year` or `dates month day year`")
    }
  }

  private var yearWithoutCentury: Refusal {
    Refusal(reason: "has no year of four digits; export dates with the whole year")
  }

  private func calendar(_ year: Int, _ month: Int, _ day: Int) throws(Refusal) -> CivilDate {
    if let date = CivilDate(year: year, month: month, day: day) { return date }
    throw Refusal(
      reason: "is no day of the calendar"
        + (month > 12 && day <= 12 ? "; do the days come before the months, or behind them?" : ""))
  }

  private static func month(_ word: String) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0 == word || word.utf8.count <= 4 && $0.hasPrefix(word) }
      .map { $0 + 1 }
  }

  private mutating func time() throws(Refusal) -> TimeOfDay {
    guard case .number(var hour, let digits)? = current, digits <= 2 else { throw unreadable }
    index += 1
    let hasMinutes = current == .mark(UInt8(ascii: ":"))
    var minute = 0
    var second = 0
    var milliseconds = 0
    if hasMinutes {
      minute = try twoDigits()
      if case .mark(UInt8(ascii: ":"))? = current {
        second = try twoDigits()
        if case .mark(UInt8(ascii: "."))? = current, index + 1 < tokens.count,
          case .number(let value, let digits) = tokens[index + 1], digits <= 9
        {
          milliseconds = CellDate.milliseconds(value, digits)
          index += 2
        }
      }
    }
    let afterDigits = index
    skipMarks([0x20])
    if case .word(let half)? = current, half == "am" || half == "pm" {
      guard (1...12).contains(hour) else { throw unreadable }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
      index += 1
    } else {
      index = afterDigits
      guard hasMinutes else { throw unreadable }
    }
    guard let time = TimeOfDay(hour: hour, minute: minute, second: second) else {
      throw Refusal(reason: "has a time of day that no clock shows")
    }
    return TimeOfDay(clamping: time.milliseconds + milliseconds)
  }

  private mutating func twoDigits() throws(Refusal) -> Int {
    index += 1
    guard case .number(let value, 2)? = current else { throw unreadable }
    index += 1
    return value
  }

  private static func milliseconds(_ value: Int, _ digits: Int) -> Int {
    var scaled = value
    if digits > 3 { for _ in 3..<digits { scaled /= 10 } }
    if digits < 3 { for _ in digits..<3 { scaled *= 10 } }
    return scaled
  }

  /// The offset behind a time, in seconds east of Greenwich; nil if none is written.
  private mutating func offset() throws(Refusal) -> Int? {
    switch current {
    case .word("z")?, .word("utc")?, .word("gmt")?:
      index += 1
      if case .mark(let sign)? = current, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        return try offset()
      }
      return 0
    case .mark(let sign)? where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"):
      index += 1
      guard case .number(let value, let digits)? = current else { throw unreadable }
      index += 1
      var (hours, minutes) = (value, 0)
      if digits == 4 {
        (hours, minutes) = (value / 100, value % 100)
      } else if digits == 2, case .mark(UInt8(ascii: ":"))? = current {
        minutes = try twoDigits()
      } else if digits > 2 {
        throw unreadable
      }
      guard hours < 24, minutes < 60 else { throw unreadable }
      let size = hours * 3600 + minutes * 60
      return sign == UInt8(ascii: "-") ? -size : size
    default: return nil
    }
  }
}

extension ContactMapping.DateReading.Order {
  /// The order as a mapping writes it.
  var words: String {
    switch self {
    case .dayMonthYear: "day month year"
    case .monthDayYear: "month day year"
    case .yearMonthDay: "year month day"
    }
  }
}
