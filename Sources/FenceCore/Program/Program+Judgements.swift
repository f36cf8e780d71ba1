public import Outreach

extension Program {
  /// The number of what a contact's place and number tell, which it shares with others; -1 where the judge finds it.
  public func groundNumber(of place: Int) -> Int { Int(contacts[place].ground) }

  /// What decided place and clock of a ground's contacts; nil where nobody asks.
  public func whereabouts(ofGround number: Int) -> Whereabouts? { grounds[number].whereabouts }

  /// The names of the policies that cover a ground's contacts.
  public func jurisdictions(ofGround number: Int) -> [String] { grounds[number].jurisdictions }

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
    let whole = AskedContact(self, place, records)
    let numbers = UnsafeBufferPointer(start: findClasses(place, records), count: stepCount)
    let attempts = numbers.map { attempt(ofClass: $0, whole) }
    tallyShares(place, in: records)
    let segments = segmentSets[segmentSet(of: place, in: records)]
    return ContactJudgement(
      id: id, phone: phone, decision: attempts.map(\.decision).max() ?? .allowed,
      jurisdictions: ground.jurisdictions, attempts: attempts, segments: segments.certain,
      doubtfulSegments: segments.doubtful, number: number(of: place),
      whereabouts: ground.whereabouts)
  }

  /// The key of a contact's number; nil if it has none that can be read, or is the judge's.
  public func number(of place: Int) -> UInt64? {
    let contact = contacts[place]
    guard contact.hasNumber else { return nil }
    let key = batch.cells[BatchLayout.phone].keys[Int(contact.row)]
    return key >= PhoneKeys.firstCanonical && key != PhoneKeys.beyond ? key : nil
  }

  /// An attempt of a contact by its class, with what is the contact's alone.
  private func attempt(ofClass number: Int32, _ whole: AskedContact) -> AttemptJudgement {
    let index = classes.step(of: number)
    var attempt = attempt(
      ofClass: number, nextChanges(of: whole.place, step: index, in: whole.records))
    let step = judge.plan.steps[index]
    if step.time.isWindow, judge.options.findsPermitted {
      attempt.permitted = judge.permitted(whole.ground.rules, of: whole.attempt(step))
    }
    return attempt
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

/// A contact of the batch, which is read whole when the judge is asked about it.
final class AskedContact {
  /// Its place in the batch.
  let place: Int
  let ground: Ground
  private let judge: Judge
  let records: any BatchRecords
  private var attempts: [Int: AttemptFacts] = [:]

  private(set) lazy var record = records.record(at: place)
  private(set) lazy var gathered = EvidenceGatherer(world: judge.world).gather(record)
  private(set) lazy var facts = ContactFacts(
    record, derived: gathered.derived, evidence: gathered.evidence, plan: judge.plan)

  init(_ program: Program, _ place: Int, _ records: any BatchRecords) {
    judge = program.judge
    ground = program.grounds[Int(program.contacts[place].ground)]
    self.place = place
    self.records = records
  }

  func attempt(_ step: StepFacts) -> AttemptFacts {
    if let known = attempts[step.index] { return known }
    let made = AttemptFacts(plan: judge.plan, step: step, contact: facts)
    attempts[step.index] = made
    return made
  }
}
