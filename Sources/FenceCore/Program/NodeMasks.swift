import Outreach

/// The truths of a node, a bit a row; a row with no bit is unknown.
///
/// It is plain memory, which the frame of the node owns.
struct NodeMasks: BitwiseCopyable {
  let yes: UnsafeMutablePointer<UInt64>
  let no: UnsafeMutablePointer<UInt64>
  /// Where the judge is asked; such rows are neither true nor false.
  let ask: UnsafeMutablePointer<UInt64>
  /// How many rows there are; no bit beyond them is set.
  let rows: Int
  /// When it was found: the batch's turn and the part of the step's time.
  let stamp: UInt64

  @inline(__always) var words: Int { (rows &+ 63) &>> 6 }

  /// The bits of a word that stand for rows.
  @inline(__always) func all(_ word: Int) -> UInt64 {
    let rest = rows &- word &<< 6
    return rest >= 64 ? ~0 : (1 &<< UInt64(rest)) &- 1
  }

  /// Fills the masks row by row.
  @inline(__always) func fill(_ truth: (Int) -> UInt8) {
    for word in 0..<words {
      var (y, n): (UInt64, UInt64) = (0, 0)
      let first = word &<< 6
      let end = min(64, rows &- first)
      var bit = 0
      while bit &+ 8 <= end {
        var eight: UInt64 = 0
        for offset in 0..<8 {
          eight |= UInt64(truth(first &+ bit &+ offset)) &<< UInt64(offset &<< 3)
        }
        y |= NodeMasks.lowestBits(eight) &<< UInt64(bit)
        n |= NodeMasks.lowestBits(eight &>> 1) &<< UInt64(bit)
        bit &+= 8
      }
      while bit < end {
        let byte = UInt64(truth(first &+ bit))
        y |= (byte & 1) &<< UInt64(bit)
        n |= (byte &>> 1 & 1) &<< UInt64(bit)
        bit &+= 1
      }
      // `ask` is both bits.
      let a = y & n
      yes[word] = y ^ a
      no[word] = n ^ a
      ask[word] = a
    }
  }

