public import Outreach

/// Attempts that are judged alike, as classes: by ground, step and what was found.
public final class AttemptClasses {
  @exclusivity(unchecked) private var entries: [Entry] = []
  /// What was found of the attempts of all classes, one behind the other.
  @exclusivity(unchecked) private var keys: [Int32] = []
  /// The numbers of the findings of all classes, one behind the other.
  @exclusivity(unchecked) private var members: [Int32] = []
  @exclusivity(unchecked) private var slots = Array(repeating: Int32(-1), count: 1024)

  /// How often the classes were forgotten: numbers mean nothing beyond that.
  public private(set) var generation: Int
  /// From how many classes on they are to be forgotten.
  private static let most = 8192

  private struct Entry {
    var hash: UInt64
    var ground: Int
    var step: Int
    var firstKey: Int
    var keyCount: Int
    var decision: Decision
    /// Where its findings begin, part by part, and where the last end.
    var starts: (Int, Int, Int, Int, Int)
  }

  init(generation: Int) { self.generation = generation }

  /// How many classes there are.
  public var count: Int { entries.count }

  /// Whether there are so many that they should be forgotten.
  public var isFull: Bool { entries.count >= AttemptClasses.most }

  /// Forgets all classes.
  public func forget() {
    entries.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    slots = Array(repeating: -1, count: slots.count)
    generation += 1
  }

  /// The step of a class, by its place in the plan.
  public func step(of number: Int32) -> Int { entries[Int(number)].step }

  /// What the findings of a class make of an attempt.
  public func decision(of number: Int32) -> Decision { entries[Int(number)].decision }

  /// The numbers of a class's findings in one part, in the order of reports.
  public func findings(of number: Int32, in part: SharedFinding.Part) -> ArraySlice<Int32> {
    let starts = entries[Int(number)].starts
    switch part {
    case .planFindings: return members[starts.0..<starts.1]
    case .findings: return members[starts.1..<starts.2]
    case .planExcused: return members[starts.2..<starts.3]
    case .excused: return members[starts.3..<starts.4]
    }
  }

  /// The numbers of all findings of a class: about the plan, about the contact, excused of the plan, excused.
  public func findings(of number: Int32) -> ArraySlice<Int32> {
    let starts = entries[Int(number)].starts
    return members[starts.0..<starts.4]
  }

  @inline(__always) static func seed(_ ground: Int, _ step: Int) -> UInt64 {
    mix(UInt64(truncatingIfNeeded: ground), Int32(truncatingIfNeeded: step))
  }

  @inline(__always) static func mix(_ hash: UInt64, _ key: Int32) -> UInt64 {
    let mixed = (hash ^ UInt64(truncatingIfNeeded: key)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed &>> 29
  }

  /// The number of a class; -1 if it is new.
  @inline(__always) func find(
    _ hash: UInt64, _ ground: Int, _ step: Int, _ own: UnsafeBufferPointer<Int32>
  ) -> Int32 {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let number = slots[slot]
      if isClass(Int(number), hash, ground, step, own) { return number }
      slot = (slot &+ 1) & mask
    }
    return -1
  }

  @inline(__always) private func isClass(
    _ number: Int, _ hash: UInt64, _ ground: Int, _ step: Int, _ own: UnsafeBufferPointer<Int32>
  ) -> Bool {
    guard entries[number].hash == hash, entries[number].ground == ground,
      entries[number].step == step, entries[number].keyCount == own.count
    else { return false }
    let first = entries[number].firstKey
    for offset in 0..<own.count where keys[first &+ offset] != own[offset] { return false }
    return true
  }

  /// Adds a class; its findings are put in the order of reports.
  func add(
    _ draft: ClassDraft, _ findings: SharedFindings, _ hash: UInt64, _ ground: Int, _ step: Int,
    _ own: UnsafeBufferPointer<Int32>
  ) -> Int32 {
    let firstKey = keys.count
    keys.append(contentsOf: own)
    let start = members.count
    members += draft.planFindings.sorted(by: findings.isOrdered)
    let planEnd = members.count
    members += draft.findings.sorted(by: findings.isOrdered)
    let end = members.count
    var decision = Decision.allowed
    for member in members[start..<end] { decision = max(decision, findings.decision(of: member)) }
    members += draft.planExcused
    let planExcusedEnd = members.count
    members += draft.excused
    entries.append(
      Entry(
        hash: hash, ground: ground, step: step, firstKey: firstKey, keyCount: own.count,
        decision: decision,
        starts: (start, planEnd, end, planExcusedEnd, members.count)))
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in entries.indices { insert(index) }
    } else {
      insert(entries.count - 1)
    }
    return Int32(truncatingIfNeeded: entries.count - 1)
  }

  private func insert(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }
}

/// The findings of an attempt while they are gathered, by number.
struct ClassDraft {
  var planFindings: [Int32] = []
  var findings: [Int32] = []
  var planExcused: [Int32] = []
  var excused: [Int32] = []

  mutating func clear() {
    planFindings.removeAll(keepingCapacity: true)
    findings.removeAll(keepingCapacity: true)
    planExcused.removeAll(keepingCapacity: true)
    excused.removeAll(keepingCapacity: true)
  }

  mutating func add(_ number: Int32, _ part: SharedFinding.Part) {
    switch part {
    case .planFindings: planFindings.append(number)
    case .findings: findings.append(number)
    case .planExcused: planExcused.append(number)
    case .excused: excused.append(number)
    }
  }
}
