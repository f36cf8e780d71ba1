import FenceCore
import FenceDiagnostics
import FenceReports
import Outreach

/// Reports about plans and policies, made by hand.
extension Samples {
  static let diagnostic = Diagnostic(
    code: "T0001", message: "`US.consent` is unproven, not fail",
    primary: Diagnostic.Label(
      SourceText(name: "us.fence", text: "test \"x\" {\n  expect consent fails\n}\n"),
      SourceRange(13, 33)), help: "missing: contact.consents")

  static let lint = lint(isFailure: { $0.severity == .block })

  static func lint(isFailure: @escaping @Sendable (Finding) -> Bool) -> LintReport {
    func at(_ step: String, _ finding: Finding) -> LintJudgement.StepFinding {
      LintJudgement.StepFinding(step: step, finding: finding)
    }
    var identity = remark
    identity.rule = "practice.identity"
    identity.verdict = .fail
    identity.title = "Say who you are"
    identity.missing = []
    var first = identity
    first.origin = run.plan.steps[0].origin
    var second = identity
    second.origin = run.plan.steps[1].origin
    return LintReport(
      plans: [
        LintReport.Plan(
          run: run,
          judgement: LintJudgement(
            findings: [
              at("text-1", scrub), at("call-1", scrub), at("text-1", first),
              at("call-1", second), at("text-1", remark),
            ],
            requirements: [
              LintJudgement.Requirement(
                place: "US", rule: "US.consent", title: "Written consent", severity: .block,
                steps: ["text-1"], facts: ["contact.consents", "contact.opt_outs"]),
              LintJudgement.Requirement(
                place: "US-FL", rule: "US-FL.list", title: "Use the state's list",
                severity: .warn, steps: ["text-1", "call-1"], facts: ["contact.registers"]),
            ]), sources: [source])
      ], policies: run.policies, masking: Masking(), isFailure: isFailure)
  }

  static let verify = VerifyReport(
    diagnostics: [diagnostic, overdue], files: ["us.fence", "fr.fence"], policies: run.policies)

  private static let overdue = Diagnostic(
    code: "F0360", severity: .warning, message: "the review of `code` is overdue",
    primary: Diagnostic.Label(
      SourceText(name: "fr.fence", text: "policy FR \"France\"\n"), SourceRange(7, 9)))

  static func test(failures: [Diagnostic]) -> TestReport.Test {
    TestReport.Test(
      policy: "US", name: "a text without consent", file: "us.fence", line: 1, failures: failures)
  }
}
