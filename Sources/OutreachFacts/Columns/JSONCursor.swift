/// Walks over the bytes of one JSON document without making anything of them; strict like `JSONParser`.
///
/// Whatever it does not pass (nil or false), the exact reader is asked about, whose words about it count. The bytes are
/// followed by `padding` zeros, which nothing passes, so that no end has to be looked for.
struct JSONCursor {
  /// The next byte.
  var next: UnsafePointer<UInt8>
  /// Whether a byte outside ASCII was passed.
  var sawForeign = false
  /// Whether an escape was passed since somebody said that none was.
  var sawEscape = false
  /// Whether a document ends with its line.
  let isLine: Bool

  /// How many zeros must follow the bytes: as many as are ever read at once.
  static let padding = 64

  init(_ start: UnsafePointer<UInt8>, isLine: Bool) {
    next = start
    self.isLine = isLine
  }

  @inline(__always) var byte: UInt8 { next.pointee }

  @inline(__always) mutating func skipSpace() {
    if next.pointee > 0x20 { return }
    while true {
      switch next.pointee {
      case 0x20, 0x09, 0x0D: next += 1
      case 0x0A where !isLine: next += 1
      default: return
      }
    }
  }

  /// Where the first byte stands that is no white space, at or behind a place.
  func pastSpace(_ place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var ahead = self
    ahead.next = place
    ahead.skipSpace()
    return ahead.next
  }

  /// Takes a byte, with white space before and behind it.
  @inline(__always) mutating func take(_ expected: UInt8) -> Bool {
    if next.pointee != expected {
      skipSpace()
      guard next.pointee == expected else { return false }
    }
    next += 1
    skipSpace()
    return true
  }

  /// Passes over exactly these bytes, if they stand next.
  @inline(__always) mutating func pass(_ literal: Literal) -> Bool {
    guard literal.stands(at: next) else { return false }
    next += literal.length
    return true
  }

  /// Passes over a string; says where its bytes begin, how many there are, and whether an escape stands among them.
  @inline(__always) mutating func string() -> JSONString? {
    guard next.pointee == 0x22 else { return nil }
    next += 1
    let start = next
    var hasEscape = false
    while true {
      // Eight at a time, up to a byte that is a quotation mark, a backslash, a control or foreign.
      while true {
        let word = UnsafeRawPointer(next).loadUnaligned(as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ 0x2222_2222_2222_2222
        let slash = word ^ 0x5C5C_5C5C_5C5C_5C5C
        let found =
          ((quote &- ones) & ~quote | (slash &- ones) & ~slash
            | (word &- 0x2020_2020_2020_2020) & ~word | word) & tops
        if found != 0 {
          next += found.trailingZeroBitCount &>> 3
          break
        }
        next += 8
      }
      let byte = next.pointee
      if byte == 0x22 {
        let length = next - start
        next += 1
        return JSONString(start: start, length: length, hasEscape: hasEscape)
      }
      if byte < 0x20 { return nil }
      if byte == 0x5C {
        hasEscape = true
        sawEscape = true
        guard escape() else { return nil }
      } else {
        if byte >= 0x80 { sawForeign = true }
        next += 1
      }
    }
  }

  /// Passes over an escape; those of surrogates are left to the exact reader.
  private mutating func escape() -> Bool {
    switch next[1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
      next += 2
      return true
    case 0x75:
      for at in 2..<6 where !JSONParser.isHexadecimal(next[at]) { return false }
      guard next[2] | 0x20 != 0x64 else { return false }
      next += 6
      return true
    default: return false
    }
  }

  /// Passes over any value; false if it is not one or lies too deep.
  mutating func value(depth: Int = 1) -> Bool {
    guard depth < JSONParser.deepest - 4 else { return false }
    switch byte {
    case 0x22: return string() != nil
    case 0x7B:
      // Repeated keys matter only where keys are known, which this does not look at.
      guard take(0x7B) else { return false }
      if byte != 0x7D {
        repeat {
          guard string() != nil, take(0x3A), value(depth: depth + 1) else { return false }
        } while take(0x2C)
      }
      return close(0x7D)
    case 0x5B:
      guard take(0x5B) else { return false }
      if byte != 0x5D {
        repeat {
          guard value(depth: depth + 1) else { return false }
        } while take(0x2C)
      }
      return close(0x5D)
    case 0x2D, 0x30...0x39: return number()
    case 0x74: return word("true")
    case 0x66: return word("false")
    case 0x6E: return word("null")
    default: return false
    }
  }

  /// Takes the bracket that ends what was begun.
  @inline(__always) mutating func close(_ bracket: UInt8) -> Bool {
    skipSpace()
    guard next.pointee == bracket else { return false }
    next += 1
    return true
  }

  @inline(__always) mutating func null() -> Bool {
    let word = UnsafeRawPointer(next).loadUnaligned(as: UInt32.self).littleEndian
    guard word == 0x6C6C_756E, !JSONParser.isWordByte(next[4]) else { return false }
    next += 4
    return true
  }

  mutating func word(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    for at in 0..<length where next[at] != text.utf8Start[at] { return false }
    next += length
    return !JSONParser.isWordByte(byte)
  }

  private mutating func number() -> Bool {
    if byte == 0x2D { next += 1 }
    if byte == 0x30 {
      next += 1
    } else {
      guard digits() else { return false }
    }
    if byte == 0x2E {
      next += 1
      guard digits() else { return false }
    }
    if byte | 0x20 == 0x65 {
      next += 1
      if byte == 0x2B || byte == 0x2D { next += 1 }
      guard digits() else { return false }
    }
    return !JSONParser.isWordByte(byte)
  }

  private mutating func digits() -> Bool {
    let start = next
    while next.pointee &- 0x30 < 10 { next += 1 }
    return next > start
  }
}

/// The bytes between the quotation marks of a string.
struct JSONString {
  var start: UnsafePointer<UInt8>
  var length: Int
  /// Whether an escape stands among them.
  var hasEscape: Bool

  init(start: UnsafePointer<UInt8>, length: Int, hasEscape: Bool) {
    self.start = start
    self.length = length
    self.hasEscape = hasEscape
  }

  /// What stands within quotation marks, in so many bytes with them; of no length where there are none.
  init(quoted start: UnsafePointer<UInt8>, _ length: Int, hasEscape: Bool) {
    let isText = start.pointee == 0x22
    self.init(start: start + 1, length: isText ? length - 2 : -1, hasEscape: hasEscape)
  }

  /// Whether they are those of another text; both are followed by bytes that may be read.
  @inline(__always) func isSame(as other: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    self.length == length && bytesAreSame(start, other, length)
  }
}

/// Whether two runs of bytes are the same; behind both there are eight more that may be read.
@inline(__always) func bytesAreSame(
  _ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ length: Int
) -> Bool {
  var at = 0
  let (a, b) = (UnsafeRawPointer(left), UnsafeRawPointer(right))
  while at &+ 8 <= length {
    guard
      a.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        == b.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    else { return false }
    at &+= 8
  }
  let rest = length &- at
  guard rest > 0 else { return true }
  let difference =
    a.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
    ^ b.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
  return difference &<< (64 &- UInt64(rest) &* 8) == 0
}
