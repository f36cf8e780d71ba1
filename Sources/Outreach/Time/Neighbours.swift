extension Period {
  /// The periods one unit shorter and longer: a minute for hours and minutes, else a second; a day for days,
  /// weeks, months and years.
  ///
  /// No period is a day shorter than a month or a year, so these are made a month or a year shorter.
  public var neighbours: [Period] {
    switch self {
    case .exact(let milliseconds):
      return [milliseconds - edgeUnit, milliseconds + edgeUnit].filter { $0 > 0 }.map {
        .exact(milliseconds: $0)
      }
    case .calendar(let parts):
      guard let last = parts.last else { return [] }
      func with(_ count: Int, _ unit: Unit) -> Period {
        .calendar(parts.dropLast() + (count > 0 ? [Part(count: count, unit: unit)] : []))
      }
      let both: [Period] =
        switch last.unit {
        case .days, .businessDays:
          [with(last.count - 1, last.unit), with(last.count + 1, last.unit)]
        case .weeks: [with(last.count * 7 - 1, .days), with(last.count * 7 + 1, .days)]
        case .months, .years:
          [
            with(last.count - 1, last.unit),
            .calendar(parts + [Part(count: 1, unit: .days)]),
          ]
        }
      return both.filter { $0 != .calendar([]) }
    }
  }

  /// The unit within which a time lies at the edge of the period, in milliseconds: a minute for hours and minutes,
  /// a second for seconds, a day for days and more.
  public var edgeUnit: Int64 {
    guard case .exact(let milliseconds) = self else { return 86_400_000 }
    return milliseconds % 60_000 == 0 ? 60_000 : 1000
  }
}

extension Quantity {
  /// One in the last digit, at most one: of 3 it is 1, of 2.5 it is 0.1.
  public var edgeUnit: Quantity {
    var unit: Int64 = 1_000_000
    while unit > 1, millionths % unit != 0 { unit /= 10 }
    return Quantity(millionths: unit)
  }

  /// The numbers one unit less and more, none below zero.
  public var neighbours: [Quantity] {
    [self - edgeUnit, self + edgeUnit].filter { $0.millionths >= 0 }
  }
}

extension TimeOfDay {
  /// The unit within which a time lies at the edge of a span of hours: a minute, in milliseconds.
  public static let edgeUnit = 60_000

  /// The times a minute earlier and later within the day.
  public var neighbours: [TimeOfDay] {
    [milliseconds - TimeOfDay.edgeUnit, milliseconds + TimeOfDay.edgeUnit].filter {
      (0...TimeOfDay.endOfDay.milliseconds).contains($0)
    }.map { TimeOfDay(clamping: $0) }
  }
}
