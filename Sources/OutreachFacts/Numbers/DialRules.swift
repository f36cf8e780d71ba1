/// Rules that take prefixes off dialled digits: international prefixes, trunk prefixes, codes of carriers.
///
/// Each is a little program, described in `rules.py`, that tries ways in the order of the library's pattern.
struct DialRules: Sendable {
  /// Programs and what each puts before the digits, by the number of the rule; rule 0 reads nothing.
  private var starts: [Int] = []
  private var before: [[UInt8]] = []
  private var operations: [(letter: UInt8, value: UInt16)] = []

  init(_ table: TableText) {
    for line in table.lines {
      // A program may hold the sign that ends a field.
      let digits = table.fields(line)[0]
      starts.append(operations.count)
      before.append(table.text(digits).utf8.map { $0 - 0x30 })
      var cells = PackedCells(table, from: digits.upperBound + 1)
      for _ in 0..<(line.upperBound - digits.upperBound - 1) / 3 {
        operations.append((cells.letter(), cells.next()))
      }
    }
  }

  /// How many digits at the beginning a rule reads; nil if it does not fit.
  func length(_ rule: Int, of digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard rule > 0 else { return nil }
    return way(starts[rule], from: starts[rule], at: 0, Kept(), digits)?.end
  }

  /// Writes what a rule leaves of digits: what it puts before, what it keeps, and the rest.
  ///
  /// - Returns: false if the rule does not fit, or changes nothing.
  func apply(
    _ rule: Int, to digits: UnsafeBufferPointer<UInt8>, into buffer: inout DigitBuffer
  ) -> Bool {
    guard rule > 0, let way = way(starts[rule], from: starts[rule], at: 0, Kept(), digits) else {
      return false
    }
    if let start = way.kept.start, let end = way.kept.end {
      for digit in before[rule] { buffer.append(digit) }
      for digit in digits[start..<end] { buffer.append(digit) }
    } else if way.end == 0 {
      return false
    }
    for digit in digits[way.end...] { buffer.append(digit) }
    return true
  }

  private struct Kept {
    var start: Int?
    var end: Int?
  }

  /// Goes on at an operation and a digit; targets count from the beginning of the program.
  ///
  /// Programs have no loops, so it ends; it nests no deeper than a program has branches.
  private func way(
    _ base: Int, from start: Int, at first: Int, _ before: Kept,
    _ digits: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, kept: Kept)? {
    var (at, index, kept) = (start, first, before)
    while at < operations.count {
      let (letter, value) = operations[at]
      at += 1
      switch letter {
      case UInt8(ascii: "d"):
        guard index < digits.count, value & (1 << UInt16(digits[index])) != 0 else { return nil }
        index += 1
      case UInt8(ascii: "s"):
        if let found = way(base, from: at, at: index, kept, digits) { return found }
        at = base + Int(value)
      case UInt8(ascii: "j"): at = base + Int(value)
      case UInt8(ascii: "b"): kept.start = index
      case UInt8(ascii: "e"): kept.end = index
      case UInt8(ascii: "z"):
        guard index == digits.count else { return nil }
      default: return (index, kept)
      }
    }
    return nil
  }
}
