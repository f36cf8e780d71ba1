/// A length of time as the law writes it: either exact (`24 hours`) or of the calendar (`3 years 14 days`).
///
/// Exact periods measure instants. Calendar periods measure dates on a local clock and are added part by
/// part, left to right; month arithmetic clips to the last day of the month.
public enum Period: Hashable, Sendable {
  /// Hours, minutes and seconds, as milliseconds.
  case exact(milliseconds: Int64)

  /// Days, weeks, months, years and business days, in the order written.
  case calendar([Part])

  /// One part of a calendar period: a count of a unit.
  public struct Part: Hashable, Sendable {
    /// How many; never negative in a policy.
    public var count: Int

    /// Of what.
    public var unit: Unit

    /// Makes a part.
    public init(count: Int, unit: Unit) {
      self.count = count
      self.unit = unit
    }
  }

  /// A unit of the calendar.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case days
    case weeks
    case months
    case years
    case businessDays = "business days"
  }

  /// Whether the period counts business days, so that a policy must say which days those are.
  public var countsBusinessDays: Bool {
    guard case .calendar(let parts) = self else { return false }
    return parts.contains { $0.unit == .businessDays }
  }
}

extension Period {
  /// The day that lies this period after (or, with `direction` -1, before) a day; exact periods move nothing.
  ///
  /// - Parameters:
  ///   - date: the day to start from.
  ///   - direction: 1 for later, -1 for earlier.
  ///   - assumed: what is taken of days of which it is unknown; nil makes the result nil.
  ///   - isBusinessDay: whether a day counts as a business day; nil if that is unknown.
  /// - Returns: the day, or nil if it depends on days of which it is unknown whether they are business days.
  /// - Complexity: linear in the number of business days counted.
  public func shift(
    _ date: CivilDate, direction: Int = 1, assuming assumed: Bool? = nil,
    isBusinessDay: (CivilDate) -> Bool?
  ) -> CivilDate? {
    guard case .calendar(let parts) = self else { return date }
    var result = date
    for part in parts {
      // More than this leaves the calendar on either side, whatever the unit.
      let size = min(max(part.count, 0), 4_000_000)
      let count = direction < 0 ? -size : size
      switch part.unit {
      case .days: result = result.adding(days: count)
      case .weeks: result = result.adding(days: count * 7)
      case .months: result = result.adding(months: count)
      case .years: result = result.adding(months: count * 12)
      case .businessDays:
        var (left, unknown) = (size, 0)
        while left > 0, result > .earliest, result < .latest {
          result = result.adding(days: direction < 0 ? -1 : 1)
          if let counts = isBusinessDay(result) {
            if counts { left -= 1 }
          } else {
            unknown += 1
            guard let assumed, unknown <= Period.mostUnknownDays else { return nil }
            if assumed { left -= 1 }
          }
        }
      }
    }
    return result
  }

  /// Beyond so many days of which nothing is known the whole calendar is.
  private static let mostUnknownDays = 366
}
