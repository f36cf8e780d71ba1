import FenceDiagnostics
import Foundation
import TestSupport
import Testing

@testable import FenceSyntax

/// The corpus: every construct once, with its tree; `UPDATE_GOLDEN=1` rewrites the trees.
@Suite struct CorpusTests {
  @Test(arguments: Corpus.names) func treesAreAsWritten(name: String) {
    expectGolden(Corpus(name).regenerated, "../../Grammar/Corpus/\(name).txt")
  }

  @Test(arguments: Corpus.names) func onlyRecoveryHasMistakes(name: String) {
    for entry in Corpus(name).entries {
      let parsed = parse(entry.source)
      #expect(parsed.diagnostics.isEmpty == (name != "Recovery"), "\(entry.title)")
      #expect(parsed.tree.bytes == entry.source.bytes, "\(entry.title)")
    }
  }

  @Test(arguments: Corpus.names.filter { $0 != "Recovery" })
  func theGrammarOnPaperDerivesThem(name: String) {
    let recogniser = Recogniser(.fence)
    for entry in Corpus(name).entries {
      #expect(recogniser.accepts(entry.source), "\(name): \(entry.title)")
      expectStableFormat(entry.source, entry.title)
    }
  }

  /// Productions that make no node of their own, because one of another name says the same.
  static let withoutNode: Set<String> = [
    "declaration", "policy_clause", "source_clause", "register_clause", "calendar_clause",
    "rule_clause", "gap_clause", "note_clause", "mapping_clause", "column_clause", "ordinal",
    "weekday", "month", "element", "scalar",
    "clock_part", "calendar_part", "verb",
  ]

  @Test func everyProductionOccurs() {
    var kinds: Set<String> = []
    func visit(_ node: SyntaxNode) {
      kinds.insert(node.kind.rawValue)
      for case .node(let child) in node.children { visit(child) }
    }
    for name in Corpus.names where name != "Recovery" {
      for entry in Corpus(name).entries { visit(parse(entry.source).tree.root) }
    }
    let productions = Set(EBNF.fence.productions.map(\.name)).subtracting(Self.withoutNode)
    #expect(productions.subtracting(kinds).sorted() == [])
    #expect(SyntaxKind.allCases.map(\.rawValue).filter { !kinds.contains($0) } == ["ERROR"])
  }

  @Test func everyKeywordOccurs() {
    var words: Set<Keyword> = []
    for entry in Corpus.all {
      for token in Lexer.tokens(of: entry.source).0 {
        if let keyword = token.keyword { words.insert(keyword) }
      }
    }
    #expect(Keyword.allCases.filter { !words.contains($0) }.map(\.rawValue) == [])
  }
}
