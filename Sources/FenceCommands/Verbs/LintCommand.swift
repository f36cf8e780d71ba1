import FenceCore
import FenceReports
import FenceWorkspace
import Outreach

extension Verb {
  static let lint = Verb(
    name: "lint", summary: "Judges plans before any contact is known",
    usage: "lint PLAN… [flags]", operands: [.input],
    examples: [
      Example("ringfence lint plan.json", "what is certainly wrong, at the plan's own lines"),
      Example(
        "ringfence lint plans/*.json --format json --fail-on block",
        "for a build: only what certainly fails stops it"),
      Example(
        "ringfence lint plan.json --programme programme.json",
        "with the organisation's standing evidence"),
    ],
    options: [
      .programme, .tzdir, .policies, .only, .skip, .failOn,
      .format(ReportForm.allCases.map(\.rawValue)),
      .output, .color,
      .reveal, .quiet,
    ],
    run: lint)

  private static func lint(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let workplace = try Workplace(arguments, console)
    guard !arguments.operands.isEmpty else { throw Failure.usage("a plan is missing") }
    let supply = try PolicySupply(workplace)
    var files: [PlanFile] = []
    var status = ExitStatus.passed
    for path in arguments.operands {
      do {
        files.append(try workplace.plan(path, supply.ownFields))
      } catch Failure.document(let diagnostics) {
        console.show(diagnostics)
        status = status.and(.input)
      }
    }
    let library = supply.library(of: supply.needed(aimedAtBy: files.map(\.plan)))
    let plans = files.map { plan in
      let judge = Judge(
        library: library, plan: plan.plan, programme: plan.programme, world: workplace.world,
        options: workplace.options(findsNextChange: false))
      return LintReport.Plan(
        run: workplace.description(supply.description, plan), judgement: judge.lint(),
        sources: plan.sources)
    }
    let threshold = Threshold(arguments)
    let report = LintReport(
      plans: plans, policies: supply.description, masking: console.masking,
      isFailure: threshold.isReached(by:))
    try console.write(report)
    let findings = plans.flatMap { $0.judgement.findings.map(\.finding) }
    return status.and(findings.contains(where: threshold.isReached(by:)) ? .findings : .passed)
  }
}
