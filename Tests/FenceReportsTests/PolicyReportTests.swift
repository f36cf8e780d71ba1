import FenceCore
import FenceDiagnostics
import FenceReports
import Outreach
import TestSupport
import Testing

/// The reports about plans and policies: `lint`, `test`, `verify`, `list`.
struct PolicyReportTests {
  private let diagnostic = Diagnostic(
    code: "T0001", message: "`US.consent` is unproven, not fail",
    primary: Diagnostic.Label(
      SourceText(name: "us.fence", text: "test \"x\" {\n  expect consent fails\n}\n"),
      SourceRange(13, 33)), help: "missing: contact.consents")

  @Test func lintsForPeople() {
    expectGolden(text(lint.text(PageStyle())), "reports/lint-text.txt")
  }

  @Test func lintsForMachines() {
    expectGolden(
      text(lint.json(tool: "ringfence 0.0.0", policies: Samples.run.policies, tzdb: "2026z")),
      "reports/lint-json.txt")
  }

  @Test func reportsTests() {
    let report = TestReport(tests: [test(failures: []), test(failures: [diagnostic])])
    expectGolden(text(report.text(PageStyle())), "reports/test-text.txt")
    expectGolden(text(report.json(tool: "ringfence 0.0.0")), "reports/test-json.txt")
  }

  @Test func countsNoTestsAsNoSuccess() {
    #expect(!TestReport(tests: []).hasPassed)
    #expect(!TestReport(tests: [test(failures: []), test(failures: [diagnostic])]).hasPassed)
    #expect(TestReport(tests: [test(failures: [])]).hasPassed)
    #expect(text(TestReport(tests: []).text(PageStyle())).contains("no tests were found"))
  }

  @Test func reportsDiagnostics() {
    let report = VerifyReport(diagnostics: [diagnostic], policies: Samples.run.policies)
    expectGolden(text(report.text(PageStyle())), "reports/verify-text.txt")
    expectGolden(text(report.json(tool: "ringfence 0.0.0")), "reports/verify-json.txt")
    #expect(report.count(.error) == 1)
    #expect(report.count(.warning) == 0)
  }

  @Test func lists() {
    let listing = Listing(
      kind: "policies", keys: ["name", "due_for_review"], rows: [["US", "1"], ["US-FL", nil]])
    expectGolden(text(listing.text(PageStyle())), "reports/list-text.txt")
    expectGolden(text(listing.json(tool: "ringfence 0.0.0")), "reports/list-json.txt")
  }

  @Test func masksNumbersInFrames() {
    let source = SourceText(name: "plan.json", text: "{\"caller_id\": \"+13055550142\"}\n")
    let diagnostic = Diagnostic(
      code: "D0106", message: "`+13055550142` is not shown",
      primary: Diagnostic.Label(source, SourceRange(14, 28)))
    let shown = text(frames([diagnostic], PageStyle(), Masking()))
    #expect(shown.contains("\"+1305•••••42\""))
    #expect(!shown.contains("5550142"))
  }

  private var lint: LintReport {
    func at(_ step: String, _ finding: Finding) -> LintJudgement.StepFinding {
      LintJudgement.StepFinding(step: step, finding: finding)
    }
    var identity = Samples.remark
    identity.rule = "practice.identity"
    identity.verdict = .fail
    identity.title = "Say who you are"
    identity.missing = []
    var first = identity
    first.origin = Samples.run.plan.steps[0].origin
    var second = identity
    second.origin = Samples.run.plan.steps[1].origin
    return LintReport(
      plans: [
        LintReport.Plan(
          run: Samples.run,
          judgement: LintJudgement(
            findings: [
              at("text-1", Samples.scrub), at("call-1", Samples.scrub), at("text-1", first),
              at("call-1", second), at("text-1", Samples.remark),
            ],
            requirements: [
              LintJudgement.Requirement(
                place: "US", rule: "US.consent", title: "Written consent", severity: .block,
                steps: ["text-1"], facts: ["contact.consents", "contact.opt_outs"]),
              LintJudgement.Requirement(
                place: "US-FL", rule: "US-FL.list", title: "Use the state's list",
                severity: .warn, steps: ["text-1", "call-1"], facts: ["contact.registers"]),
            ]), sources: [Samples.source])
      ], masking: Masking())
  }

  private func test(failures: [Diagnostic]) -> TestReport.Test {
    TestReport.Test(
      policy: "US", name: "a text without consent", file: "us.fence", line: 1, failures: failures)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
