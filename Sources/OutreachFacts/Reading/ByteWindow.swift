import Outreach

/// The part of a stream of bytes that is being looked at, with the place of its start in the file.
struct ByteWindow {
  /// The bytes read and not yet given up.
  private(set) var bytes: [UInt8] = []

  /// The first byte that is not yet used.
  private(set) var start = 0

  /// The place of that byte.
  private(set) var place = FactPlace.startOfFile

  private var isFinished = false
  private let source: () throws -> [UInt8]?

  init(source: @escaping () throws -> [UInt8]?) { self.source = source }

  /// Reads one more chunk behind the window; false at the end of the stream.
  ///
  /// - Throws: what the source throws.
  mutating func extend() throws -> Bool {
    while !isFinished {
      guard let chunk = try source() else {
        isFinished = true
        break
      }
      guard !chunk.isEmpty else { continue }
      if start > 0 {
        bytes.removeFirst(start)
        start = 0
      }
      bytes.append(contentsOf: chunk)
      return true
    }
    return false
  }

  /// The byte so far behind the start, read from the source if need be; nil at the end of the stream.
  mutating func byte(at distance: Int) throws -> UInt8? {
    while start + distance >= bytes.count {
      guard try extend() else { return nil }
    }
    return bytes[start + distance]
  }

  /// How many bytes stand before the first one at or behind a distance that is asked for; nil if the window holds none.
  func length(from distance: Int, before isSought: (UInt8) -> Bool) -> Int? {
    var index = start + distance
    while index < bytes.count {
      if isSought(bytes[index]) { return index - start }
      index += 1
    }
    return nil
  }

  /// How many bytes stand before the first line feed at or behind a distance; nil if the window holds none.
  func lineLength(from distance: Int) -> Int? {
    length(from: distance) { $0 == UInt8(ascii: "\n") }
  }

  /// How many bytes the window holds.
  var count: Int { bytes.count - start }

  /// The first bytes of the window.
  func prefix(_ length: Int) -> ArraySlice<UInt8> {
    bytes[start..<min(start + length, bytes.count)]
  }

  /// The bytes of the window where they lie.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  /// Gives up bytes whose lines somebody else counts.
  mutating func pass(_ length: Int) {
    let end = min(start + length, bytes.count)
    place.lower += end - start
    place.upper = place.lower
    start = end
  }

  /// Gives up bytes and moves the place past them.
  mutating func drop(_ length: Int) {
    let end = min(start + length, bytes.count)
    var lineStart = start - (place.column - 1)
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "\n") {
        place.line += 1
        lineStart = index + 1
      }
      index += 1
    }
    place.column = end - lineStart + 1
    place.lower += end - start
    place.upper = place.lower
    start = end
  }
}
