import FenceCore
import FenceDiagnostics
import FenceReports
import FenceSemantics
import FenceWorkspace
import Outreach

extension Verb {
  static let test = Verb(
    name: "test", summary: "Runs the tests that stand in policies",
    usage: "test [PATH…] [flags]",
    examples: [
      Example("ringfence test", "the tests of the shipped policies"),
      Example("ringfence test policies/acme.fence", "the tests of one file"),
      Example("ringfence test policies/ --format json", "for a build"),
    ],
    options: [.tzdir, .policies, .format(["text", "json"]), .output, .color, .quiet], run: test)

  private static func test(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let workplace = try Workplace(arguments, console)
    let began = console.environment.now()
    let set = try workplace.policies(adding: arguments.operands)
    guard !set.hasErrors else {
      throw Failure.policies(set.diagnostics.filter { $0.severity == .error })
    }
    let wanted = try Set(
      arguments.operands.flatMap { try workplace.sources(under: $0) }.map(\.name))
    let tests = set.tests.filter { wanted.isEmpty || wanted.contains($0.source.name) }
    var runs: [TestRun] = []
    for test in tests {
      if console.environment.isInterrupted() { break }
      runs.append(TestRun(test, library: set.library, world: workplace.world))
    }
    let report = TestReport(
      tests: runs.map { run in
        TestReport.Test(
          policy: run.test.policy, name: run.test.title, file: run.test.source.name,
          line: run.test.location.line, failures: run.failures)
      })
    if arguments.choice(.format()) == "json" {
      try console.write(report.json(tool: tool))
    } else {
      try console.write(report.text(console.style))
    }
    try console.flush()
    let took = console.environment.now().milliseconds - began.milliseconds
    console.remark("took \(took) ms")
    if runs.count < tests.count {
      console.complain("interrupted after \(runs.count) of \(tests.count) tests")
      return .interrupted
    }
    return report.hasPassed ? .passed : .findings
  }
}
