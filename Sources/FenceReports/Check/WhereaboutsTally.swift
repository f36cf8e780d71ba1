public import FenceCore

/// Counts what decided the contacts' places and clocks, and what knowing the clock would add.
public struct WhereaboutsTally: Sendable {
  /// The contacts by what decided place and clock.
  public internal(set) var evidence: [Evidence: EvidenceCount] = [:]

  /// The contacts of which two facts contradict each other.
  public internal(set) var conflicts: [PlaceEvidence.Conflict: Int] = [:]

  /// The contacts that would gain permitted time, by step and by the facts that would tell the clock.
  public internal(set) var gains: [GainKey: GainCount] = [:]

  /// Whereabouts that many contacts share, each counted once they are all known.
  private var pending: [ObjectIdentifier: (whereabouts: Whereabouts, contacts: Int)] = [:]

  /// What decided place and clock.
  public struct Evidence: Hashable, Sendable {
    /// The facts that tell the place; empty where none does.
    public var placeFrom: [String]
    /// The fact that tells the clock; empty where every clock there is may be the contact's.
    public var clockFrom: String
  }

  /// How many contacts are placed by the same evidence.
  public struct EvidenceCount: Hashable, Sendable {
    /// All of them.
    public var contacts = 0
    /// Those who may be in one of several places.
    public var onSeveralPlaces = 0
    /// Those who may be on one of several clocks.
    public var onSeveralClocks = 0
  }

  /// A step, and the facts that would tell the clock.
  public struct GainKey: Hashable, Sendable {
    /// The step's id.
    public var step: String
    /// The facts, the surest first.
    public var facts: [String]
  }

  /// What contacts would gain at a step, in milliseconds within 24 hours.
  public struct GainCount: Hashable, Sendable {
    /// How many contacts.
    public var contacts = 0
    /// How long the step is permitted for them now, from the shortest to the longest.
    public var permitted: ClosedRange<Int64>
    /// How much longer it would be, from the clock that adds least to the one that adds most.
    public var gain: ClosedRange<Int64>
    /// What all contacts would gain together at the least, and at the most.
    public var least: Int64 = 0
    /// What all contacts would gain together at the most.
    public var most: Int64 = 0
  }

  /// Counts contacts.
  mutating func add(_ whereabouts: Whereabouts, times: Int) {
    pending[ObjectIdentifier(whereabouts), default: (whereabouts, 0)].contacts += times
    // Of so many that are each one's own not all need be kept.
    if pending.count > 1 << 17 { settle() }
  }

  /// Adds the counts of other contacts.
  mutating func add(_ later: WhereaboutsTally) {
    settle()
    let later = later.settled
    for (key, count) in later.evidence {
      evidence[key, default: EvidenceCount()].contacts += count.contacts
      evidence[key]?.onSeveralPlaces += count.onSeveralPlaces
      evidence[key]?.onSeveralClocks += count.onSeveralClocks
    }
    conflicts.merge(later.conflicts) { $0 + $1 }
    gains.merge(later.gains) { own, other in
      GainCount(
        contacts: own.contacts + other.contacts,
        permitted: own.permitted.extended(to: other.permitted),
        gain: own.gain.extended(to: other.gain), least: own.least + other.least,
        most: own.most + other.most)
    }
  }

  /// The tally with everything counted.
  var settled: WhereaboutsTally {
    var tally = self
    tally.settle()
    return tally
  }

  private mutating func settle() {
    for (whereabouts, contacts) in pending.values { add(whereabouts, contacts) }
    pending.removeAll()
  }

  private mutating func add(_ whereabouts: Whereabouts, _ contacts: Int) {
    let told = whereabouts.evidence
    let key = Evidence(placeFrom: told.pieces.map(\.fact), clockFrom: told.zonesFrom)
    var count = evidence[key] ?? EvidenceCount()
    count.contacts += contacts
    if told.pieces.contains(where: { $0.candidates.count > 1 }) {
      count.onSeveralPlaces += contacts
    }
    if whereabouts.clocks > 1 { count.onSeveralClocks += contacts }
    evidence[key] = count
    for conflict in told.conflicts { conflicts[conflict, default: 0] += contacts }
    for gain in whereabouts.gains {
      let key = GainKey(step: gain.step, facts: gain.facts)
      let own = gain.least...max(gain.least, gain.most)
      var count =
        gains[key]
        ?? GainCount(permitted: gain.permitted...gain.permitted, gain: own)
      count.contacts += contacts
      count.permitted = count.permitted.extended(to: gain.permitted...gain.permitted)
      count.gain = count.gain.extended(to: own)
      count.least += Int64(contacts) * own.lowerBound
      count.most += Int64(contacts) * own.upperBound
      gains[key] = count
    }
  }
}

extension WhereaboutsTally {
  /// What decided place and clock, of most contacts first.
  var byContacts: [(evidence: Evidence, count: EvidenceCount)] {
    evidence.map { ($0, $1) }.sorted { left, right in
      if left.count.contacts != right.count.contacts {
        return left.count.contacts > right.count.contacts
      }
      return (left.evidence.placeFrom.joined(separator: " "), left.evidence.clockFrom)
        < (right.evidence.placeFrom.joined(separator: " "), right.evidence.clockFrom)
    }
  }

  /// The contradictions, of most contacts first.
  var conflictsByContacts: [(conflict: PlaceEvidence.Conflict, contacts: Int)] {
    conflicts.map { ($0, $1) }.sorted { left, right in
      left.contacts != right.contacts
        ? left.contacts > right.contacts : left.conflict.sentence < right.conflict.sentence
    }
  }

  /// What would be gained, in the order of the plan's steps, then of most contacts.
  func gains(by steps: [CheckSummary.StepCount]) -> [(key: GainKey, count: GainCount)] {
    steps.flatMap { step in
      gains.filter { $0.key.step == step.id }.map { ($0, $1) }.sorted { left, right in
        if left.count.contacts != right.count.contacts {
          return left.count.contacts > right.count.contacts
        }
        return (left.key.facts.count, left.key.facts.joined(separator: " "))
          < (right.key.facts.count, right.key.facts.joined(separator: " "))
      }
    }
  }
}

extension PlaceEvidence.Conflict {
  /// `contact.phone and contact.region on the place and the clock`.
  var sentence: String {
    let matters = (isOfPlace ? ["the place"] : []) + (isOfClock ? ["the clock"] : [])
    return "\(facts.joined(separator: " and ")) on \(matters.joined(separator: " and "))"
  }
}

extension ClosedRange<Int64> {
  fileprivate func extended(to other: ClosedRange<Int64>) -> ClosedRange<Int64> {
    Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
  }
}
