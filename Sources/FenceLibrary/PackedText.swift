/// Text packed as an LZ4 block, in base64 with line breaks.
///
/// The LZ4 block format: github.com/lz4/lz4, doc/lz4_Block_format.md. Base64: RFC 4648, section 4.
enum PackedText {
  /// The text; as far as it can be read, if it was damaged.
  static func unpack(_ packed: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let block = decode(packed)
    var text: [UInt8] = []
    text.reserveCapacity(block.count * 6)
    var at = 0
    /// A length that goes on as long as bytes are 255.
    func length(_ first: UInt8) -> Int {
      var length = Int(first)
      guard first == 15 else { return length }
      while at < block.count {
        let next = block[at]
        at += 1
        length += Int(next)
        if next < 255 { break }
      }
      return length
    }
    while at < block.count {
      let token = block[at]
      at += 1
      let literals = min(length(token >> 4), block.count - at)
      text += block[at..<at + literals]
      at += literals
      guard at + 2 <= block.count else { break }
      let distance = Int(block[at]) | Int(block[at + 1]) << 8
      at += 2
      let copied = length(token & 15) + 4
      guard distance > 0, distance <= text.count else { break }
      for _ in 0..<copied { text.append(text[text.count - distance]) }
    }
    return text
  }

  private static func decode(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var (bits, count): (UInt32, Int) = (0, 0)
    for letter in text {
      let value: UInt8
      switch letter {
      case 0x41...0x5A: value = letter - 0x41
      case 0x61...0x7A: value = letter - 0x61 + 26
      case 0x30...0x39: value = letter - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return bytes
  }
}
