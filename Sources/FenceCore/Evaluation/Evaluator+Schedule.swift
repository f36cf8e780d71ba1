import Outreach

extension Evaluator {
  /// Whether the attempt falls into a schedule.
  mutating func isOpen(_ schedule: Schedule) -> Truth {
    let clock: ZoneHistory
    if let name = schedule.zone {
      guard let named = facts.zone(name) else { return .unknown }
      clock = named
    } else {
      clock = zone
    }
    let (date, time, _) = localReading(on: clock)
    noteEdges(of: schedule, after: time)
    for group in schedule.groups {
      for case .calendar(let id) in group.days {
        switch facts.isHoliday(date, in: id) {
        case .yes: return open(group, at: time)
        case .no: continue
        case .unknown: return undecided(group, schedule, date, time)
        }
      }
    }
    for group in schedule.groups {
      for case .eves(let id) in group.days {
        switch facts.isHoliday(date.adding(days: 1), in: id) {
        case .yes: return open(group, at: time)
        case .no: continue
        case .unknown: return undecided(group, schedule, date, time)
        }
      }
    }
    return openOnWeekday(schedule, date.weekday, at: time)
  }

  /// Whether it is open on a day that no calendar names.
  private func openOnWeekday(_ schedule: Schedule, _ weekday: Weekday, at time: TimeOfDay) -> Truth
  {
    let named = schedule.groups.filter { $0.days.contains(.weekday(weekday)) }
    let groups = named.isEmpty ? schedule.groups.filter { $0.days.contains(.every) } : named
    return groups.reduce(.no) { $0.or(open($1, at: time)) }
  }

  /// The truth where it is unknown whether a calendar names the day: known if it is the same either way.
  private func undecided(
    _ group: Schedule.Group, _ schedule: Schedule, _ date: CivilDate, _ time: TimeOfDay
  ) -> Truth {
    let special = open(group, at: time)
    return special == openOnWeekday(schedule, date.weekday, at: time) ? special : .unknown
  }

  private func open(_ group: Schedule.Group, at time: TimeOfDay) -> Truth {
    let truth = Truth(group.spans.contains { $0.from <= time && time < $0.to })
    facts.observer?.clock(group, read: time, truth)
    return truth
  }

  /// Takes note of the next edge of a span and of midnight; the change of the offset is noted already.
  private mutating func noteEdges(of schedule: Schedule, after time: TimeOfDay) {
    var edges = [TimeOfDay.endOfDay.milliseconds]
    for group in schedule.groups {
      for span in group.spans { edges += [span.from.milliseconds, span.to.milliseconds] }
    }
    for edge in edges where edge > time.milliseconds {
      note(change: instant.adding(milliseconds: Int64(edge - time.milliseconds)))
    }
  }

  /// Whether the attempt falls into one of the time ranges of a list of records.
  mutating func isInTimeRanges(_ list: Expression) -> Truth {
    guard let rows = self.list(list) else { return .unknown }
    let (date, time) = localReading()
    noteNextMidnight(after: date)
    var result = Truth.no
    for row in rows {
      guard case .time(let from) = row.record["from"].value,
        case .time(let to) = row.record["to"].value
      else {
        result = result.or(.unknown)
        continue
      }
      for edge in [from, to] where edge > time {
        note(
          change: instant.adding(milliseconds: Int64(edge.milliseconds - time.milliseconds)))
      }
      let isDay: Truth
      switch row.record["days"].value {
      case .unknown, .none: isDay = .yes
      case .list(let days):
        let today = "\(date.weekday)"
        isDay = Truth(days.contains { $0.value == .text(today) })
      default: isDay = .unknown
      }
      result = result.or(isDay.and(Truth(from <= time && time < to)))
    }
    return result
  }
}
