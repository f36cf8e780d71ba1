import FenceCore
import FenceSemantics
import FenceSyntax
import FenceDiagnostics
import Outreach
import OutreachFacts
import Testing

/// Whom a policy covers, by every form of `covers`, and where it may loosen what others ask.
@Suite struct CoverageTests {
  private static let world = compiledWorld()

  /// Evidence of place of a contact, and the country of the sender.
  struct Case: Sendable, CustomStringConvertible {
    var covers: String
    var phone = "+12125550142"
    var region: String?
    var sender: String?
    /// Whether the policy is among the jurisdictions.
    var isCovered: Bool
    /// What its rule, which fails, says; nil where it does not cover.
    var verdict: Verdict?

    var description: String { "\(covers): \(phone) \(region ?? "") from \(sender ?? "nowhere")" }
  }

  static let cases: [Case] = [
    Case(covers: "everyone", isCovered: true, verdict: .fail),
    Case(covers: "everyone", phone: "+61491570156", isCovered: true, verdict: .fail),
    Case(covers: "nobody", isCovered: false),
    Case(covers: "recipients in US", isCovered: true, verdict: .fail),
    Case(covers: "in US", isCovered: true, verdict: .fail),
    Case(covers: "in US-FL, US-NY", isCovered: true, verdict: .fail),
    Case(covers: "in US-FL, GB", isCovered: false),
    Case(covers: "in US-FL, FR", phone: "+33199000142", isCovered: true, verdict: .fail),
    Case(covers: "recipients in US", phone: "+61491570156", isCovered: false),
    // A toll-free number may be anywhere under +1.
    Case(covers: "recipients in US", phone: "+18005550142", isCovered: true, verdict: .unproven),
    Case(covers: "recipients in US", sender: "GB", isCovered: true, verdict: .fail),
    Case(covers: "senders in GB", sender: "GB", isCovered: true, verdict: .fail),
    Case(covers: "senders in GB", phone: "+61491570156", sender: "US", isCovered: false),
    Case(covers: "senders in GB", isCovered: false),
    Case(covers: "senders in US", sender: "US", isCovered: true, verdict: .fail),
    Case(covers: "recipients and senders in GB", sender: "GB", isCovered: true, verdict: .fail),
    Case(
      covers: "recipients and senders in FR", phone: "+33199000142", sender: "US",
      isCovered: true, verdict: .fail),
    Case(covers: "recipients and senders in GB", sender: "US", isCovered: false),
    // A recipient who may be there, and a sender who certainly is.
    Case(
      covers: "recipients and senders in US", phone: "+18005550142", sender: "US",
      isCovered: true, verdict: .fail),
    // The union means the places of its policy.
    Case(covers: "recipients in EU", phone: "+33199000142", isCovered: true, verdict: .fail),
    Case(covers: "recipients in EU", phone: "+61491570156", isCovered: false),
    Case(covers: "senders in EU", sender: "FR", isCovered: true, verdict: .fail),
    // A number in one place, an address in another: both are certain.
    Case(covers: "in US-TX", region: "US-TX", isCovered: true, verdict: .fail),
  ]

  @Test(arguments: cases) func covers(_ item: Case) throws {
    let judged = try judge(
      [
        "policy acme \"Acme\" covers \(item.covers)",
        "rule never \"Never\" { forbid channel is voice }",
      ]
      .joined(separator: "\n"), item)
    #expect(judged.jurisdictions.contains("acme") == item.isCovered)
    let attempt = try #require(judged.attempts.first)
    let verdict = (attempt.findings + attempt.planFindings).first { $0.rule == "acme.never" }
    #expect(verdict?.verdict == item.verdict)
  }

  /// Where a rule of `US` is set aside by an organisation that covers some places only.
  struct Loosening: Sendable {
    var covers: String
    var region: String?
    var verdict: Verdict
  }

  @Test(arguments: [
    Loosening(covers: "everyone", verdict: .waived),
    Loosening(covers: "in US", verdict: .waived),
    Loosening(covers: "in US-NY", verdict: .waived),
    Loosening(covers: "in US-TX", verdict: .fail),
    // The number is New York's, the address in Texas: the branch that is not waived must hold, too.
    Loosening(covers: "in US-NY", region: "US-TX", verdict: .fail),
    Loosening(covers: "in US", region: "US-TX", verdict: .waived),
  ])
  func waivesInItsOwnPlacesOnly(_ item: Loosening) throws {
    let judged = try judge(
      """
      policy acme "Acme" covers \(item.covers)
      waive US.consumers until 2099-12-31 because "a trial" by "counsel"
      """, Case(covers: item.covers, region: item.region, isCovered: true))
    let attempt = try #require(judged.attempts.first)
    let finding = (attempt.findings + attempt.excused).first { $0.rule == "US.consumers" }
    #expect(finding?.verdict == item.verdict)
    #expect(finding?.waiver?.because == (item.verdict == .waived ? "a trial" : nil))
  }

  @Test func aPossiblePlaceWaivesNothing() throws {
    let judged = try judge(
      """
      policy acme "Acme" covers in US-NY
      waive practice.never until 2099-12-31 because "a trial" by "counsel"
      """, Case(covers: "", phone: "+18005550142", isCovered: true))
    let attempt = try #require(judged.attempts.first)
    #expect(
      (attempt.findings + attempt.planFindings).contains {
        $0.rule == "practice.never" && $0.verdict == .fail
      })
  }

  private static let others = [
    """
    policy US "Federal"
    source law "Law" { cite "L" link "https://example.org" reviewed 2026-11-22 evidence primary confidence high }
    rule consumers "No consumers" { under law forbid recipient is consumer }
    """,
    "policy EU \"Union\" covers recipients and senders in FR, DE",
    """
    policy practice "Practice" covers everyone
    rule never "Never" { forbid channel is voice }
    """,
  ]

  private func judge(_ policy: String, _ item: Case) throws -> ContactJudgement {
    let files = ([policy] + Self.others).enumerated().map {
      parse(SourceText(name: "\($0).fence", text: $1))
    }
    let places = Self.world.places
    let compilation = compile(files, context: CheckContext(placeExists: { places.exists($0) }))
    try #require(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    var step = FactRecord(.step)
    step["channel"] = Fact(.word(Word(vocabulary: .channel, index: 0)))
    step["at"] = Fact(.instant(Instant(milliseconds: 1_800_000_000_000)))
    var plan = FactRecord(.plan)
    plan["steps"] = Fact(.list([Fact(.record(step))]))
    if let country = item.sender {
      var sender = FactRecord(.sender)
      sender["country"] = Fact(.text(country))
      plan["sender"] = Fact(.record(sender))
    }
    var contact = FactRecord(.contact)
    contact["phone"] = Fact(.phone(item.phone))
    if let region = item.region { contact["region"] = Fact(.text(region)) }
    contact["recipient"] = Fact(.word(Word(vocabulary: .recipient, index: 0)))
    return Judge(
      library: compilation.library, plan: plan, programme: nil, world: Self.world,
      options: .init()
    ).judge(contact)
  }
}
