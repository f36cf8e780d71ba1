import FenceCore
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

/// Judges parts of a list on one thread: their columns by the program, and what it leaves by the judge.
///
/// A list of a few contacts is judged by the judge alone, before a program for it would be made.
final class CheckWorker: BatchRecords {
  let bench: Bench
  let targets: Targets
  let options: FactDecoder.Options
  let world: World
  @exclusivity(unchecked) var report: any CheckReport
  let emptySummary: CheckSummary
  /// The split lists that are asked for.
  let decisions: Set<Decision>
  let stopsAtBadRecords: Bool
  /// What numbers are replaced by where they may not be told.
  let keyedHash: KeyedHash?

  @exclusivity(unchecked) var program: Program?
  @exclusivity(unchecked) var columns: ContactColumns?
  @exclusivity(unchecked) private var mayHaveProgram = true
  /// How often classes were forgotten before the program was made.
  private var generation = 0
  /// The program's classes of numbers, by the columns'.
  @exclusivity(unchecked) private var numberClasses: [Int?] = []
  /// By ground, the place outside the targets, where that is known.
  @exclusivity(unchecked) var outside: [String??] = []
  @exclusivity(unchecked) var tally = ClassTally()
  /// The keys that no field has and that columns pass over.
  @exclusivity(unchecked) var passedKeys = PassedKeys()

  @exclusivity(unchecked) var lines: [PieceLine] = []
  /// By the record's place among the lines.
  @exclusivity(unchecked) var kept: [Int: KeptRecord] = [:]
  @exclusivity(unchecked) var block: LineBlock?
  /// Where the rows of the block's table end, if it is one; and how many rows of the batch held nothing but blanks.
  @exclusivity(unchecked) var rows: RowCursor?
  @exclusivity(unchecked) var blankRows = 0
  @exclusivity(unchecked) var file = ""
  @exclusivity(unchecked) var framing: RecordFraming?
  @exclusivity(unchecked) var result: PieceResult
  @exclusivity(unchecked) var sink = ByteSink()
  /// All that were made: one is written to again when nobody reads it any more.
  @exclusivity(unchecked) private var sinks: [ByteSink] = []
  /// The contacts that are still to be written, and the counts of the batch's.
  @exclusivity(unchecked) var shown: [ClassedContact] = []
  @exclusivity(unchecked) var batchTally = BatchTally()
  let showsContacts: Bool
  let tellsCounts: Bool
  let classTexts: ClassTexts
  private let classLimits: ClassLimits
  @exclusivity(unchecked) var hasWritten = false
  /// The worst decision of the records before this one that come from the same row.
  @exclusivity(unchecked) var heldDecision: Decision?

  let batchLength: Int
  /// Up to how many contacts are judged without a program.
  private static let fewContacts = 128

  init(
    _ bench: Bench, _ targets: Targets, _ world: World, _ options: FactDecoder.Options,
    report: any CheckReport, summary: CheckSummary, decisions: Set<Decision>,
    stopsAtBadRecords: Bool, keyedHash: KeyedHash?, classLimits: ClassLimits
  ) {
    self.bench = bench
    batchLength = CheckWorker.batchLength(bench.judge.options)
    self.targets = targets
    self.world = world
    self.options = options
    self.report = report
    showsContacts = report.showsContacts
    tellsCounts = report.tellsCounts
    self.decisions = decisions
    self.stopsAtBadRecords = stopsAtBadRecords
    self.keyedHash = keyedHash
    self.classLimits = classLimits
    classTexts = ClassTexts(mostBytes: classLimits.textBytes)
    emptySummary = summary
    result = PieceResult(summary)
  }

  /// How many contacts are judged together: fewer where it is kept of each why rules say what they do.
  static func batchLength(_ options: Judge.Options) -> Int { options.findsReasons ? 256 : 1024 }

  /// A record of the part on its way: plain memory.
  struct PieceLine: BitwiseCopyable {
    /// Where it stands in the block, and where its line begins, of which there are so many before it.
    var start = 0
    var end = 0
    var lineStart = 0
    var line = 0
    /// Whether it was read into columns, and as what.
    var isRead = false
    var reading: ContactColumns.Reading
    /// The contact's place in the program's batch, if it is judged there; else -1.
    var place = -1
    /// Whether more is kept of it.
    var isKept = false
  }

  /// What is known of a record besides, which most have not.
  struct KeptRecord {
    /// The number, where it is odd.
    var phone: String?
    /// The record before it is read, and what it was read as.
    var raw: RawContact?
    var record: ContactRecord?
  }

