import FenceCore
import FenceReports
import FenceWorkspace
import Outreach
import OutreachFacts

/// What a worker makes of single records, once their batch is judged.
extension CheckWorker {
  /// Adds every record to the result; false if the run has to stop at one of them.
  func emitAll() throws -> Bool {
    result.blankRows += blankRows
    defer { endBatch() }
    guard let program else {
      for index in lines.indices { guard try emitSingly(index) else { return false } }
      return true
    }
    return try emitAll(program)
  }

  private func emitAll(_ program: Program) throws -> Bool {
    for index in lines.indices {
      if try emitByClass(index, program) {
        result.hasReadable = true
      } else if try !emitSingly(index) {
        return false
      }
    }
    return true
  }

  /// Adds a record that is looked at by itself; false if the run has to stop at it.
  @inline(never) private func emitSingly(_ index: Int) throws -> Bool {
    writeContacts()
    let checked = judged(index)
    let separators = report.separators
    if hasWritten { sink.append(separators.next) }
    let bytes = report.record(checked)
    sink.append(bytes)
    hasWritten = hasWritten || !bytes.isEmpty
    result.summary.add(checked)
    try addToList(index, checked.decision)
    guard case .bad(let bad) = checked else {
      result.hasReadable = true
      return true
    }
    result.hasDamaged = true
    if stopsAtBadRecords { result.stop = bad }
    return !stopsAtBadRecords
  }

  /// What a record was read as, if it was read whole.
  private func read(_ index: Int) -> ContactRecord? {
    lines[index].isKept ? kept[index]?.record : nil
  }

  // MARK: one by one

  private func judged(_ index: Int) -> CheckedRecord {
    if let program, lines[index].place >= 0 {
      let place = lines[index].place
      let (id, phone) = names(index)
      let before = program.contactsAsked
      let judgement = program.judgement(of: place, id: id, phone: phone, in: self)
      result.judgedSingly += program.contactsAsked - before
      countNumber(judgement.number, line(index))
      noteKeys(of: index)
      return .judged(
        judgement, origin(index), outside: placeOutside(index, program, place))
    }
    guard let record = whole(index) else {
      return unreadable(
        FactProblem(.syntax, "nothing can be read of it", at: .startOfFile), id: nil)
    }
    switch record.content {
    case .bad(let bad): return unreadable(bad.problem, id: bad.id)
    case .contact(let contact):
      note(record)
      if let key = misspelling(record) {
        let problem = FactProblem(
          .unknownKey, "no field is called `\(key.path)`", at: key.place, suggestion: key.nearest)
        return unreadable(problem, id: contact["id"].value.text)
      }
      let judgement = bench.judge(for: contact).judge(contact)
      result.judgedSingly += 1
      countNumber(judgement.number, contact.origin.line)
      return .judged(judgement, contact.origin, outside: targets.placeOutside(contact))
    }
  }

  private func unreadable(_ problem: FactProblem, id: String?) -> CheckedRecord {
    .bad(
      UnreadableRecord(
        id: id, file: file, line: problem.place.line, column: problem.place.column,
        message: problem.sentence))
  }

  /// Counts the keys of a record that no field has, and repairs of its number.
  @inline(__always) func noteKeys(of index: Int) {
    let line = lines[index]
    guard line.isRead else {
      if let record = read(index) { note(record) }
      return
    }
    if line.reading.strangerCount > 0, let columns {
      passedKeys.count(columns.strangers(in: line.reading))
    }
  }

  /// Has columns pass over keys that were met now.
  func pass(_ keys: [UnknownKey]) {
    for key in keys {
      if let number = passedKeys.add(key) { columns?.pass(key, number: number) }
    }
  }

  /// Has new columns pass over the keys that were met before.
  func passAllAgain() {
    for (number, key) in passedKeys.keys.enumerated() {
      columns?.pass(key, number: Int32(truncatingIfNeeded: number))
    }
  }

  private func note(_ record: ContactRecord) {
    result.strangers.add(record.unknownKeys)
    if let repair = record.row?.repair { result.repairs.add(repair, file) }
  }

  func countNumber(_ key: UInt64?, _ line: Int32) {
    if let key {
      result.numbers.append((keyedHash?.hash(key) ?? key, line))
    } else {
      result.unnumbered += 1
    }
  }

  func line(_ index: Int) -> Int32 {
    let line = lines[index]
    if line.isRead, let first = block?.place.line { return Int32(clamping: first + line.line) }
    return contact(index).origin.line
  }

