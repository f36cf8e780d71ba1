/// A minimal automaton over digits, opened for walking: a label and ten targets a state.
///
/// The states live as long as the program: every number that is read walks them.
struct DigitAutomaton: BitwiseCopyable, @unchecked Sendable {
  private let targets: UnsafePointer<UInt16>
  private let labels: UnsafePointer<UInt16>

  /// Opens packed rows: the label, the digits at which another target begins, the targets.
  init(_ table: TableText) {
    // A row takes three cells of two bytes at least; memory that no row fills is never touched.
    let most = table.range.count / 6 + 1
    let states = UnsafeMutablePointer<UInt16>.allocate(capacity: most * 10)
    let marks = UnsafeMutablePointer<UInt16>.allocate(capacity: most)
    var count = 0
    var cells = PackedCells(table)
    while count < most, !cells.isAtEnd {
      marks[count] = cells.next()
      let changes = cells.next()
      var target = cells.next()
      let row = states + count &* 10
      for digit in 0..<10 {
        if digit > 0, changes & (1 &<< UInt16(digit &- 1)) != 0 { target = cells.next() }
        row[digit] = target
      }
      count &+= 1
    }
    self.init(states, marks, count)
  }

  /// A tree of the digits in the first field of each line; a label is the number of its line, from 1.
  init(prefixes table: TableText) {
    // Every byte of a line adds one state at most.
    let most = min(table.range.count + 2, Int(UInt16.max))
    let states = UnsafeMutablePointer<UInt16>.allocate(capacity: most * 10)
    let marks = UnsafeMutablePointer<UInt16>.allocate(capacity: most)
    states.initialize(repeating: 0, count: 20)
    marks.initialize(repeating: 0, count: 2)
    var (count, number, state) = (2, 1 as UInt16, 1)
    var isKey = true
    for byte in table.bytes {
      if byte == 0x0A {
        marks[state] = number
        (number, state, isKey) = (number &+ 1, 1, true)
      } else if isKey, byte.isDigit {
        let edge = state &* 10 &+ Int(byte &- 0x30)
        if states[edge] == 0, count < most {
          states[edge] = UInt16(count)
          (states + count &* 10).initialize(repeating: 0, count: 10)
          marks[count] = 0
          count &+= 1
        }
        state = Int(states[edge])
      } else if byte == 0x7C {
        isKey = false
      }
    }
    if !table.bytes.isEmpty, state > 1 { marks[state] = number }
    self.init(states, marks, count)
  }

  /// Takes rows of ten targets; a target beyond them leads to state 0, which is never left again and means nothing.
  private init(
    _ states: UnsafeMutablePointer<UInt16>, _ marks: UnsafeMutablePointer<UInt16>, _ count: Int
  ) {
    states.initialize(repeating: 0, count: 10)
    marks[0] = 0
    for index in 0..<count &* 10 where Int(states[index]) >= count { states[index] = 0 }
    targets = UnsafePointer(states)
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
    state(after: beginning, from: start) != 0
  }

  /// The state to which digits lead.
  func state(after digits: Digits, from start: Int) -> Int {
    var state = start
    for index in 0..<digits.count { state = Int(targets[state &* 10 &+ Int(digits[index])]) }
    return state
  }

  /// The state behind the digits of a number in a tree, whose root is state 1.
  func state(after number: UInt16) -> Int {
    String(number).utf8.reduce(1) { Int(targets[$0 * 10 + Int($1 - 0x30)]) }
  }

  /// How many digits follow a state at most.
  func depth(behind state: Int) -> Int {
    guard state != 0 else { return 0 }
    var depth = 0
    for digit in 0..<10 {
      let next = Int(targets[state &* 10 &+ digit])
      if next != 0 { depth = max(depth, 1 + self.depth(behind: next)) }
    }
    return depth
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
  func deepestLabel(
    _ digits: Digits, _ depth: Int, from start: Int, behind label: Int = 0
  ) -> Int {
    var state = start
    var found = label
    for index in 0..<max(0, min(depth, digits.count)) {
      state = Int(targets[state &* 10 &+ Int(digits[index])])
      let label = Int(labels[state])
      found = label != 0 ? label : found
    }
    return found
  }
}
