import FenceCore
import Outreach

extension CheckSummary {
  /// The findings about the plan, one for all steps that share it, and those about the list; the gravest first.
  var planGroups: [(finding: Finding, steps: [String])] {
    var groups: [(finding: Finding, steps: [String])] = []
    for entry in planFindings {
      let index = groups.firstIndex {
        $0.finding.rule == entry.finding.rule && $0.finding.verdict == entry.finding.verdict
      }
      if let index {
        groups[index].steps.append(entry.step)
      } else {
        groups.append((entry.finding, [entry.step]))
      }
    }
    groups += listFindings.map { ($0, []) }
    return groups.sorted { Finding.isOrdered($0.finding, before: $1.finding) }
  }

  /// The rules about contacts that were found wanting, the gravest and most frequent first.
  var contactRules: [RuleCount] {
    let others = Set(
      planFindings.map(\.finding.rule) + listFindings.map(\.rule) + [UnreadableRecord.rule])
    return worstRules(besides: others)
  }

  /// The counts in one line: `3 contacts: 1 allowed, 1 review, 1 blocked`.
  var sentence: String {
    let counts = Decision.allCases.map { "\(grouped(count($0))) \($0.rawValue)" }
    return "\(counted(contacts, "contact")): \(counts.joined(separator: ", "))"
      + (isInterrupted ? "; interrupted" : "")
  }
}

extension CheckSummary.RuleCount {
  /// The counts in words: `2 attempts fail, 3 unproven`.
  var words: String {
    var words: [String] = []
    if fail > 0 { words.append("\(counted(fail, "attempt")) \(fail == 1 ? "fails" : "fail")") }
    if unproven > 0 { words.append("\(grouped(unproven)) unproven") }
    return words.joined(separator: ", ")
  }
}

extension CheckSummary.Example {
  /// Who it is, masked, and where the record stands.
  func sentence(_ run: RunDescription, _ masking: Masking) -> String {
    let id = id.isEmpty ? nil : masking.text(id)
    let phone = phone.isEmpty ? nil : masking.number(phone)
    let who = [id, phone].compactMap(\.self).joined(separator: " ")
    let place = run.location(origin).map { ", \($0)" } ?? ""
    return "\(who.isEmpty ? "a contact" : who) on \(step)\(place)"
  }
}

extension [String: Int] {
  /// The counts, the largest first.
  var mostFirst: [(key: String, value: Int)] {
    sorted { ($1.value, $0.key) < ($0.value, $1.key) }
  }
}
