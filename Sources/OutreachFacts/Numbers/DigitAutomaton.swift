/// A minimal automaton over digits, opened for walking: a label and ten targets a state.
///
/// The states live as long as the program: every number that is read walks them.
struct DigitAutomaton: BitwiseCopyable, @unchecked Sendable {
  /// How many states there are.
  let count: Int

  private let targets: UnsafePointer<UInt16>
  private let labels: UnsafePointer<UInt16>

  /// Opens packed rows: the label, the digits at which another target begins, the targets.
  init(_ table: TableText) {
    var all: [UInt16] = []
    var names: [UInt16] = []
    // A row takes three cells at least.
    names.reserveCapacity(table.range.count / 6)
    all.reserveCapacity(table.range.count / 6 * 10)
    var cells = PackedCells(table)
    while !cells.isAtEnd {
      names.append(cells.next())
      let changes = cells.next()
      var target = cells.next()
      for digit in 0..<10 {
        if digit > 0, changes & (1 << UInt16(digit - 1)) != 0 { target = cells.next() }
        all.append(target)
      }
    }
    self.init(targets: all, labels: names)
  }

  /// Makes an automaton of rows of ten targets; a target beyond them leads to state 0.
  init(targets all: [UInt16], labels names: [UInt16]) {
    count = names.count
    let states = UnsafeMutablePointer<UInt16>.allocate(capacity: max(all.count, 10))
    states.initialize(repeating: 0, count: max(all.count, 10))
    for (index, target) in all.enumerated() where Int(target) < names.count {
      states[index] = target
    }
    let marks = UnsafeMutablePointer<UInt16>.allocate(capacity: max(names.count, 1))
    marks.initialize(repeating: 0, count: max(names.count, 1))
    for (index, name) in names.enumerated() { marks[index] = name }
    targets = UnsafePointer(states)
    // Nowhere is never left again, nor does it mean anything.
    states.update(repeating: 0, count: 10)
    marks[0] = 0
    labels = UnsafePointer(marks)
  }

  /// The label of the state to which digits lead, 0 if they lead nowhere; and the digits written behind a number.
  @inline(__always)
  func label(_ digits: Digits, from start: Int, behind number: UInt64) -> (label: Int, all: UInt64)
  {
    var state = start
    var all = number
    // State 0 leads nowhere but to itself.
    for index in 0..<digits.count {
      let digit = digits[index]
      state = Int(targets[state &* 10 &+ Int(digit)])
      all = all &* 10 &+ UInt64(digit)
    }
    return (Int(labels[state]), all)
  }

  /// Whether some number begins with digits.
  func accepts(_ beginning: Digits, from start: Int) -> Bool {
    var state = start
    for index in 0..<beginning.count { state = Int(targets[state &* 10 &+ Int(beginning[index])]) }
    return state != 0
  }

  /// The state behind the digits of a number in a tree, whose root is state 1.
  func state(after number: UInt16) -> Int {
    String(number).utf8.reduce(1) { Int(targets[$0 * 10 + Int($1 - 0x30)]) }
  }

  /// How many digits follow a state at most.
  func depth(behind state: Int) -> Int {
    guard state != 0 else { return 0 }
    let next = (0..<10).map { Int(targets[state * 10 + $0]) }.filter { $0 != 0 }
    return next.map { 1 + depth(behind: $0) }.max() ?? 0
  }

  /// The label of the last state before the first target 0.
  func lastLabel(_ digits: some Sequence<UInt8>, from start: Int) -> Int {
    var state = start
    for digit in digits {
      let next = Int(targets[state &* 10 &+ Int(digit)])
      if next == 0 { break }
      state = next
    }
    return Int(labels[state])
  }

  /// The last label other than 0 on the way of the first digits.
  @inline(__always)
  func deepestLabel(_ digits: Digits, _ depth: Int, from start: Int) -> Int {
    var state = start
    var found = 0
    for index in 0..<min(depth, digits.count) {
      state = Int(targets[state &* 10 &+ Int(digits[index])])
      let label = Int(labels[state])
      found = label != 0 ? label : found
    }
    return found
  }
}
