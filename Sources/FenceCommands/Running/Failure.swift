import FenceDiagnostics
import FenceReports
import FenceWorkspace
import Outreach

/// Why a verb cannot do what it was asked.
enum Failure: Error {
  /// The command line is wrong.
  case usage(String, hint: String? = nil)
  /// Policies do not load.
  case policies([Diagnostic])
  /// A document cannot be read as what it claims to be.
  case document([Diagnostic])
  /// A file cannot be read or written.
  case file(FileProblem)
  /// A policy file cannot be read.
  case policyFile(FileProblem)
  /// The input cannot be used, for a reason that no single line shows.
  case input(String)

  /// The status with which the run ends.
  var status: ExitStatus {
    switch self {
    case .usage: .usage
    case .policies, .policyFile: .policies
    case .document, .file, .input: .input
    }
  }
}

extension Failure {
  /// A file of contacts that is not what it claims to be.
  init(_ problem: ContactFileProblem, _ masking: Masking) {
    let place = problem.problem.place
    let what =
      "\(problem.file):\(place.line):\(place.column): " + masking.text(problem.problem.sentence)
    self = .input(([what] + problem.advice.map { "  " + masking.text($0) }).joined(separator: "\n"))
  }
}
