import FenceCore
import Outreach

/// What the judge says of the facts of a case.
struct JudgedCase {
  let judge: Judge
  let contacts: [FactRecord]
  let judgements: [ContactJudgement]
  /// Which contacts repeat the number of an earlier one, and what the rules of the whole list say.
  let numbers: RepeatedNumbers
  let list: [Finding]

  init(_ judge: Judge, contacts: [FactRecord]) {
    self.judge = judge
    self.contacts = contacts
    judgements = contacts.map { judge.judge($0) }
    var memory = NumberMemory()
    for (place, judgement) in judgements.enumerated() {
      memory.add(judgement.number, line: Int32(place + 1))
    }
    numbers = memory.repeated
    list = judge.listFindings(numbers)
  }

  /// In what an expectation is disappointed; nil if it is not.
  func failure(of expectation: ConformanceCase.Expectation) -> String? {
    if case .list(let rule, let verdict) = expectation.what {
      let found = list.first { $0.rule == rule }?.verdict ?? .pass
      return found == verdict ? nil : "\(rule) is \(found.rawValue), not \(verdict.rawValue)"
    }
    guard judgements.indices.contains(expectation.contact) else {
      return "there is no such contact"
    }
    let attempts = judgements[expectation.contact].attempts
    let found = expectation.step.map { id in attempts.filter { $0.step == id } } ?? attempts
    guard let attempt = found.first, found.count == 1 else {
      return "the plan has \(found.count) such steps, and one is meant"
    }
    switch expectation.what {
    case .decision(let decision):
      guard attempt.decision != decision else { return nil }
      return "the attempt is \(attempt.decision.rawValue), not \(decision.rawValue)"
    case .permitted(let spans):
      guard attempt.permitted != spans else { return nil }
      let shown = (attempt.permitted ?? []).map { "\($0.from.rfc3339())/\($0.to.rfc3339())" }
      return "permitted is \(shown)"
    case .verdict(let rule, let verdict, let missing):
      guard let finding = self.finding(rule, of: expectation.contact, attempt) else {
        return "\(rule) is not judged"
      }
      if finding.verdict != verdict {
        return "\(rule) is \(finding.verdict.rawValue) \(finding.missing), not \(verdict.rawValue)"
      }
      guard let missing, Set(missing) != Set(finding.missing) else { return nil }
      return "\(rule) misses \(finding.missing), not \(missing)"
    case .notCovered(let rule):
      let found = self.finding(rule, of: expectation.contact, attempt)
      return found.map { "\(rule) is \($0.verdict.rawValue), not out of place" }
    case .list: return nil
    }
  }

  /// What a rule says of an attempt: its version in force, the gravest where several are; nil if its policy does
  /// not cover the recipient.
  private func finding(_ rule: String, of contact: Int, _ attempt: AttemptJudgement) -> Finding? {
    if rule.hasPrefix("ringfence.") {
      return attempt.findings.first { $0.rule == rule }
    }
    let explained = judge.explain(contacts[contact], step: attempt.stepIndex, days: 0)
    let versions = explained?.rules.map(\.finding).filter { $0.rule == rule } ?? []
    if let worst = versions.first(where: { $0.verdict == .fail })
      ?? versions.first(where: { $0.verdict == .unproven }) ?? versions.first
    {
      return worst
    }
    // What is not in force is not explained.
    let policy = rule.prefix { $0 != "." }
    guard judgements[contact].jurisdictions.contains(String(policy)) else { return nil }
    return Finding(rule: rule, title: "", verdict: .notInForce, severity: .block)
  }
}
