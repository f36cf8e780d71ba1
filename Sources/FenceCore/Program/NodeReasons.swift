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
  /// The sums of keys by row; of rows that are not looked at, anything. Where it is the same of all, that of row 0.
  let sums: UnsafeMutablePointer<KeySum>
  private(set) var rowMask = -1
  /// Where only the judge knows, a bit a row.
  let asked: UnsafeMutablePointer<UInt64>
  /// When it was found: the batch's turn.
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
  var isUniform: Bool { rowMask == 0 }

  /// Gives the same sum to all rows, of none of which the judge is asked if the truth is known.
  mutating func set(_ sum: KeySum) {
    sums[0] = sum
    rowMask = 0
  }
}

/// The reasons of a program's nodes, and their memory.
struct ReasonColumns: ~Copyable {
  private let unknown: UnsafeMutablePointer<NodeReasons>
  private let times: UnsafeMutablePointer<NodeReasons>
  private var memory = BatchMemory()
  /// The clauses that are looked at, unit by unit, and where the units' begin and the last one's end.
  let clauses: UnsafeMutablePointer<ClauseReason>
  private let firstClauses: UnsafeMutablePointer<Int>
  /// Step by step what decides the attempts' reasons, by row, and bits of rows (`AttemptReasons`).
  var attempts = BatchBuffer<KeySum>(capacity: 64)
  var attemptBits = BatchBuffer<UInt64>(capacity: 64)
  /// Of the rows by which caps count, what is unknown (`UnknownCells`); and of which turn that is.
  var unknownCells = BatchBuffer<UInt8>(capacity: 64)
  var unknownRows = BatchBuffer<UInt64>(capacity: 64)
  var unknownsTurn: UInt64 = 0

  init(_ looks: ReasonNodes, _ units: [RuleUnit]) {
    let nodes = looks.nodes.count
    unknown = .allocate(capacity: max(1, 2 * nodes))
    times = unknown + nodes
    firstClauses = .allocate(capacity: units.count + 1)
    // What clock and ground decide is the same for all who share a key.
    let own = units.map { $0.clauses.filter { looks.nodes[$0].kind != .fixed } }
    clauses = .allocate(capacity: max(1, own.reduce(0) { $0 + $1.count }))
    firstClauses.initialize(to: 0)
    for (unit, nodes) in own.enumerated() {
      var place = firstClauses[unit]
      for node in nodes {
        (clauses + place).initialize(to: ClauseReason(node, place))
        place += 1
      }
      (firstClauses + unit + 1).initialize(to: place)
    }
    let none = memory.columns(sums: 1, words: 0, stamp: 0)
    unknown.initialize(repeating: none, count: 2 * nodes)
  }

  deinit {
    unknown.deallocate()
    clauses.deallocate()
    firstClauses.deallocate()
  }

  /// The places of a unit's clauses.
  @inline(__always) func clauses(of unit: Int) -> Range<Int> {
    firstClauses[unit]..<firstClauses[unit &+ 1]
  }

  /// Where the reasons of a node are kept.
  @inline(__always) func place(_ node: Int, _ depth: ReasonDepth)
    -> UnsafeMutablePointer<NodeReasons>
  {
    (depth == .unknown ? unknown : times) + node
  }

  /// Memory for the sums of so many rows of a node, of which the judge is asked where it is for the truth.
  mutating func columns(rows: Int, of masks: NodeMasks, _ turn: UInt64) -> NodeReasons {
    let made = memory.columns(sums: max(1, rows), words: masks.words, stamp: turn)
    made.asked.update(from: masks.ask, count: masks.words)
    return made
  }

  /// Takes the rows of the reasons back for which memory was taken last, but for the first.
  mutating func giveBackRows(of reasons: NodeReasons) { memory.giveBack(after: reasons.sums + 1) }
}

/// A clause of a rule, and what it adds to a reason; one that is true adds nothing.
struct ClauseReason: BitwiseCopyable {
  let node: Int
  let ofFalse: KeySum
  /// Where it is unknown and something else excuses, so that it does not matter why.
  let ofExcused: KeySum
  private let ofUnknown: MixedKey

  fileprivate init(_ node: Int, _ place: Int) {
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

/// Memory that is taken piece by piece while a batch lasts, and used again by the next one.
private struct BatchMemory: ~Copyable {
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  /// The block from which pieces are taken, and how much of it is.
  private var block = 0
  private var used = 0
  private var turn: UInt64 = 0

  deinit {
    for block in blocks { block.deallocate() }
  }

  mutating func columns(sums: Int, words: Int, stamp: UInt64) -> NodeReasons {
    if stamp != turn { (block, used, turn) = (0, 0, stamp) }
    let bits = (words + 1) / 2 * MemoryLayout<KeySum>.stride
    let piece = take(bits + sums * MemoryLayout<KeySum>.stride)
    return NodeReasons(
      sums: (piece + bits).bindMemory(to: KeySum.self, capacity: sums),
      asked: piece.bindMemory(to: UInt64.self, capacity: words), stamp: stamp)
  }

  /// Takes back what was taken last, from an address in the present block on.
  mutating func giveBack(after end: UnsafeMutableRawPointer) {
    guard block < blocks.count, let base = blocks[block].baseAddress else { return }
    used = end - base
  }

  private mutating func take(_ bytes: Int) -> UnsafeMutableRawPointer {
    while block < blocks.count {
      if let base = blocks[block].baseAddress, used + bytes <= blocks[block].count {
        defer { used += bytes }
        return base + used
      }
      (block, used) = (block + 1, 0)
    }
    let made = UnsafeMutableRawPointer.allocate(
      byteCount: max(bytes, BatchMemory.blockSize), alignment: 16)
    blocks.append(
      UnsafeMutableRawBufferPointer(start: made, count: max(bytes, BatchMemory.blockSize)))
    used = bytes
    return made
  }

  private static let blockSize = 1 << 18
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
    for word in 0..<words { NodeMasks.forEach(looked(word, depth), word, body) }
  }
}

extension MixedKey {
  /// The key of what a leaf of reasons holds.
  @inline(__always) init(leaf node: Int, _ value: UInt64) {
    self.init(Int32(truncatingIfNeeded: node), 0)
    mix(value)
  }
}
