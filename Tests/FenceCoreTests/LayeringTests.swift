import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Outreach
import OutreachFacts
import Testing

/// Policies within policies: coverage, branches, exemptions in their own branch only.
@Suite struct LayeringTests {
  private static let world = compiledWorld()

  private static let federal = """
    policy US "Federal"
    source law "Law" { cite "L" link "https://example.org" reviewed 2026-11-22 evidence primary confidence high }
    rule consumers "No consumers" { under law forbid recipient is consumer }
    """

  private static func state(_ code: String, exempts: Bool) -> String {
    """
    policy \(code) "State" within US
    source act "Act" { cite "A" link "https://example.org" reviewed 2026-11-22 evidence primary confidence high }
    rule minors "No minors" { under act forbid minor }
    \(exempts ? "exempt US.consumers { when relationship.customer under act }" : "")
    """
  }

  private func judge(_ phone: String, region: String?) throws -> ContactJudgement {
    let files = [
      Self.federal, Self.state("US-FL", exempts: true), Self.state("US-TX", exempts: false),
    ].enumerated().map { parse(SourceText(name: "\($0).fence", text: $1)) }
    let places = Self.world.places
    let compilation = compile(
      files, context: CheckContext(placeExists: { places.exists($0) }))
    try #require(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    var step = FactRecord(.step)
    step["channel"] = Fact(.word(Word(vocabulary: .channel, index: 0)))
    step["at"] = Fact(.instant(Instant(milliseconds: 1_800_000_000_000)))
    var plan = FactRecord(.plan)
    plan["steps"] = Fact(.list([Fact(.record(step))]))
    var contact = FactRecord(.contact)
    contact["phone"] = Fact(.phone(phone))
    if let region { contact["region"] = Fact(.text(region)) }
    contact["recipient"] = Fact(.word(Word(vocabulary: .recipient, index: 0)))
    contact["minor"] = Fact(.truth(false))
    var relationship = FactRecord(.relationship)
    relationship["customer"] = Fact(.truth(true))
    contact["relationship"] = Fact(.record(relationship))
    return Judge(
      library: compilation.library, plan: plan, programme: nil, world: Self.world,
      options: .init()
    ).judge(contact)
  }

  @Test func aStateExemptsItsOwn() throws {
    let judged = try judge("+13055550142", region: nil)
    #expect(judged.jurisdictions == ["US", "US-FL"])
    #expect(judged.decision == .allowed)
    #expect(judged.attempts[0].excused.map(\.rule) == ["US.consumers"])
  }

  @Test func andNobodyElses() throws {
    let judged = try judge("+12145550142", region: nil)
    #expect(judged.jurisdictions == ["US", "US-TX"])
    #expect(judged.decision == .blocked)
  }

  @Test func everyBranchMustHold() throws {
    // The number is Florida's, the address in Texas: Florida's exemption does not reach Texas.
    let judged = try judge("+13055550142", region: "US-TX")
    #expect(judged.jurisdictions == ["US", "US-FL", "US-TX"])
    #expect(judged.decision == .blocked)
  }

  @Test func aPlaceThatIsOnlyPossibleLeavesItUnproven() throws {
    // A toll-free number may be anywhere under +1: nothing is certain, and nothing is allowed.
    let judged = try judge("+18005550142", region: nil)
    let finding = try #require(
      judged.attempts[0].findings.first { $0.rule == "US.consumers" })
    #expect(finding.verdict == .unproven)
    #expect(finding.missing.contains("contact.region"))
    #expect(judged.decision == .review)
  }
}
