import FenceCore
import FenceReports
import Outreach

/// Counts the contacts of one batch by what many of them share.
struct BatchTally: ~Copyable {
  private var decisions = Decision.allCases.map { _ in 0 }
  private var segmentSets: [Int] = []
  /// By ground, how many contacts; and the grounds of which there are any.
  private var grounds = BatchBuffer<Int32>(capacity: 64)
  private var groundCount = 0
  private var touched: [Int] = []

  /// Counts a contact by what is to be done with it.
  @inline(__always) mutating func add(_ decision: Decision) { decisions[decision.rank] += 1 }

  /// Counts a contact by the set of its segments.
  @inline(__always) mutating func add(segmentSet number: Int) {
    while segmentSets.count <= number { segmentSets.append(0) }
    segmentSets[number] += 1
  }

  /// Counts a contact by its ground.
  @inline(__always) mutating func add(ground: Int) {
    if groundCount <= ground { reserve(ground + 1) }
    if grounds.base[ground] == 0 { touched.append(ground) }
    grounds.base[ground] &+= 1
  }

  private mutating func reserve(_ count: Int) {
    grounds.reserve(count, keeping: groundCount)
    (grounds.base + groundCount).initialize(repeating: 0, count: grounds.capacity - groundCount)
    groundCount = grounds.capacity
  }

  /// Hands the counts over, and begins the next batch; whoever asks is told the place outside the plan's targets to which
  /// a ground points.
  mutating func settle(
    in summary: inout CheckSummary, _ program: Program, placeOutside: (Int) -> String?
  ) {
    for decision in Decision.allCases where decisions[decision.rank] > 0 {
      summary.addContacts(decisions[decision.rank], decision)
      decisions[decision.rank] = 0
    }
    for (number, count) in segmentSets.enumerated() where count > 0 {
      summary.addSegments(program.segmentSets[number], times: count)
      segmentSets[number] = 0
    }
    for ground in touched {
      let count = Int(grounds.base[ground])
      grounds.base[ground] = 0
      if let told = program.whereabouts(ofGround: ground) {
        summary.addWhereabouts(told, times: count)
      }
      if let outside = placeOutside(ground) { summary.addOutside(outside, times: count) }
    }
    touched.removeAll(keepingCapacity: true)
  }
}
