import Outreach

extension Program {
  /// What of a contact decides why a rule says what it does at a step.
  ///
  /// What a rule says, and what excuses it, is decided by the ground and the truths of its clauses; what it lacks, by why
  /// those of them are unknown that are. Clause by clause the key of each is added that is not simply true.
  ///
  /// - Parameters:
  ///   - event: what the rule says.
  ///   - contact: the contact.
  /// - Returns: nil where only the judge knows.
  func reasonKey(_ event: RuleEvent, _ contact: BatchContact) -> MixedKey? {
    var key = MixedKey(event.key, Int(contact.ground))
    let (unit, step) = (Int(event.unit), Int(stepOfUnit[Int(event.unit)]))
    for row in contact.allRows {
      guard isWhole(row, step) else { return nil }
      var sum = KeySum()
      for place in reasonMemory.clauses(of: unit) {
        let clause = reasonMemory.clauses[place]
        let truth = rowTruth(clause.node, row)
        switch truth {
        case TruthByte.yes: continue
        case TruthByte.no: sum &+= clause.ofFalse
        case TruthByte.ask: return nil
        case _ where event.code != .unproven: sum &+= clause.ofExcused
        default:
          let reasons = reasons(clause.node, .unknown)
          if reasons.isAsked(row) { return nil }
          sum &+= clause.of(reasons.sum(row))
        }
      }
      key.mix(sum)
    }
    return key
  }

  /// What was found by an event whose reasons may differ from contact to contact; nil if nothing.
  func finding(forReasonsOf event: RuleEvent, _ contact: AskedContact) -> Int32? {
    let reason = event.code == .ask ? nil : reasonKey(event, contacts[contact.place])
    if let reason {
      if let known = findingsOfReasons.find(reason) { return known }
    } else {
      verdictsAsked += 1
      rulesAsked[units[Int(event.unit)].rule.id, default: 0] += 1
    }
    guard let number = asked(units[Int(event.unit)], contact) else { return nil }
    if let reason {
      if findingsOfReasons.count == limits.reasons { findingsOfReasons = MixedKeyTable() }
      findingsOfReasons.add(reason, number)
    }
    return number
  }

  // MARK: attempts

  /// Adds up why the rules of each attempt say what they do, for the contacts of the batch that are on one clock.
  func addUpReasons() {
    let (rows, words) = (batch.count, (batch.count + 63) / 64)
    let bits = words * (stepCount * 2 + 2)
    reasonMemory.unknown.begin(turn)
    reasonMemory.attempts.reserve(rows * stepCount, keeping: 0)
    reasonMemory.attempts.base.update(repeating: KeySum(), count: rows * stepCount)
    reasonMemory.attemptBits.reserve(bits, keeping: 0)
    reasonMemory.attemptBits.base.update(repeating: 0, count: bits)
    for step in 0..<stepCount {
      let attempts = attemptReasons(step)
      for contact in contacts where isPlain(contact, step) {
        NodeMasks.set(Int(contact.row), attempts.plain)
      }
      for place in events.steps[step] where isNotable[events.units[place]] {
        addReasons(of: events.units[place], to: attempts)
      }
    }
  }

  /// The reasons of a step's attempts.
  @inline(__always) func attemptReasons(_ step: Int) -> AttemptReasons {
    let words = (batch.count &+ 63) &>> 6
    let bits = reasonMemory.attemptBits.base + words &* 2 &* (step &+ 1)
    return AttemptReasons(
      sums: reasonMemory.attempts.base + step &* batch.count, plain: bits, asked: bits + words,
      words: words)
  }

  /// Whether a step's time has one part on the clock of a row.
  @inline(__always) func isWhole(_ row: Int, _ step: Int) -> Bool {
    wholeTimes.base[Int(clockOfRow.base[row]) &* stepCount &+ step]
  }

  /// Whether what its row says is what is found of the contact.
  private func isPlain(_ contact: BatchContact, _ step: Int) -> Bool {
    contact.ground >= 0 && !contact.asksJudge && contact.rows == 1
      && !groundCells.base[Int(contact.ground)].isDoubtful
      && isWhole(Int(contact.row), step)
  }

  private func addReasons(of unit: Int, to attempts: AttemptReasons) {
    let (verdicts, words) = (verdicts(of: unit), attempts.words)
    let unproven = reasonMemory.attemptBits.base
    let excused = unproven + words
    var all: UInt64 = 0
    for word in 0..<words {
      let (low, middle, high) = verdicts.codeBits(word)
      let rows = attempts.plain[word] & ~high
      (unproven[word], excused[word]) = (rows & low & middle, rows & (low ^ middle))
      all |= unproven[word] | excused[word]
    }
    guard all != 0 else { return }
    let sums = attempts.sums
    for place in reasonMemory.clauses(of: unit) {
      let clause = reasonMemory.clauses[place]
      let own = truths(clause.node)
      var open: UInt64 = 0
      for word in 0..<words {
        let found = unproven[word] | excused[word]
        attempts.asked[word] |= found & own.ask[word]
        NodeMasks.forEach(found & own.no[word], word) { sums[$0] &+= clause.ofFalse }
        let unknown = own.unknown(word)
        NodeMasks.forEach(excused[word] & unknown, word) { sums[$0] &+= clause.ofExcused }
        open |= unproven[word] & unknown
      }
      guard open != 0 else { continue }
      let reasons = reasons(clause.node, .unknown)
      for word in 0..<words {
        let rows = unproven[word] & own.unknown(word)
        attempts.asked[word] |= rows & reasons.asked[word]
        NodeMasks.forEachRow(rows, word) { sums[$0] &+= clause.of(reasons.sum($0)) }
      }
    }
  }
}

/// Why the rules of a step's attempts say what they do, by row.
struct AttemptReasons: BitwiseCopyable {
  let sums: UnsafeMutablePointer<KeySum>
  /// Of which rows it is told, and of which of these only the judge knows some reason.
  let plain: UnsafeMutablePointer<UInt64>
  let asked: UnsafeMutablePointer<UInt64>
  let words: Int
}
