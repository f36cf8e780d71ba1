import FenceCore
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

extension Verb {
  static let explain = Verb(
    name: "explain", summary: "Says why a number may or may not be contacted",
    usage: "explain PHONE --plan PLAN --contacts FILE [--step STEP] [flags]",
    examples: [
      Example(
        "ringfence explain +13055550142 --plan plan.json --contacts list.ndjson",
        "the proof, the law and what would change it, for every step"),
      Example(
        "ringfence explain c-1001 --plan plan.json --contacts list.ndjson --step text-1",
        "by the record's id, for one step"),
    ],
    options: [
      .plan, .contacts, .contactsFormat, .step, .programme, .policies, .only, .skip, .failOn,
      .format(["text", "json"]), .output, .color, .reveal, .quiet,
    ],
    run: explain)

  private static func explain(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let inquiry = try Inquiry(Workplace(arguments, console))
    var worst = false
    let threshold = Threshold(arguments)
    for found in inquiry.found {
      let attempts = inquiry.steps.compactMap { inquiry.judge.explain(found.contact, step: $0) }
      let report = ExplainReport(
        run: inquiry.run, contact: found.description, attempts: attempts,
        masking: console.masking, zones: inquiry.world.zones)
      try console.write(
        arguments.choice(.format()) == "json" ? report.json() : report.text(console.style))
      let findings = attempts.flatMap { $0.judgement.findings + $0.judgement.planFindings }
      worst = worst || findings.contains(where: threshold.isReached(by:))
    }
    return worst ? .findings : .passed
  }
}

extension Option {
  static let step = Option.value("--step", "STEP", "only this step of the plan")
}
