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

  private static func sources(_ name: String) throws -> [SourceText] {
    guard !name.hasSuffix(".fence") else {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return [SourceText(name: name, text: text)]
    }
    let inner = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: name).path)
    return try inner.sorted().flatMap { try sources("\(name)/\($0)") }
  }

  @Test(arguments: files)
  func holds(_ name: String) throws {
    let world = compiledWorld()
    let set = PolicySet(
      shipped: [], own: [try MeaningTests.sources(name)], world: world, today: nil)
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
