import FenceDiagnostics
import Foundation
import Outreach
import OutreachFacts
import Testing
import TestSupport

struct ReadingDocumentsTests {
  private func example(_ name: String) throws -> SourceText {
    let file = repositoryRoot.appending(path: "Tests/Golden/facts/\(name).json")
    return SourceText(name: name, bytes: Array(try Data(contentsOf: file)))
  }

  @Test func readsThePlanOfTheReference() throws {
    let (plan, diagnostics) = readPlan(try example("plan"), file: 0, world: nil)
    #expect(diagnostics.map(\.message) == [])
    expectGolden(dump(try #require(plan)), "facts/plan.txt")
  }

  @Test func readsTheProgrammeOfTheReference() throws {
    let (programme, diagnostics) = readProgramme(try example("programme"), file: 0, world: nil)
    #expect(diagnostics.map(\.message) == [])
    expectGolden(dump(try #require(programme)), "facts/programme.txt")
  }

  @Test func readsTheContactOfTheReference() throws {
    let tree = try JSONParser.parse(try example("contact").bytes[...])
    var decoder = FactDecoder(file: 0, options: .contacts(world: nil, reads: nil))
    let contact = decoder.decode(tree, as: .contact)
    #expect(decoder.problems == [])
    #expect(decoder.unknownKeys == [])
    expectGolden(dump(contact), "facts/contact.txt")
  }

  /// The reference's places, zones and numbers exist, and its numbers are canonical already.
  @Test func theWorldKnowsWhatTheReferenceNames() throws {
    let world = compiledWorld()
    let (plan, diagnostics) = readPlan(try example("plan"), file: 0, world: world)
    #expect(diagnostics.map(\.message) == [])
    expectGolden(dump(try #require(plan)), "facts/plan.txt")
    #expect(readProgramme(try example("programme"), file: 0, world: world).diagnostics.isEmpty)
    let tree = try JSONParser.parse(try example("contact").bytes[...])
    var decoder = FactDecoder(file: 0, options: .contacts(world: world, reads: nil))
    expectGolden(dump(decoder.decode(tree, as: .contact)), "facts/contact.txt")
    #expect(decoder.problems == [])
  }

  @Test(arguments: [
    ("{\"phone\": \"(305) 555-0142\", \"country\": \"US\"}", "+13055550142"),
    ("{\"phone\": \" +44 7700 900123\"}", "+447700900123"),
    ("{\"phone\": \"07700 900123\", \"country\": \"GB\"}", "+447700900123"),
    ("{\"phone\": \"not a number\", \"country\": \"GB\"}", "not a number"),
  ])
  func phonesBecomeCanonical(_ json: String, _ phone: String) throws {
    let tree = try JSONParser.parse(Array(json.utf8)[...])
    var decoder = FactDecoder(file: 0, options: .contacts(world: compiledWorld(), reads: nil))
    #expect(decoder.decode(tree, as: .contact)["phone"].value == .phone(phone))
    #expect(decoder.problems == [])
  }

  @Test func everyProblemOfABadPlanIsReportedWithItsPlace() throws {
    let source = SourceText(
      name: "plan.json",
      text: """
        {"campaign": 7, "purpos": "marketing", "targets": ["us", "FLORIDA"],
         "metrics": {"bounce_rate": "120%", "open_rate": 3},
         "scrubs": [{"register": "US.national_dnc", "at": "2026-02-20T00:00:00"}],
         "steps": [
          {"id": "a", "channel": "smss", "at": "tomorrow"},
          {"id": "a", "channel": "any", "only_if": {"step": "b"}},
          {"id": "b", "channel": "email", "at": "2026-03-02", "window": {"from": "2026-03-02"}},
          {"id": "c", "window": {"dates": [], "local_from": "18:00", "local_to": "10:00"}},
          {"id": "d", "window": {"dates": ["2026-03-02"], "to": "2026-03-02T10:00:00Z"}},
          {"id": "d", "id": "e", "window": {
            "from": "2026-03-05T14:00:00Z", "to": "2026-03-05T14:00:00Z"}}]}
        """)
    let (plan, diagnostics) = readPlan(source, file: 0, world: nil)
    #expect(plan == nil)
    let text = diagnostics.map { diagnostic in
      let (line, column) = source.position(at: diagnostic.primary.range.lower)
      let shown = source.text(in: diagnostic.primary.range).prefix(40)
      let help = diagnostic.help.map { " (\($0))" } ?? ""
      return "\(line):\(column) \(diagnostic.code) \(diagnostic.message)\(help)\n    \(shown)\n"
    }
    expectGolden(text.joined(), "facts/bad-plan.txt")
  }
}
