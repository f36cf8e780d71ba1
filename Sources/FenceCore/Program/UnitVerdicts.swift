import Outreach

/// What one rule says at one step of every row of the batch, gathered over the parts of the step's time.
final class UnitVerdicts {
  @exclusivity(unchecked) var fail = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var unproven = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var weak = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var exempt = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var waived = BatchBuffer<UInt64>(capacity: 64)
  @exclusivity(unchecked) var ask = BatchBuffer<UInt64>(capacity: 64)
  /// Whether some row has any of these.
  @exclusivity(unchecked) var isEmpty = true

  func clear(words: Int) {
    isEmpty = true
    func clear(_ buffer: inout BatchBuffer<UInt64>) {
      buffer.reserve(words, keeping: 0)
      buffer.base.update(repeating: 0, count: words)
    }
    clear(&fail)
    clear(&unproven)
    clear(&weak)
    clear(&exempt)
    clear(&waived)
    clear(&ask)
  }

  /// Rows with anything but a plain pass in a word.
  @inline(__always) func notable(_ word: Int) -> UInt64 {
    fail.base[word] | unproven.base[word] | weak.base[word] | exempt.base[word]
      | waived.base[word] | ask.base[word]
  }

  /// What is said of a row: its worst over the parts of time; a failure is certain whatever else is.
  func code(_ row: Int) -> RuleCode {
    let (word, bit) = (row >> 6, UInt64(1) << UInt64(row & 63))
    if fail.base[word] & bit != 0 { return .fail }
    if ask.base[word] & bit != 0 { return .ask }
    if unproven.base[word] & bit != 0 { return .unproven }
    if weak.base[word] & bit != 0 { return .ask }
    if exempt.base[word] & bit != 0 { return .exempt }
    return waived.base[word] & bit != 0 ? .waived : .pass
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
  /// Adds what a rule says in the present part of its step's time.
  func judge(_ unit: RuleUnit, covered: UnsafeMutablePointer<UInt64>, into verdicts: UnitVerdicts) {
    let words = (batch.count + 63) / 64
    let (inForce, applies) = (truths(unit.inForce), truths(unit.applies))
    var anyLive: UInt64 = 0
    for word in 0..<words {
      anyLive |= covered[word] & ~inForce.no.base[word] & ~applies.no.base[word]
    }
    guard anyLive != 0 else { return }
    let (required, excuse) = (truths(unit.required), truths(unit.excuse))
    let (strong, waived) = (truths(unit.strongExcuse), truths(unit.waived))
    let reading = truths(unit.reading)
    let isFirst = part == 0
    var notable: UInt64 = 0
    for word in 0..<words {
      let live = covered[word] & ~inForce.no.base[word] & ~applies.no.base[word]
      guard live != 0 else { continue }
      let met = required.yes.base[word]
      let plain = met & excuse.no.base[word] & reading.no.base[word]
      let open = live & ~(plain & waived.no.base[word])
      guard open != 0 else { continue }
      let outright = waived.yes.base[word]
      var ask =
        inForce.ask.base[word] | applies.ask.base[word] | waived.ask.base[word]
        | reading.ask.base[word]
      ask |= ~outright & (required.ask.base[word] | excuse.ask.base[word])
      ask |= ~outright & excuse.yes.base[word] & ~met & strong.ask.base[word]
      ask &= open
      let decided = open & ~ask
      let rest = decided & ~outright
      let readAs = rest & met & reading.yes.base[word]
      let excused = rest & ~readAs & excuse.yes.base[word]
      let weakly = excused & ~met & ~strong.yes.base[word]
      let bad = rest & ~met & ~excuse.yes.base[word]
      let fails =
        bad & applies.yes.base[word] & required.no.base[word] & excuse.no.base[word]
      verdicts.ask.base[word] |= ask
      verdicts.fail.base[word] |= fails
      verdicts.unproven.base[word] |= bad & ~fails
      verdicts.weak.base[word] |= weakly
      if isFirst {
        verdicts.exempt.base[word] |= excused & ~weakly
        verdicts.waived.base[word] |= (decided & outright) | readAs
      }
      notable |= open
    }
    if notable != 0 { verdicts.isEmpty = false }
  }
}
