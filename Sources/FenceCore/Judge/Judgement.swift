public import Outreach

/// What one rule says of one attempt, where that is worth reporting.
public struct Finding: Hashable, Sendable {
  /// The rule's id, such as `US.dnc_scrub`, or a built-in one such as `ringfence.number`.
  public var rule: String

  /// The first day of the version judged; nil if it has been in force always, and for built-in findings.
  public var version: CivilDate?

  /// The rule's title.
  public var title: String

  /// What it says.
  public var verdict: Verdict

  /// How its failure counts.
  public var severity: Severity

  /// Whether it rests on weak law, or was saved by a weak exception alone.
  public var isWeak: Bool

  /// The facts for want of which it is unproven, sorted: `contact.time_zone`.
  public var missing: [String]

  /// The next instant at which the verdict changes if no fact does; nil if none was found or none was asked for.
  public var nextChange: Instant?

  /// What excused the attempt, where the verdict is `exempt` or `waived`: the policy or the clause.
  public var excusedBy: String?

  /// The waiver, where the verdict is `waived`.
  public var waiver: Waiver?

  /// Waivers of the rule that ended before the attempt, where it is not satisfied.
  public var endedWaivers: [Waiver]

  /// What to do.
  public var fix: String?

  /// The law: citations with pinpoints, and the first link.
  public var citations: [String]
  /// Where it can be read.
  public var link: String?

  /// The fact of the plan, programme or contact that decides, if one can be named.
  public var origin: Origin

  /// One sentence for a built-in finding; nil for rules of policies, whose title says it.
  public var message: String?

  /// The places (lint: targets) under which the rule was judged, sorted.
  public var places: [String]

  /// What the finding makes of the attempt: only block-severity rules count.
  public var decision: Decision {
    guard severity == .block else { return .allowed }
    switch verdict {
    case .fail: return isWeak ? .review : .blocked
    case .unproven: return .review
    case .exempt: return isWeak ? .review : .allowed
    default: return .allowed
    }
  }

  /// Makes a finding about a rule.
  public init(rule: String, title: String, verdict: Verdict, severity: Severity) {
    self.rule = rule
    self.title = title
    self.verdict = verdict
    self.severity = severity
    isWeak = false
    missing = []
    endedWaivers = []
    citations = []
    origin = .absent
    places = []
  }
}

/// A span of time, its start included and its end not.
public struct TimeSpan: Hashable, Sendable {
  /// The first instant.
  public var from: Instant

  /// The first instant after it.
  public var to: Instant

  /// Makes a span.
  public init(from: Instant, to: Instant) {
    self.from = from
    self.to = to
  }
}

/// One contact judged on one step.
public struct AttemptJudgement: Hashable, Sendable {
  /// The step's id, and its number in the plan from 0.
  public var step: String
  /// The step's number in the plan, from 0.
  public var stepIndex: Int

  /// What may be done.
  public var decision: Decision

  /// Every rule that fails or is unproven, and every rule saved by a weak exception alone, ordered by severity,
  /// verdict, rule; plan rules are not among them.
  public var findings: [Finding]

  /// Plan rules that fail or are unproven; reported once a step, they count in the decision.
  public var planFindings: [Finding]

  /// Rules excused by an exception or a waiver, for the counts of the summary.
  public var excused: [Finding]

  /// Plan rules excused by an exception or a waiver, for the counts of the summary: once a step.
  public var planExcused: [Finding]

  /// For a step with a window, the parts in which every block-severity rule holds; nil for an instant.
  public var permitted: [TimeSpan]?

  /// Gaps that apply.
  public var gaps: [String]

  /// Makes a judgement.
  public init(
    step: String, stepIndex: Int, decision: Decision, findings: [Finding],
    planFindings: [Finding], excused: [Finding], planExcused: [Finding] = [],
    permitted: [TimeSpan]?, gaps: [String]
  ) {
    self.step = step
    self.stepIndex = stepIndex
    self.decision = decision
    self.findings = findings
    self.planFindings = planFindings
    self.excused = excused
    self.planExcused = planExcused
    self.permitted = permitted
    self.gaps = gaps
  }

  /// The findings of which a row of a table tells.
  ///
  /// Those about the contact, and of those about the plan the ones of severity block, which decide the attempt or would
  /// have. Others are said of the plan, not of each of its attempts.
  public var named: [Finding] {
    let decides = { (finding: Finding) in finding.severity == .block }
    return planFindings.filter(decides) + findings + planExcused.filter(decides) + excused
  }
}

/// One contact judged on every step.
public struct ContactJudgement: Hashable, Sendable {
  /// The contact's id and number, unmasked; empty where the record has none.
  public var id: String
  /// The contact's number, unmasked.
  public var phone: String

  /// The worst of the attempts' decisions.
  public var decision: Decision

  /// The policies that certainly or possibly cover the recipient, codes first, sorted.
  public var jurisdictions: [String]

  /// The attempts, in plan order.
  public var attempts: [AttemptJudgement]

  /// The segments to which the contact certainly belongs, sorted.
  public var segments: [String]

  /// The segments to which it may belong, for all that is known of it, sorted.
  public var doubtfulSegments: [String]

  /// The contact's number as a key (`PhoneKeys.canonical`), to find it again in the list; nil if it has none that
  /// can be read.
  public var number: UInt64?

  /// What decided its place and clocks; nil where nobody asked.
  public var whereabouts: Whereabouts?

  /// Makes a judgement.
  public init(
    id: String, phone: String, decision: Decision, jurisdictions: [String],
    attempts: [AttemptJudgement], segments: [String], doubtfulSegments: [String] = [],
    number: UInt64? = nil, whereabouts: Whereabouts? = nil
  ) {
    self.id = id
    self.phone = phone
    self.decision = decision
    self.jurisdictions = jurisdictions
    self.attempts = attempts
    self.segments = segments
    self.doubtfulSegments = doubtfulSegments
    self.number = number
    self.whereabouts = whereabouts
  }
}

/// What a plan must change, and what each contact will have to bring, before any contact is known.
public struct LintJudgement: Hashable, Sendable {
  /// What is certainly wrong, or unproven for want of the plan's or the programme's facts, by step.
  public var findings: [StepFinding]

  /// What depends on facts that only contacts bring.
  public var requirements: [Requirement]

  /// A finding at a step.
  public struct StepFinding: Hashable, Sendable {
    /// The step's id.
    public var step: String
    /// The finding; its `places` are the targets concerned.
    public var finding: Finding

    /// Makes a finding at a step.
    public init(step: String, finding: Finding) {
      self.step = step
      self.finding = finding
    }
  }

  /// A rule that will be judged by facts that each contact has to bring.
  public struct Requirement: Hashable, Sendable {
    /// The target, or a region of a target, where it will be judged.
    public var place: String
    /// The rule's id, title and severity.
    public var rule: String
    /// Its title.
    public var title: String
    /// How a failure counts.
    public var severity: Severity
    /// The steps concerned.
    public var steps: [String]
    /// The contact's facts that decide.
    public var facts: [String]

    /// Makes a requirement.
    public init(
      place: String, rule: String, title: String, severity: Severity, steps: [String],
      facts: [String]
    ) {
      self.place = place
      self.rule = rule
      self.title = title
      self.severity = severity
      self.steps = steps
      self.facts = facts
    }
  }

  /// Makes a judgement.
  public init(findings: [StepFinding], requirements: [Requirement]) {
    self.findings = findings
    self.requirements = requirements
  }
}
