import FenceDiagnostics
import Foundation
import TestSupport
import Testing

@testable import workbench

/// The pages and the trace that are made from the policies say what the policies say.
@Suite struct PolicyPagesTests {
  static let folder = repositoryRoot.appending(path: "Policies")

  @Test func thePagesAreThePolicies() throws {
    let pages = policyPages(try policyFiles(under: PolicyPagesTests.folder))
    for page in pages {
      let committed = try? String(
        contentsOf: repositoryRoot.appending(path: page.path), encoding: .utf8)
      #expect(committed == page.text, "\(page.path): run `swift run workbench pages`")
    }
    let shown = try FileManager.default.contentsOfDirectory(
      atPath: repositoryRoot.appending(path: "Docs/jurisdictions").path)
    let written = pages.filter { $0.path.hasPrefix("Docs/jurisdictions/") }
    #expect(shown.count == written.count, "a page of a policy that is gone")
  }

  @Test func everyRowOfTheTraceIsCarriedOrAnsweredFor() throws {
    let files = try policyFiles(under: PolicyPagesTests.folder).map {
      SourceText(name: $0.path, bytes: Array($0.text.utf8))
    }
    let mentions = RowMentions(files)
    let reasons = Trace.reasons(in: try text("not-applicable.txt"))
    var traced: Set<String> = []
    for line in try text("trace.txt").split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      let id = try #require(parts.first)
      let carriers = mentions.carriers[id] ?? []
      let written = carriers.isEmpty ? "–" : carriers.joined(separator: ", ")
      #expect(parts.last == " " + written, "\(id): run `swift run workbench trace` over the law")
      #expect(!carriers.isEmpty || reasons[id] != nil, "\(id) is carried by nothing")
      #expect(carriers.isEmpty || reasons[id] == nil, "\(id) is carried, and has a reason why not")
      traced.insert(id)
    }
    #expect(Set(mentions.ids).union(reasons.keys).subtracting(traced) == [])
  }

  @Test func rowsAreReadFromTables() {
    let document = """
      ## 2. Federal
      | # | rule |
      |---|---|
      | US-C1 | calls |
      | 08-20 | no id |
      ### 3.2 States
      | st | hours |
      |---|---|
      | CT | 09-20 |
      ## 4. Lists
      | CT | not a table of states |
      """
    #expect(
      FactRow.rows(of: document) == [
        FactRow(id: "US-C1", topic: "calls"),
        FactRow(id: "3.2/CT", topic: "state law in one row"),
      ])
  }

  @Test func commentsBelongToWhatTheyStandBeside() {
    let policy = """
      policy US "Rules"  // US-A1
      // ---- A part (US-B1) ----
      /// US-C1, US-C2: said before.
      rule first "…" {
        require minor is false  // US-C3
      }
      note penalty on first "see https://example.com/US-D1"  // US-C4
      test "…" { expect first passes }  // US-E1
      // US-C5
      gap open "…"
      """
    let mentions = RowMentions([SourceText(name: "US.fence", bytes: Array(policy.utf8))])
    #expect(
      mentions.carriers == [
        "US-A1": ["policy US"], "US-C1": ["rule US.first"], "US-C2": ["rule US.first"],
        "US-C3": ["rule US.first"], "US-C4": ["note US.penalty"], "US-C5": ["gap US.open"],
      ])
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: PolicyPagesTests.folder.appending(path: name), encoding: .utf8)
  }
}
