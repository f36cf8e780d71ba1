import Outreach

/// What the facts tell of the recipient's place and clock.
public struct PlaceEvidence: Hashable, Sendable {
  /// The candidates that each piece of evidence leaves, at the finest level that it decides.
  public var pieces: [Piece]

  /// The names of the zones in which the recipient's clock may run, sorted.
  public var zones: [String]

  /// What decided the zones, such as `contact.time_zone` or `contact.phone`.
  public var zonesFrom: String

  /// Facts that contradict each other: both places' laws hold, and where the number has its say the clocks of both count.
  public var conflicts: [Conflict]

  /// Two facts that cannot both be true of one place, or one clock.
  public struct Conflict: Hashable, Sendable {
    /// The facts: `contact.phone`, `contact.region`.
    public var facts: [String]
    /// Whether they contradict each other about the place.
    public var isOfPlace: Bool
    /// Whether they contradict each other about the clock.
    public var isOfClock: Bool

    /// Makes a conflict.
    public init(facts: [String], isOfPlace: Bool, isOfClock: Bool) {
      self.facts = facts
      self.isOfPlace = isOfPlace
      self.isOfClock = isOfClock
    }
  }

  /// One piece of evidence.
  public struct Piece: Hashable, Sendable {
    /// The fact: `contact.phone`, `contact.region`, `contact.time_zone`.
    public var fact: String
    /// The places it leaves, sorted.
    public var candidates: [String]

    /// Makes a piece of evidence.
    public init(fact: String, candidates: [String]) {
      self.fact = fact
      self.candidates = candidates
    }
  }

  /// Makes evidence.
  public init(
    pieces: [Piece], zones: [String], zonesFrom: String, conflicts: [Conflict] = []
  ) {
    self.pieces = pieces
    self.zones = zones
    self.zonesFrom = zonesFrom
    self.conflicts = conflicts
  }

  /// The places in which the recipient certainly is: the only candidates of their pieces.
  public var certain: [String] {
    Set(pieces.filter { $0.candidates.count == 1 }.flatMap(\.candidates)).sorted()
  }

  /// The places in which the recipient may be.
  public var possible: [String] {
    Set(pieces.filter { $0.candidates.count > 1 }.flatMap(\.candidates)).subtracting(certain)
      .sorted()
  }
}
