/// Rules that take prefixes off dialled digits: international prefixes, trunk prefixes, codes of carriers.
///
/// Each is a little program, described in `rules.py`, that tries ways in the order of the library's pattern.
///
/// The programs live as long as the program that reads numbers by them.
struct DialRules: @unchecked Sendable {
  /// Programs, what each puts before the digits, and the digits with which it can begin, by the number of the rule; rule 0
  /// reads nothing.
  private var rules: [Rule] = []
  private let operations: UnsafeBufferPointer<Operation>

  private struct Rule {
    var start: Int
    var before: [UInt8]
    var firsts: UInt16 = 0
  }

  private struct Operation {
    var letter: UInt8
    var value: UInt16
  }

  init(_ table: TableText) {
    var all: [Operation] = []
    for line in table.lines {
      // A program may hold the sign that ends a field.
      let digits = table.fields(line)[0]
      rules.append(Rule(start: all.count, before: table.text(digits).utf8.map { $0 - 0x30 }))
      var cells = PackedCells(table, from: digits.upperBound + 1)
      for _ in 0..<(line.upperBound - digits.upperBound - 1) / 3 {
        all.append(Operation(letter: cells.letter(), value: cells.next()))
      }
    }
    let memory = UnsafeMutableBufferPointer<Operation>.allocate(capacity: all.count)
    _ = memory.initialize(from: all)
    operations = UnsafeBufferPointer(memory)
    for index in rules.indices {
      rules[index].firsts = firsts(rules[index].start, from: rules[index].start)
    }
  }

  /// The digits with which a program can go on at an operation, a bit each; all of them where it may read none.
  private func firsts(_ base: Int, from start: Int) -> UInt16 {
    var at = start
    var found: UInt16 = 0
    while at < operations.count {
      let operation = operations[at]
      at += 1
      switch operation.letter {
      case UInt8(ascii: "d"): return found | operation.value
      case UInt8(ascii: "s"):
        found |= firsts(base, from: at)
        at = base + Int(operation.value)
      case UInt8(ascii: "j"): at = base + Int(operation.value)
      case UInt8(ascii: "b"), UInt8(ascii: "e"): continue
      default: return 0x3FF
      }
    }
    return found
  }

  /// How many digits at the beginning a rule reads; nil if it does not fit.
  func length(_ rule: Int, of digits: UnsafeBufferPointer<UInt8>) -> Int? {
    guard canBegin(rule, digits) else { return nil }
    return way(rules[rule].start, from: rules[rule].start, at: 0, Kept(), digits)?.end
  }

  /// Writes what a rule leaves of digits: what it puts before, what it keeps, and the rest.
  ///
  /// - Returns: false if the rule does not fit, or changes nothing.
  func apply(
    _ rule: Int, to digits: UnsafeBufferPointer<UInt8>, into buffer: inout DigitBuffer
  ) -> Bool {
    guard canBegin(rule, digits),
      let way = way(rules[rule].start, from: rules[rule].start, at: 0, Kept(), digits)
    else { return false }
    if let start = way.kept.start, let end = way.kept.end {
      for digit in rules[rule].before { buffer.append(digit) }
      for digit in digits[start..<end] { buffer.append(digit) }
    } else if way.end == 0 {
      return false
    }
    for digit in digits[way.end...] { buffer.append(digit) }
    return true
  }

  /// Whether a rule can read the first digit, which mostly it cannot.
  @inline(__always)
  private func canBegin(_ rule: Int, _ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    guard rule > 0, let first = digits.first else { return false }
    return rules[rule].firsts & (1 << UInt16(first)) != 0
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
      let value = operations[at].value
      let letter = operations[at].letter
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
