import FenceDiagnostics
import Outreach

extension Parser {
  /// `day christmas "Christmas Day" on 25 december …`.
  mutating func day() -> DaySyntax? {
    let node = mark
    let start = current.range.lower
    take()
    let dayName = word("a name for the day")
    let title = current.kind == .string ? string("a title") : nil
    expect(.on, "before the date")
    let ruleNode = mark
    let rule = dayRule()
    if mark > ruleNode { close(ruleNode, .dayRule) }
    let shiftNode = mark
    let shift = shift()
    if mark > shiftNode { close(shiftNode, .shift) }
    let first = take(.from) == nil ? nil : year("after `from`")
    let last = take(.until) == nil ? nil : year("after `until`")
    close(node, .day)
    guard let dayName, let rule else { return nil }
    return DaySyntax(
      name: dayName, title: title, rule: rule, shift: shift, firstYear: first, lastYear: last,
      range: range(from: start))
  }

  /// `in FR-57, FR-67 { day … }`.
  mutating func dayGroup() -> ClauseSyntax.Kind? {
    take()
    let places = commaSeparated { $0.policyName("the code of a place") }
    guard at(.leftBrace) else {
      complainMissing("`{`", "before the days of a place")
      return nil
    }
    let brace = take()
    var days: [DaySyntax] = []
    while take(.rightBrace) == nil {
      guard at(.day) else {
        if isAtEnd || isAtDeclaration {
          complain(
            .unclosed, "this group of days is not closed", label: "expected `}` here",
            secondary: [Diagnostic.Label(source, brace.range, "opened here")])
          break
        }
        complain(.unexpected, "expected `day` or `}`, found \(found)")
        skip { $0.at(.day) || $0.at(.rightBrace) }
        continue
      }
      if let day = day() { days.append(day) }
    }
    return .dayGroup(places, days)
  }

  private mutating func year(_ context: String) -> Written<Int>? {
    guard current.kind == .number, let year = Int(text(current)), (1...9999).contains(year) else {
      let help = current.kind == .date ? "days of a calendar begin and end with a year" : nil
      complainMissing("a year", context, help: help)
      if current.kind == .date || current.kind == .number { take() }
      return nil
    }
    return Written(year, take().range)
  }

  // MARK: rules

  private mutating func dayRule() -> HolidayCalendar.Rule? {
    if current.kind == .number { return monthDay().map { .fixed(month: $0.month, day: $0.day) } }
    switch current.keyword {
    case .first, .second, .third, .fourth, .fifth, .last: return nthWeekday()
    case .orthodox, .easter: return easter()
    case .listed: return listed()
    default: break
    }
    guard current.kind == .word else {
      complainMissing("when the day falls", "after `on`")
      return nil
    }
    let weekday = weekday()
    expect(.on, "after the weekday")
    expect(.or, "after `on`")
    let side = expect(oneOf: [.before, .after], "after `on or`")
    let date = monthDay()
    guard let weekday, let side, let date else { return nil }
    return side.value == "before"
      ? .onOrBefore(weekday, month: date.month, day: date.day)
      : .onOrAfter(weekday, month: date.month, day: date.day)
  }

  /// `25 december`.
  private mutating func monthDay() -> (month: Int, day: Int)? {
    guard current.kind == .number else {
      complainMissing("a day of a month such as `25 december`", "here")
      return nil
    }
    let node = mark
    let number = take()
    let month = month()
    close(node, .monthDay)
    guard let month else { return nil }
    // A leap year, so that 29 february can be written.
    guard let day = Int(text(number)), CivilDate(year: 2000, month: month, day: day) != nil else {
      let place = range(from: number.range.lower)
      report(.badDay, "there is no `\(source.text(in: place))`", at: place)
      return nil
    }
    return (month, day)
  }

  private mutating func nthWeekday() -> HolidayCalendar.Rule? {
    let ordinals: KeywordMap<Int> = [
      .first: 1, .second: 2, .third: 3, .fourth: 4, .fifth: 5, .last: -1,
    ]
    let ordinal = take().keyword.flatMap { ordinals[$0] }
    let weekday = weekday()
    expect(.of, "after the weekday")
    guard let ordinal, let month = month(), let weekday else { return nil }
    return .nth(ordinal, weekday, month: month)
  }

  private mutating func easter() -> HolidayCalendar.Rule? {
    let isOrthodox = take(.orthodox) != nil
    expect(.easter, "after `orthodox`")
    var offset = 0
    if at(.plus) || at(.minus) {
      let sign = at(.plus) ? 1 : -1
      take()
      guard let days = distance() else { return nil }
      offset = sign * days
    }
    return isOrthodox ? .orthodoxEaster(offset: offset) : .easter(offset: offset)
  }

  /// A distance from Easter, in days.
  private mutating func distance() -> Int? {
    guard current.kind == .number else {
      complainMissing("a number of days", "after the sign")
      return nil
    }
    let number = take()
    guard let unit = expect(oneOf: [.day, .days, .week, .weeks], "after the number") else {
      return nil
    }
    guard let count = Int(text(number)), count <= 366 else {
      report(.badDay, "a distance from Easter is a whole number, up to a year", at: number.range)
      return nil
    }
    return unit.value.hasPrefix("week") ? count * 7 : count
  }

  private mutating func listed() -> HolidayCalendar.Rule? {
    take()
    let dates = commaSeparated { $0.date("in the list") }
    expect(.through, "after the dates")
    guard let last = date("after `through`") else { return nil }
    return .listed(dates.map(\.value), through: last.value)
  }

  private mutating func shift() -> HolidayCalendar.Shift {
    if take(.sunday) != nil {
      let isMoved = at(.moved)
      guard expect(oneOf: [.moved, .repeated], "after `sunday`") != nil else { return .none }
      expect(isMoved ? .to : .on, isMoved ? "after `moved`" : "after `repeated`")
      expect(.monday, isMoved ? "after `moved to`" : "after `repeated on`")
      return isMoved ? .sundayMovedToMonday : .sundayRepeatedOnMonday
    }
    if take(.moved) != nil {
      expect(.to, "after `moved`")
      if take(.monday) != nil { return .movedToMonday }
      if expect(.nearest, "or `monday` after `moved to`") { expect(.weekday, "after `nearest`") }
      return .movedToNearestWeekday
    }
    guard take(.repeated) != nil else { return .none }
    expect(.on, "after `repeated`")
    expect(.next, "after `repeated on`")
    expect(.workday, "after `repeated on next`")
    return .repeatedOnNextWorkday
  }

  // MARK: words of the calendar

  private mutating func month() -> Int? {
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    return calendarWord("month", months).map { $0 + 1 }
  }

  private mutating func weekday() -> Weekday? {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    return calendarWord("weekday", names).flatMap { Weekday(rawValue: $0 + 1) }
  }

  private mutating func calendarWord(_ what: String, _ words: [String]) -> Int? {
    guard let written = word("a \(what)") else { return nil }
    if let index = words.firstIndex(of: written.value) { return index }
    let guess =
      didYouMean(written.value, among: words)
      ?? words.first {
        $0 == written.value.lowercased() || $0.prefix(3) == written.value.lowercased()
      }
    report(
      .badDay, "`\(written.value)` is no \(what)", at: written.range,
      label: guess.map { "did you mean `\($0)`?" } ?? "",
      fix: guess.map {
        Diagnostic.Fix(title: "write `\($0)`", edits: [Diagnostic.Edit(written.range, $0)])
      })
    return nil
  }
}
