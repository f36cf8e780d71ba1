public import Outreach

/// A weekly schedule with days out of the ordinary: the verb `hours`.
///
/// A calendar group beats an eve group beats weekdays; days that no group names are closed, but where a
/// schedule has a group for every day.
public struct Schedule: Hashable, Sendable {
  /// The groups, in the order written.
  public var groups: [Group]

  /// The zone whose clock counts, if not the recipient's.
  public var zone: String?

  /// Makes a schedule.
  public init(groups: [Group], zone: String? = nil) {
    self.groups = groups
    self.zone = zone
  }

  /// Days and the spans open on them; no span is a closed day.
  public struct Group: Hashable, Sendable {
    /// The days.
    public var days: [Days]

    /// The spans, each `[from, to)` within the day.
    public var spans: [Span]

    /// Makes a group.
    public init(days: [Days], spans: [Span]) {
      self.days = days
      self.spans = spans
    }
  }

  /// A span of a day, its start included and its end not.
  public struct Span: Hashable, Sendable {
    /// The first reading that counts.
    public var from: TimeOfDay

    /// The first reading after it that does not.
    public var to: TimeOfDay

    /// Makes a span.
    public init(from: TimeOfDay, to: TimeOfDay) {
      self.from = from
      self.to = to
    }
  }

  /// Which days a group names.
  public enum Days: Hashable, Sendable {
    /// Every day.
    case every
    /// A day of the week.
    case weekday(Weekday)
    /// The days of a calendar, by its id in the library (`US.federal_holidays`).
    case calendar(String)
    /// The days before those of a calendar.
    case eves(String)
  }
}
