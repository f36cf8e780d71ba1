/// How a run ended, as the shell sees it.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Everything asked for passed.
  case passed = 0
  /// There are findings.
  case findings = 1
  /// The command line is wrong.
  case usage = 2
  /// A policy does not load.
  case policies = 3
  /// A plan or contact file cannot be read as what it claims to be.
  case input = 4
  /// The program is wrong.
  case defect = 70
  /// Somebody stopped it.
  case interrupted = 130

  /// The status that counts where both apply: 2 before 3 before 4 before 1.
  func and(_ other: ExitStatus) -> ExitStatus { rank <= other.rank ? self : other }

  private var rank: Int {
    switch self {
    case .defect: 0
    case .usage: 1
    case .policies: 2
    case .input: 3
    case .interrupted: 4
    case .findings: 5
    case .passed: 6
    }
  }
}
