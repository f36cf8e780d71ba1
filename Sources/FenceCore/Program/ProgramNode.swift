import Outreach

/// One predicate of the bulk engine, over the rows of a frame.
///
/// A frame is a stack of lists: the contacts themselves, the rows of one list of every contact, or the pairs of
/// rows of two lists.
///
/// It is plain memory, so that looking at it counts no references: tables and parts are the builder's.
struct ProgramNode: BitwiseCopyable {
  var frame: Int
  var kind: Kind
  /// Whether its truth depends on clock and time, so that it is found anew for every part of a step's time.
  var isTimed: Bool

  enum Kind: BitwiseCopyable {
    case constant(Truth)
    /// What no contact's facts decide: a truth for each clock, or each ground if places matter.
    case table(Unmanaged<GroundTable>)
    /// A predicate of one value, by the value's number.
    case value(ValueColumn, Unmanaged<ValueTable>)
    /// A predicate of two values.
    case pair(ValueColumn, ValueColumn, Unmanaged<PairTable>)
    /// A point in time against a span that clock and time decide.
    case span(MomentSource, Unmanaged<SpanTable>)
    case momentIsNone(MomentSource)
    /// `before`, or `notAfter` where it may be equal.
    case order(MomentSource, MomentSource, orEqual: Bool)
    /// `within` a term, by its number.
    case within(Int, from: MomentSource, to: MomentSource)
    /// Whether two phone numbers are the same.
    case samePhone(ValueColumn, ValueColumn)
    case isPhone(ValueColumn, UInt64)
    case phoneIsNone(ValueColumn)
    case not(Int)
    case all(UnsafeBufferPointer<Int>)
    case any(UnsafeBufferPointer<Int>)
    case choose(Int, Int, Int)
    case prefer(Int, Int, Int)
    /// A node of the contact (level -1), or of the list at a level of this frame's stack alone.
    case lifted(Int, level: Int)
    /// Whether some row of the frame's list satisfies a node of the extended frame.
    case someRow(Int)
    /// How many rows do, together with a part that no contact decides, against a limit.
    case count(CountCheck)
    /// Nothing that columns decide.
    case ask
  }
}

/// A column seen from a frame: `level` is the list's place in the frame's stack from the outside, -1 for the
/// contact itself.
struct ValueColumn: Hashable, BitwiseCopyable {
  var column: Int
  var level: Int
}

/// Where the points in time of a frame's rows come from.
enum MomentSource: Hashable, BitwiseCopyable {
  case column(ValueColumn)
  /// The number of a computed moment of the frame.
  case computed(Int)
}

/// A point in time that is found for each row.
struct ComputedMoment {
  var frame: Int
  var step: Int
  var kind: Kind

  enum Kind {
    case moved(MomentSource, Term, direction: Int, reading: FoldReading)
    /// The latest of a column of a list over the rows that satisfy a node of the extended frame.
    case latestOf(MomentSource, where: Int)
    case extreme([MomentSource], fixed: [Expression], isLatest: Bool)
  }
}

/// A count of rows against a limit.
struct CountCheck: BitwiseCopyable {
  /// The node of the extended frame that says which rows count.
  var row: Int
  /// The node of the extended frame that stands for the condition alone, where channel and time count as well.
  var condition: Int
  /// The column of the contact's own limit, if it is that.
  var ownLimit: Int?
  /// What is added to the count, in millionths.
  var offset: Int64
  var isLimitFirst: Bool
  var orEqual: Bool
  var tables: Unmanaged<CountTable>
}

/// The truth of an expression that reads nothing of a contact but its place and clock.
final class GroundTable {
  let expression: Expression
  let step: Int
  let dependsOnPlace: Bool
  /// Truths by clock (ground and clock) and part of the step's time.
  @exclusivity(unchecked) var truths = TruthTable()
  /// What may come of it (`Comings`), by clock, or ground and clock.
  @exclusivity(unchecked) var comings = EntryTable<UInt8>(0)

  init(_ expression: Expression, step: Int, dependsOnPlace: Bool) {
    self.expression = expression
    self.step = step
    self.dependsOnPlace = dependsOnPlace
  }
}

/// The truth of a predicate for each distinct value.
final class ValueTable {
  let leaf: Leaf
  let expression: Expression
  let step: Int
  let isTimed: Bool
  @exclusivity(unchecked) var truths = TruthTable()
  /// Truths by value, ground and part of the step's time, where they matter.
  @exclusivity(unchecked) var timedKeys = PackedKeys()
  /// The same by ground's clock, part of the step's time and number, of the first few values.
  @exclusivity(unchecked) var placed = TruthTable()
  @exclusivity(unchecked) private(set) var timed: [UInt8] = []

