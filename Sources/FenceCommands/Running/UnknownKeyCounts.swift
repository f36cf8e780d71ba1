import Outreach

/// The keys of contacts that no field has, counted.
struct UnknownKeyCounts: Sendable {
  private var counts: [String: (count: Int, key: UnknownKey)] = [:]

  /// Files with ever new keys would fill the memory.
  private static let most = 100

  /// Adds the keys of one contact.
  mutating func add(_ keys: [UnknownKey]) {
    for key in keys { add(key, count: 1) }
  }

  /// Adds a key that stands so many times in contacts.
  mutating func add(_ key: UnknownKey, count: Int) {
    let name = key.countedName
    guard counts[name] != nil || counts.count < UnknownKeyCounts.most else { return }
    counts[name, default: (0, key)].count += count
  }

  /// Adds the keys of contacts behind these.
  mutating func add(_ later: UnknownKeyCounts) {
    let inOrder = later.counts.values.sorted {
      ($0.key.place.line, $0.key.place.lower) < ($1.key.place.line, $1.key.place.lower)
    }
    for entry in inOrder { add(entry.key, count: entry.count) }
  }

  /// One line a key.
  var lines: [String] {
    counts.sorted { $0.key < $1.key }.map { _, entry in
      let times = entry.count == 1 ? "once" : "\(entry.count) times"
      let near = entry.key.nearest.map { "; did you mean `\($0)`?" } ?? ""
      return "no field is called `\(entry.key.path)` (\(times), first on line "
        + "\(entry.key.place.line))\(near)"
    }
  }
}

/// Keys that no field has and that were met before: columns pass over them, and they are counted by number.
struct PassedKeys {
  private(set) var keys: [UnknownKey] = []
  private var names: Set<String> = []
  private var counts: [Int] = []

  private static let most = 256

  /// Gives a key a number; nil if it has one, or there are too many.
  mutating func add(_ key: UnknownKey) -> Int32? {
    guard !key.isOwn, keys.count < PassedKeys.most, names.insert(key.countedName).inserted else {
      return nil
    }
    keys.append(key)
    counts.append(0)
    return Int32(truncatingIfNeeded: keys.count - 1)
  }

  /// Counts the keys of a record.
  mutating func count(_ numbers: UnsafeBufferPointer<Int32>) {
    for number in numbers { counts[Int(number)] += 1 }
  }

  /// Adds up what was counted, and begins anew.
  mutating func take(into total: inout UnknownKeyCounts) {
    for (number, count) in counts.enumerated() where count > 0 {
      total.add(keys[number], count: count)
      counts[number] = 0
    }
  }
}

extension UnknownKey {
  /// Its name among those of all kinds of records.
  fileprivate var countedName: String { "\(record.rawValue).\(isOwn ? "custom." : "")\(key)" }
}
