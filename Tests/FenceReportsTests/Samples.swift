import FenceCore
import FenceDiagnostics
import FenceReports
import Outreach

/// Values as the engines would hand them over, made by hand.
enum Samples {
  static let planText = """
    {"campaign": "spring-sale", "purpose": "marketing", "scrubs": [],
     "steps": [
       {"id": "text-1", "channel": "sms", "at": "2026-03-02T15:30:00Z"},
       {"id": "call-1", "channel": "voice",
        "window": {"dates": ["2026-03-04"], "local_from": "10:00", "local_to": "18:00"}}]}

    """

  static let source = SourceText(name: "spring.json", text: planText)

  static let run = RunDescription(
    tool: "ringfence 0.0.0",
    policies: LoadedPolicies(
      fingerprint: "sha256:00ff", count: 3, rules: 41, added: ["acme"], replaced: ["US-FL"],
      waivers: [waiver("US.fax_consent", until: "2026-12-31"), endedWaiver],
      overridden: [
        NamedConstant(
          id: "practice.texts_a_month", title: "The most texts a month", value: "4",
          override: ConstantOverride(
            value: "8", policy: "acme", because: "our customers asked for more", by: "board",
            location: PolicyLocation(file: "acme.fence", line: 12, column: 10)))
      ]),
    tzdb: "2026z",
    plan: PlanDescription(
      file: "spring.json", campaign: "spring-sale",
      steps: [
        PlanDescription.Step(
          id: "text-1", channel: "sms", origin: Origin(file: 0, line: 3, column: 4)),
        PlanDescription.Step(
          id: "call-1", channel: "voice", origin: Origin(file: 0, line: 4, column: 4)),
      ]),
    files: ["spring.json", "list.ndjson"])

  static func waiver(_ rule: String, until day: String, reading: Expression? = nil) -> Waiver {
    Waiver(
      rule: rule, until: CivilDate(iso: day) ?? .latest, reading: reading,
      because: "counsel wrote so", by: "dpo@acme.example", policy: "acme",
      location: PolicyLocation(file: "acme.fence", line: 9, column: 7))
  }

  static let endedWaiver = waiver(
    "US-FL.calling_hours", until: "2026-01-31",
    reading: Expression.traced(
      Trace(
        kind: .clause, text: "recipient is business",
        location: PolicyLocation(file: "acme.fence", line: 9, column: 40)),
      .constant(.truth(true))))

  static let waived: Finding = {
    var finding = Finding(
      rule: "US.fax_consent", title: "Consent before a fax", verdict: .waived, severity: .block)
    finding.waiver = waiver("US.fax_consent", until: "2026-12-31")
    finding.excusedBy = finding.waiver?.by
    return finding
  }()

  static let hours: Finding = {
    var finding = Finding(
      rule: "US-FL.calling_hours", title: "Solicit between 8 a.m. and 8 p.m.", verdict: .fail,
      severity: .block)
    finding.version = CivilDate(year: 2021, month: 7, day: 1)
    finding.nextChange = instant("2026-03-03T13:00:00Z")
    finding.fix = "Move the attempt into 08:00-20:00 where the recipient is."
    finding.citations = ["Fla. Stat. § 501.616(6)(a)"]
    finding.link = "https://example.org/501.616"
    finding.endedWaivers = [endedWaiver]
    return finding
  }()

  static let consent: Finding = {
    var finding = Finding(
      rule: "US.consent", title: "Written consent before automated texts", verdict: .unproven,
      severity: .block)
    finding.missing = ["contact.consents", "contact.opt_outs"]
    finding.citations = ["47 CFR 64.1200(a)(2)"]
    return finding
  }()

  static let weak: Finding = {
    var finding = Finding(
      rule: "US-FL.list", title: "Use the state's list", verdict: .exempt, severity: .block)
    finding.isWeak = true
    finding.excusedBy = "US-FL"
    return finding
  }()

  static let scrub: Finding = {
    var finding = Finding(
      rule: "US.dnc_scrub", title: "Scrub against the national registry", verdict: .fail,
      severity: .block)
    finding.citations = ["16 CFR 310.4(b)(3)(iv)"]
    finding.link = "https://example.org/310.4"
    finding.fix = "Scrub, and name the scrub in `scrubs`."
    finding.origin = Origin(file: 0, line: 1, column: 64)
    finding.places = ["US"]
    return finding
  }()

  static let remark: Finding = {
    var finding = Finding(
      rule: "practice.details", title: "Details are confirmed", verdict: .unproven,
      severity: .warn)
    finding.missing = ["contact.verified_at"]
    return finding
  }()

  static let blocked = ContactJudgement(
    id: "c-1001", phone: "+13055550142", decision: .blocked, jurisdictions: ["US", "US-FL"],
    attempts: [
      AttemptJudgement(
        step: "text-1", stepIndex: 0, decision: .blocked, findings: [hours, consent, remark],
        planFindings: [scrub], excused: [waived], permitted: nil, gaps: ["US.open_norm"]),
      AttemptJudgement(
        step: "call-1", stepIndex: 1, decision: .blocked, findings: [weak],
        planFindings: [scrub], excused: [],
        permitted: [
          TimeSpan(
            from: instant("2026-03-04T15:00:00Z"), to: instant("2026-03-04T23:00:00Z"))
        ], gaps: []),
    ], segments: ["practice.active"],
    whereabouts: Whereabouts(
      evidence: PlaceEvidence(
        pieces: [
          PlaceEvidence.Piece(fact: "contact.phone", candidates: ["US-FL"]),
          PlaceEvidence.Piece(fact: "contact.region", candidates: ["US-TX"]),
        ], zones: ["America/Chicago", "America/New_York"], zonesFrom: "contact.region",
        conflicts: [
          PlaceEvidence.Conflict(
            facts: ["contact.phone", "contact.region"], isOfPlace: true, isOfClock: true)
        ]), clocks: 2,
      gains: [
        Whereabouts.Gain(
          step: "text-1", facts: ["contact.time_zone", "contact.region"], permitted: 39_600_000,
          least: 3_600_000, most: 5_400_000)
      ]))

  static let allowed = ContactJudgement(
    id: "3055550143", phone: "+13055550143", decision: .allowed, jurisdictions: ["US"],
    attempts: [
      AttemptJudgement(
        step: "text-1", stepIndex: 0, decision: .allowed, findings: [], planFindings: [],
        excused: [], permitted: nil, gaps: [])
    ], segments: [], doubtfulSegments: ["practice.active"],
    whereabouts: Whereabouts(
      evidence: PlaceEvidence(pieces: [], zones: ["A/B", "C/D"], zonesFrom: ""), clocks: 2,
      gains: []))

  static let records: [CheckedRecord] = [
    .judged(blocked, Origin(file: 1, line: 1, column: 1), outside: nil),
    .bad(
      UnreadableRecord(
        id: "c-\"2\", x", file: "list.ndjson", line: 2, column: 17,
        message: "the string \"+13055550144 is not closed")),
    .judged(allowed, Origin(file: 1, line: 3, column: 1), outside: "GB"),
  ]

  static func instant(_ text: String) -> Instant { Instant(rfc3339: text) ?? .distantPast }
}

/// One zone, five hours behind universal time.
struct OneZone: ZoneSource {
  let version = "test"
  let names = ["America/New_York"]

  func history(of name: String) -> ZoneHistory? {
    name == names[0] ? ZoneHistory(name: name, transitions: [], offsets: [-18000]) : nil
  }
}
