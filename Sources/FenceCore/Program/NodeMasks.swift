import Outreach

/// The truths of a node, a bit a row; a row with no bit is unknown.
final class NodeMasks {
  @exclusivity(unchecked) var yes = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var no = BatchBuffer<UInt64>(capacity: 64)
  /// Where the judge is asked; such rows are neither true nor false.
  @exclusivity(unchecked) var ask = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var words = 0
  /// When it was found: the batch's turn and the part of the step's time.
  @exclusivity(unchecked) var stamp: UInt64 = 0

  func reserve(rows: Int) {
    words = (rows + 63) / 64
    yes.reserve(words, keeping: 0)
    no.reserve(words, keeping: 0)
    ask.reserve(words, keeping: 0)
  }

  /// Fills the masks row by row.
  @inline(__always) func fill(rows: Int, _ truth: (Int) -> UInt8) {
    reserve(rows: rows)
    let (yes, no, ask) = (yes.base, no.base, ask.base)
    for word in 0..<words {
      var (y, n, a): (UInt64, UInt64, UInt64) = (0, 0, 0)
      let first = word &* 64
      let end = min(64, rows &- first)
      for bit in 0..<end {
        let byte = truth(first &+ bit)
        y |= UInt64(truncatingIfNeeded: byte & 1) &<< UInt64(bit)
        n |= UInt64(truncatingIfNeeded: (byte &>> 1) & 1) &<< UInt64(bit)
      }
      // `ask` is both bits.
      a = y & n
      yes[word] = y & ~a
      no[word] = n & ~a
      ask[word] = a
    }
  }

  /// Fills the masks word by word.
  @inline(__always) func fillWords(
    rows: Int, _ truths: (Int) -> (yes: UInt64, no: UInt64, ask: UInt64)
  ) {
    reserve(rows: rows)
    let (yes, no, ask) = (yes.base, no.base, ask.base)
    for word in 0..<words {
      let result = truths(word)
      yes[word] = result.yes
      no[word] = result.no
      ask[word] = result.ask
    }
  }

  /// The truths of up to 64 rows from one on, a bit each from the lowest.
  @inline(__always) static func window(
    _ bits: UnsafeMutablePointer<UInt64>, _ start: Int, _ length: Int
  ) -> UInt64 {
    let (word, shift) = (start &>> 6, UInt64(start & 63))
    var found = bits[word] &>> shift
    if (start & 63) &+ length > 64 { found |= bits[word &+ 1] &<< (64 &- shift) }
    return length >= 64 ? found : found & ((1 &<< UInt64(length)) &- 1)
  }

  /// The truth of a row, as a byte of `TruthByte`.
  @inline(__always) func truth(_ row: Int) -> UInt8 {
    let word = row &>> 6
    let bit = UInt64(row & 63)
    let a = (ask.base[word] &>> bit) & 1
    let y = (yes.base[word] &>> bit) & 1
    let n = (no.base[word] &>> bit) & 1
    return UInt8(truncatingIfNeeded: (y | a) | (n | a) &<< 1)
  }
}

/// Where a node's truths are, for who looks at single rows by the million: plain memory.
struct MaskCells: BitwiseCopyable {
  var yes: UnsafeMutablePointer<UInt64>
  var no: UnsafeMutablePointer<UInt64>
  var ask: UnsafeMutablePointer<UInt64>
  /// When they were found, as of `NodeMasks`.
  var stamp: UInt64

  init(_ masks: NodeMasks) {
    yes = masks.yes.base
    no = masks.no.base
    ask = masks.ask.base
    stamp = masks.stamp
  }

  /// The truth of a row, as a byte of `TruthByte`.
  @inline(__always) func truth(_ row: Int) -> UInt8 {
    let (word, bit) = (row &>> 6, UInt64(row & 63))
    let asked = (ask[word] &>> bit) & 1
    let known = (yes[word] &>> bit) & 1 | ((no[word] &>> bit) & 1) &<< 1
    return UInt8(truncatingIfNeeded: known | asked | asked &<< 1)
  }
}

/// Points in time found for each row of a frame.
final class MomentMasks {
  @exclusivity(unchecked) var low = BatchBuffer<Int64>(capacity: 64)
  @exclusivity(unchecked) var high = BatchBuffer<Int64>(capacity: 64)
  @exclusivity(unchecked) var states = BatchBuffer<UInt8>(capacity: 64)
  @exclusivity(unchecked) var stamp: UInt64 = 0

  func reserve(rows: Int) {
    low.reserve(rows, keeping: 0)
    high.reserve(rows, keeping: 0)
    states.reserve(rows, keeping: 0)
  }

  @inline(__always) func set(_ row: Int, _ state: UInt8, _ first: Int64 = 0, _ last: Int64 = 0) {
    states.base[row] = state
    low.base[row] = first
    high.base[row] = last
  }
}

/// The rows of a frame in the batch being judged.
final class FrameRows {
  @exclusivity(unchecked) var count = 0
  /// The contact row of each row.
  @exclusivity(unchecked) var contact = BatchBuffer<Int32>(capacity: 64)
  /// The row in each of the stack's lists.
  @exclusivity(unchecked) var first = BatchBuffer<Int32>(capacity: 64)
  @exclusivity(unchecked) var second = BatchBuffer<Int32>(capacity: 64)
  /// For each row of the frame that this one extends, its first row here, and the end.
  @exclusivity(unchecked) var starts = BatchBuffer<Int32>(capacity: 64)
  @exclusivity(unchecked) var stamp: UInt64 = 0
}
