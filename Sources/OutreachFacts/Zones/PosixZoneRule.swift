import Outreach

/// What a clock does in every year after the changes that are spelled out: the `TZ` string of POSIX, as RFC 9636 extends it.
struct PosixZoneRule {
  /// Seconds east of Greenwich outside the period of daylight saving.
  var standard: Int

  /// Daylight saving; nil if there is none.
  var saving: Saving?

  /// The changes of a year.
  struct Saving {
    /// Seconds east of Greenwich while it lasts.
    var offset: Int
    var begins: Change
    var ends: Change
  }

  /// A day of every year and the reading of the clock before the change.
  struct Change {
    var day: Day
    /// Local seconds after midnight, from -167 to 167 hours.
    var time: Int

    /// Local seconds since 1970.
    func localSeconds(in year: Int) -> Int64? {
      day.date(in: year).map { Int64($0.dayNumber) * 86_400 + Int64(time) }
    }
  }

  /// How a day is named.
  enum Day {
    /// `Mm.w.d`: the nth weekday of a month, 5 for the last; weekday 0 is Sunday.
    case weekday(month: Int, week: Int, weekday: Int)
    /// `Jn`: the nth day, 1 to 365, where 29 February is never counted.
    case dayOfCommonYear(Int)
    /// `n`: the nth day, 0 to 365, where it is.
    case dayOfYear(Int)

    /// The date in a year.
    func date(in year: Int) -> CivilDate? {
      switch self {
      case .weekday(let month, let week, let weekday):
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        let lead = (weekday - first.weekday.rawValue % 7 + 7) % 7
        let days = CivilDate.daysInMonth(year: year, month: month)
        var day = lead + 7 * (week - 1)
        while day >= days { day -= 7 }
        return first.adding(days: day)
      case .dayOfCommonYear(let number):
        let isLeap = CivilDate.daysInMonth(year: year, month: 2) == 29
        return CivilDate(year: year, month: 1, day: 1)?
          .adding(days: isLeap && number >= 60 ? number : number - 1)
      case .dayOfYear(let number):
        return CivilDate(year: year, month: 1, day: 1)?.adding(days: number)
      }
    }
  }

  /// Makes a rule.
  init(standard: Int, saving: Saving?) {
    self.standard = standard
    self.saving = saving
  }

  /// Reads a rule; nil if it is none, or names no days for its daylight saving.
  init?(_ text: ArraySlice<UInt8>) {
    var reader = RuleReader(rest: text)
    guard reader.name(), let west = reader.time(limit: 24) else { return nil }
    standard = -west
    if reader.rest.isEmpty { return }
    guard reader.name() else { return nil }
    var offset = standard + 3600
    if reader.rest.first != UInt8(ascii: ",") {
      guard let west = reader.time(limit: 24) else { return nil }
      offset = -west
    }
    guard let begins = reader.change(), let ends = reader.change(), reader.rest.isEmpty else {
      return nil
    }
    saving = Saving(offset: offset, begins: begins, ends: ends)
  }
}

/// Reads the parts of a rule.
private struct RuleReader {
  var rest: ArraySlice<UInt8>

  /// An abbreviation: three letters or more, or anything in angle brackets.
  mutating func name() -> Bool {
    if rest.first == UInt8(ascii: "<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let letters = rest.prefix { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3
  }

  /// `[+-]hh[:mm[:ss]]` in seconds.
  mutating func time(limit hours: Int) -> Int? {
    var sign = 1
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      sign = first == UInt8(ascii: "-") ? -1 : 1
      rest = rest.dropFirst()
    }
    guard let whole = number(), whole <= hours else { return nil }
    var seconds = whole * 3600
    for unit in [60, 1] where rest.first == UInt8(ascii: ":") {
      rest = rest.dropFirst()
      guard let part = number(), part < 60 else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  /// `,day[/time]`.
  mutating func change() -> PosixZoneRule.Change? {
    guard rest.popFirst() == UInt8(ascii: ","), let day = day() else { return nil }
    guard rest.first == UInt8(ascii: "/") else { return .init(day: day, time: 7200) }
    rest = rest.dropFirst()
    return time(limit: 167).map { .init(day: day, time: $0) }
  }

  private mutating func day() -> PosixZoneRule.Day? {
    switch rest.first {
    case UInt8(ascii: "M"):
      rest = rest.dropFirst()
      guard let month = number(), (1...12).contains(month), rest.popFirst() == UInt8(ascii: "."),
        let week = number(), (1...5).contains(week), rest.popFirst() == UInt8(ascii: "."),
        let weekday = number(), weekday < 7
      else { return nil }
      return .weekday(month: month, week: week, weekday: weekday)
    case UInt8(ascii: "J"):
      rest = rest.dropFirst()
      guard let number = number(), (1...365).contains(number) else { return nil }
      return .dayOfCommonYear(number)
    default:
      guard let number = number(), number <= 365 else { return nil }
      return .dayOfYear(number)
    }
  }

  /// One to three digits.
  private mutating func number() -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
