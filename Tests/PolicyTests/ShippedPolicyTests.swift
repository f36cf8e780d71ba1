import FenceCore
import FenceDiagnostics
import FenceLibrary
import FenceSemantics
import FenceSyntax
import FenceWorkspace
import Foundation
import OutreachFacts
import TestSupport
import Testing

/// The policies that ship, as files and in the program.
@Suite struct ShippedPolicyTests {
  static let folder = repositoryRoot.appending(path: "Policies")

  static let files: [SourceText] = {
    guard let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return all.compactMap { $0 as? URL }.filter { $0.pathExtension == "fence" }
      .sorted { $0.path < $1.path }
      .compactMap { file in
        (try? Data(contentsOf: file)).map {
          SourceText(name: String(file.path.dropFirst(folder.path.count + 1)), bytes: [UInt8]($0))
        }
      }
  }()

  static let set = PolicySet(shipped: [], own: [files], world: compiledWorld(), today: nil)

  @Test func theyLoadWithoutARemark() {
    #expect(ShippedPolicyTests.files.count >= 5)
    #expect(ShippedPolicyTests.set.diagnostics.map(\.message) == [])
  }

  @Test(arguments: set.library.policies.map(\.name))
  func theirTestsPass(_ policy: String) {
    let world = compiledWorld()
    for test in ShippedPolicyTests.set.tests where test.policy == policy {
      let run = TestRun(test, library: ShippedPolicyTests.set.library, world: world)
      #expect(
        run.hasPassed,
        "\(test.source.name):\(test.location.line) \(test.title): \(run.failures.map(\.message))")
    }
  }

  /// Each rule is named by a test; gaps and rules of the whole list need not be.
  @Test(arguments: set.library.policies.map(\.name))
  func everyRuleHasATest(_ name: String) throws {
    let policy = try #require(ShippedPolicyTests.set.library.policy(name))
    var named: Set<String> = []
    for test in ShippedPolicyTests.set.tests {
      for expectation in test.expectations {
        if case .verdict(let rule, _, _) = expectation.kind { named.insert(rule) }
      }
    }
    let untested = policy.rules.filter { !$0.isGap && $0.scope != .list && !named.contains($0.id) }
    #expect(untested.map(\.id) == [])
  }

  @Test(arguments: files.map(\.name))
  func theyAreInCanonicalLayout(_ name: String) throws {
    let source = try #require(ShippedPolicyTests.files.first { $0.name == name })
    let text = String(decoding: source.bytes, as: UTF8.self)
    #expect(format(parse(source)) == text, "run `swift run ringfence fmt Policies`")
  }
}
