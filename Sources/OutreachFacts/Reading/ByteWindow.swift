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
  private let source: ByteSource
  /// For how many bytes there was room when some were handed over.
  private var room = 0

  init(source: ByteSource) { self.source = source }

  /// Reads more behind the window; false at the end of the stream.
  ///
  /// - Throws: what the source throws.
  mutating func extend() throws -> Bool {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    let before = bytes.count
    // At once, so that nothing has to be moved while it is filled; and by the thread that reads, so that it gets back
    // the memory that it gave up last.
    if bytes.capacity < room { bytes.reserveCapacity(room) }
    while !isFinished, bytes.count == before { isFinished = try !source.more(&bytes) }
    return bytes.count > before
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
    bytes.withUnsafeBytes { bytes in
      var index = start + distance
      // Eight at a time; the lowest bit found is that of a line feed.
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        let feeds = word ^ 0x0A0A_0A0A_0A0A_0A0A
        let found = (feeds &- 0x0101_0101_0101_0101) & ~feeds & 0x8080_8080_8080_8080
        if found != 0 { return index + found.trailingZeroBitCount / 8 - start }
        index += 8
      }
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "\n") { return index - start }
        index += 1
      }
      return nil
    }
  }

  /// How many bytes the window holds.
  var count: Int { bytes.count - start }

  /// The first bytes of the window.
  func prefix(_ length: Int) -> ArraySlice<UInt8> {
    bytes[start..<min(start + length, bytes.count)]
  }

  /// Gives up bytes among which is no line feed, and the line feed behind them if there is one.
  mutating func dropLine(_ length: Int) {
    start += length
    place.lower += length
    place.column += length
    if start < bytes.count {
      start += 1
      place.lower += 1
      place.line += 1
      place.column = 1
    }
    place.upper = place.lower
  }

  /// Gives up whole lines of so many bytes, line feeds included, and hands them over with so many zeros behind them.
  mutating func takeLines(_ length: Int, padding: Int) -> [UInt8] {
    let taken = take(length, padding: padding)
    let feeds = ByteWindow.feeds(in: taken)
    place.line += feeds
    if feeds > 0 { place.column = 1 }
    return taken
  }

  /// Gives up bytes that may end within a line, and hands them over with so many zeros behind them.
  mutating func takePart(_ length: Int, padding: Int) -> [UInt8] {
    let taken = take(length, padding: padding)
    let feeds = ByteWindow.feeds(in: taken)
    place.line += feeds
    let last = feeds > 0 ? taken[..<length].lastIndex(of: UInt8(ascii: "\n")) : nil
    place.column = last.map { length - $0 } ?? place.column + length
    return taken
  }

  /// Gives up bytes whose lines somebody else counts, and hands them over with so many zeros behind them.
  mutating func take(_ length: Int, padding: Int) -> [UInt8] {
    if start > 0 { bytes.removeFirst(start) }
    var taken = Array(bytes[length...])
    swap(&taken, &bytes)
    start = 0
    room = max(room, taken.capacity)
    taken.removeLast(taken.count - length)
    place.lower += length
    place.upper = place.lower
    taken.append(contentsOf: repeatElement(0, count: padding))
    return taken
  }

  /// How many line feeds there are.
  private static func feeds(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { bytes in
      typealias Lanes = SIMD16<UInt8>
      // What is found is -1 in its lane.
      @inline(__always) func found(_ index: Int) -> Lanes {
        let lanes = bytes.loadUnaligned(fromByteOffset: index, as: Lanes.self)
        return unsafeBitCast(lanes .== Lanes(repeating: 0x0A), to: Lanes.self)
      }
      var count = 0
      var index = 0
      while index + 64 <= bytes.count {
        // So often that no lane can run over.
        var lanes = Lanes()
        let end = min(bytes.count - 63, index + 63 * 64)
        while index < end {
          let first = found(index) &+ found(index &+ 16)
          lanes = lanes &- (first &+ found(index &+ 32) &+ found(index &+ 48))
          index &+= 64
        }
        count &+= Int(SIMD16<UInt16>(truncatingIfNeeded: lanes).wrappedSum())
      }
      for byte in bytes[index...] where byte == 0x0A { count += 1 }
      return count
    }
  }

  /// How many bytes there are up to and with the last line feed among so many, else with the first behind them; nil if
  /// the window holds none.
  func lengthOfWholeLines(within length: Int) -> Int? {
    let last = bytes.withUnsafeBufferPointer { bytes -> Int? in
      var index = min(start + length, bytes.count) - 1
      while index >= start {
        if bytes[index] == UInt8(ascii: "\n") { return index + 1 - start }
        index -= 1
      }
      return nil
    }
    return last ?? lineLength(from: length).map { $0 + 1 }
  }

  /// How many of its bytes a part of about so many may take: a rest that would be less than another part goes with it, so
  /// that it need not be moved.
  func reach(ofPart size: Int) -> Int { count / 2 < size ? count : size }

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
