public import Outreach

/// Compiled policies that are judged together, with the names under which they refer to each other.
public struct Library: Sendable {
  /// The policies, sorted by name.
  public let policies: [Policy]

  /// The whole-list quantities that rules ask for: `share(n)` is the share of contacts for which the n-th holds.
  public let shares: [Expression]

  private let policyIndex: [String: Int]
  private let calendarIndex: [String: HolidayCalendar]
  private let registerIndex: [String: Register]

  /// Makes a library; where two policies share a name, the later replaces the earlier.
  public init(policies: [Policy], shares: [Expression] = []) {
    var byName: [String: Policy] = [:]
    for policy in policies { byName[policy.name] = policy }
    self.policies = byName.values.sorted { $0.name < $1.name }
    self.shares = shares
    policyIndex = Dictionary(
      uniqueKeysWithValues: self.policies.enumerated().map { ($1.name, $0) })
    calendarIndex = Dictionary(
      self.policies.flatMap { $0.calendars.map { ($0.id, $0.calendar) } },
      uniquingKeysWith: { first, _ in first })
    registerIndex = Dictionary(
      self.policies.flatMap { $0.registers.map { ($0.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The policy with a name.
  public func policy(_ name: String) -> Policy? { policyIndex[name].map { policies[$0] } }

  /// The calendar with an id such as `US.federal_holidays`.
  public func calendar(_ id: String) -> HolidayCalendar? { calendarIndex[id] }

  /// The register with an id such as `US.national_dnc`.
  public func register(_ id: String) -> Register? { registerIndex[id] }

  /// The policies a policy stands within, the nearest first; ends at a name that is not loaded.
  public func ancestors(of policy: Policy) -> [Policy] {
    var found: [Policy] = []
    var next = policy.parent
    while let name = next, let parent = self.policy(name),
      !found.contains(where: { $0.name == name })
    {
      found.append(parent)
      next = parent.parent
    }
    return found
  }
}
