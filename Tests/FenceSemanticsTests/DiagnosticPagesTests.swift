import FenceDiagnostics
import FenceSemantics
import Foundation
import TestSupport
import Testing

/// Every code has a page; its wrong example is reported so, its right one has no errors.
struct DiagnosticPagesTests {
  @Test(arguments: semanticDiagnosticCodes)
  func page(entry: DiagnosticCode) throws {
    let file = repositoryRoot.appending(path: "Docs/language/diagnostics/\(entry.code).md")
    let page = try String(contentsOf: file, encoding: .utf8)
    let title = entry.title.prefix(1).uppercased() + entry.title.dropFirst()
    #expect(page.hasPrefix("# \(entry.code): \(title)\n"))

    let wrong = try #require(Self.example("```fence fails=\(entry.code)\n", in: page))
    let reported = compiled(Self.files(wrong)).diagnostics
    #expect(reported.contains { $0.code == entry.code })
    for diagnostic in reported where diagnostic.code == entry.code {
      #expect(diagnostic.severity == entry.severity)
    }
    let errors = reported.filter { $0.severity == .error && $0.code != entry.code }
    #expect(errors.isEmpty, "\(listing(errors))")
    expectGolden(listing(reported), "semantics/pages/\(entry.code).txt")

    let right = try #require(Self.example("```fence\n", in: page))
    let left = compiled(Self.files(right)).diagnostics.filter {
      $0.severity == .error || $0.code == entry.code
    }
    #expect(left.isEmpty, "\(listing(left))")
  }

  /// The text of the example that a fence opens.
  static func example(_ fence: String, in page: String) -> String? {
    guard let start = page.range(of: fence),
      let end = page.range(of: "\n```", range: start.upperBound..<page.endIndex)
    else { return nil }
    return page[start.upperBound..<end.lowerBound] + "\n"
  }

  /// The files of an example, which lines such as `// ---- federal.fence` begin; without one, an example stands
  /// in a policy that has a source `act`.
  static func files(_ example: String) -> [(name: String, text: String)] {
    guard example.hasPrefix("// ---- ") else {
      let preamble =
        "policy US \"Example\"\n"
        + "source act \"The Act\" { cite \"Act 1\" reviewed 2026-11-22 evidence secondary }\n"
      return [(name: "example.fence", text: preamble + example)]
    }
    return example.components(separatedBy: "// ---- ").dropFirst().map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return (name: String(lines[0]), text: lines.count > 1 ? String(lines[1]) : "")
    }
  }
}
