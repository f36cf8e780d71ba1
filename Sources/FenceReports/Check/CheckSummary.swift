public import FenceCore
public import Outreach

/// The counts of a check, gathered record by record in bounded memory.
public struct CheckSummary: Sendable {
  /// The records seen, bad ones included.
  public internal(set) var contacts = 0

  /// The attempts judged.
  public internal(set) var attempts = 0

  /// Records by the decision of their worst attempt; bad ones are for review.
  public internal(set) var decisions: [Decision: Int] = [:]

  /// How many records could not be read.
  public internal(set) var badRecords = 0

  /// The first few of them.
  public internal(set) var firstBadRecords: [UnreadableRecord] = []

  /// Attempts by step and decision, in plan order.
  public internal(set) var steps: [StepCount]

  /// What each rule said, by id; a plan rule counts once a step, a list rule once.
  public internal(set) var rules: [String: RuleCount] = [:]

  /// The facts for want of which block-severity rules are unproven, with the number of attempts.
  public internal(set) var missing: [String: Int] = [:]

  /// Contacts by segment, by id.
  public internal(set) var segments: [String: SegmentCount] = [:]

  /// Contacts outside the plan's targets, by place.
  public internal(set) var outsideTargets: [String: Int] = [:]

  /// What decided the contacts' places and clocks, and what knowing the clock would add.
  public internal(set) var whereabouts = WhereaboutsTally()

  /// Findings about the plan at a step, each once.
  public internal(set) var planFindings: [LintJudgement.StepFinding] = []

  /// Findings about the list as a whole.
  public internal(set) var listFindings: [Finding] = []

  /// Whether the run was interrupted, so that the counts are those of the records read until then.
  public var isInterrupted = false

  /// What plan rules that were excused said, each counted once a step.
  var planExcused: [PlanExcuse: Verdict] = [:]

  /// A plan rule that was excused at a step.
  struct PlanExcuse: Hashable {
    var step: String
    var rule: String
  }

  /// Makes the summary of a check that has not begun.
  public init(plan: PlanDescription) {
    steps = plan.steps.map { StepCount(id: $0.id, channel: $0.channel) }
  }

  /// How often a step's attempts came to a decision.
  public struct StepCount: Hashable, Sendable {
    /// The step's id.
    public var id: String

    /// Its channel; nil if the plan does not say.
    public var channel: String?

    /// The attempts by decision.
    public var decisions: [Decision: Int] = [:]
  }

  /// How many contacts belong to a segment; bad records are not counted.
  public struct SegmentCount: Hashable, Sendable {
    /// The segment's title.
    public var title: String

    /// Those who certainly belong to it.
    public var members = 0

    /// Those of whom it is not known.
    public var unproven = 0
  }

  /// How often a rule said what.
  public struct RuleCount: Sendable {
    /// The first finding of the gravest verdict, for title, law and fix.
    public var finding: Finding

    /// How often it failed.
    public var fail = 0

    /// How often it was unproven.
    public var unproven = 0

    /// How often an exception excused.
    public var exempt = 0

    /// How often a waiver excused.
    public var waived = 0

    /// The first contacts of which it failed, else of which it was unproven.
    public var examples: [Example] = []

    fileprivate mutating func add(_ example: Example) {
      guard examples.count < CheckSummary.fewExamples, examples.last?.origin != example.origin
      else { return }
      examples.append(example)
    }

    /// Counts so many findings of a verdict.
    mutating func count(_ verdict: Verdict, _ times: Int) {
      switch verdict {
      case .fail: fail += times
      case .unproven: unproven += times
      case .exempt: exempt += times
      case .waived: waived += times
      default: break
      }
    }
  }

  /// A contact that shows what a rule found.
  public struct Example: Hashable, Sendable {
    /// Its id, unmasked.
    public var id: String

    /// Its number, unmasked.
    public var phone: String

    /// Where the record begins.
    public var origin: Origin

    /// The step concerned.
    public var step: String

    /// What the rule said there.
    public var verdict: Verdict
  }

  /// Counts a record.
  public mutating func add(_ record: CheckedRecord) {
    contacts += 1
    switch record {
    case .judged(let judgement, let origin, let outside):
      add(judgement, origin)
      if let outside { addOutside(outside) }
    case .bad(let bad):
      badRecords += 1
      decisions[.review, default: 0] += 1
      if firstBadRecords.count < CheckSummary.fewExamples { firstBadRecords.append(bad) }
      var finding = Finding(
        rule: UnreadableRecord.rule, title: "The record can be read", verdict: .unproven,
        severity: .block)
      finding.message = "the record could not be read"
      show(finding, nil)
      tally(finding, times: 1)
    }
  }

