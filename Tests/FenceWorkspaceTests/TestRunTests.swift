import FenceDiagnostics
import FenceSemantics
import FenceWorkspace
import Outreach
import OutreachFacts
import Testing

/// The runner of tests: what it must never do is to take a wrong outcome for the right one.
struct TestRunTests {
  private static let world = compiledWorld()

  private static func policy(_ test: String) -> SourceText {
    SourceText(
      name: "acme.fence",
      text: """
        policy acme "Acme" covers everyone {
          severity block
        }
        rule adults "Adults only" { require minor is false }
        rule unlisted "Nobody who said stop" { require not opted out }
        rule later "Not yet" { from 2027-01-01  require minor is false }
        test "x" {
        \(test)
        }

        """)
  }

  private func run(_ test: String) throws -> TestRun {
    let set = PolicySet(shipped: [Self.policy(test)], own: [], world: Self.world, today: nil)
    try #require(!set.hasErrors, "\(set.diagnostics.map(\.message))")
    return TestRun(try #require(set.tests.first), library: set.library, world: Self.world)
  }

  private static let facts = [
    ("minor false", "pass", "allowed"), ("minor true", "fail", "blocked"),
    ("language \"en\"", "unproven", "review"),
  ]

  /// Every outcome against every expectation: only the equal ones pass.
  @Test(arguments: facts, ["passes", "fails", "unproven"])
  func verdictsAreExact(facts: (String, String, String), expected: String) throws {
    let run = try run(
      """
        plan { channel sms  at 2026-03-02T15:30:00Z }
        contact { phone "+13055550142"  \(facts.0) }
        expect adults \(expected)
      """)
    let word = ["passes": "pass", "fails": "fail"][expected] ?? expected
    #expect(run.hasPassed == (facts.1 == word), "\(run.failures.map(\.message))")
  }

  @Test(arguments: facts, ["allowed", "review", "blocked"])
  func decisionsAreExact(facts: (String, String, String), expected: String) throws {
    let run = try run(
      """
        facts complete
        plan { channel sms  at 2026-03-02T15:30:00Z }
        contact { phone "+13055550142"  \(facts.0) }
        expect \(expected)
      """)
    #expect(run.hasPassed == (facts.2 == expected), "\(run.failures.map(\.message))")
  }

  @Test(arguments: [
    ("contact.minor", true), ("minor", true), ("contact.opt_outs", false), ("plan.scrubs", false),
  ])
  func reasonsAreExact(because: String, passes: Bool) throws {
    let run = try run(
      """
        plan { channel sms  at 2026-03-02T15:30:00Z }
        contact { phone "+13055550142" }
        expect adults unproven because \(because)
      """)
    #expect(run.hasPassed == passes, "\(run.failures.map(\.message))")
  }

  @Test(arguments: [("not in force", true), ("passes", false)])
  func rulesOutOfForceAreNotPassed(expected: String, passes: Bool) throws {
    let run = try run(
      """
        plan { channel sms  at 2026-03-02T15:30:00Z }
        contact { minor false }
        expect later \(expected)
      """)
    #expect(run.hasPassed == passes, "\(run.failures.map(\.message))")
  }

  @Test func factsOfTheWrongKindFail() throws {
    let run = try run(
      """
        plan { channel sms  at 2026-03-02T15:30:00Z }
        contact { minor "perhaps" }
        expect adults unproven
      """)
    #expect(run.failures.map(\.code) == ["D0106"])
  }

  @Test func aTestThatExpectsNothingFails() throws {
    let set = PolicySet(
      shipped: [Self.policy("  contact { minor false }")], own: [], world: Self.world, today: nil)
    // Whether the checker or the runner says so: it never counts as passed.
    let passed = set.tests.filter {
      TestRun($0, library: set.library, world: Self.world).hasPassed
    }
    #expect(passed.isEmpty)
  }

  @Test func completeFactsLeaveOtherFieldsUnknown() throws {
    let run = try run(
      """
        facts complete
        plan { channel sms  at 2026-03-02T15:30:00Z }
        contact { phone "+13055550142" }
        expect unlisted passes
        expect adults unproven
      """)
    #expect(run.hasPassed, "\(run.failures.map(\.message))")
  }
}
