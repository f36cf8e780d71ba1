import FenceSyntax
import Foundation
import TestSupport
import Testing

@testable import workbench

/// The example campaign is what its generator writes, and shows what it is meant to show.
@Suite struct ExampleTests {
  static let folder = "Docs/Examples/spring-sale"

  @Test func theGeneratorWritesTheCommittedFiles() throws {
    for file in exampleFiles() {
      let path = repositoryRoot.appending(path: "\(ExampleTests.folder)/\(file.name)")
      let committed = try String(contentsOf: path, encoding: .utf8)
      #expect(
        committed == file.text, "run `swift run workbench example` and look at the difference")
    }
  }

  @Test func theReferenceOfFactsIsTheSchema() throws {
    let page = repositoryRoot.appending(path: "Docs/language/facts.md")
    let committed = try String(contentsOf: page, encoding: .utf8)
    #expect(committed == factsReference(), "run `swift run workbench facts`")
  }

  @Test(
    arguments: [("verbs", LanguageForm.verbs), ("expressions", LanguageForm.expressions)])
  func theReferenceOfFormsIsTheList(page: String, forms: [LanguageForm]) throws {
    let file = repositoryRoot.appending(path: "Docs/language/\(page).md")
    let committed = try String(contentsOf: file, encoding: .utf8)
    let written = try withForms(forms, in: committed)
    #expect(committed == written, "run `swift run workbench forms`")
  }

  @Test func everyVerdictAndDecisionOccurs() throws {
    let session = Session()
    let folder = ExampleTests.folder
    let report = session.run([
      "check", "\(folder)/plan.json", "--programme", "\(folder)/programme.json", "--contacts",
      "\(folder)/contacts.ndjson", "--format", "json", "--quiet",
    ])
    #expect(session.status == 1)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
    let summary = try #require(json["summary"] as? [String: Any])
    let counts = ["contacts", "allowed", "review", "blocked", "bad_records"].map {
      summary[$0] as? Int ?? -1
    }
    #expect(counts[0] == 1000)
    #expect((400...600).contains(counts[1]))
    #expect(counts[2] > 20 && counts[3] > 100 && counts[4] == 3)
    let rules = try #require(summary["by_rule"] as? [[String: Any]])
    for verdict in ["fail", "unproven", "exempt"] {
      #expect(rules.contains { $0[verdict] as? Int ?? 0 > 0 }, "\(verdict)")
    }
  }
}
