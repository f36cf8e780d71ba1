/// Rules that take prefixes off dialled digits: international prefixes, trunk prefixes, codes of carriers.
///
/// Each is a little program, described in `rules.py`, that tries ways in the order of the library's pattern.
///
/// Everything is plain memory that lives as long as the program that reads numbers by it.
struct DialRules: BitwiseCopyable, @unchecked Sendable {
  /// Rules by their numbers; rule 0 reads nothing.
  private let rules: UnsafePointer<Rule>
  private let operations: UnsafePointer<Operation>
  private let end: Int
  /// The digits that rules put before what they keep.
  private let before: UnsafePointer<UInt8>

  private struct Rule: BitwiseCopyable {
    var start: Int32
    /// Where its digits begin in `before`, and how many they are.
    var before: Int32
    var beforeCount: UInt8
    /// How many digits a rule reads that is but so many digits, and `firsts` of each in turn; 0 for other rules.
    var simple: UInt8 = 0
    /// The digits with which it can begin and go on, a bit each.
    var firsts: UInt16 = 0
    var seconds: UInt16 = 0
    var thirds: UInt16 = 0
    var fourths: UInt16 = 0
  }

  private struct Operation: BitwiseCopyable {
    var letter: UInt8
    var value: UInt16
  }

  init(_ table: TableText) {
    var found: [Rule] = []
    var all: [Operation] = []
    var digits: [UInt8] = []
    for line in table.lines {
      // A program may hold the sign that ends a field.
      let field = table.fields(line)[0]
      found.append(
        Rule(
          start: Int32(all.count), before: Int32(digits.count), beforeCount: UInt8(field.count)))
      digits += field.map { table.byte($0) - 0x30 }
      var cells = PackedCells(table, from: field.upperBound + 1)
      for _ in 0..<(line.upperBound - field.upperBound - 1) / 3 {
        all.append(Operation(letter: cells.letter(), value: cells.next()))
      }
    }
    end = all.count
    operations = lasting(all)
    before = lasting(digits)
    for index in found.indices.dropFirst() {
      let start = Int(found[index].start)
      found[index].firsts = DialRules.firsts(all, start, from: start)
      DialRules.simplify(&found[index], all)
    }
    rules = lasting(found)
  }

  /// The digits with which a program can go on at an operation, a bit each; all of them where it may read none.
  private static func firsts(_ operations: [Operation], _ base: Int, from start: Int) -> UInt16 {
    var at = start
    var found: UInt16 = 0
    while at < operations.count {
      let operation = operations[at]
      at += 1
      switch operation.letter {
      case UInt8(ascii: "d"): return found | operation.value
      case UInt8(ascii: "s"):
        found |= firsts(operations, base, from: at)
        at = base + Int(operation.value)
      case UInt8(ascii: "j"): at = base + Int(operation.value)
      case UInt8(ascii: "b"), UInt8(ascii: "e"): continue
      default: return 0x3FF
      }
    }
    return found
  }

  /// Notes of a rule that reads up to four digits, whatever follows, just these: most are `00`, `0` or `1`.
  private static func simplify(_ rule: inout Rule, _ operations: [Operation]) {
    var read: [UInt16] = []
    var at = Int(rule.start)
    while at < operations.count {
      let operation = operations[at]
      at += 1
      switch operation.letter {
      case UInt8(ascii: "d"): read.append(operation.value)
      case UInt8(ascii: "j") where Int(operation.value) + Int(rule.start) == at: continue
      case UInt8(ascii: "m"):
        guard (1...4).contains(read.count) else { return }
        rule.simple = UInt8(read.count)
        read += [0, 0, 0]
        (rule.seconds, rule.thirds, rule.fourths) = (read[1], read[2], read[3])
        return
      default: return
      }
    }
  }

  /// How many digits at the beginning a rule reads; -1 if it does not fit.
  @inline(__always)
  func length(_ rule: UInt16, of digits: Digits) -> Int {
    let rule = rules + Int(rule)
    guard canBegin(rule, digits) else { return -1 }
    if rule.pointee.simple > 0 { return simpleLength(rule, of: digits) }
    return Int(way(rule.pointee.start, from: rule.pointee.start, Way(), digits).end)
  }

