import Outreach

/// Finds where a contact's point in time must lie for a comparison with one that no contact decides.
///
/// The bounds say of a point known to lie from `low` to `high`: true if both ends lie in `surely`, false if all
/// of it lies outside `perhaps`, else unknown; just what comparing the two points as the judge does would say.
struct SpanFinder {
  private var evaluator: Evaluator

  init(_ evaluator: Evaluator) { self.evaluator = evaluator }

  private static let past = Int64.min
  private static let future = Int64.max
  /// Bounds outside of which every span of time lies, however long.
  private static let never: (Int64, Int64) = (future, past)
  private static let always: (Int64, Int64) = (past, future)

  mutating func entry(_ comparison: MomentComparison) -> SpanTable.Entry {
    if case .recent(let span) = comparison { return recent(span) }
    let other: Moment
    switch evaluator.moment(comparison.other) {
    case .unknown: return SpanTable.Entry(surely: SpanFinder.never, perhaps: SpanFinder.always)
    case .none: return SpanTable.Entry(surely: SpanFinder.never, perhaps: SpanFinder.never)
    case .some(let moment): other = moment
    }
    let (first, last) = (other.earliest.milliseconds, other.latest.milliseconds)
    let (past, future) = (SpanFinder.past, SpanFinder.future)
    switch comparison {
    case .before: return SpanTable.Entry(surely: (past, first - 1), perhaps: (past, last - 1))
    case .after: return SpanTable.Entry(surely: (last + 1, future), perhaps: (first + 1, future))
    case .notAfter: return SpanTable.Entry(surely: (past, first), perhaps: (past, last))
    case .notBefore: return SpanTable.Entry(surely: (last, future), perhaps: (first, future))
    case .within(let term, _): return within(term, to: other)
    case .withinFrom(let term, _): return within(term, from: other)
    case .same(let unit, _): return same(unit, other)
    case .recent: return ask
    }
  }

  private var ask: SpanTable.Entry {
    SpanTable.Entry(
      surely: SpanFinder.never, perhaps: SpanFinder.always, between: TruthByte.ask)
  }

  private mutating func within(_ term: Term, to other: Moment) -> SpanTable.Entry {
    let (first, last) = (other.earliest.milliseconds, other.latest.milliseconds)
    if case .exact(let length) = term.period {
      return SpanTable.Entry(
        surely: (SpanFinder.minus(last, length), first),
        perhaps: (SpanFinder.minus(first, length), last))
    }
    let days = evaluator.dates(of: other)
    // The judge counts on from the contact's day, perhaps beyond the days that a calendar knows.
    guard evaluator.shift(days.upperBound, by: term) != nil,
      let late = start(reaching: days.upperBound, by: term),
      let early = start(reaching: days.lowerBound, by: term),
      let from = firstInstant(of: late), let perhaps = firstInstant(of: early)
    else { return ask }
    return SpanTable.Entry(surely: (from, first), perhaps: (perhaps, last))
  }

  private mutating func within(_ term: Term, from other: Moment) -> SpanTable.Entry {
    let (first, last) = (other.earliest.milliseconds, other.latest.milliseconds)
    if case .exact(let length) = term.period {
      return SpanTable.Entry(
        surely: (last, SpanFinder.plus(first, length)),
        perhaps: (first, SpanFinder.plus(last, length)))
    }
    let days = evaluator.dates(of: other)
    guard let lowest = evaluator.shift(days.lowerBound, by: term),
      let highest = evaluator.shift(days.upperBound, by: term),
      let surely = firstInstant(of: lowest.adding(days: 1)),
      let perhaps = firstInstant(of: highest.adding(days: 1))
    else { return ask }
    return SpanTable.Entry(surely: (last, surely - 1), perhaps: (first, perhaps - 1))
  }

