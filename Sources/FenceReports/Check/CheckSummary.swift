public import FenceCore
public import Outreach

/// The counts of a check, gathered record by record in bounded memory.
public struct CheckSummary: Sendable {
  /// The records seen, bad ones included.
  public private(set) var contacts = 0

  /// The attempts judged.
  public private(set) var attempts = 0

  /// Records by the decision of their worst attempt; bad ones are for review.
  public private(set) var decisions: [Decision: Int] = [:]

  /// How many records could not be read.
  public private(set) var badRecords = 0

  /// The first few of them.
  public private(set) var firstBadRecords: [UnreadableRecord] = []

  /// Attempts by step and decision, in plan order.
  public private(set) var steps: [StepCount]

  /// What each rule said, by id; a plan rule counts once a step, a list rule once.
  public private(set) var rules: [String: RuleCount] = [:]

  /// The facts for want of which block-severity rules are unproven, with the number of attempts.
  public private(set) var missing: [String: Int] = [:]

  /// Contacts by segment, by id.
  public private(set) var segments: [String: SegmentCount] = [:]

  /// Contacts outside the plan's targets, by place.
  public private(set) var outsideTargets: [String: Int] = [:]

  /// What decided the contacts' places and clocks, and what knowing the clock would add.
  public private(set) var whereabouts = WhereaboutsTally()

  /// Findings about the plan at a step, each once.
  public private(set) var planFindings: [LintJudgement.StepFinding] = []

  /// Findings about the list as a whole.
  public private(set) var listFindings: [Finding] = []

  private var pending: [Int: Pending] = [:]

  /// Whether the run was interrupted, so that the counts are those of the records read until then.
  public var isInterrupted = false

  private var planExcused: Set<PlanExcuse> = []

  /// A plan rule that was excused at a step.
  private struct PlanExcuse: Hashable {
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

    /// Counts so many findings of a verdict.
    fileprivate mutating func count(_ verdict: Verdict, _ times: Int) {
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
      if let outside { outsideTargets[outside, default: 0] += 1 }
    case .bad(let bad):
      badRecords += 1
      decisions[.review, default: 0] += 1
      if firstBadRecords.count < CheckSummary.fewExamples { firstBadRecords.append(bad) }
      var finding = Finding(
        rule: UnreadableRecord.rule, title: "The record can be read", verdict: .unproven,
        severity: .block)
      finding.message = "the record could not be read"
      count(finding, example: nil)
    }
  }

  /// Counts attempts of which only the number was kept; before the summary is read.
  public mutating func settle() {
    for (_, pending) in pending where pending.count > 0 {
      for finding in pending.counted { rules[finding.rule]?.count(finding.verdict, pending.count) }
      for fact in pending.missing { missing[fact, default: 0] += pending.count }
    }
    pending.removeAll()
    whereabouts.settle()
  }

  /// Adds what was found of the list as a whole; what excuses is only counted.
  public mutating func addListFindings(_ findings: [Finding]) {
    for finding in findings {
      if finding.verdict.ok != true { listFindings.append(finding) }
      count(finding, example: nil)
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
    if let place = judgement.whereabouts { whereabouts.add(place) }
    for id in judgement.segments { segments[id, default: SegmentCount(title: id)].members += 1 }
    for id in judgement.doubtfulSegments {
      segments[id, default: SegmentCount(title: id)].unproven += 1
    }
    for attempt in judgement.attempts {
      attempts += 1
      if steps.indices.contains(attempt.stepIndex) {
        steps[attempt.stepIndex].decisions[attempt.decision, default: 0] += 1
      }
      add(attempt, of: judgement, origin)
    }
  }

  /// Attempts that are judged alike, once no example of them is wanted any more.
  private struct Pending {
    var count = 0
    var counted: [Finding]
    var missing: Set<String>
  }

  private mutating func add(
    _ attempt: AttemptJudgement, of judgement: ContactJudgement, _ origin: Origin
  ) {
    let likeness = attempt.likeness.number
    if likeness >= 0, pending[likeness] != nil {
      pending[likeness]?.count += 1
      return
    }
    var excused = Set<String>()
    var counted: [Finding] = []
    for finding in attempt.findings + attempt.excused {
      if finding.verdict.ok == true, !excused.insert(finding.rule).inserted { continue }
      counted.append(finding)
      let example = Example(
        id: judgement.id, phone: judgement.phone, origin: origin, step: attempt.step,
        verdict: finding.verdict)
      count(finding, example: example)
    }
    for finding in attempt.planFindings { addPlanFinding(finding, step: attempt.step) }
    for finding in attempt.planExcused
    where planExcused.insert(PlanExcuse(step: attempt.step, rule: finding.rule)).inserted {
      count(finding, example: nil)
    }
    let unproven = (attempt.findings + attempt.planFindings).filter {
      $0.severity == .block && $0.verdict == .unproven
    }
    let lacking = Set(unproven.flatMap(\.missing))
    for fact in lacking { missing[fact, default: 0] += 1 }
    if likeness >= 0, counted.allSatisfy(hasEnough) {
      pending[likeness] = Pending(counted: counted, missing: lacking)
    }
  }

  /// Whether one more such finding changes nothing but a count.
  private func hasEnough(_ finding: Finding) -> Bool {
    guard let entry = rules[finding.rule] else { return false }
    return entry.finding.verdict != finding.verdict
      || entry.examples.count >= CheckSummary.fewExamples
  }

  private mutating func count(_ finding: Finding, example: Example?) {
    var entry = rules[finding.rule] ?? RuleCount(finding: finding)
    entry.count(finding.verdict, 1)
    if CheckSummary.rank(finding.verdict) > CheckSummary.rank(entry.finding.verdict) {
      entry.finding = finding
      entry.examples = []
    }
    if let example, entry.finding.verdict == finding.verdict,
      entry.examples.count < CheckSummary.fewExamples, entry.examples.last?.origin != example.origin
    {
      entry.examples.append(example)
    }
    rules[finding.rule] = entry
  }

  /// Keeps one finding a rule and step: the gravest that any contact's jurisdictions gave it.
  private mutating func addPlanFinding(_ finding: Finding, step: String) {
    guard
      let index = planFindings.firstIndex(where: {
        $0.step == step && $0.finding.rule == finding.rule
      })
    else {
      planFindings.append(LintJudgement.StepFinding(step: step, finding: finding))
      count(finding, example: nil)
      return
    }
    let known = planFindings[index].finding
    guard CheckSummary.rank(finding.verdict) > CheckSummary.rank(known.verdict) else { return }
    planFindings[index].finding = finding
    if known.verdict == .unproven { rules[finding.rule]?.unproven -= 1 }
    count(finding, example: nil)
  }

  private static let fewExamples = 3

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
  /// The rules that failed or were unproven, the gravest and most frequent first.
  var worstRules: [RuleCount] {
    rules.values.filter { $0.fail + $0.unproven > 0 }.sorted { left, right in
      if left.finding.severity != right.finding.severity {
        return left.finding.severity > right.finding.severity
      }
      if left.fail != right.fail { return left.fail > right.fail }
      if left.unproven != right.unproven { return left.unproven > right.unproven }
      return left.finding.rule < right.finding.rule
    }
  }
}
