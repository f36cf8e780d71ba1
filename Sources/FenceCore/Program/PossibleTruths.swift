import Outreach

/// What nodes may come to say, from the attempt to two years later: for each truth a bit a row.
///
/// A row with no more than one of the three bits never changes. There may be too many of them, never too few. It is plain
/// memory, which lasts for a batch.
struct PossibleTruths: BitwiseCopyable {
  private let yes: UnsafeMutablePointer<UInt64>
  private let no: UnsafeMutablePointer<UInt64>
  private let unknown: UnsafeMutablePointer<UInt64>
  let words: Int

  /// How many words there are for each word of rows.
  static let kinds = 3

  init(_ base: UnsafeMutablePointer<UInt64>, words: Int) {
    (yes, no, unknown) = (base, base + words, base + 2 * words)
    self.words = words
  }

  /// What may come of a word's rows.
  @inline(__always) subscript(word: Int) -> PossibleWord {
    get { PossibleWord(yes: yes[word], no: no[word], unknown: unknown[word]) }
    nonmutating set {
      (yes[word], no[word], unknown[word]) = (newValue.yes, newValue.no, newValue.unknown)
    }
  }

  /// Fills them word by word.
  @inline(__always) func fill(_ word: (Int) -> PossibleWord) {
    for place in 0..<words { self[place] = word(place) }
  }

  /// Adds what may come of a row.
  @inline(__always) func add(_ row: Int, _ yes: UInt64, _ no: UInt64, _ unknown: UInt64) {
    let (word, bit) = (row &>> 6, UInt64(row & 63))
    self.yes[word] |= yes &<< bit
    self.no[word] |= no &<< bit
    self.unknown[word] |= unknown &<< bit
  }
}

/// What may come of the 64 rows of a word.
struct PossibleWord: BitwiseCopyable {
  var yes: UInt64
  var no: UInt64
  var unknown: UInt64

  /// Rows of which all may come.
  static func anything(_ rows: UInt64) -> PossibleWord {
    PossibleWord(yes: rows, no: rows, unknown: rows)
  }

  /// Rows that say for ever what masks say now; of those that the judge is asked about all may come.
  static func now(_ masks: NodeMasks, _ word: Int) -> PossibleWord {
    let ask = masks.ask[word]
    return PossibleWord(
      yes: masks.yes[word] | ask, no: masks.no[word] | ask,
      unknown: masks.all(word) & ~(masks.yes[word] | masks.no[word]))
  }

  /// The rows of which no more than one truth may come.
  var settled: UInt64 { (yes ^ no ^ unknown) & ~(yes & no) }

  /// These of some rows, and others of the rest.
  func of(_ rows: UInt64, else other: PossibleWord) -> PossibleWord {
    PossibleWord(
      yes: yes & rows | other.yes & ~rows, no: no & rows | other.no & ~rows,
      unknown: unknown & rows | other.unknown & ~rows)
  }

  /// What may come of one or of another.
  func or(_ other: PossibleWord) -> PossibleWord {
    PossibleWord(yes: yes | other.yes, no: no | other.no, unknown: unknown | other.unknown)
  }

  static prefix func ! (word: PossibleWord) -> PossibleWord {
    PossibleWord(yes: word.no, no: word.yes, unknown: word.unknown)
  }

  static func & (left: PossibleWord, right: PossibleWord) -> PossibleWord {
    PossibleWord(
      yes: left.yes & right.yes, no: left.no | right.no,
      unknown: left.unknown & (right.unknown | right.yes) | left.yes & right.unknown)
  }

  static func | (left: PossibleWord, right: PossibleWord) -> PossibleWord { !(!left & !right) }
}

/// What may come of one thing, a bit for each truth; nothing, as long as it is not found.
enum Comings {
  static let yes: UInt8 = 1
  static let no: UInt8 = 2
  static let unknown: UInt8 = 4
  static let all: UInt8 = 7
}

/// What a leaf of reasons adds of a row that never changes; one that is true adds nothing.
struct SettledKeys {
  private let ofNo: KeySum
  private let ofUnknown: KeySum

  init(_ node: Int) {
    ofNo = MixedKey(leaf: node, .max).sum
    ofUnknown = MixedKey(leaf: node, .max - 1).sum
  }

  /// Calls a body with each of some rows of a word that adds something, and with what.
  @inline(__always) func forEach(
    _ rows: UInt64, _ word: Int, _ possible: PossibleWord, _ body: (Int, KeySum) -> Void
  ) {
    NodeMasks.forEach(rows & possible.no, word) { body($0, ofNo) }
    NodeMasks.forEach(rows & possible.unknown, word) { body($0, ofUnknown) }
  }

  /// What is added of a row.
  @inline(__always) func of(_ truth: UInt8) -> KeySum {
    truth == TruthByte.no ? ofNo : truth == TruthByte.yes ? KeySum() : ofUnknown
  }
}

/// Where a contact's point in time must lie for a comparison never to change, by clock: the bounds of `SpanTable.Entry`
/// move one way only, so that those of the day before the attempt and of the day after two years hold all of them.
struct SpanLimits: Equatable, BitwiseCopyable {
  /// True for ever of what lies within, false of what lies before or after the outer ones.
  private var within: (first: Int64, last: Int64)
  private var before: Int64
  private var after: Int64
  /// Whether the bounds stay where they are, and whether they are such at all times that none and unknown say the same.
  private var isConstant: Bool
  private var isSteady: Bool
  private(set) var isFound: Bool

  /// Not found yet.
  static let open = SpanLimits(
    within: (.max, .min), before: .min, after: .max, isConstant: false, isSteady: false,
    isFound: false)

  private init(
    within: (Int64, Int64), before: Int64, after: Int64, isConstant: Bool, isSteady: Bool,
    isFound: Bool
  ) {
    (self.within, self.before, self.after) = (within, before, after)
    (self.isConstant, self.isSteady, self.isFound) = (isConstant, isSteady, isFound)
  }

  init(_ early: SpanTable.Entry, _ late: SpanTable.Entry) {
    self = SpanLimits.open
    isFound = true
    let isAsked = early.between == TruthByte.ask || late.between == TruthByte.ask
    let isEmpty = early.perhaps.0 > early.perhaps.1 || late.perhaps.0 > late.perhaps.1
    let areOrdered =
      early.perhaps.0 <= late.perhaps.0 && early.perhaps.1 <= late.perhaps.1
      && early.surely.0 <= late.surely.0 && early.surely.1 <= late.surely.1
    isConstant = !isAsked && early == late
    isSteady = isConstant || !isAsked && !isEmpty && areOrdered
    guard isSteady, !isConstant else { return }
    within = (late.surely.0, early.surely.1)
    (before, after) = (early.perhaps.0, late.perhaps.1)
  }

  static func == (left: SpanLimits, right: SpanLimits) -> Bool {
    left.within == right.within && left.before == right.before && left.after == right.after
      && left.isConstant == right.isConstant && left.isSteady == right.isSteady
      && left.isFound == right.isFound
  }

  /// Whether the comparison says the same of a point in time for two years.
  @inline(__always) func isSettled(_ state: UInt8, _ first: Int64, _ last: Int64) -> Bool {
    if state == MomentState.ask { return false }
    if state < MomentState.some { return isSteady }
    return isConstant || first >= within.first && last <= within.last || last < before
      || first > after
  }
}