  /// Judges a part of the list.
  func check(_ part: ListPart) -> PieceResult {
    let isSmall = part.isFirst
    result = PieceResult(emptySummary)
    file = part.file
    framing = part.framing
    sink = freeSink()
    hasWritten = false
    do {
      switch part.piece {
      case .lines(let block):
        self.block = block
        try block.bytes.withUnsafeBufferPointer { try checkLines($0, block, isSmall) }
      case .records(let records):
        block = nil
        for start in stride(from: 0, to: records.count, by: batchLength) {
          let part = records[start..<min(start + batchLength, records.count)]
          beginLines()
          for raw in part { keep(raw, PieceLine(reading: .none)) }
          let isFew = isSmall && records.count < CheckWorker.fewContacts
          if !isFew, mayHaveProgram { try fillFromRecords() }
          guard try emitAll() else { break }
        }
      }
    } catch {
      result.failure = error
    }
    block = nil
    beginLines()
    passedKeys.take(into: &result.strangers)
    result.report = sink
    result.list = bench.judge.takeList()
    result.policies = bench.reach
    if tellsCounts { result.counts = tally.take(program) }
    return result
  }

  /// An empty sink of which nobody reads.
  private func freeSink() -> ByteSink {
    sink = ByteSink(capacity: 0)
    for index in sinks.indices where isKnownUniquelyReferenced(&sinks[index]) {
      sinks[index].clear()
      return sinks[index]
    }
    let made = ByteSink()
    sinks.append(made)
    return made
  }

  // MARK: lines

  private func checkLines(
    _ bytes: UnsafeBufferPointer<UInt8>, _ block: LineBlock, _ isSmall: Bool
  ) throws {
    guard let base = bytes.baseAddress else { return }
    begin(block, base)
    let end = block.count
    var place = BlockPlace()
    var isFew = isSmall
    while place.at < end {
      let first = place
      beginLines()
      if isFew || !mayHaveProgram {
        while place.at < end, lines.count < CheckWorker.fewContacts {
          takeWhole(base, end, block, &place)
        }
        if isFew, place.at < end, mayHaveProgram {
          // There are more than a few.
          isFew = false
          place = first
          continue
        }
      } else {
        while true {
          place = first
          beginLines()
          if try fill(base, end, block, &place) { break }
          try loadAll()
        }
        program?.run()
      }
      guard try emitAll() else { return }
    }
  }

  private func beginLines() {
    blankRows = 0
    lines.removeAll(keepingCapacity: true)
    if !kept.isEmpty { kept.removeAll(keepingCapacity: true) }
  }

  func keep(_ raw: RawContact, _ line: PieceLine) {
    kept[lines.count] = KeptRecord(raw: raw)
    lines.append(line)
    lines[lines.count - 1].isKept = true
  }

  /// How far a block was taken apart: the next byte, how many lines end before it, and where its own begins.
  struct BlockPlace: BitwiseCopyable {
    var at = 0
    var line = 0
    var lineStart = 0

    /// Goes on behind a line.
    mutating func endLine(_ next: Int) {
      (at, lineStart) = (next, next)
      line += 1
    }
  }

  /// Takes the next record as one that is still to be read.
  private func takeWhole(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ block: LineBlock, _ place: inout BlockPlace
  ) {
    if rows != nil { return takeRow(base, block, &place) }
    if block.list != nil { return takeObject(base, end, block, &place) }
    var stop = place.at
    while stop < end, base[stop] != 0x0A { stop += 1 }
    keep(place.at, stop, block, place)
    place.endLine(min(stop + 1, end))
  }

  /// Keeps what stands from one byte to another as a record that is still to be read.
  func keep(_ start: Int, _ stop: Int, _ block: LineBlock, _ place: BlockPlace) {
    let records = block.records(start..<stop, lineStart: place.lineStart, line: place.line)
    for raw in records {
      keep(
        raw,
        PieceLine(
          start: start, end: stop, lineStart: place.lineStart, line: place.line, reading: .none))
    }
  }

