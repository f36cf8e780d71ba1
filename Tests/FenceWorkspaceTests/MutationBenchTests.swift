import FenceCore
import FenceSemantics
import FenceWorkspace
import Outreach
import Testing

/// Every kind of change is made; a test that holds the edge notices it, one that does not lets it pass, and the
/// test that is proposed then notices it.
struct MutationBenchTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: Mutation.Kind
    /// Declarations.
    var policy: String
    /// Tests that notice nothing of it.
    var weak = ""
    /// Tests that notice what is said.
    var strong: String
    /// The changes that the strong tests notice.
    var noticed: [String]
    /// Those that no test can.
    var equivalent: [String] = []
    var testDescription: String { policy }
  }

  private static func test(_ plan: String, _ contact: String, _ expect: String) -> String {
    "test \"\(expect) \(plan.count) \(contact.count)\" { plan { \(plan) } contact { \(contact) } expect \(expect) }\n"
  }

  private static let noon = "channel voice  at 2026-03-02T12:00Z"
  private static let london = "time_zone \"Europe/London\""

  static let cases = [
    Case(
      kind: .threshold, policy: "rule r \"R\" { cap 2 by voice in any 24 hours }",
      weak: test(noon, "\(london) history []", "r passes"),
      strong: test(
        noon,
        "\(london) history [{ at 2026-03-01T12:01Z  channel voice }, { at 2026-03-02T10:00Z  channel voice }]",
        "r fails")
        + test(
          noon,
          "\(london) history [{ at 2026-03-01T12:00Z  channel voice }, { at 2026-03-02T10:00Z  channel voice }]",
          "r passes"),
      noticed: [
        "2 → 1", "2 → 3", "24 hours → 1439 minutes", "24 hours → 1441 minutes",
      ]),
    Case(
      kind: .window, policy: "rule r \"R\" { hours 08:00 to 20:00 }",
      weak: test("channel voice  at 2026-03-02T12:00Z", london, "r passes"),
      strong: ["07:59Z", "20:00Z"].map { test("at 2026-03-02T\($0)", london, "r fails") }.joined()
        + ["08:00Z", "19:59Z"].map { test("at 2026-03-02T\($0)", london, "r passes") }.joined(),
      noticed: ["07:59 to 20:00", "08:01 to 20:00", "08:00 to 19:59", "08:00 to 20:01"].map {
        "08:00 to 20:00 → \($0)"
      }),
    Case(
      kind: .date, policy: "rule r \"R\" { from 2026-03-02  require minor is false }",
      weak: test("at 2026-08-02T12:00Z", "\(london) minor false", "r passes"),
      strong: test("at 2026-03-02T12:00Z", "\(london) minor true", "r fails")
        + test("at 2026-03-01T12:00Z", "\(london) minor true", "r not in force"),
      noticed: ["2026-03-02 → 2026-03-01", "2026-03-02 → 2026-03-03"]),
    Case(
      kind: .exception,
      policy: "rule r \"R\" { require minor is false  except when relationship.customer }",
      weak: test(noon, "minor false", "r passes"),
      strong: test(noon, "minor true  relationship { customer true }", "r exempt"),
      noticed: ["except when relationship.customer → "]),
    Case(
      kind: .condition,
      policy: "rule r \"R\" { require minor is false  require recipient is consumer }",
      weak: test(noon, "minor false  recipient consumer", "r passes"),
      strong: test(noon, "minor true  recipient consumer", "r fails")
        + test(noon, "minor false  recipient business", "r fails"),
      noticed: ["require minor is false → ", "require recipient is consumer → "]),
    Case(
      kind: .condition,
      policy: "rule r \"R\" { forbid minor and relationship.customer }",
      weak: test(noon, "minor false  relationship { customer false }", "r passes"),
      strong: test(noon, "minor true  relationship { customer false }", "r passes")
        + test(noon, "minor false  relationship { customer true }", "r passes"),
      noticed: ["minor and → ", "and relationship.customer → "]),
    Case(
      kind: .comparison,
      policy: "rule r \"R\" { require relationship.last_purchase_at before relationship.ended_at }",
      weak: test(noon, "relationship { last_purchase_at none  ended_at none }", "r fails"),
      strong: test(
        noon,
        "relationship { last_purchase_at 2026-01-01T00:00Z  ended_at 2026-02-01T00:00Z }",
        "r passes"),
      noticed: ["before → after"]),
    Case(
      kind: .comparison, policy: "rule r \"R\" { require length of interests at most 3 }",
      weak: test(noon, "interests [\"a\", \"b\", \"c\"]", "r passes"),
      strong: test(noon, "interests []", "r passes"), noticed: ["at most → at least"]),
    Case(
      kind: .comparison, policy: "rule r \"R\" { require recipient is consumer }",
      weak: test(noon, "minor true", "r unproven"),
      strong: test(noon, "recipient consumer", "r passes"), noticed: ["is → is not"]),
    Case(
      kind: .comparison, policy: "rule r \"R\" { require any c in consents where c.double_opt_in }",
      weak: test(noon, "consents [{ channel sms  double_opt_in true }]", "r passes"),
      strong: test(noon, "consents []", "r fails"), noticed: ["any → every"]),
    Case(
      kind: .connective, policy: "rule r \"R\" { forbid minor or relationship.customer }",
      weak: test(noon, "minor true  relationship { customer true }", "r fails"),
      strong: test(noon, "minor true  relationship { customer false }", "r fails"),
      noticed: ["or → and"]),
    Case(
      kind: .word, policy: "rule r \"R\" { require channel is one of voice, sms }",
      weak: test("channel fax  at 2026-03-02T12:00Z", "", "r fails"),
      strong: test("channel voice  at 2026-03-02T12:00Z", "", "r passes")
        + test("channel sms  at 2026-03-02T12:00Z", "", "r passes"),
      noticed: ["voice, → ", ", sms → "]),
    Case(
      kind: .word, policy: "rule r \"R\" { require channel is voice }",
      weak: test("channel fax  at 2026-03-02T12:00Z", "", "r fails"),
      strong: test("channel sms  at 2026-03-02T12:00Z", "", "r fails"),
      noticed: ["voice → sms"]),
    Case(
      kind: .consent, policy: "rule r \"R\" { consent express for this channel }",
      weak: test(noon, "consents []  opt_outs []", "r fails"),
      strong: ["presumed", "express"].map { level in
        test(
          noon,
          "opt_outs [] consents [{ channel voice  level \(level)  granted_at 2026-01-01T00:00Z }]",
          level == "express" ? "r passes" : "r fails")
      }.joined(), noticed: ["express → presumed", "express → written"]),
    Case(
      kind: .condition,
      policy: "rule r \"R\" { consent express for voice given or renewed within 2 years }",
      weak: test(noon, "consents []  opt_outs []", "r fails"),
      strong: test(
        noon,
        "consents [{ channel voice  level express  granted_at 2020-01-01T00:00Z  renewed_at 2025-01-01T00:00Z }]  opt_outs []",
        "r passes")
        + test(
          noon,
          "consents [{ channel voice  level express  granted_at 2020-01-01T00:00Z  renewed_at none }]  opt_outs []",
          "r fails"),
      noticed: ["given or renewed within 2 years → ", "or renewed → "]),
    Case(
      kind: .severity, policy: "rule r \"R\" { severity warn  require minor is false }",
      weak: test(noon, "minor true", "r fails"), strong: test(noon, "minor true", "allowed"),
      noticed: ["warn → block"]),
  ]

  @Test(arguments: cases)
  func strongTestsNotice(_ example: Case) throws {
    let outcomes = try TestedPolicy(example.policy + "\n" + example.strong).bench().outcomes(
      example.kind)
    #expect(outcomes.noticed == example.noticed)
    #expect(outcomes.survived == example.equivalent)
  }

  @Test(arguments: cases)
  func weakTestsDoNotAndAreShownBetterOnes(_ example: Case) throws {
    let weak = example.policy + "\n" + example.weak
    let bench = try TestedPolicy(weak).bench()
    var survivors: [String] = []
    for mutation in bench.mutations where mutation.kind == example.kind {
      guard case .survived(let change) = bench.outcome(of: mutation) else { continue }
      survivors.append(mutation.shown)
      let test = try #require(bench.suggestion(for: mutation, change), "\(mutation.shown)")
      // Written beside the others it passes, and the change is noticed.
      let better = try TestedPolicy(weak + test)
      #expect(better.isGreen)
      #expect(better.bench().outcomes(example.kind).noticed.contains(mutation.shown), "\(test)")
    }
    #expect(!survivors.isEmpty)
    #expect(Set(survivors).isSubset(of: example.noticed))
  }

  @Test func everyKindIsTried() {
    #expect(Set(Self.cases.map(\.kind)) == Set(Mutation.Kind.allCases))
  }

  @Test func aChangeThatMeansTheSameIsNone() throws {
    // Of one possible word there is no less, and a version's first day may not reach into the other's last.
    let policy = try TestedPolicy(
      """
      rule r "R" { until 2026-03-01  require minor is false }
      rule r "R" { from 2026-03-02  require minor is false }

      """)
    let outcomes = policy.bench().outcomes(.date)
    #expect(
      outcomes.noticed + outcomes.survived == [
        "2026-03-01 → 2026-02-28", "2026-03-02 → 2026-03-03",
      ])
  }

  @Test func whatOthersUseIsChangedForAllOfThem() throws {
    let policy = try TestedPolicy(
      """
      constant limit "Limit" = 30 days
      define recent "Recent" = relationship.last_purchase_at within limit before attempt
      rule a "A" { require recent }
      rule b "B" { forbid recent }
      test "x" {
        plan { channel voice  at 2026-03-02T12:00Z }
        contact { time_zone "Europe/London"  relationship { last_purchase_at 2026-01-31T12:00Z } }
        expect b fails
      }

      """)
    let bench = policy.bench()
    let outcomes = bench.outcomes(.threshold)
    #expect(outcomes.noticed == ["30 days → 29 days"])
    #expect(outcomes.survived == ["30 days → 31 days"])
    for mutation in bench.mutations where mutation.shown == "30 days → 31 days" {
      guard case .survived(let change) = bench.outcome(of: mutation) else { continue }
      #expect(change.rules == ["acme.a", "acme.b"])
    }
    // What was tried leaves no trace.
    #expect(bench.outcomes(.threshold).noticed == outcomes.noticed)
  }

  @Test func eachOfSeveralRulesOfAnExemptionIsChanged() throws {
    let parent = """
      policy US "Federal"
      source law "Law" { cite "L" link "https://example.org" reviewed 2026-11-22 evidence primary confidence high }
      rule a "A" { under law  require minor is false }
      rule b "B" { under law  require minor is false }
      rule c "C" { under law  require minor is false }
      """
    let state = """
      policy US-FL "State" within US
      source law_here "Law" { cite "L" link "https://example.org" reviewed 2026-11-22 evidence primary confidence high }
      exempt US.c when recipient is consumer under law_here
      exempt a, US.b when relationship.customer under law_here from 2026-03-04
      test "x" {
        plan { channel voice  at 2026-03-04T12:00-05:00 }
        contact { phone "+13055550142"  minor true  relationship { customer true } }
        expect US.b exempt
      }
      """
    let bench = MutationBench(
      try TestedPolicy("", before: [parent, state]).set, policies: ["US-FL"],
      world: TestedPolicy.world)
    #expect(bench.outcomes(.date).noticed == ["2026-03-04 → 2026-03-05"])
    #expect(bench.outcomes(.date).survived == ["2026-03-04 → 2026-03-03"])
    for mutation in bench.mutations where mutation.shown == "2026-03-04 → 2026-03-03" {
      guard case .survived(let change) = bench.outcome(of: mutation) else { continue }
      #expect(change.rules == ["US.a", "US.b"])
    }
  }

  @Test func descendantsNoticeToo() throws {
    let federal = """
      policy US "Federal"
      source law "Law" { cite "L" link "https://example.org" reviewed 2026-11-22 evidence primary confidence high }
      register list "List" of numbers { every 31 days }
      rule scrubbed "Scrubbed" { under law  scrub list }
      """
    let state = """
      policy US-FL "State" within US
      test "x" {
        plan {
          channel voice  at 2026-03-04T12:00-05:00
          scrubs [{ register US.list  at 2026-02-01T12:00-05:00  removed true }]
        }
        contact { phone "+13055550142" }
        expect US.scrubbed passes
      }
      """
    let set = try TestedPolicy("", before: [federal, state]).set
    let bench = MutationBench(set, policies: ["US"], world: TestedPolicy.world)
    #expect(bench.outcomes(.threshold).noticed == ["31 days → 30 days"])
    #expect(bench.outcomes(.threshold).survived == ["31 days → 32 days"])
  }
}
