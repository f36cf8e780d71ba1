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
      Example(
        "ringfence test policies/ --mutate --only acme.two_calls",
        "which changes of a rule no test notices, with tests that would"),
    ],
    options: [
      .tzdir, .policies, .coverage, .coverageFloor, .mutate, .accepted, .onlyTested, .jobs,
      .format(ReportForm.allCases.map(\.rawValue) + ["csv"]), .output, .color, .quiet,
    ], run: { arguments, console in try TestCommand(arguments, console).run() })
}

extension Option {
  static let coverage = Option.flag("--coverage", "say what of the policies no test reaches")
  static let coverageFloor = Option.value(
    "--coverage-floor", "PERCENT",
    "the least coverage, such as 80 or thresholds=60; the status is 1 below it", repeats: true)
  static let mutate = Option.flag(
    "--mutate", "change the policies a little, and say which changes no test notices")
  static let accepted = Option.value(
    "--accepted", "FILE", "changes that no test needs to notice, each with its reason",
    repeats: true)
  static let onlyTested = Option.value(
    "--only", "RULE", "change and cover these rules, definitions or policies only", repeats: true)
}

/// `ringfence test`.
private struct TestCommand {
  let arguments: Arguments
  let console: Console
  let workplace: Workplace
  let floors: [ReachReport.Floor]
  let accepted: AcceptedChanges
  let jobs: Int

  /// The form of the report.
  let format: String

  var covers: Bool { arguments.has(.coverage) || !floors.isEmpty }

  init(_ arguments: Arguments, _ console: Console) throws {
    self.arguments = arguments
    self.console = console
    workplace = try Workplace(arguments, console)
    floors = try arguments.all(.coverageFloor).map(ReachReport.Floor.init)
    var accepted = AcceptedChanges()
    for path in arguments.all(.accepted) { accepted.add(try workplace.acceptedChanges(path)) }
    self.accepted = accepted
    jobs = try arguments.jobs()
    format = arguments.choice(.format())
    if format == "csv", !covers {
      throw Failure.usage(
        "the form `csv` is that of `--coverage`",
        hint: "add `--coverage`, or write `--format json`")
    }
    if !accepted.entries.isEmpty, !arguments.has(.mutate) {
      throw Failure.usage("`--accepted` is of use with `--mutate` only", hint: "add `--mutate`")
    }
  }

  func run() throws -> ExitStatus {
    let began = console.environment.now()
    let set = try workplace.policies(
      adding: arguments.operands, readsShippedTests: arguments.operands.isEmpty, threads: jobs)
    guard !set.hasErrors else {
      throw Failure.policies(set.diagnostics.filter { $0.severity == .error })
    }
    let wanted = try Set(
      arguments.operands.flatMap { try workplace.sources(under: $0) }.map(\.name))
    let tests = set.tests.filter { wanted.isEmpty || wanted.contains($0.source.name) }
    let policies = Set(
      set.library.policies.filter { wanted.isEmpty || wanted.contains($0.location.file) }
        .map(\.name))
    let runs = run(tests, of: set)
    var mutation: MutationReport?
    var isInterrupted = runs.count < tests.count
    if arguments.has(.mutate), !isInterrupted {
      if runs.allSatisfy(\.hasPassed) {
        mutation = self.mutation(of: set, policies)
        isInterrupted = mutation == nil
      } else {
        console.complain("the policies are not changed while tests fail")
      }
    }
    let report = TestReport(
      tests: runs.map(TestReport.Test.init), reach: covers ? reach(of: set, policies, runs) : nil,
      mutation: mutation)
    try write(report)
    let took = console.environment.now().milliseconds - began.milliseconds
    console.remark("took \(took) ms")
    if isInterrupted {
      console.complain("interrupted after \(runs.count) of \(tests.count) tests")
      return .interrupted
    }
    return report.hasPassed ? .passed : .findings
  }

  /// Runs tests, in their order; those before an interruption.
  private func run(_ tests: [CheckedTest], of set: PolicySet) -> [TestRun] {
    let (library, world, observes) = (set.library, workplace.world, covers)
    var runs: [TestRun] = []
    workInOrder(tests, threads: jobs) {
      { TestRun($0, library: library, world: world, observes: observes) }
    } take: { run in
      guard !console.environment.isInterrupted() else { return false }
      runs.append(run)
      return true
    }
    return runs
  }

  private func write(_ report: TestReport) throws {
    if format == "csv" {
      try console.write(report.csv)
    } else {
      try console.write(report)
    }
    try console.flush()
  }

  private func reach(
    of set: PolicySet, _ policies: Set<String>, _ runs: [TestRun]
  ) -> ReachReport {
    var reach = Reach(of: set.library, policies: policies, isAskedFor: isAskedFor)
    for run in runs { reach.add(run.expected) }
    return ReachReport(reach, floors: floors)
  }

  private func mutation(of set: PolicySet, _ policies: Set<String>) -> MutationReport? {
    MutationRunner(
      console: console, set: set, policies: policies, world: workplace.world, accepted: accepted,
      jobs: jobs, isAskedFor: isAskedFor
    ).report()
  }

  /// Whether `--only` names a rule, definition or register, or its policy.
  private func isAskedFor(_ subject: String) -> Bool {
    let only = arguments.all(.onlyTested)
    return only.isEmpty || only.contains { subject == $0 || subject.hasPrefix($0 + ".") }
  }
}

extension TestReport.Test {
  fileprivate init(_ run: TestRun) {
    self.init(
      policy: run.test.policy, name: run.test.title, file: run.test.source.name,
      line: run.test.location.line, failures: run.failures)
  }
}

extension ReachReport.Floor {
  /// Understands `80` or `80%` for everything, `thresholds=60` for one kind.
  fileprivate init(_ text: String) throws(Failure) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    let kind = parts.count == 2 ? Reach.Kind(rawValue: parts[0]) : nil
    let number = parts.last.map { $0.hasSuffix("%") ? String($0.dropLast()) : $0 } ?? ""
    guard parts.count == 1 || kind != nil, let percent = Int(number), (0...100).contains(percent)
    else {
      let kinds = Reach.Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      throw .usage(
        "`\(text)` is no floor",
        hint: "write a percentage such as `80`, or one of a kind such as `thresholds=60`: \(kinds)")
    }
    self.init(kind: kind, percent: percent)
  }
}

extension Workplace {
  /// The accepted changes of a file.
  fileprivate func acceptedChanges(_ path: String) throws -> AcceptedChanges {
    do {
      return try AcceptedChanges(try source(path))
    } catch let problem as AcceptedChanges.Problem {
      switch problem {
      case .notJSON(let diagnostics): throw Failure.document(diagnostics)
      case .wrong(let message, let line): throw Failure.input("\(path):\(line): \(message)")
      }
    }
  }
}
