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

/// The rows of a frame in the batch being judged.
final class FrameRows {
  @exclusivity(unchecked) fileprivate(set) var count = 0
  /// The contact row of each row.
  @exclusivity(unchecked) var contact = BatchBuffer<Int32>(capacity: 64)
  /// The row in each of the stack's lists.
  @exclusivity(unchecked) var first = BatchBuffer<Int32>(capacity: 64)
  @exclusivity(unchecked) var second = BatchBuffer<Int32>(capacity: 64)
  /// For each row of the frame that this one extends, its first row here, and the end.
  @exclusivity(unchecked) var starts = BatchBuffer<Int32>(capacity: 64)
  @exclusivity(unchecked) fileprivate var stamp: UInt64 = 0
  /// The truths of the frame's nodes, one behind the other.
  @exclusivity(unchecked) private var truths = BatchBuffer<UInt64>(capacity: 64)
  private let nodeCount: Int

  init(nodeCount: Int) { self.nodeCount = nodeCount }

  fileprivate func reserveMasks() {
    truths.reserve(nodeCount * 3 * ((count + 63) / 64), keeping: 0)
  }

  /// Where the truths of a node go, by its place among the frame's nodes.
  func masks(_ place: Int, stamp: UInt64) -> NodeMasks {
    let words = (count + 63) / 64
    let base = truths.base + place * 3 * words
    return NodeMasks(
      yes: base, no: base + words, ask: base + 2 * words, rows: count, stamp: stamp)
  }
}

extension Program {
  /// The way from a frame's rows to those of the list at a level of its stack; -1 for the contacts.
  func index(_ level: Int, _ rows: FrameRows, _ frame: Int) -> RowIndex {
    let depth = frames[frame].count
    if level < 0 { return RowIndex(map: depth == 0 ? nil : rows.contact.base) }
    if depth == 1 { return RowIndex(map: nil) }
    return RowIndex(map: level == 0 ? rows.first.base : rows.second.base)
  }

  /// The rows of a frame in this batch.
  func rows(of frame: Int) -> FrameRows {
    let rows = frameRows[frame]
    guard rows.stamp != turn else { return rows }
    rows.stamp = turn
    let stack = frames[frame]
    switch stack.count {
    case 0: rows.count = batch.count
    case 1: lay(rows, list: batch.lists[stack[0]])
    default: lay(rows, outer: self.rows(of: frame1(stack[0])), list: batch.lists[stack[1]])
    }
    rows.reserveMasks()
    return rows
  }

  private func frame1(_ list: Int) -> Int { frames.firstIndex(of: [list]) ?? 0 }

  private func lay(_ rows: FrameRows, list: ContactBatch.ListRows) {
    let contacts = batch.count
    rows.count = list.count
    rows.contact.reserve(list.count + 1, keeping: 0)
    rows.starts.reserve(contacts + 1, keeping: 0)
    let (starts, contactOfRow) = (list.starts, rows.contact.base)
    rows.starts.base.update(from: starts, count: contacts + 1)
    // Each contact is noted at its first row, of those without rows the last; from there on it is the same contact.
    contactOfRow.update(repeating: 0, count: list.count + 1)
    for contact in 0..<contacts {
      contactOfRow[Int(starts[contact])] = Int32(truncatingIfNeeded: contact)
    }
    var contact: Int32 = 0
    for row in 0..<list.count {
      contact = max(contact, contactOfRow[row])
      contactOfRow[row] = contact
    }
  }

  /// Every row of the outer list with every row of another list of the same contact.
  private func lay(_ rows: FrameRows, outer: FrameRows, list: ContactBatch.ListRows) {
    rows.starts.reserve(outer.count + 1, keeping: 0)
    var count = 0
    for row in 0..<outer.count {
      rows.starts.base[row] = Int32(truncatingIfNeeded: count)
      let contact = Int(outer.contact.base[row])
      let (first, end) = (Int(list.starts[contact]), Int(list.starts[contact + 1]))
      rows.contact.reserve(count + end - first, keeping: count)
      rows.first.reserve(count + end - first, keeping: count)
      rows.second.reserve(count + end - first, keeping: count)
      for other in first..<end {
        rows.contact.base[count] = Int32(truncatingIfNeeded: contact)
        rows.first.base[count] = Int32(truncatingIfNeeded: row)
        rows.second.base[count] = Int32(truncatingIfNeeded: other)
        count += 1
      }
    }
    rows.starts.base[outer.count] = Int32(truncatingIfNeeded: count)
    rows.count = count
  }
}
