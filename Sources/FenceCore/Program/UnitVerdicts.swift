import Outreach

/// What one rule says at one step of every row of the batch, gathered over the parts of the step's time: a bit a
/// row, in the program's memory.
struct UnitVerdicts: BitwiseCopyable {
  let fail: UnsafeMutablePointer<UInt64>
  let unproven: UnsafeMutablePointer<UInt64>
  let weak: UnsafeMutablePointer<UInt64>
  let exempt: UnsafeMutablePointer<UInt64>
  let waived: UnsafeMutablePointer<UInt64>
  let ask: UnsafeMutablePointer<UInt64>

  /// How many words there are for each word of rows.
  static let kinds = 6

  init(_ base: UnsafeMutablePointer<UInt64>, words: Int) {
    fail = base
    unproven = base + words
    weak = base + 2 * words
    exempt = base + 3 * words
    waived = base + 4 * words
    ask = base + 5 * words
  }

  /// Rows with anything but a plain pass in a word.
  @inline(__always) func notable(_ word: Int) -> UInt64 {
    fail[word] | unproven[word] | weak[word] | exempt[word] | waived[word] | ask[word]
  }

  /// What is said of a row: its worst over the parts of time; a failure is certain whatever else is.
  @inline(__always) func code(_ row: Int) -> RuleCode {
    let (word, bit) = (row &>> 6, UInt64(1) &<< UInt64(row & 63))
    if fail[word] & bit != 0 { return .fail }
    if ask[word] & bit != 0 { return .ask }
    if unproven[word] & bit != 0 { return .unproven }
    if weak[word] & bit != 0 { return .ask }
    if exempt[word] & bit != 0 { return .exempt }
    return waived[word] & bit != 0 ? .waived : .pass
  }
}

/// What the program says of a rule and an attempt.
enum RuleCode: UInt8 {
  case pass, exempt, waived, unproven, fail
  /// It is for the judge to say.
  case ask

  /// What rules say on all clocks of a contact, as the judge puts them together.
  static func together(_ codes: [RuleCode]) -> RuleCode {
    guard let first = codes.first else { return .unproven }
    if codes.contains(.ask) { return .ask }
    let isOK = { (code: RuleCode) in code.rawValue <= RuleCode.waived.rawValue }
    if codes.allSatisfy(isOK) || codes.allSatisfy({ $0 == first }) { return first }
    return .unproven
  }
}

extension Program {
  /// The verdicts of a unit.
  func verdicts(of unit: Int) -> UnitVerdicts {
    let words = (batch.count + 63) / 64
    return UnitVerdicts(verdicts.base + unit * UnitVerdicts.kinds * words, words: words)
  }

  /// Adds what a rule says in the present part of its step's time.
  ///
  /// - Returns: whether it says anything but a plain pass of some row.
  func judge(_ number: Int) -> Bool {
    let words = (batch.count + 63) / 64
    let covered = coverage.base + policyOfUnit[number] * words
    let parts = partsOfUnit[number]
    let inForce = truths(parts.inForce)
    let applies = truths(parts.applies)
    var anyLive: UInt64 = 0
    for word in 0..<words { anyLive |= covered[word] & ~inForce.no[word] & ~applies.no[word] }
    guard anyLive != 0 else { return false }
    let required = truths(parts.required)
    let excuse = truths(parts.excuse)
    let strong = truths(parts.strongExcuse)
    let waived = truths(parts.waived)
    let reading = truths(parts.reading)
    let verdicts = verdicts(of: number)
    let isFirst = part == 0
    var notable: UInt64 = 0
    for word in 0..<words {
      let live = covered[word] & ~inForce.no[word] & ~applies.no[word]
      guard live != 0 else { continue }
      let met = required.yes[word]
      let plain = met & excuse.no[word] & reading.no[word]
      let open = live & ~(plain & waived.no[word])
      guard open != 0 else { continue }
      let outright = waived.yes[word]
      var ask = inForce.ask[word] | applies.ask[word] | waived.ask[word] | reading.ask[word]
      ask |= ~outright & (required.ask[word] | excuse.ask[word])
      ask |= ~outright & excuse.yes[word] & ~met & strong.ask[word]
      ask &= open
      let decided = open & ~ask
      let rest = decided & ~outright
      let readAs = rest & met & reading.yes[word]
      let excused = rest & ~readAs & excuse.yes[word]
      let weakly = excused & ~met & ~strong.yes[word]
      let bad = rest & ~met & ~excuse.yes[word]
      let fails = bad & applies.yes[word] & required.no[word] & excuse.no[word]
      verdicts.ask[word] |= ask
      verdicts.fail[word] |= fails
      verdicts.unproven[word] |= bad & ~fails
      verdicts.weak[word] |= weakly
      if isFirst {
        verdicts.exempt[word] |= excused & ~weakly
        verdicts.waived[word] |= (decided & outright) | readAs
      }
      notable |= open
    }
    return notable != 0
  }
}
