import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceWorkspace
import Foundation
import OutreachFacts
import TestSupport
import Testing

/// The meaning of the language, as tests in the language: `Tests/Meaning`.
///
/// The files of a folder are loaded together.
@Suite struct MeaningTests {
  static let folder = repositoryRoot.appending(path: "Tests/Meaning")

  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .sorted()

  @Test func thereAreFiles() { #expect(MeaningTests.files.count >= 5) }

  @Test(arguments: files)
  func holds(_ name: String) throws {
    let world = compiledWorld()
    let set = PolicySet(
      shipped: [], own: [try policyFiles(name, in: MeaningTests.folder)], world: world, today: nil)
    #expect(!set.hasErrors, "\(set.diagnostics.map(\.message))")
    #expect(!set.tests.isEmpty)
    for test in set.tests {
      let run = TestRun(test, library: set.library, world: world)
      #expect(
        run.hasPassed, "\(name):\(test.location.line) \(test.title): \(run.failures.map(\.message))"
      )
    }
  }
}
