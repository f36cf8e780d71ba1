import Testing

/// Keys that no field has are told of, with how often and where first they stand, however long the list is.
struct UnknownKeyTests {
  private static let count = 400

  private static func contact(_ place: Int) -> String {
    var members = [#""id":"\#(place)""#, #""phone":"+1305555\#(1000 + place)""#]
    members.append(#""region":"US-FL""#)
    if place % 4 > 0 { members.append(#""minor":\#(place % 3 == 0)"#) }
    if place >= 5 { members.append(#""first_name":{"given":["Ann",\#(place)]}"#) }
    if place % 3 == 2 {
      members.append(#""origin":{"kind":"own_form","wave":null,"collected_at":null}"#)
    }
    if place % 5 == 4 { members.append(#""history":[{"agent":7},{"channel":"sms","agent":"x"}]"#) }
    return "{\(members.joined(separator: ","))}"
  }

  private static let lines = (0..<count).map(contact)

  private static func warnings(_ lines: [String], _ words: [String]) -> [String] {
    ringfence(
      [
        "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--only", "acme",
      ] + words, on: MemoryFiles(Files.all(contacts: lines.joined(separator: "\n") + "\n")),
      partSize: 3000
    ).errors.split(separator: "\n").filter { $0.hasPrefix("warning: no field") }.map(String.init)
  }

  @Test(arguments: ["csv", "text", "ndjson"], ["1", "3"])
  func areCounted(format: String, jobs: String) {
    let found = Self.warnings(Self.lines, ["--format", format, "--jobs", jobs])
    #expect(
      found == [
        "warning: no field is called `first_name` (395 times, first on line 6)",
        "warning: no field is called `history[0].agent` (160 times, first on line 5)",
        "warning: no field is called `origin.wave` (133 times, first on line 3)",
      ])
  }

  @Test func areCountedHoweverManyThereAre() {
    let keys = (10..<50).map { #""k\#($0)":1"# }.joined(separator: ",")
    let lines = Self.lines.map { $0.replacing(#""region""#, with: keys + #","region""#) }
    let found = Self.warnings(lines, ["--format", "csv"]).filter { $0.contains("`k") }
    #expect(found.count == 40)
    #expect(found.allSatisfy { $0.hasSuffix("(400 times, first on line 1)") }, "\(found)")
  }

  @Test func twiceInARecordAreAnErrorStill() {
    var lines = Self.lines
    lines[300] = lines[300].replacing(#""id""#, with: #""first_name":1,"id""#)
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--only", "acme",
      "--format", "ndjson", files: Files.all(contacts: lines.joined(separator: "\n") + "\n"))
    let told = outcome.output.split(separator: "\n")
    #expect(told[300].contains("`first_name` is given twice"))
    #expect(!told[299].contains("given twice") && !told[301].contains("given twice"))
  }

  @Test func thatHideAListAreAnErrorInEachRecord() {
    var files = Files.all(
      contacts: Self.lines.map { $0.replacing(#""region""#, with: #""opt_out":[],"region""#) }
        .joined(separator: "\n") + "\n")
    files["own/acme.fence"] = """
      policy acme "Acme's own rules" covers everyone
      rule stop "Leave out who said stop" { require not opted out }

      """
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--only", "acme",
      "--format", "ndjson", files: files)
    #expect(
      outcome.output.split(separator: "\n").count { $0.contains("no field is called `opt_out`") }
        == 400)
  }
}