  /// Adds what was found of the list as a whole; what excuses is only counted.
  public mutating func addListFindings(_ findings: [Finding]) {
    for finding in findings {
      if finding.verdict.ok != true { listFindings.append(finding) }
      show(finding, nil)
      tally(finding, times: 1)
    }
  }

  /// Adds the segments of the policies: their titles, and those to which nobody belongs.
  public mutating func addSegments(_ declared: [Segment]) {
    for segment in declared {
      segments[segment.id, default: SegmentCount(title: segment.title)].title = segment.title
    }
  }

  /// How many records came to a decision.
  public func count(_ decision: Decision) -> Int { decisions[decision] ?? 0 }

  /// How many of the contacts judged certainly do not belong to a segment.
  public func count(outside segment: SegmentCount) -> Int {
    contacts - badRecords - segment.members - segment.unproven
  }

  private mutating func add(_ judgement: ContactJudgement, _ origin: Origin) {
    decisions[judgement.decision, default: 0] += 1
    if let place = judgement.whereabouts { addWhereabouts(place) }
    addSegments(SegmentSet(certain: judgement.segments, doubtful: judgement.doubtfulSegments))
    let contact = ExampleContact(id: judgement.id, phone: judgement.phone, origin: origin)
    for attempt in judgement.attempts {
      note(attempt, contact)
      tally(attempt)
    }
  }

  /// Counts contacts of which attempts are counted by class.
  ///
  /// - Parameters:
  ///   - count: how many of them came to the decision.
  ///   - decision: that of their worst attempt.
  public mutating func addContacts(_ count: Int, _ decision: Decision) {
    contacts += count
    decisions[decision, default: 0] += count
  }

  /// Counts contacts by what decided their place and clock.
  public mutating func addWhereabouts(_ place: Whereabouts, times: Int = 1) {
    whereabouts.add(place, times: times)
  }

  /// Counts contacts that point outside the plan's targets, to a place.
  public mutating func addOutside(_ place: String, times: Int = 1) {
    outsideTargets[place, default: 0] += times
  }

  /// Counts contacts in their segments.
  public mutating func addSegments(_ set: SegmentSet, times: Int = 1) {
    for id in set.certain { segments[id, default: SegmentCount(title: id)].members += times }
    for id in set.doubtful { segments[id, default: SegmentCount(title: id)].unproven += times }
  }

  private mutating func tally(_ attempt: AttemptJudgement) {
    addAttempts(1, step: attempt.stepIndex, attempt.decision)
    for finding in CheckSummary.counted(attempt) { tally(finding, times: 1) }
    let unproven = (attempt.findings + attempt.planFindings).filter {
      $0.severity == .block && $0.verdict == .unproven
    }
    for fact in Set(unproven.flatMap(\.missing)) { addMissing(fact, times: 1) }
  }

  mutating func note(
    _ finding: Finding, _ part: SharedFinding.Part, step: String, _ contact: ExampleContact
  ) {
    switch part {
    case .findings, .excused:
      show(
        finding,
        Example(
          id: contact.id, phone: contact.phone, origin: contact.origin, step: step,
          verdict: finding.verdict))
    case .planFindings: addPlanFinding(finding, step: step)
    case .planExcused:
      let excuse = PlanExcuse(step: step, rule: finding.rule)
      guard planExcused[excuse] == nil else { return }
      planExcused[excuse] = finding.verdict
      show(finding, nil)
      tally(finding, times: 1)
    }
  }

  private mutating func note(_ attempt: AttemptJudgement, _ contact: ExampleContact) {
    for finding in CheckSummary.counted(attempt) {
      note(finding, .findings, step: attempt.step, contact)
    }
    for finding in attempt.planFindings {
      note(finding, .planFindings, step: attempt.step, contact)
    }
    for finding in attempt.planExcused {
      note(finding, .planExcused, step: attempt.step, contact)
    }
  }

  /// How many examples of a rule are kept.
  public static let fewExamples = 3

