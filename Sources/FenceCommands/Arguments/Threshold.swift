import FenceCore
import FenceReports
import Outreach

/// From which findings on a run ends with 1: `--fail-on`.
enum Threshold: String {
  /// A rule of severity block failed.
  case block
  /// Or could not be proved.
  case unproven
  /// Or a rule of severity warn failed or could not be proved.
  case warn

  init(_ arguments: Arguments) {
    self = Threshold(rawValue: arguments.choice(.failOn)) ?? .unproven
  }

  /// Whether a finding counts.
  func isReached(by finding: Finding) -> Bool {
    switch self {
    case .block: finding.decision == .blocked
    case .unproven: finding.decision != .allowed
    case .warn:
      finding.decision != .allowed || (finding.severity == .warn && finding.verdict.ok != true)
    }
  }

  /// Whether a check's counts do.
  func isReached(by summary: CheckSummary) -> Bool {
    let findings = summary.listFindings + summary.rules.values.map(\.finding)
    if findings.contains(where: isReached(by:)) { return true }
    switch self {
    case .block: return summary.count(.blocked) > 0
    case .unproven, .warn: return summary.count(.blocked) + summary.count(.review) > 0
    }
  }
}
