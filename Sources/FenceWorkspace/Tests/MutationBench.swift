import FenceCore
public import FenceSemantics
public import Outreach

/// Holds small changes of policies against their tests: a change that no test notices shows a test that is missing.
///
/// Not to be shared by threads.
public final class MutationBench {
  private let recompilation: Recompilation

  /// The names of the policies that are changed.
  public let policies: [String]
  let library: Library
  let world: World
  private let tests: [CheckedTest]
  private var ran: [Int: RanTest?] = [:]

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
    tests = set.tests
    for (index, test) in tests.enumerated() {
      for expectation in test.expectations {
        switch expectation.kind {
        case .verdict(let rule, _, _): naming[rule, default: []].append(index)
        case .decision:
          for policy in [test.policy] + test.with { deciding[policy, default: []].append(index) }
        }
      }
    }
  }

  /// A test, run once; nil if it fails.
  private func run(_ index: Int) -> RanTest? {
    if let known = ran[index] { return known }
    let prepared = PreparedTest(tests[index], library: library, world: world)
    var result: RanTest?
    if prepared.facts.problems.isEmpty {
      let verdicts = prepared.verdicts(by: library)
      if prepared.failures(verdicts).isEmpty {
        result = RanTest(prepared: prepared, verdicts: verdicts)
      }
    }
    ran[index] = result
    return result
  }

  /// The tests that stand in a policy or name it, run.
  func tests(of policy: String) -> [RanTest] {
    tests.indices.filter { tests[$0].policy == policy || tests[$0].with.contains(policy) }
      .compactMap(run)
  }

  /// Every change to try, in the order of the policies and of their text.
  public var mutations: [Mutation] { policies.flatMap { recompilation.mutations(of: $0) } }

  /// Tries a change.
  public func outcome(of mutation: Mutation) -> Outcome {
    guard let change = recompilation.change(mutation) else { return .void }
    let noticed = candidates(for: change.rules).contains { index in
      run(index).map { notices(change, $0) } ?? false
    }
    return noticed ? .noticed : .survived(change)
  }

  /// The tests that may notice a change of rules: those that name one first.
  private func candidates(for rules: [String]) -> [Int] {
    let first = rules.flatMap { naming[$0] ?? [] }
    let owners = Set(rules.map { String($0.prefix { $0 != "." }) })
    let second = owners.sorted().flatMap { deciding[$0] ?? [] }
    var seen: Set<Int> = []
    return (first + second).filter { seen.insert($0).inserted }
  }

  /// The tests that may notice a change of rules, run: those that name one first.
  func tests(for rules: [String]) -> some Sequence<RanTest> {
    candidates(for: rules).lazy.compactMap { self.run($0) }
  }

  /// Reads a test as if it stood in a policy; nil if it has mistakes.
  func read(_ text: String, in policy: String) -> CheckedTest? {
    recompilation.test(text, in: policy)
  }

  /// Whether a test fails by a change; only the changed rules are judged anew.
  private func notices(_ change: Recompilation.Change, _ test: RanTest) -> Bool {
    let new = test.prepared.verdicts(by: change.library, rules: change.rules)
    let old = test.verdicts.filter { !change.rules.contains($0.rule) }
    return !test.prepared.failures(old + new).isEmpty
  }
}