  /// Fills the batch with records; false if policies are missing for someone among them.
  private func fill(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ block: LineBlock, _ place: inout BlockPlace
  ) throws -> Bool {
    guard let program = try begun(), let columns else {
      while place.at < end, lines.count < batchLength { takeWhole(base, end, block, &place) }
      return true
    }
    if let rows {
      return try fillFromRows(rows, base, end, block, program, columns, &place)
    }
    if block.list != nil {
      return try fillFromList(base, end, block, program, columns, &place)
    }
    while place.at < end, lines.count < batchLength {
      let at = place.at
      var start = at
      while base[start] == 0x20 || base[start] == 0x09 || base[start] == 0x0D { start += 1 }
      if base[start] == 0x0A {
        place.endLine(start + 1)
        continue
      }
      if let reading = columns.read(base + start, isLine: true) {
        let length = reading.length(from: base + start)
        if let stop = CheckWorker.lineEnd(base, start + length, end) {
          lines.append(
            PieceLine(
              start: start, end: start + length, lineStart: at, line: place.line, isRead: true,
              reading: reading, place: program.contactCount))
          guard try settle(reading.number, program, columns) else { return false }
          place.endLine(min(stop + 1, end))
          continue
        }
        // Something follows it on its line.
        program.batch.dropLast()
      }
      let before = lines.count
      takeWhole(base, end, block, &place)
      if lines.count > before, try !append(before, program) { return false }
    }
    return true
  }

  /// Where the line feed behind a record stands; nil if anything but white space is before it.
  @inline(__always) private static func lineEnd(
    _ base: UnsafePointer<UInt8>, _ from: Int, _ end: Int
  ) -> Int? {
    var at = from
    while at < end {
      switch base[at] {
      case 0x0A: return at
      case 0x20, 0x09, 0x0D: at += 1
      default: return nil
      }
    }
    return end
  }

  // MARK: filling

  private func begun() throws -> Program? {
    if program == nil {
      bench.load(.targets)
      program = Program(bench.judge, generation: generation, limits: classLimits)
      columns = program.map { ContactColumns($0.batch, world: world, options: options) }
      passAllAgain()
      mayHaveProgram = program != nil
      numberClasses.removeAll()
      outside.removeAll()
      batchTally.forgetGrounds()
    }
    guard let program else { return nil }
    if program.classes.isFull {
      if tellsCounts { tally.forgetClasses(program) }
      program.classes.forget()
    }
    program.clear()
    columns?.forgetStrangers()
    return program
  }

  private func loadAll() throws {
    bench.load(.all)
    guard let program else { return }
    if tellsCounts { tally.forgetProgram(program) }
    generation = program.classes.generation + 1
    self.program = nil
  }

  /// Finds the ground of the contact read last; false if policies are missing.
  func settle(
    _ number: NumberInColumns, _ program: Program, _ columns: ContactColumns
  ) throws -> Bool {
    switch number.state {
    case .unknown, .none:
      let isNone = number.state == .none
      return try program.settle(
        numberClass: isNone ? Program.numberIsNone : Program.noNumber, hasNumber: false,
        phone: { isNone ? .none : .unknown }, mayJudge: { bench.suffices(for: $0) })
    case .plain:
      let own = Int(number.numberClass)
      while numberClasses.count <= own {
        let next = Int32(truncatingIfNeeded: numberClasses.count)
        numberClasses.append(program.numberClass(of: columns.analysis(ofClass: next)))
      }
      return try program.settle(
        numberClass: numberClasses[own], hasNumber: true,
        phone: {
          .phone(
            String(
              decoding: UnsafeBufferPointer(start: number.start, count: number.length),
              as: UTF8.self))
        }, mayJudge: { bench.suffices(for: $0) })
    case .odd:
      guard let odd = columns.oddNumber else { return true }
      kept[lines.count - 1] = KeptRecord(phone: odd.written)
      lines[lines.count - 1].isKept = true
      return try program.settle(
        numberClass: program.numberClass(of: odd.analysis), hasNumber: odd.analysis.e164 != nil,
        phone: { .phone(odd.written) }, mayJudge: { bench.suffices(for: $0) })
    }
  }

  /// Adds a contact that was read whole; false if policies are missing.
  func append(_ index: Int, _ program: Program) throws -> Bool {
    guard let record = whole(index), case .contact(let contact) = record.content,
      misspelling(record) == nil
    else { return true }
    pass(record.unknownKeys)
    lines[index].place = program.contactCount
    return try program.append(contact, mayJudge: { bench.suffices(for: $0) })
  }

  private func fillFromRecords() throws {
    while true {
      if try fillOnce() { break }
      try loadAll()
    }
    program?.run()
  }

  private func fillOnce() throws -> Bool {
    guard let program = try begun() else { return true }
    for index in lines.indices {
      lines[index].place = -1
      guard try append(index, program) else { return false }
    }
    return true
  }
}
