import FenceCore
import Outreach

/// The table of all shipped policies in Markdown.
func policyTable(_ library: Library, tests: [String: Int]) -> String {
  let rows = library.policies.map { row($0, tests: tests[$0.name] ?? 0) }
  let total = library.policies.flatMap(\.rules)
  return """
    # Policies

    Written by `swift run workbench pages` from the files beside this page; do not edit. One file a jurisdiction; each page tells what
    must be done there. The weakest grade is that of the least known law on which some rule rests.

    | policy | title | rules | gaps | tests | sources | weakest grade | reviewed | next review |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    \(rows.joined(separator: "\n"))

    \(library.policies.count) policies, \(total.count { !$0.isGap }) rules, \(total.count(where: \.isGap)) gaps, \(tests.values.reduce(0, +)) tests. `trace.txt` lists
    each row of the documents of law from which they were written with the declaration that carries it, `not-applicable.txt` the
    rows that none carries and why.

    """
}

private func row(_ policy: Policy, tests: Int) -> String {
  let review = Review(policy)
  let cells = [
    policy.hasPage
      ? "[\(policy.name)](../Docs/jurisdictions/\(policy.name).md)" : policy.name, policy.title,
    "\(policy.rules.count { !$0.isGap })", "\(policy.rules.count(where: \.isGap))", "\(tests)",
    "\(policy.sources.count)", weakestGrade(policy) ?? "–", review.last?.description ?? "–",
    review.next?.description ?? "–",
  ]
  return "| \(cells.joined(separator: " | ")) |"
}

/// The grade of the least known law on which a rule rests alone.
private func weakestGrade(_ policy: Policy) -> String? {
  let strongest = policy.rules.compactMap { rule in
    rule.authorities.min { badness($0) < badness($1) }
  }
  return strongest.max { badness($0) < badness($1) }.map {
    "\($0.evidence.rawValue), \($0.confidence.rawValue)"
  }
}

private func badness(_ authority: Authority) -> Int {
  let confidence = Confidence.allCases.firstIndex(of: authority.confidence) ?? 0
  let evidence = Evidence.allCases.firstIndex(of: authority.evidence) ?? 0
  return confidence * Evidence.allCases.count + evidence
}
