/// How diagnostics are shown.
public struct DiagnosticStyle: Sendable {
  /// Whether parts are painted with the colours of a terminal (ECMA-48 sequences).
  public var color: Bool

  /// What is done with a source line before it is shown, such as hiding the digits of telephone numbers.
  ///
  /// It must put one character in the place of each: the marks beneath stand by their count.
  public var mask: (@Sendable (String) -> String)?

  /// Makes a style; without colour and mask unless asked.
  public init(color: Bool = false, mask: (@Sendable (String) -> String)? = nil) {
    self.color = color
    self.mask = mask
  }
}
