import FenceCore
import Outreach
import OutreachFacts
import Testing

/// Findings that no policy makes.
@Suite struct BuiltInFindingTests {
  private static let world = compiledWorld()

  private static func plan(targets: [String] = ["US"]) -> FactRecord {
    var step = FactRecord(.step)
    step["id"] = Fact(.text("call-1"))
    step["channel"] = Fact(.word(Word(vocabulary: .channel, index: 0)))
    step["at"] = Fact(.instant(Instant(milliseconds: 1_800_000_000_000)))
    var plan = FactRecord(.plan)
    plan["campaign"] = Fact(.text("spring"))
    plan["targets"] = Fact(.list(targets.map { Fact(.text($0)) }))
    plan["steps"] = Fact(.list([Fact(.record(step))]))
    return plan
  }

  private static func policy(_ name: String) -> Policy {
    Policy(
      name: name, title: name, location: PolicyLocation(file: name, line: 1, column: 1),
      parent: nil, coverage: .places([name], recipients: true, senders: false))
  }

  private func judge(
    _ contacts: [FactRecord], policies: [String] = ["US"], targets: [String] = ["US"]
  ) -> (findings: [[String]], list: [Finding]) {
    let judge = Judge(
      library: Library(policies: policies.map(Self.policy)), plan: Self.plan(targets: targets),
      programme: nil, world: Self.world, options: .init())
    var numbers = NumberMemory()
    let findings = contacts.map { contact in
      let judgement = judge.judge(contact)
      numbers.add(judgement.number, line: contact.origin.line)
      return judgement.attempts.flatMap { $0.findings.map(\.rule) }
    }
    return (findings, judge.listFindings(numbers.repeated))
  }

  private func contact(phone: String?, line: Int32 = 1) -> FactRecord {
    var contact = FactRecord(.contact, origin: Origin(file: 0, line: line, column: 1))
    if let phone { contact["phone"] = Fact(.phone(phone)) }
    return contact
  }

  @Test func nothingIsWrongWithACoveredNumber() {
    #expect(judge([contact(phone: "+13055550142")]).findings == [[]])
  }

  @Test func nothingIsAllowedForWantOfAPolicy() {
    #expect(
      judge([contact(phone: "+33199000001")]).findings == [
        ["ringfence.uncovered", "ringfence.targets"]
      ])
    #expect(judge([contact(phone: nil)]).findings == [["ringfence.number", "ringfence.uncovered"]])
  }

  @Test func aNumberThatCannotBeIsNotAllowed() {
    #expect(judge([contact(phone: "+1305555")]).findings[0].contains("ringfence.number"))
  }

  /// Territories that ISO 3166 lists as countries too lie within the country whose law holds there.
  @Test(
    arguments: [
      ("+17875550142", nil, nil, "US"), ("+13405550142", "VI", nil, "US"),
      ("+16715550142", "US", "US-GU", "US"), ("+16705550142", "MP", "US-MP", "US"),
      ("+16846222222", "AS", nil, "US"), ("+262262161234", "RE", nil, "FR"),
    ] as [(String, String?, String?, String)])
  func territoriesAreCoveredByTheirCountry(
    _ phone: String, _ country: String?, _ region: String?, _ policy: String
  ) {
    var record = contact(phone: phone)
    if let country { record["country"] = Fact(.text(country)) }
    if let region { record["region"] = Fact(.text(region)) }
    let findings = judge([record], policies: [policy], targets: [policy]).findings[0]
    #expect(!findings.contains("ringfence.uncovered") && !findings.contains("ringfence.targets"))
    #expect(
      judge([record], policies: ["GB"], targets: ["GB"]).findings[0]
        .contains("ringfence.uncovered"))
  }

  @Test func severalCountriesOfOnePolicyAreCovered() {
    // An Australian mobile may be of Christmas Island or the Cocos Islands too.
    let mobile = contact(phone: "+61491570006")
    let all = Policy(
      name: "AU", title: "AU", location: PolicyLocation(file: "AU", line: 1, column: 1),
      parent: nil, coverage: .places(["AU", "CC", "CX"], recipients: true, senders: false))
    let judge = Judge(
      library: Library(policies: [all]), plan: Self.plan(targets: ["AU"]), programme: nil,
      world: Self.world, options: .init())
    #expect(judge.judge(mobile).attempts.flatMap(\.findings) == [])
  }

  @Test func duplicatesAreCountedOverTheList() throws {
    let list = judge([
      contact(phone: "+13055550142", line: 1), contact(phone: "+12125550142", line: 2),
      contact(phone: "+13055550142", line: 3),
    ]).list
    let finding = try #require(list.first { $0.rule == "ringfence.duplicate_numbers" })
    #expect(finding.verdict == .fail && finding.severity == .warn)
    #expect(finding.message?.contains("lines 1 and 3") == true)
  }

  @Test func contactsWithoutAStepMayBeCountedTwice() {
    var entry = FactRecord(.historyEntry)
    entry["campaign"] = Fact(.text("spring"))
    var contact = contact(phone: "+13055550142")
    contact["history"] = Fact(.list([Fact(.record(entry))]))
    #expect(judge([contact]).findings == [["ringfence.double_counting"]])
    entry["step"] = Fact(.text("call-1"))
    contact["history"] = Fact(.list([Fact(.record(entry))]))
    #expect(judge([contact]).findings == [[]])
  }
}
