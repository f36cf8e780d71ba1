import FenceCore
import OutreachFacts

/// How a worker reads the elements of a JSON list.
extension CheckWorker {
  /// Takes the next object as a record that is still to be read.
  func takeObject(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ block: LineBlock, _ place: inout BlockPlace
  ) {
    guard let start = nextObject(base, end, block, &place) else { return }
    let stop = block.end(ofObject: start)
    keep(start, stop, block, place)
    pass(to: stop, base, block, &place)
  }

  /// Fills the batch with objects; false if policies are missing for someone among them.
  func fillFromList(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ block: LineBlock, _ program: Program,
    _ columns: ContactColumns, _ place: inout BlockPlace
  ) throws -> Bool {
    while lines.count < batchLength, let start = nextObject(base, end, block, &place) {
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
  private func nextObject(
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
    if block.list == .inLines { countLines(to: next, base, &place) }
    place.at = next
  }

  /// Counts the lines before a byte, eight bytes at a time, behind which zeros follow.
  private func countLines(
    to next: Int, _ base: UnsafePointer<UInt8>, _ place: inout BlockPlace
  ) {
    var at = place.at
    while at < next {
      let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self).littleEndian
      let feeds = word ^ 0x0A0A_0A0A_0A0A_0A0A
      // The lowest bit found is that of a line feed.
      let found = (feeds &- 0x0101_0101_0101_0101) & ~feeds & 0x8080_8080_8080_8080
      guard found != 0 else {
        at &+= 8
        continue
      }
      at &+= found.trailingZeroBitCount &>> 3 &+ 1
      guard at <= next else { return }
      place.line += 1
      place.lineStart = at
    }
  }
}
