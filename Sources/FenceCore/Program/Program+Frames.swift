import Outreach

/// The way from a row of a frame to a row of one of its lists, or of the contacts.
struct RowIndex {
  /// Nil where the rows are the same.
  let map: UnsafeMutablePointer<Int32>?

  @inline(__always) func callAsFunction(_ row: Int) -> Int {
    if let map { return Int(map[row]) }
    return row
  }
}

/// Where the truths of a node go: its frame, its place among the frame's nodes, and whether time matters to them.
struct NodePlace: BitwiseCopyable {
  var frame: Int32
  var place: Int32
  var isTimed: Bool
}

/// The rows of a frame in the batch being judged, in plain memory, which the program owns.
struct FrameRows: BitwiseCopyable {
  private let memory: UnsafeMutablePointer<Memory>

  private struct Memory: ~Copyable {
    var count = 0
    /// Where the rows are: those of a list lie in the batch, pairs in the frame's own memory.
    var contact: UnsafeMutablePointer<Int32>
    var starts: UnsafeMutablePointer<Int32>
    var ownContact = BatchBuffer<Int32>(capacity: 64)
    var ownStarts = BatchBuffer<Int32>(capacity: 64)
    var first = BatchBuffer<Int32>(capacity: 64)
    var second = BatchBuffer<Int32>(capacity: 64)
    /// The turn for which they were found.
    var turn: UInt64 = 0
    /// The truths of the frame's nodes, one behind the other.
    var truths = BatchBuffer<UInt64>(capacity: 64)
    let nodeCount: Int
    /// Of a list's rows, the contact rows of which the list is known, a bit a row; and when they were found.
    var known = BatchBuffer<UInt64>(capacity: 64)
    var knownTurn: UInt64 = 0

    init(nodeCount: Int) {
      self.nodeCount = nodeCount
      (contact, starts) = (ownContact.base, ownStarts.base)
    }
  }

  init(nodeCount: Int) {
    memory = .allocate(capacity: 1)
    memory.initialize(to: Memory(nodeCount: nodeCount))
  }

  /// Gives the memory back.
  func deallocate() {
    memory.deinitialize(count: 1)
    memory.deallocate()
  }

  /// How many rows there are.
  @inline(__always) var count: Int { memory.pointee.count }
  /// The contact row of each row.
  @inline(__always) var contact: UnsafeMutablePointer<Int32> { memory.pointee.contact }
  /// The row in each of the stack's lists.
  @inline(__always) var first: UnsafeMutablePointer<Int32> { memory.pointee.first.base }
  @inline(__always) var second: UnsafeMutablePointer<Int32> { memory.pointee.second.base }
  /// For each row of the frame that this one extends, its first row here, and the end.
  @inline(__always) var starts: UnsafeMutablePointer<Int32> { memory.pointee.starts }
  /// The turn for which they were found.
  @inline(__always) fileprivate var turn: UInt64 { memory.pointee.turn }

  /// Where the truths of a node go, by its place among the frame's nodes.
  @inline(__always) func masks(_ place: Int, stamp: UInt64) -> NodeMasks {
    let words = (count &+ 63) &>> 6
    let base = memory.pointee.truths.base + place &* 3 &* words
    return NodeMasks(
      yes: base, no: base + words, ask: base + 2 &* words, rows: count, stamp: stamp)
  }

  /// The contact rows of which the list is known whose rows these are, a bit a row.
  ///
  /// - Parameters:
  ///   - isKnown: by contact row, whether it is known.
  ///   - masks: the contact rows.
  /// - Returns: the bits, which the frame owns.
  func known(
    _ isKnown: UnsafePointer<Bool>, _ masks: NodeMasks
  ) -> UnsafePointer<UInt64> {
    if memory.pointee.knownTurn != turn {
      memory.pointee.knownTurn = turn
      memory.pointee.known.reserve(masks.words, keeping: 0)
      let known = memory.pointee.known.base
      for word in 0..<masks.words { known[word] = masks.lowestTwoBits(word, isKnown).0 }
    }
    return UnsafePointer(memory.pointee.known.base)
  }

  /// Begins a turn with so many rows of contacts.
  fileprivate func lay(contacts: Int, turn: UInt64) { begin(contacts, turn) }

  /// Begins a turn with the rows of a list.
  fileprivate func lay(_ list: ContactBatch.ListRows, turn: UInt64) {
    (memory.pointee.contact, memory.pointee.starts) = (list.contacts, list.starts)
    begin(list.count, turn)
  }

  /// Begins a turn with every row of a list with every row of another list of the same contact.
  fileprivate func lay(
    _ outer: ContactBatch.ListRows, _ inner: ContactBatch.ListRows, contacts: Int, turn: UInt64
  ) {
    let (outerStarts, innerStarts, contactOfRow) = (outer.starts, inner.starts, outer.contacts)
    var pairs = 0
    for contact in 0..<contacts {
      pairs &+=
        Int(outerStarts[contact &+ 1] &- outerStarts[contact])
        &* Int(innerStarts[contact &+ 1] &- innerStarts[contact])
    }
    memory.pointee.ownStarts.reserve(outer.count + 1, keeping: 0)
    memory.pointee.ownContact.reserve(pairs, keeping: 0)
    memory.pointee.first.reserve(pairs, keeping: 0)
    memory.pointee.second.reserve(pairs, keeping: 0)
    let (contact, starts) = (memory.pointee.ownContact.base, memory.pointee.ownStarts.base)
    (memory.pointee.contact, memory.pointee.starts) = (contact, starts)
    let (first, second) = (first, second)
    var count = 0
    let rows = outer.count
    for row in 0..<rows {
      starts[row] = Int32(truncatingIfNeeded: count)
      let own = contactOfRow[row]
      for other in innerStarts[Int(own)]..<innerStarts[Int(own) &+ 1] {
        contact[count] = own
        first[count] = Int32(truncatingIfNeeded: row)
        second[count] = other
        count &+= 1
      }
    }
    starts[rows] = Int32(truncatingIfNeeded: count)
    begin(count, turn)
  }

  private func begin(_ rows: Int, _ turn: UInt64) {
    (memory.pointee.count, memory.pointee.turn) = (rows, turn)
    memory.pointee.truths.reserve(
      memory.pointee.nodeCount * 3 * ((rows + 63) / 64), keeping: 0)
  }
}

extension Program {
  /// The way from a frame's rows to those of the list at a level of its stack; -1 for the contacts.
  func index(_ level: Int, _ rows: FrameRows, _ frame: Int) -> RowIndex {
    let depth = frames[frame].count
    if level < 0 { return RowIndex(map: depth == 0 ? nil : rows.contact) }
    if depth == 1 { return RowIndex(map: nil) }
    return RowIndex(map: level == 0 ? rows.first : rows.second)
  }

  /// The rows of a frame in this batch.
  @inline(__always) func rows(of frame: Int) -> FrameRows {
    let rows = frameRows[frame]
    if rows.turn != turn { lay(rows, frames[frame]) }
    return rows
  }

  private func lay(_ rows: FrameRows, _ stack: [Int]) {
    switch stack.count {
    case 0: rows.lay(contacts: batch.count, turn: turn)
    case 1: rows.lay(batch.lists[stack[0]], turn: turn)
    default:
      rows.lay(batch.lists[stack[0]], batch.lists[stack[1]], contacts: batch.count, turn: turn)
    }
  }
}
