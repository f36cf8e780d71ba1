import FenceCore
import FenceReports
import Outreach
import TestSupport
import Testing

/// The reports about one contact: `explain` and `when`.
struct InquiryReportTests {
  private let contact = ExplainReport.Contact(
    id: "c-1001", phone: "+13055550142", origin: Origin(file: 1, line: 1, column: 1))

  @Test func explainsToPeople() {
    let report = explanation(masking: Masking())
    expectGolden(text(report.text(PageStyle())), "reports/explain-text.txt")
  }

  @Test func explainsToMachines() {
    expectGolden(text(explanation(masking: Masking()).json()), "reports/explain-json.txt")
  }

  @Test func masksFactsUnlessAsked() {
    let shown = text(explanation(masking: Masking(reveals: true)).text(PageStyle()))
    let hidden = text(explanation(masking: Masking()).text(PageStyle()))
    #expect(shown.contains("contact.phone = +13055550142"))
    #expect(!hidden.contains("13055550142"))
  }

  @Test func tellsWhen() {
    expectGolden(text(when.text(PageStyle())), "reports/when-text.txt")
    expectGolden(text(when.json()), "reports/when-json.txt")
    #expect(!when.isPossible)
  }

  private func explanation(masking: Masking) -> ExplainReport {
    ExplainReport(
      run: Samples.run,
      entries: [ExplainReport.Entry(contact: contact, attempts: [attempt])], masking: masking,
      zones: OneZone())
  }

  private var when: WhenReport {
    WhenReport(
      run: Samples.run,
      period: TimeSpan(
        from: Samples.instant("2026-03-01T05:00:00Z"), to: Samples.instant("2026-03-08T05:00:00Z")),
      entries: [
        WhenReport.Entry(contact: contact, zone: "America/New_York", steps: steps)
      ], masking: Masking(), zones: OneZone())
  }

  private var steps: [WhenReport.Step] {
    [
      WhenReport.Step(
        id: "text-1", channel: "sms",
        permitted: [
          TimeSpan(
            from: Samples.instant("2026-03-02T13:00:00Z"),
            to: Samples.instant("2026-03-03T01:00:00Z")),
          TimeSpan(
            from: Samples.instant("2026-03-04T13:00:00Z"),
            to: Samples.instant("2026-03-05T05:00:00Z")),
          TimeSpan(
            from: Samples.instant("2026-03-06T13:00:00Z"),
            to: Samples.instant("2026-03-07T13:00:00Z")),
        ], against: []),
      WhenReport.Step(id: "call-1", channel: "voice", permitted: [], against: [Samples.hours]),
    ]
  }

  private var attempt: AttemptExplanation {
    AttemptExplanation(
      judgement: Samples.blocked.attempts[0],
      evidence: PlaceEvidence(
        pieces: [
          PlaceEvidence.Piece(fact: "contact.phone", candidates: ["US-FL"]),
          PlaceEvidence.Piece(
            fact: "contact.time_zone", candidates: ["CA", "US", "BS", "A", "B", "C", "D"]),
        ], zones: ["America/New_York"], zonesFrom: "contact.time_zone",
        conflicts: [
          PlaceEvidence.Conflict(
            facts: ["contact.phone", "contact.time_zone"], isOfPlace: false, isOfClock: true)
        ]),
      rules: [rule(Samples.hours), rule(passing)],
      permitted: [
        TimeSpan(
          from: Samples.instant("2026-03-03T13:00:00Z"), to: Samples.instant("2026-03-04T01:00:00Z")
        )
      ])
  }

  private var passing: Finding {
    Finding(rule: "US.cap", title: "Three a day", verdict: .pass, severity: .block)
  }

  private func rule(_ finding: Finding) -> RuleExplanation {
    let place = PolicyLocation(file: "US/FL.fence", line: 12, column: 3)
    let authority = Authority(
      source: "ftsa", citation: "Fla. Stat. § 501.616(6)(a)", link: "https://example.org/501.616",
      evidence: .primary, confidence: .high)
    let rule = Rule(
      id: finding.rule, title: finding.title, location: place, isGap: false, severity: .block,
      severityIsWritten: false, authorities: [authority], from: finding.version, until: nil,
      applies: .all([]), requirements: [], exceptions: [], fix: finding.fix, scope: .contact)
    let row = Proof(
      trace: nil, truth: .unknown,
      facts: [
        ProofFact(
          name: "contact.consents[]", value: .record(FactRecord(.consent)),
          origin: Origin(file: 1, line: 1, column: 80)),
        ProofFact(name: "contact.consents[].level", value: .unknown, origin: .absent),
      ])
    return RuleExplanation(
      finding: finding, rule: rule, instant: Samples.instant("2026-03-03T01:30:00Z"),
      zone: "America/New_York",
      applies: Proof(
        trace: Trace(
          kind: .clause, text: "applies when purpose is marketing and phone is known",
          location: place), truth: .yes,
        children: [
          Proof(
            trace: Trace(kind: .expression, text: "purpose is marketing", location: place),
            truth: .yes,
            facts: [
              ProofFact(
                name: "plan.purpose",
                value: Vocabulary.purpose.word("marketing").map { .word($0) } ?? .unknown,
                origin: Origin(file: 0, line: 1, column: 43))
            ]),
          Proof(
            trace: Trace(kind: .definition, text: "phone is known", location: place), truth: .yes,
            facts: [
              ProofFact(
                name: "contact.phone", value: .phone("+13055550142"),
                origin: Origin(file: 1, line: 1, column: 23)),
              ProofFact(name: "contact.id", value: .text("c-1001"), origin: .absent),
            ]),
        ]),
      exceptions: [
        Proof(
          trace: Trace(kind: .clause, text: "except when asked", location: place), truth: .unknown,
          rows: [row])
      ],
      requirements: [
        Proof(
          trace: Trace(kind: .clause, text: "hours 08:00 to 20:00", location: place), truth: .no,
          facts: [
            ProofFact(
              name: "local time",
              value: .time(TimeOfDay(hour: 20, minute: 30) ?? .midnight), origin: .absent)
          ])
      ], graces: [],
      notes: [
        Note(
          kind: "penalty", rules: [finding.rule], text: "500 USD a call", authorities: [authority])
      ])
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
