import FenceCore
import FenceDiagnostics
import FenceReports
import FenceSyntax
import FenceWorkspace
import Outreach

extension Verb {
  static let verify = Verb(
    name: "verify", summary: "Checks policies and says everything that is wrong with them",
    usage: "verify [PATH…] [flags]", operands: [.input],
    examples: [
      Example("ringfence verify", "the shipped policies"),
      Example("ringfence verify policies/", "your own, together with the shipped ones"),
      Example(
        "ringfence verify acme.fence --now 2027-01-01", "which reviews will be overdue then"),
    ],
    options: [
      .policies, .now, .jobs, .format(ReportForm.allCases.map(\.rawValue)), .output, .color, .quiet,
    ], run: verify)

  private static func verify(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let workplace = try Workplace(arguments, console)
    let jobs = try arguments.jobs()
    let set = try workplace.policies(
      adding: arguments.operands, today: try workplace.today(),
      readsShippedTests: arguments.operands.isEmpty, threads: jobs)
    let (ownFields, world) = (set.library.ownFields, workplace.world)
    var facts: [Diagnostic] = []
    workInOrder(set.tests, threads: jobs) {
      { $0.problems(world: world, ownFields: ownFields) }
    } take: { problems in
      facts += problems
      return true
    }
    let asked = try Set(
      arguments.operands.flatMap { try workplace.sources(under: $0) }.map(\.name))
    // Of files that were not asked about, only what keeps policies from loading matters.
    let diagnostics = set.inOrder(set.diagnostics + facts).filter {
      asked.isEmpty || $0.severity == .error || asked.contains($0.primary.source.name)
    }
    let files = set.files.map(\.source.name).filter { asked.isEmpty || asked.contains($0) }
    let report = VerifyReport(
      diagnostics: diagnostics, files: files, policies: LoadedPolicies(set))
    try console.write(report)
    return diagnostics.contains { $0.severity == .error } ? .policies : .passed
  }
}
