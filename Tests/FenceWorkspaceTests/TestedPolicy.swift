import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceWorkspace
import Outreach
import OutreachFacts
import Testing

/// A small policy `acme` with tests, compiled with nothing else.
struct TestedPolicy {
  static let world = compiledWorld()

  let set: PolicySet

  /// Makes the policy of its declarations; `text` may hold policies of its own, in front.
  init(_ declarations: String, before text: [String] = []) throws {
    let header = "policy acme \"Acme\" covers everyone { severity block }\n"
    let files = (text + [header + declarations]).enumerated().map {
      SourceText(name: "\($0).fence", text: $1)
    }
    set = PolicySet(shipped: files, own: [], world: Self.world, today: nil)
    try #require(!set.hasErrors, "\(set.diagnostics.map(\.message))")
  }

  /// Whether every test passes.
  var isGreen: Bool {
    self.set.tests.allSatisfy { TestRun($0, library: set.library, world: Self.world).hasPassed }
  }

  /// What the tests reach; every test has to pass.
  func reach() -> Reach {
    var reach = Reach(of: set.library, policies: ["acme"])
    for test in set.tests {
      let run = TestRun(test, library: set.library, world: Self.world, observes: true)
      #expect(run.hasPassed, "\(run.failures.map(\.message))")
      reach.add(run.expected)
    }
    return reach
  }

  /// The changes of the policy that no test notices.
  func bench() -> MutationBench {
    MutationBench(set, policies: ["acme"], world: Self.world)
  }
}

extension MutationBench {
  /// Changes of a kind, as `was → becomes`, by what became of them.
  func outcomes(_ kind: Mutation.Kind) -> (noticed: [String], survived: [String]) {
    var result: (noticed: [String], survived: [String]) = ([], [])
    for mutation in mutations where mutation.kind == kind {
      let shown = mutation.shown
      switch outcome(of: mutation) {
      case .void: continue
      case .noticed: result.noticed.append(shown)
      case .survived: result.survived.append(shown)
      }
    }
    return result
  }
}

extension Mutation {
  /// `was → becomes`.
  var shown: String { "\(was) → \(becomes)" }
}
