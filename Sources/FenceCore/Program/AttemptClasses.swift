public import Outreach

/// Attempts of which the same was found at the same step, as classes.
///
/// Keys of attempts lead to them: whoever has the key of an attempt need not look at what was found of it.
public final class AttemptClasses {
  /// The classes by what was found, where no key tells it, and by the keys that tell it.
  @exclusivity(unchecked) private var contents = MixedKeyTable()
  @exclusivity(unchecked) private var keys = MixedKeyTable()
  @exclusivity(unchecked) private var entries = BatchBuffer<Entry>(capacity: 256)
  /// The numbers of the findings of all classes.
  @exclusivity(unchecked) private var members = BlockMemory()
  @exclusivity(unchecked) private var memberCount = 0

  /// How often the classes were forgotten: numbers mean nothing beyond that.
  public private(set) var generation: Int
  private let limits: ClassLimits

  private struct Entry: BitwiseCopyable {
    /// Its findings, and where each part of them ends.
    var members: UnsafePointer<Int32>
    var ends: SIMD4<Int32>
    var step: Int32
    var decision: Decision
  }

  init(generation: Int, limits: ClassLimits) {
    (self.generation, self.limits) = (generation, limits)
  }

  /// How many classes there are.
  @exclusivity(unchecked) public private(set) var count = 0

  /// Whether there are so many that they should be forgotten.
  public var isFull: Bool {
    keys.count >= limits.keys || memberCount >= limits.findings
  }

  /// Forgets all classes.
  public func forget() {
    contents = MixedKeyTable()
    keys = MixedKeyTable()
    members.reset()
    (count, memberCount) = (0, 0)
    generation += 1
  }

  /// The step of a class, by its place in the plan.
  public func step(of number: Int32) -> Int { Int(entries.base[Int(number)].step) }

  /// What the findings of a class make of an attempt.
  public func decision(of number: Int32) -> Decision { entries.base[Int(number)].decision }

  /// The numbers of a class's findings in one part, in the order of reports; valid until the classes are
  /// forgotten.
  public func findings(
    of number: Int32, in part: SharedFinding.Part
  ) -> UnsafeBufferPointer<Int32> {
    let entry = entries.base[Int(number)]
    let place = Int(part.rawValue)
    let start = place == 0 ? 0 : entry.ends[place &- 1]
    return UnsafeBufferPointer(
      start: entry.members + Int(start), count: Int(entry.ends[place] &- start))
  }

  /// The numbers of all findings of a class: about the plan, about the contact, excused of the plan, excused; valid
  /// until the classes are forgotten.
  public func findings(of number: Int32) -> UnsafeBufferPointer<Int32> {
    let entry = entries.base[Int(number)]
    return UnsafeBufferPointer(start: entry.members, count: Int(entry.ends[3]))
  }

  /// The class of an attempt by its key; nil if the key is new.
  @inline(__always) func find(_ key: MixedKey) -> Int32? { keys.find(key) }

  /// Finds the classes of attempts by their keys, -1 where a key is new, and their decisions; numbers below 0 stay as they
  /// are.
  ///
  /// One look-up does not wait for the memory of another.
  func find(
    _ attempts: UnsafePointer<MixedKey>, count: Int, into numbers: UnsafeMutablePointer<Int32>,
    _ decisions: UnsafeMutablePointer<Decision>
  ) {
    for place in 0..<count where numbers[place] >= 0 {
      numbers[place] = find(attempts[place]) ?? -1
    }
    for place in 0..<count where numbers[place] >= 0 {
      decisions[place] = decision(of: numbers[place])
    }
  }

  /// Keeps the class of a key that is new.
  func remember(_ key: MixedKey, _ number: Int32) { keys.add(key, number) }

  /// The class of what was found; nil if it is new.
  func find(content: MixedKey) -> Int32? { contents.find(content) }

  /// Keeps the class of what was found.
  func remember(content: MixedKey, _ number: Int32) { contents.add(content, number) }

  /// Adds a class of attempts at a step of which two lists of findings were found, each in the order of reports.
  func add(
    step: Int, _ common: CommonFindings, _ own: UnsafeBufferPointer<Int32>,
    _ findings: SharedFindings
  ) -> Int32 {
    let size = common.findings.count + own.count
    memberCount += size
    let members = self.members.take(size * MemoryLayout<Int32>.stride)
      .bindMemory(to: Int32.self, capacity: size)
    let cells = findings.cells.base
    var (totals, place) = (common.totals, 0)
    common.findings.withUnsafeBufferPointer { common in
      var first = 0
      for number in own {
        while first < common.count, !findings.isOrdered(number, before: common[first]) {
          members[place] = common[first]
          (first, place) = (first &+ 1, place &+ 1)
        }
        members[place] = number
        place &+= 1
        totals.add(cells[Int(number)])
      }
      while first < common.count {
        members[place] = common[first]
        (first, place) = (first &+ 1, place &+ 1)
      }
    }
    let number = count
    count += 1
    entries.reserve(count, keeping: number)
    entries.base[number] = Entry(
      members: UnsafePointer(members), ends: totals.ends, step: Int32(truncatingIfNeeded: step),
      decision: totals.decision)
    return Int32(truncatingIfNeeded: number)
  }
}

/// What findings come to.
struct FindingTotals: BitwiseCopyable {
  private(set) var decision = Decision.allowed
  /// How many there are in each part of a judgement.
  private var counts = SIMD4<Int32>()

  /// Adds a finding.
  @inline(__always) mutating func add(_ cell: FindingCell) {
    let part = SIMD4(repeating: Int32(cell.part.rawValue))
    counts.replace(with: counts &+ 1, where: part .== SIMD4(0, 1, 2, 3))
    if cell.decision.rank > decision.rank { decision = cell.decision }
  }

  /// Where each part ends, the parts one behind the other.
  var ends: SIMD4<Int32> {
    let (first, second) = (counts[0], counts[0] + counts[1])
    return SIMD4(first, second, second + counts[2], second + counts[2] + counts[3])
  }
}

/// How much is kept of attempts that are judged alike: what is written does not depend on it.
public struct ClassLimits: Sendable {
  /// From how many keys of attempts on their classes are forgotten: some 5 MB.
  public var keys = 1 << 17
  /// From how many findings of all classes on these are forgotten: some 4 MB.
  public var findings = 1 << 20
  /// How many findings are kept by the reasons that lead to them, and how many by their grounds: some 6 MB each.
  ///
  /// Then they are forgotten, for the judge finds them again.
  public var reasons = 1 << 17
  /// How many next changes are kept: some 6 MB.
  public var changes = 1 << 17
  /// How many bytes of their texts are kept at most: what comes later is written anew each time, and much more would leave
  /// the processor's caches.
  public var textBytes = 2 << 20

  /// The limits of the product.
  public init() {}
}
