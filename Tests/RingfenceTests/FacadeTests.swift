import Ringfence
import Testing

/// The library as an embedding program sees it: nothing but `Ringfence` is imported.
@Suite struct FacadeTests {
  static let houseRules = """
    policy acme "House rules" covers everyone

    source handbook "Handbook" {
      cite "Handbook,"
      link "https://acme.example/handbook"
      reviewed 2026-11-22 every 12 months
      evidence primary
      confidence high
    }

    extend contact { field tier "Tier" one of gold, silver }
    segment golden "Golden" = custom.tier is gold

    rule quiet_hours "Texts between nine and six" {
      under handbook "2"
      severity block
      hours 09:00 to 18:00
      fix "Move the text into the day."
    }

    rule adults "Adults only" { severity block  require minor is false }

    rule by_hand "By hand" { severity block  forbid technology includes predictive }
    waive by_hand until 2027-12-31 because "a trial" by "counsel"

    rule few_gold "Few gold" { require (share of contacts where golden) at most 10% }
    """

  static let policies: Result<Policies, any Error> = Result {
    try Policies(
      adding: [Document(name: "acme.fence", text: houseRules)], includingShipped: false)
  }

  static func campaign(
    _ time: String = #""at": "2027-03-02T13:30:00Z""#
  ) throws -> Campaign {
    let plan = """
      {"campaign": "boots", "purpose": "service", "targets": ["US"],
       "steps": [{"id": "text-1", "channel": "sms", "technology": "predictive", \(time)}]}
      """
    return try Campaign(
      plan: Document(name: "plan.json", text: plan), policies: try policies.get())
  }

  @Test func listsWhatIsLoaded() throws {
    let policies = try Self.policies.get()
    #expect(policies.names == ["acme"])
    #expect(policies.fingerprint.hasPrefix("sha256:"))
    let rule = try #require(policies.rules.first)
    #expect((rule.id, rule.severity, rule.isGap) == ("acme.quiet_hours", .block, false))
    #expect(rule.citations == ["Handbook, 2"])
    #expect(policies.waivers.map(\.because) == ["a trial"])
  }

  @Test func shipsPolicies() throws {
    #expect(try Policies().names.contains("practice"))
  }

