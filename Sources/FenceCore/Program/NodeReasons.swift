import Outreach

/// How closely a contact is looked at for what a rule says of it.
enum ReasonDepth {
  /// What is unknown, and why.
  case unknown
  /// Every truth with every point in time, and each row by itself: all that decides what the rule says at another time.
  case times
}

/// What decides why a node says what it does, row by row: plain memory, which lasts for a batch.
struct NodeReasons: BitwiseCopyable {
  /// The sums of keys by row, or that of all; of rows that are not looked at, anything.
  let sums: UnsafeMutablePointer<KeySum>
  private(set) var rowMask = -1
  /// Where only the judge knows, a bit a row.
  let asked: UnsafeMutablePointer<UInt64>
  /// When it was found (`ReasonColumns`).
  let stamp: UInt64

  init(
    sums: UnsafeMutablePointer<KeySum>, asked: UnsafeMutablePointer<UInt64>, stamp: UInt64
  ) {
    (self.sums, self.asked, self.stamp) = (sums, asked, stamp)
  }

  /// The sum of a row that is looked at.
  @inline(__always) func sum(_ row: Int) -> KeySum { sums[row & rowMask] }

  /// Whether only the judge knows of a row.
  @inline(__always) func isAsked(_ row: Int) -> Bool {
    asked[row &>> 6] &>> UInt64(row & 63) & 1 != 0
  }

  /// The same as another's, but for where the judge is asked.
  func sharing(_ other: NodeReasons) -> NodeReasons {
    var made = NodeReasons(sums: other.sums, asked: asked, stamp: stamp)
    made.rowMask = other.rowMask
    return made
  }

  /// Whether all rows have the same sum, and the judge is asked of none of which the truth is known.
  @inline(__always) var isUniform: Bool { rowMask == 0 }

  /// Gives the same sum to all rows, of none of which the judge is asked if the truth is known.
  mutating func set(_ sum: KeySum) {
    sums[0] = sum
    rowMask = 0
  }
}

/// A clause of a rule, and what it adds to a reason; one that is true adds nothing.
struct ClauseReason: BitwiseCopyable {
  let node: Int
  let ofFalse: KeySum
  /// Where it is unknown and something else excuses, so that it does not matter why.
  let ofExcused: KeySum
  private let ofUnknown: MixedKey

  init(_ node: Int, _ place: Int) {
    self.node = node
    ofFalse = MixedKey(leaf: place, 0).sum
    ofExcused = MixedKey(leaf: place, 1).sum
    ofUnknown = MixedKey(leaf: place, 2)
  }

  /// Where it is unknown for some reason.
  @inline(__always) func of(_ reasons: KeySum) -> KeySum {
    var key = ofUnknown
    key.mix(reasons)
    return key.sum
  }
}

/// The keys of what a leaf holds, of which rows that stand together often have the same.
struct KnownSum {
  private let node: Int
  private var value: UInt64 = 0
  private(set) var sum = KeySum()
  private var changes = 0

  init(_ node: Int) { self.node = node }

  /// Whether there was no more than one.
  var isOnly: Bool { changes <= 1 }

  @inline(__always) mutating func callAsFunction(_ next: UInt64) -> KeySum {
    if next != value || changes == 0 {
      (value, sum) = (next, MixedKey(leaf: node, next).sum)
      changes &+= 1
    }
    return sum
  }
}

extension NodeMasks {
  /// The rows of a word of which nothing is known, so that it matters why.
  @inline(__always) func unknown(_ word: Int) -> UInt64 {
    all(word) & ~(yes[word] | no[word] | ask[word])
  }

  /// The rows of a word that are looked at for a reason.
  @inline(__always) func looked(_ word: Int, _ depth: ReasonDepth) -> UInt64 {
    depth == .unknown ? unknown(word) : all(word)
  }

  /// Calls a body with each row that is looked at for a reason.
  @inline(__always) func forEachLooked(_ depth: ReasonDepth, _ body: (Int) -> Void) {
    for word in 0..<words { NodeMasks.forEachRow(looked(word, depth), word, body) }
  }

  /// Calls a body with each row whose bit is set in a word of bits, which often are all of them.
  @inline(__always) static func forEachRow(_ bits: UInt64, _ word: Int, _ body: (Int) -> Void) {
    guard bits == ~0 else { return forEach(bits, word, body) }
    let first = word &<< 6
    for place in 0..<64 { body(first &+ place) }
  }
}

extension MixedKey {
  /// The key of what a leaf of reasons holds.
  @inline(__always) init(leaf node: Int, _ value: UInt64) {
    self.init(Int32(truncatingIfNeeded: node), 0)
    mix(value)
  }
}
