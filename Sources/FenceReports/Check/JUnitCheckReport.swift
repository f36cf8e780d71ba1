public import FenceCore
import Outreach

/// The report as tests: one a rule that was found wanting or excused, which fails where `--fail-on` says so.
public struct JUnitCheckReport: CheckReport {
  private let run: RunDescription
  private let masking: Masking
  private let isFailure: @Sendable (Finding) -> Bool

  /// Makes a report; `isFailure` says of which findings a test fails.
  public init(
    run: RunDescription, masking: Masking, isFailure: @escaping @Sendable (Finding) -> Bool
  ) {
    self.run = run
    self.masking = masking
    self.isFailure = isFailure
  }

  /// The whole report.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] {
    let cases = summary.rules.sorted { $0.key < $1.key }.map { rule, count in
      let finding = count.finding
      let policy = String(rule.prefix { $0 != "." })
      var test = JUnitSuite.Case(name: "\(rule): \(finding.title)", group: policy)
      guard count.fail + count.unproven > 0 else { return test }
      let text = text(count)
      if isFailure(finding) {
        test.failure = JUnitSuite.Failure(
          kind: finding.verdict.rawValue, message: count.words, text: text)
      } else {
        test.remark = text
      }
      return test
    }
    var passed = JUnitSuite.Case(name: summary.sentence, group: "ringfence.check")
    passed.remark = run.policies.decisionLines
    return junit(
      [JUnitSuite(name: run.plan.title, cases: cases + [passed])], tool: run.tool)
  }

  /// What a terminal would show of the rule.
  private func text(_ count: CheckSummary.RuleCount) -> String {
    var page = Page(PageStyle())
    page.findingHead(count.finding, count.words)
    page.findingBody(count.finding)
    for example in count.examples {
      page.paragraph("e.g. \(example.sentence(run, masking))", indent: 6, hanging: 5)
    }
    return page.text
  }
}
