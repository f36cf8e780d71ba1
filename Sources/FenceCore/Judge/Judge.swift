public import Outreach

/// The definition of the language: judges attempts by walking the core.
///
/// One judge serves one plan; it keeps what it has learnt of the list and must not be shared by threads.
public final class Judge {
  let library: Library
  let plan: PlanFacts
  let world: World
  /// What it looks for.
  public let options: Options
  @exclusivity(unchecked) var list: ListTally
  var planVerdicts: [PlanVerdictKey: RuleResult] = [:]
  /// The plan rules that count business days which differ from place to place, by id.
  private lazy var placedPlanRules = Set(
    library.policies.flatMap(\.rules).filter { $0.scope == .plan && library.dependsOnPlace($0) }
      .map(\.id))
  var whereabouts: [WhereaboutsKey: Whereabouts] = [:]

  /// What to judge with.
  public struct Options: Sendable {
    /// Only these rules, by id or by policy name; empty for all.
    public var only: [String]
    /// None of these rules.
    public var skip: [String]
    /// Whether findings carry their next change.
    public var findsNextChange: Bool
    /// Whether findings carry the names of missing facts, the decisive fact's origin, what excused, and the places under
    /// which their rules are judged.
    public var findsReasons: Bool
    /// Whether attempts with a window carry the parts of it in which they would be allowed.
    public var findsPermitted: Bool
    /// Whether contacts carry what decided their place and clocks, and what knowing the clock would be worth.
    public var findsWhereabouts: Bool

    /// Makes options.
    public init(
      only: [String] = [], skip: [String] = [], findsNextChange: Bool = false,
      findsReasons: Bool = true, findsPermitted: Bool = true, findsWhereabouts: Bool = true
    ) {
      self.only = only
      self.skip = skip
      self.findsNextChange = findsNextChange
      self.findsReasons = findsReasons
      self.findsPermitted = findsPermitted
      self.findsWhereabouts = findsWhereabouts
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
  ) {
    self.library = library
    self.world = world
    self.options = options
    self.plan = PlanFacts(
      record: plan, programme: programme, library: library, zones: ZoneCache(world.zones),
      places: world.places)
    list = ListTally(library.shares)
  }

  /// A judge of the same plan by more policies, which knows what this one has learnt of the list.
  ///
  /// - Parameter library: every policy of this judge's library that has rules of the whole list, and any others.
  /// - Returns: another judge; this one stays as it is.
  public func continued(with library: Library) -> Judge {
    let judge = Judge(
      library: library, plan: plan.record, programme: plan.programme, world: world,
      options: options)
    judge.list.add(list)
    return judge
  }

  /// The ids of the plan's steps, in order.
  public var steps: [String] { plan.steps.map(\.id) }

  /// The ids of a plan's steps, in order.
  public static func steps(of plan: FactRecord) -> [String] {
    StepFacts.records(of: plan).enumerated().map { StepFacts.id(of: $1, index: $0) }
  }

  /// Judges a contact (a record of kind `contact`) on every step of the plan, and counts it for the list.
  ///
  /// - Complexity: rules × steps × clocks × changes within the step's time.
  public func judge(_ contact: FactRecord) -> ContactJudgement {
    let gathered = EvidenceGatherer(world: world).gather(contact)
    let facts = ContactFacts(
      contact, derived: gathered.derived, evidence: gathered.evidence, plan: plan)
    let coverage = PolicyCoverage(evidence: gathered.evidence, plan: plan)
    let rules = coverage.judgedRules(options: options)
    let builtIn = builtInFindings(facts, gathered, coverage)
    let attempts = plan.steps.map { step in
      judge(
        AttemptFacts(plan: plan, step: step, contact: facts), rules: rules, builtIn: builtIn)
    }
    let segments = tallyList(facts, coverage)
    return ContactJudgement(
      id: text(contact["id"]), phone: text(contact["phone"]),
      decision: attempts.map(\.decision).max() ?? .allowed, jurisdictions: coverage.names,
      attempts: attempts, segments: segments.certain, doubtfulSegments: segments.doubtful,
      number: gathered.number?.e164.flatMap { PhoneKeys.canonical($0.utf8) },
      whereabouts: whereabouts(of: contact, gathered))
  }

