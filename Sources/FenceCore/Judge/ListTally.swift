import Outreach

/// What is known of the whole list after the contacts judged so far, but for repeated numbers.
public struct ListTally: Sendable {
  /// The predicates of which shares are asked; those that ask for repeated numbers are left to who knows the numbers.
  private let predicates: [Expression]
  var shares: [ShareTally]
  /// Whether any contact was judged.
  var isEmpty = true

  init(_ predicates: [Expression]) {
    self.predicates = predicates
    shares = predicates.map { _ in ShareTally() }
  }

  /// Adds what is known of another part of the list.
  mutating func add(_ other: ListTally) {
    isEmpty = isEmpty && other.isEmpty
    for (predicate, tally) in zip(other.predicates, other.shares) {
      guard let index = predicates.firstIndex(of: predicate) else { continue }
      shares[index].add(tally)
    }
  }
}

extension Judge {
  /// Hands over what was learnt of the list, and begins anew.
  public func takeList() -> ListTally {
    defer { list = ListTally(library.shares) }
    return list
  }

  /// Takes over what was learnt of a part of the list by a judge of the same plan.
  public func add(_ part: ListTally) { list.add(part) }

  /// What was learnt of the list so far, for a judge of the same plan and library elsewhere.
  public var listCounts: ListCounts {
    ListCounts(
      isEmpty: list.isEmpty,
      shares: list.shares.map {
        ListCounts.Share(yes: $0.yes, no: $0.no, unknown: $0.unknown)
      })
  }

  /// Takes over what a judge of the same plan and library learnt of a part of the list elsewhere.
  ///
  /// - Returns: false if its library asks for other shares, so that nothing was taken over.
  public func add(_ counts: ListCounts) -> Bool {
    guard counts.shares.count == list.shares.count else { return false }
    var part = ListTally(library.shares)
    part.isEmpty = counts.isEmpty
    part.shares = counts.shares.map {
      ShareTally(yes: $0.yes, no: $0.no, unknown: $0.unknown)
    }
    list.add(part)
    return true
  }
}

/// What is known of a list in numbers, by the order in which a library asks for shares.
public struct ListCounts: Hashable, Sendable {
  /// Whether no contact was judged.
  public var isEmpty: Bool

  /// For how many contacts each predicate holds; 0 for those that ask for repeated numbers.
  public var shares: [Share]

  /// For how many contacts a predicate holds, does not hold, or may hold.
  public struct Share: Hashable, Sendable {
    /// How many it holds for.
    public var yes: Int
    /// How many it does not hold for.
    public var no: Int
    /// Of how many that is not known.
    public var unknown: Int

    /// Makes a share.
    public init(yes: Int, no: Int, unknown: Int) {
      self.yes = yes
      self.no = no
      self.unknown = unknown
    }
  }

  /// Makes the counts.
  public init(isEmpty: Bool, shares: [Share]) {
    self.isEmpty = isEmpty
    self.shares = shares
  }
}

extension Judge {
  /// The segments that are counted: those of the policies asked for.
  public var segments: [Segment] {
    library.policies.flatMap(\.segments).filter { options.selects($0.id) }
  }

  /// Counts a contact for the list's shares, and finds the segments to which it certainly belongs or may belong.
  func tallyList(
    _ contact: ContactFacts, _ coverage: PolicyCoverage
  ) -> (certain: [String], doubtful: [String]) {
    guard let step = plan.steps.first else { return ([], []) }
    let facts = AttemptFacts(plan: plan, step: step, contact: contact)
    list.isEmpty = false
    for (number, predicate) in library.shares.enumerated() where !predicate.asksForRepeats {
      list.shares[number].add(truth(of: predicate, facts))
    }
    var certain: [String] = []
    var doubtful: [String] = []
    for covering in coverage.policies {
      for segment in covering.policy.segments where options.selects(segment.id) {
        switch truth(of: segment.condition, facts) {
        case .yes where covering.isCertain: certain.append(segment.id)
        case .yes, .unknown: doubtful.append(segment.id)
        case .no: continue
        }
      }
    }
    return (certain.sorted(), doubtful.sorted())
  }

  /// The truth of a predicate at the start of the first step: the same on every clock, else unknown.
  func truth(of predicate: Expression, _ facts: AttemptFacts) -> Truth {
    var truths: Set<Truth> = []
    for zone in facts.contact.zones {
      let start = facts.step.time.spans(on: zone)?.first?.from
      var evaluator = Evaluator(
        facts: facts, zone: zone, instant: start ?? Instant(milliseconds: 0))
      let truth = evaluator.truth(predicate)
      truths.insert(start == nil && evaluator.horizon < .distantFuture ? .unknown : truth)
    }
    return truths.count == 1 ? truths.first ?? .unknown : .unknown
  }

  /// What the rules about the whole list say, once every contact has been judged.
  ///
  /// - Parameter numbers: which of them repeat the number of an earlier one.
  /// - Returns: the findings that fail, are unproven or are excused, ordered like a contact's.
  public func listFindings(_ numbers: RepeatedNumbers) -> [Finding] {
    var findings: [Finding] = []
    if !list.isEmpty, let step = plan.steps.first {
      let facts = AttemptFacts(plan: plan, step: step, contact: nobody(history: .unknown))
      facts.shares = zip(library.shares, list.shares).map { predicate, share in
        predicate.asksForRepeats ? ShareTally(numbers) : share
      }
      let coverage = PolicyCoverage(
        policies: library.policies.filter { $0.coverage != .nobody }.map {
          PolicyCoverage.Covering(policy: $0, isCertain: true, places: [])
        })
      for judged in coverage.judgedRules(options: options) where judged.rule.scope == .list {
        let result = facts.result(of: judged)
        switch result.verdict {
        case .fail, .unproven, .exempt, .waived: findings.append(finding(judged, result, facts))
        case .pass, .notApplicable, .notInForce: continue
        }
      }
    }
    if let duplicates = duplicateFinding(numbers) { findings.append(duplicates) }
    return Finding.inOrder(findings)
  }

  /// A contact of which nothing is known but perhaps its history, for what no contact decides.
  func nobody(history: FactValue) -> ContactFacts {
    var record = FactRecord(.contact)
    record["history"] = Fact(history)
    return ContactFacts(
      record, derived: FactRecord(.derived),
      evidence: PlaceEvidence(pieces: [], zones: ["UTC"], zonesFrom: ""), plan: plan)
  }

  private func duplicateFinding(_ numbers: RepeatedNumbers) -> Finding? {
    guard numbers.count > 0, options.selects("ringfence.duplicate_numbers") else {
      return nil
    }
    var finding = Finding(
      rule: "ringfence.duplicate_numbers", title: "Each number occurs once in the list",
      verdict: .fail, severity: .warn)
    let pairs = numbers.first.map { "\($0.line) and \($0.repeatedOn)" }.joined(separator: ", ")
    let records =
      numbers.count == 1 ? "1 record repeats" : "\(numbers.count) records repeat"
    finding.message =
      "\(records) the number of an earlier one (lines \(pairs)), so caps over the list are not proved"
    return finding
  }
}

extension Expression {
  /// Whether it asks for nothing but whether the contact's number was seen before.
  public var asksForRepeats: Bool {
    switch self {
    case .repeatedNumber: true
    case .traced(_, let body): body.asksForRepeats
    default: false
    }
  }
}

extension ShareTally {
  /// How many contacts repeat the number of an earlier one; a contact without a number may be any of them.
  fileprivate init(_ numbers: RepeatedNumbers) {
    yes = numbers.count
    no = numbers.numbered - numbers.count
    unknown = numbers.unnumbered
  }
}
