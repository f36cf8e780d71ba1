/// Digits of a number, 0 to 9 each, in memory that somebody else owns.
struct Digits: BitwiseCopyable {
  private let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  init(_ base: UnsafePointer<UInt8>, _ count: Int) {
    self.base = base
    self.count = count
  }

  /// One of the first `count` digits.
  @inline(__always)
  subscript(_ index: Int) -> UInt8 { base[index] }

  /// What is left behind the first of them.
  @inline(__always)
  func tail(_ start: Int) -> Digits {
    let start = min(start, count)
    return Digits(base + start, count &- start)
  }

  /// The first of them.
  @inline(__always)
  func head(_ end: Int) -> Digits { Digits(base, min(end, count)) }

  /// The first three as one number; at least three there must be.
  @inline(__always)
  var leading: Int { Int(base[0]) &* 100 &+ Int(base[1]) &* 10 &+ Int(base[2]) }
}

/// Up to 64 digits in memory that somebody else owns; what has no room is left out.
struct DigitBuffer {
  let memory: UnsafeMutablePointer<UInt8>
  private(set) var count = 0

  /// How many digits a buffer holds at most.
  static let capacity = 64
  /// The bytes of its memory: eight digits are written at once, also at the end.
  static let room = capacity + 16

  @inline(__always)
  init(_ memory: UnsafeMutablePointer<UInt8>) { self.memory = memory }

  /// Takes the first of the digits that were written to the memory.
  @inline(__always)
  mutating func take(_ written: Int) { count = min(written, DigitBuffer.capacity) }

  /// Adds a digit.
  ///
  /// No number has nearly as many as there is room for, so a full buffer is refused by its count.
  @inline(__always)
  mutating func append(_ digit: UInt8) {
    guard count < DigitBuffer.capacity else { return }
    memory[count] = digit
    count &+= 1
  }

  /// The digits.
  @inline(__always)
  var all: Digits { Digits(UnsafePointer(memory), count) }
}

/// Elements in memory that is never given back: tables that the whole program reads.
func lasting<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
  let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
  memory.initialize(from: elements, count: elements.count)
  return UnsafePointer(memory)
}
