import FenceCore
public import FenceSemantics
import Outreach

extension MutationBench {
  /// A test that a change fails and the policy passes, ready to be written beside the others; nil if none was
  /// found near the facts of the tests there are.
  ///
  /// The facts of tests of the rule are altered in one place, then in two: times and counts moved to the edges that
  /// the clause writes, facts added, left out and exchanged. What is found was run against both versions.
  ///
  /// - Complexity: bounded by `largestSearch` judgements.
  public func suggestion(
    for mutation: Mutation, _ change: Recompilation.Change
  ) -> String? {
    mutation.kind == .severity
      ? decisionSuggestion(mutation, change) : verdictSuggestion(mutation, change)
  }

  /// How many altered tests are judged for one change at most.
  private static let largestSearch = 1500

  /// A test of the decision, which is all that a severity changes.
  private func decisionSuggestion(
    _ mutation: Mutation, _ change: Recompilation.Change
  ) -> String? {
    for test in tests(of: mutation.policy) {
      let own = test.verdicts.filter(test.prepared.isOwn)
      guard own.contains(where: { change.rules.contains($0.rule) && $0.verdict.ok != true }) else {
        continue
      }
      let new = test.prepared.verdicts(by: change.library, rules: change.rules)
      let old = own.filter { !change.rules.contains($0.rule) }
      let before = own.map(\.decision).max() ?? .allowed
      let after = (old + new).map(\.decision).max() ?? .allowed
      guard before != after else { continue }
      let text = text(test.prepared, mutation, expectation: before.rawValue)
      if let text, isNoticed(text, mutation, change) { return text }
    }
    return nil
  }

  private func verdictSuggestion(
    _ mutation: Mutation, _ change: Recompilation.Change
  ) -> String? {
    var search = Search(bench: self, mutation: mutation, change: change)
    return search.run(limit: MutationBench.largestSearch)
  }

  /// The test with other facts and one expectation.
  fileprivate func text(
    _ prepared: PreparedTest, _ mutation: Mutation, expectation: String
  ) -> String? {
    let name = mutation.subject.split(separator: ".").last.map(String.init) ?? mutation.subject
    let title =
      mutation.becomes.isEmpty
      ? "\(name): not without \(mutation.was)"
      : "\(name): \(mutation.was), not \(mutation.becomes)"
    return prepared.test.text(
      title: title.count <= 90 ? title : title.prefix(89) + "…", expectation: expectation,
      zone: prepared.zone)
  }

  /// Whether a test, read again from its text, passes by the policies and fails by the changed ones.
  fileprivate func isNoticed(
    _ text: String, _ mutation: Mutation, _ change: Recompilation.Change
  ) -> Bool {
    guard let test = read(text, in: mutation.policy) else { return false }
    let prepared = PreparedTest(test, library: library, world: world)
    guard prepared.facts.problems.isEmpty,
      prepared.failures(prepared.verdicts(by: library)).isEmpty
    else { return false }
    return !prepared.failures(prepared.verdicts(by: change.library)).isEmpty
  }
}

/// The search for facts that tell a changed policy from the original.
private struct Search {
  let bench: MutationBench
  let mutation: Mutation
  let change: Recompilation.Change

  private let hints: MutationHints
  private var left = 0

  /// A test by which a verdict is not merely less proved, and one by which it is.
  private var firm: String?
  private var loose: String?

  init(bench: MutationBench, mutation: Mutation, change: Recompilation.Change) {
    self.bench = bench
    self.mutation = mutation
    self.change = change
    let rules = change.rules.flatMap { id in
      zip(bench.library.rules(id), change.library.rules(id)).map { (old: $0, new: $1) }
    }
    hints = MutationHints(mutation, rules: rules)
  }

  mutating func run(limit: Int) -> String? {
    left = limit
    let owners = Set(change.rules.map { String($0.prefix { $0 != "." }) } + [mutation.policy])
    let ofPolicy = owners.sorted().flatMap { bench.tests(of: $0) }
    for test in ofPolicy { if consider(test.prepared) { return firm } }
    let bases = bench.tests(for: change.rules).prefix(8).map(\.prepared)
    let others = bases.isEmpty ? ofPolicy.prefix(4).map(\.prepared) : Array(bases)
    for base in others {
      for other in others where consider(base.test.with(contactOf: other.test)) { return firm }
    }
    var variants: [[CheckedTest]] = []
    for base in others {
      var edits = FactEdits(hints: hints, zone: base.zone)
      let changed = edits.changed(base.test)
      variants.append(changed)
      for test in changed.prefix(400) where consider(test) { return firm }
    }
    if loose != nil { return loose }
    for (base, changed) in zip(others, variants) {
      for first in changed.prefix(40) {
        var edits = FactEdits(hints: hints, zone: base.zone)
        for second in edits.changed(first).prefix(60) where consider(second) { return firm }
      }
    }
    return loose
  }

  private mutating func consider(_ test: CheckedTest) -> Bool {
    consider(PreparedTest(test, library: bench.library, world: bench.world))
  }

  /// Whether the search is over: a firm test was found, or enough were judged.
  private mutating func consider(_ prepared: PreparedTest) -> Bool {
    guard left > 0 else { return true }
    left -= 1
    guard prepared.facts.problems.isEmpty else { return false }
    let before = prepared.verdicts(by: bench.library, rules: change.rules)
    let after = prepared.verdicts(by: change.library, rules: change.rules)
    for rule in change.rules {
      guard let old = before.decisive(of: rule), let new = after.decisive(of: rule),
        old.verdict != new.verdict
      else { continue }
      let isFirm =
        old.verdict.ok != nil && new.verdict.ok != nil && old.verdict.ok != new.verdict.ok
      guard isFirm || loose == nil,
        let text = bench.text(
          prepared, mutation,
          expectation: "\(rule.name(in: prepared.test.policy)) \(old.verdict.expectation)"),
        bench.isNoticed(text, mutation, change)
      else { continue }
      if isFirm {
        firm = text
        return true
      }
      loose = text
    }
    return false
  }
}

extension CheckedTest {
  /// The test with another's contact and programme.
  fileprivate func with(contactOf other: CheckedTest) -> CheckedTest {
    var test = self
    test.contact = other.contact
    test.programme = other.programme ?? programme
    return test
  }
}

extension String {
  /// A rule's id as a policy writes it: its own rules by their names.
  fileprivate func name(in policy: String) -> String {
    hasPrefix(policy + ".") ? String(dropFirst(policy.count + 1)) : self
  }
}

extension Verdict {
  /// What stands after a rule's name where a test expects the verdict.
  fileprivate var expectation: String {
    switch self {
    case .pass: "passes"
    case .fail: "fails"
    default: rawValue
    }
  }
}