  init(_ leaf: Leaf, _ expression: Expression, step: Int, isTimed: Bool) {
    self.leaf = leaf
    self.expression = expression
    self.step = step
    self.isTimed = isTimed
  }

  /// How many values have a place of their own at each ground's clock.
  static let few = 16

  /// Keeps a truth that depends on ground and time, as long as there are not too many of them.
  func remember(_ truth: UInt8, _ place: UInt64, _ value: UInt64) {
    guard timed.count < 1 << 16 else { return }
    _ = timedKeys.add(place, value)
    timed.append(truth)
  }
}

/// The truth of a predicate for each pair of values.
final class PairTable {
  let first: Leaf
  let second: Leaf
  let expression: Expression
  let step: Int
  /// Truths by the numbers of both values, where these are few; and the others.
  @exclusivity(unchecked) var truths = TruthTable()
  @exclusivity(unchecked) var rare: [UInt32: UInt8] = [:]

  /// Numbers below this one are looked up without a dictionary.
  static let few = 64

  init(_ first: Leaf, _ second: Leaf, _ expression: Expression, step: Int) {
    self.first = first
    self.second = second
    self.expression = expression
    self.step = step
  }
}

/// For each clock and part of the step's time, where a point in time must lie.
final class SpanTable {
  let comparison: MomentComparison
  let step: Int
  /// Whether business days count that differ from place to place: then by ground.
  let dependsOnPlace: Bool
  @exclusivity(unchecked) var entries = EntryTable<Entry>(.open)
  /// By clock, or ground and clock, where it never changes.
  @exclusivity(unchecked) var limits = EntryTable<SpanLimits>(.open)

  init(_ comparison: MomentComparison, step: Int, dependsOnPlace: Bool) {
    self.comparison = comparison
    self.step = step
    self.dependsOnPlace = dependsOnPlace
  }

  /// True within `surely`, false outside `perhaps`, both ends included.
  struct Entry: Equatable, BitwiseCopyable {
    var surely: (Int64, Int64)
    var perhaps: (Int64, Int64)
    /// What it is between the two: unknown, or a thing to ask the judge about; `open` of an entry not found yet.
    var between: UInt8 = TruthByte.unknown

    static let open = Entry(surely: (1, 0), perhaps: (1, 0), between: TruthByte.open)

    static func == (left: Entry, right: Entry) -> Bool {
      left.surely == right.surely && left.perhaps == right.perhaps
        && left.between == right.between
    }

    /// What the comparison says of a point in time.
    @inline(__always) func truth(
      _ state: UInt8, _ first: Int64, _ last: Int64, _ isRecent: Bool
    ) -> UInt8 {
      if state == MomentState.none, !isRecent { return TruthByte.no }
      if state < MomentState.some {
        // A comparison with none is false, whatever the other point is.
        return !isRecent && perhaps.0 > perhaps.1 ? TruthByte.no : TruthByte.unknown
      }
      if state == MomentState.ask { return TruthByte.ask }
      if first >= surely.0, last <= surely.1 { return TruthByte.yes }
      return last < perhaps.0 || first > perhaps.1 ? TruthByte.no : between
    }
  }
}

extension SpanTable {
  /// What the entries of several clocks have in common: true in all of them within `surely`, false in all outside
  /// `perhaps`, both ends included.
  struct Bounds {
    var surely: ClosedSpan
    var perhaps: ClosedSpan
    /// Whether nothing lies between the two, and whether no instant is within any entry.
    var areOne: Bool
    var areEmpty: Bool

    /// Makes those of some entries; nil if there are none, or only some of them hold no instant.
    init?(_ entries: some Sequence<Entry>) {
      var (first, count, empty): (Entry?, Int, Int) = (nil, 0, 0)
      for entry in entries {
        count += 1
        if entry.perhaps.0 > entry.perhaps.1 { empty += 1 }
        guard var held = first else {
          first = entry
          continue
        }
        held.surely = (max(held.surely.0, entry.surely.0), min(held.surely.1, entry.surely.1))
        held.perhaps = (min(held.perhaps.0, entry.perhaps.0), max(held.perhaps.1, entry.perhaps.1))
        first = held
      }
      guard let first, empty == 0 || empty == count else { return nil }
      areEmpty = empty > 0
      areOne = areEmpty || first.surely == first.perhaps
      surely = ClosedSpan(first.surely)
      perhaps = ClosedSpan(areEmpty ? (1, 0) : first.perhaps)
    }
  }