  func judge(
    _ facts: AttemptFacts, rules: [JudgedRule], builtIn: [Finding]
  ) -> AttemptJudgement {
    var draft = AttemptDraft(builtIn: builtIn)
    for judged in rules where judged.rule.scope != .list {
      let result = result(of: judged, facts)
      if result.isNotable { draft.add(judged.rule, result, finding(judged, result, facts)) }
    }
    return draft.judgement(of: facts.step, permitted: permitted(rules, of: facts))
  }

  /// The parts of a step's window that are permitted; nil for an instant, and where nobody asks.
  func permitted(_ rules: [JudgedRule], of facts: AttemptFacts) -> [TimeSpan]? {
    facts.step.time.isWindow && options.findsPermitted ? permitted(rules, facts) : nil
  }

  /// Judges a rule over the step's time; plan rules once for every set of clocks, unless places matter besides.
  func result(of judged: JudgedRule, _ facts: AttemptFacts) -> RuleResult {
    guard judged.rule.scope == .plan, !judged.isLoosened,
      !placedPlanRules.contains(judged.rule.id)
    else {
      return facts.result(of: judged)
    }
    let key = PlanVerdictKey(
      rule: judged.rule.id, version: judged.rule.from, step: facts.step.index,
      zones: facts.contact.zones.map(\.name), isCertain: judged.isCertain)
    if let known = planVerdicts[key] { return known }
    let result = facts.result(of: judged)
    planVerdicts[key] = result
    return result
  }

  func text(_ fact: Fact) -> String {
    switch fact.value {
    case .text(let text), .phone(let text): text
    case .number(let number): number.description
    default: ""
    }
  }
}

/// The findings of an attempt while they are gathered.
struct AttemptDraft {
  private var findings: [Finding]
  private var planFindings: [Finding] = []
  private var excused: [Finding] = []
  private var planExcused: [Finding] = []
  private var gaps: [String] = []

  init(builtIn: [Finding]) { findings = builtIn }

  /// Adds what a rule says, if it is notable.
  mutating func add(_ rule: Rule, _ result: RuleResult, _ finding: @autoclosure () -> Finding) {
    if rule.isGap, result.verdict == .unproven { gaps.append(rule.id) }
    switch SharedFinding.Part(rule, result) {
    case .planFindings: planFindings.append(finding())
    case .findings: findings.append(finding())
    case .planExcused: planExcused.append(finding())
    case .excused: excused.append(finding())
    case nil: return
    }
  }

  /// The judgement of a step.
  func judgement(of step: StepFacts, permitted: [TimeSpan]?) -> AttemptJudgement {
    let findings = Finding.inOrder(findings)
    let planFindings = Finding.inOrder(planFindings)
    return AttemptJudgement(
      step: step.id, stepIndex: step.index,
      decision: (findings + planFindings).map(\.decision).max() ?? .allowed, findings: findings,
      planFindings: planFindings, excused: excused, planExcused: planExcused,
      permitted: permitted, gaps: gaps.sorted())
  }
}

/// What a plan rule's verdict depends on.
struct PlanVerdictKey: Hashable {
  var rule: String
  var version: CivilDate?
  var step: Int
  var zones: [String]
  var isCertain: Bool
}

extension Finding {
  /// Findings in the order of `isOrdered`: what they are ordered by is moved about until they are sorted, not all that
  /// they hold.
  static func inOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().map { (place: $0, order: Order($1)) }.sorted { $0.order < $1.order }
      .map { findings[$0.place] }
  }

  /// Orders by severity, the gravest first, then verdict, failures first, then rule and version.
  public static func isOrdered(_ left: Finding, before right: Finding) -> Bool {
    Order(left) < Order(right)
  }

  /// What findings are ordered by.
  private struct Order: Comparable {
    var severity: Severity
    var rank: Int
    var rule: String
    var version: CivilDate

    init(_ finding: Finding) {
      severity = finding.severity
      rank = finding.verdict.reportRank
      rule = finding.rule
      version = finding.version ?? .earliest
    }

    static func < (left: Order, right: Order) -> Bool {
      if left.severity != right.severity { return left.severity > right.severity }
      if left.rank != right.rank { return left.rank < right.rank }
      if left.rule != right.rule { return left.rule < right.rule }
      return left.version < right.version
    }
  }
}

extension Verdict {
  /// Its place in the order of reports, failures first.
  var reportRank: Int {
    switch self {
    case .fail: 0
    case .unproven: 1
    default: 2
    }
  }
}
