import FenceCore
import Outreach

/// How values print in a dump of the core.
enum CoreSpelling {
  static func value(_ value: FactValue) -> String {
    switch value {
    case .unknown: "unknown"
    case .none: "none"
    case .truth(let truth): "\(truth)"
    case .number(let number): number.description
    case .text(let text): "\"\(text)\""
    case .phone(let text): "phone \"\(text)\""
    case .instant(let instant): "@\(instant.milliseconds)"
    case .date(let date): date.description
    case .time(let time): time.description
    case .period(let period): self.period(period)
    case .word(let word): word.spelling
    case .words(let set): words(set)
    case .candidates, .list, .record, .table: "?"
    }
  }

  static func words(_ set: WordSet) -> String {
    "{\(set.words.map(\.spelling).joined(separator: ","))}"
  }

  static func period(_ period: Period) -> String {
    switch period {
    case .exact(let milliseconds): "\(milliseconds)ms"
    case .calendar(let parts):
      parts.map { "\($0.count)-\($0.unit.rawValue.replacingSpaces)" }.joined(separator: "-")
    }
  }

  static func term(_ term: Term) -> String {
    guard let days = term.businessDays else { return period(term.period) }
    let weekdays = days.weekdays.sorted { $0.rawValue < $1.rawValue }.map(\.name)
    return "\(period(term.period))-but-\((weekdays + days.calendars).joined(separator: ","))"
  }

  static func span(_ span: PriorCount.Span) -> String {
    switch span {
    case .rolling(let period): "in-any-\(self.period(period))"
    case .calendar(let unit): "per-\(unit.rawValue)"
    case .ever: "ever"
    }
  }

  /// One line a group.
  static func schedule(_ schedule: Schedule) -> [String] {
    let groups = schedule.groups.map { group in
      let days = group.days.map { day in
        switch day {
        case .every: "every-day"
        case .weekday(let weekday): weekday.name
        case .calendar(let id): id
        case .eves(let id): "eves-of-\(id)"
        }
      }
      let spans = group.spans.map { "\($0.from)-\($0.to)" }
      return
        "(\(days.joined(separator: ",")) \(spans.isEmpty ? "closed" : spans.joined(separator: " ")))"
    }
    return groups + (schedule.zone.map { ["in-zone \"\($0)\""] } ?? [])
  }
}

extension String {
  /// The text with hyphens for spaces.
  fileprivate var replacingSpaces: String { String(map { $0 == " " ? "-" : $0 }) }
}
