public import Outreach

/// How far tests reach into policies: what of each rule some test expects, and what none does.
public struct Reach: Sendable {
  /// Everything that tests can reach, in the order of the policies and of their text.
  public private(set) var items: [Item] = []

  private var indices: [Key: [Int]] = [:]

  /// Something that a test can reach.
  public struct Item: Hashable, Sendable {
    /// The policy in which it is written.
    public var policy: String

    /// The id of the rule or gap that it is part of.
    public var rule: String

    /// The first day of that rule's version.
    public var version: CivilDate?

    /// What it is.
    public var what: What

    /// Where it stands.
    public var location: PolicyLocation

    /// Whether some test reaches it.
    public var isReached = false
  }

  /// What a test can reach.
  public enum What: Hashable, Sendable {
    /// A verdict of a rule: pass, fail, unproven or not applicable.
    case verdict(Verdict)
    /// An exception that excuses, by its words.
    case exception(String)
    /// A waiver that works, by who decided it.
    case waiver(String)
    /// One side of a threshold.
    case threshold(Threshold, Sides)
    /// A version in force, of a rule that has several.
    case version

    /// What kind of thing it is.
    public var kind: Kind {
      switch self {
      case .verdict: .verdicts
      case .exception, .waiver: .exceptions
      case .threshold: .thresholds
      case .version: .versions
      }
    }
  }

  /// The kinds of things that tests can reach.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case verdicts, exceptions, thresholds, versions
  }

  /// By what a verdict tells that it reaches an item.
  private enum Key: Hashable {
    case verdict(String, CivilDate?, Verdict)
    case excuse(Expression)
    case waived(String)
    case edge(String, CivilDate?, Threshold.Edge, Sides)
    case version(String, CivilDate?)
  }

  /// Lists what tests can reach in policies; nothing is reached yet.
  ///
  /// - Parameters:
  ///   - library: the policies.
  ///   - policies: the names of those that are asked about.
  ///   - isAskedFor: whether a rule of theirs is, by its id.
  public init(
    of library: Library, policies: Set<String>, isAskedFor: (String) -> Bool = { _ in true }
  ) {
    let asked = library.policies.filter { policies.contains($0.name) }
    let versions = Dictionary(grouping: library.policies.flatMap(\.rules), by: \.id)
    var thresholds: [ThresholdPlace: Int] = [:]
    for policy in asked {
      let elements = library.elements(knownTo: policy)
      for rule in policy.rules where isAskedFor(rule.id) {
        list(
          rule, of: policy.name, isOneOfSeveral: (versions[rule.id] ?? []).count > 1,
          verdicts: rule.shownVerdicts(in: library, byElements: elements))
        list(rule.thresholds, of: rule, in: policy.name, &thresholds)
      }
      for exemption in policy.exemptions where isAskedFor(exemption.rule) {
        guard let rules = versions[exemption.rule], let rule = rules.first else { continue }
        let condition = exemption.exception.condition
        add(
          .exception(condition.words), of: rule, in: policy.name,
          at: condition.location ?? policy.location, [.excuse(condition)])
        for rule in rules { list(condition.thresholds(), of: rule, in: policy.name, &thresholds) }
      }
      for waiver in policy.waivers where isAskedFor(waiver.rule) {
        guard let rules = versions[waiver.rule], let rule = rules.first else { continue }
        add(
          .waiver(waiver.by), of: rule, in: policy.name, at: waiver.location,
          [.waived(waiver.rule)])
        for rule in rules {
          list(waiver.reading?.thresholds() ?? [], of: rule, in: policy.name, &thresholds)
        }
      }
    }
  }

  /// Takes note of verdicts that a test expects, judged under observation.
  public mutating func add(_ verdicts: [TestVerdict]) {
    for verdict in verdicts where verdict.verdict != .notInForce {
      reach(.version(verdict.rule, verdict.version))
      reach(.verdict(verdict.rule, verdict.version, verdict.verdict))
      if verdict.verdict == .waived { reach(.waived(verdict.rule)) }
      if verdict.verdict == .exempt {
        for condition in verdict.excuses { reach(.excuse(condition)) }
      }
      for (edge, sides) in verdict.sides {
        for side in [Sides.justTrue, .justFalse] where sides.contains(side) {
          reach(.edge(verdict.rule, verdict.version, edge, side))
        }
      }
    }
  }

  private mutating func reach(_ key: Key) {
    for index in indices[key] ?? [] { items[index].isReached = true }
  }

  private mutating func list(
    _ rule: Rule, of policy: String, isOneOfSeveral: Bool, verdicts: [Verdict]
  ) {
    if isOneOfSeveral {
      add(.version, of: rule, in: policy, at: rule.location, [.version(rule.id, rule.from)])
    }
    for verdict in verdicts {
      add(
        .verdict(verdict), of: rule, in: policy, at: rule.location,
        [.verdict(rule.id, rule.from, verdict)])
    }
    for exception in rule.exceptions {
      let condition = exception.condition
      add(
        .exception(condition.words), of: rule, in: policy,
        at: condition.location ?? rule.location, [.excuse(condition)])
    }
  }

  /// A threshold by where it is written: one in a definition is the same for every rule that uses it, and one
  /// that a verb compares twice is one.
  private struct ThresholdPlace: Hashable {
    var value: String
    var location: PolicyLocation
    var group: Schedule.Group?
    var side: Sides

    init(_ threshold: Threshold, _ side: Sides) {
      value = threshold.value
      location = threshold.location
      if case .clock(let group, _) = threshold.edge { self.group = group }
      self.side = side
    }
  }

  private mutating func list(
    _ thresholds: [Threshold], of rule: Rule, in policy: String,
    _ known: inout [ThresholdPlace: Int]
  ) {
    for threshold in thresholds {
      for side in [Sides.justTrue, .justFalse] {
        let key = Key.edge(rule.id, rule.from, threshold.edge, side)
        let place = ThresholdPlace(threshold, side)
        if let index = known[place] {
          indices[key, default: []].append(index)
        } else {
          known[place] = items.count
          add(.threshold(threshold, side), of: rule, in: policy, at: threshold.location, [key])
        }
      }
    }
  }

  private mutating func add(
    _ what: What, of rule: Rule, in policy: String, at location: PolicyLocation, _ keys: [Key]
  ) {
    for key in keys { indices[key, default: []].append(items.count) }
    items.append(
      Item(policy: policy, rule: rule.id, version: rule.from, what: what, location: location))
  }
}

extension Expression {
  /// Where the expression stands, where it is traced.
  var location: PolicyLocation? {
    guard case .traced(let trace, _) = self else { return nil }
    return trace.location
  }
}