  func origin(_ index: Int) -> Origin {
    let line = lines[index]
    if line.isRead, let block {
      return block.origin(line.start, lineStart: line.lineStart, line: line.line)
    }
    return contact(index).origin
  }

  /// The place outside the targets to which a contact points, found once for all of a ground with valid numbers.
  func placeOutside(_ index: Int, _ program: Program, _ place: Int) -> String? {
    let ground = program.groundNumber(of: place)
    // Whose number is written with its country, what it tells does not depend on the contact.
    guard ground >= 0, lines[index].isRead,
      lines[index].reading.number.state == .plain || kept[index]?.phone?.utf8.first == 0x2B
    else {
      return targets.placeOutside(contact(index))
    }
    return placeOutside(ofGround: ground, program)
  }

  /// The place outside the targets to which all of a ground with valid numbers point.
  func placeOutside(ofGround ground: Int, _ program: Program) -> String? {
    if outside.count <= ground {
      outside += Array(repeating: nil, count: ground + 1 - outside.count)
    }
    if let known = outside[ground] { return known }
    let found = targets.placeOutside(program.record(ofGround: ground))
    outside[ground] = .some(found)
    return found
  }

  /// The id and number of a contact, as reports name it.
  func names(_ index: Int) -> (id: String, phone: String) {
    let line = lines[index]
    let reading = line.reading
    guard line.isRead, !reading.hasOddID else {
      let contact = contact(index)
      return (contact["id"].value.text ?? "", contact["phone"].value.text ?? "")
    }
    let id = String(decoding: reading.id, as: UTF8.self)
    guard reading.number.state == .plain else { return (id, kept[index]?.phone ?? "") }
    return (
      id,
      String(
        decoding: UnsafeBufferPointer(start: reading.number.start, count: reading.number.length),
        as: UTF8.self)
    )
  }

  // MARK: records

  /// A contact of the batch, read whole.
  func record(at place: Int) -> FactRecord {
    // Most lines are contacts of the batch, so that the line is near.
    var index = min(place, lines.count - 1)
    while index < lines.count - 1, lines[index].place < place { index += 1 }
    return contact(index)
  }

  /// A record of the part as the exact reader reads it.
  func whole(_ index: Int) -> ContactRecord? {
    if let record = kept[index]?.record { return record }
    let line = lines[index]
    let raw =
      kept[index]?.raw
      ?? block?.records(line.start..<line.end, lineStart: line.lineStart, line: line.line).first
    let record = raw?.read()
    kept[index, default: KeptRecord()].record = record
    lines[index].isKept = true
    return record
  }

  /// A contact of the part, read whole.
  func contact(_ index: Int) -> FactRecord {
    guard case .contact(let contact)? = whole(index)?.content else { return FactRecord(.contact) }
    return contact
  }

  /// A misspelt key that hides a list that rules look at, and would pass for one that nobody supplied.
  func misspelling(_ record: ContactRecord) -> UnknownKey? {
    guard let reads = options.reads else { return nil }
    return record.unknownKeys.first { $0.hides(listIn: reads) }
  }

  // MARK: split lists

  func addToList(_ index: Int, _ own: Decision) throws {
    guard !decisions.isEmpty else { return }
    if let record = read(index), case .bad(let bad) = record.content,
      bad.problem.kind == .tooLong
    {
      throw Failure.input(
        "\(file):\(record.place.line): this record is too long to be put on a list; mend the file")
    }
    var decision = own
    // A row with several numbers is a record for each, and goes to the list of the worst of them.
    if let row = read(index)?.row {
      decision = max(heldDecision ?? decision, decision)
      heldDecision = row.isLastOfRow ? nil : decision
      guard row.isLastOfRow else { return }
    }
    append(index, to: decision)
  }

  private func append(_ index: Int, to decision: Decision) {
    let line = lines[index]
    guard decisions.contains(decision), let framing else { return }
    var list = result.lists[decision] ?? []
    result.lists[decision] = nil
    if case .list = framing, !list.isEmpty { list += Array(",\n".utf8) }
    let before = list.count
    if let raw = kept[index]?.raw {
      list += raw.bytes
    } else if let block {
      list += block.bytes[line.start..<line.end]
    }
    if case .lines(_, let ending) = framing, list.count > before { list += ending }
    result.lists[decision] = list
  }
}

extension CheckedRecord {
  /// What is to be done with the record; nothing is known of one that could not be read.
  fileprivate var decision: Decision {
    switch self {
    case .judged(let judgement, _, _): judgement.decision
    case .bad: .review
    }
  }
}
