public import FenceCore
public import FenceSemantics
public import Outreach

/// Holds small changes of policies against their tests: a change that no test notices shows a test that is missing.
///
/// Not to be shared by threads.
public final class MutationBench {
  private let recompilation: Recompilation
  private let policies: [String]
  let library: Library
  let world: World
  let tests: [RanTest]

  /// The tests that expect something of a rule by its id, and those that expect a decision, by policy.
  private var naming: [String: [Int]] = [:]
  private var deciding: [String: [Int]] = [:]

  /// A test that passes, with everything that is judged in it.
  struct RanTest {
    let prepared: PreparedTest
    let verdicts: [TestVerdict]
  }

  /// What became of a change.
  public enum Outcome {
    /// The changed policy does not load, or means the same: nothing to notice.
    case void
    /// A test fails by it.
    case noticed
    /// Every test passes; with the ids of the rules that say something else.
    case survived(Recompilation.Change)
  }

  /// Prepares policies and their tests; tests that fail are left out.
  ///
  /// - Parameters:
  ///   - set: policies without errors.
  ///   - policies: the names of those that are changed.
  ///   - world: zones, numbers and places.
  public init(_ set: PolicySet, policies: Set<String>, world: World) {
    recompilation = Recompilation(set.files, context: CheckContext(world: world, today: nil))
    library = set.library
    self.world = world
    self.policies = set.library.policies.map(\.name).filter(policies.contains)
    tests = set.tests.compactMap { test in
      let prepared = PreparedTest(test, library: set.library, world: world)
      guard prepared.facts.problems.isEmpty else { return nil }
      let verdicts = prepared.verdicts(by: set.library)
      guard prepared.failures(verdicts).isEmpty else { return nil }
      return RanTest(prepared: prepared, verdicts: verdicts)
    }
    for (index, test) in tests.enumerated() {
      for expectation in test.prepared.test.expectations {
        switch expectation.kind {
        case .verdict(let rule, _, _): naming[rule, default: []].append(index)
        case .decision:
          for policy in test.prepared.ownPolicies { deciding[policy, default: []].append(index) }
        }
      }
    }
  }

  /// Every change to try, in the order of the policies and of their text.
  public var mutations: [Mutation] { policies.flatMap { recompilation.mutations(of: $0) } }

  /// Tries a change.
  public func outcome(of mutation: Mutation) -> Outcome {
    guard let change = recompilation.change(mutation) else { return .void }
    let noticed = candidates(for: change.rules).contains { notices(change, tests[$0]) }
    return noticed ? .noticed : .survived(change)
  }

  /// The tests that may notice a change of rules: those that name one first.
  func candidates(for rules: [String]) -> [Int] {
    let first = rules.flatMap { naming[$0] ?? [] }
    let owners = Set(rules.map { String($0.prefix { $0 != "." }) })
    let second = owners.sorted().flatMap { deciding[$0] ?? [] }
    var seen: Set<Int> = []
    return (first + second).filter { seen.insert($0).inserted }
  }

  /// Whether a test fails by a change; only the changed rules are judged anew.
  private func notices(_ change: Recompilation.Change, _ test: RanTest) -> Bool {
    let new = test.prepared.verdicts(by: change.library, rules: change.rules)
    let old = test.verdicts.filter { !change.rules.contains($0.rule) }
    return !test.prepared.failures(old + new).isEmpty
  }
}
