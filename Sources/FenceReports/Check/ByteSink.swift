import FenceCore
import Outreach

/// Bytes that are written one behind the other by the million.
///
/// One thread writes at a time; who has all of them may hand them over to another without copying any.
public final class ByteSink: @unchecked Sendable {
  @exclusivity(unchecked) private var buffer: BatchBuffer<UInt8>

  /// How many bytes were written.
  @exclusivity(unchecked) public private(set) var count = 0

  /// Makes an empty one with room for so many bytes.
  public init(capacity: Int = 1 << 16) { buffer = BatchBuffer(capacity: capacity) }

  /// What was written; valid until more is.
  public var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer.base, count: count)
  }

  /// Forgets what was written; the memory is kept.
  public func clear() { count = 0 }

  /// Adds bytes.
  @inline(__always) public func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    write(atMost: bytes.count) { $0.update(from: base, count: bytes.count) }
  }

  /// How many bytes must be readable behind those that `append(readable:count:)` adds.
  static let readable = 32

  /// Adds some bytes behind which others may be read, 32 at a time: of short texts it is the call that costs.
  @inline(__always) func append(readable bytes: UnsafePointer<UInt8>, count: Int) {
    write(atMost: count &+ ByteSink.readable) { target in
      let (source, target) = (UnsafeRawPointer(bytes), UnsafeMutableRawPointer(target))
      var at = 0
      while at < count {
        (target + at).storeBytes(
          of: (source + at).loadUnaligned(as: SIMD32<UInt8>.self), as: SIMD32<UInt8>.self)
        at &+= ByteSink.readable
      }
      return count
    }
  }

  /// Adds bytes.
  @inline(__always) public func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Adds a byte.
  @inline(__always) public func append(_ byte: UInt8) {
    write(atMost: 1) {
      $0[0] = byte
      return 1
    }
  }

  /// Adds two bytes.
  @inline(__always) func append(_ first: UInt8, _ second: UInt8) {
    write(atMost: 2) {
      ($0[0], $0[1]) = (first, second)
      return 2
    }
  }

  /// Adds a text that is part of the program.
  @inline(__always) func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds a text.
  func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Adds bytes that were written before once more.
  @inline(__always) func repeatBytes(from start: Int, count length: Int) {
    buffer.reserve(count &+ length &+ ByteSink.readable, keeping: count)
    append(readable: buffer.base + start, count: length)
  }

  /// Adds up to so many bytes, which a body puts into memory and counts.
  @inline(__always) func write(
    atMost most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int
  ) {
    buffer.reserve(count &+ most, keeping: count)
    count &+= body(buffer.base + count)
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Copies bytes to where this points; says how many.
  @inline(__always) func update(from bytes: UnsafePointer<UInt8>, count: Int) -> Int {
    self.update(from: bytes, count: count) as Void
    return count
  }
}
