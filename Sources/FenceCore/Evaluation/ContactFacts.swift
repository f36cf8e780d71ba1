import Outreach

/// A contact prepared for judging: its facts, what they tell of place and clock, and its history.
final class ContactFacts {
  let record: FactRecord
  /// Facts derived from the contact's (`RecordKind.derived`).
  let derived: FactRecord
  let evidence: PlaceEvidence
  private let places: any Gazetteer
  /// The clocks to judge on, those that always read the same counted once.
  let zones: [ZoneHistory]
  /// Earlier and later contacts; nil if the history is unknown.
  let history: [Evaluator.Row]?
  /// Steps of this plan's campaign that the history shows as done.
  let done: Set<String>
  /// Whether an earlier record has the same number.
  var isRepeated: Truth = .unknown
  /// What is known of single places: calendars ask for the same ones again and again.
  private var placedIn: [String: Truth] = [:]
  /// Which days calendars name, asked for again and again where business days are counted.
  private var holidays: [String: [CivilDate: Truth]] = [:]

  init(
    _ record: FactRecord, derived: FactRecord, evidence: PlaceEvidence, plan: PlanFacts
  ) {
    self.record = record
    self.derived = derived
    self.evidence = evidence
    places = plan.places
    zones = plan.zones.clocks(evidence.zones)
    (history, done) = ContactFacts.contacts(record, plan)
  }

  /// Makes facts of a contact whose number, address and zone tell the same as those of another.
  init(_ record: FactRecord, derived: FactRecord, like other: ContactFacts, plan: PlanFacts) {
    self.record = record
    self.derived = derived
    evidence = other.evidence
    places = other.places
    zones = other.zones
    (history, done) = ContactFacts.contacts(record, plan)
  }

  /// Earlier and later contacts, and which steps of the plan's campaign they show as done.
  private static func contacts(
    _ record: FactRecord, _ plan: PlanFacts
  ) -> (history: [Evaluator.Row]?, done: Set<String>) {
    let history: [Evaluator.Row]?
    switch record["history"].value {
    case .list(let items):
      history = items.compactMap { item in
        guard case .record(let entry) = item.value else { return nil }
        return Evaluator.Row(
          record: entry, scalar: nil, list: .history, origin: item.origin)
      }
    case .none: history = []
    default: history = nil
    }
    var done: Set<String> = []
    for row in history ?? [] where plan.owns(row.record) {
      if case .text(let step) = row.record["step"].value { done.insert(step) }
    }
    return (history, done)
  }

  /// Whether the contact is in a place, as `placed(in:)` has it.
  func placed(in code: String) -> Truth {
    if let known = placedIn[code] { return known }
    let truth = placed(in: [code])
    placedIn[code] = truth
    return truth
  }

  /// Whether a calendar names a day, where the contact is.
  func isHoliday(_ day: CivilDate, in calendar: String, _ memory: HolidayMemory) -> Truth {
    if let known = holidays[calendar]?[day] { return known }
    let found = memory.isHoliday(day, in: calendar) { placed(in: $0) }
    holidays[calendar, default: [:]][day] = found
    return found
  }

  /// Whether every candidate of every piece of evidence lies in the places, none does, or neither.
  func placed(in codes: [String]) -> Truth {
    guard !evidence.pieces.isEmpty else { return .unknown }
    var sawInside = false
    var sawOutside = false
    for candidate in evidence.pieces.flatMap(\.candidates) {
      if codes.contains(where: { places.lies(candidate, within: $0) }) {
        sawInside = true
      } else {
        if codes.contains(where: { places.lies($0, within: candidate) }) { return .unknown }
        sawOutside = true
      }
    }
    return sawInside && sawOutside ? .unknown : Truth(sawInside)
  }
}
