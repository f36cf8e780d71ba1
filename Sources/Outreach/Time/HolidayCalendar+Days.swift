extension HolidayCalendar {
  /// One day on which a holiday is kept.
  public struct Occurrence: Hashable, Sendable {
    /// The day, after any shift.
    public var date: CivilDate

    /// The holiday.
    public var day: Day

    /// Whether it is kept here: unknown if the place is, never false.
    public var isKept: Truth

    /// Makes an occurrence.
    public init(date: CivilDate, day: Day, isKept: Truth) {
      self.date = date
      self.day = day
      self.isKept = isKept
    }
  }

  /// The days of a year on which holidays are kept, by date.
  ///
  /// Days after the end of a proclaimed list are not among them, though `contains` calls them unknown.
  ///
  /// - Parameters:
  ///   - year: the year of the days, whatever the year of the holidays that were moved there.
  ///   - isIn: whether the clock is in a place; everywhere if left out.
  /// - Returns: every day that is or, by its place, may be kept.
  public func days(in year: Int, isIn: (String) -> Truth = { _ in .yes }) -> [Occurrence] {
    guard (1...9999).contains(year) else { return [] }
    return occurrences(year - 1...year + 1, isIn).filter { $0.date.year == year }
  }

  /// Whether a day is a holiday.
  ///
  /// Unknown if that hangs on a place of which it is unknown whether the clock is there, or on days not yet proclaimed.
  ///
  /// - Complexity: linear in the number of holidays; nothing is kept between calls.
  public func contains(
    _ date: CivilDate, isIn: (String) -> Truth = { _ in .yes }
  ) -> Truth {
    let years = HolidayCalendar.years(around: date)
    var kept = Truth.no
    var hasRepeats = false
    for day in days {
      hasRepeats = hasRepeats || day.shift == .repeatedOnNextWorkday
      if day.falls(on: date, ofYears: years) { kept = kept.or(HolidayCalendar.isKept(day, isIn)) }
      if kept == .yes { return .yes }
    }
    // Only what repeats a holiday hangs on the others.
    if hasRepeats {
      kept = occurrences(years, isIn).lazy.filter { $0.date == date }
        .reduce(Truth.no) { $0.or($1.isKept) }
    }
    return kept.or(isUnproclaimed(date, isIn: isIn))
  }

  /// The days of a year that are or may be holidays, and which of the two, but for days not yet proclaimed.
  public func truths(in year: Int, isIn: (String) -> Truth) -> [CivilDate: Truth] {
    days(in: year, isIn: isIn).reduce(into: [:]) { truths, day in
      truths[day.date] = (truths[day.date] ?? .no).or(day.isKept)
    }
  }

  /// Whether a day may be proclaimed a holiday yet: unknown after the end of a list, else false.
  public func isUnproclaimed(_ date: CivilDate, isIn: (String) -> Truth) -> Truth {
    days.reduce(.no) { truth, day in
      guard case .listed(_, let through) = day.rule, date > through, day.exists(in: date.year)
      else { return truth }
      return truth.or(HolidayCalendar.isKept(day, isIn).and(.unknown))
    }
  }

  /// The titles of the holidays that are, or may be, kept on a day.
  public func names(
    on date: CivilDate, isIn: (String) -> Truth = { _ in .yes }
  ) -> [String] {
    occurrences(HolidayCalendar.years(around: date), isIn)
      .filter { $0.date == date }.map(\.day.title)
  }
}

extension HolidayCalendar {
  /// How many days a repeated holiday may look ahead for a workday.
  private static let reach = 90

  /// The years whose holidays can fall on a day: moves go one day back and, past other holidays, `reach` ahead.
  private static func years(around date: CivilDate) -> ClosedRange<Int> {
    let (year, month, _) = date.components
    return (month <= 4 ? year - 1 : year)...(month == 12 ? year + 1 : year)
  }

  /// The holidays of some years where they are kept, by date, repeats included.
  private func occurrences(
    _ years: ClosedRange<Int>, _ isIn: (String) -> Truth
  ) -> [Occurrence] {
    var found: [Occurrence] = []
    for day in days {
      let isKept = HolidayCalendar.isKept(day, isIn)
      guard isKept != .no else { continue }
      for year in years where day.exists(in: year) {
        for date in day.rule.dates(in: year) {
          for moved in day.shift.dates(of: date) {
            found.append(Occurrence(date: moved, day: day, isKept: isKept))
          }
        }
      }
    }
    found.sort { $0.date < $1.date }
    let toRepeat = found.filter { $0.day.shift == .repeatedOnNextWorkday && $0.date.isWeekend }
    guard !toRepeat.isEmpty else { return found }
    for holiday in toRepeat { found += repeats(of: holiday, among: found, isIn) }
    return found.sorted { $0.date < $1.date }
  }

