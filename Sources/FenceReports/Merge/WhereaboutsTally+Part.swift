import FenceCore
import Outreach

extension JSONWriter {
  /// Writes what decided place and clock as it is counted: gains to the millisecond.
  mutating func partWhereabouts(_ summary: CheckSummary) {
    let tally = summary.whereabouts.settled
    key("evidence")
    evidenceCounts(tally)
    key("conflicts")
    conflictCounts(tally)
    key("gains")
    array(tally.gains(by: summary.steps)) { writer, entry in
      writer.object {
        $0.member("step", entry.key.step)
        $0.member("facts", entry.key.facts)
        $0.member("contacts", entry.count.contacts)
        $0.range("permitted", entry.count.permitted)
        $0.range("gain", entry.count.gain)
        $0.range("in_all", entry.count.least...entry.count.most)
      }
    }
  }

  private mutating func range(_ name: String, _ range: ClosedRange<Int64>) {
    key(name)
    array([range.lowerBound, range.upperBound]) { $0.number(Int($1)) }
  }
}

extension WhereaboutsTally {
  /// Reads it back as it was written.
  ///
  /// - Parameters:
  ///   - part: the tally.
  ///   - contacts: how many contacts the part has; no more can be counted of anything.
  /// - Throws: why the part is none.
  init(_ part: PartObject, contacts: Int) throws(UnmergeableReport) {
    for entry in try part.objects("evidence") {
      let key = Evidence(
        placeFrom: try entry.texts("place_from"), clockFrom: try entry.text("clock_from"))
      evidence[key] = EvidenceCount(
        contacts: try entry.count("contacts", atMost: contacts),
        onSeveralPlaces: try entry.count("several_places", atMost: contacts),
        onSeveralClocks: try entry.count("several_clocks", atMost: contacts))
    }
    for entry in try part.objects("conflicts") {
      let conflict = PlaceEvidence.Conflict(
        facts: try entry.texts("facts"), isOfPlace: try entry.truth("place"),
        isOfClock: try entry.truth("clock"))
      conflicts[conflict] = try entry.count("contacts", atMost: contacts)
    }
    for entry in try part.objects("gains") {
      let key = GainKey(step: try entry.text("step"), facts: try entry.texts("facts"))
      let count = try entry.count("contacts", atMost: contacts)
      // Nobody gains more than a day, so that the sums of all parts are bounded by their contacts.
      let (most, overflows) = Int64(count).multipliedReportingOverflow(by: Self.day)
      let sums = try entry.range("in_all", atMost: overflows ? .max : most)
      gains[key] = GainCount(
        contacts: count, permitted: try entry.range("permitted", atMost: Self.day),
        gain: try entry.range("gain", atMost: Self.day), least: sums.lowerBound,
        most: sums.upperBound)
    }
  }

  /// In milliseconds.
  private static let day: Int64 = 86_400_000
}

extension PartObject {
  fileprivate func count(_ key: String, atMost most: Int) throws(UnmergeableReport) -> Int {
    let count = try count(key)
    guard count <= most else { throw .damaged(key) }
    return count
  }

  fileprivate func range(
    _ key: String, atMost most: Int64
  ) throws(UnmergeableReport) -> ClosedRange<Int64> {
    let bounds = try elements(key).map { element -> Int64? in
      guard case .number(let spelled) = element.content else { return nil }
      return Int64(spelled)
    }
    guard bounds.count == 2, let lower = bounds[0], let upper = bounds[1], 0 <= lower,
      lower <= upper, upper <= most
    else { throw .damaged(key) }
    return lower...upper
  }
}
