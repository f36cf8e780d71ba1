/// Up to 32 bytes that are looked for as they stand: plain memory.
struct Literal: BitwiseCopyable {
  private var first: (UInt64, UInt64) = (0, 0)
  private var second: (UInt64, UInt64) = (0, 0)
  private var firstMask: (UInt64, UInt64) = (0, 0)
  private var secondMask: (UInt64, UInt64) = (0, 0)
  /// How many bytes there are; 0 for what is found nowhere.
  private(set) var length = 0

  /// What is found nowhere.
  init() { firstMask.0 = .max }

  /// Takes bytes over; more than 32 of them are found nowhere.
  init(_ bytes: some Collection<UInt8>) {
    guard (1...32).contains(bytes.count) else {
      firstMask.0 = .max
      return
    }
    length = bytes.count
    var words: [UInt64] = [0, 0, 0, 0]
    var masks = words
    for (index, byte) in bytes.enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
      masks[index / 8] |= 0xFF << UInt64(index % 8 * 8)
    }
    (first, second) = ((words[0], words[1]), (words[2], words[3]))
    (firstMask, secondMask) = ((masks[0], masks[1]), (masks[2], masks[3]))
  }

  /// Whether these bytes stand at a place behind which there are 32 that may be read.
  @inline(__always) func stands(at start: UnsafePointer<UInt8>) -> Bool {
    let raw = UnsafeRawPointer(start)
    @inline(__always) func word(_ offset: Int) -> UInt64 {
      raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }
    let differs = (word(0) ^ first.0) & firstMask.0 | (word(8) ^ first.1) & firstMask.1
    if differs != 0 { return false }
    if length <= 16 { return length > 0 }
    return (word(16) ^ second.0) & secondMask.0 | (word(24) ^ second.1) & secondMask.1 == 0
  }
}
