import FenceWorkspace
import Foundation
import TestSupport
import Testing

@testable import FenceCommands

/// The calendars, the machine's time zones, and what knowing the clock would add.
struct PlaceAndClockTests {
  private static let policy = """
    policy acme "Acme" covers everyone {
      business days skip saturday, sunday, days_off
    }

    calendar days_off "Days off" {
      day new_year "New Year" on 1 january repeated on next workday
      day eid "Eid" on listed 2026-03-20 through 2026-12-31
      in DE-BY, DE-BW { day epiphany "Epiphany, \\"Three Kings\\"" on 6 january }
    }

    rule hours "Between eight and eight" {
      severity block
      hours 08:00 to 20:00
    }

    rule promptly "Within two business days" {
      require attempt within 2 business days after relationship.last_purchase_at
    }

    """

  private static let plan = """
    {"campaign": "spring", "purpose": "marketing", "targets": ["US"],
     "steps": [{"id": "call-1", "channel": "voice", "at": "2026-03-03T03:30:00Z"}]}

    """

  private static let contacts = """
    {"id": "panhandle", "phone": "+18505550142"}
    {"id": "declared", "phone": "+18505550142", "time_zone": "America/Chicago"}
    {"id": "free", "phone": "+18005550142"}
    {"id": "miami", "phone": "+13055550142"}

    """

  private static let files = [
    "own/acme.fence": policy, "plan.json": plan, "list.ndjson": contacts,
  ]

  private func when(_ id: String, _ flags: String...) -> Outcome {
    ringfence(
      [
        "when", id, "--plan", "plan.json", "--contacts", "list.ndjson", "--policies", "own",
        "--only", "acme.hours", "--days", "2",
      ] + flags, on: MemoryFiles(Self.files))
  }

