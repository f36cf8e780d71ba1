import FenceCore
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

/// One run of `check`: record by record from the files to the report and the split lists.
final class CheckRun {
  private let console: Console
  private let arguments: Arguments
  private let bench: Bench
  private let contacts: ContactFiles
  private let lists: SplitLists
  private var report: any CheckReport
  private var summary: CheckSummary
  private let ledger: NumberLedger
  private var hasRecords = false
  private var isFirst = true
  private var partSize: PartSize
  private let makeWorker: @Sendable () -> CheckWorker
  private let jobs: Int
  /// Of each worker, what it counted.
  private var totals: [ClassTotals] = []
  private var strangers = UnknownKeyCounts()
  private var repairs = PhoneRepairCounts()
  private var progress: Progress
  private var judgedSingly = 0
  private var reportIsRead = true
  /// How many rows held nothing but blanks, by the number of the table's file.
  private var blankRows: [Int32: Int] = [:]
  private var readableFiles = Set<String>()
  private var damagedFiles = Set<String>()
  private let shard: Shard?
  private let description: RunDescription

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
    let seed = Bench.Seed(supply, plan, workplace.world, options)
    bench = Bench(seed)
    description = workplace.description(supply.description, plan, contacts: contacts.names)
    let report = CheckRun.report(description, arguments, console.masking, console.style)
    let shard = try Shard(workplace, plan, description)
    self.shard = shard
    let keyedHash = shard?.keyedHash
    self.report = report
    let summary = CheckSummary(plan: description.plan)
    self.summary = summary
    let targets = Targets(of: plan.plan, world: workplace.world)
    let reading = FactDecoder.Options.contacts(
      world: workplace.world, reads: supply.contactFacts, ownFields: supply.ownFields)
    lists = try SplitLists(arguments, console.environment.files)
    ledger = NumberLedger(console.environment.files)
    progress = Progress(console, total: contacts.totalBytes)
    let (decisions, stops) = (lists.decisions, arguments.choice(.badRecords) == "stop")
    let (world, limits) = (workplace.world, console.environment.classLimits)
    jobs = try arguments.jobs()
    // What JSON says of contacts is some ten times as long as they are, and is kept until its turn comes.
    let least = console.environment.partSize / (format.hasSuffix("json") ? 4 : 1)
    partSize = PartSize(
      least: max(1, least), batchLength: CheckWorker.batchLength(options))
    makeWorker = {
      CheckWorker(
        Bench(seed), targets, world, reading, report: report,
        summary: summary, decisions: decisions, stopsAtBadRecords: stops,
        keyedHash: keyedHash, classLimits: limits)
    }
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
    progress.finish(records: summary.contacts, judgedSingly: judgedSingly)
    // A list without a contact is judged as a list all the same.
    if case .none = bench.reach { bench.load(.targets) }
    for index in totals.indices { totals[index].settle(in: &summary) }
    if ending == .passed, let shard {
      report = shard.report(
        description, console.masking, summary, bench, contacts, readable: readableFiles,
        damaged: damagedFiles)
    }
    if ending == .passed {
      summary.addListFindings(bench.judge.listFindings(try ledger.repeated()))
    }
    summary.addSegments(bench.judge.segments)
    summary.isInterrupted = ending != .passed
    try write(report.finish(summary))
    if ending == .passed { try lists.commit(contacts.framing) }
    try console.flush()
    remarks(ending)
    if ending == .interrupted { return .interrupted }
    let status: ExitStatus = Threshold(arguments).isReached(by: summary) ? .findings : .passed
    return status.and(ending).and(unreadableFiles.isEmpty ? .passed : .input)
  }

  /// Judges part after part; says whether it came to the end, was interrupted or had to stop.
  private func judgeAll() throws -> ExitStatus {
    do {
      return try judgeParts()
    } catch let problem as ContactFileProblem {
      let place = problem.problem.place
      console.complain(
        "error: \(problem.file):\(place.line):\(place.column): "
          + console.masking.text(problem.problem.sentence))
      for line in problem.advice { console.complain("  " + console.masking.text(line)) }
      return .input
    }
  }

  /// Judges the parts, on several threads if there are several; each thread reads its own.
  private func judgeParts() throws -> ExitStatus {
    // A list of one part is not worth a thread.
    var begun = (0..<min(jobs, 2)).map { _ in Result { try nextPart() } }[...]
    let hasSeveral = if case .success(nil)? = begun.last { false } else { jobs > 1 }
    totals = Array(repeating: ClassTotals(), count: jobs)
    let make = makeWorker
    let workers = OrderedWorkers<ListPart, PartOutcome, any Error>(
      hasSeveral ? jobs : 1, nextJob: { [self] in try begun.popFirst()?.get() ?? nextPart() }
    ) { number in
      let worker = make()
      return { part in outcome(of: part, by: worker, number) }
    }
    while let outcome = try workers.next() {
      if let ending = try add(outcome) { return ending }
    }
    return .passed
  }

  private func nextPart() throws -> ListPart? {
    guard let (piece, file) = try contacts.nextPiece(partSize.bytes) else { return nil }
    partSize.adapt(to: piece)
    defer { isFirst = false }
    return ListPart(
      piece: piece, file: file, framing: contacts.framing, isFirst: isFirst,
      bytesRead: contacts.bytesRead)
  }

  /// Adds what became of a part of the list to what is before it; says how the run ends if it ends here.
  private func add(_ outcome: PartOutcome) throws -> ExitStatus? {
    let (result, file) = (outcome.result, outcome.file)
    bench.load(result.policies)
    summary.add(result.summary)
    totals[outcome.worker].add(result.counts, to: &summary)
    if let list = result.list { bench.judge.add(list) }
    for (key, line) in result.numbers { try ledger.add(key, line: line) }
    ledger.addUnnumbered(result.unnumbered)
    judgedSingly += result.judgedSingly
    blankRows[result.file, default: 0] += result.blankRows
    strangers.add(result.strangers)
    repairs.add(result.repairs)
    if result.hasReadable { readableFiles.insert(file) }
    if result.hasDamaged { damagedFiles.insert(file) }
    if let bytes = result.report?.bytes, !bytes.isEmpty {
      try write(hasRecords ? report.separators.next : report.separators.first)
      try write(bytes)
      hasRecords = true
    }
    if let shard { try write(shard.add(result, of: file)) }
    try lists.write(result.lists, from: file, outcome.framing)
    progress.update(records: summary.contacts, bytes: outcome.bytesRead)
    if let failure = result.failure { throw failure }
    if let bad = result.stop {
      console.complain(
        "error: \(bad.file):\(bad.line):\(bad.column): \(console.masking.text(bad.message))")
      return .input
    }
    return console.environment.isInterrupted() ? .interrupted : nil
  }

  /// Writes to the report; where its reader went away, the split lists are still finished.
  private func write(_ piece: [UInt8]) throws(FileProblem) {
    try piece.withUnsafeBufferPointer { bytes throws(FileProblem) in try write(bytes) }
  }

  private func write(_ piece: UnsafeBufferPointer<UInt8>) throws(FileProblem) {
    guard reportIsRead else { return }
    do {
      try console.write(piece)
    } catch {
      guard error.isClosedPipe, !lists.isEmpty else { throw error }
      reportIsRead = false
    }
  }

  /// The files that hold records of which not one could be read, in the order given.
  private var unreadableFiles: [String] {
    contacts.names.filter { damagedFiles.contains($0) && !readableFiles.contains($0) }
  }

  private func remarks(_ ending: ExitStatus) {
    for (file, count) in blankRows { contacts.addBlankRows(count, file: file) }
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
}

/// What became of a part of the list on one of the threads; the part's bytes are given up by then, so that the next one is
/// read to where it was.
private struct PartOutcome: Sendable {
  var result: PieceResult
  var worker: Int
  var file: String
  var framing: RecordFraming?
  var bytesRead: Int
}

private func outcome(of part: ListPart, by worker: CheckWorker, _ number: Int) -> PartOutcome {
  PartOutcome(
    result: worker.check(part), worker: number, file: part.file, framing: part.framing,
    bytesRead: part.bytesRead)
}
