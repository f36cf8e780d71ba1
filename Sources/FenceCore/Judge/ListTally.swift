import Outreach

/// What is known of the whole list after the contacts judged so far.
///
/// Numbers are kept as text until the bulk engine spills them; some 60 bytes a contact.
struct ListTally {
  private var firstLine: [String: Int32] = [:]
  private(set) var duplicates: [(first: Int32, second: Int32)] = []
  private(set) var duplicateCount = 0
  var shares: [ShareTally]
  private(set) var lastAttempt: AttemptFacts?

  init(shares: Int) { self.shares = Array(repeating: ShareTally(), count: shares) }

  /// Counts a contact's number and says whether an earlier record has it.
  mutating func count(_ contact: FactRecord, number: NumberAnalysis?) -> Truth {
    guard let canonical = number?.e164 else { return .unknown }
    let line = contact.origin.line
    guard let first = firstLine.updateValue(line, forKey: canonical) else { return .no }
    firstLine[canonical] = first
    duplicateCount += 1
    if duplicates.count < 10 { duplicates.append((first, line)) }
    return .yes
  }

  mutating func remember(_ facts: AttemptFacts) { lastAttempt = facts }
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
    list.remember(facts)
    for (number, predicate) in library.shares.enumerated() {
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
  private func truth(of predicate: Expression, _ facts: AttemptFacts) -> Truth {
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
  /// - Returns: the findings that fail, are unproven or are excused, ordered like a contact's.
  public func listFindings() -> [Finding] {
    var findings: [Finding] = []
    if let facts = list.lastAttempt {
      facts.shares = list.shares
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
    if let duplicates = duplicateFinding() { findings.append(duplicates) }
    return findings.sorted(by: Finding.isOrdered)
  }

  private func duplicateFinding() -> Finding? {
    guard list.duplicateCount > 0, options.selects("ringfence.duplicate_numbers") else {
      return nil
    }
    var finding = Finding(
      rule: "ringfence.duplicate_numbers", title: "Each number occurs once in the list",
      verdict: .fail, severity: .warn)
    let pairs = list.duplicates.map { "\($0.first) and \($0.second)" }.joined(separator: ", ")
    let records =
      list.duplicateCount == 1 ? "1 record repeats" : "\(list.duplicateCount) records repeat"
    finding.message =
      "\(records) the number of an earlier one (lines \(pairs)), so caps over the list are not proved"
    return finding
  }
}
