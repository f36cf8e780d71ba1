public import Outreach

extension Program {
  /// The number of what a contact's place and number tell, which it shares with others; -1 where the judge finds it.
  public func groundNumber(of place: Int) -> Int { Int(contacts[place].ground) }

  /// What decided place and clock of a contact; nil where nobody asks, and where the judge finds it.
  public func whereabouts(of place: Int) -> Whereabouts? {
    let ground = Int(contacts[place].ground)
    return ground >= 0 ? grounds[ground].whereabouts : nil
  }

  /// A contact of a ground, with no more than number, address and zone.
  public func record(ofGround number: Int) -> FactRecord { grounds[number].record }

  /// What became of one contact of the batch, after `run`.
  ///
  /// - Parameters:
  ///   - place: the contact's place in the batch.
  ///   - id: its id.
  ///   - phone: its number, in canonical form or as it was written.
  ///   - records: the batch's contacts, where the judge is asked.
  /// - Returns: just what the judge would say.
  public func judgement(
    of place: Int, id: String, phone: String, in records: any BatchRecords
  ) -> ContactJudgement {
    let contact = contacts[place]
    guard contact.ground >= 0, !contact.asksJudge else {
      contactsAsked += 1
      return judge.judge(records.record(at: place))
    }
    let ground = grounds[Int(contact.ground)]
    let whole = AskedContact(judge, place, records)
    findClasses(place, Int(contact.ground), records)
    let attempts = classOfStep.map { attempt(ofClass: $0, place, ground, whole) }
    tallyShares(place, in: records)
    let (certain, doubtful) = segments(of: contact, ground, whole)
    return ContactJudgement(
      id: id, phone: phone, decision: attempts.map(\.decision).max() ?? .allowed,
      jurisdictions: ground.jurisdictions, attempts: attempts, segments: certain,
      doubtfulSegments: doubtful, number: number(of: place), whereabouts: ground.whereabouts)
  }

  /// The key of a contact's number; nil if it has none that can be read, or is the judge's.
  public func number(of place: Int) -> UInt64? {
    let contact = contacts[place]
    guard contact.hasNumber else { return nil }
    let key = batch.cells[BatchLayout.phone].keys[Int(contact.row)]
    return key >= PhoneKeys.firstCanonical && key != PhoneKeys.beyond ? key : nil
  }

  /// An attempt of a contact by its class, with what is the contact's alone.
  private func attempt(
    ofClass number: Int32, _ place: Int, _ ground: Ground, _ whole: AskedContact
  ) -> AttemptJudgement {
    var attempt = attempt(ofClass: number)
    let step = judge.plan.steps[attempt.stepIndex]
    if step.time.isWindow {
      if judge.options.findsPermitted {
        attempt.permitted = judge.permitted(ground.rules, of: whole.attempt(step))
      }
    } else if judge.options.findsNextChange {
      let changes = nextChanges(place, step, ground, whole)
      func setChanges(_ part: SharedFinding.Part, _ own: inout [Finding]) {
        for (index, member) in classes.findings(of: number, in: part).enumerated() {
          own[index].nextChange = keyOfFinding[member].flatMap { changes[$0] } ?? nil
        }
      }
      setChanges(.planFindings, &attempt.planFindings)
      setChanges(.findings, &attempt.findings)
      setChanges(.planExcused, &attempt.planExcused)
      setChanges(.excused, &attempt.excused)
    }
    return attempt
  }

  // MARK: the list

  /// Counts a contact for the list's shares.
  func tallyShares(_ place: Int, in records: any BatchRecords) {
    judge.list.isEmpty = false
    let contact = contacts[place]
    for share in shares {
      judge.list.shares[share.number].add(
        onAllClocks(share.node, contact)
          ?? judge.truth(
            of: judge.library.shares[share.number],
            AskedContact(judge, place, records).attempt(judge.plan.steps[0])))
    }
  }

  /// The segments to which a contact certainly belongs or may belong.
  func segments(
    of contact: BatchContact, _ ground: Ground, _ whole: AskedContact
  ) -> (certain: [String], doubtful: [String]) {
    var (certain, doubtful): ([String], [String]) = ([], [])
    for segment in segments where ground.certainty[segment.policy] > 0 {
      let truth =
        onAllClocks(segment.node, contact)
        ?? judge.truth(
          of: judge.library.policies[segment.policy].segments[segment.place].condition,
          whole.attempt(judge.plan.steps[0]))
      switch truth {
      case .yes where ground.certainty[segment.policy] == 2: certain.append(segment.id)
      case .yes, .unknown: doubtful.append(segment.id)
      case .no: continue
      }
    }
    return (certain.sorted(), doubtful.sorted())
  }

  /// The truth of a node that is the same on every clock of a contact, else unknown; nil for the judge to say.
  private func onAllClocks(_ node: Int, _ contact: BatchContact) -> Truth? {
    let masks = truths(node)
    var result: UInt8?
    for row in contact.allRows {
      let truth = masks.truth(row)
      if truth == TruthByte.ask { return nil }
      if let held = result, held != truth { return .unknown }
      result = truth
    }
    switch result {
    case TruthByte.yes: return .yes
    case TruthByte.no: return .no
    default: return .unknown
    }
  }
}

extension RuleCode {
  var verdict: Verdict {
    switch self {
    case .pass, .ask: .pass
    case .exempt: .exempt
    case .waived: .waived
    case .unproven: .unproven
    case .fail: .fail
    }
  }
}

/// The contacts of a batch as records, for what columns do not decide.
public protocol BatchRecords: AnyObject {
  /// A contact of the batch as the exact reader reads it.
  func record(at place: Int) -> FactRecord
}

/// A contact that is read whole when the judge is asked about it.
final class AskedContact {
  private let judge: Judge
  private let read: () -> FactRecord
  private var attempts: [Int: AttemptFacts] = [:]

  private(set) lazy var record = read()
  private(set) lazy var gathered = EvidenceGatherer(world: judge.world).gather(record)
  private(set) lazy var facts = ContactFacts(
    record, derived: gathered.derived, evidence: gathered.evidence, plan: judge.plan)

  init(_ judge: Judge, _ place: Int, _ records: any BatchRecords) {
    self.judge = judge
    read = { records.record(at: place) }
  }

  func attempt(_ step: StepFacts) -> AttemptFacts {
    if let known = attempts[step.index] { return known }
    let made = AttemptFacts(plan: judge.plan, step: step, contact: facts)
    attempts[step.index] = made
    return made
  }
}
