import FenceDiagnostics
import FenceLibrary
import FenceSemantics
import FenceWorkspace
import Outreach
import OutreachFacts

/// A policy as a page shows it, compiled beside the shared phrases and notions, its tests run.
struct Snippet {
  /// Its errors, and what its tests have to complain of.
  let problems: [Diagnostic]

  init(_ text: String) {
    // Federal law and good practice are compiled for those only who speak of them: it takes long.
    let paths =
      ["common.fence"] + (text.contains("US.") ? ["US/Federal.fence"] : [])
      + (text.contains("practice.") ? ["practice.fence"] : [])
    let policies = PolicySet(
      shipped: Snippet.shipped(paths), own: [[SourceText(name: "snippet.fence", text: text)]],
      world: Snippet.world, today: nil, readsShippedTests: false)
    let isMine = { (diagnostic: Diagnostic) in
      diagnostic.primary.source.name == "snippet.fence" && diagnostic.severity == .error
    }
    problems =
      policies.diagnostics.filter(isMine)
      + policies.tests.filter { $0.source.name == "snippet.fence" }
      .flatMap { TestRun($0, library: policies.library, world: Snippet.world).failures }
  }

  private static let world = compiledWorld()

  private static func shipped(_ paths: [String]) -> [ShippedPolicy] {
    shippedPolicies.filter { paths.contains($0.path) }
  }
}
