import FenceCore
import FenceDiagnostics
import FenceReports
import Outreach
import TestSupport
import Testing

/// The reports about plans and policies: `lint`, `test`, `verify`, `list`.
struct PolicyReportTests {
  @Test func lintsForPeople() {
    expectGolden(text(Samples.lint.text(PageStyle())), "reports/lint-text.txt")
  }

  @Test func lintsForMachines() {
    expectGolden(
      text(Samples.lint.json(tool: "ringfence 0.0.0")),
      "reports/lint-json.txt")
  }

  @Test func reportsTests() {
    let report = TestReport(tests: [
      Samples.test(failures: []), Samples.test(failures: [Samples.diagnostic]),
    ])
    expectGolden(text(report.text(PageStyle())), "reports/test-text.txt")
    expectGolden(text(report.json(tool: "ringfence 0.0.0")), "reports/test-json.txt")
  }

  @Test func countsNoTestsAsNoSuccess() {
    #expect(!TestReport(tests: []).hasPassed)
    #expect(
      !TestReport(tests: [Samples.test(failures: []), Samples.test(failures: [Samples.diagnostic])])
        .hasPassed)
    #expect(TestReport(tests: [Samples.test(failures: [])]).hasPassed)
    #expect(text(TestReport(tests: []).text(PageStyle())).contains("no tests were found"))
  }

  @Test func reportsDiagnostics() {
    let report = Samples.verify
    expectGolden(text(report.text(PageStyle())), "reports/verify-text.txt")
    expectGolden(text(report.json(tool: "ringfence 0.0.0")), "reports/verify-json.txt")
    #expect(report.count(.error) == 1)
    #expect(report.count(.warning) == 1)
  }

  private static let listing = Listing(
    kind: "policies", keys: ["name", "title", "due_for_review", "covers", "stale"],
    rows: [
      [.text("US"), .text("Federal \"law\""), .number(1200), .texts(["US", "PR"]), .truth(true)],
      [.text("US-FL"), .text("Florida | a, b"), .number(0), .texts([]), .truth(false)],
      [.text("acme"), .text(nil), .number(1), .texts(["`x`"]), .truth(false)],
    ], release: "tzdb 2026f")

  @Test func lists() {
    let listing = Self.listing
    expectGolden(text(listing.text(PageStyle())), "reports/list-text.txt")
    expectGolden(text(listing.text(PageStyle(width: 40))), "reports/list-narrow.txt")
    expectGolden(text(listing.json(tool: "ringfence 0.0.0")), "reports/list-json.txt")
    expectGolden(text(listing.markdown()), "reports/list-markdown.txt")
    #expect(
      text(listing.csv())
        == "name,title,due_for_review,covers,stale\r\n"
        + "US,\"Federal \"\"law\"\"\",1200,\"US, PR\",yes\r\n"
        + "US-FL,\"Florida | a, b\",0,,no\r\nacme,,1,`x`,no\r\n")
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

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
