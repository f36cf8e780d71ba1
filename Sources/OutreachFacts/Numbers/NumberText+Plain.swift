/// What most texts are: digits and the usual separators, of any script, with a `+` or `tel:` before them.
///
/// What is read here is read by `NumberTextReader` just so.
extension NumberText {
  /// Reads a text of digits and separators; false if it needs a closer look.
  ///
  /// Digits that follow each other are taken at once, so that the cost is that of the separators. `room` has
  /// `DigitBuffer.room` bytes to work in.
  @inline(__always)
  mutating func readPlain(
    _ text: UnsafeRawBufferPointer, _ room: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    guard let base = text.baseAddress, text.count > 0, text.count < DigitBuffer.capacity else {
      return false
    }
    let memory = digits.memory
    // A bit for each byte that is no digit, and one behind the end.
    let parts = NumberText.copy(base, text.count, room)
    let isAddress = NumberText.isAddress(room)
    var index = isAddress ? 4 : room[0] == 0x2B ? 1 : 0
    isInternational = index == 1
    var (count, script, isFolded) = (0, 0 as UInt32, false)
    var (breaks, zeros, parting) = (0 as UInt32, 0 as UInt32, 0 as UInt32)
    while true {
      let run = (parts &>> UInt64(truncatingIfNeeded: index)).trailingZeroBitCount
      let place = UInt32(truncatingIfNeeded: count)
      zeros |= (room[index] == 0x30 ? parting : 0) &<< place
      NumberText.copyDigits(room + index, memory + count)
      NumberText.copyDigits(room + index + 8, memory + count + 8)
      guard run <= 16 else { return false }
      count &+= run
      index &+= run
      guard index < text.count else { break }
      let sign = NumberText.signs.utf8Start[Int(room[index])]
      if sign & 0x40 == 0 {
        parting = 1
        breaks |= UInt32(sign &>> 3 & 1) &<< UInt32(truncatingIfNeeded: count)
        index &+= 1
        continue
      }
      parting = run > 0 ? 0 : parting
      let byte: UInt8?
      (byte, index) = PlainText.fold(room, index, text.count, &script)
      guard let byte else { continue }
      if byte == 0x2B, count == 0, !isInternational {
        isInternational = true
        continue
      }
      guard byte < 0x80 else { return false }
      let folded = NumberText.signs.utf8Start[Int(byte)]
      guard folded & 0x40 == 0 else { return false }
      isFolded = true
      if folded & 0x10 != 0 {
        memory[count] = folded & 0x0F
        zeros |= (folded == 0x30 ? parting : 0) &<< UInt32(truncatingIfNeeded: count)
        parting = 0
        count &+= 1
      } else {
        parting = 1
        breaks |= UInt32(folded &>> 3 & 1) &<< UInt32(truncatingIfNeeded: count)
      }
    }
    guard count > 0, count <= NumberText.mostDigits else { return false }
    // `447911123456.0` is a spreadsheet's.
    if memory[count &- 1] == 0, !isAddress, isFolded || NumberText.hasDot(room, text.count) {
      return false
    }
    digits.take(count)
    self.breaks = breaks
    // Behind the last separator no zero need follow.
    self.zeros = zeros & (1 &<< UInt32(count) &- 1)
    return true
  }

  /// Copies a text of at most 63 bytes; returns a bit for each that is no digit, and one behind the end.
  @inline(__always)
  private static func copy(
    _ text: UnsafeRawPointer, _ length: Int, _ room: UnsafeMutablePointer<UInt8>
  ) -> UInt64 {
    let room = UnsafeMutableRawPointer(room)
    var parts: UInt64 = 0
    func take(_ bytes: UInt64, at offset: Int) {
      room.storeBytes(of: bytes, toByteOffset: offset, as: UInt64.self)
      parts |= signs(bytes) &<< UInt64(truncatingIfNeeded: offset)
    }
    if length >= 8 {
      take(text.loadUnaligned(fromByteOffset: 0, as: UInt64.self), at: 0)
      var offset = 8
      while offset &+ 8 < length {
        take(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self), at: offset)
        offset &+= 8
      }
      take(text.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self), at: length &- 8)
    } else {
      var bytes: UInt64 = 0
      for index in 0..<length {
        bytes |= UInt64(text.load(fromByteOffset: index, as: UInt8.self)) &<< UInt64(8 &* index)
      }
      take(bytes, at: 0)
    }
    let end = 1 &<< UInt64(truncatingIfNeeded: length) as UInt64
    return parts & (end &- 1) | end
  }

  /// A bit for each of eight bytes that is no digit in ASCII.
  @inline(__always)
  private static func signs(_ bytes: UInt64) -> UInt64 {
    let values = bytes ^ 0x3030_3030_3030_3030
    // From 10 on, and beyond ASCII, the highest bit is set.
    let high = (values & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676 | values
    return ((high &>> 7 & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// Copies eight digits, or what stands in their place.
  @inline(__always)
  private static func copyDigits(
    _ from: UnsafeMutablePointer<UInt8>, _ to: UnsafeMutablePointer<UInt8>
  ) {
    let bytes = UnsafeRawPointer(from).loadUnaligned(as: UInt64.self)
    UnsafeMutableRawPointer(to).storeBytes(of: bytes & 0x0F0F_0F0F_0F0F_0F0F, as: UInt64.self)
  }

  /// Digits as they are, separators as blanks, an opened bracket as itself, and `@` for everything else.
  private static let signs: StaticString = """
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@ @@@@@@@( @@@  @0123456789@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\
    @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
    """

  /// Whether four bytes are `tel:`.
  @inline(__always)
  private static func isAddress(_ text: UnsafeMutablePointer<UInt8>) -> Bool {
    // Letters in ASCII differ by one bit from their capitals.
    UnsafeRawPointer(text).loadUnaligned(as: UInt32.self).littleEndian | 0x0020_2020 == 0x3A6C_6574
  }

  private static func hasDot(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for index in 0..<length where text[index] == 0x2E { return true }
    return false
  }
}
