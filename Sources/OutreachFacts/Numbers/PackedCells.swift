/// Reads cells of a packed table: two bytes in base 91 each (`cell` in `automaton.py`), lines broken at will.
struct PackedCells {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int

  init(_ text: TableText, from start: Int? = nil) {
    bytes = text.bytes
    index = (start ?? text.range.lowerBound) - text.range.lowerBound
  }

  /// Whether all is read.
  var isAtEnd: Bool {
    mutating get {
      skipLines()
      return index >= bytes.count
    }
  }

  /// The next cell; 0 beyond the end.
  mutating func next() -> UInt16 {
    let high = value()
    return high * 91 + value()
  }

  /// The next byte as it is; a newline beyond the end.
  mutating func letter() -> UInt8 {
    skipLines()
    guard index < bytes.count else { return 0x0A }
    defer { index += 1 }
    return bytes[index]
  }

  private mutating func value() -> UInt16 {
    let byte = letter()
    guard byte >= 0x23, byte != 0x5C else { return 0 }
    return UInt16(byte - 0x23) - (byte > 0x5C ? 1 : 0)
  }

  private mutating func skipLines() {
    while index < bytes.count, bytes[index] == 0x0A { index += 1 }
  }
}
