import FenceSemantics
import Foundation
import TestSupport
import Testing

/// What is said of many mistakes at once: one run reports every independent one.
struct MistakeGoldenTests {
  @Test(arguments: [
    ["names"], ["withdrawal"], ["types"], ["mappings"],
    ["rules", "rules-federal", "rules-acme", "rules-library", "rules-hiding"],
  ])
  func mistakes(names: [String]) throws {
    let folder = repositoryRoot.appending(path: "Tests/Golden/semantics/mistakes")
    let texts = try names.map { name in
      let file = folder.appending(path: "\(name).fence")
      return (name: "\(name).fence", text: try String(contentsOf: file, encoding: .utf8))
    }
    expectGolden(listing(compiled(texts).diagnostics), "semantics/mistakes/\(names[0]).txt")
  }
}
