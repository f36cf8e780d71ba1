import FenceCore
import FenceReports
import FenceWorkspace
import Outreach

extension Verb {
  static let when = Verb(
    name: "when", summary: "Says when each step would be allowed for a number",
    usage: "when PHONE --plan PLAN --contacts FILE [--days 14] [flags]", operands: [.text],
    examples: [
      Example(
        "ringfence when +13055550142 --plan plan.json --contacts list.ndjson",
        "the next fourteen days, on the recipient's clock"),
      Example(
        "ringfence when c-1001 --plan plan.json --contacts list.ndjson --days 2 --now 2026-03-02",
        "two days from a day of your choice"),
    ],
    options: [
      .plan, .contacts, .contactsFormat, .mapping, .step, .days, .now, .programme, .tzdir,
      .policies, .only,
      .skip,
      .format(["text", "json"]), .output, .color, .reveal, .quiet,
    ],
    run: when)

  private static func when(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let workplace = try Workplace(arguments, console)
    guard let days = Int(arguments.value(.days) ?? "14"), (1...366).contains(days) else {
      throw Failure.usage("`--days` is a number from 1 to 366")
    }
    let from = try workplace.now()
    let inquiry = try Inquiry(workplace)
    let period = TimeSpan(from: from, to: from.adding(milliseconds: Int64(days) * 86_400_000))
    let report = WhenReport(
      run: inquiry.run, period: period, entries: inquiry.found.map { entry($0, inquiry, period) },
      masking: console.masking, zones: inquiry.world.zones)
    try console.write(
      arguments.choice(.format()) == "json" ? report.json() : report.text(console.style))
    return report.isPossible ? .passed : .findings
  }

  private static func entry(
    _ found: Inquiry.Found, _ inquiry: Inquiry, _ period: TimeSpan
  ) -> WhenReport.Entry {
    var zone: String?
    let steps = inquiry.steps.compactMap { index -> WhenReport.Step? in
      guard let attempt = inquiry.judge.explain(found.contact, step: index, days: 0) else {
        return nil
      }
      zone = zone ?? attempt.evidence.zones.first
      let judgement = attempt.judgement
      return WhenReport.Step(
        id: judgement.step, channel: inquiry.run.plan.steps[index].channel,
        permitted: inquiry.judge.permitted(
          found.contact, step: index, from: period.from, to: period.to),
        widening: inquiry.judge.widening(
          found.contact, step: index, from: period.from, to: period.to),
        against: (judgement.findings + judgement.planFindings).filter { $0.decision != .allowed })
    }
    return WhenReport.Entry(contact: found.description, zone: zone ?? "UTC", steps: steps)
  }
}

extension Option {
  static let days = Option.value("--days", "N", "how many days to look ahead, 14 if not given")
}
