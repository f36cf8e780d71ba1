import FenceCore
import FenceWorkspace
import Outreach
import Testing

/// What counts as reached by tests, and what does not.
struct ReachTests {
  /// The items of a policy that no test reaches, shortly.
  private func holes(_ declarations: String) throws -> [String] {
    try TestedPolicy(declarations).reach().items.filter { !$0.isReached }.map(\.short)
  }

  private static let minor = "rule adults \"Adults only\" { require minor is false }\n"

  @Test func aPolicyWithoutTestsIsNotReached() throws {
    #expect(try holes(Self.minor) == ["pass", "fail", "unproven"])
  }

  @Test(arguments: [
    ("minor false", "passes", ["fail", "unproven"]), ("minor true", "fails", ["pass", "unproven"]),
    ("", "unproven", ["pass", "fail"]),
  ])
  func aTestReachesTheVerdictThatItExpects(
    facts: String, verdict: String, left: [String]
  ) throws {
    let test = """
      test "x" { plan { channel sms  at 2026-03-02T12:00Z } contact { \(facts) } expect adults \(verdict) }
      """
    #expect(try holes(Self.minor + test) == left)
  }

  /// No text is known to leave out what no words are known for, so no test could expect it to.
  @Test(arguments: [
    ("message says identity", ["pass", "unproven"]),
    ("message says opt_out", ["pass", "fail", "unproven"]),
    ("message says identity, opt_out", ["pass", "fail", "unproven"]),
    ("require message says identity or message says opt_out", ["pass", "unproven"]),
    ("forbid message says identity", ["pass", "fail", "unproven"]),
  ])
  func aFailureThatNoWordsShowIsNotAskedFor(clause: String, left: [String]) throws {
    let phrases = "phrases opt_out { in en \"reply stop\" }\n"
    #expect(try holes(phrases + "rule r \"R\" { \(clause) }\n") == left)
  }

