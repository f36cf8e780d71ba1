public import FenceDiagnostics

/// What reading a text yields: always a tree and a file, whatever is wrong with the text.
public struct Parsed: Sendable {
  /// The text.
  public var source: SourceText
  /// The lossless tree: printing it gives the bytes back.
  public var tree: SyntaxTree
  /// The declarations.
  public var file: FileSyntax
  /// What is wrong, in the order of the text.
  public var diagnostics: [Diagnostic]

  /// Makes a result.
  public init(
    source: SourceText, tree: SyntaxTree, file: FileSyntax, diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.tree = tree
    self.file = file
    self.diagnostics = diagnostics
  }
}

/// Reads a policy or campaign file.
///
/// - Parameter source: the text; any bytes.
/// - Returns: the tree, the declarations and the diagnostics.
/// - Complexity: linear in the number of bytes.
public func parse(_ source: SourceText) -> Parsed {
  let (tokens, mistakes) = Lexer.tokens(of: source)
  var parser = Parser(source: source, tokens: tokens, diagnostics: mistakes)
  let file = parser.file()
  let tree = parser.finishTree()
  let diagnostics = parser.diagnostics.enumerated().sorted { left, right in
    (left.element.primary.range.lower, left.offset)
      < (right.element.primary.range.lower, right.offset)
  }
  return Parsed(source: source, tree: tree, file: file, diagnostics: diagnostics.map(\.element))
}
