import Ringfence

/// Stands between a campaign and its senders: says who may be reached, and why somebody may not.
struct Gate: Sendable {
  /// The plan with the policies that judge it.
  let campaign: Campaign

  /// Reads the plan.
  init(plan: String, policies: Policies) throws(LoadingError) {
    campaign = try Campaign(
      plan: Document(name: "plan.json", text: plan), policies: policies)
  }

  /// What the plan lacks, whoever its contacts are.
  var shortcomings: [String] {
    campaign.lint().findings.filter { $0.severity == .block }.map { finding in
      "\(finding.step ?? "") \(finding.rule): \(finding.message)"
    }
  }

  /// The rules that stand against a contact, with the law and what to do.
  func objections(to contact: Contact) -> [String] {
    let judgement = campaign.judge(contact)
    return judgement.attempts.flatMap(\.findings).filter { $0.severity == .block }.map { finding in
      let law = finding.citations.joined(separator: "; ")
      let missing = finding.missing.joined(separator: ", ")
      return "\(finding.rule) \(finding.verdict.rawValue) \(law) \(missing) \(finding.fix ?? "")"
    }
  }

  /// The decisive part of a rule's proof, in the policy's own words.
  func proof(of rule: String, for contact: Contact, step: String) -> [String] {
    guard let explanation = campaign.explain(contact, step: step),
      let explained = explanation.rules.first(where: { $0.finding.rule == rule })
    else { return [] }
    return explained.requirements.flatMap { lines(of: $0) }
  }

  private func lines(of proof: Proof, depth: Int = 0) -> [String] {
    let mark = proof.holds.map { $0 ? "yes" : "no" } ?? "not known"
    let facts = proof.facts.map(\.name).joined(separator: ", ")
    return [String(repeating: "  ", count: depth) + "\(proof.words ?? "row"): \(mark) \(facts)"]
      + (proof.parts + proof.rows).flatMap { lines(of: $0, depth: depth + 1) }
  }

  /// When a step may be made in the week that begins at an instant.
  func times(of step: String, for contact: Contact, from start: Instant) -> [TimeRange] {
    let week = Instant(millisecondsSince1970: start.millisecondsSince1970 + 7 * 86_400_000)
    return campaign.permitted(contact, step: step, from: start, to: week) ?? []
  }

  /// The decisions on many contacts, judged by several threads at once.
  func decisions(on contacts: [Contact]) async -> [String: Decision] {
    await withTaskGroup(of: (String, Decision).self) { group in
      for contact in contacts {
        group.addTask { (contact.id, campaign.judge(contact).decision) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
  }

  /// Those of a list who may be contacted, and what became of the others.
  func sort(_ list: Document) throws -> (allowed: [String], others: [String], ListSummary) {
    var allowed: [String] = []
    var others: [String] = []
    let summary = try campaign.check(list) { checked in
      switch checked {
      case .judged(let judgement) where judgement.decision == .allowed:
        allowed.append(judgement.id)
      case .judged(let judgement):
        others.append("\(judgement.id) is for \(judgement.decision.rawValue)")
      case .unreadable(let id, let problem):
        others.append("\(id ?? "a record") cannot be read: \(problem)")
      }
    }
    return (allowed, others, summary)
  }
}
