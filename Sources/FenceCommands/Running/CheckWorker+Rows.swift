import FenceCore
import OutreachFacts

/// How a worker reads the rows of tables.
extension CheckWorker {
  /// Makes ready for a block: its rows, if it is of a table.
  func begin(_ block: LineBlock, _ base: UnsafePointer<UInt8>) {
    guard let table = block.table else {
      rows = nil
      return
    }
    if rows?.table !== table { rows = RowCursor(table) }
    rows?.begin(block, at: base)
    result.file = block.file
  }

  /// Takes the next row as records that were read by the exact reader.
  func takeRow(
    _ base: UnsafePointer<UInt8>, _ block: LineBlock, _ place: inout BlockPlace
  ) {
    guard let rows else { return }
    rows.take(base + place.at)
    place.lineStart = place.at
    if isContact(rows) { keep(place.at, place.at + rows.length, block, place) }
    place.at += rows.whole
    place.line += rows.lines
  }

  /// Fills the batch with rows; false if policies are missing for someone among them.
  func fillFromRows(
    _ rows: RowCursor, _ base: UnsafePointer<UInt8>, _ end: Int, _ block: LineBlock,
    _ program: Program, _ columns: ContactColumns, _ place: inout BlockPlace
  ) throws -> Bool {
    while place.at < end, lines.count < batchLength {
      rows.take(base + place.at)
      place.lineStart = place.at
      let own = place
      place.at += rows.whole
      place.line += rows.lines
      guard isContact(rows) else { continue }
      if let reading = columns.read(rows) {
        lines.append(
          PieceLine(
            start: own.at, end: own.at + rows.length, lineStart: own.at, line: own.line,
            isRead: true, reading: reading, place: program.contactCount))
        guard try settle(reading.number, program, columns) else { return false }
        continue
      }
      let before = lines.count
      keep(own.at, own.at + rows.length, block, own)
      for index in before..<lines.count {
        guard try append(index, program) else { return false }
      }
    }
    return true
  }

  /// Whether a row is more than blanks, which are counted.
  private func isContact(_ rows: RowCursor) -> Bool {
    guard !rows.isEmpty else { return false }
    guard rows.isBlank else { return true }
    blankRows += 1
    return false
  }
}