  /// A rule that is judged in a test which expects nothing of it is not tested.
  @Test func whatATestDoesNotExpectIsNotReached() throws {
    let other = "rule calls \"Calls\" { require channel is voice }\n"
    let test = """
      test "x" { plan { channel voice  at 2026-03-02T12:00Z } contact { minor true } expect calls passes }
      """
    #expect(
      try holes(Self.minor + other + test) == ["pass", "fail", "unproven", "fail", "unproven"])
  }

  @Test(arguments: [
    // Nothing may stand in the way, so every rule is expected to be satisfied.
    ("voice", "false", "allowed", ["fail", "unproven", "fail", "unproven"]),
    // One rule alone blocks: without it the attempt would be allowed.
    ("voice", "true", "blocked", ["pass", "unproven", "pass", "fail", "unproven"]),
    // Two do: none of them is needed for the outcome.
    ("sms", "true", "blocked", ["pass", "fail", "unproven", "pass", "fail", "unproven"]),
  ])
  func aDecisionReachesWhatDecidesIt(
    channel: String, minor: String, decision: String, left: [String]
  ) throws {
    let rules = Self.minor + "rule calls \"Calls\" { require channel is voice }\n"
    let test = """
      test "x" { plan { channel \(channel)  at 2026-03-02T12:00Z } contact { minor \(minor) } expect \(decision) }
      """
    #expect(try holes(rules + test) == left)
  }

  /// A test has a list of one contact: no number is repeated, and a share is all or nothing.
  @Test func aListOfOneContactReachesNoLimitOfShares() throws {
    let repeated =
      "rule once \"Once\" { require (share of contacts where phone is repeated) at most 2% }\n"
    #expect(try holes(repeated) == ["pass"])
    let minors = "rule few \"Few\" { require (share of contacts where minor) at most 2% }\n"
    #expect(try holes(minors) == ["pass", "fail", "unproven"])
  }

  @Test func exceptionsAreReachedOneByOne() throws {
    let rule = """
      rule adults "Adults only" {
        applies when channel is sms
        require minor is false
        except when relationship.customer
        except when recipient is business
      }
      test "x" {
        plan { channel sms  at 2026-03-02T12:00Z }
        contact { minor true  relationship { customer false }  recipient business }
        expect adults exempt
      }

      """
    #expect(
      try holes(rule) == [
        "pass", "fail", "unproven", "not applicable", "except when relationship.customer",
      ])
  }

  @Test func versionsAndGapsAndWaivers() throws {
    let text = """
      rule adults "Adults only" { until 2026-12-31  require minor is false }
      rule adults "Adults only" { from 2027-01-01  require minor is false }
      gap norms "What is usual" { applies when channel is voice }
      waive norms until 2026-12-31 { because "We asked." by "Legal" }
      test "x" { plan { channel sms  at 2027-03-02T12:00Z } contact { minor false } expect adults passes }

      """
    let left = try holes(text)
    #expect(
      left == [
        "version", "pass", "fail", "unproven", "fail", "unproven", "unproven", "not applicable",
        "waived by Legal",
      ])
  }

  struct Edge: Sendable, CustomTestStringConvertible {
    /// The clause, whose first threshold is looked at.
    var clause: String
    /// Facts in which `@` stands for a value.
    var facts: String
    var justTrue: String
    var justFalse: String
    /// Values further away, on either side.
    var far: [String]
    var testDescription: String { clause }
  }

  private static let call = "plan { channel voice  at @ } contact { time_zone \"Europe/London\" }"
  private static let earlier = """
    plan { channel voice  at 2026-03-02T12:00Z }
    contact { time_zone "Europe/London"  history [{ at @  channel voice }] }
    """
  private static let bought = """
    plan { channel voice  at 2026-03-02T12:00Z }
    contact { time_zone "Europe/London"  relationship { last_purchase_at @ } }
    """

  private static let answered = """
    plan { channel voice  at 2026-03-02T12:00Z }
    contact { minor false }
    programme { requests_of_people { answered_within @ } }
    """

  static let edges: [Edge] = [
    Edge(
      clause: "hours 08:00 to 20:00", facts: call, justTrue: "2026-03-02T08:00Z",
      justFalse: "2026-03-02T07:59Z", far: ["2026-03-02T12:00Z", "2026-03-02T06:00Z"]),
    Edge(
      clause: "cap 1 in any 24 hours", facts: earlier, justTrue: "2026-03-01T12:01Z",
      justFalse: "2026-03-01T12:00Z", far: ["2026-03-02T11:00Z", "2026-02-01T12:00Z"]),
    Edge(
      clause: "cap 1 in any 30 days", facts: earlier, justTrue: "2026-02-01T12:00Z",
      justFalse: "2026-01-31T12:00Z", far: ["2026-02-02T12:00Z", "2026-01-30T12:00Z"]),
    Edge(
      clause: "require relationship.last_purchase_at within 24 hours before attempt", facts: bought,
      justTrue: "2026-03-01T12:00Z", justFalse: "2026-03-01T11:59Z",
      far: ["2026-03-02T11:00Z", "2026-02-01T12:00Z"]),
    Edge(
      clause: "require relationship.last_purchase_at within 30 days before attempt", facts: bought,
      justTrue: "2026-01-31T12:00Z", justFalse: "2026-01-30T12:00Z",
      far: ["2026-02-01T12:00Z", "2026-01-29T12:00Z"]),
    Edge(
      clause: "require relationship.last_purchase_at + 2 hours before attempt", facts: bought,
      justTrue: "2026-03-02T09:59Z", justFalse: "2026-03-02T10:00Z",
      far: ["2026-03-02T09:00Z", "2026-03-02T11:00Z"]),
    Edge(
      clause: "require length of interests at most 1",
      facts: "plan { channel voice  at 2026-03-02T12:00Z } contact { interests [@] }",
      justTrue: "\"a\"", justFalse: "\"a\", \"b\"", far: ["", "\"a\", \"b\", \"c\""]),
    // No length is a day shorter than a month or a year.
    Edge(
      clause: "require programme.requests_of_people.answered_within at least 1 year",
      facts: answered, justTrue: "12 months", justFalse: "11 months",
      far: ["10 months", "13 months"]),
    Edge(
      clause: "require programme.requests_of_people.answered_within at most 1 month",
      facts: answered, justTrue: "1 month", justFalse: "1 month 1 day", far: ["2 months"]),
    Edge(
      clause: "hours 00:00 to 20:00", facts: call, justTrue: "2026-03-02T19:59Z",
      justFalse: "2026-03-02T20:00Z", far: ["2026-03-02T00:00Z", "2026-03-02T23:59Z"]),
  ]

  /// Each threshold is reached by what lies within a unit of it, on that side only, and by nothing further.
  @Test(arguments: edges)
  func thresholdsAreReachedAtTheirEdges(_ edge: Edge) throws {
    #expect(try sides(edge, at: edge.justTrue) == [.justTrue])
    #expect(try sides(edge, at: edge.justFalse) == [.justFalse])
    for value in edge.far { #expect(try sides(edge, at: value) == [], "at \(value)") }
  }

  /// The sides that a test with a value reaches of the last threshold of the clause.
  private func sides(_ edge: Edge, at value: String) throws -> [Sides] {
    let facts = edge.facts.split(separator: "@", omittingEmptySubsequences: false).joined(
      separator: value)
    for verdict in ["passes", "fails"] {
      let policy = try TestedPolicy(
        "rule r \"R\" { \(edge.clause) }\ntest \"x\" { \(facts) expect r \(verdict) }\n")
      guard policy.isGreen else { continue }
      let items = policy.reach().items.compactMap { item -> (String, Sides)? in
        guard item.isReached, case .threshold(let threshold, let side) = item.what else {
          return nil
        }
        return (threshold.value, side)
      }
      // A cap has its number besides the span that it looks back over.
      return items.filter { edge.clause.hasPrefix("cap") ? $0.0 != "1" : true }.map(\.1)
    }
    Issue.record("\(edge.clause) is neither true nor false at \(value)")
    return []
  }

  @Test func aThresholdInADefinitionIsOne() throws {
    let text = """
      define recent "Recent" = relationship.last_purchase_at within 30 days before attempt
      rule a "A" { require recent }
      rule b "B" { forbid recent }

      """
    let items = try TestedPolicy(text).reach().items
    #expect(items.count { $0.what.kind == .thresholds } == 2)
  }
}

extension Reach.Item {
  /// What it is, without where.
  fileprivate var short: String {
    switch what {
    case .verdict(let verdict): verdict.rawValue
    case .exception(let words): words
    case .waiver(let by): "waived by \(by)"
    case .threshold(let threshold, let side):
      "\(threshold.value) \(side == .justTrue ? "just true" : "just false")"
    case .version: "version"
    }
  }
}
