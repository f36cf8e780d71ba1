import FenceCore
import Outreach

/// The report in Markdown: the counts, then what matters most first.
public struct MarkdownCheckReport: CheckReport {
  private let run: RunDescription
  private let masking: Masking

  /// Makes a report.
  public init(run: RunDescription, masking: Masking) {
    self.run = run
    self.masking = masking
  }

  /// The whole report.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] {
    var page = MarkdownPage()
    page.heading(run.plan.title)
    page.paragraph(
      "\(counted(summary.contacts, "contact")) on \(counted(run.plan.steps.count, "step")), judged "
        + "by \(counted(run.policies.rules, "rule")) of "
        + counted(run.policies.count, "policy", "policies")
        + (summary.isInterrupted ? "; **interrupted**: this is as far as it came" : ""))
    page.decisions(in: run.policies)
    page.table(
      ["decision", "contacts"],
      Decision.allCases.map { [$0.rawValue, grouped(summary.count($0))] }, numbers: [1])
    planFindings(&page, summary)
    rules(&page, summary)
    tally(&page, "Missing facts", ["fact", "attempts"], summary.missing)
    page.whereabouts(summary)
    badRecords(&page, summary)
    page.heading("Attempts by step", level: 3)
    page.table(
      ["step", "channel"] + Decision.allCases.map(\.rawValue),
      summary.steps.map { step in
        [Markdown.code(step.id), Markdown.text(step.channel ?? "?")]
          + Decision.allCases.map { grouped(step.decisions[$0] ?? 0) }
      }, numbers: [2, 3, 4])
    segments(&page, summary)
    tally(
      &page, "Contacts outside the plan's targets", ["place", "contacts"], summary.outsideTargets)
    return page.bytes
  }

  private func segments(_ page: inout MarkdownPage, _ summary: CheckSummary) {
    guard !summary.segments.isEmpty else { return }
    page.heading("Contacts by segment", level: 3)
    page.table(
      ["segment", "in it", "not in it", "unproven", "what"],
      summary.segments.sorted { $0.key < $1.key }.map { id, count in
        [
          Markdown.code(id), grouped(count.members), grouped(summary.count(outside: count)),
          grouped(count.unproven), Markdown.text(count.title),
        ]
      }, numbers: [1, 2, 3])
  }

  private func planFindings(_ page: inout MarkdownPage, _ summary: CheckSummary) {
    let groups = summary.planGroups
    guard !groups.isEmpty else { return }
    page.heading("The plan and the list", level: 3)
    page.table(
      ["verdict", "rule", "on", "what", "law", "at"],
      groups.filter(\.finding.deservesRoom).map { finding, steps in
        [
          Markdown.verdict(finding), Markdown.code(finding.rule),
          steps.isEmpty ? "the list" : steps.map(Markdown.code).joined(separator: ", "),
          Markdown.words(finding), Markdown.law(finding),
          run.location(finding.origin).map { Markdown.code($0) } ?? "",
        ]
      })
    page.brief(
      groups.filter { !$0.finding.deservesRoom }.map { ($0.finding, Set($0.finding.wanting)) })
  }

  private func rules(_ page: inout MarkdownPage, _ summary: CheckSummary) {
    let all = summary.contactRules
    guard !all.isEmpty else { return }
    page.heading("The contacts, rule by rule", level: 3)
    let rules = all.filter(\.finding.deservesRoom)
    page.table(
      ["rule", "fails", "unproven", "what", "law", "for example"],
      rules.map { count in
        let note = count.finding.severity == .block ? "" : " (\(count.finding.severity.rawValue))"
        return [
          Markdown.code(count.finding.rule) + note, grouped(count.fail), grouped(count.unproven),
          Markdown.words(count.finding), Markdown.law(count.finding),
          count.examples.map { Markdown.text($0.sentence(run, masking)) }
            .joined(separator: "<br>"),
        ]
      }, numbers: [1, 2])
    let brief = all.filter { !$0.finding.deservesRoom }
    page.brief(brief.map { ($0.finding, Set($0.finding.wanting)) })
  }

  private func badRecords(_ page: inout MarkdownPage, _ summary: CheckSummary) {
    guard summary.badRecords > 0 else { return }
    page.heading("\(counted(summary.badRecords, "record")) could not be read", level: 3)
    let rest = summary.badRecords - summary.firstBadRecords.count
    page.list(
      summary.firstBadRecords.map { bad in
        "\(Markdown.code("\(bad.file):\(bad.line):\(bad.column)")): "
          + Markdown.sentence(masking.text(bad.message))
      } + (rest > 0 ? ["and \(grouped(rest)) more"] : []))
  }

  private func tally(
    _ page: inout MarkdownPage, _ title: String, _ header: [String], _ counts: [String: Int]
  ) {
    guard !counts.isEmpty else { return }
    page.heading(title, level: 3)
    page.table(
      header, counts.mostFirst.map { [Markdown.code($0.key), grouped($0.value)] }, numbers: [1])
  }
}
