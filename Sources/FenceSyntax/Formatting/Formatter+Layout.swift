import FenceDiagnostics

extension Formatter {
  /// A declaration: its head, and its clauses in braces.
  func braced(_ node: SyntaxNode) -> Document {
    guard let brace = node.children.firstIndex(where: { isToken($0, .leftBrace) }) else {
      return head(node.children[...])
    }
    return .sequence([
      head(node.children[..<brace]), .space,
      braces(Array(node.children[brace...])),
    ])
  }

  /// Keyword, name and title on one line; the clauses there, too, if all fit.
  private func head(_ children: ArraySlice<SyntaxElement>) -> Document {
    var parts: [Document] = []
    var previous: Int?
    var lastWasClause = false
    for child in children {
      let isClause = isClauseNode(child)
      if let previous, let first = firstToken(child) {
        let isTitle = kind(first) == .string && lastWasClause
        let mayBreak = isClause && !isSubject(child) || isTitle
        parts.append(mayBreak ? .nest(2, .line) : between(previous, first))
      }
      parts.append(isClause ? .nest(2, element(child)) : element(child))
      lastWasClause = isClause
      previous = lastToken(child) ?? previous
    }
    return .group(.sequence(parts))
  }

  /// Whether a clause says what a note is on: it stays beside the kind of note, before the title.
  private func isSubject(_ element: SyntaxElement) -> Bool {
    guard case .node(let node) = element else { return false }
    return node.kind == .on
  }

  private func between(_ left: Int, _ right: Int) -> Document {
    if kind(right) == .punctuation(.comma) { return .text("") }
    return kind(left) == .punctuation(.comma) ? .nest(2, .fill(blanks: 1)) : .space
  }

  private func isClauseNode(_ element: SyntaxElement) -> Bool {
    guard case .node(let node) = element else { return false }
    return node.kind != .name && node.kind != .policyName
  }

  /// A column of a mapping, broken before `gives` if it is long, and its braces.
  func column(_ node: SyntaxNode) -> Document {
    let brace = node.children.firstIndex { isToken($0, .leftBrace) } ?? node.children.count
    let head = Document.group(
      .nest(2, spaced(Array(node.children[..<brace]), breakBefore: [.gives])))
    guard brace < node.children.count else { return head }
    return .sequence([head, .space, braces(Array(node.children[brace...]))])
  }

  /// A fact with brackets behind it, without blanks around these.
  func target(_ node: SyntaxNode) -> Document {
    let bracket = node.children.firstIndex { isToken($0, .leftParenthesis) } ?? node.children.count
    return .sequence(
      node.children[..<bracket].map { element($0) } + [spaced(Array(node.children[bracket...]))])
  }

  /// `define x = …`, broken after the sign if it is long.
  func valued(_ node: SyntaxNode) -> Document {
    guard let sign = node.children.firstIndex(where: { isToken($0, .equals) }) else {
      return spaced(node.children)
    }
    let value = node.children[(sign + 1)...].map { element($0) }
    return .group(
      .sequence([
        spaced(Array(node.children[...sign])),
        .nest(2, .sequence([.line, .group(.sequence(value))])),
      ]))
  }

  /// Facts in braces: two blanks between those that share a line.
  func block(_ children: [SyntaxElement]) -> Document {
    braces(children) { left, right in
      guard let end = lastToken(left), let start = firstToken(right), !isListOfBlocks(left),
        !isListOfBlocks(right)
      else { return .hardLine }
      return isOneLine(from: end, to: start) ? .fill(blanks: 2) : .hardLine
    }
  }

  /// Whether a fact's value is a list of facts in braces, which has lines of its own.
  private func isListOfBlocks(_ element: SyntaxElement) -> Bool {
    guard let end = lastToken(element), end > 0, kind(end) == .punctuation(.rightBracket) else {
      return false
    }
    return kind(end - 1) == .punctuation(.rightBrace)
  }

