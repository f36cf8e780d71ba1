import Testing

@testable import FenceCommands

/// The table of exit statuses, in process; only the test's own policy is judged, so that the shipped law may change.
struct ExitStatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var contacts = Files.good
    var plan = Files.plan
    var policy = Files.policy
    var flags: [String] = []
    var status: Int32
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "allowed", status: 0),
    Case(name: "unproven", contacts: Files.good + Files.unknown, status: 1),
    Case(
      name: "unproven does not block", contacts: Files.unknown, flags: ["--fail-on", "block"],
      status: 0),
    Case(name: "blocked", contacts: Files.minor, flags: ["--fail-on", "block"], status: 1),
    Case(name: "blocked at night", plan: Files.night, status: 1),
    Case(name: "a bad record is unproven", contacts: Files.good + Files.broken, status: 1),
    Case(
      name: "a bad record does not block", contacts: Files.good + Files.broken,
      flags: ["--fail-on", "block"], status: 0),
    Case(
      name: "a bad record stops", contacts: Files.good + Files.broken,
      flags: ["--bad-records", "stop"], status: 4),
    Case(name: "no record can be read", contacts: Files.broken + Files.broken, status: 4),
    Case(name: "no contacts", contacts: "", status: 0),
    Case(name: "a plan that is no plan", plan: "{\"steps\": []}", status: 4),
    Case(name: "a plan that is no JSON", plan: "{", status: 4),
    Case(name: "a policy that does not load", policy: "policy acme", status: 3),
    Case(name: "a policy before a plan", plan: "{", policy: "rule x {", status: 3),
    Case(name: "a flag before a policy", policy: "rule x {", flags: ["--fast"], status: 2),
    Case(name: "a rule that does not exist", flags: ["--only", "acme.adult"], status: 2),
  ]

  @Test(arguments: cases)
  func check(_ test: Case) {
    let memory = MemoryFiles([
      "own/acme.fence": test.policy, "plan.json": test.plan, "list.ndjson": test.contacts,
    ])
    let only = test.policy == Files.policy && !test.flags.contains("--only")
    let outcome = ringfence(
      ["check", "plan.json", "--contacts", "list.ndjson", "--policies", "own"]
        + (only ? ["--only", "acme"] : []) + test.flags, on: memory)
    #expect(outcome.status == test.status, "\(outcome.output)\n\(outcome.errors)")
  }

  @Test(
    arguments: [
      ([], 0), (["--version"], 0), (["--help"], 0), (["help", "check"], 0),
      (["check", "--help"], 0),
      (["help", "nothing"], 2), (["chekc"], 2), (["check"], 2), (["check", "plan.json"], 2),
      (["check", "a", "b", "--contacts", "list.ndjson"], 2), (["lint"], 2),
      (["check", "plan.json", "--contacts", "none.ndjson", "--policies", "own"], 4),
      (["check", "none.json", "--contacts", "list.ndjson", "--policies", "own"], 4),
      (["check", "plan.json", "--contacts", "list.ndjson", "--policies", "none"], 3),
      (["check", "plan.json", "--contacts", "list.csv", "--policies", "own"], 4),
      (["check", "plan.json", "--contacts", "list.ndjson", "--allowed", "list.ndjson"], 2),
      (["check", "plan.json", "--contacts", "list.ndjson", "--allowed", "x", "--output", "x"], 2),
      (["explain", "+13055550199", "--plan", "plan.json", "--contacts", "list.ndjson"], 4),
      (["explain", "a", "--contacts", "list.ndjson"], 2),
      (
        ["explain", "a", "--plan", "plan.json", "--contacts", "list.ndjson", "--step", "text-2"], 2
      ),
      (["when", "a", "--plan", "plan.json", "--contacts", "list.ndjson", "--days", "0"], 2),
      (["verify", "own"], 0), (["verify", "broken.fence"], 3), (["verify", "none"], 3),
      (["test", "own", "--quiet"], 0), (["test", "empty.fence"], 1), (["test", "wrong.fence"], 1),
      (["test", "broken.fence"], 3),
      (["fmt", "none"], 3), (["fmt"], 2), (["fmt", "broken.fence"], 3),
      (["list", "police"], 2), (["list", "rules", "--on", "yesterday"], 2), (["list", "codes"], 0),
      (["dump", "tokens", "own/acme.fence"], 0), (["dump", "core", "own/acme.fence"], 0),
      (["dump", "core", "broken.fence"], 3), (["dump", "soup", "own/acme.fence"], 2),
      (["lint", "plan.json", "--now", "2026-03-02"], 2),
    ] as [([String], Int32)])
  func commands(_ arguments: [String], status: Int32) {
    let files = [
      "own/acme.fence": Files.policy, "plan.json": Files.plan, "list.ndjson": Files.good,
      "broken.fence": "rule {", "empty.fence": "policy beta \"Nothing\" covers nobody\n",
      "wrong.fence": Files.policy.replacing("expect adults passes", with: "expect adults fails"),
    ]
    let outcome = ringfence(arguments, on: MemoryFiles(files))
    #expect(outcome.status == status, "\(outcome.output)\n\(outcome.errors)")
    #expect(status < 2 || (outcome.errors + outcome.output).contains("error"))
  }

  @Test func prefersUsageToPoliciesToInputToFindings() {
    let order: [FenceCommands.ExitStatus] = [.usage, .policies, .input, .findings, .passed]
    for (index, graver) in order.enumerated() {
      for milder in order[index...] {
        #expect(graver.and(milder) == graver)
        #expect(milder.and(graver) == graver)
      }
    }
  }

  @Test func endsQuietlyWhenNobodyReads() {
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--format", "ndjson",
      files: Files.all(contacts: Files.minor + Files.minor), breaksAfter: 10)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
  }

  @Test func finishesTheListsWhenNobodyReadsTheReport() {
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--only", "acme",
      "--format", "ndjson", "--blocked", "blocked.ndjson",
      files: Files.all(contacts: Files.minor + Files.minor), breaksAfter: 10)
    #expect(outcome.status == 1)
    #expect(outcome.files.text("blocked.ndjson") == Files.minor + Files.minor)
  }

  @Test func stopsCleanlyWhenInterrupted() throws {
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--format", "json",
      files: Files.all(contacts: Files.good + Files.minor + Files.minor), interruptedAfter: 1,
      partSize: 1)
    #expect(outcome.status == 130)
    #expect(outcome.errors.contains("interrupted after 2 contacts"))
    #expect(outcome.output.hasSuffix("\"interrupted\":true}}\n"))
  }

  @Test func saysThatAFileCannotBeWritten() {
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--blocked", "x",
      files: Files.all(contacts: Files.good), locked: "x")
    #expect(outcome.status == 4)
    #expect(outcome.errors == "error: x: access is denied\n")
  }
}
