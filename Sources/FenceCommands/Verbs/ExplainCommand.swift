import FenceCore
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

extension Verb {
  static let explain = Verb(
    name: "explain", summary: "Says why a number may or may not be contacted",
    usage: "explain PHONE --plan PLAN --contacts FILE [--step STEP] [flags]", operands: [.text],
    examples: [
      Example(
        "ringfence explain +13055550142 --plan plan.json --contacts list.ndjson",
        "the proof, the law and what would change it, for every step"),
      Example(
        "ringfence explain c-1001 --plan plan.json --contacts list.ndjson --step text-1",
        "by the record's id, for one step"),
    ],
    options: [
      .plan, .contacts, .contactsFormat, .mapping, .step, .programme, .tzdir, .policies, .only,
      .skip,
      .failOn,
      .format(["text", "json"]), .output, .color, .reveal, .quiet,
    ],
    run: explain)

  private static func explain(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let inquiry = try Inquiry(try Workplace(arguments, console))
    let entries = inquiry.found.map { found in
      ExplainReport.Entry(
        contact: found.description,
        attempts: inquiry.steps.compactMap { inquiry.judge.explain(found.contact, step: $0) })
    }
    let report = ExplainReport(
      run: inquiry.run, entries: entries, masking: console.masking, zones: inquiry.world.zones)
    try console.write(
      arguments.choice(.format()) == "json" ? report.json() : report.text(console.style))
    let findings = entries.flatMap(\.attempts).map(\.judgement).flatMap {
      $0.findings + $0.planFindings
    }
    return findings.contains(where: Threshold(arguments).isReached(by:)) ? .findings : .passed
  }
}

extension Option {
  static let step = Option.value("--step", "STEP", "only this step of the plan")
}
