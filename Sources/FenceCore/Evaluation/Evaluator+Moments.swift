import Outreach

/// A point in time as far as it is known: some instant between two, both included.
struct Moment {
  var earliest: Instant
  var latest: Instant
  /// The day, where the fact is a day and not an instant.
  var day: CivilDate?
  /// Whether either end moves with the attempt: of `the earlier of attempt, T` only while that is the attempt.
  var earliestMoves = false
  var latestMoves = false

  /// Whether it moves with the attempt.
  var moves: Bool { earliestMoves || latestMoves }

  /// The ends that move with the attempt, each once.
  var movingEnds: [Instant] {
    guard moves else { return [] }
    guard earliestMoves, latestMoves else { return [earliestMoves ? earliest : latest] }
    return earliest == latest ? [earliest] : [earliest, latest]
  }

  /// The attempt at an instant.
  static func attempt(at instant: Instant) -> Moment {
    Moment(earliest: instant, latest: instant, earliestMoves: true, latestMoves: true)
  }
}

/// What is known of a point in time.
enum MomentReading {
  case unknown
  case none
  case some(Moment)
}

extension Evaluator {
  /// The point in time that an expression stands for.
  mutating func moment(_ expression: Expression) -> MomentReading {
    switch expression {
    case .attempt:
      return .some(.attempt(at: instant))
    case .traced(_, let body): return moment(body)
    case .earliest(let operands): return extreme(operands, latest: false)
    case .latest(let operands): return extreme(operands, latest: true)
    case .moved(let operand, let term, let direction, let reading):
      guard case .some(let base) = moment(operand) else { return moment(operand) }
      return moved(base, by: term, direction: direction, reading: reading)
    case .latestOf(let field, let list, let condition):
      return latest(of: field, list, condition)
    default:
      let value = value(expression)
      return moment(of: value)
    }
  }

  /// The point in time that a fact stands for: a day is some instant of it.
  func moment(of value: FactValue) -> MomentReading {
    switch value {
    case .instant(let instant):
      return .some(Moment(earliest: instant, latest: instant, day: nil))
    case .date(let day): return .some(moment(of: day))
    case .none: return .none
    case .candidates(let options):
      var hull: Moment?
      for option in options {
        guard case .some(let moment) = moment(of: option) else { return .unknown }
        hull =
          hull.map {
            Moment(
              earliest: min($0.earliest, moment.earliest), latest: max($0.latest, moment.latest))
          } ?? moment
      }
      return hull.map { .some($0) } ?? .unknown
    default: return .unknown
    }
  }

  private func moment(of day: CivilDate) -> Moment {
    Moment(
      earliest: zone.startOfDay(day),
      latest: zone.startOfDay(day.adding(days: 1)).adding(milliseconds: -1), day: day)
  }

  private mutating func extreme(_ operands: [Expression], latest: Bool) -> MomentReading {
    var known: Moment?
    var hasUnknown = false
    for operand in operands {
      switch moment(operand) {
      case .unknown: hasUnknown = true
      case .none: continue
      case .some(let next):
        guard let held = known else {
          known = next
          continue
        }
        noteOrderChange(held, next)
        let isEarliest = (next.earliest > held.earliest) == latest
        let isLatest = (next.latest > held.latest) == latest
        known = Moment(
          earliest: (isEarliest ? next : held).earliest, latest: (isLatest ? next : held).latest,
          day: held.day == next.day ? held.day : nil,
          earliestMoves: (isEarliest ? next : held).earliestMoves,
          latestMoves: (isLatest ? next : held).latestMoves)
      }
    }
    guard var result = known else { return hasUnknown ? .unknown : .none }
    if hasUnknown {
      result.day = nil
      if latest {
        (result.latest, result.latestMoves) = (.distantFuture, false)
      } else {
        (result.earliest, result.earliestMoves) = (.distantPast, false)
      }
    }
    return .some(result)
  }

  private mutating func latest(
    of field: Int, _ list: Expression, _ condition: Expression
  ) -> MomentReading {
    guard let rows = self.list(list) else { return .unknown }
    var certain: Moment?
    var ceiling: Instant?
    var doubtful = false
    for row in rows {
      let holds = holds(condition, of: row)
      if holds == .no { continue }
      switch moment(of: Evaluator.field(field, of: row.record).value) {
      case .none: continue
      case .unknown:
        doubtful = true
        ceiling = .distantFuture
      case .some(let moment):
        ceiling = max(ceiling ?? moment.latest, moment.latest)
        if holds == .yes {
          if let held = certain, held.earliest >= moment.earliest { continue }
          certain = moment
        } else {
          doubtful = true
        }
      }
    }
    guard var result = certain else { return doubtful ? .unknown : .none }
    if let ceiling, ceiling > result.latest {
      result.latest = ceiling
      result.day = nil
    }
    return .some(result)
  }

