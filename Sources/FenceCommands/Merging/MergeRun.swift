import FenceCore
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

/// One run of `merge`: the reports of the parts of a list, one after the other, to the report of the whole.
///
/// Contacts are passed on as they come; what is kept is bounded by the policies, and the numbers lie in a `NumberLedger`.
final class MergeRun {
  private let console: Console
  private let arguments: Arguments
  private let bench: Bench
  private let ledger: NumberLedger
  private let basis: ReportPart.Basis
  private let planFiles: Int
  private var run: RunDescription
  private var report: any CheckReport
  private var summary: CheckSummary
  private let paths: [String]
  /// The names of the files of contacts, as far as they are known.
  private var names: [String] = []
  private var key: String?
  /// The lists of parts whose runs had every policy loaded, which ask for more shares.
  private var listsOfAll: [ListCounts] = []
  private var inputLines = 0
  private var readable = Set<String>()
  private var damaged = Set<String>()
  private var hasRecords = false
  private var pending: [UInt8] = []
  /// The records and numbers seen of the part that is being read.
  private var seen = (records: 0, numbers: 0)

  init(_ workplace: Workplace) throws {
    console = workplace.console
    arguments = workplace.arguments
    guard let plan = arguments.operands.first else { throw Failure.usage("a plan is missing") }
    paths = Array(arguments.operands.dropFirst())
    guard !paths.isEmpty else {
      throw Failure.usage(
        "the reports are missing", hint: "they are written by `check --format ndjson --mergeable`")
    }
    let supply = try PolicySupply(workplace)
    let planFile = try workplace.plan(plan, supply.ownFields)
    run = workplace.description(supply.description, planFile)
    planFiles = run.files.count
    basis = ReportPart.Basis(workplace, planFile, run)
    bench = Bench(
      Bench.Seed(supply, planFile, workplace.world, workplace.options(findsNextChange: false)))
    bench.load(.targets)
    ledger = NumberLedger(console.environment.files)
    summary = CheckSummary(plan: run.plan)
    report = CheckRun.report(run, arguments, Masking(reveals: true), console.style)
  }

  /// Reads every report, writes that of the whole.
  func merge() throws -> ExitStatus {
    try console.write(report.start())
    for path in paths { try read(path) }
    try console.write(pending)
    for list in listsOfAll {
      bench.load(.all)
      guard bench.judge.add(list) else { throw MergeRun.otherShares }
    }
    summary.addListFindings(bench.judge.listFindings(try ledger.repeated()))
    summary.addSegments(bench.judge.segments)
    run.files += names
    // The parts' reports are masked already.
    report = CheckRun.report(run, arguments, Masking(reveals: true), console.style)
    try console.write(report.finish(summary))
    try console.flush()
    if summary.contacts == 0 { console.remark("warning: there is no contact in any report") }
    let unreadable = names.filter { damaged.contains($0) && !readable.contains($0) }
    for name in unreadable { console.complain("error: \(name): no record can be read") }
    let status: ExitStatus = Threshold(arguments).isReached(by: summary) ? .findings : .passed
    return status.and(unreadable.isEmpty ? .passed : .input)
  }

  /// Adds the reports that a file holds one after the other.
  private func read(_ path: String) throws {
    let environment = console.environment
    var lines = ReportLines(
      path == "-" ? environment.input : try environment.files.reader(of: path))
    var isOpen = true
    do {
      while let line = try lines.next() {
        if line.isEmpty { continue }
        isOpen = try !add(line)
        if pending.count > 1 << 16 {
          try console.write(pending)
          pending.removeAll(keepingCapacity: true)
        }
      }
      guard !isOpen else {
        throw UnmergeableReport("it ends before its last line; check that part again")
      }
    } catch let problem as UnmergeableReport {
      throw Failure.input("\(path):\(lines.count): \(problem.reason)")
    } catch let problem as FactProblem {
      throw Failure.input("\(path):\(lines.count):\(problem.place.column): \(problem.sentence)")
    }
  }

  /// Adds a line of a report; true if it is the last.
  private func add(_ line: ArraySlice<UInt8>) throws -> Bool {
    if line.starts(with: MergeRun.lastLine) {
      try add(
        try ReportPart(try JSONParser.parse(line), run: run, basis: basis))
      return true
    }
    if line.starts(with: MergeRun.numbersLine) {
      let part = try PassedLine.numbers(try JSONParser.parse(line))
      let place = PartPlace(inputLines: inputLines)
      for (hash, line) in part.numbers {
        try ledger.add(hash, line: Int32(clamping: place.line(Int(line), of: part.file)))
      }
      seen.numbers += part.numbers.count
      return false
    }
    guard line.starts(with: MergeRun.contactLine) else {
      throw UnmergeableReport(
        "this is no line of a report that `check --format ndjson --mergeable` writes")
    }
    // Only a record that could not be read ends with an object in it.
    if line.suffix(2).elementsEqual(MergeRun.badEnd) {
      let bytes = try PassedLine.bad(
        try JSONParser.parse(line), at: PartPlace(inputLines: inputLines))
      pass(on: bytes[...])
    } else {
      pass(on: line)
    }
    seen.records += 1
    return false
  }

  private func pass(on line: ArraySlice<UInt8>) {
    let bytes = report.passOn(line)
    guard !bytes.isEmpty else { return }
    pending += hasRecords ? report.separators.next : report.separators.first
    pending += bytes
    hasRecords = true
  }

  /// Adds the counts of a part, whose lines are all read.
  private func add(_ part: ReportPart) throws {
    guard part.summary.contacts == seen.records else {
      throw UnmergeableReport(
        "its last line counts \(counted(part.summary.contacts, "contact")), "
          + "and \(seen.records) stand before it")
    }
    guard part.summary.badRecords + part.unnumbered + seen.numbers == seen.records else {
      throw UnmergeableReport("lines with hashes of numbers are missing from it")
    }
    guard key == nil || key == part.key else {
      throw UnmergeableReport("it was written with another key than the reports before it")
    }
    key = part.key
    let place = PartPlace(
      inputLines: inputLines, planFiles: planFiles, contacts: part.contacts, addingTo: &names)
    var moved = part.summary
    moved.move(to: place)
    summary.add(moved)
    ledger.addUnnumbered(part.unnumbered)
    if part.hasAllPolicies, !bench.hasAll {
      listsOfAll.append(part.list)
    } else {
      guard bench.judge.add(part.list) else { throw MergeRun.otherShares }
    }
    inputLines += part.inputLines
    readable.formUnion(part.readable)
    damaged.formUnion(part.damaged)
    seen = (0, 0)
  }

  private static let otherShares = UnmergeableReport(
    "its `shares` are not as `check --mergeable` writes them")
  private static let lastLine = Array(#"{"format":"#.utf8)
  private static let numbersLine = Array(#"{"numbers":"#.utf8)
  private static let contactLine = Array(#"{"id":"#.utf8)
  private static let badEnd = Array("}}".utf8)
}
