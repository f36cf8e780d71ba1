import Testing

@testable import FenceCommands

/// The split lists: bytes, order and form of the input, whole or not at all.
struct SplitListTests {
  private static let lists = ["--allowed", "a", "--review", "r", "--blocked", "b"]

  /// Names in two scripts, escapes, odd spacing: what reading and writing again would change.
  private static let odd =
    #"{ "id" :"é\u00e9","phone":"+13055550142",  "region": "US-FL", "minor": false, "city": "東京" }"#

  private func check(
    _ files: [String: String], _ contacts: [String] = ["list.ndjson"], flags: [String] = lists,
    interruptedAfter: Int = .max, locked: String? = nil
  ) -> Outcome {
    let memory = MemoryFiles(Files.all(contacts: "").merging(files) { $1 })
    memory.lockedPath = locked
    return ringfence(
      ["check", "plan.json", "--policies", "own", "--only", "acme"] + flags
        + contacts.flatMap { ["--contacts", $0] }, on: memory,
      interruptedAfter: interruptedAfter, partSize: interruptedAfter < .max ? 1 : 1 << 20)
  }

  @Test func keepsLinesByteForByteInOrder() {
    let outcome = check([
      "list.ndjson": "\u{FEFF}" + Files.minor + "\n" + Self.odd + "\r\n" + Files.broken
        + Files.good + Files.unknown
    ])
    #expect(outcome.files.text("a") == Self.odd + "\n" + Files.good)
    #expect(outcome.files.text("r") == Files.broken + Files.unknown)
    #expect(outcome.files.text("b") == Files.minor)
  }

  @Test func keepsAListAList() {
    let element = Files.good.replacing(", ", with: ",\n\t")
    let outcome = check(
      ["list.json": "[ \(element) , \(Self.odd),\(Files.minor),7 ]\n"], ["list.json"])
    #expect(
      outcome.files.text("a") == "[\n\(element.dropLast()),\n\(Self.odd)\n]\n")
    #expect(outcome.files.text("r") == "[\n7\n]\n")
    #expect(outcome.files.text("b") == "[\n\(Files.minor)]\n")
  }

  @Test(
    arguments: [("list.ndjson", "", ""), ("list.json", "[]", "[\n]\n")])
  func writesEmptyLists(name: String, contacts: String, expected: String) {
    let outcome = check([name: contacts], [name])
    #expect(["a", "r", "b"].allSatisfy { outcome.files.text($0) == expected })
  }

  /// A list that a reader could take for the whole one is worse than none.
  @Test func leavesOldListsWhenInterrupted() {
    let outcome = check(
      ["list.ndjson": Files.good + Files.minor + Files.minor, "a": "old"], interruptedAfter: 1)
    #expect(outcome.status == 130)
    #expect(outcome.files.text("a") == "old")
    #expect(outcome.files.text("b") == nil)
    #expect(
      outcome.errors.contains("interrupted after 2 contacts; `b`, `r`, `a` left as they were"))
  }

  @Test func leavesOldListsWhenABadRecordStops() {
    let outcome = check(
      ["list.ndjson": Files.good + Files.broken + Files.minor, "a": "old"],
      flags: Self.lists + ["--bad-records", "stop"])
    #expect(outcome.status == 4)
    #expect(outcome.files.text("a") == "old")
    #expect(outcome.errors.contains("`b`, `r`, `a` left as they were"))
  }

  @Test func replacesOldListsWhenWhole() {
    let outcome = check(["list.ndjson": Files.good, "a": "old", "b": "old"])
    #expect(outcome.files.text("a") == Files.good)
    #expect(outcome.files.text("b") == "")
  }

  @Test func joinsSeveralFilesOfOneForm() {
    let outcome = check(
      ["list.ndjson": Files.good, "more.jsonl": Files.minor + Self.odd],
      ["list.ndjson", "more.jsonl"])
    #expect(outcome.files.text("a") == Files.good + Self.odd + "\n")
    #expect(outcome.files.text("b") == Files.minor)
  }

  @Test func refusesFilesOfSeveralForms() {
    let outcome = check(
      ["list.ndjson": Files.good, "more.json": "[\(Files.minor)]"], ["list.ndjson", "more.json"])
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("more.json is not put together like list.ndjson"))
    #expect(outcome.files.text("a") == nil)
    let report = check(
      ["list.ndjson": Files.good, "more.json": "[\(Files.minor)]"], ["list.ndjson", "more.json"],
      flags: [])
    #expect(report.status == 1, "without lists there is nothing to refuse")
  }

  @Test func refusesARecordThatIsTooLongToKeep() {
    let long = #"{"id": ""# + String(repeating: "x", count: 17 << 20) + "\"}\n"
    let outcome = check(["list.ndjson": Files.good + long + Files.good])
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("list.ndjson:2: this record is too long"))
    #expect(outcome.files.text("a") == nil)
  }

  @Test(
    arguments: [
      (["--allowed", "x", "--blocked", "./x"], "`./x` would be written twice"),
      (["--allowed", "x", "--output", "x"], "`x` would be written twice"),
      (["--review", "./list.ndjson"], "`./list.ndjson` is read and would be overwritten"),
      (["--review", "plan.json"], "`plan.json` is read and would be overwritten"),
      (["--allowed", "-"], "`--allowed` needs a file"),
    ])
  func refusesPathsThatMeet(flags: [String], message: String) {
    let outcome = check(["list.ndjson": Files.good], flags: flags)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func saysAtOnceThatAListCannotBeWritten() {
    let outcome = check(["list.ndjson": Files.good], locked: "r")
    #expect(outcome.status == 4)
    #expect(outcome.errors == "error: r: access is denied\n")
    #expect(outcome.output.isEmpty)
  }
}
