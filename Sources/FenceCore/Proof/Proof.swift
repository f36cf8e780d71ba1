public import Outreach

/// Why an expression is true, false or unknown: a tree that follows the policy's own words.
public struct Proof: Hashable, Sendable {
  /// Where in the policy it stands; nil for a row of a list.
  public var trace: Trace?

  /// Its truth at the instant and on the clock judged.
  public var truth: Truth

  /// The facts that it read itself, not through its children.
  public var facts: [ProofFact]

  /// Why no fact could settle it, where that is so.
  public var open: [String] = []

  /// The parts that decide: for a false conjunction the false ones, for an unknown one the unknown ones.
  public var children: [Proof]

  /// The rows of a list that were looked at, each with its own proof; their trace is nil.
  public var rows: [Proof]

  /// Makes a proof.
  public init(
    trace: Trace?, truth: Truth, facts: [ProofFact] = [], children: [Proof] = [],
    rows: [Proof] = []
  ) {
    self.trace = trace
    self.truth = truth
    self.facts = facts
    self.children = children
    self.rows = rows
  }
}

/// A fact as a proof cites it.
public struct ProofFact: Hashable, Sendable {
  /// Its name: `contact.relationship.last_purchase_at`, or `local time` for the clock's reading.
  public var name: String

  /// Its value.
  public var value: FactValue

  /// Where it was read.
  public var origin: Origin

  /// Makes a fact.
  public init(name: String, value: FactValue, origin: Origin) {
    self.name = name
    self.value = value
    self.origin = origin
  }

  /// Facts are the same if their names and values are.
  public static func == (left: ProofFact, right: ProofFact) -> Bool {
    left.name == right.name && left.value == right.value
  }
}

/// One rule explained for one attempt.
public struct RuleExplanation: Sendable {
  /// What it says.
  public var finding: Finding

  /// The rule (its version in force).
  public var rule: Rule

  /// The instant and the clock for which the proofs were made: the first at which the verdict is the worst.
  public var instant: Instant
  /// The clock's zone.
  public var zone: String

  /// Whether the attempt falls under it.
  public var applies: Proof

  /// The exceptions, as written.
  public var exceptions: [Proof]

  /// The requirements, as written.
  public var requirements: [Proof]

  /// What stands although the rule passes, because a grace still runs.
  public var graces: [Proof]

  /// Notes on the rule: penalties and the like.
  public var notes: [Note]

  /// Makes an explanation.
  public init(
    finding: Finding, rule: Rule, instant: Instant, zone: String, applies: Proof,
    exceptions: [Proof], requirements: [Proof], graces: [Proof], notes: [Note]
  ) {
    self.finding = finding
    self.rule = rule
    self.instant = instant
    self.zone = zone
    self.applies = applies
    self.exceptions = exceptions
    self.requirements = requirements
    self.graces = graces
    self.notes = notes
  }
}

/// One attempt explained: every rule that was judged, and how the question of place was settled.
public struct AttemptExplanation: Sendable {
  /// The judgement.
  public var judgement: AttemptJudgement

  /// What is known of the recipient's place and clock.
  public var evidence: PlaceEvidence

  /// Every rule judged that is not out of force, the decisive ones first.
  public var rules: [RuleExplanation]

  /// When the step would be allowed: the next spans in which every block-severity rule holds.
  public var permitted: [TimeSpan]

  /// How much longer it would be if the clock were known; nil if it would not.
  public var widening: Widening?

  /// Makes an explanation.
  public init(
    judgement: AttemptJudgement, evidence: PlaceEvidence, rules: [RuleExplanation],
    permitted: [TimeSpan], widening: Widening? = nil
  ) {
    self.widening = widening
    self.judgement = judgement
    self.evidence = evidence
    self.rules = rules
    self.permitted = permitted
  }
}