  private mutating func same(_ unit: CalendarUnit, _ other: Moment) -> SpanTable.Entry {
    let days = evaluator.dates(of: other)
    let (first, last) = (unit.start(of: days.lowerBound), unit.start(of: days.upperBound))
    guard let from = firstInstant(of: first), let to = firstInstant(of: unit.next(after: last))
    else { return ask }
    let whole = (from, to - 1)
    return SpanTable.Entry(
      surely: first == last ? whole : SpanFinder.never, perhaps: whole)
  }

  private mutating func recent(_ span: PriorCount.Span) -> SpanTable.Entry {
    let now = evaluator.instant.milliseconds
    let today = evaluator.zone.local(evaluator.instant).date
    let from: Int64?
    switch span {
    case .ever: from = SpanFinder.past
    case .rolling(.exact(let length)): from = SpanFinder.minus(now, length) + 1
    case .rolling(let period):
      from = evaluator.shift(today, by: Term(period), direction: -1)
        .flatMap { firstInstant(of: $0.adding(days: 1)) }
    case .calendar(let unit): from = firstInstant(of: unit.start(of: today))
    }
    guard let from else { return ask }
    return SpanTable.Entry(surely: (from, now), perhaps: (from, now))
  }

  /// The first day from which a term reaches a day.
  private func start(reaching target: CivilDate, by term: Term) -> CivilDate? {
    guard var day = evaluator.shift(target, by: term, direction: -1) else { return nil }
    for _ in 0..<64 {
      guard let reached = evaluator.shift(day, by: term) else { return nil }
      guard reached >= target else { break }
      guard day > .earliest else { return nil }
      day = day.adding(days: -1)
    }
    for _ in 0..<128 {
      guard let reached = evaluator.shift(day, by: term) else { return nil }
      if reached >= target { return day }
      day = day.adding(days: 1)
    }
    return nil
  }

  /// The instant from which on the clock reads this day or a later one; nil where a clock set back over
  /// midnight reads an earlier one again.
  private func firstInstant(of day: CivilDate) -> Int64? {
    let zone = evaluator.zone
    let start = zone.startOfDay(day)
    let guardTime: Int64 = 3 * 3_600_000
    let before = zone.offset(at: start.adding(milliseconds: -guardTime))
    if before.until > start.adding(milliseconds: guardTime) { return start.milliseconds }
    // Near a change of the clock every minute is looked at.
    for minute in stride(from: -guardTime, to: guardTime, by: 60_000) {
      let instant = start.adding(milliseconds: minute)
      if (zone.local(instant).date >= day) != (instant >= start) { return nil }
    }
    return start.milliseconds
  }

  /// What holds from one instant to a later one, by what holds at both: the bounds move one way only.
  static func throughout(
    _ first: SpanTable.Entry, _ last: SpanTable.Entry
  ) -> SpanTable.Entry {
    guard first != last else { return first }
    return SpanTable.Entry(
      surely: (max(first.surely.0, last.surely.0), min(first.surely.1, last.surely.1)),
      perhaps: (min(first.perhaps.0, last.perhaps.0), max(first.perhaps.1, last.perhaps.1)),
      between: TruthByte.ask)
  }

  private static func minus(_ value: Int64, _ length: Int64) -> Int64 {
    let (result, overflow) = value.subtractingReportingOverflow(length)
    return overflow ? (length > 0 ? past : future) : result
  }

  private static func plus(_ value: Int64, _ length: Int64) -> Int64 {
    let (result, overflow) = value.addingReportingOverflow(length)
    return overflow ? (length > 0 ? future : past) : result
  }
}

extension MomentComparison {
  /// The point in time that no contact decides.
  fileprivate var other: Expression {
    switch self {
    case .before(let other), .after(let other), .notAfter(let other), .notBefore(let other),
      .within(_, let other), .withinFrom(_, let other), .same(_, let other):
      other
    case .recent: .attempt
    }
  }
}

extension CalendarUnit {
  /// The first day of the unit after the one that begins on a day.
  fileprivate func next(after start: CivilDate) -> CivilDate {
    switch self {
    case .day: start.adding(days: 1)
    case .week: start.adding(days: 7)
    case .month: start.adding(months: 1)
    }
  }
}
