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

/// Placeholder until the tree is written.
public struct SyntaxTree: Sendable {}

/// Reads a policy or campaign file.
///
/// - Parameter source: the text; any bytes.
/// - Returns: the tree, the declarations and the diagnostics.
/// - Complexity: linear in the number of bytes.
public func parse(_ source: SourceText) -> Parsed {
  Parsed(source: source, tree: SyntaxTree(), file: FileSyntax(declarations: []), diagnostics: [])
}
