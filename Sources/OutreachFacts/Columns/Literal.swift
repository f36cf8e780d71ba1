/// Up to 32 bytes that are looked for as they stand: plain memory.
struct Literal: BitwiseCopyable {
  private var first: (UInt64, UInt64) = (0, 0)
  private var second: (UInt64, UInt64) = (0, 0)
  private var firstMask: (UInt64, UInt64) = (0, 0)
  private var secondMask: (UInt64, UInt64) = (0, 0)
  /// How many bytes there are; 0 for what is found nowhere, or where nothing but zeros stand.
  private(set) var length = 0

  /// What is found nowhere.
  init() { firstMask.0 = .max }

  /// Takes over what stands at a place behind which there are 32 bytes that may be read; more than 32 are found
  /// nowhere.
  init(_ start: UnsafePointer<UInt8>, _ length: Int) {
    self.init()
    guard (1...32).contains(length) else { return }
    let raw = UnsafeRawPointer(start)
    func mask(_ word: Int) -> UInt64 {
      let rest = length - word * 8
      return rest >= 8 ? .max : rest <= 0 ? 0 : (1 << UInt64(rest * 8)) - 1
    }
    func word(_ word: Int) -> UInt64 {
      raw.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self).littleEndian & mask(word)
    }
    self.length = length
    (first, second) = ((word(0), word(1)), (word(2), word(3)))
    (firstMask, secondMask) = ((mask(0), mask(1)), (mask(2), mask(3)))
  }

  /// Takes over a text; one of more than 32 bytes is found nowhere.
  init(_ text: String) {
    let bytes = Array(text.utf8) + Array(repeating: 0, count: 32)
    let length = bytes.count - 32
    self = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { Literal($0, length) } ?? Literal()
    }
  }

  /// Whether these bytes stand at a place behind which there are 32 that may be read.
  @inline(__always) func stands(at start: UnsafePointer<UInt8>) -> Bool {
    let raw = UnsafeRawPointer(start)
    @inline(__always) func word(_ offset: Int) -> UInt64 {
      raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }
    let differs = (word(0) ^ first.0) & firstMask.0 | (word(8) ^ first.1) & firstMask.1
    if differs != 0 { return false }
    if length <= 16 { return true }
    return (word(16) ^ second.0) & secondMask.0 | (word(24) ^ second.1) & secondMask.1 == 0
  }
}
