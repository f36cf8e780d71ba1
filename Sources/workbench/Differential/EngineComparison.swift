import FenceCore
import Outreach

/// One plan with its policies, judged by the Judge and by the Program.
struct EngineComparison {
  let library: Library
  let plan: FactRecord
  let programme: FactRecord?
  let world: World
  var options = Judge.Options()
  /// How many contacts the program judges at a time.
  var batchSize = 64
  /// Whether contacts are written as lines of JSON, which both read: the judge all that is in them, by the exact
  /// reader, and the program what the policies ask for, by columns.
  var readsLines = false

  /// What the two say otherwise.
  struct Difference {
    /// The contact's place in the list; nil if the list as a whole is judged otherwise.
    var place: Int?
    /// What each says, in words.
    var words: String
  }

  /// What was compared.
  struct Counts {
    var contacts = 0
    /// How many of them were read by columns.
    var read = 0
    /// How many of them the program left to the judge.
    var asked = 0
    /// How many verdicts of single rules the judge gave for contacts that the program judged.
    var askedVerdicts = 0
    /// Of which rules the judge gave how many.
    var rules: [String: Int] = [:]
    /// How many verdicts of each kind were found.
    var kinds: [String: Int] = [:]

    /// What the judge was asked for, in words.
    var askedInWords: String {
      let verdicts = kinds.values.reduce(0, +)
      func share(_ part: Int, _ whole: Int) -> String {
        let tenths = 1000 * Double(part) / Double(max(1, whole))
        return "\(part) (\(Int(tenths.rounded()) / 10).\(Int(tenths.rounded()) % 10)%)"
      }
      return
        "\(share(read, contacts)) read by columns; the judge was asked about \(share(asked, contacts)) of the contacts, and about "
        + "\(share(askedVerdicts, verdicts)) of \(verdicts) verdicts that are reported"
    }

    mutating func add(_ other: Counts) {
      contacts += other.contacts
      read += other.read
      asked += other.asked
      askedVerdicts += other.askedVerdicts
      rules.merge(other.rules) { $0 + $1 }
      kinds.merge(other.kinds) { $0 + $1 }
    }
  }

  /// A judge of the plan.
  func judge() -> Judge {
    Judge(library: library, plan: plan, programme: programme, world: world, options: options)
  }

  /// Judges a list by both.
  ///
  /// - Parameters:
  ///   - list: records of kind `contact`.
  ///   - counts: what was compared, to which this is added.
  /// - Returns: the first difference; nil if there is none, also where the program leaves the plan to the judge.
  /// - Throws: nothing, as every policy is loaded; the program's reader may.
  func difference(on list: [FactRecord], _ counts: inout Counts) throws -> Difference? {
    guard let program = Program(judge()) else { return nil }
    let reference = judge()
    let lines = LineReading(library, world: world)
    let columns = lines.columns(of: program)
    let contacts = list.enumerated().map {
      lines.contact($1, line: Int32(truncatingIfNeeded: $0 + 1), isWritten: readsLines)
    }
    var numbers = NumberMemory()
    var start = 0
    while start < list.count {
      let batch = contacts[start..<min(start + batchSize, list.count)]
      program.clear()
      for contact in batch where try lines.append(contact, to: program, columns) {
        counts.read += 1
      }
      program.run()
      let records = ListedContacts(batch.map(\.asked))
      for (place, contact) in batch.enumerated() {
        let expected = reference.judge(contact.record)
        numbers.add(expected.number, line: Int32(truncatingIfNeeded: start + place + 1))
        for finding in expected.attempts.flatMap({ $0.findings + $0.planFindings + $0.excused }) {
          counts.kinds[finding.verdict.rawValue, default: 0] += 1
        }
        if let words = difference(place, records, program, expected) {
          return Difference(place: start + place, words: words)
        }
      }
      start += batch.count
    }
    counts.contacts += list.count
    counts.asked += program.contactsAsked
    counts.askedVerdicts += program.verdictsAsked
    counts.rules.merge(program.rulesAsked) { $0 + $1 }
    let expected = reference.listFindings(numbers.repeated)
    let found = program.judge.listFindings(numbers.repeated)
    // The program counts only those shares for which some rule asks.
    let areCounted = zip(reference.listCounts.shares, program.judge.listCounts.shares).allSatisfy {
      $0 == $1 || $1.yes + $1.no + $1.unknown < list.count
    }
    guard expected != found || !areCounted else { return nil }
    return Difference(
      place: nil,
      words: "the list: judge says \(expected.map(\.summary)) of \(reference.listCounts), "
        + "program \(found.map(\.summary)) of \(program.judge.listCounts)")
  }

