import TestSupport
import Testing

@testable import FenceCommands

/// `ringfence test` with `--coverage` and `--mutate`, over a policy of the test's own.
struct TestCommandTests {
  private static let policy = """
    policy acme "Acme" covers everyone { severity block }

    rule evening "Not after eight" {
      hours 08:00 to 20:00
      except when relationship.customer
    }

    test "noon" {
      plan    { channel voice  at 2026-03-02T12:00-05:00 }
      contact { phone "+13055550142" }
      expect evening passes
    }

    test "half past eight" {
      plan    { channel voice  at 2026-03-02T20:30-05:00 }
      contact { phone "+13055550142"  relationship { customer false } }
      expect evening fails
    }

    """

  /// The only change of the policy that means nothing to Acme.
  private static func accepted(_ instead: String) -> String {
    """
    {"format": "ringfence.accepted/1", "accepted": [
      {"subject": "acme.evening", "clause": "hours 08:00 to 20:00", "instead": "\(instead)",
       "because": "A minute in the morning disturbs nobody."}]}
    """
  }

  private func test(_ words: String..., accepted: String = "", policy: String = policy) -> Outcome {
    ringfence(
      ["test", "own"] + words,
      on: MemoryFiles(["own/acme.fence": policy, "accepted.json": accepted]))
  }

  @Test func showsWhatNoTestReaches() {
    let outcome = test("--coverage")
    expectGolden(outcome.output, "commands/test-coverage.txt")
    #expect(outcome.status == 0)
    expectGolden(test("--coverage", "--format", "json").output, "commands/test-coverage.json")
    expectGolden(test("--coverage", "--format", "csv").output, "commands/test-coverage.csv")
  }

  /// However many threads run tests and try changes, the same is written.
  @Test(arguments: ["", "--coverage", "--mutate", "--coverage --mutate --format json"])
  func threadsChangeNothing(flags: String) {
    let words = flags.split(separator: " ").map(String.init)
    let alone = ringfence(
      ["test", "own", "--jobs", "1"] + words, on: MemoryFiles(["own/acme.fence": Self.policy]))
    #expect(alone.output.count > 10)
    for jobs in ["2", "7"] {
      let outcome = ringfence(
        ["test", "own", "--jobs", jobs] + words, on: MemoryFiles(["own/acme.fence": Self.policy]))
      #expect(outcome.output == alone.output)
      #expect(outcome.status == alone.status)
    }
  }

  @Test(arguments: ["test", "verify"])
  func aNumberOfThreadsIsANumber(verb: String) {
    let outcome = ringfence(
      [verb, "own", "--jobs", "many"], on: MemoryFiles(["own/acme.fence": ""]))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("`--jobs` cannot be read: `many`"))
  }

  static let floors: [(flags: String, status: Int32)] = [
    ("--coverage-floor 25", 0), ("--coverage-floor 26", 1), ("--coverage-floor 25%", 0),
    ("--coverage-floor exceptions=1", 1), ("--coverage-floor verdicts=66", 0),
    ("--coverage-floor verdicts=67", 1),
    ("--coverage-floor 10 --coverage-floor thresholds=1", 1), ("--coverage-floor most", 2),
    ("--coverage-floor rules=3", 2), ("--coverage-floor 101", 2), ("--format csv", 2),
  ]

  /// Coverage can be red: neither the exception nor an edge of the hours is reached.
  @Test(arguments: floors)
  func floorsDecideTheStatus(flags: String, status: Int32) {
    let outcome = ringfence(
      ["test", "own"] + flags.split(separator: " ").map(String.init),
      on: MemoryFiles(["own/acme.fence": Self.policy]))
    #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
  }

  @Test func showsWhatNoTestNotices() {
    let outcome = test("--mutate")
    expectGolden(outcome.output, "commands/test-mutate.txt")
    #expect(outcome.status == 1)
    #expect(test("--mutate").output == outcome.output)
    expectGolden(
      test(
        "--mutate", "--format", "json", "--accepted", "accepted.json",
        accepted: Self.accepted("hours 08:01 to 20:00")
      ).output, "commands/test-mutate.json")
  }

  @Test func acceptedChangesAreCounted() {
    let outcome = test(
      "--mutate", "--accepted", "accepted.json", accepted: Self.accepted("hours 08:01 to 20:00"))
    #expect(outcome.output.contains("1 accepted"))
    #expect(!outcome.output.contains("08:01"))
    #expect(!outcome.output.contains("stale"))
  }

  /// What a test notices by now, and what the policy no longer says, need not be accepted.
  @Test(arguments: ["hours 08:00 to 20:31", "hours 09:00 to 20:00", ""])
  func staleAcceptancesAreReported(instead: String) {
    let outcome = test(
      "--mutate", "--accepted", "accepted.json", accepted: Self.accepted(instead))
    #expect(outcome.output.contains("stale"))
    #expect(outcome.status == 1)
  }

  @Test(arguments: [
    "", "{}", "{\"format\": \"ringfence.accepted/1\"}",
    "{\"format\": \"ringfence.accepted/1\", \"accepted\": [{\"subject\": \"acme.evening\"}]}",
  ])
  func brokenAcceptancesEndTheRun(text: String) {
    #expect(test("--mutate", "--accepted", "accepted.json", accepted: text).status == 4)
  }

  @Test func nothingIsChangedWhileTestsFail() {
    let outcome = test(
      "--mutate",
      policy: Self.policy + """
        test "wrong" {
          plan    { channel voice  at 2026-03-02T12:00-05:00 }
          contact { phone "+13055550142" }
          expect evening fails
        }

        """)
    #expect(outcome.status == 1)
    #expect(!outcome.output.contains("mutation"))
    #expect(outcome.errors.contains("not changed while tests fail"))
  }

  @Test func onlyWhatIsAskedForIsChanged() {
    #expect(test("--mutate", "--only", "acme.other").output.contains("0 of 0 changes"))
    #expect(test("--coverage", "--only", "acme.other").output.contains("0 of 0"))
    #expect(test("--mutate", "--only", "acme").output == test("--mutate").output)
  }
}
