import Foundation
import FenceDiagnostics
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts
import TestSupport
import Testing

@testable import FenceCommands

/// What `list` lists, and how.
struct ListTests {
  private static let policy = """
    policy acme "House rules" covers everyone

    source handbook "Handbook" {
      cite "Handbook 1"
      link "https://acme.example/handbook"
      reviewed 2026-01-01 every 1 month
      evidence primary
      confidence high
    }

    register own_list "Our own list" of numbers { every 1 day }

    constant weekly "The most a week" = 2

    extend contact "What the CRM knows" {
      field tier "Loyalty tier" one of gold, silver
    }

    segment buyers "Bought once" = relationship.customer

    rule adults "Adults only" {
      under handbook "4.1"
      from 2026-01-01
      until 2026-06-30
      require minor is false
    }

    rule adults "Adults only, and known to be" {
      under handbook "4.2"
      from 2026-07-01
      require minor is false
    }

    gap fairness "Be fair" { under handbook "5" }

    waive practice.valid_number until 2026-03-01 because "the list is new" by "Ada, compliance"

    note penalty on adults "A talk with Ada" under handbook "9"

    """

  private static let practice = """
    policy practice "Good practice" covers everyone

    calendar holidays "Holidays" {
      day christmas "Christmas" on 25 december
    }

    phrases opt_out { in en "reply stop" }

    gap valid_number "Valid numbers only" { severity warn }

    """

  /// Compiled once, without the shipped policies, which take long.
  private static let library = PolicySet(
    shipped: [],
    own: [
      [
        SourceText(name: "own/acme.fence", text: policy),
        SourceText(name: "practice.fence", text: practice),
      ]
    ], world: compiledWorld(), today: nil
  ).library

  @Test(arguments: ListTopic.all.map(\.name))
  func listsSomethingOfEachKind(topic: String) throws {
    let rows = try rows(topic)
    #expect(!rows.isEmpty)
    #expect(Set(rows.map { Set($0.keys) }).count == 1, "all rows have the same keys")
  }

  @Test(arguments: [
    ("text", "code   severity"), ("csv", "code,severity"), ("markdown", "| code |"),
  ])
  func writesEveryForm(form: String, beginning: String) {
    let outcome = ringfence(["list", "codes", "--format", form], on: MemoryFiles([:]))
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix(beginning))
    #expect(outcome.output.contains("F0108"))
  }

  @Test func listsTheUsersOwn() {
    let outcome = ringfence(
      ["list", "segments", "--policies", "own"],
      on: MemoryFiles(["own/acme.fence": Self.policy]))
    #expect(outcome.output.contains("acme.buyers"), "\(outcome.errors)")
  }

  @Test(
    arguments: [
      ("2025-12-31", ["acme.fairness"]), ("2026-01-01", ["acme.adults", "acme.fairness"]),
      ("2026-07-01", ["acme.adults", "acme.fairness"]),
    ])
  func listsWhatIsInForce(day: String, expected: [String]) throws {
    var found: [String] = []
    for topic in ["rules", "gaps"] {
      found += try rows(topic, on: day).compactMap { $0["rule"] as? String }
        .filter { $0.hasPrefix("acme.") }
    }
    #expect(found == expected)
  }

  @Test func tellsLawAndReviews() throws {
    let rule = try #require(
      try rows("rules", on: "2026-07-01").first { $0["rule"] as? String == "acme.adults" })
    #expect(rule["title"] as? String == "Adults only, and known to be")
    #expect(rule["cite"] as? [String] == ["Handbook 1 4.2"])
    #expect(rule["evidence"] as? String == "primary")
    #expect(rule["confidence"] as? String == "high")
    #expect(rule["reviewed"] as? String == "2026-01-01")
    #expect(rule["review_by"] as? String == "2026-02-01")
    #expect(rule["due"] as? Bool == true)
    #expect(rule["at"] as? String == "own/acme.fence:28")
  }

  /// The day on which a review is due is not yet too late.
  @Test(arguments: [("2026-02-01", false), ("2026-02-02", true)])
  func listsWhatIsDueForReview(now: String, isDue: Bool) throws {
    for topic in ["sources", "rules", "policies"] {
      let own = try rows(topic, now: "\(now)T00:00:00Z", stale: true).filter {
        $0.values.contains { ($0 as? String)?.hasPrefix("acme") == true }
      }
      #expect(own.isEmpty != isDue, "\(topic)")
    }
  }

  @Test(arguments: [("2026-03-01", 1), ("2026-03-02", 0)])
  func listsWaiversThatStillWork(day: String, count: Int) throws {
    #expect(try rows("waivers", on: day).count == count)
  }

  @Test func listsZonesAsTheyAreNow() throws {
    for (now, offset) in [("2026-01-01", "-05:00"), ("2026-07-01", "-04:00")] {
      let zones = try rows("zones", now: "\(now)T00:00:00Z")
      let zone = zones.first { $0["zone"] as? String == "America/New_York" }
      #expect(zone?["offset"] as? String == offset)
      #expect((zone?["countries"] as? [String])?.contains("US") == true)
    }
    let output = ringfence(["list", "zones"], on: MemoryFiles([:])).output
    #expect(output.hasSuffix(" zones, tzdb \(compiledWorld().zones.version)\n"))
  }

  /// The release that is shown is the one from which the tables were made.
  @Test func namesTheReleaseOfTheNumbers() throws {
    let pinned = try String(
      contentsOf: repositoryRoot.appending(path: "Sources/workbench/Tables/requirements.txt"),
      encoding: .utf8)
    #expect(pinned.contains("\(numberingRelease.replacing(" ", with: "=="))\u{20}"))
    #expect(try rows("tables").contains { $0["release"] as? String == numberingRelease })
  }

  @Test(
    arguments: [
      (["police"], "did you mean `policies`?"), (["zzzz"], "there are lists of policies, rules"),
      (["zones", "--stale"], "`--stale` says nothing about zones"),
      (["codes", "--on", "2026-03-02"], "`--on` says nothing about codes"),
    ])
  func refuses(words: [String], message: String) {
    let outcome = ringfence(["list"] + words, on: MemoryFiles([:]))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  private func rows(
    _ name: String, on day: String? = nil, now: String = "2026-03-02T12:00:00Z", stale: Bool = false
  ) throws -> [[String: Any]] {
    let topic = try #require(ListTopic.all.first { $0.name == name })
    let lister = Lister(
      world: compiledWorld(), load: { Self.library }, day: day.flatMap { CivilDate(iso: $0) },
      now: Instant(rfc3339: now) ?? .distantPast, onlyStale: stale)
    let document = try JSONSerialization.jsonObject(
      with: Data(try topic.make(lister).json(tool: "ringfence 0.0.0")))
    return try #require((document as? [String: Any])?[name] as? [[String: Any]])
  }
}
