import Outreach

/// Zone histories that have been asked for, by name.
final class ZoneCache {
  private let source: any ZoneSource
  private var histories: [String: ZoneHistory?] = [:]
  private var clocks: [[String]: [ZoneHistory]] = [:]

  init(_ source: any ZoneSource) { self.source = source }

  func history(of name: String) -> ZoneHistory? {
    if let known = histories[name] { return known }
    let history = source.history(of: name)
    histories[name] = .some(history)
    return history
  }

  /// One clock of each group of zones whose offsets have been the same since 1990, before which no fact counts.
  func clocks(_ names: [String]) -> [ZoneHistory] {
    if let known = clocks[names] { return known }
    var seen: Set<ClockReadings> = []
    let distinct = names.compactMap { history(of: $0) }
      .filter { seen.insert(ClockReadings(of: $0)).inserted }
    clocks[names] = distinct
    return distinct
  }
}

/// What a clock reads from 1990 on.
private struct ClockReadings: Hashable {
  var transitions: ArraySlice<Int64>
  var offsets: ArraySlice<Int32>

  init(of zone: ZoneHistory) {
    let since: Int64 = 631_152_000_000  // 1990-01-01T00:00Z
    let first = zone.transitions.firstIndex { $0 > since } ?? zone.transitions.endIndex
    transitions = zone.transitions[first...]
    offsets = zone.offsets[first...]
  }
}
