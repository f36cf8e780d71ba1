import Outreach

/// What decided a contact's place and clocks, and what knowing its clock would be worth.
///
/// Contacts of whom the same is known share one, so that it is found, written and counted once.
public final class Whereabouts: Hashable, Sendable {
  /// What tells the place and the clocks.
  public let evidence: PlaceEvidence

  /// How many clocks that read differently are possible.
  public let clocks: Int

  /// The steps that would be permitted for longer if the clock were known, in plan order.
  public let gains: [Gain]

  /// How much longer a step would be permitted within the 24 hours from its beginning, in milliseconds.
  ///
  /// Only rules count that place and clock answer at some time of these hours: what depends on other facts of a contact
  /// is no matter of its clock.
  public struct Gain: Hashable, Sendable {
    /// The step's id.
    public var step: String
    /// The facts that would tell the clock, the surest first: `contact.time_zone`.
    public var facts: [String]
    /// How long it is permitted now.
    public var permitted: Int64
    /// How much longer on the possible clock that adds least, and on the one that adds most.
    public var least: Int64
    /// How much longer on the one that adds most.
    public var most: Int64

    /// Makes a gain.
    public init(step: String, facts: [String], permitted: Int64, least: Int64, most: Int64) {
      self.step = step
      self.facts = facts
      self.permitted = permitted
      self.least = least
      self.most = most
    }
  }

  /// Makes whereabouts.
  public init(evidence: PlaceEvidence, clocks: Int, gains: [Gain]) {
    self.evidence = evidence
    self.clocks = clocks
    self.gains = gains
  }

  /// Equal are those that say the same.
  public static func == (left: Whereabouts, right: Whereabouts) -> Bool {
    left.evidence == right.evidence && left.clocks == right.clocks && left.gains == right.gains
  }

  /// Hashes what they say.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(evidence)
    hasher.combine(gains)
  }
}

/// What whereabouts depend on.
struct WhereaboutsKey: Hashable {
  var number: NumberAnalysis?
  var evidence: PlaceEvidence
  /// What rules may ask of the place itself, which evidence may leave out: the country that a region tells as well.
  var place: [FactValue]
}

extension Judge {
  /// What is known of a contact's place and clocks; nil where nobody asks.
  func whereabouts(
    of contact: FactRecord, _ gathered: EvidenceGatherer.Result
  ) -> Whereabouts? {
    guard options.findsWhereabouts else { return nil }
    let key = WhereaboutsKey(
      number: gathered.number?.withoutDigits, evidence: gathered.evidence,
      place: ["country", "region", "time_zone"].map { contact[$0].value })
    if let known = whereabouts[key] { return known }
    let clocks = plan.zones.clocks(gathered.evidence.zones).count
    let made = Whereabouts(
      evidence: gathered.evidence, clocks: clocks,
      gains: clocks > 1 ? gains(contact) : [])
    if whereabouts.count < 1 << 16 { whereabouts[key] = made }
    return made
  }

  private func gains(_ contact: FactRecord) -> [Whereabouts.Gain] {
    let place = ["country", "region", "time_zone"]
    // No digits by which contacts in the same place differ.
    let prepared = prepare(
      contact.placed(by: place + ["phone", "postal_code"]), asRead: contact.placed(by: place))
    return plan.steps.compactMap { step in
      let facts = AttemptFacts(plan: plan, step: step, contact: prepared.facts)
      guard prepared.builtIn.allSatisfy({ $0.decision == .allowed }), let start = facts.beginning
      else { return nil }
      let day = TimeSpan(from: start, to: start.adding(milliseconds: 86_400_000))
      var decided = prepared
      decided.rules = prepared.blocking.filter { facts.decides($0, within: day) }
      guard let widening = widening(decided, facts, from: day.from, to: day.to) else { return nil }
      let now = permitted(decided, facts, from: day.from, to: day.to).length
      let alone = widening.clocks.map(\.permitted.length)
      return Whereabouts.Gain(
        step: step.id, facts: widening.facts, permitted: now,
        least: (alone.min() ?? now) - now, most: (alone.max() ?? now) - now)
    }
  }
}

extension AttemptFacts {
  /// The first instant of the step on any of the contact's clocks; nil if its time is unknown.
  var beginning: Instant? {
    contact.zones.lazy.compactMap { self.step.time.spans(on: $0)?.first }.map(\.from).min()
  }

  /// Whether a rule holds or fails for certain at some instant of a period, on some clock.
  fileprivate func decides(_ judged: JudgedRule, within period: TimeSpan) -> Bool {
    var isDecided = false
    for zone in contact.zones where !isDecided {
      walk(judged, over: [period], on: zone) { outcome, _ in
        isDecided = outcome.ok != .unknown
        return !isDecided
      }
    }
    return isDecided
  }
}

extension FactRecord {
  /// A contact of which no more is known than these facts, and that its history is empty.
  fileprivate func placed(by names: [String]) -> FactRecord {
    var record = FactRecord(.contact)
    for name in names { record[name] = self[name] }
    record["history"] = Fact(.list([]))
    return record
  }
}

extension NumberAnalysis {
  /// What the number tells, its digits left out: the same for thousands of numbers.
  var withoutDigits: NumberAnalysis {
    var number = self
    number.e164 = nil
    number.national = nil
    number.extensionDigits = nil
    return number
  }
}