  /// The findings about the contact that count, each rule that is excused only once.
  private static func counted(_ attempt: AttemptJudgement) -> [Finding] {
    guard !attempt.excused.isEmpty else { return attempt.findings }
    var excused = Set<String>()
    return (attempt.findings + attempt.excused).filter {
      $0.verdict.ok != true || excused.insert($0.rule).inserted
    }
  }

  /// Keeps a finding if it is the gravest of its rule so far, and the contact as its example.
  private mutating func show(_ finding: Finding, _ example: Example?) {
    var entry = rules[finding.rule] ?? RuleCount(finding: finding)
    if CheckSummary.rank(finding.verdict) > CheckSummary.rank(entry.finding.verdict) {
      entry.finding = finding
      entry.examples = []
    }
    if let example, entry.finding.verdict == finding.verdict { entry.add(example) }
    rules[finding.rule] = entry
  }

  /// Adds the counts of records that come behind those of this summary.
  public mutating func add(_ later: CheckSummary) {
    contacts += later.contacts
    attempts += later.attempts
    badRecords += later.badRecords
    firstBadRecords = Array(
      (firstBadRecords + later.firstBadRecords).prefix(CheckSummary.fewExamples))
    decisions.merge(later.decisions) { $0 + $1 }
    missing.merge(later.missing) { $0 + $1 }
    outsideTargets.merge(later.outsideTargets) { $0 + $1 }
    whereabouts.add(later.whereabouts)
    for (index, step) in later.steps.enumerated() where steps.indices.contains(index) {
      steps[index].decisions.merge(step.decisions) { $0 + $1 }
    }
    for (id, count) in later.segments {
      segments[id, default: SegmentCount(title: count.title)].members += count.members
      segments[id]?.unproven += count.unproven
    }
    for (rule, count) in later.rules { add(count, of: rule) }
    for entry in later.planFindings {
      // Counted once a step in both; `addPlanFinding` counts it again where it is new or graver.
      rules[entry.finding.rule]?.count(entry.finding.verdict, -1)
      addPlanFinding(entry.finding, step: entry.step)
    }
    for (excuse, verdict) in later.planExcused {
      if planExcused[excuse] == nil {
        planExcused[excuse] = verdict
      } else {
        rules[excuse.rule]?.count(verdict, -1)
      }
    }
  }

  private mutating func add(_ later: RuleCount, of rule: String) {
    guard var entry = rules[rule] else {
      rules[rule] = later
      return
    }
    entry.fail += later.fail
    entry.unproven += later.unproven
    entry.exempt += later.exempt
    entry.waived += later.waived
    let (own, other) = (
      CheckSummary.rank(entry.finding.verdict), CheckSummary.rank(later.finding.verdict)
    )
    if other > own {
      entry.finding = later.finding
      entry.examples = later.examples
    } else if other == own, entry.finding.verdict == later.finding.verdict {
      for example in later.examples { entry.add(example) }
    }
    rules[rule] = entry
  }
  /// Keeps one finding a rule and step: the gravest that any contact's jurisdictions gave it.
  private mutating func addPlanFinding(_ finding: Finding, step: String) {
    guard
      let index = planFindings.firstIndex(where: {
        $0.step == step && $0.finding.rule == finding.rule
      })
    else {
      planFindings.append(LintJudgement.StepFinding(step: step, finding: finding))
      show(finding, nil)
      tally(finding, times: 1)
      return
    }
    let known = planFindings[index].finding
    guard CheckSummary.rank(finding.verdict) > CheckSummary.rank(known.verdict) else { return }
    planFindings[index].finding = finding
    if known.verdict == .unproven { rules[finding.rule]?.unproven -= 1 }
    show(finding, nil)
    tally(finding, times: 1)
  }

  private static func rank(_ verdict: Verdict) -> Int {
    switch verdict {
    case .fail: 3
    case .unproven: 2
    case .exempt, .waived: 1
    default: 0
    }
  }
}

extension CheckSummary {
  /// The rules that failed or were unproven but for some, the gravest and most frequent first.
  func worstRules(besides others: Set<String>) -> [RuleCount] {
    rules.values.filter { $0.fail + $0.unproven > 0 && !others.contains($0.finding.rule) }.sorted {
      left, right in
      if left.finding.severity != right.finding.severity {
        return left.finding.severity > right.finding.severity
      }
      if left.fail != right.fail { return left.fail > right.fail }
      if left.unproven != right.unproven { return left.unproven > right.unproven }
      return left.finding.rule < right.finding.rule
    }
  }
}
