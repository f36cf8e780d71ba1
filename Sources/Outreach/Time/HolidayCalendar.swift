/// Days out of the ordinary, given by rules that hold for every year.
public struct HolidayCalendar: Hashable, Sendable {
  /// The rules.
  public var days: [Day]

  /// Makes a calendar.
  public init(days: [Day]) { self.days = days }

  /// Whether some of its days are kept in some places only.
  public var dependsOnPlace: Bool { days.contains { !$0.places.isEmpty } }

  /// One holiday.
  public struct Day: Hashable, Sendable {
    /// Its name in the policy.
    public var name: String

    /// Its title for people; the name if none was written.
    public var title: String

    /// When it falls.
    public var rule: Rule

    /// What happens when it falls on a weekend.
    public var shift: Shift

    /// The first and the last year in which it exists.
    public var firstYear: Int?
    /// The last year in which it exists.
    public var lastYear: Int?

    /// The places in which it is kept; empty for everywhere the calendar is used.
    public var places: [String]

    /// Makes a holiday.
    public init(
      name: String, title: String, rule: Rule, shift: Shift = .none, firstYear: Int? = nil,
      lastYear: Int? = nil, places: [String] = []
    ) {
      self.name = name
      self.title = title
      self.rule = rule
      self.shift = shift
      self.firstYear = firstYear
      self.lastYear = lastYear
      self.places = places
    }
  }

  /// When a holiday falls in a year.
  public enum Rule: Hashable, Sendable {
    /// A fixed day of a month: 25 December.
    case fixed(month: Int, day: Int)
    /// The nth weekday of a month, from 1; negative from the end (-1 is the last).
    case nth(Int, Weekday, month: Int)
    /// The first such weekday on or after a day of a month.
    case onOrAfter(Weekday, month: Int, day: Int)
    /// The last such weekday on or before a day of a month.
    case onOrBefore(Weekday, month: Int, day: Int)
    /// So many days after western Easter Sunday (negative before).
    case easter(offset: Int)
    /// So many days after orthodox Easter Sunday, as a Gregorian date.
    case orthodoxEaster(offset: Int)
    /// Proclaimed days, complete through a day; after it, every day is unknown.
    case listed([CivilDate], through: CivilDate)
  }

  /// What happens to a holiday that falls on a weekend.
  public enum Shift: String, CaseIterable, Hashable, Sendable {
    /// It stays where it is.
    case none
    /// Saturday moves to Friday, Sunday to Monday (US federal).
    case movedToNearestWeekday
    /// Saturday and Sunday move to Monday.
    case movedToMonday
    /// Only Sunday moves, to Monday.
    case sundayMovedToMonday
    /// Saturday and Sunday stay, and the next day that is no weekend and no holiday of the calendar is one too.
    case repeatedOnNextWorkday
    /// Sunday stays, and Monday is one too.
    case sundayRepeatedOnMonday
  }
}
