extension HolidayCalendar {
  /// A day of a year's table with the places in which it is kept.
  public struct Row: Hashable, Sendable {
    /// The day, after any shift.
    public var date: CivilDate

    /// The holiday.
    public var day: Day

    /// The places in which it is kept, sorted; nil where it is kept everywhere but in `exceptions`.
    public var places: [String]?

    /// The places in which a day kept everywhere else is not, sorted.
    public var exceptions: [String]
  }

  /// The places that some day of the calendar singles out, sorted.
  public var regions: [String] {
    Set(days.flatMap(\.places)).sorted()
  }

  /// The days of a year in a place, or, without one, wherever no region differs.
  public func days(in year: Int, at place: String?) -> [Occurrence] {
    days(in: year) { region in
      Truth(place.map { Places.lies($0, within: region) } ?? false)
    }
  }

  /// Every day of a year that is kept anywhere, by date, each with the places in which it is.
  ///
  /// - Complexity: regions × holidays.
  public func table(of year: Int) -> [Row] {
    struct Key: Hashable {
      var date: CivilDate
      var day: String
    }
    let regions = regions
    var rows: [Key: Row] = [:]
    for occurrence in days(in: year, at: nil) {
      rows[Key(date: occurrence.date, day: occurrence.day.name)] = Row(
        date: occurrence.date, day: occurrence.day, places: nil, exceptions: regions)
    }
    for region in regions {
      for occurrence in days(in: year, at: region) {
        let key = Key(date: occurrence.date, day: occurrence.day.name)
        var row =
          rows[key] ?? Row(date: occurrence.date, day: occurrence.day, places: [], exceptions: [])
        row.places?.append(region)
        row.exceptions.removeAll { $0 == region }
        rows[key] = row
      }
    }
    return rows.values.sorted { ($0.date, $0.day.name) < ($1.date, $1.day.name) }
  }

  /// The last day through which proclaimed holidays are known; nil if none is proclaimed.
  public var knownThrough: CivilDate? {
    var last: [String: CivilDate] = [:]
    for day in days {
      guard case .listed(_, let through) = day.rule else { continue }
      last[day.name] = max(last[day.name] ?? .earliest, through)
    }
    return last.values.min()
  }
}
