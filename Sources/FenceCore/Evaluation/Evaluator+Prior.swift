import Outreach

extension Evaluator {
  /// The contacts that may count for a cap at the attempt's instant, the attempt included.
  mutating func priorRows(_ prior: PriorCount) -> CountedRows {
    var rows = CountedRows(capacity: 1 + facts.planned.count + (facts.history?.count ?? 0))
    rows.add(counts(facts.step.channel, among: prior.channels), until: .distantFuture)
    for planned in facts.planned {
      let (truth, until) = apart { $0.counts(planned, prior) }
      rows.add(truth, until: until)
    }
    guard let history = facts.history else {
      rows.addUnknown()
      return rows
    }
    for entry in history {
      let (truth, until) = apart { $0.counts(entry, prior) }
      rows.add(truth, until: until, isOpen: entry.record.isOpen)
    }
    return rows
  }

  /// Whether a step of the plan counts.
  private mutating func counts(_ planned: PlannedContact, _ prior: PriorCount) -> Truth {
    let happens = mayFall(planned.time, in: prior.span, before: planned.comesFirst)
    guard happens != .no else { return .no }
    let channel = counts(planned.channel, among: prior.channels)
    guard channel != .no else { return .no }
    return happens.and(channel).and(worst(planned, prior.condition))
  }

  /// Whether an earlier contact counts.
  private mutating func counts(_ entry: Row, _ prior: PriorCount) -> Truth {
    let channel = counts(entry.record.fields[HistoryField.channel].value, among: prior.channels)
    guard channel != .no else { return .no }
    let outbound = Evaluator.equal(
      entry.record.fields[HistoryField.direction].value, facts.outbound)
    guard outbound != .no else { return .no }
    let recent = falls(entry.record.fields[HistoryField.at].value, in: prior)
    guard recent != .no else { return .no }
    let truth = channel.and(outbound).and(recent)
      .and(withRow(entry) { $0.truth(prior.condition) })
    // Such a row stands for any number of rows, or for none.
    return entry.record.isOpen && truth == .yes ? .unknown : truth
  }

  /// Whether a contact's channel is one of those counted; `any` covers everything.
  private func counts(_ channel: FactValue, among channels: WordSet) -> Truth {
    guard case .word(let word) = channel else { return channel == .none ? .no : .unknown }
    return Truth(word.isAny || channels.contains(word))
  }

  /// A planned step counts with whatever outcome the condition asks for.
  private mutating func worst(_ planned: PlannedContact, _ condition: Expression) -> Truth {
    let hadReadOutcome = hasReadOutcome
    defer { hasReadOutcome = hasReadOutcome || hadReadOutcome }
    var result = Truth.no
    for row in planned.rows {
      hasReadOutcome = false
      result = result.or(withRow(row) { $0.truth(condition) })
      // Where the outcome was not looked at, every other one gives the same.
      if result == .yes || !hasReadOutcome { return result }
    }
    return result
  }

  /// Whether an earlier contact lies in the span that a cap looks back over.
  private mutating func falls(_ value: FactValue, in prior: PriorCount) -> Truth {
    guard case .some(let moment) = moment(of: value) else { return .unknown }
    let attempt = Moment.attempt(at: instant)
    let past = !isBefore(attempt, moment)
    if past == .no { return .no }
    switch prior.span {
    case .ever: return past
    case .rolling(.exact(let milliseconds)):
      let end = Moment(
        earliest: moment.earliest.adding(milliseconds: milliseconds),
        latest: moment.latest.adding(milliseconds: milliseconds), day: nil)
      let isRecent = isBefore(attempt, end)
      if end.earliest == end.latest {
        facts.observer?.compared(
          .prior(prior), by: instant.milliseconds - end.earliest.milliseconds,
          unit: Period.exact(milliseconds: milliseconds).edgeUnit, isDiscrete: false,
          orEqual: false, isRecent)
      }
      return past.and(isRecent)
    case .rolling(let period):
      let today = today()
      guard let limit = shift(today, by: Term(period), direction: -1) else {
        noteNextDay(after: today)
        return .unknown
      }
      let days = dates(of: moment)
      // What has left the span for more than a day never comes back.
      if days.upperBound >= limit { noteNextDay(after: today) }
      let isRecent: Truth =
        days.lowerBound > limit ? .yes : days.upperBound <= limit ? .no : .unknown
      facts.observer?.compared(
        .prior(prior), by: Int64(limit.days(since: days.lowerBound)), unit: 1, isDiscrete: true,
        orEqual: false, isRecent)
      return past.and(isRecent)
    case .calendar(let unit):
      let today = today()
      let start = unit.start(of: today)
      let days = dates(of: moment)
      if days.upperBound >= start.adding(days: -1) { noteNextDay(after: today) }
      if days.lowerBound >= start { return past }
      return days.upperBound < start ? .no : .unknown
    }
  }

  /// Whether a planned step may fall into the span: an instant step at or before the attempt (ties by plan
  /// order), a window step if some instant of it does.
  private mutating func mayFall(
    _ time: StepTime, in span: PriorCount.Span, before comesFirst: Bool
  ) -> Truth {
    guard let spans = facts.spans(of: time, on: zone) else {
      noteNextDay(after: today())
      return .unknown
    }
    let first = firstCounted(span)
    if span.followsDates,
      spans.contains(where: {
        $0.from <= instant && $0.to > first.adding(milliseconds: -172_800_000)
      })
    {
      noteNextDay(after: today())
    }
    let isInstant = spans.count == 1 && spans[0].to == spans[0].from.next
    let last = isInstant && !comesFirst ? instant.adding(milliseconds: -1) : instant
    var result = Truth.no
    for window in spans {
      note(change: window.from)
      note(change: window.from.next)
      if case .rolling(.exact(let milliseconds)) = span {
        note(change: window.to.adding(milliseconds: milliseconds - 1))
        note(change: window.to.adding(milliseconds: milliseconds))
      }
      if window.from <= last, window.to.adding(milliseconds: -1) >= first { result = .yes }
    }
    return result
  }

  /// The first instant that counts for a cap at the attempt's instant.
  private mutating func firstCounted(_ span: PriorCount.Span) -> Instant {
    switch span {
    case .ever: return .distantPast
    case .rolling(.exact(let milliseconds)):
      return instant.adding(milliseconds: 1 - milliseconds)
    case .rolling(let period):
      let today = today()
      guard let limit = shift(today, by: Term(period), direction: -1) else { return .distantPast }
      return zone.startOfDay(limit.adding(days: 1))
    case .calendar(let unit): return zone.startOfDay(unit.start(of: today()))
    }
  }

  /// Takes note of the next local midnight, and of the next change of the clock, which may set it back over one.
  private mutating func noteNextDay(after today: CivilDate) {
    noteNextMidnight(after: today)
    _ = localReading()
  }
}

extension PriorCount.Span {
  /// Whether it begins with a local day.
  fileprivate var followsDates: Bool {
    switch self {
    case .ever, .rolling(.exact): false
    case .rolling, .calendar: true
    }
  }
}
