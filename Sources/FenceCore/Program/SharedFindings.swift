public import Outreach

/// The findings of a list's attempts, each kept once however many attempts have it.
///
/// One serves one program.
public final class SharedFindings {
  /// The findings, by number.
  @exclusivity(unchecked) public private(set) var all: [SharedFinding] = []
  /// The names of the facts that any of them lacks, by number.
  public private(set) var facts: [String] = []
  private var factNumbers: [String: Int32] = [:]
  private var numbers: [Identity: Int32] = [:]
  /// By finding, its place in the order of reports; the same for some that no policy makes.
  @exclusivity(unchecked) private var orders: [UInt64] = []
  private let rules: [RuleVersion]

  /// What makes findings the same; where the deciding fact stands does not.
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

  /// The number of a finding; of those that are the same the first is kept.
  func number(of finding: Finding, step: Int, part: SharedFinding.Part, isGap: Bool) -> Int32 {
    var identity = Identity(finding: finding, step: step, part: part)
    identity.finding.origin = .absent
    if let known = numbers[identity] { return known }
    let number = Int32(truncatingIfNeeded: all.count)
    numbers[identity] = number
    orders.append(order(of: finding))
    let counts = finding.severity == .block && finding.verdict == .unproven
    all.append(
      SharedFinding(
        finding: finding, step: step, part: part, isGap: isGap,
        decision: part.isExcuse ? .allowed : finding.decision,
        ruleID: Array(finding.rule.utf8),
        missing: counts && !part.isExcuse ? finding.missing.map(fact) : []))
    return number
  }

  private func fact(_ name: String) -> Int32 {
    if let known = factNumbers[name] { return known }
    let number = Int32(truncatingIfNeeded: facts.count)
    facts.append(name)
    factNumbers[name] = number
    return number
  }

  /// What a finding makes of an attempt.
  public func decision(of number: Int32) -> Decision { all[Int(number)].decision }

  /// What the rule of a finding says.
  public func verdict(of number: Int32) -> Verdict { all[Int(number)].finding.verdict }

  /// The id of a finding's rule, as UTF-8.
  public func ruleID(of number: Int32) -> [UInt8] { all[Int(number)].ruleID }

  /// Where a judgement holds a finding.
  public func part(of number: Int32) -> SharedFinding.Part { all[Int(number)].part }

  /// For want of which facts, by their numbers, a finding asks for a review.
  public func missing(of number: Int32) -> [Int32] { all[Int(number)].missing }

  /// Whether one finding stands before another in reports.
  @inline(__always) func isOrdered(_ left: Int32, before right: Int32) -> Bool {
    let (first, second) = (orders[Int(left)], orders[Int(right)])
    if first != second { return first < second }
    return Finding.isOrdered(all[Int(left)].finding, before: all[Int(right)].finding)
  }

  /// By severity, verdict and rule; what no policy says falls between the rules.
  private func order(of finding: Finding) -> UInt64 {
    let own = RuleVersion(rule: finding.rule, from: finding.version)
    var (low, high) = (0, rules.count)
    while low < high {
      let middle = (low + high) / 2
      if rules[middle] < own { low = middle + 1 } else { high = middle }
    }
    let isRule = low < rules.count && rules[low] == own
    let severity = UInt64(Severity.allCases.filter { $0 > finding.severity }.count)
    let rule = UInt64(low) &* 2 &+ (isRule ? 1 : 0)
    return severity << 48 | UInt64(finding.verdict.reportRank) << 40 | rule
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
  /// Whether its rule is a gap.
  public var isGap: Bool
  /// What it makes of an attempt.
  public var decision: Decision
  /// The id of its rule, as UTF-8.
  public var ruleID: [UInt8]
  /// For want of which facts an attempt needs a review, by their numbers.
  public var missing: [Int32]

  /// The parts of an attempt's judgement.
  public enum Part: Int, Hashable, Sendable {
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