  /// What a rule leaves of digits: what it puts before, what it keeps, and the rest.
  ///
  /// Nil if it does not fit, or changes nothing. Into `room` digits are written of which more than the beginning changes.
  @inline(__always)
  func apply(_ rule: UInt16, to digits: Digits, _ room: UnsafeMutablePointer<UInt8>) -> Digits? {
    let rule = rules + Int(rule)
    guard canBegin(rule, digits) else { return nil }
    if rule.pointee.simple > 0 {
      let length = simpleLength(rule, of: digits)
      return length > 0 ? digits.tail(length) : nil
    }
    return apply(program: rule, to: digits, room)
  }

  private func apply(
    program rule: UnsafePointer<Rule>, to digits: Digits, _ room: UnsafeMutablePointer<UInt8>
  ) -> Digits? {
    let way = way(rule.pointee.start, from: rule.pointee.start, Way(), digits)
    guard way.end >= 0 else { return nil }
    guard way.keptStart >= 0, way.keptEnd >= way.keptStart else {
      return way.end > 0 ? digits.tail(Int(way.end)) : nil
    }
    var buffer = DigitBuffer(room)
    for index in 0..<Int(rule.pointee.beforeCount) {
      buffer.append(before[Int(rule.pointee.before) + index])
    }
    for index in Int(way.keptStart)..<Int(way.keptEnd) { buffer.append(digits[index]) }
    for index in Int(way.end)..<digits.count { buffer.append(digits[index]) }
    return buffer.all
  }

  /// Whether a rule can read the first digit, which mostly it cannot.
  @inline(__always)
  private func canBegin(_ rule: UnsafePointer<Rule>, _ digits: Digits) -> Bool {
    digits.count > 0 && rule.pointee.firsts & (1 &<< UInt16(digits[0])) != 0
  }

  /// How many digits a rule reads that only reads digits, and can read the first; -1 if it does not fit.
  @inline(__always)
  private func simpleLength(_ rule: UnsafePointer<Rule>, of digits: Digits) -> Int {
    let count = Int(rule.pointee.simple)
    guard digits.count >= count else { return -1 }
    if count > 1, rule.pointee.seconds & (1 &<< UInt16(digits[1])) == 0 { return -1 }
    if count > 2, rule.pointee.thirds & (1 &<< UInt16(digits[2])) == 0 { return -1 }
    if count > 3, rule.pointee.fourths & (1 &<< UInt16(digits[3])) == 0 { return -1 }
    return count
  }

  /// How far a program has read, and what it keeps; -1 is nowhere.
  private struct Way: BitwiseCopyable {
    var end: Int32 = 0
    var keptStart: Int32 = -1
    var keptEnd: Int32 = -1
  }

  /// Goes on at an operation and a digit; targets count from the beginning of the program.
  ///
  /// Programs have no loops, so it ends; it nests no deeper than a program has branches.
  ///
  /// - Returns: an `end` of -1 if the program does not fit.
  private func way(_ base: Int32, from start: Int32, _ before: Way, _ digits: Digits) -> Way {
    var way = before
    var at = Int(start)
    while at < end {
      let value = operations[at].value
      let letter = operations[at].letter
      at &+= 1
      switch letter {
      case UInt8(ascii: "d"):
        guard Int(way.end) < digits.count, value & (1 &<< UInt16(digits[Int(way.end)])) != 0 else {
          way.end = -1
          return way
        }
        way.end &+= 1
      case UInt8(ascii: "s"):
        let found = self.way(base, from: Int32(at), way, digits)
        if found.end >= 0 { return found }
        at = Int(base) &+ Int(value)
      case UInt8(ascii: "j"): at = Int(base) &+ Int(value)
      case UInt8(ascii: "b"): way.keptStart = way.end
      case UInt8(ascii: "e"): way.keptEnd = way.end
      case UInt8(ascii: "z"):
        guard Int(way.end) == digits.count else {
          way.end = -1
          return way
        }
      default: return way
      }
    }
    way.end = -1
    return way
  }
}
