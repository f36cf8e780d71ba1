/// Follows the elements of a JSON list to where the last whole one of them ends, 64 bytes at a time.
///
/// It knows brackets and strings only, and goes no further than elements are objects with a comma, or the end of the
/// list, behind each. It can stop at the end of any chunk and go on with the next.
struct ListScan {
  /// How many bytes whole elements have, up to and with what ends the last of them.
  private(set) var length = 0
  /// Whether the list ends there.
  private(set) var isClosed = false
  /// Whether what comes next is no object, or is followed by neither a comma nor the end of the list.
  private(set) var isStuck = false

  private enum State { case before, within, behind }

  private var state = State.before
  private var index = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// Goes on from where it stopped, until elements have so many bytes.
  ///
  /// - Parameters:
  ///   - bytes: all bytes from the first element on.
  ///   - size: how many bytes are enough.
  mutating func advance(_ bytes: UnsafeBufferPointer<UInt8>, upTo size: Int) {
    while !isClosed, !isStuck {
      if state == .within {
        guard closeElement(bytes) else { return }
        state = .behind
      }
      while index < bytes.count, ListScan.isSpace(bytes[index]) { index += 1 }
      guard index < bytes.count else { return }
      switch (state, bytes[index]) {
      case (.before, 0x7B):
        if length >= size { return }
        state = .within
        depth = 0
      case (.behind, 0x2C):
        index += 1
        length = index
        state = .before
      case (.behind, 0x5D):
        index += 1
        length = index
        isClosed = true
      default: isStuck = true
      }
    }
  }

  /// Where an object ends that is known to end before a place.
  static func end(
    of start: Int, in base: UnsafePointer<UInt8>, before end: Int
  ) -> Int {
    var scan = ListScan()
    scan.index = start
    return scan.closeElement(UnsafeBufferPointer(start: base, count: end)) ? scan.index : end
  }

  /// Goes behind the bracket that closes the element; false where the bytes end before.
  private mutating func closeElement(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return false }
    while index &+ 64 <= bytes.count {
      let marks = Marks(base + index)
      guard marks.slashes == 0, !isEscaped else {
        if closeElement(bytes, until: index + 64) { return true }
        continue
      }
      let strings = ListScan.parity(marks.quotes) ^ (isInString ? ~0 : 0)
      let (opening, closing) = (marks.opening & ~strings, marks.closing & ~strings)
      if depth > closing.nonzeroBitCount {
        depth += opening.nonzeroBitCount - closing.nonzeroBitCount
      } else {
        var brackets = opening | closing
        while brackets != 0 {
          let place = brackets.trailingZeroBitCount
          depth += opening &>> UInt64(place) & 1 == 1 ? 1 : -1
          if depth <= 0 {
            index += place + 1
            isInString = false
            return true
          }
          brackets &= brackets &- 1
        }
      }
      isInString = strings &>> 63 == 1
      index &+= 64
    }
    return closeElement(bytes, until: bytes.count)
  }

  /// The same, byte by byte.
  private mutating func closeElement(
    _ bytes: UnsafeBufferPointer<UInt8>, until end: Int
  ) -> Bool {
    while index < end {
      let byte = bytes[index]
      index += 1
      if isEscaped {
        isEscaped = false
      } else if isInString {
        if byte == 0x5C { isEscaped = true }
        if byte == 0x22 { isInString = false }
      } else if byte == 0x22 {
        isInString = true
      } else if byte | 0x20 == 0x7B {
        depth += 1
      } else if byte | 0x20 == 0x7D {
        depth -= 1
        if depth <= 0 { return true }
      }
    }
    return false
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// For each bit, whether an odd number of bits are set up to it.
  private static func parity(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits ^= bits &<< 1
    bits ^= bits &<< 2
    bits ^= bits &<< 4
    bits ^= bits &<< 8
    bits ^= bits &<< 16
    return bits ^ bits &<< 32
  }

  /// What stands at 64 bytes, a bit a byte.
  private struct Marks {
    var quotes: UInt64 = 0
    var slashes: UInt64 = 0
    var opening: UInt64 = 0
    var closing: UInt64 = 0

    init(_ start: UnsafeRawPointer) {
      var shift: UInt64 = 0
      while shift < 64 {
        let word = (start + Int(shift)).loadUnaligned(as: UInt64.self).littleEndian
        // Square brackets and curly ones differ by this bit.
        let brackets = word | 0x2020_2020_2020_2020
        quotes |= Marks.bits(word ^ 0x2222_2222_2222_2222) &<< shift
        slashes |= Marks.bits(word ^ 0x5C5C_5C5C_5C5C_5C5C) &<< shift
        opening |= Marks.bits(brackets ^ 0x7B7B_7B7B_7B7B_7B7B) &<< shift
        closing |= Marks.bits(brackets ^ 0x7D7D_7D7D_7D7D_7D7D) &<< shift
        shift &+= 8
      }
    }

    /// A bit for each of eight bytes that is zero.
    @inline(__always) private static func bits(_ word: UInt64) -> UInt64 {
      let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
      let zeros = ~((word & low) &+ low | word | low)
      return ((zeros &>> 7) &* 0x0102_0408_1020_4080) &>> 56
    }
  }
}
