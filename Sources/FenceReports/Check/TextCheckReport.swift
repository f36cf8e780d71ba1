import FenceCore
import Outreach

/// The report for people: nothing until the end, then what matters most first.
public struct TextCheckReport: CheckReport {
  private let run: RunDescription
  private let masking: Masking
  private let style: PageStyle

  /// Makes a report.
  public init(run: RunDescription, masking: Masking, style: PageStyle) {
    self.run = run
    self.masking = masking
    self.style = style
  }

  /// The whole report.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] {
    var page = Page(style)
    headline(&page, summary)
    planFindings(&page, summary)
    rules(&page, summary)
    missingFacts(&page, summary)
    page.whereabouts(summary)
    badRecords(&page, summary)
    waived(&page, summary)
    counts(&page, summary)
    return page.bytes
  }

  private func headline(_ page: inout Page, _ summary: CheckSummary) {
    let name = run.plan.campaign.map { "\($0) (\(run.plan.file))" } ?? run.plan.file
    page.line(page.paint(name, .strong))
    let steps = counted(run.plan.steps.count, "step")
    page.line(
      "\(counted(summary.contacts, "contact")) on \(steps), judged by "
        + "\(counted(run.policies.rules, "rule")) of "
        + "\(counted(run.policies.count, "policy", "policies")) with time zones \(run.tzdb)")
    page.policies(run.policies)
    if summary.isInterrupted {
      page.line(page.paint("interrupted: this is as far as it came", .doubtful))
    }
    page.line()
    let rows: [(Decision, String, Ink)] = [
      (.allowed, "may be contacted", .good), (.review, "need a review", .doubtful),
      (.blocked, "must not be contacted", .bad),
    ]
    page.table(
      rows.map { decision, words, ink in
        let count = summary.count(decision)
        return [
          Page.Cell(count, count == 0 ? .faint : ink),
          Page.Cell(decision.rawValue, count == 0 ? .faint : ink),
          Page.Cell(words, .faint),
        ]
      })
  }

  private func planFindings(_ page: inout Page, _ summary: CheckSummary) {
    let groups = summary.planGroups
    guard !groups.isEmpty else { return }
    page.heading("The plan and the list")
    for (finding, steps) in groups where finding.deservesRoom {
      page.findingHead(
        finding, "on \(steps.isEmpty ? "the list" : steps.joined(separator: ", "))")
      page.findingBody(finding)
      if let place = run.location(finding.origin) {
        page.paragraph("at \(place)", indent: 6, .faint)
      }
    }
    brief(&page, groups.map { ($0.finding, nil) })
  }

  private func rules(_ page: inout Page, _ summary: CheckSummary) {
    let rules = summary.contactRules
    guard !rules.isEmpty else { return }
    page.heading("The contacts, rule by rule")
    for count in rules where count.finding.deservesRoom {
      page.findingHead(count.finding, count.words)
      page.findingBody(count.finding)
      for example in count.examples {
        page.paragraph("e.g. \(example.sentence(run, masking))", indent: 6, hanging: 5, .faint)
      }
    }
    brief(&page, rules.map { ($0.finding, $0.unproven) })
  }

  /// Warnings that only lack facts, a line each.
  private func brief(_ page: inout Page, _ entries: [(finding: Finding, count: Int?)]) {
    let brief = entries.filter { !$0.finding.deservesRoom }
    guard !brief.isEmpty else { return }
    page.line()
    page.line("  unproven for want of facts, as warnings only:")
    page.table(
      brief.map { finding, count in
        let missing = finding.wanting.joined(separator: ", ")
        return (count.map { [Page.Cell($0)] } ?? [])
          + [Page.Cell("? \(finding.rule)", .doubtful), Page.Cell(missing, .faint)]
      }, indent: 4)
  }

  private func missingFacts(_ page: inout Page, _ summary: CheckSummary) {
    let missing = summary.missing.mostFirst
    guard !missing.isEmpty else { return }
    page.heading("Missing facts: what would settle most attempts")
    page.table(missing.prefix(10).map { [Page.Cell($0.value), Page.Cell($0.key)] })
  }

  /// How often each waiver worked.
  private func waived(_ page: inout Page, _ summary: CheckSummary) {
    let rules = summary.rules.values.filter { $0.waived > 0 }
    guard !rules.isEmpty else { return }
    page.heading("Waived by your own policies")
    page.table(
      rules.sorted { $0.finding.rule < $1.finding.rule }.map { rule in
        [
          Page.Cell(rule.waived), Page.Cell(rule.finding.rule),
          Page.Cell(rule.finding.title, .faint),
        ]
      })
  }

  private func badRecords(_ page: inout Page, _ summary: CheckSummary) {
    guard summary.badRecords > 0 else { return }
    page.heading("\(counted(summary.badRecords, "record")) could not be read")
    for bad in summary.firstBadRecords {
      page.paragraph(
        "\(bad.file):\(bad.line):\(bad.column): \(masking.text(bad.message))", indent: 2,
        hanging: 2)
    }
    let rest = summary.badRecords - summary.firstBadRecords.count
    if rest > 0 { page.line("  and \(grouped(rest)) more") }
  }

  private func counts(_ page: inout Page, _ summary: CheckSummary) {
    page.heading("Attempts by step")
    let header = ["step", "channel"].map { Page.Cell($0, .faint) }
    let decisions = Decision.allCases.map { Page.Cell(right: $0.rawValue) }
    page.table(
      [header + decisions]
        + summary.steps.map { step in
          [Page.Cell(step.id), Page.Cell(step.channel ?? "?")]
            + Decision.allCases.map { Page.Cell(step.decisions[$0] ?? 0) }
        })
    segments(&page, summary)
    tally(&page, "Contacts outside the plan's targets", summary.outsideTargets)
  }

  private func segments(_ page: inout Page, _ summary: CheckSummary) {
    guard !summary.segments.isEmpty else { return }
    page.heading("Contacts by segment")
    let header =
      [Page.Cell("segment", .faint)]
      + ["in", "not in", "unproven"].map {
        Page.Cell(right: $0)
      }
    page.table(
      [header]
        + summary.segments.sorted { $0.key < $1.key }.map { id, count in
          [
            Page.Cell(id), Page.Cell(count.members), Page.Cell(summary.count(outside: count)),
            Page.Cell(count.unproven), Page.Cell(count.title, .faint),
          ]
        })
  }

  private func tally(_ page: inout Page, _ title: String, _ counts: [String: Int]) {
    guard !counts.isEmpty else { return }
    page.heading(title)
    page.table(counts.sorted { $0.key < $1.key }.map { [Page.Cell($0.value), Page.Cell($0.key)] })
  }
}
