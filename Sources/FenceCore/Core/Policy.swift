public import Outreach

/// A policy as the engines see it: names resolved, types checked, verbs lowered.
public struct Policy: Hashable, Sendable {
  /// Its name: an ISO 3166 code, `EU`, or a lower-case word.
  public var name: String

  /// Its title.
  public var title: String

  /// The file it was read from, and its header's place there.
  public var location: PolicyLocation

  /// The policy it stands within, if any.
  public var parent: String?

  /// Whom it covers.
  public var coverage: Coverage

  /// Its rules and gaps, in the order written.
  public var rules: [Rule]

  /// Exceptions that it makes to rules of its ancestors, in its own branch only.
  public var exemptions: [Exemption]

  /// An organisation's dated overrides.
  public var waivers: [Waiver]

  /// Segments that reports count.
  public var segments: [Segment]

  /// Its constants, with what an organisation put in their place.
  public var constants: [NamedConstant]

  /// The organisation's own fields that it declares.
  public var ownFields: [DeclaredField]

  /// Notes: shown, never judged.
  public var notes: [Note]

  /// Its sources, by name.
  public var sources: [Source]

  /// Its registers.
  public var registers: [Register]

  /// Its calendars.
  public var calendars: [NamedCalendar]

  /// Days that are no business days; nil if the policy does not say.
  public var businessDays: BusinessDays?

  /// Words by which a message is seen to say an element.
  public var phrases: [Phrases]

  /// Whether it is about an organisation or a theme (a lower-case name) rather than a place.
  public var isWordPolicy: Bool { name.utf8.first.map { (97...122).contains($0) } ?? true }

  /// Makes a policy without declarations.
  public init(
    name: String, title: String, location: PolicyLocation, parent: String?, coverage: Coverage
  ) {
    self.name = name
    self.title = title
    self.location = location
    self.parent = parent
    self.coverage = coverage
    rules = []
    exemptions = []
    waivers = []
    segments = []
    constants = []
    ownFields = []
    notes = []
    sources = []
    registers = []
    calendars = []
    phrases = []
  }
}

/// Whom a policy covers.
public enum Coverage: Hashable, Sendable {
  /// Nobody: a library of defines, phrases and calendars.
  case nobody
  /// Every attempt.
  case everyone
  /// Recipients in these places, and senders in them if `senders`; recipients only if `recipients`.
  case places([String], recipients: Bool, senders: Bool)
}

/// How a rule's failure counts.
public enum Severity: String, CaseIterable, Hashable, Comparable, Sendable {
  case advise, warn, block

  /// Orders from the mildest to the gravest.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .advise: 0
    case .warn: 1
    case .block: 2
    }
  }
}

/// One version of a duty, or a gap (a duty whose requirement is unknown).
public struct Rule: Hashable, Sendable {
  /// Its id: the policy's name, a dot, its own name.
  public var id: String

  /// Its title.
  public var title: String

  /// Where it stands.
  public var location: PolicyLocation

  /// Whether it is a gap.
  public var isGap: Bool

  /// How a failure counts.
  public var severity: Severity

  /// Whether `severity` was written on the rule, so that weak law blocks.
  public var severityIsWritten: Bool

  /// The law it rests on.
  public var authorities: [Authority]

  /// First and last day in force.
  public var from: CivilDate?
  /// The last day in force.
  public var until: CivilDate?

  /// When it applies, the period in force not included.
  public var applies: Expression

  /// What must hold: all of it; each clause is traced.
  public var requirements: [Expression]

  /// What excuses: any of it.
  public var exceptions: [RuleException]

  /// What stands while a requirement passes only because its grace still runs (an opt-out that is honoured
  /// within some days); each is traced, and where one holds an explanation says so.
  public var graces: [Expression] = []

  /// What to do about a failure.
  public var fix: String?

  /// What it reads, which is where it is judged and reported.
  public var scope: Scope

  /// Makes a rule.
  public init(
    id: String, title: String, location: PolicyLocation, isGap: Bool, severity: Severity,
    severityIsWritten: Bool, authorities: [Authority], from: CivilDate?, until: CivilDate?,
    applies: Expression, requirements: [Expression], exceptions: [RuleException], fix: String?,
    scope: Scope
  ) {
    self.id = id
    self.title = title
    self.location = location
    self.isGap = isGap
    self.severity = severity
    self.severityIsWritten = severityIsWritten
    self.authorities = authorities
    self.from = from
    self.until = until
    self.applies = applies
    self.requirements = requirements
    self.exceptions = exceptions
    self.fix = fix
    self.scope = scope
  }

  /// What a rule reads, which is where it is judged and reported.
  public enum Scope: String, CaseIterable, Hashable, Sendable {
    /// Plan, programme and step facts only: judged at each step, reported once per step.
    case plan
    /// Whole-list quantities: judged once, at the end.
    case list
    /// Contact facts, or hours on the recipient's clock.
    case contact
  }

  /// Whether the law behind it is weak: the strongest authority is of low confidence, or from memory without
  /// high confidence.
  ///
  /// A rule without authority (an organisation's own) is not weak.
  public var isWeak: Bool { !authorities.isEmpty && authorities.allSatisfy(\.isWeak) }
}

/// A dated, cited exception.
public struct RuleException: Hashable, Sendable {
  /// The condition, the dates of its validity included; traced.
  public var condition: Expression

  /// The law that makes it.
  public var authorities: [Authority]

  /// Makes an exception.
  public init(condition: Expression, authorities: [Authority]) {
    self.condition = condition
    self.authorities = authorities
  }

  /// Whether the law behind it is weak.
  public var isWeak: Bool { !authorities.isEmpty && authorities.allSatisfy(\.isWeak) }
}

/// An exception that one policy makes to a rule or gap of an ancestor.
public struct Exemption: Hashable, Sendable {
  /// The id of the rule or gap.
  public var rule: String

  /// The condition, dates included; traced.
  public var exception: RuleException

  /// The id under which reports name it: the exempting policy.
  public var policy: String

  /// Makes an exemption.
  public init(rule: String, exception: RuleException, policy: String) {
    self.rule = rule
    self.exception = exception
    self.policy = policy
  }
}
