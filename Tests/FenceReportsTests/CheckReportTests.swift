import FenceCore
import FenceReports
import Outreach
import TestSupport
import Testing

struct CheckReportTests {
  enum Form: String, CaseIterable {
    case text, colored, narrow, json, ndjson, csv, markdown, junit, github
  }

  @Test(arguments: Form.allCases)
  func writes(form: Form) {
    let masking = Masking()
    var report: any CheckReport =
      switch form {
      case .text: TextCheckReport(run: Samples.run, masking: masking, style: PageStyle())
      case .colored:
        TextCheckReport(run: Samples.run, masking: masking, style: PageStyle(isColored: true))
      case .narrow:
        TextCheckReport(run: Samples.run, masking: masking, style: PageStyle(width: 48))
      case .json: JSONCheckReport(run: Samples.run, masking: masking)
      case .ndjson: NDJSONCheckReport(run: Samples.run, masking: masking)
      case .csv: CSVCheckReport(masking: masking, steps: Samples.run.plan.steps.map(\.id))
      case .markdown: MarkdownCheckReport(run: Samples.run, masking: masking)
      case .junit:
        JUnitCheckReport(
          run: Samples.run, masking: masking, isFailure: { $0.decision != .allowed })
      case .github: GitHubCheckReport(run: Samples.run, masking: masking)
      }
    expectGolden(written(by: &report, Samples.records), "reports/check-\(form.rawValue).txt")
  }

  @Test func writesXMLThatParses() throws {
    var report: any CheckReport = JUnitCheckReport(
      run: Samples.run, masking: Masking(), isFailure: { $0.decision != .allowed })
    let document = try JUnitDocument(Array(written(by: &report, Samples.records).utf8))
    #expect(
      document.cases.filter(\.failed).map { $0.name.prefix { $0 != ":" } }
        == ["US-FL.calling_hours", "US.consent", "US.dnc_scrub", "ringfence.record"])
    #expect(document.cases.count == document.tests)
  }

  @Test func writesAnEmptyList() {
    var report: any CheckReport = JSONCheckReport(run: Samples.run, masking: Masking())
    expectGolden(written(by: &report, []), "reports/check-json-empty.txt")
  }

  @Test func partsAddUpToTheWhole() {
    let (first, second) = (Samples.records.prefix(1), Samples.records.dropFirst())
    var parts = summary(of: Array(first))
    parts.add(summary(of: Array(second)))
    var twice = summary(of: Samples.records)
    twice.add(summary(of: Samples.records))
    let whole = summary(of: Samples.records)
    #expect(finished(parts) == finished(whole))
    #expect(finished(twice) == finished(summary(of: Samples.records + Samples.records)))
  }

  /// Everything that reports show of a summary.
  private func finished(_ summary: CheckSummary) -> String {
    var report = NDJSONCheckReport(run: Samples.run, masking: Masking())
    return String(decoding: report.finish(summary), as: UTF8.self)
  }

  @Test func countsByTheWorstAttempt() throws {
    let summary = self.summary(of: Samples.records)
    #expect(summary.contacts == 3)
    #expect(summary.attempts == 3)
    #expect(Decision.allCases.map(summary.count) == [1, 1, 1])
    #expect(summary.badRecords == 1)
    let active = try #require(summary.segments["practice.active"])
    #expect((active.members, active.unproven, summary.count(outside: active)) == (1, 1, 0))
    #expect(summary.outsideTargets == ["GB": 1])
    #expect(summary.missing == ["contact.consents": 1, "contact.opt_outs": 1])
  }

  @Test func countsAPlanRuleOnceAStep() {
    let summary = self.summary(of: [Samples.records[0], Samples.records[0]])
    #expect(summary.planFindings.map(\.step) == ["text-1", "call-1"])
    #expect(summary.rules["US.dnc_scrub"]?.fail == 2)
    #expect(summary.rules["US-FL.calling_hours"]?.fail == 2)
    #expect(summary.rules["US-FL.list"]?.exempt == 2)
  }

  @Test func keepsThePlanFindingThatIsWorse() {
    var judgement = Samples.allowed
    var unproven = Samples.scrub
    unproven.verdict = .unproven
    judgement.attempts[0].planFindings = [unproven]
    let milder = CheckedRecord.judged(judgement, .absent, outside: nil)
    judgement.attempts[0].planFindings = [Samples.scrub]
    let graver = CheckedRecord.judged(judgement, .absent, outside: nil)
    for records in [[milder, graver], [graver, milder]] {
      let summary = self.summary(of: records)
      #expect(summary.planFindings.map(\.finding.verdict) == [.fail])
      #expect(summary.rules["US.dnc_scrub"]?.fail == 1)
      #expect(summary.rules["US.dnc_scrub"]?.unproven == 0)
    }
  }

  private func summary(of records: [CheckedRecord]) -> CheckSummary {
    var summary = CheckSummary(plan: Samples.run.plan)
    for record in records { summary.add(record) }
    return summary
  }

  private func written(by report: inout any CheckReport, _ records: [CheckedRecord]) -> String {
    var summary = CheckSummary(plan: Samples.run.plan)
    var bytes = report.start()
    var isFirst = true
    for record in records {
      summary.add(record)
      bytes += isFirst ? report.separators.first : report.separators.next
      isFirst = false
      bytes += report.record(record)
    }
    var duplicates = Finding(
      rule: "ringfence.duplicate_numbers", title: "No number twice", verdict: .fail,
      severity: .warn)
    duplicates.message = "1 number occurs twice: lines 1 and 3"
    summary.addListFindings(records.isEmpty ? [] : [duplicates])
    bytes += report.finish(summary)
    return String(decoding: bytes, as: UTF8.self)
  }
}
