import FenceDiagnostics

/// The tokens of a text, one a line: place, kind, text, and the comments before it.
public func dumpTokens(_ parsed: Parsed) -> String {
  let source = parsed.source
  var result = ""
  for token in parsed.tree.tokens {
    for piece in trivia(before: token, in: source) where piece.kind != .blank {
      result += "\(place(piece.range.lower, source))  COMMENT  \(source.text(in: piece.range))\n"
    }
    let text = source.text(in: token.range)
    let flaw = token.isFlawed ? "  flawed" : ""
    let separator = text.isEmpty ? "" : "  "
    result +=
      "\(place(token.range.lower, source))  \(token.kind.name)\(separator)\(text)\(flaw)\n"
  }
  return result
}

private func place(_ offset: Int, _ source: SourceText) -> String {
  let (line, column) = source.position(at: offset)
  return "\(line):\(column)"
}

/// The tree of a text as an s-expression, indented; tokens in double quotes.
///
/// - Parameters:
///   - parsed: the text.
///   - tokens: whether the tokens are shown; without them only the nodes are, as tree-sitter writes them.
/// - Returns: the s-expression and a line break.
/// - Complexity: linear in the size of the tree.
public func dumpTree(_ parsed: Parsed, tokens: Bool = true) -> String {
  var result = ""
  dump(parsed.tree.root, parsed.tree, tokens, indent: 0, into: &result)
  return result + "\n"
}

private func dump(
  _ node: SyntaxNode, _ tree: SyntaxTree, _ showsTokens: Bool, indent: Int,
  into result: inout String
) {
  result += "(\(node.kind.rawValue)"
  for child in node.children {
    switch child {
    case .token(let index):
      guard showsTokens else { continue }
      let text = tree.source.text(in: tree.tokens[index].range)
      guard !text.isEmpty else { continue }
      result += " " + (text.first == "\"" ? text : "\"\(text)\"")
    case .node(let inner):
      result += "\n" + String(repeating: "  ", count: indent + 1)
      dump(inner, tree, showsTokens, indent: indent + 1, into: &result)
    }
  }
  result += ")"
}
