import Foundation
import Outreach
import OutreachFacts

/// Compares every change of clock from 1970 to 2037 with what Python's `zoneinfo` said of the pinned release; returns the exit
/// status.
///
/// For each change the local times at the edges and in the middle of the gap or the fold are read as well.
func compareTransitions() -> Int32 {
  let path = PinnedPackages.sources.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Tests/Fixtures/zones.txt")
  guard let text = try? String(contentsOf: path, encoding: .utf8) else {
    print("there is no \(path.path())")
    return 1
  }
  var agreement = TransitionAgreement()
  for line in text.split(separator: "\n") { agreement.compare(line) }
  print(agreement.summary)
  for difference in agreement.differences.prefix(20) { print("  " + difference) }
  return agreement.differences.isEmpty ? 0 : 1
}

/// Compares the compiled histories with lines of `make_zones.py`.
struct TransitionAgreement {
  private(set) var zones = 0
  private(set) var transitions = 0
  private(set) var gaps = 0
  private(set) var folds = 0
  private(set) var readings = 0
  private(set) var differences: [String] = []

  private let source = SharedZones()

  /// The end of 2037, up to which the lines reach, in seconds.
  private static let end: Int64 = 2_145_916_800

  mutating func compare(_ line: Substring) {
    let words = line.split(separator: " ")
    switch words.first {
    case "history" where words.count > 2: compareHistory(words)
    case "reading" where words.count == 5:
      let numbers = words.dropFirst(2).compactMap { Int64($0) }
      guard numbers.count == 3, let zone = source.history(of: String(words[1])) else {
        return differences.append("\(line)")
      }
      read(numbers[0], on: zone, expecting: numbers[1], numbers[2])
    default: return
    }
  }

  private mutating func compareHistory(_ words: [Substring]) {
    zones += 1
    guard let zone = source.history(of: String(words[1])), let first = Int64(words[2]) else {
      return differences.append("there is no \(words[1])")
    }
    let expected = words.dropFirst(3).map { word in
      word.split(separator: ":").compactMap { Int64($0) }
    }
    let ours = zip(zone.transitions, zone.offsets.dropFirst()).map { [$0 / 1000, Int64($1)] }
      .filter { $0[0] < TransitionAgreement.end }
    transitions += expected.count
    if zone.offsets.first.map(Int64.init) != first || ours != expected {
      differences.append("\(words[1]): the changes differ")
    }
    var before = first
    for (index, change) in expected.enumerated() where change.count == 2 {
      let (instant, after) = (change[0], change[1])
      defer { before = after }
      // Where another change is nearer than the gap or the fold is long, its readings are not told by this one alone.
      let length = abs(after - before)
      let neighbours = [index - 1, index + 1].filter(expected.indices.contains)
      guard length > 0, neighbours.allSatisfy({ abs(expected[$0][0] - instant) > 2 * length })
      else { continue }
      let (low, high) = (instant + min(before, after), instant + max(before, after))
      let isGap = after > before
      if isGap { gaps += 1 } else { folds += 1 }
      for local in [low, (low + high) / 2, high - 1] {
        read(
          local, on: zone, expecting: isGap ? instant : local - before,
          isGap ? instant : local - after)
      }
      read(low - 1, on: zone, expecting: low - 1 - before, low - 1 - before)
      read(high, on: zone, expecting: high - after, high - after)
    }
  }

  /// Reads a local time, given as if it were universal time, and compares the two instants at which it may be.
  private mutating func read(
    _ local: Int64, on zone: ZoneHistory, expecting earlier: Int64, _ later: Int64
  ) {
    readings += 1
    let civil = ZoneHistory.civil(Instant(milliseconds: local * 1000), offsetSeconds: 0)
    let found = [ZoneHistory.LocalReading.earlier, .later].map {
      zone.instant(civil.date, civil.time, $0).milliseconds / 1000
    }
    if found != [earlier, later] {
      differences.append("\(zone.name): \(local) is read as \(found), not \([earlier, later])")
    }
  }

  var summary: String {
    "\(zones) zones, \(transitions) changes of their clocks from 1970 to 2037 (\(gaps) gaps, \(folds) folds), "
      + "\(readings) readings of local times beside and within them: \(differences.count) differences"
  }
}
