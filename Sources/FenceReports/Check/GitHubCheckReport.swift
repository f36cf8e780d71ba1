import FenceCore
import Outreach

/// The report as GitHub's workflow commands: what is wrong, at the lines of the plan.
public struct GitHubCheckReport: CheckReport {
  private let run: RunDescription
  private let masking: Masking

  /// Makes a report.
  public init(run: RunDescription, masking: Masking) {
    self.run = run
    self.masking = masking
  }

  /// The whole report.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] {
    var annotations: [Annotation] = []
    for (finding, steps) in summary.planGroups {
      let place = steps.isEmpty ? "the list" : "on \(steps.joined(separator: ", "))"
      annotations.append(annotation(finding, "\(place): \(words(finding))", finding.origin, steps))
    }
    for count in summary.contactRules {
      let example = count.examples.first.map { "\ne.g. \($0.sentence(run, masking))" } ?? ""
      annotations.append(
        annotation(
          count.finding, "\(count.words): \(words(count.finding))\(example)", .absent,
          count.examples.map(\.step)))
    }
    annotations += summary.firstBadRecords.map { bad in
      var annotation = Annotation(
        .warning, title: UnreadableRecord.rule, message: masking.text(bad.message),
        file: bad.file, line: bad.line)
      annotation.column = bad.column
      return annotation
    }
    annotations.append(
      Annotation(
        .notice, title: "ringfence check", message: summary.sentence, file: run.plan.file, line: 1))
    return github(annotations + run.policies.annotations)
  }

  /// A remark at the fact that decides, else at the first of the steps; contacts are no part of a change.
  private func annotation(
    _ finding: Finding, _ message: String, _ origin: Origin, _ steps: [String]
  ) -> Annotation {
    let level: Annotation.Level =
      switch finding.decision {
      case .blocked: .error
      case .review: .warning
      case .allowed: .notice
      }
    let step = run.plan.steps.first { steps.contains($0.id) }?.origin ?? .absent
    let place = run.file(of: origin) == nil ? step : origin
    return Annotation(
      level, title: finding.rule, message: message, file: run.file(of: place) ?? run.plan.file,
      line: run.file(of: place) == nil ? 1 : Int(place.line))
  }

  private func words(_ finding: Finding) -> String {
    var lines = [finding.message ?? finding.title]
    if !finding.missing.isEmpty {
      lines.append("missing: \(finding.missing.joined(separator: ", "))")
    }
    lines += finding.endedWaivers.map(\.ending)
    if let fix = finding.fix { lines.append("fix: \(fix)") }
    if !finding.citations.isEmpty { lines.append(finding.citations.joined(separator: "; ")) }
    return lines.joined(separator: "\n")
  }
}
