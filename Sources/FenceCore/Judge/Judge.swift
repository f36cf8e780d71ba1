public import Outreach

/// The definition of the language: judges attempts by walking the core.
///
/// One judge serves one plan; it keeps zone histories between contacts and must not be shared by threads.
public final class Judge {
  /// What to judge with.
  public struct Options: Sendable {
    /// Only these rules, by id or by policy name; empty for all.
    public var only: [String]
    /// None of these rules.
    public var skip: [String]
    /// Whether findings carry their next change.
    public var findsNextChange: Bool
    /// Whether findings carry the names of missing facts and the decisive fact's origin.
    public var findsReasons: Bool

    /// Makes options.
    public init(
      only: [String] = [], skip: [String] = [], findsNextChange: Bool = false,
      findsReasons: Bool = true
    ) {
      self.only = only
      self.skip = skip
      self.findsNextChange = findsNextChange
      self.findsReasons = findsReasons
    }
  }

  /// Makes a judge of a plan.
  ///
  /// - Parameters:
  ///   - library: every policy that may cover somebody.
  ///   - plan: a record of kind `plan`.
  ///   - programme: a record of kind `programme`; nil if nothing is known of it but what the plan carries.
  ///   - world: zones, numbers and places.
  ///   - options: what to judge with.
  public init(
    library: Library, plan: FactRecord, programme: FactRecord?, world: World, options: Options
  ) {}

  /// Judges a contact (a record of kind `contact`) on every step of the plan.
  public func judge(_ contact: FactRecord) -> ContactJudgement {
    ContactJudgement(
      id: "", phone: "", decision: .review, jurisdictions: [], attempts: [], segments: [])
  }

  /// Judges the plan alone, for its targets.
  public func lint() -> LintJudgement { LintJudgement(findings: [], requirements: []) }

  /// Explains the verdicts on one step of the plan.
  public func explain(_ contact: FactRecord, step: Int) -> AttemptExplanation {
    AttemptExplanation(
      judgement: AttemptJudgement(
        step: "", stepIndex: 0, decision: .review, findings: [], planFindings: [], excused: [],
        permitted: nil, gaps: []),
      evidence: PlaceEvidence(pieces: [], zones: [], zonesFrom: ""), rules: [], permitted: [])
  }

  /// The spans between two instants in which a step, made at an instant of them, would be allowed.
  public func permitted(_ contact: FactRecord, step: Int, from: Instant, to: Instant) -> [TimeSpan]
  {
    []
  }

  /// Adds a judged contact to what is known of the whole list.
  public func listFindings() -> [Finding] { [] }
}
