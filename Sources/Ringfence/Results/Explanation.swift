import FenceCore
import Outreach

/// Why a contact may or may not be reached by a step: the proof of every rule that was in force.
public struct Explanation: Sendable {
  /// What may be done.
  public let decision: Decision

  /// What each piece of evidence says of the recipient's place: the name of the fact, and the places it leaves.
  public let places: [(fact: String, candidates: [String])]

  /// The time zones in which the recipient's clock may run.
  public let zones: [String]

  /// The rules, the decisive ones first.
  public let rules: [ExplainedRule]

  /// When the step would be allowed: spans of the next fourteen days in which every rule that blocks holds.
  public let permitted: [TimeRange]

  init(_ explained: AttemptExplanation, of contact: Contact, _ campaign: Campaign) {
    decision = Decision(explained.judgement.decision)
    places = explained.evidence.pieces.map { (fact: $0.fact, candidates: $0.candidates) }
    zones = explained.evidence.zones
    let step = explained.judgement.step
    rules = explained.rules.map { rule in
      ExplainedRule(rule, step: step, of: contact, campaign)
    }
    permitted = explained.permitted.map(TimeRange.init)
  }
}

/// One rule with its proof.
public struct ExplainedRule: Sendable {
  /// What it says; also where it is satisfied.
  public let finding: Finding

  /// The instant for which the proofs were made: the first at which the verdict is the worst.
  public let instant: Instant

  /// The zone of the clock for which they were made.
  public let zone: String

  /// Whether the attempt falls under the rule.
  public let applies: Proof

  /// What the rule requires, or the organisation's reading in its place.
  public let requirements: [Proof]

  /// The exceptions to it.
  public let exceptions: [Proof]

  init(
    _ rule: RuleExplanation, step: String, of contact: Contact, _ campaign: Campaign
  ) {
    let proof = { (proof: FenceCore.Proof) in Proof(proof, of: contact, campaign) }
    finding = Finding(rule.finding, step: step, of: contact, campaign)
    instant = Instant(rule.instant)
    zone = rule.zone
    applies = proof(rule.applies)
    requirements = rule.requirements.map(proof)
    exceptions = rule.exceptions.map(proof)
  }
}

/// Why a condition holds, does not, or is not known: a tree that follows the policy's own words.
///
/// ```swift
/// func lines(_ proof: Proof, depth: Int = 0) -> [String] {
///   let mark = proof.holds.map { $0 ? "yes" : "no" } ?? "not known"
///   return [String(repeating: "  ", count: depth) + "\(proof.words ?? "a row"): \(mark)"]
///     + (proof.parts + proof.rows).flatMap { lines($0, depth: depth + 1) }
/// }
/// ```
public struct Proof: Hashable, Sendable {
  /// The policy's words; nil for a row of a list.
  public let words: String?

  /// The place of these words in the policy: file, line and column; nil for a row.
  public let location: Location?

  /// Whether the condition holds; nil if that is not known.
  public let holds: Bool?

  /// The facts that it read itself, not through its parts.
  public let facts: [CitedFact]

  /// The parts that decide.
  public let parts: [Proof]

  /// The rows of a list that were looked at.
  public let rows: [Proof]

  /// A fact as a proof cites it.
  public struct CitedFact: Hashable, Sendable {
    /// Its name, such as `contact.recipient`.
    public let name: String

    /// Its value; nil if it is not known.
    public let value: Facts?

    /// Where it was read; nil if it was read nowhere.
    public let location: Location?
  }

  init(_ proof: FenceCore.Proof, of contact: Contact, _ campaign: Campaign) {
    words = proof.trace?.text
    location = proof.trace.map {
      Location(
        document: $0.location.file, line: $0.location.line, column: $0.location.column)
    }
    holds =
      switch proof.truth {
      case .yes: true
      case .no: false
      case .unknown: nil
      }
    facts = proof.facts.map { fact in
      CitedFact(
        name: fact.name, value: Facts(fact.value),
        location: campaign.location(fact.origin, contact))
    }
    parts = proof.children.map { Proof($0, of: contact, campaign) }
    rows = proof.rows.map { Proof($0, of: contact, campaign) }
  }
}
