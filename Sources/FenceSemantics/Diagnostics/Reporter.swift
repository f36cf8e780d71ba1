import FenceDiagnostics

/// Gathers what is wrong with the policies of one compilation.
final class Reporter {
  private(set) var diagnostics: [Diagnostic] = []

  /// The files in which there are errors.
  private(set) var filesWithErrors: Set<ObjectIdentifier> = []

  /// Reports one thing, with the severity of its code.
  func report(
    _ code: SemanticCode, _ source: SourceText, _ range: SourceRange, _ message: String,
    label: String = "", secondary: [Diagnostic.Label] = [], help: String? = nil,
    fix: Diagnostic.Fix? = nil
  ) {
    let entry = code.entry
    if entry.severity == .error { filesWithErrors.insert(ObjectIdentifier(source)) }
    diagnostics.append(
      Diagnostic(
        code: entry.code, severity: entry.severity, message: message,
        primary: Diagnostic.Label(source, range, label), secondary: secondary, help: help, fix: fix)
    )
  }
}

extension Reporter {
  /// The diagnostics in the order of the files and of the places in each.
  func sorted(by sources: [SourceText]) -> [Diagnostic] {
    let ranks = Dictionary(
      sources.enumerated().map { (ObjectIdentifier($1), $0) },
      uniquingKeysWith: { first, _ in first })
    return diagnostics.enumerated().sorted { left, right in
      let (a, b) = (left.element.primary, right.element.primary)
      let (rankA, rankB) = (ranks[ObjectIdentifier(a.source)], ranks[ObjectIdentifier(b.source)])
      return (rankA ?? 0, a.range.lower, left.offset) < (rankB ?? 0, b.range.lower, right.offset)
    }.map(\.element)
  }
}

extension Diagnostic.Fix {
  /// The change of one range.
  static func write(_ replacement: String, at range: SourceRange) -> Diagnostic.Fix {
    Diagnostic.Fix(
      title: "write `\(replacement)`", edits: [Diagnostic.Edit(range, replacement)])
  }
}

/// Words with commas between them and `or` before the last, each in backticks.
func alternatives(_ words: [String]) -> String {
  let quoted = words.map { "`\($0)`" }
  guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}
