import Outreach

/// What is known of a column's points in time in the batch, found once for all comparisons with them.
///
/// None of them is a day that clocks turn into instants.
final class KnownMoments {
  /// The first and the last instant; none is known where the first is after the last.
  @exclusivity(unchecked) private(set) var first = Int64.max
  @exclusivity(unchecked) private(set) var last = Int64.min
  /// By word of rows, the lowest and the second bit of the rows' states.
  @exclusivity(unchecked) private var bits = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) private var turn: UInt64 = 0

  /// The lowest and the second bit of the states of a word's rows, a bit a row.
  @inline(__always) func states(_ word: Int) -> (low: UInt64, high: UInt64) {
    (bits.base[2 &* word], bits.base[2 &* word &+ 1])
  }

  /// Looks at the column of a batch, unless it has.
  func look(at cells: ColumnCells, _ masks: NodeMasks, turn: UInt64) {
    guard self.turn != turn else { return }
    self.turn = turn
    bits.reserve(2 * masks.words, keeping: 0)
    let (bits, points) = (bits.base, cells.low)
    var (first, last) = (Int64.max, Int64.min)
    for word in 0..<masks.words {
      let (low, high) = masks.lowestTwoBits(word, cells.states)
      (bits[2 &* word], bits[2 &* word &+ 1]) = (low, high)
      NodeMasks.forEach(high & ~low, word) { row in
        first = min(first, points[row])
        last = max(last, points[row])
      }
    }
    (self.first, self.last) = (first, last)
  }
}

extension Program {
  /// What is known of a column's points in time, all rows of which a frame has.
  func known(_ column: Int, _ masks: NodeMasks) -> KnownMoments {
    let known = knownMoments[column]
    known.look(at: batch.cells[column], masks, turn: turn)
    return known
  }
}
