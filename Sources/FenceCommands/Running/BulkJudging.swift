import FenceCore
import FenceWorkspace
import Outreach
import OutreachFacts

/// Judges the contacts of files in batches: their columns by the program, and what it leaves by the judge.
///
/// A list of a few contacts is judged by the judge alone, before a program for it would be made.
final class BulkJudging {
  private let contacts: ContactFiles
  private let bench: Bench
  private let targets: Targets
  private let world: World
  private let options: FactDecoder.Options
  private let reads: FactSet?

  private var program: Program?
  private var columns: ContactColumns?
  private var mayHaveProgram = true
  private var queue: [Line] = []
  private var place = 0
  private var problem: (any Error)?
  private var likenesses = 0
  private var outside: [Int: String?] = [:]
  private var isFirst = true
  /// The last contact that was judged, for what is said of the whole list.
  private var last: Line?

  /// How many contacts are judged together.
  private static let batchLength = 512
  /// Up to how many contacts are judged without a program.
  private static let fewContacts = 128

  init(
    _ contacts: ContactFiles, _ bench: Bench, _ targets: Targets, _ world: World,
    _ options: FactDecoder.Options
  ) {
    self.targets = targets
    self.contacts = contacts
    self.bench = bench
    self.world = world
    self.options = options
    reads = options.reads
  }

  /// A record and what became of it.
  struct Judged {
    /// The record as far as it had to be read.
    var record: ContactRecord
    var file: String
    /// How its file's records are put together.
    var framing: RecordFraming?
    var outcome: Outcome

    enum Outcome {
      /// Judged, with where the contact begins, and the place it points to if that lies outside the plan's targets.
      case contact(ContactJudgement, Origin, outside: String?)
      /// A misspelt key that hides a list that rules look at, and the record's id.
      case misspelt(UnknownKey, id: String?)
      case bad(BadRecord)
    }
  }

  /// A record on its way: read into columns, or whole.
  private struct Line {
    var raw: RawContact
    var file: String
    var framing: RecordFraming?
    var reading: ContactColumns.Reading?
    var record: ContactRecord?
    /// The contact's place in the program's batch, if it is judged there.
    var place: Int?
  }

  /// The next record; nil after the last.
  ///
  /// - Throws: what reading throws, after the records before it.
  func next() throws -> Judged? {
    if place == queue.count { try refill() }
    guard place < queue.count else {
      if let problem { throw problem }
      return nil
    }
    place += 1
    return try judged(queue[place - 1])
  }

  /// The segments that are counted.
  var segments: [Segment] { bench.judge.segments }

  /// What is said of the list once every record has been judged.
  func listFindings() -> [Finding] {
    guard let program, let last, case .contact(let contact) = whole(last).content else {
      return bench.judge.listFindings()
    }
    return program.listFindings(last: contact)
  }

  // MARK: batches

  private func refill() throws {
    queue.removeAll(keepingCapacity: true)
    place = 0
    let length = isFirst ? BulkJudging.fewContacts : BulkJudging.batchLength
    do {
      while queue.count < length, let (raw, file) = try contacts.nextRaw() {
        queue.append(Line(raw: raw, file: file, framing: contacts.framing))
      }
    } catch {
      problem = error
    }
    defer { isFirst = false }
    guard !isFirst || queue.count == length, !queue.isEmpty, mayHaveProgram else { return }
    while !(try fill()) {
      try bench.loadAll()
      likenesses = program?.nextLikeness ?? 0
      program = nil
      outside.removeAll()
    }
    program?.run()
  }

  /// Fills the batch with the queue; false if policies are missing for someone in it.
  private func fill() throws -> Bool {
    if program == nil {
      program = Program(bench.judge)
      columns = program.map { ContactColumns($0.batch, world: world, options: options) }
      mayHaveProgram = program != nil
      program?.nextLikeness = likenesses
    }
    guard let program, let columns else { return true }
    program.clear()
    for index in queue.indices {
      guard try fill(&queue[index], program, columns) else { return false }
    }
    return true
  }

  private func fill(_ line: inout Line, _ program: Program, _ columns: ContactColumns) throws
    -> Bool
  {
    if line.record == nil, line.raw.jsonFile != nil {
      let reading = line.raw.bytes.withUnsafeBufferPointer {
        columns.read($0, 0..<line.raw.bytes.count)
      }
      if let reading {
        line.reading = reading
        line.place = program.contactCount
        return try program.settle(
          number: reading.number, phone: reading.phone, mayJudge: bench.suffices)
      }
    }
    let record = line.record ?? line.raw.read()
    line.record = record
    guard case .contact(let contact) = record.content, misspelling(record) == nil else {
      return true
    }
    line.place = program.contactCount
    return try program.append(contact, mayJudge: bench.suffices)
  }

  // MARK: single records

  private func judged(_ line: Line) throws -> Judged {
    if let program, let place = line.place {
      let (id, phone) = names(line)
      let judgement = program.judgement(
        of: place, id: id, phone: phone, line: Int32(clamping: line.raw.place.line)
      ) { contact(whole(line)) }
      last = line
      let origin =
        line.raw.jsonFile.map { line.raw.place.origin(file: $0) } ?? contact(whole(line)).origin
      return Judged(
        record: line.record ?? line.raw.unread(), file: line.file, framing: line.framing,
        outcome: .contact(
          judgement, origin, outside: placeOutside(line, program.ground(of: place))))
    }
    let record = whole(line)
    let outcome: Judged.Outcome
    switch record.content {
    case .bad(let bad): outcome = .bad(bad)
    case .contact(let contact):
      if let key = misspelling(record) {
        outcome = .misspelt(key, id: contact["id"].value.text)
      } else {
        let judgement = try bench.judge(for: contact).judge(contact)
        outcome = .contact(
          judgement, contact.origin, outside: targets.placeOutside(contact))
      }
    }
    return Judged(
      record: record, file: line.file, framing: line.framing, outcome: outcome)
  }

  /// The place outside the targets to which contacts of a ground point, found once for all whose numbers are valid.
  private func placeOutside(_ line: Line, _ ground: (number: Int, record: FactRecord)?) -> String? {
    guard let ground, line.reading?.number?.isValid == true else {
      return targets.placeOutside(contact(whole(line)))
    }
    if let known = outside[ground.number] { return known }
    let place = targets.placeOutside(ground.record)
    outside[ground.number] = .some(place)
    return place
  }

  private func whole(_ line: Line) -> ContactRecord { line.record ?? line.raw.read() }

  private func contact(_ record: ContactRecord) -> FactRecord {
    guard case .contact(let contact) = record.content else { return FactRecord(.contact) }
    return contact
  }

  /// A misspelt key that hides a list that rules look at, and would pass for one that nobody supplied.
  private func misspelling(_ record: ContactRecord) -> UnknownKey? {
    guard let reads else { return nil }
    return record.unknownKeys.first { $0.hides(listIn: reads) }
  }

  /// The id and number of a contact, as reports name it.
  private func names(_ line: Line) -> (id: String, phone: String) {
    guard let reading = line.reading else {
      let contact = contact(whole(line))
      return (contact["id"].value.text ?? "", contact["phone"].value.text ?? "")
    }
    var id = ""
    if let range = reading.id {
      let bytes = line.raw.bytes[range]
      id =
        bytes.contains(UInt8(ascii: "\\"))
        ? contact(whole(line))["id"].value.text ?? "" : String(decoding: bytes, as: UTF8.self)
    }
    return (id, reading.phone.text ?? "")
  }
}
