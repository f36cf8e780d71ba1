extension Span<UInt8> {
  /// The number that a fixed count of decimal digits at a place forms; nil if they are not all there.
  func digits(at start: Int, _ length: Int) -> Int? {
    guard start >= 0, count - start >= length else { return nil }
    var number = 0
    for index in start..<start + length {
      guard (0x30...0x39).contains(self[index]) else { return nil }
      number = number * 10 + Int(self[index] - 0x30)
    }
    return number
  }

  /// Whether one of some bytes stands at a place.
  func has(_ bytes: UInt8..., at index: Int) -> Bool {
    index < count && bytes.contains(self[index])
  }

  /// Reads `.` and the digits after it at a place: milliseconds, finer digits cut off, and where they end.
  ///
  /// Nothing there is no fraction; a point without a digit after it is nil.
  func fraction(at start: Int) -> (milliseconds: Int, end: Int)? {
    guard has(UInt8(ascii: "."), at: start) else { return (0, start) }
    var milliseconds = 0
    var scale = 100
    var end = start + 1
    while end < count, (0x30...0x39).contains(self[end]) {
      milliseconds += Int(self[end] - 0x30) * scale
      scale /= 10
      end += 1
    }
    return end == start + 1 ? nil : (milliseconds, end)
  }
}

/// A number that is not negative, with leading zeros up to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