  /// A moment moved by a term.
  mutating func moved(
    _ base: Moment, by term: Term, direction: Int, reading: FoldReading
  ) -> MomentReading {
    if case .exact(let milliseconds) = term.period {
      let delta = direction < 0 ? 0 - milliseconds : milliseconds
      return .some(
        Moment(
          earliest: base.earliest.adding(milliseconds: delta),
          latest: base.latest.adding(milliseconds: delta), earliestMoves: base.earliestMoves,
          latestMoves: base.latestMoves))
    }
    if let day = base.day {
      guard let target = shift(day, by: term, direction: direction) else { return .unknown }
      return .some(moment(of: target))
    }
    // The distance, or that it is not known, stays the same until one of the two clocks' days or offsets change.
    noteDays(of: base)
    guard let earliest = shift(base.earliest, by: term, direction: direction, reading: reading),
      let latest = shift(base.latest, by: term, direction: direction, reading: reading)
    else { return .unknown }
    if base.earliestMoves { noteOffset(at: earliest) }
    if base.latestMoves { noteOffset(at: latest) }
    return .some(
      Moment(
        earliest: earliest, latest: latest, earliestMoves: base.earliestMoves,
        latestMoves: base.latestMoves))
  }

  private func shift(
    _ instant: Instant, by term: Term, direction: Int, reading: FoldReading
  ) -> Instant? {
    let (date, time) = zone.local(instant)
    guard let target = shift(date, by: term, direction: direction) else { return nil }
    return zone.instant(target, time, reading == .later ? .later : .earlier)
  }

  /// A day moved by a term; nil if it is unknown which days are business days, unless something is assumed of them.
  func shift(
    _ date: CivilDate, by term: Term, direction: Int = 1, assuming assumed: Bool? = nil
  ) -> CivilDate? {
    term.period.shift(date, direction: direction, assuming: assumed) { day in
      facts.isBusinessDay(day, by: term.businessDays)
    }
  }

  // MARK: comparisons

  /// Strict order of two points in time.
  mutating func isBefore(
    _ left: Expression, _ right: Expression, in expression: Expression
  ) -> Truth {
    let first = moment(left)
    let second = moment(right)
    guard case .some(let a) = first, case .some(let b) = second else {
      return Evaluator.undecided(first, second)
    }
    let truth = isBefore(a, b)
    observe(expression, a, b, truth)
    return truth
  }

  /// The first point in time is not after the second.
  mutating func isNotAfter(
    _ left: Expression, _ right: Expression, in expression: Expression
  ) -> Truth {
    let first = moment(left)
    let second = moment(right)
    guard case .some(let a) = first, case .some(let b) = second else {
      return Evaluator.undecided(first, second)
    }
    let truth = !isBefore(b, a)
    observe(expression, a, b, truth)
    return truth
  }

  mutating func isBefore(_ a: Moment, _ b: Moment) -> Truth {
    noteOrderChange(a, b)
    if a.latest < b.earliest { return .yes }
    return a.earliest >= b.latest ? .no : .unknown
  }

  /// Takes note of the instants at which two moments change their order: where an end of one moves with the attempt and
  /// an end of the other does not.
  mutating func noteOrderChange(_ a: Moment, _ b: Moment) {
    guard a.moves || b.moves else { return }
    noteMeeting(a.earliest, a.earliestMoves, b)
    noteMeeting(a.latest, a.latestMoves, b)
  }

  private mutating func noteMeeting(_ end: Instant, _ moves: Bool, _ other: Moment) {
    noteMeeting(end, moves, other.earliest, other.earliestMoves)
    noteMeeting(end, moves, other.latest, other.latestMoves)
  }

  private mutating func noteMeeting(
    _ one: Instant, _ oneMoves: Bool, _ other: Instant, _ otherMoves: Bool
  ) {
    guard oneMoves != otherMoves else { return }
    let (moving, edge) = oneMoves ? (one, other) : (other, one)
    let change = edge.adding(milliseconds: instant.milliseconds - moving.milliseconds)
    note(change: change)
    note(change: change.next)
  }

  /// `within`: exact terms compare instants, calendar terms the local dates.
  mutating func isWithin(_ term: Term, from: Expression, to: Expression) -> Truth {
    let first = moment(from)
    let second = moment(to)
    guard case .some(let a) = first, case .some(let b) = second else {
      return Evaluator.undecided(first, second)
    }
    return isWithin(term, from: a, to: b, in: .within(term, from: from, to: to))
  }

