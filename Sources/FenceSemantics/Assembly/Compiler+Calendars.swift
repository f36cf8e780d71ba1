import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Compiler {
  /// Reads the calendars of a policy.
  func readCalendars(of unit: PolicyUnit) {
    for declaration in unit.declarations(.calendar) {
      guard let name = declaration.name, unit.calendars[name.text] == nil else { continue }
      var days: [HolidayCalendar.Day] = []
      var seen: [String: SourceRange] = [:]
      for clause in declaration.clauses {
        switch clause.kind {
        case .day(let day):
          days.append(read(day, in: []))
          checkRepeated(day, &seen, in: unit)
        case .dayGroup(let places, let group):
          let lowering = Lowering(compiler: self, unit: unit)
          let codes = places.filter { lowering.checkPlace($0) }.map(\.text)
          for day in group {
            days.append(read(day, in: codes))
          }
        default: break
        }
      }
      checkTitle(declaration, in: unit)
      unit.calendars[name.text] = NamedCalendar(
        id: "\(unit.name).\(name.text)", title: declaration.title?.value ?? name.text,
        calendar: HolidayCalendar(days: days))
    }
  }

  private func read(_ day: DaySyntax, in places: [String]) -> HolidayCalendar.Day {
    HolidayCalendar.Day(
      name: day.name.value, title: day.title?.value ?? day.name.value, rule: day.rule,
      shift: day.shift, firstYear: day.firstYear?.value, lastYear: day.lastYear?.value,
      places: places)
  }

  /// A day may be declared again only for other years.
  private func checkRepeated(
    _ day: DaySyntax, _ seen: inout [String: SourceRange], in unit: PolicyUnit
  ) {
    guard day.firstYear == nil, day.lastYear == nil else { return }
    if let earlier = seen[day.name.value] {
      reporter.report(
        .duplicateName, unit.source, day.name.range,
        "the day `\(day.name.value)` is declared twice",
        secondary: [unit.label(earlier, "first declared here")])
    } else {
      seen[day.name.value] = day.name.range
    }
  }

  /// Reads `business days skip …`.
  func readBusinessDays(of unit: PolicyUnit) {
    for clause in unit.header.clauses {
      guard case .businessDays(let names) = clause.kind else { continue }
      let lowering = Lowering(compiler: self, unit: unit)
      var weekdays: Set<Weekday> = []
      var calendars: [String] = []
      for name in names {
        switch name {
        case .name(let name):
          if let weekday = Weekday(name: name.text) {
            weekdays.insert(weekday)
          } else if let id = lowering.calendar(name) {
            calendars.append(id)
          }
        case .range(let first, let last):
          weekdays.formUnion(lowering.weekdays(from: first, to: last))
        case .eves(let name):
          reporter.report(
            .wrongDay, unit.source, name.range,
            "business days skip days of the week and calendars, not the eves of calendars")
        }
      }
      unit.businessDays = BusinessDays(weekdays: weekdays, calendars: calendars)
    }
  }

  /// Reads the phrases of a policy.
  func phrases(of unit: PolicyUnit) -> [Phrases] {
    unit.declarations(.phrases).flatMap { declaration -> [Phrases] in
      guard let name = declaration.name, let part = name.parts.first else { return [] }
      let lowering = Lowering(compiler: self, unit: unit)
      guard let element = lowering.word(part, of: .element) else { return [] }
      return declaration.clauses.compactMap { clause in
        guard case .phrases(let language, let phrases) = clause.kind else { return nil }
        return Phrases(
          element: element, language: language.value, phrases: phrases.map(\.value))
      }
    }
  }
}