  private func difference(
    _ place: Int, _ records: ListedContacts, _ program: Program, _ expected: ContactJudgement
  ) -> String? {
    let classes = program.classes(of: place, in: records).map { found in
      (0..<program.stepCount).map {
        program.attempt(
          ofClass: found.classes[$0], program.nextChanges(of: place, step: $0, in: records))
      }
    }
    // What a class was counted for the list, it is not counted again.
    let counted = classes == nil ? nil : program.judge.takeList()
    let found = program.judgement(of: place, id: expected.id, phone: expected.phone, in: records)
    if let counted {
      _ = program.judge.takeList()
      program.judge.add(counted)
    }
    let (plain, other) = (expected.withoutContactOrigins, found.withoutContactOrigins)
    guard other == plain else { return plain.difference(from: other) }
    guard let classes else { return nil }
    let byClasses = classes.map(\.withoutContactOrigins)
    guard byClasses != plain.attempts else { return nil }
    var byClass = plain
    byClass.attempts = byClasses
    return "by class" + plain.difference(from: byClass)
  }
}

/// The files from which generated facts seem to be read.
enum GeneratedFile: Int32 {
  case plan, programme, contacts
}

extension ContactJudgement {
  /// The same without the places of the facts that decide rules about contacts.
  fileprivate var withoutContactOrigins: ContactJudgement {
    var copy = self
    copy.attempts = attempts.map(\.withoutContactOrigins)
    return copy
  }
}

extension AttemptJudgement {
  /// The same without the places of the facts that decide rules about contacts: the program gives those of the
  /// first contact that is judged in the same words, and no report names them.
  fileprivate var withoutContactOrigins: AttemptJudgement {
    func plain(_ findings: [Finding], everywhere: Bool) -> [Finding] {
      findings.map { finding in
        // A plan's rule that is loosened by what is known of a contact may lack facts of the contact, too.
        let isContacts =
          finding.origin.file == GeneratedFile.contacts.rawValue
          || finding.missing.contains { $0.hasPrefix("contact.") }
        guard everywhere || isContacts else { return finding }
        var copy = finding
        copy.origin = .absent
        return copy
      }
    }
    var copy = self
    copy.findings = plain(findings, everywhere: true)
    copy.excused = plain(excused, everywhere: true)
    copy.planFindings = plain(planFindings, everywhere: false)
    copy.planExcused = plain(planExcused, everywhere: false)
    return copy
  }
}

extension Finding {
  /// All that may differ between engines, in a line.
  fileprivate var summary: String {
    let next = nextChange.map { " until \($0)" } ?? ""
    let ended = endedWaivers.map { " after the waiver to \($0.until)" }.joined()
    return
      "\(rule) \(severity.rawValue) \(verdict.rawValue)\(isWeak ? " weak" : "")"
      + "\(excusedBy.map { " by \($0)" } ?? "") missing \(missing)\(next)\(ended)"
      + " at \(origin.file):\(origin.line):\(origin.column) in \(places)"
  }
}

extension ContactJudgement {
  /// What another judgement of the same contact says otherwise.
  fileprivate func difference(from other: ContactJudgement) -> String {
    var lines: [String] = []
    for (mine, its) in zip(attempts, other.attempts) where mine != its {
      let (a, b) = (mine.summary, its.summary)
      lines.append(
        "\n    step \(mine.step): judge says \(a.subtracting(b).sorted()), program "
          + "\(b.subtracting(a).sorted())\(a == b ? " (in another order)" : "")")
    }
    func compare(_ what: String, _ mine: some Equatable, _ its: some Equatable, _ same: Bool) {
      if !same { lines.append("\n    \(what): judge says \(mine), program \(its)") }
    }
    compare("segments", segments, other.segments, segments == other.segments)
    compare(
      "doubtful segments", doubtfulSegments, other.doubtfulSegments,
      doubtfulSegments == other.doubtfulSegments)
    compare(
      "policies", jurisdictions, other.jurisdictions, jurisdictions == other.jurisdictions)
    compare(
      "number", number.debugDescription, other.number.debugDescription, number == other.number)
    compare(
      "whereabouts", "\(String(describing: whereabouts))",
      "\(String(describing: other.whereabouts))", whereabouts == other.whereabouts)
    return lines.joined()
  }
}

extension AttemptJudgement {
  fileprivate var summary: Set<String> {
    Set(
      (findings + planFindings + excused + planExcused).map(\.summary) + [
        "decision \(decision)", "gaps \(gaps)", "permitted \(String(describing: permitted))",
      ])
  }
}
