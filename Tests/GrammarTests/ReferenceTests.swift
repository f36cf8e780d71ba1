import FenceDiagnostics
import Foundation
import TestSupport
import Testing

@testable import FenceSyntax

/// The reference says something of every word and shows every construct.
@Suite struct ReferenceTests {
  static let pages: [(name: String, text: String)] = {
    let folder = repositoryRoot.appending(path: "Docs/language")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      let path = folder.appending(path: name)
      return (try? String(contentsOf: path, encoding: .utf8)).map { (name, $0) }
    }
  }()

  @Test func everyKeywordOccurs() {
    var words: Set<Substring> = []
    for page in Self.pages {
      words.formUnion(page.text.split { !($0.isLetter || $0 == "-") })
    }
    let unsaid = Keyword.allCases.map(\.rawValue).filter { !words.contains(Substring($0)) }
    #expect(unsaid == [])
  }

  @Test func everyProductionIsShown() {
    var kinds: Set<String> = []
    func visit(_ node: SyntaxNode) {
      kinds.insert(node.kind.rawValue)
      for case .node(let child) in node.children { visit(child) }
    }
    for page in Self.pages {
      for block in page.text.components(separatedBy: "```fence").dropFirst() {
        let body = block.components(separatedBy: "```")[0]
        guard let start = body.firstIndex(of: "\n") else { continue }
        visit(parse(SourceText(name: page.name, text: String(body[start...]))).tree.root)
      }
    }
    let productions = Set(EBNF.fence.productions.map(\.name))
      .subtracting(CorpusTests.withoutNode)
    #expect(productions.subtracting(kinds).sorted() == [])
  }
}
