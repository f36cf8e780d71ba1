import FenceDiagnostics
import FenceSemantics
import FenceWorkspace
import Outreach
import OutreachFacts
import Testing

/// Every verdict is told from every other by the runner of tests.
@Suite struct ExpectationTests {
  /// A rule that passes, fails, is unproven, does not apply or is not in force, by what `recipient` says.
  private static let policy = """
    policy runner "Runner" covers everyone
    rule consumers "No consumers" {
      from 2026-01-01
      applies when channel is voice
      forbid recipient is consumer
      except when minor
    }
    """

  private static let facts: [(Verdict, String)] = [
    (
      .pass,
      "plan { channel voice  at 2026-03-02T15:00Z } contact { recipient business  minor false }"
    ),
    (
      .fail,
      "plan { channel voice  at 2026-03-02T15:00Z } contact { recipient consumer  minor false }"
    ),
    (.unproven, "plan { channel voice  at 2026-03-02T15:00Z } contact { minor false }"),
    (
      .exempt,
      "plan { channel voice  at 2026-03-02T15:00Z } contact { recipient consumer  minor true }"
    ),
    (.notApplicable, "plan { channel sms  at 2026-03-02T15:00Z } contact { recipient consumer }"),
    (.notInForce, "plan { channel voice  at 2025-03-02T15:00Z } contact { recipient consumer }"),
  ]

  private static let words: [(Verdict, String)] = [
    (.pass, "passes"), (.fail, "fails"), (.unproven, "unproven"), (.exempt, "exempt"),
    (.notApplicable, "not applicable"), (.notInForce, "not in force"),
  ]

  private func run(_ test: String) throws -> TestRun {
    let source = SourceText(
      name: "runner.fence", text: ExpectationTests.policy + "\ntest \"a\" { \(test) }\n")
    let world = compiledWorld()
    let set = PolicySet(shipped: [], own: [[source]], world: world, today: nil)
    try #require(!set.hasErrors, "\(set.diagnostics.map(\.message))")
    return TestRun(try #require(set.tests.first), library: set.library, world: world)
  }

  @Test func everyVerdictIsToldFromEveryOther() throws {
    for (actual, facts) in ExpectationTests.facts {
      for (wanted, word) in ExpectationTests.words {
        let run = try run("\(facts) expect consumers \(word)")
        #expect(run.hasPassed == (actual == wanted), "wanted \(word), is \(actual.rawValue)")
      }
    }
  }

  @Test func decisionsAreToldApart() throws {
    let severity = "severity block"
    for (word, passes) in [("allowed", false), ("review", false), ("blocked", true)] {
      let source = SourceText(
        name: "runner.fence",
        text: ExpectationTests.policy.replacing(
          "from 2026-01-01", with: "from 2026-01-01 \(severity)")
          + "\ntest \"a\" { \(ExpectationTests.facts[1].1) expect \(word) }\n")
      let world = compiledWorld()
      let set = PolicySet(shipped: [], own: [[source]], world: world, today: nil)
      let run = TestRun(try #require(set.tests.first), library: set.library, world: world)
      #expect(run.hasPassed == passes, "wanted \(word)")
    }
  }

  @Test func aWrongFactFailsTheTest() throws {
    let run = try run(
      "plan { channel voice  at 2026-03-02T15:00Z  wrong 1 } expect consumers unproven")
    #expect(!run.hasPassed)
  }

  @Test func missingFactsAreChecked() throws {
    let facts = ExpectationTests.facts[2].1
    #expect(try run("\(facts) expect consumers unproven because recipient").hasPassed)
    #expect(try !run("\(facts) expect consumers unproven because minor").hasPassed)
  }
}
