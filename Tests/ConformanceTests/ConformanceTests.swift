import FenceDiagnostics
import Foundation
import Outreach
import TestSupport
import Testing

@testable import FenceSyntax
@testable import workbench

/// The conformance suite holds, and speaks of the whole language.
@Suite struct ConformanceTests {
  static let folder = repositoryRoot.appending(path: "Tests/Conformance")

  @Test func everyCaseHolds() throws {
    let suite = try ConformanceSuite(folder: Self.folder)
    #expect(suite.cases.count >= 1000)
    var run = ConformanceRun(suite)
    for example in suite.cases {
      let failures = try run.failures(of: example)
      #expect(failures.isEmpty, "\(example.id), section \(example.section): \(failures)")
    }
    // Nearly all are judged by the bulk engine itself.
    #expect(run.asked * 20 < run.contacts)
  }

  @Test func aWrongVerdictIsFound() throws {
    let suite = try ConformanceSuite(folder: Self.folder)
    var example = try #require(suite.cases.first { $0.id == "hours/edge-london-08-at" })
    var run = ConformanceRun(suite)
    example.expectations = example.expectations.map { expectation in
      guard case .verdict(let rule, .pass, _) = expectation.what else { return expectation }
      var wrong = expectation
      wrong.what = .verdict(rule: rule, .fail, missing: nil)
      return wrong
    }
    #expect(try !run.failures(of: example).isEmpty)
  }

  /// Every rule of the exact rules that policies and facts can show has cases.
  @Test func everySectionHasCases() throws {
    let suite = try ConformanceSuite(folder: Self.folder)
    let sections = Set(suite.cases.map(\.section))
    let page = try String(
      contentsOf: repositoryRoot.appending(path: "Docs/language/meaning.md"), encoding: .utf8)
    let written = page.split(separator: "\n").filter { $0.hasPrefix("## ") }
      .map { String($0.dropFirst(3).prefix { $0 != "." }) }
    #expect(written.count > 18)
    #expect(sections.subtracting(written) == ["diagnostics"])
    // Of these nothing shows in a verdict: how times are written, targets of lint, tests, overdue reviews.
    #expect(Set(written).subtracting(sections) == ["0", "15", "16", "17", "20"])
  }

  /// Every production that says something of a verdict occurs in the policies of the suite.
  @Test func everyVerbAndRelationOccurs() throws {
    let suite = try ConformanceSuite(folder: Self.folder)
    var kinds: Set<SyntaxKind> = []
    func visit(_ node: SyntaxNode) {
      kinds.insert(node.kind)
      for case .node(let child) in node.children { visit(child) }
    }
    for source in suite.policies.values { visit(parse(source).tree.root) }
    let needed: [SyntaxKind] = [
      .edition, .policy, .source, .register, .calendar, .phrases, .constant, .define, .rule,
      .exempt,
      .waive, .gap, .extend, .within, .covers, .under, .from, .until, .severity, .applies,
      .businessDays, .withdrawal, .require, .forbid, .except, .dayRule, .shift, .dayGroup,
      .expression, .conjunction, .negation, .comparison, .relation, .quantified, .sum, .scrub,
      .listed, .permitted, .registered, .consent, .optedOut, .honour, .optOutScope, .hours, .cap,
      .pause, .answers, .says, .erase, .keep, .event,
    ]
    #expect(needed.filter { !kinds.contains($0) }.map(\.rawValue) == [])
  }

  /// The facts and words of edition 1 are all there still, and mean when absent what they meant.
  ///
  /// `UPDATE_GOLDEN=1` writes the file, to which lines may be added.
  @Test func frozenFactsStand() throws {
    var lines: [String] = []
    for kind in RecordKind.allCases {
      lines += kind.fields.map { "\(kind.rawValue).\($0.name): \($0.type), absent \($0.absent)" }
    }
    for vocabulary in Vocabulary.allCases {
      lines += vocabulary.words.map { "word of \(vocabulary.rawValue): \($0)" }
    }
    let file = Self.folder.appending(path: "facts.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
    let frozen = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let known = Set(lines)
    #expect(frozen.count > 400)
    #expect(frozen.filter { !known.contains(String($0)) } == [])
  }
}
