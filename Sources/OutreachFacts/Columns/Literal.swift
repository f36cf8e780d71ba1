/// Up to 32 bytes that are looked for as they stand: plain memory.
///
/// They are compared eight at a time, of which the last reach back over others, so that nothing behind them counts.
struct Literal: BitwiseCopyable {
  private var first: UInt64 = 0
  private var last: UInt64 = 1
  /// What counts of the first and last eight, where there are fewer.
  private var mask: UInt64 = .max
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var lastOffset = 0
  /// How many bytes there are; 0 for what is found nowhere.
  private(set) var length = 0

  /// What is found nowhere: the first and the last eight bytes are the same ones, and differ.
  init() {}

  /// Takes over what stands at a place behind which there are 32 bytes that may be read; more than 32 are found
  /// nowhere.
  init(_ start: UnsafePointer<UInt8>, _ length: Int) {
    guard (1...32).contains(length) else { return }
    self.length = length
    lastOffset = max(0, length - 8)
    if length < 8 { mask = (1 << UInt64(length * 8)) - 1 }
    (first, last) = (Literal.word(start, 0), Literal.word(start, lastOffset))
    guard length > 16 else { return }
    (second, third) = (Literal.word(start, 8), Literal.word(start, length - 16))
  }

  /// Takes over a text; one of more than 32 bytes is found nowhere.
  init(_ text: String) {
    let bytes = Array(text.utf8) + Array(repeating: 0, count: 32)
    let length = bytes.count - 32
    self = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { Literal($0, length) } ?? Literal()
    }
  }

  @inline(__always) private static func word(
    _ start: UnsafePointer<UInt8>, _ offset: Int
  ) -> UInt64 {
    UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// Whether these bytes stand at a place behind which there are 32 that may be read.
  @inline(__always) func stands(at start: UnsafePointer<UInt8>) -> Bool {
    let ends = (Literal.word(start, 0) ^ first) | (Literal.word(start, lastOffset) ^ last)
    guard ends & mask == 0 else { return false }
    if length <= 16 { return true }
    return (Literal.word(start, 8) ^ second) | (Literal.word(start, length &- 16) ^ third) == 0
  }
}
