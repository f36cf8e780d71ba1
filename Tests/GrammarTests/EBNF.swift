import Foundation
import TestSupport

/// The grammar as `Grammar/Fence.ebnf` states it, read by a small reader of its own.
struct EBNF: Sendable {
  /// The right side of a production.
  indirect enum Expression: Sendable {
    case terminal(String)
    /// A production, or a token if it is in capitals.
    case name(String)
    case sequence([Expression])
    case choice([Expression])
    case optional(Expression)
    case repeated(Expression)
  }

  /// The productions, in order.
  var productions: [(name: String, expression: Expression)] = []

  /// The production of a name.
  subscript(name: String) -> Expression? {
    productions.first { $0.name == name }?.expression
  }

  /// The tokens that the lexer makes.
  static let tokens: Set<String> = [
    "WORD", "CODE", "STRING", "NUMBER", "PERCENT", "DATE", "INSTANT", "TIME",
  ]

  /// The grammar of the repository.
  static let fence: EBNF = {
    let file = repositoryRoot.appending(path: "Grammar/Fence.ebnf")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var reader = Reader(text)
    return reader.grammar()
  }()

  /// Every name and terminal of an expression, in order.
  static func leaves(_ expression: Expression) -> [Expression] {
    switch expression {
    case .terminal, .name: [expression]
    case .sequence(let parts), .choice(let parts): parts.flatMap { leaves($0) }
    case .optional(let inner), .repeated(let inner): leaves(inner)
    }
  }
}

extension EBNF {
  /// Reads ISO/IEC 14977 as far as the grammar uses it.
  private struct Reader {
    private var tokens: [String] = []
    private var index = 0

    init(_ text: String) {
      var rest = Substring(text)
      while let first = rest.first {
        if rest.hasPrefix("(*") {
          guard let end = rest.range(of: "*)") else { break }
          rest = rest[end.upperBound...]
        } else if first == "\"" {
          let end = rest.dropFirst().firstIndex(of: "\"") ?? rest.endIndex
          tokens.append(String(rest[..<end]))
          rest = rest[end...].dropFirst()
        } else if first.isLetter {
          let name = rest.prefix { $0.isLetter || $0 == "_" }
          tokens.append(String(name))
          rest = rest[name.endIndex...]
        } else {
          if !first.isWhitespace { tokens.append(String(first)) }
          rest = rest.dropFirst()
        }
      }
    }

    mutating func grammar() -> EBNF {
      var result = EBNF()
      while index < tokens.count {
        let name = next()
        guard next() == "=" else { return result }
        result.productions.append((name, choice()))
        guard next() == ";" else { return result }
      }
      return result
    }

    private mutating func next() -> String {
      defer { index += 1 }
      return index < tokens.count ? tokens[index] : ""
    }

    private var peeked: String { index < tokens.count ? tokens[index] : "" }

    private mutating func choice() -> Expression {
      var parts = [sequence()]
      while peeked == "|" {
        index += 1
        parts.append(sequence())
      }
      return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() -> Expression {
      var parts = [factor()]
      while peeked == "," {
        index += 1
        parts.append(factor())
      }
      return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func factor() -> Expression {
      let token = next()
      switch token {
      case "(", "[", "{":
        let inner = choice()
        index += 1
        return token == "(" ? inner : token == "[" ? .optional(inner) : .repeated(inner)
      default:
        return token.hasPrefix("\"") ? .terminal(String(token.dropFirst())) : .name(token)
      }
    }
  }
}
