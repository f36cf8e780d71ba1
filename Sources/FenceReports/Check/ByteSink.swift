import Outreach

/// Bytes that are written one behind the other by the million.
public struct ByteSink: ~Copyable {
  private var buffer: BatchBuffer<UInt8>

  /// How many bytes were written.
  public private(set) var count = 0

  /// Makes an empty one with room for so many bytes.
  public init(capacity: Int = 1 << 16) { buffer = BatchBuffer(capacity: capacity) }

  /// Forgets what was written; the memory is kept.
  public mutating func clear() { count = 0 }

  /// Adds bytes.
  @inline(__always) public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    buffer.reserve(count + bytes.count, keeping: count)
    (buffer.base + count).update(from: base, count: bytes.count)
    count += bytes.count
  }

  /// Adds bytes.
  @inline(__always) public mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Adds a byte.
  @inline(__always) public mutating func append(_ byte: UInt8) {
    buffer.reserve(count + 1, keeping: count)
    buffer.base[count] = byte
    count += 1
  }

  /// Adds a byte several times.
  @inline(__always) mutating func append(_ bytes: StaticString, times: Int) {
    for _ in 0..<times {
      append(UnsafeBufferPointer(start: bytes.utf8Start, count: bytes.utf8CodeUnitCount))
    }
  }

  /// Adds bytes that were written before once more.
  @inline(__always) mutating func repeatBytes(from start: Int, count length: Int) {
    buffer.reserve(count + length, keeping: count)
    (buffer.base + count).update(from: buffer.base + start, count: length)
    count += length
  }

  /// What was written from a place on.
  func copy(from start: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: buffer.base + start, count: count - start))
  }

  /// What was written.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: buffer.base, count: count)) }
}
