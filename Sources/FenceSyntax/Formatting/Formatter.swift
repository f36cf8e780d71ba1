import FenceDiagnostics

/// The text in its canonical layout; nil if it has errors, because then its parts are not certain.
///
/// Two blanks of indentation, one clause a line, lines of up to 100 characters broken before `and`, `or`
/// and `where` and after commas, at most one empty line. Comments and tokens stay as they are; what stands in
/// braces on one line stays there if it fits. Formatting a formatted text changes nothing.
///
/// - Complexity: linear in the length of the text.
public func format(_ parsed: Parsed) -> String? {
  guard parsed.diagnostics.allSatisfy({ $0.severity != .error }) else { return nil }
  let formatter = Formatter(tree: parsed.tree, comments: Comments(parsed.tree))
  return DocumentPrinter.print(formatter.file())
}

/// Makes the document of a tree.
struct Formatter {
  let tree: SyntaxTree
  let comments: Comments

  func file() -> Document {
    var parts: [Document] = []
    for child in tree.root.children {
      parts.append(item(child, isFirst: parts.isEmpty))
      parts.append(.hardLine)
    }
    return .sequence(parts)
  }

  /// A declaration, clause or fact on a line of its own, after an empty line if there was one.
  func item(_ element: SyntaxElement, isFirst: Bool) -> Document {
    switch element {
    case .token(let index): return token(index, mayFollowBlankLine: !isFirst)
    case .node(let node):
      let document = self.node(node)
      guard let first = node.firstToken, !isFirst, comments.leading[first] == nil,
        comments.afterBlankLine.contains(first)
      else { return document }
      return .sequence([.blankLine, document])
    }
  }

  // MARK: tokens

  func text(_ index: Int) -> String { tree.source.text(in: tree.tokens[index].range) }

  func kind(_ index: Int) -> Token.Kind { tree.tokens[index].kind }

  /// A token with the comments around it.
  func token(
    _ index: Int, mayFollowBlankLine: Bool = false, withOwnComments: Bool = true
  ) -> Document {
    var parts: [Document] = []
    for comment in withOwnComments ? comments.leading[index] ?? [] : [] {
      if comment.followsBlankLine { parts.append(.blankLine) }
      parts.append(.ownComment(comment.text))
    }
    let hasBlank = comments.afterBlankLine.contains(index)
    if hasBlank, mayFollowBlankLine || !parts.isEmpty, kind(index) != .endOfFile {
      parts.append(.blankLine)
    }
    let text = text(index)
    if !text.isEmpty { parts.append(.text(text)) }
    if let comment = comments.trailing[index] { parts.append(.trailingComment(comment)) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  // MARK: nodes

  func node(_ node: SyntaxNode) -> Document {
    switch node.kind {
    case .policy, .source, .register, .calendar, .phrases, .rule, .exempt, .waive, .gap, .note,
      .extend, .override, .mapping, .test, .dayGroup:
      return braced(node)
    case .column: return column(node)
    case .target, .rest: return target(node)
    case .constant, .define, .segment: return valued(node)
    case .block: return block(node.children)
    case .applies, .except: return conditional(node)
    case .expression, .conjunction: return chain(node)
    case .fieldValue: return fieldValue(node)
    case .hours: return .group(.nest(2, spaced(node.children, breakBefore: [.in], isHours: true)))
    case .quantified, .term: return .group(.nest(2, spaced(node.children, breakBefore: [.where])))
    case .consent, .cap, .honour, .optedOut, .pause, .registered:
      return .group(.nest(2, spaced(node.children, breakBefore: [.where, .given])))
    default: return .nest(isClause(node.kind) ? 2 : 0, spaced(node.children))
    }
  }

  private func isClause(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .require, .forbid, .exemptClause, .waiveClause, .overrideClause, .ownField, .covers,
      .within, .channels, .lines,
      .recipients, .on,
      .phraseClause, .businessDays, .day, .expect, .says, .erase, .keep, .recognised, .incomplete,
      .always, .words:
      true
    default: false
    }
  }

  func element(_ element: SyntaxElement) -> Document {
    switch element {
    case .token(let index): token(index)
    case .node(let node): self.node(node)
    }
  }

  /// Children with blanks between them where blanks belong.
  ///
  /// - Parameters:
  ///   - children: the children.
  ///   - keywords: the words before which the line may be broken.
  ///   - isHours: whether it may be broken after semicolons.
  /// - Returns: the document.
  func spaced(
    _ children: [SyntaxElement], breakBefore keywords: KeywordSet = [], isHours: Bool = false
  ) -> Document {
    var parts: [Document] = []
    var previous: Int?
    for child in children {
      let first = firstToken(child)
      if let previous, let first {
        parts.append(separator(previous, first, keywords, isHours: isHours))
      }
      parts.append(element(child))
      previous = lastToken(child) ?? previous
    }
    return .sequence(parts)
  }

  private func separator(
    _ left: Int, _ right: Int, _ keywords: KeywordSet, isHours: Bool
  ) -> Document {
    switch (kind(left), kind(right)) {
    case (.punctuation(.dot), _), (_, .punctuation(.dot)), (_, .punctuation(.comma)),
      (_, .punctuation(.semicolon)), (.punctuation(.leftParenthesis), _),
      (_, .punctuation(.rightParenthesis)):
      return .text("")
    case (.punctuation(.comma), _): return .fill(blanks: 1)
    case (.punctuation(.semicolon), _): return isHours ? .line : .fill(blanks: 1)
    default: break
    }
    if let keyword = tree.tokens[right].keyword, keywords.contains(keyword) { return .line }
    return .space
  }

  func firstToken(_ element: SyntaxElement) -> Int? {
    switch element {
    case .token(let index): index
    case .node(let node): node.firstToken
    }
  }

  func lastToken(_ element: SyntaxElement) -> Int? {
    switch element {
    case .token(let index): return index
    case .node(let node):
      for child in node.children.reversed() {
        if let last = lastToken(child) { return last }
      }
      return nil
    }
  }
}
