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

  private static let policies = [
    """
    policy house "House" covers everyone { severity block }
    rule named "The message names us" { require sender.name is "House" }
    """,
    """
    policy acme "Acme" covers recipients in GB
    waive house.named until 2030-01-01 as (recipient is business) because "b" by "b"
    """,
  ]

  private static let plan = """
    {"purpose": "marketing", "sender": {"name": "Acme"},
     "steps": [{"id": "t", "channel": "sms", "at": "2026-03-02T15:30:00Z"}]}
    """

  private static func contact(_ phone: String, line: Int32) -> FactRecord {
    func origin(_ column: Int32) -> Origin {
      Origin(file: GeneratedFile.contacts.rawValue, line: line, column: column)
    }
    var contact = FactRecord(.contact, origin: origin(1))
    contact["phone"] = Fact(.phone(phone), origin(12))
    contact["recipient"] = Fact(.word(Word(vocabulary: .recipient, index: 0)), origin(40))
    return contact
  }

  @Test func noneIsAContacts() throws {
    let compilation = compile(
      Self.policies.enumerated().map { parse(SourceText(name: "\($0).fence", text: $1)) },
      context: CheckContext(placeExists: { _ in true }))
    try #require(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    let source = SourceText(name: "plan.json", text: Self.plan)
    let plan = try #require(
      readPlan(source, file: GeneratedFile.plan.rawValue, world: Self.world).plan)
    let judge = Judge(
      library: compilation.library, plan: plan, programme: nil, world: Self.world,
      options: .init())
    // By the rule itself it is the name, by the reading, which asks about the contact alone, the step.
    let contacts = [
      Self.contact("+13055550142", line: 7), Self.contact("+447400123456", line: 8),
      Self.contact("+13055550143", line: 9),
    ]
    let findings = contacts.map { judge.judge($0).attempts[0].planFindings }
    #expect(findings.map { $0.map(\.rule) } == Array(repeating: ["house.named"], count: 3))
    #expect(findings.map { $0[0].origin.file } == [0, 0, 0])
    #expect(findings.map { $0[0].origin.line } == [1, 2, 1])

    let comparison = EngineComparison(
      library: compilation.library, plan: plan, programme: nil, world: Self.world,
      options: .init())
    var counts = EngineComparison.Counts()
    let difference = try comparison.difference(on: contacts, &counts)
    #expect(difference == nil, "\(difference?.words ?? "")")
    #expect(counts.contacts == contacts.count)
  }
}
