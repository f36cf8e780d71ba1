import Outreach

/// The numbers of values by the bytes in which they were written.
///
/// Open addressing over FNV-1a; bytes are kept one behind the other. Full after as many spellings as a column
/// has numbers, so that memory stays bounded.
final class RawDictionary {
  private var slots: [Int32]
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  private struct Entry {
    var hash: UInt64
    var start: Int32
    var length: Int32
    var number: UInt16
  }

  private static let limit = 60_000

  init() { slots = Array(repeating: -1, count: 64) }

  @inline(__always) static func hash(_ base: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: length)
    var index = 0
    while index &+ 8 <= length {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 29
      index &+= 8
    }
    while index < length {
      hash = (hash ^ UInt64(base[index])) &* 0x0100_0000_01B3
      index &+= 1
    }
    return hash ^ hash &>> 32
  }

  /// The number of a spelling; nil if it is not known yet.
  @inline(__always) func find(_ base: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64)
    -> UInt16?
  {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = Int(slots[slot])
      if entry < 0 { return nil }
      let found = entries[entry]
      if found.hash == hash, Int(found.length) == length, isSame(found, base) {
        return found.number
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always) private func isSame(_ entry: Entry, _ base: UnsafePointer<UInt8>) -> Bool {
    let start = Int(entry.start)
    return bytes.withUnsafeBufferPointer { bytes in
      for at in 0..<Int(entry.length) where bytes[start &+ at] != base[at] { return false }
      return true
    }
  }

  /// Gives a spelling its number, if there is room.
  func add(_ base: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64, number: UInt16) {
    guard entries.count < RawDictionary.limit, length < 4096 else { return }
    entries.append(
      Entry(hash: hash, start: Int32(bytes.count), length: Int32(length), number: number))
    bytes.append(contentsOf: UnsafeBufferPointer(start: base, count: length))
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in entries.indices { insert(index) }
    } else {
      insert(entries.count - 1)
    }
  }

  private func insert(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(index)
  }
}
