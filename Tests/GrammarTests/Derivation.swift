import TestSupport

@testable import FenceSyntax

/// Makes random sentences from the grammar on paper.
struct Derivation {
  let grammar: EBNF
  var generator: SeededGenerator
  private var depth = 0
  private var tokens: [String] = []
  /// The fewest levels in which each production ends.
  private let height: [String: Int]

  init(_ grammar: EBNF, seed: UInt64) {
    self.grammar = grammar
    generator = SeededGenerator(seed: seed)
    height = Derivation.heights(grammar)
  }

  /// A sentence of a production, with white space and comments between its tokens.
  mutating func sentence(_ name: String, depth limit: Int) -> String {
    tokens = []
    depth = limit
    derive(.name(name))
    var text = ""
    for token in tokens {
      text += token + blank()
    }
    return text
  }

  private mutating func blank() -> String {
    switch Int.random(in: 0..<40, using: &generator) {
    case 0: "\n"
    case 1: "\r\n\t"
    case 2: " // a comment, with \"quotes\" and { braces\n"
    case 3: "\n\n/// documentation\n  "
    case 4: "  "
    default: " "
    }
  }

  // MARK: heights

  private static func heights(_ grammar: EBNF) -> [String: Int] {
    var heights: [String: Int] = Dictionary(uniqueKeysWithValues: EBNF.tokens.map { ($0, 0) })
    var grows = true
    while grows {
      grows = false
      for (name, expression) in grammar.productions {
        guard let height = height(expression, heights) else { continue }
        if heights[name].map({ height + 1 < $0 }) ?? true {
          heights[name] = height + 1
          grows = true
        }
      }
    }
    return heights
  }

  private static func height(_ expression: EBNF.Expression, _ known: [String: Int]) -> Int? {
    switch expression {
    case .terminal, .optional, .repeated: return 0
    case .name(let name): return known[name]
    case .choice(let parts): return parts.compactMap { height($0, known) }.min()
    case .sequence(let parts):
      let heights = parts.map { height($0, known) }
      return heights.contains { $0 == nil } ? nil : heights.compactMap { $0 }.max()
    }
  }

  // MARK: deriving

  private mutating func derive(_ expression: EBNF.Expression) {
    switch expression {
    case .terminal(let text): tokens.append(text)
    case .name("edition"): tokens += ["edition", "1"]
    case .name(let name):
      guard let production = grammar[name] else { return tokens.append(token(name)) }
      depth -= 1
      if isNameless(name) { deriveDeclaration(production) } else { derive(production) }
      depth += 1
    case .sequence(let parts):
      for part in parts { derive(part) }
    case .choice(let parts):
      let room = depth
      let fitting = parts.filter { (Derivation.height($0, height) ?? 99) < room }
      let least = parts.min {
        (Derivation.height($0, height) ?? 99) < (Derivation.height($1, height) ?? 99)
      }
      if let choice = fitting.randomElement(using: &generator) ?? least { derive(choice) }
    case .optional(let inner):
      if mayGrow(inner), Bool.random(using: &generator) { derive(inner) }
    case .repeated(let inner):
      guard mayGrow(inner) else { return }
      for _ in 0..<Int.random(in: 0...3, using: &generator) { derive(inner) }
    }
  }

  private func mayGrow(_ inner: EBNF.Expression) -> Bool {
    (Derivation.height(inner, height) ?? 99) < depth && tokens.count < 400
  }

  private func isNameless(_ name: String) -> Bool {
    Keyword(rawValue: name).flatMap { ClauseKeywords.declarations[$0] } != nil
  }

  /// A declaration, whose own name may be any word, keywords included.
  private mutating func deriveDeclaration(_ production: EBNF.Expression) {
    guard case .sequence(let parts) = production else { return derive(production) }
    for (index, part) in parts.enumerated() {
      if index == 1, case .name("WORD") = part, Bool.random(using: &generator) {
        // One piece, because on a new line some of them read as the next declaration.
        let name = Keyword.allCases.map(\.rawValue).randomElement(using: &generator) ?? "x"
        tokens.append((tokens.popLast() ?? "") + " " + name)
      } else {
        derive(part)
      }
    }
  }

  private mutating func token(_ name: String) -> String {
    let samples: [String]
    switch name {
    case "WORD":
      samples = [
        "a", "bb", "calling_hours", "x2", "_y", "opt-in", "marketing", "sms", "voice",
        "origin_kind",
        "Holidays", "E164",
      ]
    case "CODE": samples = ["US", "US-FL", "EU", "FR-57", "GB-ENG"]
    case "STRING":
      samples = [
        "\"\"", "\"a title\"", "\"§ 501.059(8)(a) – “x”\"",
        "\"a \\\"quoted\\\" \\\\ \\n \\t word\"",
        "\"// no comment {\"", "\"日本語\"",
      ]
    case "NUMBER": samples = ["1", "3", "12", "28", "07"]
    case "PERCENT": samples = ["3%", "0.1%", "100%"]
    case "DATE": samples = ["2026-03-02", "2024-02-29", "1999-12-31"]
    case "TIME": samples = ["08:00", "24:00", "20:30:15", "00:00"]
    case "INSTANT":
      samples = ["2026-03-02T20:30-05:00", "2026-03-02T20:30:00.125Z", "2026-03-02T23:59:60+05:30"]
    default: samples = []
    }
    return samples.randomElement(using: &generator) ?? "?"
  }
}
