import Testing

@testable import FenceSyntax

/// The grammar itself: what Go's `ebnflint` checks, and that it speaks of the parser's words.
@Suite struct EBNFTests {
  let grammar = EBNF.fence

  @Test func isRead() {
    #expect(grammar.productions.count > 90)
    #expect(grammar.productions.first?.name == "file")
    #expect(grammar.productions.last?.name == "name")
  }

  @Test func everyNameIsDefinedOnce() {
    let names = grammar.productions.map(\.name)
    #expect(names.count == Set(names).count)
    for (name, expression) in grammar.productions {
      for case .name(let used) in EBNF.leaves(expression) {
        #expect(
          EBNF.tokens.contains(used) || grammar[used] != nil, "\(name) uses \(used), not defined")
      }
    }
  }

  @Test func theStartReachesEveryName() {
    var reached: Set<String> = ["file"]
    var waiting = ["file"]
    while let name = waiting.popLast() {
      for case .name(let used) in grammar[name].map(EBNF.leaves) ?? [] where !reached.contains(used)
      {
        reached.insert(used)
        waiting.append(used)
      }
    }
    let unreached = grammar.productions.map(\.name).filter { !reached.contains($0) }
    #expect(unreached.isEmpty)
    #expect(EBNF.tokens.isSubset(of: reached))
  }

  @Test func everyProductionEnds() {
    var ending: Set<String> = EBNF.tokens
    var grows = true
    while grows {
      grows = false
      for (name, expression) in grammar.productions where !ending.contains(name) {
        if ends(expression, ending) {
          ending.insert(name)
          grows = true
        }
      }
    }
    #expect(grammar.productions.map(\.name).filter { !ending.contains($0) }.isEmpty)
  }

  private func ends(_ expression: EBNF.Expression, _ ending: Set<String>) -> Bool {
    switch expression {
    case .terminal, .optional, .repeated: true
    case .name(let name): ending.contains(name)
    case .sequence(let parts): parts.allSatisfy { ends($0, ending) }
    case .choice(let parts): parts.contains { ends($0, ending) }
    }
  }

  @Test func terminalsAreTheWordsAndMarksOfTheParser() {
    var terminals: Set<String> = []
    for (_, expression) in grammar.productions {
      for case .terminal(let text) in EBNF.leaves(expression) { terminals.insert(text) }
    }
    let known = Set(Keyword.allCases.map(\.rawValue)).union(Punctuation.allCases.map(\.rawValue))
    #expect(terminals.subtracting(known).sorted() == [])
    #expect(known.subtracting(terminals).sorted() == [])
  }

  @Test func declarationsAreTheProductionsOfTheirName() {
    guard let declaration = grammar["declaration"] else {
      Issue.record("no production declaration")
      return
    }
    var names: [String] = []
    for case .name(let name) in EBNF.leaves(declaration) { names.append(name) }
    #expect(names == DeclarationKeyword.allCases.map(\.rawValue))
  }

  @Test func nodesOfTheTreeAreProductions() {
    let kinds = Set(SyntaxKind.allCases.map(\.rawValue)).subtracting(["ERROR"])
    #expect(kinds.subtracting(grammar.productions.map(\.name)).sorted() == [])
  }
}
