/// Reads cells of a packed table: two bytes in base 91 each (`cell` in `automaton.py`), lines broken at will.
struct PackedCells {
  private let text: TableText
  private var index: Int

  init(_ text: TableText, from start: Int? = nil) {
    self.text = text
    index = start ?? text.range.lowerBound
  }

  /// Whether all is read.
  var isAtEnd: Bool {
    mutating get {
      skipLines()
      return index >= text.range.upperBound
    }
  }

  /// The next cell; 0 beyond the end.
  mutating func next() -> UInt16 {
    let high = value()
    return high * 91 + value()
  }

  /// The next byte as it is.
  mutating func letter() -> UInt8 {
    skipLines()
    defer { index += 1 }
    return text.byte(index)
  }

  private mutating func value() -> UInt16 {
    let byte = letter()
    guard byte >= 0x23, byte != 0x5C else { return 0 }
    return UInt16(byte - 0x23) - (byte > 0x5C ? 1 : 0)
  }

  private mutating func skipLines() {
    while index < text.range.upperBound, text.byte(index) == 0x0A { index += 1 }
  }
}
