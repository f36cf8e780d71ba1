import Outreach

/// Evaluates core expressions for one attempt at one instant on one clock.
///
/// `horizon` is the first later instant at which anything that was read may change its value: every evaluation
/// holds from `instant` up to it. Walking from horizon to horizon is how windows, permitted times and next
/// changes are found exactly.
struct Evaluator {
  let facts: AttemptFacts
  let zone: ZoneHistory
  let instant: Instant
  var horizon: Instant = .distantFuture
  var rows: [Row] = []
  /// Whether the outcome of a row, or a whole row, has been read.
  var hasReadOutcome = false
  /// The local date and time on the attempt's own clock, once they were asked for.
  private var ownReading: (date: CivilDate, time: TimeOfDay, offsetUntil: Instant)?
  /// The day of which the end was noted last.
  private var endedDay: CivilDate?

  init(facts: AttemptFacts, zone: ZoneHistory, instant: Instant) {
    self.facts = facts
    self.zone = zone
    self.instant = instant
  }

  /// A row of a list under a quantifier.
  struct Row {
    var record: FactRecord
    /// A value that is no record (a list of texts).
    var scalar: Fact?
    /// Its list, for the names of missing facts.
    var list: RowList
    var origin: Origin
  }

  /// Where a row comes from.
  enum RowList {
    /// The list that an expression stands for, under so many quantifiers.
    case of(Expression, depth: Int)
    case history
    case plannedSteps
  }

  /// Takes note of an instant at which something changes.
  mutating func note(change: Instant) {
    if change > instant, change < horizon { horizon = change }
  }

  /// What a body says, and until when; nothing is noted of it.
  mutating func apart<Result>(
    _ body: (inout Evaluator) -> Result
  ) -> (result: Result, until: Instant) {
    let noted = (horizon, endedDay)
    (horizon, endedDay) = (.distantFuture, nil)
    let found = (body(&self), horizon)
    (horizon, endedDay) = noted
    return found
  }

  /// The local date and time of the attempt on a clock; its changes at midnight are not noted, those of the
  /// offset are.
  mutating func localReading(
    on clock: ZoneHistory
  ) -> (date: CivilDate, time: TimeOfDay, offsetUntil: Instant) {
    let (seconds, until) = clock.offset(at: instant)
    let (date, time) = ZoneHistory.civil(instant, offsetSeconds: seconds)
    note(change: until)
    return (date, time, until)
  }

  /// The local date and time of the attempt on its own clock, as `localReading(on:)` has them.
  mutating func localReading() -> (date: CivilDate, time: TimeOfDay) {
    let (date, time, until) = unnotedReading()
    note(change: until)
    return (date, time)
  }

  /// The local date of the attempt on its own clock; that it changes is not noted.
  mutating func today() -> CivilDate { unnotedReading().date }

  private mutating func unnotedReading() -> (
    date: CivilDate, time: TimeOfDay, offsetUntil: Instant
  ) {
    if let ownReading { return ownReading }
    let (seconds, until) = zone.offset(at: instant)
    let (date, time) = ZoneHistory.civil(instant, offsetSeconds: seconds)
    ownReading = (date, time, until)
    return (date, time, until)
  }

  /// Takes note of the next local midnight.
  mutating func noteNextMidnight(after date: CivilDate) {
    guard date != endedDay else { return }
    endedDay = date
    note(change: zone.startOfDay(date.adding(days: 1)))
  }

  /// The rows of a list; nil if the list is unknown.
  mutating func list(_ expression: Expression) -> [Row]? {
    let fact = self.fact(expression)
    let list = RowList.of(expression, depth: rows.count)
    switch fact.value {
    case .none: return []
    case .list(let items):
      return items.map { item in
        guard case .record(let record) = item.value else {
          return Row(
            record: FactRecord(.derived), scalar: item, list: list, origin: item.origin)
        }
        return Row(record: record, scalar: nil, list: list, origin: item.origin)
      }
    case .words(let set):
      return set.words.map {
        Row(
          record: FactRecord(.derived), scalar: Fact(.word($0), fact.origin), list: list,
          origin: fact.origin)
      }
    default: return nil
    }
  }

  /// Evaluates with a row on top of the stack.
  mutating func withRow<Result>(_ row: Row, _ body: (inout Evaluator) -> Result) -> Result {
    rows.append(row)
    defer { rows.removeLast() }
    return body(&self)
  }

  /// The row of the n-th enclosing quantifier.
  func row(_ depth: Int) -> Row? {
    depth >= 0 && depth < rows.count ? rows[rows.count - 1 - depth] : nil
  }
}