  /// The lowest bits of eight bytes: the product brings the one of byte `i` to bit `56 + i`, and none meet.
  @inline(__always) private static func lowestBits(_ bytes: UInt64) -> UInt64 {
    ((bytes & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// A bit for each row of a word.
  @inline(__always) func bits(_ word: Int, _ bit: (Int) -> UInt8) -> UInt64 {
    let first = word &<< 6
    let count = min(64, rows &- first)
    var bits: UInt64 = 0
    var at = 0
    while at &+ 8 <= count {
      var eight: UInt64 = 0
      for offset in 0..<8 { eight |= UInt64(bit(first &+ at &+ offset)) &<< UInt64(offset) }
      bits |= eight &<< UInt64(at)
      at &+= 8
    }
    while at < count {
      bits |= UInt64(bit(first &+ at)) &<< UInt64(at)
      at &+= 1
    }
    return bits
  }

  /// The lowest two bits of the bytes of a word's rows, a bit a row.
  @inline(__always) func lowestTwoBits(_ word: Int, _ bytes: UnsafeRawPointer) -> (UInt64, UInt64) {
    let bytes = bytes + word &<< 6
    let count = min(64, rows &- word &<< 6)
    var (low, high): (UInt64, UInt64) = (0, 0)
    var at = 0
    while at &+ 8 <= count {
      let eight = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      low |= NodeMasks.lowestBits(eight) &<< UInt64(at)
      high |= NodeMasks.lowestBits(eight &>> 1) &<< UInt64(at)
      at &+= 8
    }
    while at < count {
      let byte = UInt64(bytes.load(fromByteOffset: at, as: UInt8.self))
      low |= (byte & 1) &<< UInt64(at)
      high |= (byte &>> 1 & 1) &<< UInt64(at)
      at &+= 1
    }
    return (low, high)
  }

  /// Fills the masks by what a table says of the number of each row.
  ///
  /// - Parameters:
  ///   - table: truths by number.
  ///   - number: the number of a row.
  ///   - find: the truth of a row whose number the table does not know yet.
  @inline(__always) func fill(
    _ table: borrowing TruthTable, _ number: (Int) -> Int, find: (Int) -> UInt8
  ) {
    let truths = table.truths
    var seen: UInt8 = 0
    fill { row in
      let truth = truths[number(row)]
      seen |= truth
      return truth
    }
    guard seen & TruthByte.openBit != 0 else { return }
    for row in 0..<rows where truths[number(row)] == TruthByte.open {
      truths[number(row)] = find(row)
    }
    fill { truths[number($0)] }
  }

  /// Fills the masks with one truth.
  func fill(with truth: UInt8) {
    for word in 0..<words {
      let all = all(word)
      yes[word] = truth == TruthByte.yes ? all : 0
      no[word] = truth == TruthByte.no ? all : 0
      ask[word] = truth == TruthByte.ask ? all : 0
    }
  }

  /// Fills the masks word by word.
  @inline(__always) func fillWords(_ truths: (Int) -> (yes: UInt64, no: UInt64, ask: UInt64)) {
    for word in 0..<words { (yes[word], no[word], ask[word]) = truths(word) }
  }

  /// Whether all rows have their bit in one of the masks.
  @inline(__always) func isFull(_ mask: UnsafeMutablePointer<UInt64>) -> Bool {
    var missing: UInt64 = 0
    for word in 0..<words { missing |= all(word) & ~mask[word] }
    return missing == 0
  }

  /// The truth of all rows; nil if they differ.
  var commonTruth: UInt8? {
    var (y, n, a): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for word in 0..<words { (y, n, a) = (y | yes[word], n | no[word], a | ask[word]) }
    if y | n | a == 0 { return TruthByte.unknown }
    if n | a == 0, isFull(yes) { return TruthByte.yes }
    if y | a == 0, isFull(no) { return TruthByte.no }
    return y | n == 0 && isFull(ask) ? TruthByte.ask : nil
  }

  /// The truth of a row, as a byte of `TruthByte`.
  @inline(__always) func truth(_ row: Int) -> UInt8 {
    let (word, bit) = (row &>> 6, UInt64(row & 63))
    let asked = (ask[word] &>> bit) & 1
    let known = (yes[word] &>> bit) & 1 | ((no[word] &>> bit) & 1) &<< 1
    return UInt8(truncatingIfNeeded: known | asked | asked &<< 1)
  }

  /// Calls a body with each row whose bit is set in a word of bits.
  @inline(__always) static func forEach(_ bits: UInt64, _ word: Int, _ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
      body(word &<< 6 | rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
  }

  /// Sets the bit of a row.
  @inline(__always) static func set(_ row: Int, _ mask: UnsafeMutablePointer<UInt64>) {
    mask[row &>> 6] |= 1 &<< UInt64(row & 63)
  }
}

/// Truths by number, found when they are first asked for: plain memory.
struct TruthTable: ~Copyable {
  private(set) var truths: UnsafeMutablePointer<UInt8>
  /// How many numbers there is room for, a power of two; the last one stands for all beyond, of which the judge
  /// is asked.
  private(set) var capacity = 64

  init() {
    truths = .allocate(capacity: capacity)
    TruthTable.open(truths, capacity)
  }

  deinit { truths.deallocate() }

  /// What to take of a number's bits, so that it lies in the table.
  @inline(__always) var mask: Int { capacity &- 1 }

  /// Makes room for numbers below one.
  mutating func reserve(_ count: Int) {
    guard count >= capacity else { return }
    let known = capacity - 1
    while count >= capacity { capacity *= 2 }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    TruthTable.open(larger, capacity)
    larger.update(from: truths, count: known)
    truths.deallocate()
    truths = larger
  }

  private static func open(_ truths: UnsafeMutablePointer<UInt8>, _ capacity: Int) {
    truths.initialize(repeating: TruthByte.open, count: capacity)
    truths[capacity - 1] = TruthByte.ask
  }
}

/// Truths as bytes.
enum TruthByte {
  static let unknown: UInt8 = 0
  static let yes: UInt8 = 1
  static let no: UInt8 = 2
  /// The judge is asked.
  static let ask: UInt8 = 3
  /// Not found yet, and the bit that tells it from all others.
  static let open: UInt8 = 0xFF
  static let openBit: UInt8 = 0x80

  static func of(_ truth: Truth) -> UInt8 {
    switch truth {
    case .unknown: unknown
    case .yes: yes
    case .no: no
    }
  }
}

/// Points in time found for each row of a frame.
final class MomentMasks {
  @exclusivity(unchecked) var low = BatchBuffer<Int64>(capacity: 64)
  @exclusivity(unchecked) var high = BatchBuffer<Int64>(capacity: 64)
  @exclusivity(unchecked) var states = BatchBuffer<UInt8>(capacity: 64)
  @exclusivity(unchecked) var stamp: UInt64 = 0
  /// Where they are moved by a term, the days to which it leads.
  let days: ShiftedDays?

  init(_ days: ShiftedDays? = nil) { self.days = days }

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