  @Test func saysWhatKnowingTheClockWouldAdd() {
    expectGolden(when("panhandle").output, "commands/when-widening.txt")
    expectGolden(
      when("panhandle", "--format", "json").output.afterPolicies, "commands/when-widening-json.txt")
    #expect(
      when("free").output.contains("contact.time_zone, contact.region or contact.postal_code"))
  }

  @Test(arguments: ["declared", "miami"])
  func saysNothingWhereTheClockIsKnown(_ id: String) {
    #expect(!when(id).output.contains("longer with"))
    #expect(when(id, "--format", "json").output.contains("\"widening\": null"))
  }

  /// A list with one contact for each way in which place and clock are told, repeated to be long enough for the bulk engine.
  private static func people(times: Int) -> MemoryFiles {
    let more = """
      {"id": "florida", "phone": "+18505550142", "region": "US-FL"}
      {"id": "moved", "phone": "+13055550142", "country": "US", "postal_code": "75001"}
      {"id": "elsewhere", "phone": "+13055550142", "time_zone": "America/Denver"}
      {"id": "alias", "phone": "+18505550142", "time_zone": "US/Central"}

      """
    // A contact of whom nothing is known has every clock there is: once is enough.
    let list = String(repeating: contacts + more, count: times) + #"{"id": "nowhere"}"# + "\n"
    return MemoryFiles([
      "own/acme.fence": policy, "plan.json": plan, "list.ndjson": list,
    ])
  }

  private func check(times: Int, _ format: String) -> String {
    ringfence(
      [
        "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--only",
        "acme.hours", "--format", format,
      ], on: Self.people(times: times)
    ).output
  }

  @Test func saysWhatDecidedPlaceAndClock() {
    let text = check(times: 1, "text")
    let summary = text[
      (text.range(of: "What decides place and clock")?.lowerBound ?? text.startIndex)...]
    expectGolden(String(summary), "commands/check-evidence.txt")
    // Which policies cover changes with the shipped law.
    let lines = check(times: 1, "ndjson").split(separator: "\n").map { line in
      let start = line.range(of: "\"evidence\"") ?? line.range(of: "\"by_evidence\"")
      let rest = line[(start?.lowerBound ?? line.startIndex)...]
      return rest[..<(rest.range(of: ",\"attempts\"")?.lowerBound ?? rest.endIndex)]
    }
    expectGolden(lines.joined(separator: "\n") + "\n", "commands/check-evidence-json.txt")
    #expect(!check(times: 1, "csv").contains("contact.phone"))
  }

  /// The judge alone and the bulk engine tell the same of a contact, however many there are.
  @Test func tellsTheSameOfLongLists() {
    let few = check(times: 1, "ndjson").split(separator: "\n")
    let many = check(times: 18, "ndjson").split(separator: "\n")
    #expect(few.count == 10 && many.count == 146)
    for (number, line) in many.dropLast(2).enumerated() { #expect(line == few[number % 8]) }
    #expect(many.last?.contains("\"several_clocks\":36") == true, "\(many.last ?? "")")
  }

  /// What is found once for contacts in the same place is found for those alone of whom rules are told the same.
  @Test func tellsTheSameWhoeverComesFirst() {
    let policy = """
      policy acme "Acme" covers everyone {
      }

      rule hours "Between eight and eight in the United States" {
        severity block
        applies when country is US
        hours 08:00 to 20:00
      }

      """
    let people = [
      #"{"id": "one", "phone": "+18505550142", "region": "US-FL", "country": "JP"}"#,
      #"{"id": "two", "phone": "+18505550142", "region": "US-FL", "country": "US"}"#,
    ]
    func lines(_ people: [String]) -> [Substring] {
      let files = [
        "own/acme.fence": policy, "plan.json": Self.plan,
        "list.ndjson": people.joined(separator: "\n") + "\n",
      ]
      return ringfence(
        [
          "check", "plan.json", "--contacts", "list.ndjson", "--policies", "own", "--only",
          "acme.hours", "--format", "ndjson",
        ], on: MemoryFiles(files)
      ).output.split(separator: "\n").dropLast()
    }
    #expect(lines(people) == lines(people.reversed()).reversed())
    #expect(lines(people).first != lines(people).last)
  }

  @Test func listsTheDaysOfACalendar() {
    let year = ["--year", "2027", "--policies", "own"]
    func calendar(_ more: String...) -> String {
      ringfence(["calendar", "acme.days_off"] + year + more, on: MemoryFiles(Self.files)).output
    }
    expectGolden(calendar(), "commands/calendar-text.txt")
    expectGolden(calendar("--format", "json"), "commands/calendar-json.txt")
    #expect(
      calendar("--format", "csv")
        == "date,name,title,places,except\r\n2027-01-01,new_year,New Year,,\r\n"
        + "2027-01-06,epiphany,\"Epiphany, \"\"Three Kings\"\"\",DE-BW DE-BY,\r\n")
  }

  @Test func listsTheCalendars() {
    let outcome = ringfence("calendar", "--policies", "own", "--format", "csv", files: Self.files)
    #expect(outcome.output.contains("acme.days_off,Days off,3,\"DE-BW, DE-BY\",2026-12-31\r\n"))
    #expect(outcome.output.contains("US.federal_holidays,Federal holidays,11,,\r\n"))
    #expect(ringfence("calendar").output.contains("AU.public_holidays"))
  }

  @Test(arguments: [
    (["acme.day_off"], "did you mean `acme.days_off`?"), (["nothing"], "lists them"),
    (["acme.days_off", "--year", "0"], "from 1 to 9999"),
    (["acme.days_off", "--year", "soon"], "from 1 to 9999"),
    (["acme.days_off", "more"], "one operand too many"),
  ])
  func refusesOtherCalendars(_ words: [String], _ message: String) {
    let outcome = ringfence(
      ["calendar"] + words + ["--policies", "own"], on: MemoryFiles(Self.files))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  // MARK: the machine's time zones

  /// Files in memory of which one is a zone that keeps a clock of its own.
  private func folder(_ zone: [UInt8]) throws -> MemoryFiles {
    let files = MemoryFiles(Self.files)
    try files.replace("zones/America/New_York", with: zone)
    try files.replace("zones/posix/America/New_York", with: [0])
    try files.replace("zones/tzdata.zi", with: Array("# version 2199z\n".utf8))
    return files
  }

  private func whenInMiami(_ files: MemoryFiles) -> Outcome {
    ringfence(
      [
        "when", "miami", "--plan", "plan.json", "--contacts", "list.ndjson", "--policies", "own",
        "--only", "acme.hours", "--days", "1", "--tzdir", "zones", "--format", "json",
      ], on: files)
  }

  @Test func readsTheMachinesZones() throws {
    let line = try String(
      contentsOf: repositoryRoot.appending(path: "Tests/Fixtures/zonefiles.txt"), encoding: .utf8
    ).split(separator: "\n").first { $0.hasPrefix("Asia/Tokyo ") }
    let tokyo = try Array(#require(Data(base64Encoded: String(line?.dropFirst(11) ?? ""))))
    let outcome = whenInMiami(try folder(tokyo))
    #expect(outcome.output.contains(#""tzdb": "2199z (zones)""#))
    #expect(outcome.output.contains(#""2026-03-02T23:00:00Z""#), "\(outcome.output)")
    #expect(outcome.errors.contains("warning: zones lacks 596 zones"))
  }

  @Test func refusesDamagedZones() throws {
    let outcome = whenInMiami(try folder(Array("TZif2".utf8)))
    #expect(outcome.status == 4)
    #expect(
      outcome.errors == "error: zones/America/New_York: the time zone file ends too early\n")
    let none = ringfence(
      "when", "miami", "--plan", "plan.json", "--contacts", "list.ndjson", "--tzdir", "own",
      files: Self.files)
    #expect(none.status == 4 && none.errors.contains("own: it holds no time zone files"))
  }
}

extension String {
  /// A document without its head, which changes with the shipped law.
  fileprivate var afterPolicies: String {
    String(self[(range(of: "\"tzdb\"")?.lowerBound ?? startIndex)...])
  }
}
