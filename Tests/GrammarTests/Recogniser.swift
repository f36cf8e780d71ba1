import FenceDiagnostics

@testable import FenceSyntax

/// Says whether the grammar on paper derives a text, by Earley's algorithm (1970): slow, and independent of the parser.
struct Recogniser {
  private enum Symbol: Hashable {
    case terminal(String)
    case token(String)
    case rule(Int)
  }

  private struct Item: Hashable {
    var rule: Int
    var alternative: Int
    var dot: Int
    var origin: Int
  }

  /// The alternatives of each rule.
  private var rules: [[[Symbol]]] = []
  private var numbers: [String: Int] = [:]
  private var nullable: Set<Int> = []

  init(_ grammar: EBNF) {
    for (index, production) in grammar.productions.enumerated() {
      numbers[production.name] = index
      rules.append([])
    }
    for (index, production) in grammar.productions.enumerated() {
      rules[index] = alternatives(production.expression)
    }
    findNullable()
  }

  private mutating func alternatives(_ expression: EBNF.Expression) -> [[Symbol]] {
    switch expression {
    case .choice(let parts): return parts.flatMap { alternatives($0) }
    case .sequence(let parts): return [parts.map { symbol($0) }]
    default: return [[symbol(expression)]]
    }
  }

  private mutating func symbol(_ expression: EBNF.Expression) -> Symbol {
    switch expression {
    case .terminal(let text): return .terminal(text)
    case .name(let name): return numbers[name].map { .rule($0) } ?? .token(name)
    case .sequence, .choice: return newRule(alternatives(expression))
    case .optional(let inner): return newRule([[]] + alternatives(inner))
    case .repeated(let inner):
      let number = rules.count
      rules.append([])
      rules[number] = [[], [.rule(number), symbol(inner)]]
      return .rule(number)
    }
  }

  private mutating func newRule(_ alternatives: [[Symbol]]) -> Symbol {
    rules.append(alternatives)
    return .rule(rules.count - 1)
  }

  private mutating func findNullable() {
    var grows = true
    while grows {
      grows = false
      for (number, alternatives) in rules.enumerated() where !nullable.contains(number) {
        let isNullable = alternatives.contains { symbols in
          symbols.allSatisfy {
            if case .rule(let rule) = $0 { nullable.contains(rule) } else { false }
          }
        }
        if isNullable {
          nullable.insert(number)
          grows = true
        }
      }
    }
  }

  /// Whether the grammar derives the tokens of a text, unknown characters apart.
  func accepts(_ source: SourceText) -> Bool {
    let tokens = Lexer.tokens(of: source).0.filter { $0.kind != .endOfFile }
    if tokens.contains(where: { $0.kind == .unknown || $0.isFlawed }) { return false }
    var sets: [[Item]] = [[]]
    for alternative in rules[0].indices {
      sets[0].append(Item(rule: 0, alternative: alternative, dot: 0, origin: 0))
    }
    for position in 0...tokens.count {
      var known = Set(sets[position])
      var index = 0
      sets.append([])
      while index < sets[position].count {
        let item = sets[position][index]
        index += 1
        let symbols = rules[item.rule][item.alternative]
        func add(_ item: Item) {
          if known.insert(item).inserted { sets[position].append(item) }
        }
        guard item.dot < symbols.count else {
          for waiting in sets[item.origin] {
            let awaited = rules[waiting.rule][waiting.alternative]
            if waiting.dot < awaited.count, awaited[waiting.dot] == .rule(item.rule) {
              add(advanced(waiting))
            }
          }
          continue
        }
        if case .rule(let rule) = symbols[item.dot] {
          for alternative in rules[rule].indices {
            add(Item(rule: rule, alternative: alternative, dot: 0, origin: position))
          }
          if nullable.contains(rule) { add(advanced(item)) }
        } else if position < tokens.count, matches(symbols[item.dot], tokens[position], source) {
          sets[position + 1].append(advanced(item))
        }
      }
      if position < tokens.count, sets[position + 1].isEmpty { return false }
    }
    return sets[tokens.count].contains { item in
      item.rule == 0 && item.origin == 0 && item.dot == rules[0][item.alternative].count
    }
  }

  private func advanced(_ item: Item) -> Item {
    Item(rule: item.rule, alternative: item.alternative, dot: item.dot + 1, origin: item.origin)
  }

  private func matches(_ symbol: Symbol, _ token: Token, _ source: SourceText) -> Bool {
    switch symbol {
    case .token(let name): return token.kind.name == name
    case .terminal(let text):
      switch token.kind {
      case .word, .punctuation: return source.text(in: token.range) == text
      default: return false
      }
    case .rule: return false
    }
  }
}
