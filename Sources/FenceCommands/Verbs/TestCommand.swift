import FenceCore
import FenceDiagnostics
import FenceReports
import FenceSemantics
import FenceWorkspace
import Outreach

extension Verb {
  static let test = Verb(
    name: "test", summary: "Runs the tests that stand in policies",
    usage: "test [PATH…] [flags]", operands: [.input],
    examples: [
      Example("ringfence test", "the tests of the shipped policies"),
      Example("ringfence test policies/acme.fence", "the tests of one file"),
      Example("ringfence test policies/ --format json", "for a build"),
      Example(
        "ringfence test policies/ --coverage --coverage-floor 80",
        "what no test reaches; the status is 1 below 80%"),
    ],
    options: [
      .policies, .coverage, .mutate, .coverageFloor,
      .format(ReportForm.allCases.map(\.rawValue) + ["csv"]),
      .output, .color, .quiet,
    ], run: test)

  private static func test(_ arguments: Arguments, _ console: Console) throws -> ExitStatus {
    let workplace = Workplace(arguments, console)
    let floors = try coverageFloors(arguments)
    let covers = arguments.has(.coverage) || !floors.isEmpty
    let format = arguments.choice(.format())
    if format == "csv", !covers {
      throw Failure.usage(
        "the form `csv` is of `--coverage`", hint: "add `--coverage`, or write `--format json`")
    }
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
      runs.append(
        TestRun(test, library: set.library, world: workplace.world, observes: covers))
    }
    if arguments.has(.mutate) {
      let bench = MutationBench(
        set, policies: Set(set.library.policies.map(\.name)), world: workplace.world)
      var counts = (0, 0, 0)
      for mutation in bench.mutations {
        switch bench.outcome(of: mutation) {
        case .void: counts.0 += 1
        case .noticed: counts.1 += 1
        case .survived:
          counts.2 += 1
          print(
            mutation.subject, mutation.kind.rawValue, mutation.location.line, "|", mutation.clause,
            "|", mutation.instead)
        }
      }
      print(counts)
    }
    var reach: ReachReport?
    if covers {
      let named = set.library.policies.filter {
        wanted.isEmpty || wanted.contains($0.location.file)
      }
      var found = Reach(of: set.library, policies: Set(named.map(\.name)))
      for run in runs { found.add(run.expected) }
      reach = ReachReport(found, floors: floors)
    }
    let report = TestReport(
      tests: runs.map { run in
        TestReport.Test(
          policy: run.test.policy, name: run.test.title, file: run.test.source.name,
          line: run.test.location.line, failures: run.failures)
      }, reach: reach)
    if format == "csv" {
      try console.write(reach?.csv ?? [])
    } else {
      try console.write(report)
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

  /// The floors of `--coverage-floor`: `80` for everything, `thresholds=60` for one kind.
  private static func coverageFloors(_ arguments: Arguments) throws -> [ReachReport.Floor] {
    try arguments.all(.coverageFloor).map { text in
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let kind = parts.count == 2 ? Reach.Kind(rawValue: parts[0]) : nil
      let number = parts.last.map { $0.hasSuffix("%") ? String($0.dropLast()) : $0 } ?? ""
      guard parts.count == 1 || kind != nil, let percent = Int(number), (0...100).contains(percent)
      else {
        let kinds = Reach.Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        throw Failure.usage(
          "`\(text)` is no floor",
          hint:
            "write a percentage such as `80`, or one of a kind such as `thresholds=60`: \(kinds)"
        )
      }
      return ReachReport.Floor(kind: kind, percent: percent)
    }
  }
}

extension Option {
  static let mutate = Option.flag(
    "--mutate", "change the policies a little, and say what no test notices")
  static let coverage = Option.flag("--coverage", "say what of the policies no test reaches")
  static let coverageFloor = Option.value(
    "--coverage-floor", "PERCENT",
    "the least coverage; status 1 below it, such as 80 or thresholds=60",
    repeats: true)
}
