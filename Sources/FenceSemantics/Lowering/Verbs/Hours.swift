import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// `hours …` standing in an expression.
  func hours(_ openings: [OpeningSyntax], zone: Written<String>?) -> Expression? {
    schedule(openings, zone: zone).map(Expression.schedule)
  }

  /// The schedule of one or several `hours`; nil if something in it was reported as wrong.
  func schedule(_ openings: [OpeningSyntax], zone: Written<String>?) -> Schedule? {
    let errors = reporter.diagnostics.count
    if let zone, !compiler.context.zoneExists(zone.value) {
      reporter.report(
        .unknownZone, unit.source, zone.range, "there is no time zone `\(zone.value)`",
        help: "write a name of the IANA database such as `America/Chicago`")
    }
    var groups: [Schedule.Group] = []
    var named: [Schedule.Days: SourceRange] = [:]
    for opening in openings {
      var days: [Schedule.Days] = []
      for day in opening.days { days += self.days(day) }
      if opening.days.isEmpty { days = [.every] }
      for day in days {
        if let earlier = named[day] {
          reporter.report(
            .wrongDay, unit.source, opening.range, "these hours name \(day.described) twice",
            secondary: [unit.label(earlier, "named here already")],
            help: "write all spans of a day together: `08:00 to 12:00, 13:00 to 20:00`")
        } else {
          named[day] = opening.range
        }
      }
      groups.append(Schedule.Group(days: days, spans: spans(opening)))
    }
    guard reporter.diagnostics.count == errors else { return nil }
    return Schedule(groups: spreadingEvery(groups), zone: zone?.value)
  }

  /// Weekdays that are named beat `every day`, which then stands for the others.
  private func spreadingEvery(_ groups: [Schedule.Group]) -> [Schedule.Group] {
    let named = Set(groups.flatMap(\.days))
    let others = Weekday.allCases.filter { !named.contains(.weekday($0)) }
    guard named.contains(.every), others.count < Weekday.allCases.count else { return groups }
    return groups.map { group in
      guard group.days.contains(.every) else { return group }
      return Schedule.Group(
        days: group.days.filter { $0 != .every } + others.map(Schedule.Days.weekday),
        spans: group.spans)
    }
  }

  private func days(_ day: DayNameSyntax) -> [Schedule.Days] {
    switch day {
    case .name(let name):
      if let weekday = Weekday(name: name.text) { return [.weekday(weekday)] }
      return calendar(name).map { [.calendar($0)] } ?? []
    case .range(let first, let last):
      return weekdays(from: first, to: last).map(Schedule.Days.weekday)
    case .eves(let name):
      return calendar(name).map { [.eves($0)] } ?? []
    }
  }

  /// The id of a calendar; a name near to a weekday's is reported as such.
  func calendar(_ name: NameSyntax) -> String? {
    if let found = compiler.find(.calendar, name, from: unit) { return found.id }
    if let near = didYouMean(name.text, among: Weekday.allCases.map(\.name)) {
      reporter.report(
        .wrongDay, unit.source, name.range,
        "`\(name.text)` is neither a day of the week nor a calendar",
        help: "did you mean `\(near)`?", fix: .write(near, at: name.range))
      return nil
    }
    return compiler.require(.calendar, name, from: unit)?.id
  }

  /// The weekdays from one to another, over the end of the week if need be.
  func weekdays(from first: Written<String>, to last: Written<String>) -> [Weekday] {
    let ends = [first, last].map { written -> Weekday? in
      if let weekday = Weekday(name: written.value) { return weekday }
      let near = didYouMean(written.value, among: Weekday.allCases.map(\.name))
      reporter.report(
        .wrongDay, unit.source, written.range, "`\(written.value)` is no day of the week",
        help: near.map { "did you mean `\($0)`?" } ?? "write `monday to friday`",
        fix: near.map { .write($0, at: written.range) })
      return nil
    }
    guard let start = ends[0], let end = ends[1] else { return [] }
    let all = Weekday.allCases
    let length = (end.rawValue - start.rawValue + 7) % 7
    return (0...length).map { all[(start.rawValue - 1 + $0) % 7] }
  }

  private func spans(_ opening: OpeningSyntax) -> [Schedule.Span] {
    var spans: [Written<Schedule.Span>] = []
    for written in opening.spans {
      let (from, to) = written.value
      guard from < to else {
        reporter.report(
          .wrongSpan, unit.source, written.range,
          from == to
            ? "the span from \(from) to \(to) is empty"
            : "the span from \(from) to \(to) ends before it begins",
          help: from == to
            ? nil : "no span crosses midnight; write two, `\(from) to 24:00` and `00:00 to \(to)`")
        continue
      }
      let span = Schedule.Span(from: from, to: to)
      if let other = spans.first(where: { $0.value.from < to && from < $0.value.to }) {
        reporter.report(
          .wrongSpan, unit.source, written.range,
          "the span from \(from) to \(to) overlaps another of the same day",
          secondary: [unit.label(other.range, "overlaps this one")])
        continue
      }
      spans.append(Written(span, written.range))
    }
    return spans.map(\.value).sorted { $0.from < $1.from }
  }
}

extension Weekday {
  /// Its name, in lower case.
  var name: String {
    switch self {
    case .monday: "monday"
    case .tuesday: "tuesday"
    case .wednesday: "wednesday"
    case .thursday: "thursday"
    case .friday: "friday"
    case .saturday: "saturday"
    case .sunday: "sunday"
    }
  }

  /// The day of the week with a name.
  init?(name: String) {
    guard let day = Weekday.allCases.first(where: { $0.name == name }) else { return nil }
    self = day
  }
}

extension Schedule.Days {
  /// What messages call it.
  fileprivate var described: String {
    switch self {
    case .every: "every day"
    case .weekday(let weekday): "`\(weekday.name)`"
    case .calendar(let id): "the calendar `\(id)`"
    case .eves(let id): "the eves of `\(id)`"
    }
  }
}
