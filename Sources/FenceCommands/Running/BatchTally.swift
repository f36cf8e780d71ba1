import FenceCore
import FenceReports
import Outreach

/// Counts the contacts of one batch by what many of them share.
struct BatchTally: ~Copyable {
  private var decisions = SIMD4<Int>()
  private var segmentSets: [Int] = []
  /// What grounds tell of their contacts' places, and how many contacts each of these has.
  private var places: [PlaceTold] = []
  private var contactsOfPlace = BatchBuffer<Int>(capacity: 64)
  private var numberOfPlace: [PlaceTold: Int32] = [:]
  /// By ground, the number of what it tells; -1 until somebody asks.
  private var placeOfGround = BatchBuffer<Int32>(capacity: 64)
  private var groundCount = 0

  /// Counts a contact by what is to be done with it.
  @inline(__always) mutating func add(_ decision: Decision) { decisions[decision.rank] += 1 }

  /// Counts a contact by the set of its segments.
  @inline(__always) mutating func add(segmentSet number: Int) {
    while segmentSets.count <= number { segmentSets.append(0) }
    segmentSets[number] += 1
  }

  /// Counts a contact by what its ground tells of its place, which is found once.
  @inline(__always) mutating func add(ground: Int, told: () -> PlaceTold) {
    if ground >= groundCount || placeOfGround.base[ground] < 0 { learn(ground, told()) }
    contactsOfPlace.base[Int(placeOfGround.base[ground])] &+= 1
  }

  private mutating func learn(_ ground: Int, _ told: PlaceTold) {
    if ground >= groundCount {
      placeOfGround.reserve(ground + 1, keeping: groundCount)
      (placeOfGround.base + groundCount).initialize(
        repeating: -1, count: ground + 1 - groundCount)
      groundCount = ground + 1
    }
    let number = numberOfPlace[told] ?? Int32(truncatingIfNeeded: places.count)
    if Int(number) == places.count {
      contactsOfPlace.reserve(places.count + 1, keeping: places.count)
      contactsOfPlace.base[places.count] = 0
      places.append(told)
      numberOfPlace[told] = number
    }
    placeOfGround.base[ground] = number
  }

  /// Hands the counts over, and begins the next batch.
  mutating func settle(in summary: inout CheckSummary, _ program: Program) {
    for decision in Decision.allCases where decisions[decision.rank] > 0 {
      summary.addContacts(decisions[decision.rank], decision)
      decisions[decision.rank] = 0
    }
    for (number, count) in segmentSets.enumerated() where count > 0 {
      summary.addSegments(program.segmentSets[number], times: count)
      segmentSets[number] = 0
    }
    for (number, told) in places.enumerated() where contactsOfPlace.base[number] > 0 {
      let contacts = contactsOfPlace.base[number]
      contactsOfPlace.base[number] = 0
      if let whereabouts = told.whereabouts {
        summary.addWhereabouts(whereabouts, times: contacts)
      }
      if let outside = told.outside { summary.addOutside(outside, times: contacts) }
    }
  }

  /// Begins with another program.
  mutating func forgetGrounds() { self = BatchTally() }
}

/// What a ground tells of its contacts' places.
struct PlaceTold: Hashable {
  /// What decided place and clock, if somebody asks.
  var whereabouts: Whereabouts?
  /// The place outside the plan's targets to which the contacts point.
  var outside: String?
}
