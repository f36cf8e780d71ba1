/// A day of the proleptic Gregorian calendar, without a place.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let dayNumber: Int

  /// The first supported day, 0001-01-01.
  public static let earliest = CivilDate(dayNumber: -719_162)

  /// The last supported day, 9999-12-31.
  public static let latest = CivilDate(dayNumber: 2_932_896)

  /// Makes a day from days since 1970-01-01; values outside years 1 to 9999 are moved to the nearest end.
  public init(dayNumber: Int) {
    self.dayNumber = min(max(dayNumber, -719_162), 2_932_896)
  }

  /// Makes a day, or nil if there is none such (13th month, 30 February, years outside 1 to 9999).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.daysInMonth(year: year, month: month)).contains(day)
    else { return nil }
    dayNumber = CivilDate.dayNumber(year: year, month: month, day: day)
  }

  /// Year, month and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": civil_from_days.
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year, 1 to 9999.
  public var year: Int { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week.
  public var weekday: Weekday {
    let index = (dayNumber % 7 + 10) % 7  // 1970-01-01 was a Thursday, index 3 from Monday.
    return Weekday(rawValue: index + 1) ?? .monday
  }

  /// The day so many days later (earlier if negative).
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    guard overflow else { return CivilDate(dayNumber: sum) }
    return days < 0 ? .earliest : .latest
  }

  /// The same day of the month so many months later; a day that the month lacks becomes its last day.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = components
    let bounded = min(max(months, -120_000), 120_000)
    let index = year * 12 + (month - 1) + bounded
    guard index >= 12 else { return .earliest }
    guard index < 120_000 else { return .latest }
    let targetYear = index / 12
    let targetMonth = index % 12 + 1
    let last = CivilDate.daysInMonth(year: targetYear, month: targetMonth)
    return CivilDate(year: targetYear, month: targetMonth, day: min(day, last)) ?? .latest
  }

  /// Orders by time.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The number of days of a month (1 to 12) of the Gregorian calendar.
  public static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the Gregorian year has a 29 February.
  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    // Howard Hinnant: days_from_civil.
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CivilDate: CustomStringConvertible {
  /// The day as `2026-03-02` (ISO 8601).
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension CivilDate {
  /// Reads a day as `2026-03-02` (ISO 8601); nil for anything else.
  public init?(iso bytes: Span<UInt8>) {
    guard bytes.count == 10, let year = bytes.digits(at: 0, 4), let month = bytes.digits(at: 5, 2),
      let day = bytes.digits(at: 8, 2), bytes.has(UInt8(ascii: "-"), at: 4),
      bytes.has(UInt8(ascii: "-"), at: 7)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads a day as `2026-03-02` (ISO 8601); nil for anything else.
  public init?(iso text: String) { self.init(iso: text.utf8Span.span) }
}

/// A day of the week, Monday first (ISO 8601).
public enum Weekday: Int, CaseIterable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}