  /// What stands in braces: on one line if it did and fits, else one piece a line, unless the caller separates
  /// the pieces otherwise.
  func braces(
    _ children: [SyntaxElement],
    between: ((SyntaxElement, SyntaxElement) -> Document)? = nil
  ) -> Document {
    guard let opening = children.first, let closing = children.last else { return .sequence([]) }
    let inner = children.dropFirst().dropLast()
    let separator: Document = isOneLine(children) ? .line : .hardLine
    if inner.isEmpty, comments.leading[lastToken(closing) ?? 0] == nil {
      return .sequence([element(opening), element(closing)])
    }
    var parts: [Document] = []
    var previous: SyntaxElement?
    for child in inner {
      parts.append(previous.flatMap { between?($0, child) } ?? separator)
      parts.append(item(child, isFirst: previous == nil))
      previous = child
    }
    // Comments before the closing brace are of what stands in the braces.
    let close = lastToken(closing) ?? 0
    for comment in comments.leading[close] ?? [] {
      if comment.followsBlankLine, !inner.isEmpty { parts.append(.blankLine) }
      parts.append(.ownComment(comment.text))
    }
    return .group(
      .sequence([
        element(opening), .nest(2, .sequence(parts)), separator,
        token(close, withOwnComments: false),
      ]))
  }

  /// Whether no line ends between the first and the last child.
  private func isOneLine(_ children: [SyntaxElement]) -> Bool {
    guard let first = children.first.flatMap({ firstToken($0) }),
      let last = children.last.flatMap({ lastToken($0) })
    else { return false }
    return isOneLine(from: first, to: last)
  }

  /// Whether no line ends after one token and before another.
  private func isOneLine(from first: Int, to last: Int) -> Bool {
    let range = tree.tokens[first].range.upper..<tree.tokens[last].range.lower
    return !tree.source.bytes[range].contains(10)
  }

  /// `applies when …` and `except when …`, whose details stand behind or beneath them.
  func conditional(_ node: SyntaxNode) -> Document {
    let isDetail = { (element: SyntaxElement) -> Bool in
      guard case .node(let node) = element else { return false }
      return [.under, .from, .until].contains(node.kind)
    }
    let details = node.children.filter(isDetail)
    let condition = node.children.filter { !isDetail($0) }
    guard !details.isEmpty else { return .nest(2, spaced(condition)) }
    let beneath = Document.group(
      .sequence(
        details.enumerated().flatMap { index, detail in
          index == 0 ? [element(detail)] : [.line, element(detail)]
        }))
    return .group(.nest(2, .sequence([spaced(condition), .line, beneath])))
  }

  /// Conditions with `and` or `or` between them, each on its line if they do not fit on one.
  func chain(_ node: SyntaxNode) -> Document {
    var parts: [Document] = []
    for (index, child) in node.children.enumerated() {
      if index > 0 {
        let isWord = if case .token = child { true } else { false }
        parts.append(isWord ? .line : .space)
      }
      parts.append(element(child))
    }
    return .group(.sequence(parts))
  }

  /// The value of a fact: values with commas, a list in brackets, or facts in braces.
  func fieldValue(_ node: SyntaxNode) -> Document {
    guard let first = node.children.first, isToken(first, .leftBracket),
      let last = node.children.last
    else { return .nest(2, spaced(node.children)) }
    let inner = Array(node.children.dropFirst().dropLast())
    guard !inner.isEmpty else { return .sequence([element(first), element(last)]) }
    var parts: [Document] = [.softLine]
    for (index, child) in inner.enumerated() {
      let isComma = isToken(child, .comma)
      if index > 0, !isComma { parts.append(.line) }
      parts.append(element(child))
    }
    return .group(
      .sequence([element(first), .nest(2, .sequence(parts)), .softLine, element(last)]))
  }

  private func isToken(_ element: SyntaxElement, _ mark: Punctuation) -> Bool {
    guard case .token(let index) = element else { return false }
    return kind(index) == .punctuation(mark)
  }
}
