import FenceCore
import FenceDiagnostics
import FenceWorkspace
import Outreach
import OutreachFacts

/// Runs cases with the judge and with the bulk engine.
struct ConformanceRun {
  let suite: ConformanceSuite
  let world = compiledWorld()
  private var sets: [[String]: PolicySet] = [:]

  /// What was counted.
  private(set) var cases = 0
  private(set) var verdicts = 0
  private(set) var contacts = 0
  /// How many contacts the bulk engine left to the judge.
  private(set) var asked = 0

  init(_ suite: ConformanceSuite) { self.suite = suite }

  /// What does not hold in a case; empty if everything does.
  mutating func failures(of example: ConformanceCase) throws -> [String] {
    cases += 1
    let set = try policies(of: example)
    let errors = Set(set.diagnostics.filter { $0.severity == .error }.map(\.code))
    // What is wrong may make more wrong; a case names what it is about.
    guard errors.isEmpty == example.errors.isEmpty, example.errors.isSubset(of: errors) else {
      return ["the policies have the errors \(errors.sorted()), not \(example.errors.sorted())"]
    }
    guard errors.isEmpty else {
      verdicts += 1
      return []
    }
    let facts = ConformanceFacts(example, world: world, ownFields: set.library.ownFields)
    let problems = Set(facts.problems.map(\.kind.rawValue))
    guard problems == example.problems else {
      return [
        "the documents have the problems \(problems.sorted()), not \(example.problems.sorted()): "
          + facts.problems.map(\.message).joined(separator: "; ")
      ]
    }
    guard problems.isEmpty else {
      verdicts += 1
      return []
    }
    guard let plan = facts.plan else { return ["the case has no plan"] }
    verdicts += example.expectations.count
    func judge() -> Judge {
      Judge(
        library: set.library, plan: plan, programme: facts.programme, world: world,
        options: Judge.Options())
    }
    let judged = JudgedCase(judge(), contacts: facts.contacts)
    return example.expectations.compactMap { judged.failure(of: $0) }
      + compare(judged, with: Program(judge()), facts.contacts)
  }

  private mutating func policies(of example: ConformanceCase) throws -> PolicySet {
    if example.policy == nil, let known = sets[example.policies] { return known }
    let set = PolicySet(
      shipped: [], own: [try suite.sources(of: example)], world: world, today: nil)
    if example.policy == nil { sets[example.policies] = set }
    return set
  }

  /// What the bulk engine says otherwise.
  private mutating func compare(
    _ judged: JudgedCase, with program: Program?, _ contacts: [FactRecord]
  ) -> [String] {
    guard let program else { return [] }
    for contact in contacts { _ = try? program.append(contact) { _ in true } }
    program.run()
    var failures: [String] = []
    let records = ListedContacts(contacts)
    for place in contacts.indices {
      let expected = judged.judgements[place]
      let found = program.judgement(
        of: place, id: expected.id, phone: expected.phone, in: records)
      if found.withoutOrigins != expected.withoutOrigins {
        let (mine, other) = (expected.lines, found.lines)
        failures.append(
          "contact \(place): the bulk engine says \(other.subtracting(mine).sorted()), the judge "
            + "\(mine.subtracting(other).sorted())")
      }
    }
    if program.judge.listFindings(judged.numbers) != judged.list {
      failures.append("the bulk engine judges the list otherwise")
    }
    self.contacts += contacts.count
    asked += program.contactsAsked
    return failures
  }
}

/// The documents of a case, read.
struct ConformanceFacts {
  private(set) var plan: FactRecord?
  private(set) var programme: FactRecord?
  private(set) var contacts: [FactRecord] = []
  /// What is wrong with them; keys that no field has are not, in contacts.
  private(set) var problems: [FactProblem] = []

  init(_ example: ConformanceCase, world: World, ownFields: OwnFields) {
    let strict = FactDecoder.Options.strict(world: world, ownFields: ownFields)
    let loose = FactDecoder.Options.contacts(world: world, reads: nil, ownFields: ownFields)
    plan = example.plan.map { read($0, .plan, strict) }
    programme = example.programme.map { read($0, .programme, strict) }
    contacts = example.contacts.map { read($0, .contact, loose) }
  }

  private mutating func read(
    _ tree: FactTree, _ kind: RecordKind, _ options: FactDecoder.Options
  ) -> FactRecord {
    var decoder = FactDecoder(file: 0, options: options)
    let record = decoder.decode(tree, as: kind)
    problems += decoder.problems
    return record
  }
}

extension ContactJudgement {
  /// The same without the places of facts in their documents, which no verdict depends on.
  fileprivate var withoutOrigins: ContactJudgement {
    var copy = self
    for index in copy.attempts.indices {
      copy.attempts[index].findings = attempts[index].findings.map(\.withoutOrigin)
      copy.attempts[index].planFindings = attempts[index].planFindings.map(\.withoutOrigin)
      copy.attempts[index].excused = attempts[index].excused.map(\.withoutOrigin)
      copy.attempts[index].planExcused = attempts[index].planExcused.map(\.withoutOrigin)
    }
    return copy
  }

  /// What is said of each step, in words that can be told apart.
  fileprivate var lines: Set<String> {
    var lines: Set<String> = ["jurisdictions \(jurisdictions)"]
    for attempt in attempts {
      lines.insert("\(attempt.step): \(attempt.decision.rawValue), gaps \(attempt.gaps)")
      let all =
        attempt.findings + attempt.planFindings + attempt.excused + attempt.planExcused
      lines.insert("\(attempt.step): in the order \(all.map(\.rule))")
      for finding in all {
        lines.insert(
          "\(attempt.step): \(finding.rule) \(finding.verdict.rawValue) weak \(finding.isWeak) by "
            + "\(finding.excusedBy ?? "nobody") missing \(finding.missing)")
      }
    }
    return lines
  }
}

extension Finding {
  fileprivate var withoutOrigin: Finding {
    var copy = self
    copy.origin = .absent
    return copy
  }
}
