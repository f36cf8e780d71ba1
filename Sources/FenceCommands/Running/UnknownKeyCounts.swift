import Outreach

/// The keys of contacts that no field has, counted.
struct UnknownKeyCounts: Sendable {
  private var counts: [String: (count: Int, key: UnknownKey)] = [:]

  /// Adds the keys of one contact.
  mutating func add(_ keys: [UnknownKey]) {
    for key in keys {
      let name = "\(key.record.rawValue).\(key.isOwn ? "custom." : "")\(key.key)"
      // Files with ever new keys would fill the memory.
      guard counts[name] != nil || counts.count < 100 else { continue }
      counts[name, default: (0, key)].count += 1
    }
  }

  /// Adds the keys of contacts behind these.
  mutating func add(_ later: UnknownKeyCounts) {
    for (name, entry) in later.counts where counts[name] != nil || counts.count < 100 {
      counts[name, default: (0, entry.key)].count += entry.count
    }
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