  @Test func saysWhereAPolicyIsWrong() {
    let error = #expect(throws: LoadingError.self) {
      try Policies(
        adding: [
          Document(
            name: "acme.fence",
            text: "policy acme \"Acme\" covers everyone\n\nrule x { require nope }")
        ], includingShipped: false)
    }
    let problem = error?.problems.first { $0.code == "F0310" }
    #expect((problem?.document, problem?.line, problem?.column) == ("acme.fence", 3, 18))
  }

  @Test func saysThatAFileIsMissing() {
    let error = #expect(throws: LoadingError.self) { try Policies(folder: "/no/such/folder") }
    #expect(error?.problems.map(\.document) == ["/no/such/folder"])
    #expect(throws: LoadingError.self) {
      try Campaign(
        plan: Document(path: "/no/such/plan.json"), policies: try Self.policies.get())
    }
  }

  @Test func saysWhereAPlanIsWrong() {
    let error = #expect(throws: LoadingError.self) {
      try Campaign(
        plan: Document(name: "plan.json", text: "{\"steps\": [\n  {\"id\": 7}]}"),
        policies: try Self.policies.get())
    }
    #expect(error?.problems.first?.description.hasPrefix("plan.json:2:") == true)
  }

  @Test func readsAPlanInFence() throws {
    let plan =
      "campaign \"boots\" { purpose service  channel sms  id \"text-1\"  at 2027-03-02T15:30Z }"
    let campaign = try Campaign(
      plan: Document(name: "plan.fence", text: plan), policies: try Self.policies.get())
    #expect(campaign.steps == [campaign.steps[0]])
    #expect(campaign.steps[0].channel == "sms")
  }

  @Test func lints() throws {
    let lint = try Self.campaign().lint()
    let finding = try #require(lint.findings.first { $0.rule == "acme.quiet_hours" })
    #expect((finding.verdict, finding.severity, finding.step) == (.fail, .block, "text-1"))
    #expect(finding.fix == "Move the text into the day.")
    #expect(lint.requirements.first { $0.rule == "acme.adults" }?.facts == ["contact.minor"])
  }

  @Test func judgesAContact() throws {
    let campaign = try Self.campaign()
    let contact = try campaign.contact([
      "id": "c-1", "phone": "(305) 555-0142", "country": "US", "custom": ["tier": "gold"],
    ])
    #expect((contact.id, contact.phone) == ("c-1", "+13055550142"))
    let judgement = campaign.judge(contact)
    #expect((judgement.decision, judgement.segments) == (.blocked, ["acme.golden"]))
    #expect(judgement.jurisdictions == ["acme"])
    let attempt = try #require(judgement.attempts.first)
    let hours = try #require(attempt.findings.first { $0.rule == "acme.quiet_hours" })
    #expect(hours.nextChange?.description == "2027-03-02T14:00:00Z")
    #expect(hours.citations == ["Handbook, 2"])
    #expect(attempt.findings.first { $0.rule == "acme.adults" }?.missing == ["contact.minor"])
    #expect(attempt.excused.map(\.verdict) == [.waived])
    #expect(attempt.excused.first?.waiver?.by == "counsel")
    #expect(campaign.judge(contact) == judgement)
  }

  @Test func tellsOfUnknownKeysAndRefusesWrongValues() throws {
    let campaign = try Self.campaign()
    let contact = try campaign.contact(["phone": "+13055550142", "favourite": "boots"])
    #expect(contact.unknownKeys.map(\.message) == ["no field is called `favourite`"])
    let error = #expect(throws: LoadingError.self) {
      try campaign.contact(["phone": "+13055550142", "custom": ["tier": "bronze"]])
    }
    #expect(error?.problems.first?.line == nil)
    #expect(error?.problems.first?.message.hasPrefix("`custom.tier` cannot be `bronze`") == true)
    let written = #expect(throws: LoadingError.self) {
      try campaign.contact(json: Document(name: "crm", text: "{\n \"minor\": 1}"))
    }
    #expect(written?.problems.first.map { "\($0)".hasPrefix("crm:2:11: ") } == true)
  }

  @Test func explains() throws {
    let campaign = try Self.campaign()
    let contact = try campaign.contact(
      json: Document(name: "crm", text: #"{"phone": "+13055550142", "minor": true}"#))
    let explanation = try #require(campaign.explain(contact, step: "text-1"))
    #expect(explanation.decision == .blocked)
    #expect(explanation.zones == ["America/New_York"])
    #expect(explanation.places.first?.candidates == ["US-FL"])
    let adults = try #require(explanation.rules.first { $0.finding.rule == "acme.adults" })
    let proof = try #require(adults.requirements.first)
    #expect((proof.words, proof.holds) == ("require minor is false", false))
    #expect(proof.location?.document == "acme.fence")
    let facts = (proof.facts + proof.parts.flatMap(\.facts))
    #expect(facts.first?.name == "contact.minor")
    #expect(facts.first?.value == true)
    #expect(facts.first?.location?.description == "crm:1:36")
    #expect(campaign.explain(contact, step: "text-9") == nil)
  }

  @Test func findsTimes() throws {
    let campaign = try Self.campaign()
    let contact = try campaign.contact(["phone": "+13055550142", "minor": false])
    let from = try #require(Instant("2027-03-02T05:00:00Z"))
    let to = Instant(millisecondsSince1970: from.millisecondsSince1970 + 86_400_000)
    // No policy of a place is loaded here, so that nothing is allowed for want of a rule.
    #expect(campaign.permitted(contact, step: "text-1", from: from, to: to) == [])
    #expect(campaign.permitted(contact, step: "text-9", from: from, to: to) == nil)
    let window = #""window": {"dates": ["2027-03-02"], "local_from": "08:00", "local_to": "20:00"}"#
    let judgement = try Self.campaign(window).judge(contact)
    #expect(
      judgement.attempts.first?.permitted?.map(\.description)
        == ["2027-03-02T14:00:00Z to 2027-03-02T23:00:00Z"])
  }

  @Test func checksAList() throws {
    let list = """
      {"id": "a", "phone": "+13055550142", "minor": false, "custom": {"tier": "gold"}}
      {"id": "b", "phone": "+13055550142", "minor": true, "custom": {"tier": "silver"}}
      {"id": "c", "phone": "+13055550143"}
      {"id": "d", "minor": }
      """
    var seen: [String] = []
    let summary = try Self.campaign(#""at": "2027-03-02T15:30:00Z""#).check(
      Document(name: "list.ndjson", text: list)
    ) { checked in
      switch checked {
      case .judged(let judgement): seen.append("\(judgement.id) \(judgement.decision.rawValue)")
      case .unreadable(let id, let problem):
        seen.append("\(id ?? "?") line \(problem.line ?? 0) \(checked.decision.rawValue)")
      }
    }
    #expect(seen == ["a review", "b blocked", "c review", "d line 4 review"])
    #expect(summary.decisions == [.review: 3, .blocked: 1])
    #expect(summary.unreadable == 1)
    #expect(
      Set(summary.findings.map(\.rule)) == ["acme.few_gold", "ringfence.duplicate_numbers"])
    let golden = try #require(summary.segments["acme.golden"])
    #expect((golden.members, golden.others, golden.unproven) == (1, 1, 1))
  }

  @Test func checksATableByItsHeaderOrByAMapping() throws {
    let campaign = try Self.campaign(#""at": "2027-03-02T15:30:00Z""#)
    let table = Document(name: "list.csv", text: "id,phone,minor\r\na,+13055550142,true\r\n")
    for mapping in [nil, "plain"] {
      let summary = try campaign.check(table, mapping: mapping) { _ in }
      #expect(summary.decisions == [.blocked: 1])
    }
    for (document, mapping, said) in [
      (table, "plane", "list.csv: there is no mapping `plane`"),
      (Document(name: "odd.csv", text: "a,b\n1,2\n"), nil, "no mapping fits the header"),
    ] {
      let error = #expect(throws: LoadingError.self) {
        _ = try campaign.check(document, mapping: mapping) { _ in }
      }
      #expect(error?.description.contains(said) == true, "\(String(describing: error))")
    }
  }

  @Test func stopsWhereTheCallerDoes() throws {
    struct Enough: Error {}
    let campaign = try Self.campaign()
    #expect(throws: Enough.self) {
      _ = try campaign.check(Document(name: "list.ndjson", text: "{}\n{}")) { _ in throw Enough() }
    }
    #expect(throws: LoadingError.self) {
      _ = try campaign.check(Document(name: "list.json", text: "{}")) { _ in }
    }
  }

  @Test func servesManyThreads() async throws {
    let campaign = try Self.campaign()
    let contact = try campaign.contact(["phone": "+13055550142", "minor": false])
    let expected = campaign.judge(contact)
    let judged = await withTaskGroup(of: ContactJudgement.self) { group in
      for _ in 0..<32 { group.addTask { campaign.judge(contact) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(judged == Array(repeating: expected, count: 32))
  }

  @Test func analysesNumbers() {
    let number = PhoneNumber("(305) 555-0142", country: "US")
    #expect((number.isValid, number.e164, number.places) == (true, "+13055550142", ["US-FL"]))
    #expect(number.zones == ["America/New_York"])
    let wrong = PhoneNumber("+1305")
    #expect(wrong.isValid == false && wrong.reason != nil)
  }

  @Test(arguments: ["2027-03-02", "", "2027-13-02T00:00:00Z"])
  func readsNoOtherInstants(_ text: String) { #expect(Instant(text) == nil) }
}
