import Foundation

/// Packs text as an LZ4 block in base64, for `FenceLibrary` to unpack.
///
/// The LZ4 block format: github.com/lz4/lz4, doc/lz4_Block_format.md.
enum TextPacker {
  /// The text, packed, in lines of 100 letters.
  static func pack(_ text: [UInt8]) -> [String] {
    let letters = Array(Data(block(text)).base64EncodedString().utf8)
    return stride(from: 0, to: letters.count, by: 100).map {
      String(decoding: letters[$0..<min($0 + 100, letters.count)], as: UTF8.self)
    }
  }

  private static let farthest = 65_535
  private static let shortest = 4

  private static func block(_ text: [UInt8]) -> [UInt8] {
    var block: [UInt8] = []
    var places: [UInt32: [Int]] = [:]
    var (at, literalsFrom) = (0, 0)
    // The format ends every block with five literals, and begins no match in the last twelve bytes.
    let lastMatch = text.count - 12
    func key(_ index: Int) -> UInt32 {
      UInt32(text[index]) | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2]) << 16
        | UInt32(text[index + 3]) << 24
    }
    while at < lastMatch {
      var (best, length) = (0, 0)
      for candidate in (places[key(at)] ?? []).reversed().prefix(32) {
        guard at - candidate <= farthest else { break }
        var same = shortest
        while at + same < text.count - 5, text[candidate + same] == text[at + same] { same += 1 }
        if same > length { (best, length) = (candidate, same) }
      }
      let end = max(1, length)
      if length >= shortest {
        write(text[literalsFrom..<at], match: (at - best, length), to: &block)
        literalsFrom = at + length
      }
      for index in at..<min(at + end, lastMatch) { places[key(index), default: []].append(index) }
      at += end
    }
    write(text[literalsFrom...], match: nil, to: &block)
    return block
  }

  private static func write(
    _ literals: ArraySlice<UInt8>, match: (distance: Int, length: Int)?, to block: inout [UInt8]
  ) {
    let copied = match.map { $0.length - shortest } ?? 0
    block.append(UInt8(min(literals.count, 15)) << 4 | UInt8(min(copied, 15)))
    writeRest(of: literals.count, to: &block)
    block += literals
    guard let match else { return }
    block.append(UInt8(truncatingIfNeeded: match.distance))
    block.append(UInt8(truncatingIfNeeded: match.distance >> 8))
    writeRest(of: copied, to: &block)
  }

  private static func writeRest(of length: Int, to block: inout [UInt8]) {
    guard length >= 15 else { return }
    var rest = length - 15
    while rest >= 255 {
      block.append(255)
      rest -= 255
    }
    block.append(UInt8(rest))
  }
}
