public import FenceCore
public import FenceDiagnostics
import Outreach

/// What plans must change, and what each contact will have to bring.
public struct LintReport: Sendable {
  let plans: [Plan]
  let policies: LoadedPolicies
  let masking: Masking
  let isFailure: @Sendable (Finding) -> Bool

  /// Makes a report on plans, in the order given; `isFailure` says which findings fail a build.
  public init(
    plans: [Plan], policies: LoadedPolicies, masking: Masking,
    isFailure: @escaping @Sendable (Finding) -> Bool
  ) {
    self.plans = plans
    self.policies = policies
    self.masking = masking
    self.isFailure = isFailure
  }

  /// One plan judged.
  public struct Plan: Sendable {
    /// What was judged with what.
    public var run: RunDescription

    /// What was found.
    public var judgement: LintJudgement

    /// The texts of the files read, by their number in `Origin`.
    public var sources: [SourceText]

    /// Makes an entry.
    public init(run: RunDescription, judgement: LintJudgement, sources: [SourceText]) {
      self.run = run
      self.judgement = judgement
      self.sources = sources
    }
  }

  /// The report for people: the plan's lines with what is wrong there, then what contacts must bring.
  public func text(_ style: PageStyle) -> [UInt8] {
    var page = Page(style)
    for plan in plans {
      for diagnostic in plan.diagnostics { page.frame(diagnostic, masking, isHelpOfPolicy: true) }
      briefly(plan, &page)
      requirements(plan, &page)
      page.line(plan.conclusion)
    }
    if let first = plans.first { page.closingDecisions(in: first.run.policies) }
    return page.bytes
  }

  /// The report as one JSON document, `ringfence.lint/1`.
  public func json(tool: String) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.member("format", "ringfence.lint/1")
      $0.member("tool", tool)
      $0.key("policies")
      $0.policies(policies)
      $0.member("tzdb", plans.first?.run.tzdb)
      $0.key("plans")
      $0.array(plans) { writer, plan in writer.object { $0.lint(plan) } }
    }
    return writer.bytes + Array("\n".utf8)
  }

  /// Warnings that only lack facts, a line each.
  private func briefly(_ plan: Plan, _ page: inout Page) {
    let brief = plan.brief
    guard !brief.isEmpty else { return }
    page.line(page.paint("Unproven for want of facts, as warnings only", .strong))
    page.line()
    page.table(
      brief.map { finding, missing in
        [
          Page.Cell("? \(finding.rule)", .doubtful),
          Page.Cell(missing.sorted().joined(separator: ", "), .faint),
        ]
      })
    page.line()
  }

  private func requirements(_ plan: Plan, _ page: inout Page) {
    let requirements = plan.judgement.requirements
    guard !requirements.isEmpty else { return }
    page.line(page.paint("What each contact will have to bring", .strong))
    for place in Set(requirements.map(\.place)).sorted() {
      page.line()
      page.line("  \(page.paint(place, .strong))")
      for requirement in requirements where requirement.place == place {
        page.paragraph(requirement.facts.joined(separator: ", "), indent: 4, hanging: 2)
        let severity =
          requirement.severity == .block ? "" : " (\(requirement.severity.rawValue))"
        page.paragraph(
          "for \(requirement.rule)\(severity): \(requirement.title), "
            + "on \(requirement.steps.joined(separator: ", "))",
          indent: 6, hanging: 2, .faint)
      }
    }
    page.line()
  }
}

extension LintReport.Plan {
  /// The findings, one for all steps that share it.
  var groups: [(finding: Finding, steps: [String])] {
    var groups: [(finding: Finding, steps: [String])] = []
    for entry in judgement.findings {
      let finding = pointingAtStep(entry)
      let index = groups.firstIndex {
        $0.finding.rule == finding.rule && $0.finding.verdict == finding.verdict
          && $0.finding.origin == finding.origin && $0.finding.missing == finding.missing
      }
      if let index {
        if !groups[index].steps.contains(entry.step) { groups[index].steps.append(entry.step) }
      } else {
        groups.append((finding, [entry.step]))
      }
    }
    return groups
  }

  /// Warnings that only lack facts, each rule once, with all that it lacks at any step.
  var brief: [(finding: Finding, missing: Set<String>)] {
    var entries: [(finding: Finding, missing: Set<String>)] = []
    for (finding, _) in groups where !finding.deservesRoom {
      if let index = entries.firstIndex(where: { $0.finding.rule == finding.rule }) {
        entries[index].missing.formUnion(finding.wanting)
      } else {
        entries.append((finding, Set(finding.wanting)))
      }
    }
    return entries
  }

  /// The findings as diagnostics at the plan's own lines; warnings that only lack facts are left out.
  var diagnostics: [Diagnostic] {
    groups.filter(\.finding.deservesRoom).map { diagnostic($0.finding, steps: $0.steps) }
  }