  /// The same of points already found; the expression is for whoever observes.
  mutating func isWithin(
    _ term: Term, from a: Moment, to b: Moment, in expression: @autoclosure () -> Expression
  ) -> Truth {
    let ordered = !isBefore(b, a)
    if ordered == .no { return .no }
    if case .exact = term.period {
      guard case .some(let end) = moved(a, by: term, direction: 1, reading: .earlier) else {
        return .unknown
      }
      let reached = !isBefore(end, b)
      if b.earliest == b.latest, end.earliest == end.latest {
        facts.observer?.compared(
          expression(),
          by: b.earliest.milliseconds - end.earliest.milliseconds,
          unit: term.period.edgeUnit, isDiscrete: false, orEqual: true, reached)
      }
      return ordered.and(reached)
    }
    let start = datesNow(of: a)
    let reached = datesNow(of: b)
    // The more of the unknown days are business days, the sooner a term ends.
    guard let lowest = shift(start.lowerBound, by: term, assuming: true),
      let highest = shift(start.upperBound, by: term, assuming: false)
    else {
      noteDays(of: a)
      return .unknown
    }
    noteDays(of: a)
    for end in b.movingEnds {
      // What is over for more than a day does not come back when the clock is set back.
      if reached.lowerBound <= highest.adding(days: 1) { noteOffset(at: end) }
      for day in [lowest, highest] { note(zone.startOfDay(day.adding(days: 1)), metBy: end) }
    }
    let holds: Truth =
      reached.upperBound <= lowest ? .yes : reached.lowerBound > highest ? .no : .unknown
    if lowest == highest {
      facts.observer?.compared(
        expression(),
        by: Int64(reached.lowerBound.days(since: lowest)), unit: 1, isDiscrete: true,
        orEqual: true, holds)
    }
    return ordered.and(holds)
  }

  mutating func isSame(_ unit: CalendarUnit, _ left: Expression, _ right: Expression) -> Truth {
    let (one, other) = (moment(left), moment(right))
    guard case .some(let a) = one, case .some(let b) = other else {
      return Evaluator.undecided(one, other)
    }
    let firstDates = datesNow(of: a)
    let secondDates = datesNow(of: b)
    if a.moves || b.moves {
      // What lies before the unit of the day before today never comes back.
      let fixed = a.moves ? secondDates : firstDates
      let today = today()
      if a.moves == b.moves || a.earliest != instant && b.earliest != instant
        || fixed.upperBound >= unit.start(of: today.adding(days: -1))
      {
        noteDays(of: a)
        noteDays(of: b)
      }
    }
    let first = unit.start(of: firstDates.lowerBound)...unit.start(of: firstDates.upperBound)
    let second = unit.start(of: secondDates.lowerBound)...unit.start(of: secondDates.upperBound)
    guard first.overlaps(second) else { return .no }
    return first == second && first.lowerBound == first.upperBound ? .yes : .unknown
  }

  /// Takes note of the instants at which the ends of a moment that move with the attempt come to other days.
  private mutating func noteDays(of moment: Moment) {
    for end in moment.movingEnds {
      guard end != instant else {
        noteNextMidnight(after: localReading().date)
        continue
      }
      noteOffset(at: end)
      note(zone.startOfDay(zone.local(end).date.adding(days: 1)), metBy: end)
    }
  }

  /// Takes note of the instant at which the offset of an end that moves with the attempt changes.
  private mutating func noteOffset(at end: Instant) {
    note(zone.offset(at: end).until, metBy: end)
  }

  /// Takes note of the attempt's instant at which an end that moves with it comes to another.
  private mutating func note(_ other: Instant, metBy end: Instant) {
    note(change: other.adding(milliseconds: instant.milliseconds - end.milliseconds))
  }

  /// The local dates on which a moment may fall.
  mutating func dates(of moment: Moment) -> ClosedRange<CivilDate> {
    if moment.moves { _ = localReading() }
    return datesNow(of: moment)
  }

  /// The same, where the caller takes note of what changes them.
  private func datesNow(of moment: Moment) -> ClosedRange<CivilDate> {
    if let day = moment.day { return day...day }
    let low = zone.local(moment.earliest).date
    guard moment.earliest < moment.latest else { return low...low }
    return low...max(low, zone.local(moment.latest).date)
  }

  /// A comparison with an unknown is unknown; with none it is false.
  static func undecided(_ first: MomentReading, _ second: MomentReading) -> Truth {
    if case .none = first { return .no }
    if case .none = second { return .no }
    return .unknown
  }
}

extension CalendarUnit {
  /// The first day of the unit in which a day lies; weeks start on Monday.
  func start(of date: CivilDate) -> CivilDate {
    switch self {
    case .day: date
    case .week: date.adding(days: 1 - date.weekday.rawValue)
    case .month: date.adding(days: 1 - date.day)
    }
  }
}
