import FenceCore
import OutreachFacts

/// How a worker reads the elements of a JSON list.
extension CheckWorker {
  /// Takes the next object as a record that is still to be read.
  func takeObject(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ block: LineBlock, _ place: inout BlockPlace
  ) {
    guard let start = begin(base, end, block, &place) else { return }
    let stop = block.end(ofObject: start)
    keep(start, stop, block, place)
    pass(to: stop, base, block, &place)
  }

  /// Fills the batch with objects; false if policies are missing for someone among them.
  func fillFromList(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ block: LineBlock, _ program: Program,
    _ columns: ContactColumns, _ place: inout BlockPlace
  ) throws -> Bool {
    while lines.count < batchLength, let start = begin(base, end, block, &place) {
      guard let reading = columns.read(base + start, isLine: false) else {
        let before = lines.count
        takeObject(base, end, block, &place)
        if lines.count > before, try !append(before, program) { return false }
        continue
      }
      let stop = start + reading.length(from: base + start)
      lines.append(
        PieceLine(
          start: start, end: stop, lineStart: place.lineStart, line: place.line, isRead: true,
          reading: reading, place: program.contactCount))
      pass(to: stop, base, block, &place)
      guard try settle(reading.number, program, columns) else { return false }
    }
    return true
  }

  /// Goes to where the next object begins; nil at the end of the block.
  private func begin(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ block: LineBlock, _ place: inout BlockPlace
  ) -> Int? {
    var start = place.at
    while start < end, base[start] != 0x7B { start += 1 }
    pass(to: start, base, block, &place)
    return start < end ? start : nil
  }

  /// Goes to a byte, and counts the lines before it.
  @inline(__always) private func pass(
    to next: Int, _ base: UnsafePointer<UInt8>, _ block: LineBlock, _ place: inout BlockPlace
  ) {
    if block.list == .inLines {
      for at in place.at..<next where base[at] == 0x0A {
        place.line += 1
        place.lineStart = at + 1
      }
    }
    place.at = next
  }
}
