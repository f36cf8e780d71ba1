/// An entry of the catalogue of diagnostics; each has a page in `Docs/language/diagnostics`.
public struct DiagnosticCode: Hashable, Sendable {
  /// The stable code, such as `F0103`.
  public let code: String

  /// What the page is called: a few words in the writer's terms.
  public let title: String

  /// How grave its diagnostics are.
  public let severity: Diagnostic.Severity

  /// Makes an entry.
  public init(_ code: String, _ title: String, severity: Diagnostic.Severity = .error) {
    self.code = code
    self.title = title
    self.severity = severity
  }
}
