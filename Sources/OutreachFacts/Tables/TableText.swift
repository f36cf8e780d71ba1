/// The bytes of a generated table, read in place: a table costs nothing until it is asked.
struct TableText: Sendable {
  private let literal: StaticString

  /// The bytes that this part of the table takes.
  let range: Range<Int>

  /// Takes a whole literal.
  init(_ literal: StaticString) {
    self.literal = literal
    range = 0..<literal.utf8CodeUnitCount
  }

  private init(_ literal: StaticString, _ range: Range<Int>) {
    self.literal = literal
    self.range = range
  }

  /// The bytes of this part, which live as long as the program.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: literal.utf8Start + range.lowerBound, count: range.count)
  }

  /// A part of the same table.
  func part(_ range: Range<Int>) -> TableText {
    TableText(literal, range.clamped(to: self.range))
  }

  /// The parts of a table whose first line gives their lengths in bytes.
  var parts: [TableText] {
    let head = line(from: range.lowerBound)
    var start = head.upperBound + 1
    return fields(head).map { length in
      defer { start += number(length) ?? 0 }
      return part(start..<start + (number(length) ?? 0))
    }
  }

  /// The byte at a place; a newline outside the table.
  func byte(_ index: Int) -> UInt8 {
    range.contains(index) ? literal.utf8Start[index] : 0x0A
  }

  /// The bytes of a part as text.
  func text(_ part: Range<Int>) -> String {
    let part = part.clamped(to: range)
    return String(
      decoding: UnsafeBufferPointer(start: literal.utf8Start + part.lowerBound, count: part.count),
      as: UTF8.self)
  }

  /// The line that starts at a place, without its newline.
  func line(from start: Int) -> Range<Int> {
    start..<end(of: 0x0A, from: start)
  }

  /// The lines of the part, one by one.
  var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let line = line(from: start)
      lines.append(line)
      start = line.upperBound + 1
    }
    return lines
  }

  /// The parts of a line between separators.
  func fields(_ line: Range<Int>, _ separator: UInt8 = 0x7C) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = line.lowerBound
    for index in line where byte(index) == separator {
      fields.append(start..<index)
      start = index + 1
    }
    fields.append(start..<line.upperBound)
    return fields
  }

  /// The part of a line between separators with a number, from 0; empty if there are fewer.
  func field(_ number: Int, of line: Range<Int>) -> Range<Int> {
    var (start, left) = (line.lowerBound, number)
    while left > 0, start < line.upperBound {
      start = min(end(of: 0x7C, from: start) + 1, line.upperBound)
      left -= 1
    }
    return start..<min(end(of: 0x7C, from: start), line.upperBound)
  }

  /// The words of a part, which single spaces separate.
  func words(_ part: Range<Int>) -> [String] {
    part.isEmpty ? [] : fields(part, 0x20).map { text($0) }
  }

  /// A decimal number, with or without a minus sign; nil if the part holds anything else.
  func number(_ part: Range<Int>) -> Int? {
    Int(text(part))
  }

  /// The line whose first field is a key, among lines sorted by that field's bytes.
  ///
  /// - Complexity: logarithmic in the length of the table.
  func find(_ key: String, separator: UInt8 = 0x7C) -> Range<Int>? {
    let key = Array(key.utf8)
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      var start = low + (high - low) / 2
      while start > low, byte(start - 1) != 0x0A { start -= 1 }
      let line = line(from: start)
      let found = start..<min(end(of: separator, from: start), line.upperBound)
      switch compare(key, found) {
      case 0: return line
      case ..<0: high = start
      default: low = line.upperBound + 1
      }
    }
    return nil
  }

  private func compare(_ key: [UInt8], _ part: Range<Int>) -> Int {
    for (mine, index) in zip(key, part) {
      let theirs = byte(index)
      if mine != theirs { return mine < theirs ? -1 : 1 }
    }
    return key.count - part.count
  }

  private func end(of terminator: UInt8, from start: Int) -> Int {
    guard start >= range.lowerBound else { return start }
    let bytes = literal.utf8Start
    var index = start
    while index < range.upperBound, bytes[index] != terminator { index &+= 1 }
    return index
  }
}
