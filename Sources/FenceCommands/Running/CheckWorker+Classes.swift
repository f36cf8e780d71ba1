import FenceCore
import FenceReports
import Outreach
import OutreachFacts

/// What a worker makes of contacts whose attempts are judged like others.
extension CheckWorker {
  /// Counts a contact whose attempts are judged like others; false if it has to be looked at by itself.
  @inline(__always) func emitByClass(_ index: Int, _ program: Program) throws -> Bool {
    let line = lines[index]
    guard line.place >= 0, let found = program.classes(of: line.place, in: self) else {
      return false
    }
    if tellsCounts, tally.add(found.classes, program) { show(found, index, program) }
    batchTally.add(found.decision)
    var segments: Int32 = -1
    if program.hasSegments { segments = countSegments(line.place, program) }
    if showsContacts { write(found, segments, index, program) }
    countNumber(program.number(of: line.place), self.line(index))
    countPlace(index, program)
    noteKeys(of: index)
    if !decisions.isEmpty { try addToList(index, found.decision) }
    return true
  }

  /// Keeps the contact as an example of what was found of it.
  @inline(never) private func show(_ found: ClassedAttempts, _ index: Int, _ program: Program) {
    tally.show(
      found.classes, program,
      {
        let (id, phone) = names(index)
        return CheckSummary.ExampleContact(id: id, phone: phone, origin: origin(index))
      }, &result.summary)
  }

  /// Counts a contact by its segments; says the number of their set.
  private func countSegments(_ place: Int, _ program: Program) -> Int32 {
    let set = program.segmentSet(of: place, in: self)
    batchTally.add(segmentSet: set)
    return Int32(truncatingIfNeeded: set)
  }

  /// Counts a contact by what its place tells, which is the same for all of a ground whose numbers are valid.
  @inline(__always) private func countPlace(_ index: Int, _ program: Program) {
    let line = lines[index]
    let ground = program.groundNumber(of: line.place)
    if line.isRead, line.reading.number.state == .plain {
      return batchTally.add(ground: ground) {
        PlaceTold(
          whereabouts: program.whereabouts(ofGround: ground),
          outside: placeOutside(ofGround: ground, program))
      }
    }
    if let told = program.whereabouts(ofGround: ground) { result.summary.addWhereabouts(told) }
    if let outside = placeOutside(index, program, line.place) {
      result.summary.addOutside(outside)
    }
  }

  /// Adds the contact to those that are to be written to the report.
  private func write(
    _ found: ClassedAttempts, _ segments: Int32, _ index: Int, _ program: Program
  ) {
    let (reading, place) = (lines[index].reading, lines[index].place)
    if lines[index].isRead, !reading.hasOddID, reading.number.state == .plain {
      shown.append(
        ClassedContact(
          id: reading.id,
          phone: UnsafeBufferPointer(start: reading.number.start, count: reading.number.length),
          isCanonical: true, classes: found.classes, segments: segments, place: place,
          decision: found.decision))
      return
    }
    writeContacts()
    var (id, phone) = names(index)
    id.withUTF8 { id in
      phone.withUTF8 { phone in
        shown.append(
          ClassedContact(
            id: id, phone: phone, isCanonical: false, classes: found.classes, segments: segments,
            place: place, decision: found.decision))
        writeContacts()
      }
    }
  }

  /// Writes the contacts that are to be written to the report.
  func writeContacts() {
    guard let program, !shown.isEmpty else { return }
    shown.withUnsafeBufferPointer { shown in
      report.contacts(
        ClassedContacts(
          shown, program: program, records: self, texts: classTexts, follow: hasWritten), to: sink)
    }
    hasWritten = true
    shown.removeAll(keepingCapacity: true)
  }

  /// Hands over what is held back of a batch.
  func endBatch() {
    writeContacts()
    guard let program else { return }
    batchTally.settle(in: &result.summary, program)
  }
}
