public import Outreach

extension Program {
  /// Whether a contact was left to the judge as a whole.
  public func asksJudge(_ place: Int) -> Bool { contacts[place].asksJudge }

  /// What a contact's place and number tell, which it shares with others; nil where the judge finds it.
  public func ground(of place: Int) -> (number: Int, record: FactRecord)? {
    contacts[place].ground.map { ($0.number, $0.record) }
  }

  /// What became of one contact of the batch, after `run`; contacts must be asked for in their order.
  ///
  /// - Parameters:
  ///   - place: the contact's place in the batch.
  ///   - id: its id.
  ///   - phone: its number, in canonical form or as it was written.
  ///   - line: the line of its record.
  ///   - record: reads the contact whole, where the judge is asked.
  /// - Returns: just what the judge would say.
  public func judgement(
    of place: Int, id: String, phone: String, line: Int32, record: () -> FactRecord
  ) -> ContactJudgement {
    let contact = contacts[place]
    contactsJudged += 1
    guard let ground = contact.ground, !contact.asksJudge else {
      contactsAsked += 1
      return judge.judge(record())
    }
    var asked: AskedContact?
    func whole() -> AskedContact {
      if let asked { return asked }
      let made = AskedContact(record(), judge)
      asked = made
      return made
    }
    let isRepeated = contact.hasNumber ? judge.list.count(phone, line: line) : .unknown
    let builtIn =
      judge.options.findsReasons && !ground.builtIn.isEmpty
      ? judge.builtInFindings(whole().facts, whole().gathered, ground.coverage) : ground.builtIn
    var events = events(of: place)
    var attempts: [AttemptJudgement] = []
    for step in judge.plan.steps {
      let like = likeness(ground, step.index, events)
      if let like, let known = attemptsByLikeness[like] {
        attempts.append(known)
        events = events.drop { units[Int($0.unit)].step == step.index }
        continue
      }
      var draft = AttemptDraft(builtIn: builtIn)
      var settled = ground.settled[step.index][...]
      while let unit = events.first.map({ units[Int($0.unit)] }), unit.step == step.index {
        while let first = settled.first, first.key < unit.key {
          addSettled(settled.startIndex, step.index, ground, whole, to: &draft)
          settled.removeFirst()
        }
        if let event = events.popFirst() { add(event, ground, whole, isRepeated, to: &draft) }
      }
      while !settled.isEmpty {
        addSettled(settled.startIndex, step.index, ground, whole, to: &draft)
        settled.removeFirst()
      }
      var permitted: [TimeSpan]?
      if step.time.isWindow, judge.options.findsPermitted {
        permitted = judge.permitted(ground.rules, of: whole().attempt(step, isRepeated))
      }
      var attempt = draft.judgement(of: step, permitted: permitted)
      if let like, attemptsByLikeness.count < 1 << 16 {
        attempt.likeness = AttemptLikeness(nextLikeness)
        nextLikeness += 1
        attemptsByLikeness[like] = attempt
      }
      attempts.append(attempt)
    }
    tallyShares(contact, isRepeated, whole)
    let (certain, doubtful) = segments(of: contact, ground, isRepeated, whole)
    return ContactJudgement(
      id: id, phone: phone, decision: attempts.map(\.decision).max() ?? .allowed,
      jurisdictions: ground.jurisdictions, attempts: attempts, segments: certain,
      doubtfulSegments: doubtful, whereabouts: ground.whereabouts)
  }

  /// What an attempt's judgement without reasons depends on; nil where the judge is asked for more.
  private func likeness(
    _ ground: Ground, _ step: Int, _ events: ArraySlice<RuleEvent>
  ) -> [Int32]? {
    guard !judge.options.findsReasons, !judge.options.findsPermitted else { return nil }
    var key = [Int32(truncatingIfNeeded: ground.number), Int32(truncatingIfNeeded: step)]
    for event in events {
      guard units[Int(event.unit)].step == step else { break }
      guard event.code != .ask else { return nil }
      key.append(event.unit << 3 | Int32(event.code.rawValue))
    }
    return key
  }

  /// Adds a rule that no fact of the contact decides.
  private func addSettled(
    _ place: Int, _ step: Int, _ ground: Ground, _ whole: () -> AskedContact,
    to draft: inout AttemptDraft
  ) {
    let settled = ground.settled[step][place]
    guard let judged = ground.judged[settled.key] else { return }
    if let known = settled.finding { return draft.add(judged.rule, settled.result, known) }
    let facts = AttemptFacts(
      plan: judge.plan, step: judge.plan.steps[step], contact: ground.contact)
    let finding = judge.finding(judged, settled.result, facts)
    ground.settled[step][place].finding = finding
    draft.add(judged.rule, settled.result, finding)
  }

