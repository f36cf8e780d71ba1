import Outreach

/// Reasons by node or by unit, and their memory.
struct ReasonColumns: ~Copyable {
  private let places: UnsafeMutablePointer<NodeReasons>
  private var memory = BlockMemory()
  /// Reasons of another stamp are forgotten.
  private(set) var stamp: UInt64 = 0
  private var turn: UInt64 = 0

  init(count: Int) {
    places = .allocate(capacity: max(1, count))
    places.initialize(repeating: memory.columns(sums: 1, words: 0, stamp: 0), count: count)
  }

  deinit { places.deallocate() }

  /// Forgets the reasons of earlier batches; those of the present one as well, if they take more than so many bytes.
  @inline(__always) mutating func begin(_ turn: UInt64, mostBytes: Int = .max) {
    guard turn != self.turn || memory.taken > mostBytes else { return }
    self.turn = turn
    stamp += 1
    memory.reset()
  }

  /// The reasons of a node or unit; nil if they are still to be found.
  @inline(__always) func find(_ number: Int) -> NodeReasons? {
    let known = places[number]
    return known.stamp == stamp ? known : nil
  }

  /// Keeps the reasons of a node or unit.
  func keep(_ reasons: NodeReasons, _ number: Int) { places[number] = reasons }

  /// Memory for the sums of so many rows, and for a bit for each row of so many words.
  mutating func take(rows: Int, words: Int) -> NodeReasons {
    memory.columns(sums: max(1, rows), words: words, stamp: stamp)
  }

  /// Takes the rows of the reasons back for which memory was taken last, but for the first.
  mutating func giveBackRows(of reasons: NodeReasons) { memory.giveBack(after: reasons.sums + 1) }
}

/// What a program's reasons are found with.
struct ReasonMemory: ~Copyable {
  /// By node, at either depth; and by unit, at the depth of times.
  var unknown: ReasonColumns
  var times: ReasonColumns
  var timesOfUnits: ReasonColumns
  /// By node, what may come of it (`PossibleTruths`); and by unit, of which rows nothing else does.
  var possible: ReasonColumns
  var settledUnits: ReasonColumns
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
    unknown = ReasonColumns(count: looks.nodes.count)
    times = ReasonColumns(count: looks.nodes.count)
    timesOfUnits = ReasonColumns(count: units.count)
    possible = ReasonColumns(count: looks.nodes.count)
    settledUnits = ReasonColumns(count: units.count)
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
  }

  deinit {
    clauses.deallocate()
    firstClauses.deallocate()
  }

  /// The places of a unit's clauses.
  @inline(__always) func clauses(of unit: Int) -> Range<Int> {
    firstClauses[unit]..<firstClauses[unit &+ 1]
  }

  /// The reasons of a node; nil if they are still to be found.
  @inline(__always) func find(_ node: Int, _ depth: ReasonDepth) -> NodeReasons? {
    depth == .unknown ? unknown.find(node) : times.find(node)
  }

  /// Keeps the reasons of a node.
  func keep(_ reasons: NodeReasons, _ node: Int, _ depth: ReasonDepth) {
    if depth == .unknown { unknown.keep(reasons, node) } else { times.keep(reasons, node) }
  }

  /// Memory for the sums of so many rows of a node, of which the judge is asked where it is for the truth.
  mutating func take(rows: Int, of masks: NodeMasks, _ depth: ReasonDepth) -> NodeReasons {
    let made =
      depth == .unknown
      ? unknown.take(rows: rows, words: masks.words) : times.take(rows: rows, words: masks.words)
    made.asked.update(from: masks.ask, count: masks.words)
    return made
  }

  /// Takes the rows of the reasons back for which memory was taken last, but for the first.
  mutating func giveBackRows(of reasons: NodeReasons, _ depth: ReasonDepth) {
    if depth == .unknown {
      unknown.giveBackRows(of: reasons)
    } else {
      times.giveBackRows(of: reasons)
    }
  }
}

extension BlockMemory {
  /// Memory for the sums of so many rows, and for a bit for each row of so many words.
  fileprivate mutating func columns(sums: Int, words: Int, stamp: UInt64) -> NodeReasons {
    let bits = (words + 1) / 2 * MemoryLayout<KeySum>.stride
    let piece = take(bits + sums * MemoryLayout<KeySum>.stride)
    return NodeReasons(
      sums: (piece + bits).bindMemory(to: KeySum.self, capacity: sums),
      asked: piece.bindMemory(to: UInt64.self, capacity: words), stamp: stamp)
  }
}
