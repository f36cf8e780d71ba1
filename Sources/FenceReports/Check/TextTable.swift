/// Texts by number, one behind the other in memory.
struct TextTable {
  private var bytes: [UInt8] = []
  /// Where each stands; empty until it is made.
  private var places: [Range<Int>] = []

  /// How many bytes all of them have.
  var size: Int { bytes.count }

  /// Makes room for so many texts.
  mutating func reserve(_ count: Int) {
    if places.count < count { places += Array(repeating: 0..<0, count: count - places.count) }
  }

  /// Forgets all texts.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// Makes a text for which there is room, unless it is there.
  @inline(__always) mutating func make(_ number: Int, _ append: (inout [UInt8]) -> Void) {
    guard places[number].isEmpty else { return }
    let start = bytes.count
    append(&bytes)
    places[number] = start..<bytes.count
  }

  /// Calls a body with a look-up of the texts.
  @inline(__always) func withTexts(_ body: ((Int) -> UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      places.withUnsafeBufferPointer { places in
        body { UnsafeBufferPointer(rebasing: bytes[places[$0]]) }
      }
    }
  }
}
