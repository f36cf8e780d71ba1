public import Outreach

/// The findings of a list's attempts, each kept once however many attempts have it.
///
/// One serves one program.
public final class SharedFindings {
  /// The findings, by number.
  @exclusivity(unchecked) public private(set) var all: [SharedFinding] = []
  /// What of each finding is asked for again and again.
  @exclusivity(unchecked) public private(set) var cells = BatchBuffer<FindingCell>(capacity: 256)
  /// The ids of their rules as UTF-8, a blank behind each, and where the next will stand.
  @exclusivity(unchecked) private var ruleIDText = BatchBuffer<UInt8>(capacity: 1 << 12)
  private var ruleTextEnd = 0
  /// How many bytes may be read from where the id of a rule begins, however short it is.
  public static let readable = 48
  /// How many bytes the longest of them has.
  public private(set) var longestRule = 0
  /// The names of the facts that any of them lacks, by number.
  public private(set) var facts: [String] = []
  private var factNumbers: [String: Int32] = [:]
  private var numbers: [Identity: Int32] = [:]
  private var ruleIDs: [String: RuleID] = [:]
  private let rules: [RuleVersion]

  /// What makes findings the same; where a contact's deciding fact stands does not.
  private struct Identity: Hashable {
    var finding: Finding
    var step: Int
    var part: SharedFinding.Part
  }

  /// A rule's place in the order of reports.
  private struct RuleVersion: Hashable, Comparable {
    var rule: String
    var from: CivilDate?

    static func < (left: RuleVersion, right: RuleVersion) -> Bool {
      left.rule != right.rule
        ? left.rule < right.rule : (left.from ?? .earliest) < (right.from ?? .earliest)
    }
  }

  /// Makes an empty collection for the rules of a library.
  init(_ library: Library) {
    rules = Set(library.policies.flatMap(\.rules).map { RuleVersion(rule: $0.id, from: $0.from) })
      .sorted()
  }

  /// The number of a finding, whose rule is nil if no policy makes it; of those that are the same the first is kept.
  func number(
    of finding: Finding, step: Int, part: SharedFinding.Part, rule: RuleKey?, isGap: Bool
  ) -> Int32 {
    var identity = Identity(finding: finding, step: step, part: part)
    if !part.isAboutPlan { identity.finding.origin = .absent }
    if let known = numbers[identity] { return known }
    let number = Int32(truncatingIfNeeded: all.count)
    numbers[identity] = number
    let counts = finding.severity == .block && finding.verdict == .unproven
    all.append(
      SharedFinding(
        finding: finding, step: step, part: part,
        missing: counts && !part.isExcuse ? finding.missing.map(fact) : []))
    cells.reserve(all.count, keeping: all.count - 1)
    cells.base[all.count - 1] = FindingCell(
      order: order(of: finding, part, rule), part: part, verdict: finding.verdict,
      decision: part.isExcuse ? .allowed : finding.decision, isAboutPlan: part.isAboutPlan,
      lacksFacts: !all[all.count - 1].missing.isEmpty,
      isNamed: !part.isAboutPlan || finding.severity == .block, isGap: isGap,
      rule: ruleID(finding.rule))
    return number
  }