  /// The days that may stand in for a holiday on a weekend: the next workday, or several if it is unknown
  /// which days before are holidays themselves.
  private func repeats(
    of holiday: Occurrence, among others: [Occurrence], _ isIn: (String) -> Truth
  ) -> [Occurrence] {
    var found: [Occurrence] = []
    var reaches = holiday.isKept
    var date = holiday.date
    for _ in 0..<HolidayCalendar.reach where reaches != .no {
      date = date.adding(days: 1)
      if date.isWeekend { continue }
      // From here on every day is unknown anyway.
      guard isUnproclaimed(date, isIn: isIn) == .no else { break }
      let taken = others.lazy.filter { $0.date == date }.reduce(Truth.no) { $0.or($1.isKept) }
      let lands = reaches.and(!taken)
      if lands != .no { found.append(Occurrence(date: date, day: holiday.day, isKept: lands)) }
      reaches = reaches.and(taken)
    }
    return found
  }

  private static func isKept(_ day: Day, _ isIn: (String) -> Truth) -> Truth {
    day.places.isEmpty ? .yes : day.places.reduce(.no) { $0.or(isIn($1)) }
  }
}

extension HolidayCalendar.Day {
  /// Whether the holiday of some years falls on a date, wherever it is kept, but for repeats that hang on others.
  fileprivate func falls(on date: CivilDate, ofYears years: ClosedRange<Int>) -> Bool {
    for year in years where exists(in: year) && rule.mayFall(near: date, in: year) {
      for day in rule.dates(in: year) where shift.dates(of: day).contains(date) { return true }
    }
    return false
  }

  /// Whether the holiday is one in a year.
  fileprivate func exists(in year: Int) -> Bool {
    year >= firstYear ?? year && year <= lastYear ?? year
  }
}

extension HolidayCalendar.Rule {
  /// Whether the dates of a year may be within a week of a date: those of another month are not.
  fileprivate func mayFall(near date: CivilDate, in year: Int) -> Bool {
    let month: Int
    switch self {
    case .fixed(let written, _), .nth(_, _, let written), .onOrAfter(_, let written, _),
      .onOrBefore(_, let written, _):
      month = written
    case .easter, .orthodoxEaster, .listed: return true
    }
    let (dateYear, dateMonth, _) = date.components
    return abs((dateYear - year) * 12 + dateMonth - month) <= 1
  }

  /// The dates of a year, before any shift; none if the year lacks the day.
  fileprivate func dates(in year: Int) -> [CivilDate] {
    switch self {
    case .fixed(let month, let day):
      return [CivilDate(year: year, month: month, day: day)].compactMap { $0 }
    case .nth(let count, let weekday, let month):
      guard (1...12).contains(month), count != 0, (-5...5).contains(count),
        let first = CivilDate(year: year, month: month, day: 1)
      else { return [] }
      let length = CivilDate.daysInMonth(year: year, month: month)
      let start = first.next(weekday).day
      let last = start + (length - start) / 7 * 7
      let day = count > 0 ? start + (count - 1) * 7 : last + (count + 1) * 7
      return [CivilDate(year: year, month: month, day: day)].compactMap { $0 }
    case .onOrAfter(let weekday, let month, let day):
      return CivilDate(year: year, month: month, day: day).map { [$0.next(weekday)] } ?? []
    case .onOrBefore(let weekday, let month, let day):
      return CivilDate(year: year, month: month, day: day)
        .map { [$0.adding(days: -6).next(weekday)] } ?? []
    case .easter(let offset):
      return CivilDate.easter(year: year).map { [$0.adding(days: offset)] } ?? []
    case .orthodoxEaster(let offset):
      return CivilDate.orthodoxEaster(year: year).map { [$0.adding(days: offset)] } ?? []
    case .listed(let dates, _):
      return dates.filter { $0.year == year }
    }
  }
}

extension HolidayCalendar.Shift {
  /// The days on which a holiday of this date is kept, but for repeats that hang on other holidays.
  fileprivate func dates(of date: CivilDate) -> [CivilDate] {
    switch (self, date.weekday) {
    case (.movedToNearestWeekday, .saturday): [date.adding(days: -1)]
    case (.movedToMonday, .saturday): [date.adding(days: 2)]
    case (.movedToNearestWeekday, .sunday), (.movedToMonday, .sunday),
      (.sundayMovedToMonday, .sunday):
      [date.adding(days: 1)]
    case (.sundayRepeatedOnMonday, .sunday): [date, date.adding(days: 1)]
    default: [date]
    }
  }
}

extension CivilDate {
  /// Whether the day is a Saturday or a Sunday.
  fileprivate var isWeekend: Bool { weekday == .saturday || weekday == .sunday }

  /// The first such weekday on or after the day.
  fileprivate func next(_ weekday: Weekday) -> CivilDate {
    adding(days: (weekday.rawValue - self.weekday.rawValue + 7) % 7)
  }
}
