import FenceCore
import FenceSemantics
import Outreach

/// A test with its facts read, ready to be judged by its policies or by changed ones.
struct PreparedTest {
  let test: CheckedTest
  let facts: TestFacts

  /// The policies that cover the contact: the test's own, those it names, and their ancestors.
  private let policies: [String]

  /// The place whose clocks count where the contact has no evidence of place.
  private let home: String?

  private let world: World

  init(_ test: CheckedTest, library: Library, world: World) {
    self.test = test
    self.world = world
    facts = TestFacts(test, world: world, ownFields: library.ownFields)
    let named = ([test.policy] + test.with).compactMap(library.policy)
    let all = named + named.flatMap(library.ancestors)
    var names: [String] = []
    for policy in all where !names.contains(policy.name) { names.append(policy.name) }
    policies = names
    home = all.lazy.compactMap(\.home).first
  }

  /// The policies at whose rules `expect allowed` and its like look.
  var ownPolicies: [String] { [test.policy] + test.with }

  /// The clock of the recipient; the first of several.
  var zone: ZoneHistory {
    let evidence = PlaceEvidence(ofTested: facts.contact, home: home, world: world)
    return evidence.zones.lazy.compactMap(world.zones.history).first
      ?? ZoneHistory(name: "UTC", fixedOffset: 0)
  }

  /// The rules at which its expectations look: those that it names, and all of its own policies where it expects a
  /// decision.
  var expectedRules: [String] {
    var names: [String] = []
    for expectation in test.expectations {
      switch expectation.kind {
      case .verdict(let rule, _, _): names.append(rule)
      case .decision: names += ownPolicies
      }
    }
    return names
  }

  /// Judges the facts.
  ///
  /// - Parameters:
  ///   - library: the policies, changed or not.
  ///   - rules: the ids of the rules to judge; empty for all.
  ///   - observes: whether the verdicts say which thresholds and exceptions were tried.
  /// - Returns: a verdict for every version of each rule.
  func verdicts(
    by library: Library, rules: [String] = [], observes: Bool = false
  ) -> [TestVerdict] {
    let judge = Judge(
      library: library, plan: facts.plan, programme: facts.programme, world: world,
      options: Judge.Options(only: rules, findsReasons: false))
    return judge.verdicts(
      facts.contact, step: max(0, judge.steps.count - 1), policies: policies, home: home,
      observes: observes)
  }
}

extension Policy {
  /// The place whose clocks count in its tests where a contact has no evidence of place.
  fileprivate var home: String? {
    if !isWordPolicy { return name }
    guard case .places(let codes, _, _) = coverage else { return nil }
    return codes.first
  }
}
