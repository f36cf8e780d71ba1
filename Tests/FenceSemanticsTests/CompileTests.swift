import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Foundation
import Outreach
import TestSupport
import Testing

/// What holds of every compilation, whatever is written.
struct CompileTests {
  private static func samples() throws -> [(name: String, text: String)] {
    let folder = repositoryRoot.appending(path: "Tests/Golden/semantics/core")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".fence") }.sorted()
    return try names.map { name in
      (name, try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func mutilatedPoliciesAreReportedNotTrapped(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let samples = try Self.samples()
    let sample = samples[Int.random(in: 0..<samples.count, using: &random)]
    var words = sample.text.components(separatedBy: " ")
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let index = Int.random(in: 0..<words.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: words.remove(at: index)
      case 1: words.insert(words[Int.random(in: 0..<words.count, using: &random)], at: index)
      default: words.swapAt(index, Int.random(in: 0..<words.count, using: &random))
      }
    }
    let text = words.joined(separator: " ")
    let first = compiled([(name: sample.name, text: text)])
    let second = compiled([(name: sample.name, text: text)])
    #expect(listing(first.diagnostics) == listing(second.diagnostics))
    #expect(first.library.policies == second.library.policies)
    let errors = first.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty || first.library.policies.isEmpty)
  }

  @Test func longChainsOfDefinitionsAreReported() {
    let chain = (1...3000).map { "define d\($0) \"…\" = d\($0 - 1)\n" }.joined()
    let text = "policy US \"…\"\ndefine d0 \"…\" = minor\n" + chain
    let backwards =
      "policy US \"…\"\n" + chain.split(separator: "\n").reversed().joined(separator: "\n")
      + "\ndefine d0 \"…\" = minor\n"
    for text in [text, backwards] {
      let codes = Set(compiled([(name: "chain.fence", text: text)]).diagnostics.map(\.code))
      #expect(codes.contains("F0318"))
    }
  }

  @Test func policiesWithErrorsAreLeftOut() {
    let sound = "policy US \"Sound\"\n"
    let broken = "policy CA \"Broken\"\ndefine bad \"…\" = nothing\n"
    let compilation = compiled([(name: "us", text: sound), (name: "ca", text: broken)])
    #expect(compilation.library.policies.map(\.name) == ["US"])
  }

  @Test func fixesRepairWhatTheyAreFor() throws {
    let folder = repositoryRoot.appending(path: "Docs/language/diagnostics")
    var fixed = 0
    for entry in semanticDiagnosticCodes {
      let page = try String(
        contentsOf: folder.appending(path: "\(entry.code).md"), encoding: .utf8)
      guard let wrong = DiagnosticPagesTests.example("```fence fails=\(entry.code)\n", in: page)
      else { continue }
      let files = DiagnosticPagesTests.files(wrong)
      let reported = compiled(files).diagnostics.filter { $0.code == entry.code }
      let fixes = reported.compactMap(\.fix)
      guard fixes.count == reported.count, let first = reported.first else { continue }
      let repaired = files.map { file in
        let source = first.primary.source
        return file.name == source.name
          ? (name: file.name, text: applying(fixes, to: source)) : file
      }
      let left = compiled(repaired).diagnostics.filter { $0.severity == .error }
      #expect(left.isEmpty, "\(entry.code): \(listing(left))")
      fixed += 1
    }
    #expect(fixed > 6)
  }

  @Test func factsOfTestsKeepTheirPlaces() throws {
    let text = """
      policy US "…"
      register dnc "…" of numbers
      test "all kinds" with US {
        plan { channel sms at 2026-03-02T20:30-05:00 technology predictive, ai_agent }
        contact { phone "+13055550142" minor none registers { US.dnc { status clear } } opt_outs [] }
        facts complete
        expect blocked
      }
      campaign { purpose marketing metrics { bounce_rate 2.1% } }
      """
    let compilation = compiled([(name: "facts.fence", text: text)])
    let test = try #require(compilation.tests.first)
    #expect(test.with == ["US"])
    #expect(test.factsComplete)
    #expect(test.location.line == 3)
    let plan = try #require(test.plan)
    guard case .object(let members) = plan.content else { throw Missing() }
    #expect(members.map(\.key) == ["channel", "at", "technology"])
    #expect(members[0].value.content == .word("sms"))
    #expect(members[0].value.place == FactPlace(lower: 90, upper: 93, line: 4, column: 18))
    guard case .array(let words) = members[2].value.content else { throw Missing() }
    #expect(words.map(\.content) == [.word("predictive"), .word("ai_agent")])
    guard case .object(let contact)? = test.contact?.content else { throw Missing() }
    #expect(contact.map(\.key) == ["phone", "minor", "registers", "opt_outs"])
    #expect(contact[1].value.content == .null)
    #expect(contact[3].value.content == .array([]))
    #expect(compilation.campaigns.count == 1)
  }

  private struct Missing: Error {}
}
