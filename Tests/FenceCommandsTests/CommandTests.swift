import TestSupport
import Testing

@testable import FenceCommands

/// What the commands print; golden files hold the parts that do not depend on the shipped law.
struct CommandTests {
  @Test(arguments: Verb.all.map(\.name))
  func helps(verb: String) {
    expectGolden(ringfence("help", verb).output, "commands/help-\(verb).txt")
    #expect(ringfence(verb, "--help").output == ringfence("help", verb).output)
  }

  @Test func givesAnOverview() {
    expectGolden(ringfence().output, "commands/help.txt")
    #expect(ringfence("--help").output == ringfence().output)
    #expect(ringfence("help").output == ringfence().output)
  }

  @Test func explainsCodes() {
    let outcome = ringfence("help", "F0108")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("no day of the calendar"))
  }

  @Test func checks() {
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--only", "acme",
      files: Files.all(contacts: Files.good + Files.unknown + Files.broken + Files.minor))
    expectGolden(withoutCounts(outcome.output), "commands/check-text.txt")
    #expect(!outcome.output.contains("555014"))
  }

  @Test func readsStandardInput() {
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "-", "--policies", "own", "--only", "acme", "--format",
      "csv", files: Files.all(contacts: ""), input: Files.good + Files.minor)
    #expect(
      outcome.output
        == "id,phone,step,decision,failed_rules,unproven_rules,waived_rules,segments\r\n"
        + "a,+1305•••••42,text-1,allowed,,,,\r\nc,+1305•••••44,text-1,blocked,acme.adults,,,\r\n")
  }

  @Test func doesNotLetAMisspeltListPass() {
    let policy = """
      policy acme "Acme's own rules" covers everyone
      rule stop "Leave out who said stop" { require not opted out }

      """
    var files = Files.all(contacts: #"{"id": "a", "phone": "+13055550142", "opt_out": []}"# + "\n")
    files["own/acme.fence"] = policy
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", files: files)
    #expect(outcome.status == 4, "\(outcome.errors)")
    #expect(outcome.errors.contains("no field is called `opt_out`"))
    #expect(outcome.errors.contains("did you mean `opt_outs`?"))
  }

  @Test func writesTheReportWhereAskedAndOnlyWhenWhole() {
    let outcome = ringfence(
      "lint", "plan.json", "--policies", "own", "--only", "acme", "--output", "report.txt",
      files: Files.all(contacts: ""))
    #expect(outcome.output.isEmpty)
    #expect(outcome.files.text("report.txt")?.contains("plan.json: 0 blocking") == true)
    let overwriting = ringfence(
      "lint", "plan.json", "--output", "./plan.json", files: Files.all(contacts: ""))
    #expect(overwriting.status == 2)
    #expect(overwriting.files.text("plan.json") == Files.plan)
    let failing = ringfence(
      "check", "plan.json", "--contacts", "none.ndjson", "--policies", "own", "--output", "old",
      files: Files.all(contacts: "").merging(["old": "old"]) { $1 })
    #expect(failing.status == 4)
    #expect(failing.files.text("old") == "old")
  }

  @Test func warnsOfContactsOutsideTheTargets() {
    let abroad = #"{"id": "e", "country": "GB", "minor": false}"# + "\n"
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--format", "json",
      files: Files.all(contacts: Files.good + abroad))
    #expect(outcome.output.contains(#""outside_targets":[{"place":"GB","contacts":1}]"#))
  }

  @Test func explainsByNumberInAnySpellingAndById() {
    let files = Files.all(contacts: Files.good + Files.minor, plan: Files.night)
    let outcomes = ["+13055550142", "+1 (305) 555-0142", "a"].map {
      ringfence(
        "explain", $0, "--plan", "plan.json", "--contacts", "list.ndjson", "--policies", "own",
        "--only", "acme", files: files)
    }
    expectGolden(outcomes[0].output, "commands/explain-text.txt")
    #expect(Set(outcomes.map(\.output)).count == 1)
    #expect(outcomes.allSatisfy { $0.status == 1 })
  }

  @Test func explainsWhatStandsWhileAGraceRunsAndWhatNoFactTells() {
    let outcome = ringfence(
      "explain", "a", "--plan", "plan.json", "--contacts", "list.ndjson", "--policies", "own",
      "--only", "acme", files: Files.inGrace)
    expectGolden(outcome.output, "commands/explain-grace-text.txt")
    let json = ringfence(
      "explain", "a", "--plan", "plan.json", "--contacts", "list.ndjson", "--policies", "own",
      "--only", "acme", "--format", "json", files: Files.inGrace)
    #expect(json.output.contains("\"open\": [\n"))
    #expect(json.output.contains("\"graces\": [\n"))
  }

  @Test func tellsWhen() {
    let outcome = ringfence(
      "when", "a", "--plan", "plan.json", "--contacts", "list.ndjson", "--policies", "own",
      "--only", "acme", "--days", "2", files: Files.all(contacts: Files.good))
    expectGolden(outcome.output, "commands/when-text.txt")
    #expect(outcome.status == 0)
  }

  @Test func lints() {
    let outcome = ringfence(
      "lint", "plan.json", "--policies", "own", "--only", "acme",
      files: Files.all(contacts: "", plan: Files.night))
    expectGolden(outcome.output, "commands/lint-text.txt")
  }

  @Test(
    arguments: [
      ("lint", ["plan.json"]), ("check", ["plan.json", "--contacts", "list.ndjson"]),
      ("verify", ["own"]), ("test", ["own"]),
    ] as [(String, [String])], ["markdown", "junit", "github"])
  func writesEveryForm(command: (verb: String, words: [String]), form: String) {
    let isJudging = command.verb == "lint" || command.verb == "check"
    let outcome = ringfence(
      [command.verb] + command.words + ["--format", form]
        + (isJudging ? ["--policies", "own", "--only", "acme"] : []),
      on: MemoryFiles(Files.all(contacts: Files.minor)))
    #expect(outcome.status == (command.verb == "check" ? 1 : 0), "\(outcome.errors)")
    let beginnings = ["markdown": "## ", "junit": "<?xml ", "github": "::"]
    let isEmpty = form == "github" && command.verb == "test"
    #expect(isEmpty ? outcome.output.isEmpty : outcome.output.hasPrefix(beginnings[form] ?? "?"))
  }

  /// What keeps a report from being made shows beside the change, too.
  @Test(
    arguments: [
      ["lint", "broken.json"], ["check", "broken.json", "--contacts", "list.ndjson"],
      ["lint", "plan.json", "--policies", "broken.fence"], ["test", "broken.fence"],
    ])
  func tellsGitHubWhatCannotBeRead(_ words: [String]) {
    var files = Files.all(contacts: Files.good)
    files["broken.json"] = "{\n  \"stpes\": [],\n  \"sender\": {\"phone\": \"+13055550142\"}\n}\n"
    files["broken.fence"] = "rule {\n"
    let outcome = ringfence(words + ["--format", "github"], on: MemoryFiles(files))
    #expect(outcome.status == 3 || outcome.status == 4)
    #expect(outcome.output.contains("::error file=broken."), "\(outcome.output)")
    #expect(!outcome.output.contains("5550142"))
  }

  @Test func tests() {
    let passing = ringfence("test", "own", files: Files.all(contacts: ""))
    #expect(passing.output == "2 tests of 1 policy passed\n")
    #expect(passing.errors == "took 0 ms\n")
    var files = Files.all(contacts: "")
    files["own/acme.fence"] = Files.policy.replacing(
      "expect adults passes", with: "expect adults fails")
    expectGolden(ringfence("test", "own", files: files).output, "commands/test-text.txt")
  }

  @Test func formatsInPlaceOrSaysWhatItWould() {
    let untidy = "policy   acme \"A\"   covers nobody\n"
    let tidy = "policy acme \"A\" covers nobody\n"
    let files = ["own/a.fence": untidy, "own/b.fence": tidy.replacing("acme", with: "beta")]
    let checked = ringfence("fmt", "--check", "own", files: files)
    #expect(checked.status == 1)
    #expect(checked.output == "own/a.fence\n")
    #expect(checked.files.text("own/a.fence") == untidy)
    let written = ringfence("fmt", "own", files: files)
    #expect(written.status == 0)
    #expect(written.files.text("own/a.fence") == tidy)
    #expect(ringfence("fmt", "-", input: untidy).output == tidy)
  }

  @Test func saysWhichPoliciesAreReplaced() {
    var files = Files.all(contacts: Files.good)
    files["own/practice.fence"] = "policy practice \"Ours\" covers nobody\n"
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--format", "json",
      files: files)
    #expect(outcome.output.contains(#""added":["acme"],"replaced":["practice"]"#))
  }

  @Test(
    arguments: [
      (["--color", "always"], false, [:], true), (["--color", "never"], true, [:], false),
      ([], true, [:], true), ([], false, [:], false), ([], true, ["NO_COLOR": "1"], false),
      ([], true, ["NO_COLOR": ""], true),
    ] as [([String], Bool, [String: String], Bool)])
  func colours(flags: [String], isTerminal: Bool, variables: [String: String], isColored: Bool) {
    let outcome = ringfence(
      ["help"] + flags, on: MemoryFiles([:]), isTerminal: isTerminal, variables: variables)
    #expect(outcome.output.contains("\u{1B}[") == isColored)
  }

  @Test func givesTheSameBytesTwice() {
    let outputs = (0..<2).map { _ in
      ringfence(
        "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--format", "json",
        files: Files.all(contacts: Files.good + Files.unknown + Files.broken + Files.minor)
      ).output
    }
    #expect(outputs[0] == outputs[1])
  }

  /// The counts of shipped rules change with the law.
  private func withoutCounts(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("judged by") }.joined(separator: "\n")
  }
}
