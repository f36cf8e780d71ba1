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
  /// The calendars of which some days are kept in some places only, by id.
  private let placedCalendars: Set<String>

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
    placedCalendars = Set(calendarIndex.filter(\.value.dependsOnPlace).keys)
    registerIndex = Dictionary(
      self.policies.flatMap { $0.registers.map { ($0.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The policy with a name.
  public func policy(_ name: String) -> Policy? { policyIndex[name].map { policies[$0] } }

  /// The calendar with an id such as `US.federal_holidays`.
  public func calendar(_ id: String) -> HolidayCalendar? { calendarIndex[id] }

  /// Whether it hangs on where somebody is which days are business days of a term.
  func dependsOnPlace(_ term: Term) -> Bool {
    !placedCalendars.isEmpty
      && term.businessDays?.calendars.contains(where: placedCalendars.contains) == true
  }

  /// Whether a rule asks for a term of which that is so.
  func dependsOnPlace(_ rule: Rule) -> Bool {
    guard !placedCalendars.isEmpty else { return false }
    let expressions = [rule.applies] + rule.requirements + rule.exceptions.map(\.condition)
    return expressions.contains { expression in
      expression.hasPart {
        switch $0 {
        case .moved(_, let term, _, _), .within(let term, _, _): dependsOnPlace(term)
        default: false
        }
      }
    }
  }

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
