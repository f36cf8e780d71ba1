import Outreach

/// A plan prepared for judging.
final class PlanFacts {
  let record: FactRecord
  let programme: FactRecord?
  let library: Library
  let zones: ZoneCache
  let places: any Gazetteer
  let covered: CoveredPlaces
  let holidays: HolidayMemory
  private(set) var steps: [StepFacts] = []

  init(
    record: FactRecord, programme: FactRecord?, library: Library, zones: ZoneCache,
    places: any Gazetteer
  ) {
    self.record = record
    self.library = library
    self.zones = zones
    self.places = places
    covered = CoveredPlaces(library, places)
    holidays = HolidayMemory(library)
    if let programme {
      self.programme = programme
    } else if case .record(let own) = record["programme"].value {
      self.programme = own
    } else {
      self.programme = nil
    }
    for step in StepFacts.records(of: record) {
      steps.append(StepFacts(step, index: steps.count, plan: self))
    }
  }

  /// The campaign's id, where it is known.
  var campaign: String? {
    guard case .text(let id) = record["campaign"].value else { return nil }
    return id
  }

  /// Whether a history entry belongs to this plan's campaign.
  func owns(_ entry: FactRecord) -> Bool {
    guard let campaign else { return false }
    return entry["campaign"].value == .text(campaign)
  }
}

/// A step of a plan prepared for judging.
final class StepFacts {
  let record: FactRecord
  /// The plan as the step sees it: a caller id of its own stands for the sender's.
  let plan: FactRecord
  let index: Int
  let id: String
  let time: StepTime
  let channel: FactValue
  private let message: MessageReader
  private var said: [Word: Truth] = [:]
  private var saidFirst: [Word: Truth] = [:]

  init(_ record: FactRecord, index: Int, plan: PlanFacts) {
    self.record = record
    self.index = index
    id = StepFacts.id(of: record, index: index)
    time = stepTime(of: record)
    channel = record["channel"].value
    var effective = plan.record
    if record["caller_id"].value != .unknown,
      case .record(var sender) = effective["sender"].value
    {
      sender["caller_id"] = record["caller_id"]
      effective["sender"].value = .record(sender)
    }
    self.plan = effective
    message = MessageReader(step: record, plan: plan)
  }

  /// The records of a plan's steps, in order.
  static func records(of plan: FactRecord) -> [FactRecord] {
    guard case .list(let items) = plan["steps"].value else { return [] }
    return items.compactMap { item in
      guard case .record(let step) = item.value else { return nil }
      return step
    }
  }

  /// The id of a step; its number, from 1, where it has none.
  static func id(of step: FactRecord, index: Int) -> String {
    guard case .text(let id) = step["id"].value else { return "step \(index + 1)" }
    return id
  }

  /// Where the time of the attempt was read: its `at`, or the end of its window.
  var timeOrigin: Origin { timeOrigin(atStart: false) }

  /// Where the start or the end of the step's time was read.
  func timeOrigin(atStart: Bool) -> Origin {
    if record["at"].origin != .absent { return record["at"].origin }
    guard case .record(let window) = record["window"].value else { return record.origin }
    for name in atStart ? ["local_from", "from"] : ["local_to", "to"] {
      if window[name].origin != .absent { return window[name].origin }
    }
    return window.origin
  }

  /// The outcomes of another step in whose runs this step takes place; all if it does not wait for it.
  func awaited(from other: String) -> [Word] {
    let all = WordSet.all(of: .outcome).words
    guard case .record(let condition) = record["only_if"].value,
      condition["step"].value == .text(other),
      case .words(let outcomes) = condition["outcome"].value
    else { return all }
    return outcomes.words
  }

  func says(_ element: Word, first: Bool) -> Truth {
    if let known = first ? saidFirst[element] : said[element] { return known }
    let truth = message.says(element, first: first)
    if first { saidFirst[element] = truth } else { said[element] = truth }
    return truth
  }
}
