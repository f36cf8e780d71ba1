import Outreach

/// Everything that judging one attempt may read.
final class AttemptFacts {
  let plan: PlanFacts
  let step: StepFacts
  let contact: ContactFacts

  /// What is known of the whole list, once it has been read.
  var shares: [ShareTally]?

  /// Takes note of what is evaluated, where somebody asks how far tests reach.
  var observer: ReachObserver?

  init(plan: PlanFacts, step: StepFacts, contact: ContactFacts) {
    self.plan = plan
    self.step = step
    self.contact = contact
  }

  let outbound = FactValue.word(Word(vocabulary: .direction, index: 0))

  /// The fact at a path; a field of what is none is none, of what is unknown unknown.
  func fact(at path: FactPath) -> Fact {
    let root: FactRecord
    switch path.root {
    case .programme:
      guard let programme = plan.programme else { return .unknown }
      root = programme
    case .plan: root = step.plan
    case .step: root = step.record
    case .contact: root = contact.record
    case .derived: root = contact.derived
    }
    guard let first = path.fields.first else { return Fact(.record(root), root.origin) }
    var fact = Evaluator.field(first, of: root)
    for index in path.fields.dropFirst() { fact = Evaluator.field(index, of: fact) }
    return fact
  }

  /// The other steps of the plan, as far as they have not been done already.
  lazy var planned: [PlannedContact] = plan.steps.compactMap { other in
    guard other.index != step.index, !contact.done.contains(other.id) else { return nil }
    return PlannedContact(other, of: plan, judged: step)
  }

  /// Earlier and later contacts; nil if the history is unknown.
  ///
  /// What is this plan's judged step, done, is left out: it is the attempt itself.
  lazy var history: [Evaluator.Row]? = contact.history.map { rows in
    rows.filter { row in
      !(plan.owns(row.record) && row.record["step"].value == .text(step.id))
    }
  }

  /// Whether a day counts as a business day; nil if that is unknown.
  func isBusinessDay(_ day: CivilDate, by rule: BusinessDays?) -> Bool? {
    guard let rule else { return nil }
    if rule.weekdays.contains(day.weekday) { return false }
    var holiday = Truth.no
    for calendar in rule.calendars { holiday = holiday.or(isHoliday(day, in: calendar)) }
    switch holiday {
    case .yes: return false
    case .no: return true
    case .unknown: return nil
    }
  }

  /// Whether a calendar names a day, where the recipient is.
  func isHoliday(_ day: CivilDate, in calendar: String) -> Truth {
    contact.isHoliday(day, in: calendar, plan.holidays)
  }

  /// The history of a zone by name.
  func zone(_ name: String) -> ZoneHistory? { plan.zones.history(of: name) }

  /// The share of the list for which a predicate holds, in percent.
  func share(_ number: Int) -> QuantityReading {
    guard let shares, shares.indices.contains(number) else { return .unknown }
    return shares[number].percentage
  }

  /// The spans of a step's time on a clock; nil if it is unknown.
  func spans(of time: StepTime, on zone: ZoneHistory) -> [TimeSpan]? {
    time.spans(on: zone)
  }
}

/// The fields of history entries by which caps count.
enum HistoryField {
  static let at = index("at")
  static let channel = index("channel")
  static let direction = index("direction")
  static let outcome = index("outcome")

  private static func index(_ name: String) -> Int { RecordKind.historyEntry.index(of: name) ?? 0 }
}

/// A contact that the plan itself will have made.
struct PlannedContact {
  /// Its channel.
  let channel: FactValue

  /// When.
  let time: StepTime

  /// Whether it stands before the judged step in the plan.
  let comesFirst: Bool

  /// The record with each outcome that it may have: all, unless the judged step waits for some of them.
  let rows: [Evaluator.Row]

  init(_ other: StepFacts, of plan: PlanFacts, judged: StepFacts) {
    var entry = FactRecord(.historyEntry, origin: other.record.origin)
    entry["channel"] = other.record["channel"]
    entry["technology"] = other.record["technology"]
    entry["purpose"] = plan.record["purpose"]
    entry["direction"] = Fact(.word(Word(vocabulary: .direction, index: 0)))
    entry["campaign"] = plan.record["campaign"]
    entry["step"] = Fact(.text(other.id), other.record.origin)
    entry["sender"] = Fact(.text("ours"))
    if case .record(let offer) = plan.record["offer"].value {
      entry["subject"] = offer["subject"]
    }
    if case .instant(let value) = other.time { entry["at"] = Fact(value) }
    channel = entry["channel"].value
    time = other.time
    comesFirst = other.index < judged.index
    rows = judged.awaited(from: other.id).map { outcome in
      entry.fields[HistoryField.outcome] = Fact(.word(outcome))
      return Evaluator.Row(
        record: entry, scalar: nil, list: .plannedSteps, origin: entry.origin)
    }
  }
}

extension StepTime {
  /// The spans on a clock, ascending; an instant is a span of one millisecond; nil if the time is unknown.
  func spans(on zone: ZoneHistory) -> [TimeSpan]? {
    switch self {
    case .unknown: return nil
    case .instant(.instant(let instant)): return [TimeSpan(from: instant, to: instant.next)]
    case .instant(.date(let day)):
      return [TimeSpan(from: zone.startOfDay(day), to: zone.startOfDay(day.adding(days: 1)))]
    case .instant: return nil
    case .absoluteWindow(let from, let to): return from < to ? [TimeSpan(from: from, to: to)] : nil
    case .localWindow(let dates, let from, let to):
      let spans = dates.compactMap { date -> TimeSpan? in
        let start = zone.instant(date, from, .earlier)
        let end = zone.instant(date, to, .later)
        return start < end ? TimeSpan(from: start, to: end) : nil
      }
      return spans.isEmpty ? nil : spans
    }
  }

  /// Whether the step is an attempt at an unknown instant of a span rather than at one instant.
  var isWindow: Bool {
    switch self {
    case .instant(.instant), .unknown: false
    default: true
    }
  }

  /// Whether the spans are the same on every clock.
  var isAbsolute: Bool {
    switch self {
    case .localWindow, .instant(.date): false
    default: true
    }
  }
}

/// How many contacts satisfy a predicate, do not, or may.
struct ShareTally {
  var yes = 0
  var no = 0
  var unknown = 0

  mutating func add(_ truth: Truth) {
    switch truth {
    case .yes: yes += 1
    case .no: no += 1
    case .unknown: unknown += 1
    }
  }

  mutating func add(_ other: ShareTally) {
    yes += other.yes
    no += other.no
    unknown += other.unknown
  }

  /// The share in percent, exact where it is a multiple of a millionth, else rounded outwards.
  var percentage: QuantityReading {
    let total = yes + no + unknown
    guard total > 0 else { return .unknown }
    let scaledLow = Int64(yes) * 100_000_000
    let scaledHigh = Int64(yes + unknown) * 100_000_000
    let low = scaledLow / Int64(total)
    let high = (scaledHigh + Int64(total) - 1) / Int64(total)
    return .interval(Quantity(millionths: low), Quantity(millionths: high))
  }
}
