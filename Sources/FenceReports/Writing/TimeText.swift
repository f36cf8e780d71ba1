public import FenceCore
public import Outreach

/// Points in time as text.
public struct TimeText: Sendable {
  private let zones: any ZoneSource

  /// Makes the texts; zones tell local time.
  public init(zones: any ZoneSource) { self.zones = zones }

  /// The instant in universal time: `2026-03-03T13:00:00Z` (RFC 3339), with milliseconds where there are any.
  public static func universal(_ instant: Instant) -> String {
    let (date, time) = ZoneHistory.civil(instant, offsetSeconds: 0)
    return "\(date)T\(clock(time, withSeconds: true))Z"
  }

  /// The instant on a zone's clock: `2026-03-02T20:30:00-05:00` (RFC 3339); universal where there is none such.
  public func offset(_ instant: Instant, zone: String) -> String {
    guard let history = zones.history(of: zone) else { return TimeText.universal(instant) }
    let seconds = history.offset(at: instant).seconds
    // RFC 3339 writes offsets in whole minutes; older ones, of local mean time, are not.
    guard seconds % 60 == 0 else { return TimeText.universal(instant) }
    let (date, time) = ZoneHistory.civil(instant, offsetSeconds: seconds)
    let minutes = abs(seconds) / 60
    let sign = seconds < 0 ? "-" : "+"
    let shift = "\(sign)\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    return "\(date)T\(TimeText.clock(time, withSeconds: true))\(shift)"
  }

  /// The instant for people, on a zone's clock: `Mon 2026-03-02 20:30`, without the zone's name.
  public func local(_ instant: Instant, zone: String) -> String {
    let seconds = zones.history(of: zone)?.offset(at: instant).seconds ?? 0
    let (date, time) = ZoneHistory.civil(instant, offsetSeconds: seconds)
    return "\(TimeText.day(date)) \(TimeText.clock(time))"
  }

  /// A span for people, on a zone's clock; the second day is named where it is another.
  public func local(_ span: TimeSpan, zone: String) -> String {
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
  public static func day(_ date: CivilDate) -> String {
    "\(weekday(date.weekday)) \(date)"
  }

  /// A reading of the clock: `20:30`, with seconds only where there are any, or always.
  public static func clock(_ time: TimeOfDay, withSeconds: Bool = false) -> String {
    let milliseconds = time.milliseconds
    var text =
      "\(twoDigits(milliseconds / 3_600_000)):\(twoDigits(milliseconds / 60_000 % 60))"
    if withSeconds || milliseconds % 60_000 != 0 {
      text += ":\(twoDigits(milliseconds / 1000 % 60))"
    }
    let rest = milliseconds % 1000
    if rest != 0 { text += "." + String(String(1000 + rest).dropFirst()) }
    return text
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


private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
