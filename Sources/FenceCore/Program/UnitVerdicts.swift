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

  /// The codes (`RuleCode`) of the rows of a word, a word for each of their bits: a row's worst over the parts of time; a
  /// failure is certain whatever else is.
  @inline(__always) func codeBits(_ word: Int) -> (UInt64, UInt64, UInt64) {
    let failed = fail[word]
    let open = ask[word] & ~failed
    let unknown = unproven[word] & ~(failed | open)
    let asked = open | weak[word] & ~(failed | unknown)
    var rest = ~(failed | unknown | asked)
    let excused = exempt[word] & rest
    rest &= ~excused
    return (excused | unknown | asked, waived[word] & rest | unknown, failed | asked)
  }
}

/// What the program says of a rule and an attempt.
enum RuleCode: UInt8 {
  case pass = 0
  case exempt = 1
  case waived = 2
  case unproven = 3
  case fail = 4
  /// It is for the judge to say.
  case ask = 5

  /// How many there may be.
  static let count = 8

  /// What rules say on all clocks of a contact, as the judge puts them together.
  static func together(_ codes: some Collection<RuleCode>) -> RuleCode {
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
