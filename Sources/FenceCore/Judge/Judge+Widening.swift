public import Outreach

/// How much longer a step would be permitted if it were known which of the possible clocks is the recipient's.
public struct Widening: Hashable, Sendable {
  /// The facts that would tell, the surest first: `contact.time_zone`.
  public var facts: [String]

  /// The possible clocks, each judged alone, the longest permitted first.
  public var clocks: [Clock]

  /// One of the possible clocks.
  public struct Clock: Hashable, Sendable {
    /// The zones that read alike in the time looked at, sorted.
    public var zones: [String]

    /// When the step would be allowed, were this the only clock.
    public var permitted: [TimeSpan]

    /// Makes a clock.
    public init(zones: [String], permitted: [TimeSpan]) {
      self.zones = zones
      self.permitted = permitted
    }
  }

  /// Makes a widening.
  public init(facts: [String], clocks: [Clock]) {
    self.facts = facts
    self.clocks = clocks
  }
}

extension Judge {
  /// What knowing the recipient's clock would add to the permitted time of a step.
  ///
  /// Each possible clock is judged alone, with the policies that the evidence of place leaves as they are: a place that
  /// came to be known too could only take policies away.
  ///
  /// - Parameters:
  ///   - contact: a record of kind `contact`.
  ///   - step: the step's number in the plan, from 0.
  ///   - from: the first instant looked at.
  ///   - to: the first instant after it that is not.
  /// - Returns: nil if one clock is left, or no clock alone would be permitted for longer.
  public func widening(
    _ contact: FactRecord, step: Int, from: Instant, to: Instant
  ) -> Widening? {
    guard plan.steps.indices.contains(step), from < to else { return nil }
    let prepared = prepare(contact)
    let facts = AttemptFacts(plan: plan, step: plan.steps[step], contact: prepared.facts)
    return widening(prepared, facts, from: from, to: to)
  }

  func widening(
    _ prepared: Prepared, _ facts: AttemptFacts, from: Instant, to: Instant
  ) -> Widening? {
    let evidence = prepared.facts.evidence
    guard evidence.zonesFrom != "contact.time_zone", evidence.zones.count > 1,
      prepared.builtIn.allSatisfy({ $0.decision == .allowed })
    else { return nil }
    let period = TimeSpan(from: from, to: to)
    let clocks = alike(evidence.zones, in: period).map { zones in
      Widening.Clock(
        zones: zones.map(\.name), permitted: permitted(prepared, facts, over: period, on: zones[0]))
    }
    guard clocks.count > 1 else { return nil }
    let now = permitted(prepared, facts, from: from, to: to).length
    let longest = clocks.sorted {
      ($0.permitted.length, $1.zones[0]) > ($1.permitted.length, $0.zones[0])
    }
    guard let best = longest.first, best.permitted.length > now else { return nil }
    return Widening(facts: tellingFacts(evidence), clocks: longest)
  }

  /// The zones grouped by what they read in a period; each group is in the order of the names.
  private func alike(_ names: [String], in period: TimeSpan) -> [[ZoneHistory]] {
    var groups: [[Int64]: [ZoneHistory]] = [:]
    for zone in names.compactMap({ plan.zones.history(of: $0) }) {
      var readings: [Int64] = []
      var instant = period.from
      while instant < period.to {
        let (seconds, until) = zone.offset(at: instant)
        readings += [instant.milliseconds, Int64(seconds)]
        instant = until
      }
      groups[readings, default: []].append(zone)
    }
    return groups.values.sorted { $0[0].name < $1[0].name }
  }

  /// The facts that would tell the clock: the zone itself, and the parts of an address that are missing and finer than
  /// what is known.
  private func tellingFacts(_ evidence: PlaceEvidence) -> [String] {
    let places = Set(evidence.pieces.flatMap(\.candidates))
    let given = Set(evidence.pieces.map(\.fact))
    let isSettled = places.count == 1 && places.allSatisfy { $0.utf8.count > 2 }
    guard !isSettled, !given.contains("contact.region") else { return ["contact.time_zone"] }
    return given.contains("contact.postal_code")
      ? ["contact.time_zone", "contact.region"]
      : ["contact.time_zone", "contact.region", "contact.postal_code"]
  }
}

extension [TimeSpan] {
  /// How long the spans are together, in milliseconds.
  public var length: Int64 { reduce(0) { $0 + $1.to.milliseconds - $1.from.milliseconds } }
}
