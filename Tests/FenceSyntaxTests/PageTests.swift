import FenceDiagnostics
import FenceSyntax
import Foundation
import TestSupport
import Testing

/// The catalogue of codes and its pages: each says what it means, with an example that fails so and one that does not.
@Suite struct PageTests {
  static let codes = syntaxDiagnosticCodes.map(\.code)

  static func page(_ code: String) throws -> String {
    let path = repositoryRoot.appending(path: "Docs/language/diagnostics/\(code).md")
    return try String(contentsOf: path, encoding: .utf8)
  }

  @Test func codesAreUniqueAndInOrder() {
    #expect(Self.codes == Self.codes.sorted())
    #expect(Set(Self.codes).count == Self.codes.count)
    #expect(Self.codes.allSatisfy { $0.hasPrefix("F01") || $0.hasPrefix("F02") })
  }

  @Test(arguments: syntaxDiagnosticCodes) func titleIsThatOfTheCatalogue(code: DiagnosticCode)
    throws
  {
    #expect(try Self.page(code.code).hasPrefix("# \(code.code): \(code.title)\n"))
  }

  @Test(arguments: codes) func failingExampleFailsSo(code: String) throws {
    let text = try #require(
      SpecialCharacters.block(of: Self.page(code), "```fence fails=\(code)"))
    let parsed = parse(SourceText(name: "page", bytes: SpecialCharacters.bytes(text)))
    #expect(parsed.diagnostics.first?.code == code, "\(render(parsed.diagnostics))")
    #expect(parsed.diagnostics.count == 1 || code == "F0103" || code == "F0107")
  }

  @Test(arguments: codes) func repairedExampleIsRead(code: String) throws {
    let text = try #require(SpecialCharacters.block(of: Self.page(code), "```fence"))
    let parsed = parse(SourceText(name: "page", text: text))
    #expect(parsed.diagnostics.isEmpty, "\(render(parsed.diagnostics))")
  }

  @Test(arguments: codes) func fixesOfTheExampleRepairIt(code: String) throws {
    let text = try #require(
      SpecialCharacters.block(of: Self.page(code), "```fence fails=\(code)"))
    let parsed = parse(SourceText(name: "page", bytes: SpecialCharacters.bytes(text)))
    let fixes = parsed.diagnostics.compactMap(\.fix)
    guard fixes.count == parsed.diagnostics.count else { return }
    let fixed = parse(SourceText(name: "page", text: applying(fixes, to: parsed.source)))
    #expect(fixed.diagnostics.isEmpty, "\(render(fixed.diagnostics))")
  }

  @Test func everyCodeIsReportedSomewhereInTheGoldenFiles() throws {
    var seen: Set<String> = []
    for file in Stages.files {
      let path = repositoryRoot.appending(path: "Tests/Golden/syntax/\(file)")
      let text = try String(contentsOf: path, encoding: .utf8)
      for code in Self.codes where text.contains("[\(code)]") { seen.insert(code) }
    }
    #expect(Self.codes.filter { !seen.contains($0) } == ["F0207"])
  }
}