  /// A finding that points at nothing finer than its step, so that it can be shared by steps.
  private func pointingAtStep(_ entry: LintJudgement.StepFinding) -> Finding {
    var finding = entry.finding
    if finding.origin == run.plan.steps.first(where: { $0.id == entry.step })?.origin {
      finding.origin = .absent
    }
    return finding
  }

  /// The last line: how many findings there are, by what they do.
  var conclusion: String {
    let findings = judgement.findings.map(\.finding)
    let blocking = findings.count { $0.severity == .block && $0.verdict == .fail }
    let unproven = findings.count { $0.severity == .block && $0.verdict == .unproven }
    let others = findings.count - blocking - unproven
    let conditional = Set(judgement.requirements.map(\.rule)).count
    return "\(run.plan.file): \(grouped(blocking)) blocking, \(grouped(unproven)) unproven, "
      + "\(counted(others, "warning")); "
      + "\(counted(conditional, "rule")) will look at each contact"
  }

  func diagnostic(_ finding: Finding, steps: [String]) -> Diagnostic {
    let severity: Diagnostic.Severity =
      switch finding.severity {
      case .block: .error
      case .warn: .warning
      case .advise: .note
      }
    let names = steps.map { "`\($0)`" }.joined(separator: ", ")
    let isOne = steps.count == 1
    let verdict =
      finding.verdict == .fail
      ? (isOne ? "fails" : "fail") : (isOne ? "is unproven" : "are unproven")
    let what = finding.message ?? finding.title
    let origins = steps.compactMap { step in run.plan.steps.first { $0.id == step }?.origin }
    var labels: [Diagnostic.Label] = []
    if let label = label(finding.origin, missing(finding)) {
      labels = [label]
    } else {
      labels = origins.compactMap { label($0, missing(finding)) }
    }
    var help: [String] = []
    if let fix = finding.fix { help.append(fix) }
    help += finding.endedWaivers.map(\.ending)
    let law = finding.citations.joined(separator: "; ")
    if !law.isEmpty { help.append(law + (finding.link.map { " \($0)" } ?? "")) }
    return Diagnostic(
      code: finding.rule, severity: severity, message: "\(names) \(verdict): \(what)",
      primary: labels.first ?? start, secondary: Array(labels.dropFirst()),
      help: help.isEmpty ? nil : help.joined(separator: " — "))
  }

  private func missing(_ finding: Finding) -> String {
    finding.missing.isEmpty ? "" : "missing: \(finding.missing.joined(separator: ", "))"
  }

  /// The plan's beginning, for findings about nothing that is written.
  private var start: Diagnostic.Label {
    Diagnostic.Label(
      sources.first ?? SourceText(name: run.plan.file, bytes: []), SourceRange(0, 0))
  }

  private func label(_ origin: Origin, _ message: String) -> Diagnostic.Label? {
    let index = Int(origin.file)
    guard sources.indices.contains(index) else { return nil }
    let source = sources[index]
    return Diagnostic.Label(source, source.valueRange(at: origin), message)
  }
}

extension SourceText {
  /// The place of the value that begins at an origin: a whole string or word, or the bracket that opens it.
  func valueRange(at origin: Origin) -> SourceRange {
    let line = Int(origin.line) - 1
    guard lineStarts.indices.contains(line) else { return SourceRange(0, 0) }
    let lower = min(lineStarts[line] + max(0, Int(origin.column) - 1), bytes.count)
    guard lower < bytes.count else { return SourceRange(lower, lower) }
    var upper = lower + 1
    switch bytes[lower] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): break
    case UInt8(ascii: "\""):
      while upper < bytes.count, bytes[upper] != UInt8(ascii: "\""), bytes[upper] != 10 {
        upper += bytes[upper] == UInt8(ascii: "\\") ? 2 : 1
      }
      upper = min(upper + 1, bytes.count)
    default:
      let ends = Set(",]} \t\r\n".utf8)
      while upper < bytes.count, !ends.contains(bytes[upper]) { upper += 1 }
    }
    return SourceRange(lower, upper)
  }
}

extension JSONWriter {
  fileprivate mutating func lint(_ plan: LintReport.Plan) {
    key("plan")
    object {
      $0.member("file", plan.run.plan.file)
      $0.member("campaign", plan.run.plan.campaign)
    }
    key("findings")
    array(plan.judgement.findings) {
      $0.fullFinding($1.finding, step: $1.step, plan.run)
    }
    key("requires")
    array(plan.judgement.requirements) { writer, requirement in
      writer.object {
        $0.member("place", requirement.place)
        $0.member("rule", requirement.rule)
        $0.member("title", requirement.title)
        $0.member("severity", requirement.severity.rawValue)
        $0.member("steps", requirement.steps)
        $0.member("facts", requirement.facts)
      }
    }
  }
}
