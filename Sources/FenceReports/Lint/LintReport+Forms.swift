import FenceCore
import FenceDiagnostics
import Outreach

extension LintReport: FindingsReport {
  /// A part a plan: what is wrong with it, then what contacts must bring.
  public func markdown() -> [UInt8] {
    var page = MarkdownPage()
    for plan in plans {
      page.heading(plan.run.plan.title)
      page.paragraph(Markdown.text(plan.conclusion))
      page.decisions(in: plan.run.policies)
      page.table(
        ["verdict", "rule", "on", "what", "law", "at"],
        plan.groups.filter(\.finding.deservesRoom).map { finding, steps in
          [
            Markdown.verdict(finding), Markdown.code(finding.rule),
            steps.map(Markdown.code).joined(separator: ", "), Markdown.words(finding),
            Markdown.law(finding), plan.place(finding, steps).map { Markdown.code($0) } ?? "",
          ]
        })
      page.brief(plan.brief)
      let requirements = plan.judgement.requirements
      guard !requirements.isEmpty else { continue }
      page.heading("What each contact will have to bring", level: 3)
      page.table(
        ["place", "facts", "for", "on"],
        requirements.map { requirement in
          [
            Markdown.text(requirement.place),
            requirement.facts.map(Markdown.code).joined(separator: ", "),
            "\(Markdown.code(requirement.rule))<br>\(Markdown.text(requirement.title))",
            requirement.steps.map(Markdown.code).joined(separator: ", "),
          ]
        })
    }
    return page.bytes
  }

  /// A suite a plan and a test a finding; those that `--fail-on` leaves alone pass with a remark.
  public var suites: [JUnitSuite] {
    plans.map { plan in
      let tests = shown(plan).map { finding, steps in
        let diagnostic = plan.diagnostic(finding, steps: steps)
        let text = diagnostic.frame(masking, isHelpOfPolicy: true)
        var test = JUnitSuite.Case(
          name: "\(finding.rule) on \(steps.joined(separator: ", "))", group: finding.rule,
          file: diagnostic.primary.source.name,
          line: diagnostic.primary.source.position(at: diagnostic.primary.range.lower).line)
        if isFailure(finding) {
          test.failure = JUnitSuite.Failure(
            kind: finding.verdict.rawValue,
            message: diagnostic.masked(masking, isHelpOfPolicy: true).message, text: text)
        } else {
          test.remark = text
        }
        return test
      }
      var passed = JUnitSuite.Case(
        name: plan.conclusion, group: "ringfence.lint", file: plan.run.plan.file)
      passed.remark = plan.run.policies.decisionLines
      return JUnitSuite(name: plan.run.plan.file, cases: tests + [passed])
    }
  }

  /// A remark a finding at the plan's own lines, and one that counts.
  public var annotations: [Annotation] {
    (plans.first?.run.policies.annotations ?? [])
      + plans.flatMap { plan in
        shown(plan).map { finding, steps in
          Annotation(plan.diagnostic(finding, steps: steps), masking, isHelpOfPolicy: true)
        }
          + [
            Annotation(
              .notice, title: "ringfence lint", message: plan.conclusion, file: plan.run.plan.file,
              line: 1)
          ]
      }
  }

  /// The findings that a build is told of: those that fail it, and those of more than missing facts.
  private func shown(_ plan: Plan) -> [(finding: Finding, steps: [String])] {
    plan.groups.filter { $0.finding.deservesRoom || isFailure($0.finding) }
  }
}

extension MarkdownPage {
  /// Warnings that only lack facts, folded away.
  mutating func brief(_ entries: [(finding: Finding, missing: Set<String>)]) {
    guard !entries.isEmpty else { return }
    details("\(counted(entries.count, "warning")) unproven for want of facts") { page in
      page.table(
        ["rule", "what", "missing"],
        entries.map { finding, missing in
          [
            Markdown.code(finding.rule), Markdown.sentence(finding.message ?? finding.title),
            missing.sorted().map(Markdown.code).joined(separator: ", "),
          ]
        })
    }
  }
}

extension LintReport.Plan {
  /// Where a finding is to be mended, as `plan.json:9:14`.
  fileprivate func place(_ finding: Finding, _ steps: [String]) -> String? {
    run.location(finding.origin)
      ?? run.plan.steps.first { steps.contains($0.id) }.flatMap { run.location($0.origin) }
  }
}

extension PlanDescription {
  /// The campaign's id with the file, or the file alone.
  var title: String { campaign.map { "\($0) (\(file))" } ?? file }
}