  private func ruleID(_ id: String) -> RuleID {
    if let known = ruleIDs[id] { return known }
    let (start, count) = (ruleTextEnd, id.utf8.count)
    longestRule = max(longestRule, count)
    ruleTextEnd += count + 1
    ruleIDText.reserve(ruleTextEnd + SharedFindings.readable, keeping: start)
    (ruleIDText.base + start).initialize(
      repeating: UInt8(ascii: " "), count: count + 1 + SharedFindings.readable)
    for (offset, byte) in id.utf8.enumerated() { ruleIDText.base[start + offset] = byte }
    let made = RuleID(
      start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: count))
    ruleIDs[id] = made
    return made
  }

  /// The ids of the findings' rules, where `FindingCell.rule` says, a blank behind each; valid until another finding is
  /// added.
  public var ruleText: UnsafePointer<UInt8> { UnsafePointer(ruleIDText.base) }

  private func fact(_ name: String) -> Int32 {
    if let known = factNumbers[name] { return known }
    let number = Int32(truncatingIfNeeded: facts.count)
    facts.append(name)
    factNumbers[name] = number
    return number
  }

  /// Whether one finding stands before another in reports.
  @inline(__always) func isOrdered(_ left: Int32, before right: Int32) -> Bool {
    let (first, second) = (cells.base[Int(left)].order, cells.base[Int(right)].order)
    if first != second { return first < second }
    return Finding.isOrdered(all[Int(left)].finding, before: all[Int(right)].finding)
  }

  /// By part, then by severity, verdict and rule; what no policy says falls between the rules.
  ///
  /// What was excused stands as the rules come.
  private func order(of finding: Finding, _ part: SharedFinding.Part, _ rule: RuleKey?) -> UInt64 {
    let first = UInt64(part.rawValue) << 60
    if part.isExcuse {
      return first | (rule.map { UInt64($0.policy) << 30 | UInt64($0.rule) + 1 } ?? 0)
    }
    let own = RuleVersion(rule: finding.rule, from: finding.version)
    var (low, high) = (0, rules.count)
    while low < high {
      let middle = (low + high) / 2
      if rules[middle] < own { low = middle + 1 } else { high = middle }
    }
    let isRule = low < rules.count && rules[low] == own
    let severity = UInt64(Severity.allCases.filter { $0 > finding.severity }.count)
    let place = UInt64(low) &* 2 &+ (isRule ? 1 : 0)
    return first | severity << 48 | UInt64(finding.verdict.reportRank) << 40 | place
  }
}

/// A finding that attempts have in common.
public struct SharedFinding: Sendable {
  /// The finding; its origin is that of the first attempt that has it.
  public var finding: Finding
  /// The step, by its place in the plan.
  public var step: Int
  /// Where a judgement holds it.
  public var part: Part
  /// For want of which facts an attempt needs a review, by their numbers.
  public var missing: [Int32]

  /// The parts of an attempt's judgement.
  public enum Part: UInt8, Hashable, Sendable, BitwiseCopyable {
    /// Findings about the plan, findings about the contact, and what excuses of either kind excused.
    case planFindings, findings, planExcused, excused

    /// Whether it holds what was excused.
    public var isExcuse: Bool { self == .planExcused || self == .excused }
    /// Whether it holds what is said of the plan.
    public var isAboutPlan: Bool { self == .planFindings || self == .planExcused }

    /// Where the result of a rule belongs; nil if a judgement does not hold it.
    init?(_ rule: Rule, _ result: RuleResult) {
      let isPlan = rule.scope == .plan
      switch result.verdict {
      case .fail, .unproven: self = isPlan ? .planFindings : .findings
      case .exempt, .waived:
        self = result.isWeaklyExcused ? .findings : isPlan ? .planExcused : .excused
      default: return nil
      }
    }
  }
}

/// What of a shared finding is asked for again and again: plain memory.
public struct FindingCell: BitwiseCopyable {
  /// Its place in the order of reports; the same for some that no policy makes.
  var order: UInt64
  /// Where a judgement holds it.
  public var part: SharedFinding.Part
  /// What its rule says.
  public var verdict: Verdict
  /// What it makes of an attempt.
  public var decision: Decision
  /// Whether it is said of the plan.
  public var isAboutPlan: Bool
  /// Whether attempts need a review for want of facts that it names.
  public var lacksFacts: Bool
  /// Whether rows of attempts name its rule: see `AttemptJudgement.named`.
  public var isNamed: Bool
  /// Whether its rule is a gap.
  public var isGap: Bool
  /// Where the id of its rule stands; the same for all findings of a rule.
  public var rule: RuleID
}

/// Where the id of a rule stands among those of all findings.
public struct RuleID: BitwiseCopyable, Equatable {
  /// Where it begins.
  public var start: Int32
  /// How many bytes it has.
  public var count: Int32
}
