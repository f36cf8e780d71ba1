import FenceCore
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

/// One run of `check`: record by record from the files to the report and the split lists.
final class CheckRun {
  private let console: Console
  private let arguments: Arguments
  private let judging: BulkJudging
  private let contacts: ContactFiles
  private let lists: SplitLists
  private var report: any CheckReport
  private var summary: CheckSummary
  private var strangers = UnknownKeyCounts()
  private var repairs = PhoneRepairCounts()
  private var progress: Progress
  private var reportIsRead = true
  private var readableFiles = Set<String>()
  private var damagedFiles = Set<String>()

  init(_ workplace: Workplace) throws {
    console = workplace.console
    arguments = workplace.arguments
    let path = try workplace.operand("a plan")
    _ = try workplace.required(.contacts)
    let supply = try PolicySupply(workplace)
    let plan = try workplace.plan(path, supply.ownFields)
    contacts = try workplace.contacts(after: plan, for: supply)
    let format = arguments.choice(.format())
    var options = workplace.options(findsNextChange: format.hasSuffix("json"))
    options.findsReasons = format != "csv"
    options.findsPermitted = format.hasSuffix("json")
    options.findsWhereabouts = format != "csv" && format != "junit" && format != "github"
    judging = BulkJudging(
      contacts, try Bench(supply, plan, workplace.world, options),
      Targets(of: plan.plan, world: workplace.world), workplace.world,
      .contacts(
        world: workplace.world, reads: supply.contactFacts, ownFields: supply.ownFields))
    let description = workplace.description(supply.description, plan, contacts: contacts.names)
    report = CheckRun.report(description, arguments, console)
    summary = CheckSummary(plan: description.plan)
    lists = try SplitLists(arguments, console.environment.files)
    progress = Progress(console, total: contacts.totalBytes)
  }

  /// Judges everything, writes everything.
  func run() throws -> ExitStatus {
    do {
      try contacts.begin()
    } catch let problem as ContactFileProblem {
      throw Failure(problem, console.masking)
    }
    try write(report.start())
    let ending = try judgeAll()
    progress.finish()
    if ending == .passed { summary.addListFindings(judging.listFindings()) }
    summary.addSegments(judging.segments)
    summary.settle()
    summary.isInterrupted = ending != .passed
    try write(report.finish(summary))
    if ending == .passed { try lists.commit(contacts.framing) }
    try console.flush()
    remarks(ending)
    if ending == .interrupted { return .interrupted }
    let status: ExitStatus = Threshold(arguments).isReached(by: summary) ? .findings : .passed
    return status.and(ending).and(unreadableFiles.isEmpty ? .passed : .input)
  }

  /// Judges record after record; says whether it came to the end, was interrupted or had to stop.
  private func judgeAll() throws -> ExitStatus {
    do {
      while let judged = try judging.next() {
        if console.environment.isInterrupted() { return .interrupted }
        let checked = self.checked(judged)
        summary.add(checked)
        if case .bad = checked {
          damagedFiles.insert(judged.file)
        } else {
          readableFiles.insert(judged.file)
        }
        try write(report.record(checked))
        try lists.write(judged.record, checked, from: judged.file, judged.framing)
        progress.update(records: summary.contacts, bytes: contacts.bytesRead)
        if case .bad(let bad) = checked, arguments.choice(.badRecords) == "stop" {
          console.complain(
            "error: \(bad.file):\(bad.line):\(bad.column): \(console.masking.text(bad.message))")
          return .input
        }
      }
      return .passed
    } catch let problem as ContactFileProblem {
      let place = problem.problem.place
      console.complain(
        "error: \(problem.file):\(place.line):\(place.column): "
          + console.masking.text(problem.problem.sentence))
      for line in problem.advice { console.complain("  " + console.masking.text(line)) }
      return .input
    }
  }

  /// Writes to the report; where its reader went away, the split lists are still finished.
  private func write(_ piece: [UInt8]) throws(FileProblem) {
    guard reportIsRead else { return }
    do {
      try console.write(piece)
    } catch {
      guard error.isClosedPipe, !lists.isEmpty else { throw error }
      reportIsRead = false
    }
  }

  private func checked(_ judged: BulkJudging.Judged) -> CheckedRecord {
    let record = judged.record
    switch judged.outcome {
    case .bad(let bad): return unreadable(bad.problem, id: bad.id, judged.file)
    case .misspelt(let key, let id):
      note(record, judged.file)
      let problem = FactProblem(
        .unknownKey, "no field is called `\(key.path)`", at: key.place, suggestion: key.nearest)
      return unreadable(problem, id: id, judged.file)
    case .contact(let judgement, let origin, let outside):
      note(record, judged.file)
      return .judged(judgement, origin, outside: outside)
    }
  }

  private func note(_ record: ContactRecord, _ file: String) {
    strangers.add(record.unknownKeys)
    if let repair = record.row?.repair { repairs.add(repair, file) }
  }

  private func unreadable(_ problem: FactProblem, id: String?, _ file: String) -> CheckedRecord {
    .bad(
      UnreadableRecord(
        id: id, file: file, line: problem.place.line, column: problem.place.column,
        message: problem.sentence))
  }

  /// The files that hold records of which not one could be read, in the order given.
  private var unreadableFiles: [String] {
    contacts.names.filter { damagedFiles.contains($0) && !readableFiles.contains($0) }
  }

  private func remarks(_ ending: ExitStatus) {
    for (file, table) in contacts.tables {
      for line in table.remarks { console.remark(console.masking.text("\(file): \(line)")) }
    }
    for line in repairs.lines { console.remark("warning: \(line)") }
    for line in strangers.lines { console.remark("warning: \(line)") }
    if summary.contacts == 0, ending == .passed {
      console.remark("warning: there is no contact in \(contacts.names.joined(separator: ", "))")
    }
    for name in unreadableFiles {
      console.complain("error: \(name): no record can be read")
    }
    let names = lists.names.map { "`\($0)`" }.joined(separator: ", ")
    if ending == .interrupted {
      let what = lists.isEmpty ? "what was written is whole" : "\(names) left as they were"
      console.complain("interrupted after \(counted(summary.contacts, "contact")); \(what)")
    } else if ending != .passed, !lists.isEmpty {
      console.complain("  \(names) left as they were")
    }
  }

  private static func report(
    _ run: RunDescription, _ arguments: Arguments, _ console: Console
  ) -> any CheckReport {
    switch arguments.choice(.format()) {
    case "json": JSONCheckReport(run: run, masking: console.masking)
    case "ndjson": NDJSONCheckReport(run: run, masking: console.masking)
    case "csv": CSVCheckReport(masking: console.masking)
    case "markdown": MarkdownCheckReport(run: run, masking: console.masking)
    case "junit":
      JUnitCheckReport(
        run: run, masking: console.masking, isFailure: Threshold(arguments).isReached(by:))
    case "github": GitHubCheckReport(run: run, masking: console.masking)
    default: TextCheckReport(run: run, masking: console.masking, style: console.style)
    }
  }
}
