import Outreach

/// Passes over the bytes of one JSON document without making anything of them; strict like `JSONParser`.
///
/// Whatever it does not pass (nil or false), the exact reader is asked about, whose words about it count.
struct JSONScan {
  let base: UnsafePointer<UInt8>
  var index: Int
  let end: Int
  /// Whether a byte outside ASCII was passed.
  var sawForeign = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    index = range.lowerBound
    end = range.upperBound
  }

  @inline(__always) var byte: UInt8 { index < end ? base[index] : 0 }

  @inline(__always) mutating func skipSpace() {
    while index < end {
      let next = base[index]
      guard next == 0x20 || next == 0x09 || next == 0x0D || next == 0x0A else { return }
      index &+= 1
    }
  }

  /// Takes a byte, with white space before and behind it.
  @inline(__always) mutating func take(_ expected: UInt8) -> Bool {
    skipSpace()
    guard index < end, base[index] == expected else { return false }
    index &+= 1
    skipSpace()
    return true
  }

  /// The bytes between the quotation marks of a string, and whether an escape stands among them.
  @inline(__always) mutating func string() -> (range: Range<Int>, hasEscape: Bool)? {
    guard index < end, base[index] == 0x22 else { return nil }
    index &+= 1
    let start = index
    var hasEscape = false
    while index < end {
      // Eight at a time, up to a byte that is a quotation mark, a backslash, a control or foreign.
      while index &+ 8 <= end {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ 0x2222_2222_2222_2222
        let slash = word ^ 0x5C5C_5C5C_5C5C_5C5C
        let found =
          ((quote &- ones) & ~quote | (slash &- ones) & ~slash
            | (word &- 0x2020_2020_2020_2020) & ~word | word) & tops
        if found != 0 {
          index &+= found.trailingZeroBitCount &>> 3
          break
        }
        index &+= 8
      }
      guard index < end else { return nil }
      let next = base[index]
      if next == 0x22 {
        index &+= 1
        return (start..<index &- 1, hasEscape)
      }
      if next < 0x20 { return nil }
      if next == 0x5C {
        hasEscape = true
        guard escape() else { return nil }
        continue
      }
      if next >= 0x80 { sawForeign = true }
      index &+= 1
    }
    return nil
  }

  /// Passes over an escape; those of surrogates are left to the exact reader.
  private mutating func escape() -> Bool {
    guard index &+ 1 < end else { return false }
    switch base[index &+ 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
      index &+= 2
      return true
    case 0x75:
      guard index &+ 6 <= end else { return false }
      for at in index &+ 2..<index &+ 6 where !JSONParser.isHexadecimal(base[at]) { return false }
      guard base[index &+ 2] | 0x20 != 0x64 else { return false }
      index &+= 6
      return true
    default: return false
    }
  }

  /// Passes over any value; nil if it is not one or lies too deep.
  mutating func value(depth: Int = 1) -> Range<Int>? {
    let start = index
    guard depth < JSONParser.deepest - 4 else { return nil }
    switch byte {
    case 0x22: guard string() != nil else { return nil }
    case 0x7B:
      // Repeated keys matter only where keys are known, which this does not look at.
      guard take(0x7B) else { return nil }
      if byte != 0x7D {
        repeat {
          guard string() != nil, take(0x3A), value(depth: depth + 1) != nil else { return nil }
        } while take(0x2C)
      }
      skipSpace()
      guard byte == 0x7D else { return nil }
      index &+= 1
    case 0x5B:
      guard take(0x5B) else { return nil }
      if byte != 0x5D {
        repeat {
          guard value(depth: depth + 1) != nil else { return nil }
        } while take(0x2C)
      }
      skipSpace()
      guard byte == 0x5D else { return nil }
      index &+= 1
    case 0x2D, 0x30...0x39: guard number() else { return nil }
    case 0x74: guard word("true") else { return nil }
    case 0x66: guard word("false") else { return nil }
    case 0x6E: guard word("null") else { return nil }
    default: return nil
    }
    return start..<index
  }

  @inline(__always) mutating func null() -> Bool { byte == 0x6E && word("null") }

  mutating func word(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index &+ length <= end else { return false }
    for at in 0..<length where base[index &+ at] != text.utf8Start[at] { return false }
    index &+= length
    return !(index < end && JSONParser.isWordByte(base[index]))
  }

  private mutating func number() -> Bool {
    if byte == 0x2D { index &+= 1 }
    if byte == 0x30 {
      index &+= 1
    } else {
      guard digits() else { return false }
    }
    if byte == 0x2E {
      index &+= 1
      guard digits() else { return false }
    }
    if byte | 0x20 == 0x65 {
      index &+= 1
      if byte == 0x2B || byte == 0x2D { index &+= 1 }
      guard digits() else { return false }
    }
    return !(index < end && JSONParser.isWordByte(base[index]))
  }

  private mutating func digits() -> Bool {
    let start = index
    while index < end, base[index] &- 0x30 < 10 { index &+= 1 }
    return index > start
  }
}
