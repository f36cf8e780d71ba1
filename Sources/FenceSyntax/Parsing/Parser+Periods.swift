import FenceDiagnostics
import Outreach

extension Parser {
  /// The number of tokens of the unit so many tokens ahead: 1, 2 for `business days`, 0 for none.
  private func unitLength(_ ahead: Int) -> Int {
    switch peek(ahead).keyword {
    case .hours: !isInFacts && isOpening(after: ahead) ? 0 : 1
    case .hour, .second, .seconds, .minute, .minutes, .day, .days, .week, .weeks, .month, .months,
      .year,
      .years:
      1
    case .business: peek(ahead + 1).keyword == .day || peek(ahead + 1).keyword == .days ? 2 : 0
    default: 0
    }
  }

  /// Whether `hours` so many tokens ahead begins the clause, not a unit: `… is at least 3 hours 08:00 to 20:00`.
  private func isOpening(after ahead: Int) -> Bool {
    let next = peek(ahead + 1)
    if next.kind == .time || next.keyword == .eves { return true }
    guard next.kind == .word || next.kind == .code, !ClauseKeywords.followsOperand(next) else {
      return false
    }
    let second = peek(ahead + 2)
    if second.kind == .time || second.keyword == .to || second.keyword == .closed { return true }
    return second.kind == .punctuation(.comma) || second.kind == .punctuation(.dot)
  }

  /// Whether a period begins here.
  var isAtPeriod: Bool { current.kind == .number && unitLength(1) > 0 }

  /// A period or the name of a constant.
  mutating func duration(_ context: String) -> DurationSyntax {
    let start = mark
    defer { if mark > start { close(start, .duration) } }
    if current.kind == .number {
      return writtenPeriod(context).map { .period($0.value, $0.range) }
        ?? .missing(range(from: previousEnd))
    }
    guard isAtName, !ClauseKeywords.isClause(current, before: peek(1)),
      let constant = name("a period")
    else {
      complainMissing("a period such as `30 days`", context)
      return .missing(placeOfMistake)
    }
    return .name(constant)
  }

  /// A period that must come now.
  mutating func writtenPeriod(_ context: String, or other: String? = nil) -> Written<Period>? {
    let start = current.range.lower
    guard isAtPeriod else {
      if current.kind == .number {
        let number = take()
        complain(
          .badPeriod, "`\(text(number))` alone is no period", at: number.range,
          label: "of what?", help: "write a unit after it, such as `days` or `hours`")
      } else {
        let expected = "a period such as `30 days`"
        complainMissing(other.map { "\(expected), \($0)" } ?? expected, context)
      }
      return nil
    }
    return period().map { Written($0, range(from: start)) }
  }

  /// The period that begins here; nil if it is none, which is reported.
  mutating func period() -> Period? {
    let node = mark
    let start = current.range.lower
    var exact: Int64 = 0
    var parts: [Period.Part] = []
    var exactUnit: Token?
    var calendarUnit: Token?
    var isSound = true
    while isAtPeriod {
      let number = take()
      let unit = take()
      let business = unit.keyword == .business
      if business { take() }
      guard !number.isFlawed, let count = Quantity(text(number)) else {
        isSound = false
        continue
      }
      if let milliseconds = millisecondsOf(unit.keyword) {
        exactUnit = exactUnit ?? unit
        // A millionth of an hour is 3.6 ms: fractions of a millisecond have no meaning.
        let (product, overflow) = count.millionths.multipliedReportingOverflow(by: milliseconds)
        let (sum, overflow2) = exact.addingReportingOverflow(product)
        isSound = isSound && !overflow && !overflow2 && product % 1_000_000 == 0
        exact = overflow2 ? exact : sum
      } else {
        calendarUnit = calendarUnit ?? unit
        let isWhole = count.millionths % 1_000_000 == 0
        isSound = isSound && isWhole
        parts.append(
          Period.Part(
            count: Int(count.millionths / 1_000_000), unit: calendarUnitOf(unit.keyword)))
      }
    }
    close(node, .period)
    if let exactUnit, let calendarUnit {
      report(
        .mixedPeriod, "a period counts either clock time or days, not both",
        at: range(from: start),
        secondary: [
          Diagnostic.Label(source, exactUnit.range, "clock time"),
          Diagnostic.Label(source, calendarUnit.range, "days of the calendar"),
        ],
        help: "`24 hours` and `1 day` differ: the first is measured, the second ends with the day")
      return nil
    }
    let days = parts.reduce(0) { $0 + min($1.count, 400_000) * Parser.days(of: $1.unit) }
    guard isSound, exact / 1_000_000 <= Parser.longestMilliseconds, days <= 366_000 else {
      report(
        .badPeriod, "`\(source.text(in: range(from: start)))` is no period that can be counted",
        at: range(from: start),
        help: "days, weeks, months and years are whole numbers; the longest period is 1000 years")
      return nil
    }
    return calendarUnit == nil ? .exact(milliseconds: exact / 1_000_000) : .calendar(parts)
  }

  /// A thousand years: longer than any law, short enough to count day by day.
  private static var longestMilliseconds: Int64 { 366_000 * 86_400_000 }

  private static func days(of unit: Period.Unit) -> Int {
    switch unit {
    case .days, .businessDays: 1
    case .weeks: 7
    case .months: 30
    case .years: 365
    }
  }

  private func millisecondsOf(_ unit: Keyword?) -> Int64? {
    switch unit {
    case .second, .seconds: 1000
    case .minute, .minutes: 60_000
    case .hour, .hours: 3_600_000
    default: nil
    }
  }

  private func calendarUnitOf(_ unit: Keyword?) -> Period.Unit {
    switch unit {
    case .week, .weeks: .weeks
    case .month, .months: .months
    case .year, .years: .years
    case .business: .businessDays
    default: .days
    }
  }
}
