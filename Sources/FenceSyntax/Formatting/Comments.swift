import FenceDiagnostics

/// Which comments stand around which token.
struct Comments {
  /// A comment on a line of its own, and whether an empty line stands before it.
  struct Own {
    var text: String
    var followsBlankLine: Bool
  }

  /// The comments on lines of their own before each token.
  private(set) var leading: [Int: [Own]] = [:]
  /// The comment behind each token, on its line.
  private(set) var trailing: [Int: String] = [:]
  /// The tokens that stand behind an empty line, after their comments.
  private(set) var afterBlankLine: Set<Int> = []

  init(_ tree: SyntaxTree) {
    for (index, token) in tree.tokens.enumerated() where token.leadingStart < token.range.lower {
      assign(token, index, tree.source)
    }
  }

  private mutating func assign(_ token: Token, _ index: Int, _ source: SourceText) {
    var lineBreaks = index == 0 ? 1 : 0
    for piece in trivia(before: token, in: source) {
      let text = source.text(in: piece.range)
      guard piece.kind != .blank else {
        lineBreaks += text.utf8.count { $0 == 10 }
        continue
      }
      let trimmed = text.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
      if lineBreaks == 0 {
        trailing[index - 1] = String(trimmed)
      } else {
        leading[index, default: []].append(
          Own(text: String(trimmed), followsBlankLine: lineBreaks > 1))
      }
      lineBreaks = 0
    }
    if lineBreaks > 1 { afterBlankLine.insert(index) }
  }
}
