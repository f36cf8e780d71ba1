import FenceCore
import Outreach

/// Points in time as text.
struct TimeText: Sendable {
  private let zones: any ZoneSource

  /// Makes the texts; zones tell local time.
  init(zones: any ZoneSource) { self.zones = zones }

  /// The instant on a zone's clock: `2026-03-02T20:30:00-05:00` (RFC 3339); universal for an unknown zone.
  func offset(_ instant: Instant, zone: String) -> String {
    instant.rfc3339(offsetSeconds: zones.history(of: zone)?.offset(at: instant).seconds ?? 0)
  }

  /// The instant for people, on a zone's clock: `Mon 2026-03-02 20:30`, without the zone's name.
  func local(_ instant: Instant, zone: String) -> String {
    let seconds = zones.history(of: zone)?.offset(at: instant).seconds ?? 0
    let (date, time) = ZoneHistory.civil(instant, offsetSeconds: seconds)
    return "\(TimeText.day(date)) \(time)"
  }

  /// A span for people, on a zone's clock; the second day is named where it is another.
  func local(_ span: TimeSpan, zone: String) -> String {
    let from = local(span.from, zone: zone)
    let to = local(span.to, zone: zone)
    let day = from.prefix(14)
    if to.hasPrefix(day) { return "\(from) to \(to.dropFirst(15))" }
    // The end of a span that lasts to midnight reads better as 24:00 of its own day.
    if to.hasSuffix(" 00:00"), local(span.to.adding(milliseconds: -1), zone: zone).hasPrefix(day) {
      return "\(from) to 24:00"
    }
    return "\(from) to \(to)"
  }

  /// A day for people: `Mon 2026-03-02`.
  static func day(_ date: CivilDate) -> String {
    "\(weekday(date.weekday)) \(date)"
  }

  private static func weekday(_ day: Weekday) -> String {
    switch day {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }
}
