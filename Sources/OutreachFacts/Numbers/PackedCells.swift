/// Reads cells of a packed table: two bytes in base 91 each (`cell` in `automaton.py`), lines broken at will.
struct PackedCells {
  private var cursor: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  init(_ text: TableText, from start: Int? = nil) {
    let start = (start ?? text.range.lowerBound) - text.range.lowerBound
    let bytes = text.bytes
    // A literal's bytes are never nowhere.
    let base = bytes.baseAddress ?? UnsafePointer(CompiledNumbering.table.utf8Start)
    end = base + bytes.count
    cursor = base + min(max(start, 0), bytes.count)
  }

  /// Whether all is read.
  var isAtEnd: Bool {
    @inline(__always)
    mutating get {
      while cursor < end, cursor.pointee == 0x0A { cursor += 1 }
      return cursor == end
    }
  }

  /// The next cell; 0 beyond the end.
  @inline(__always)
  mutating func next() -> UInt16 {
    let high = value()
    return high &* 91 &+ value()
  }

  /// The next byte as it is; a newline beyond the end.
  @inline(__always)
  mutating func letter() -> UInt8 {
    guard !isAtEnd else { return 0x0A }
    defer { cursor += 1 }
    return cursor.pointee
  }

  @inline(__always)
  private mutating func value() -> UInt16 {
    while cursor < end {
      let byte = cursor.pointee
      cursor += 1
      if byte == 0x0A { continue }
      guard byte >= 0x23, byte != 0x5C else { return 0 }
      return UInt16(byte &- 0x23) &- (byte > 0x5C ? 1 : 0)
    }
    return 0
  }
}