  /// Points in time from one to another, both included.
  struct ClosedSpan {
    private let first: Int64
    private let last: Int64

    /// Ends so far away that the distance of any two of them is still a number.
    private static let far: Int64 = 1 << 61

    init(_ ends: (Int64, Int64)) {
      first = min(max(ends.0, -ClosedSpan.far), ClosedSpan.far)
      last = min(max(ends.1, -ClosedSpan.far), ClosedSpan.far)
    }

    /// A bit for each of 64 points that it holds.
    ///
    /// A point is outside if its distance from one of the ends has the sign set.
    @inline(__always) func bits(_ points: UnsafePointer<Int64>) -> UInt64 {
      let (from, to) = (SIMD2(repeating: first), SIMD2(repeating: last))
      var outside = SIMD2<UInt64>()
      var at = 32
      while at > 0 {
        for _ in 0..<4 {
          at &-= 1
          let two = SIMD2(points[at], points[at &+ 32])
          let signs = SIMD2<UInt64>(truncatingIfNeeded: (two &- from) | (to &- two))
          outside = (outside &+ outside) | (signs &>> 63)
        }
      }
      return ~(outside[0] | outside[1] &<< 32)
    }

    /// Whether it holds no point from one to another, of which there are none where the first is after the last.
    func isApart(from first: Int64, _ last: Int64) -> Bool {
      first > last || last < self.first || first > self.last
    }

    /// Whether it holds a point.
    @inline(__always) func contains(_ point: Int64) -> Bool { point >= first && point <= last }
  }
}

/// What is found for a clock, or a ground's clock, and part of a step's time: plain memory.
struct EntryTable<Entry: BitwiseCopyable & Equatable>: ~Copyable {
  private var entries = BatchBuffer<Entry>(capacity: 64)
  private var count = 0
  /// One that is not found yet.
  private let open: Entry

  init(_ open: Entry) { self.open = open }

  @inline(__always) var base: UnsafeMutablePointer<Entry> { entries.base }

  /// Makes room for so many entries.
  mutating func reserve(_ needed: Int) {
    guard needed > count else { return }
    entries.reserve(needed, keeping: count)
    (entries.base + count).update(repeating: open, count: needed - count)
    count = needed
  }

  /// The entry that all of some places share in a part of time; nil if they differ.
  func shared(by places: [Int], _ part: Int) -> Entry? {
    guard let first = places.first else { return nil }
    let (entries, entry) = (entries.base, entries.base[first * Program.mostParts + part])
    for place in places where entries[place &* Program.mostParts &+ part] != entry { return nil }
    return entry
  }
}

/// The numbers of a `CountCheck`, by clock and part of the step's time.
final class CountTable {
  let step: Int
  /// What is counted beside the rows, by clock and time; nil for nothing.
  let besides: Expression?
  /// The limit, which no contact's facts decide unless it is the contact's own.
  let limit: Expression
  @exclusivity(unchecked) var entries = EntryTable(Entry())

  init(step: Int, besides: Expression?, limit: Expression) {
    (self.step, self.besides, self.limit) = (step, besides, limit)
  }

  /// Millionths.
  struct Entry: Equatable, BitwiseCopyable {
    var certain: Int64 = 0
    var possible: Int64 = 0
    var low: Int64 = 0
    var high: Int64 = 0
    var fixed: UInt8 = TruthByte.open
    var isFound = false
  }
}

/// A comparison of a contact's point in time with one that no contact decides.
enum MomentComparison: Hashable {
  case before(Expression)
  case after(Expression)
  case notAfter(Expression)
  case notBefore(Expression)
  case within(Term, to: Expression)
  case withinFrom(Term, from: Expression)
  case same(CalendarUnit, Expression)
  /// Whether it counts for a cap.
  case recent(PriorCount.Span)
}

/// A fact of a contact, or of a row of one of its lists, that an expression reads.
struct Leaf: Hashable {
  /// The number of the row's list in the layout; 0 for the contact.
  var list: Int
  /// The list's place in the frame's stack; -1 for the contact.
  var level: Int
  var column: Int
  /// The expression that reads it, as it stands outside inner quantifiers.
  var expression: Expression
}
