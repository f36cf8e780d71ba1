import Outreach

/// What a generated policy set compares times with, so that attempts and facts come near its edges.
struct PolicyEdges {
  /// The lengths of time that it names.
  var periods: [Period] = []
  /// The times of day at which its schedules open and close.
  var times: [TimeOfDay] = []
  /// The days that it names, and those on which it comes into force or ends.
  var dates: [CivilDate] = []
  /// The clocks on which its recipients may be.
  let zones: [ZoneHistory]

  /// Instants at, just before and just after which an attempt may be judged otherwise.
  func attempts(near base: Instant) -> [Instant] {
    var result: [Instant] = []
    for zone in zones {
      let today = zone.local(base).date
      for time in times {
        for days in -1...1 {
          result.append(zone.instant(today.adding(days: days), time, .earlier))
        }
      }
      result += dates.flatMap {
        [zone.startOfDay($0), zone.startOfDay($0.adding(days: 1))]
      }
      let (_, until) = zone.offset(at: base.adding(milliseconds: -86_400_000))
      if until < base.adding(milliseconds: 200 * 86_400_000) { result.append(until) }
      result.append(zone.startOfDay(today))
    }
    return result
  }

  /// Points in time of facts at which what a policy asks of them changes, for an attempt.
  func moments(before attempt: Instant) -> [Instant] {
    var result = [attempt]
    for period in periods {
      switch period {
      case .exact(let milliseconds):
        result.append(attempt.adding(milliseconds: -milliseconds))
      case .calendar:
        for zone in zones {
          let (date, time) = zone.local(attempt)
          guard
            let day = period.shift(
              date, direction: -1, isBusinessDay: { ![.saturday, .sunday].contains($0.weekday) })
          else { continue }
          result.append(zone.instant(day, time, .earlier))
          result.append(zone.startOfDay(day))
        }
      }
    }
    return result + dates.flatMap { date in zones.map { $0.startOfDay(date) } }
  }

  /// Distances from an edge, in milliseconds.
  static let offsets: [Int64] = [0, 0, -1, 1, -1000, 1000]
}
