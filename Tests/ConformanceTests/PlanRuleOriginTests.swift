import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Outreach
import OutreachFacts
import TestSupport
import Testing

@testable import workbench

/// A finding about the plan names a place of the plan, whatever of a contact loosens its rule.
@Suite struct PlanRuleOriginTests {
  private static let world = compiledWorld()

  private static func policies(reading: String) -> [String] {
    [
      """
      policy house "House" covers everyone { severity block }
      rule named "The message names us" { require sender.name is "House" }
      """,
      """
      policy acme "Acme" covers recipients in GB
      waive house.named until 2030-01-01 as (\(reading)) because "b" by "b"
      """,
    ]
  }

  private static let plan = """
    {"purpose": "marketing", "sender": {"name": "Acme"},
     "steps": [{"id": "t", "channel": "sms", "at": "2026-03-02T15:30:00Z"}]}
    """

  private static func contact(_ phone: String, recipient: Int, line: Int32) -> FactRecord {
    func origin(_ column: Int32) -> Origin {
      Origin(file: GeneratedFile.contacts.rawValue, line: line, column: column)
    }
    var contact = FactRecord(.contact, origin: origin(1))
    contact["phone"] = Fact(.phone(phone), origin(12))
    contact["recipient"] = Fact(.word(Word(vocabulary: .recipient, index: recipient)), origin(40))
    return contact
  }

  /// What asks of the contact, and what asks of different parts of the plan for different contacts.
  @Test(arguments: [
    "recipient is not consumer and recipient is not business",
    """
    (recipient is business or sender.name is "Else") and (recipient is consumer or plan.purpose is political)
    """,
  ])
  func noneIsAContacts(reading: String) throws {
    let compilation = compile(
      Self.policies(reading: reading).enumerated().map {
        parse(SourceText(name: "\($0).fence", text: $1))
      },
      context: CheckContext(placeExists: { _ in true }))
    try #require(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let source = SourceText(name: "plan.json", text: Self.plan)
    let plan = try #require(
      readPlan(source, file: GeneratedFile.plan.rawValue, world: Self.world).plan)
    let judge = Judge(
      library: compilation.library, plan: plan, programme: nil, world: Self.world,
      options: .init())
    // By the rule itself it is the name; by a reading that asks about the contact, the step.
    let contacts = [
      Self.contact("+13055550142", recipient: 0, line: 7),
      Self.contact("+447400123456", recipient: 0, line: 8),
      Self.contact("+447400123457", recipient: 1, line: 9),
      Self.contact("+13055550143", recipient: 1, line: 10),
    ]
    let findings = contacts.map { judge.judge($0).attempts[0].planFindings }
    #expect(findings.map { $0.map(\.rule) } == Array(repeating: ["house.named"], count: 4))
    #expect(findings.map { $0[0].origin.file } == [0, 0, 0, 0])
    #expect(findings.map { $0[0].origin.line } == [1, 2, 2, 1])

    let comparison = EngineComparison(
      library: compilation.library, plan: plan, programme: nil, world: Self.world,
      options: .init())
    var counts = EngineComparison.Counts()
    let difference = try comparison.difference(on: contacts, &counts)
    #expect(difference == nil, "\(difference?.words ?? "")")
    #expect(counts.contacts == contacts.count)
  }
}
