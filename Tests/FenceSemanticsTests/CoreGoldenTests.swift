import FenceCore
import FenceSemantics
import Foundation
import TestSupport
import Testing

/// What each verb and expression becomes in the core, as files to read.
struct CoreGoldenTests {
  @Test(arguments: [
    ["scrub"], ["listed"], ["registered"], ["consent"], ["withdrawal"], ["opt-outs"], ["hours"],
    ["cap"],
    ["pause"], ["says-and-retention"], ["expressions"],
    ["overrides", "overrides-parent", "overrides-waiver"],
  ])
  func lowering(names: [String]) throws {
    let folder = repositoryRoot.appending(path: "Tests/Golden/semantics/core")
    let texts = try names.map { name in
      let file = folder.appending(path: "\(name).fence")
      return (name: "\(name).fence", text: try String(contentsOf: file, encoding: .utf8))
    }
    let compilation = compiled(texts)
    let core = compilation.library.policies.map { dumpCore($0) }.joined(separator: "\n")
    #expect(!core.contains("unknown"), "a name that the schema lacks was lowered")
    expectGolden(listing(compilation.diagnostics) + core, "semantics/core/\(names[0]).core")
  }
}