  private func add(
    _ event: RuleEvent, _ ground: Ground, _ whole: () -> AskedContact, _ isRepeated: Truth,
    to draft: inout AttemptDraft
  ) {
    let unit = units[Int(event.unit)]
    guard let judged = ground.judged[unit.key] else { return }
    verdictsGiven += 1
    if event.code == .ask {
      verdictsAsked += 1
      rulesAsked[unit.rule.id, default: 0] += 1
    }
    guard event.code == .ask || judge.options.findsReasons else {
      let key = Int(event.unit) << 3 | Int(event.code.rawValue)
      let result = RuleResult(
        verdict: event.code.verdict, instant: .distantPast, zone: .universal)
      let finding = ground.findings[key] ?? judge.finding(judged, result, plainFacts[unit.step])
      ground.findings[key] = finding
      return draft.add(judged.rule, result, finding)
    }
    let facts = whole().attempt(judge.plan.steps[unit.step], isRepeated)
    let result = judge.result(of: judged, facts)
    if result.isNotable { draft.add(judged.rule, result, judge.finding(judged, result, facts)) }
  }

  // MARK: the list

  private func tallyShares(
    _ contact: BatchContact, _ isRepeated: Truth, _ whole: () -> AskedContact
  ) {
    for (number, predicate) in judge.library.shares.enumerated() {
      if predicate.asksForRepeats {
        judge.list.shares[number].add(isRepeated)
        continue
      }
      judge.list.shares[number].add(
        onAllClocks(shares[number], contact)
          ?? judge.truth(of: predicate, whole().attempt(judge.plan.steps[0], isRepeated)))
    }
  }

  private func segments(
    of contact: BatchContact, _ ground: Ground, _ isRepeated: Truth, _ whole: () -> AskedContact
  ) -> (certain: [String], doubtful: [String]) {
    var (certain, doubtful): ([String], [String]) = ([], [])
    for segment in segments where ground.certainty[segment.policy] > 0 {
      let truth =
        onAllClocks(segment.node, contact)
        ?? judge.truth(
          of: judge.library.policies[segment.policy].segments[segment.place].condition,
          whole().attempt(judge.plan.steps[0], isRepeated))
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
    for row in contact.row..<contact.row + contact.rows {
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

extension Expression {
  /// Whether it asks for nothing but whether the contact's number was seen before.
  fileprivate var asksForRepeats: Bool {
    switch self {
    case .repeatedNumber: true
    case .traced(_, let body): body.asksForRepeats
    default: false
    }
  }
}

extension RuleCode {
  fileprivate var verdict: Verdict {
    switch self {
    case .pass, .ask: .pass
    case .exempt: .exempt
    case .waived: .waived
    case .unproven: .unproven
    case .fail: .fail
    }
  }
}

/// A contact that was read whole, because the judge is asked about it.
final class AskedContact {
  let gathered: EvidenceGatherer.Result
  let facts: ContactFacts
  private let plan: PlanFacts
  private var attempts: [Int: AttemptFacts] = [:]

  init(_ record: FactRecord, _ judge: Judge) {
    gathered = EvidenceGatherer(world: judge.world).gather(record)
    plan = judge.plan
    facts = ContactFacts(
      record, derived: gathered.derived, evidence: gathered.evidence, plan: judge.plan)
  }

  func attempt(_ step: StepFacts, _ isRepeated: Truth) -> AttemptFacts {
    if let known = attempts[step.index] { return known }
    facts.isRepeated = isRepeated
    let made = AttemptFacts(plan: plan, step: step, contact: facts)
    attempts[step.index] = made
    return made
  }
}

extension Program {
  /// What the rules about the whole list say, once every contact has been judged.
  ///
  /// - Parameter last: the last contact that was judged; nil if there was none.
  /// - Returns: the findings that fail, are unproven or are excused, ordered like a contact's.
  public func listFindings(last: FactRecord?) -> [Finding] {
    if let last, let step = judge.plan.steps.first {
      judge.list.remember(AskedContact(last, judge).attempt(step, .unknown))
    }
    return judge.listFindings()
  }
}
