/// How diagnostics are shown.
public struct DiagnosticStyle: Sendable {
  /// Whether parts are painted with the colours of a terminal (ECMA-48 sequences).
  public var color: Bool

  /// What is done with a source line before it is shown, such as hiding the digits of telephone numbers.
  ///
  /// It must put one character in the place of each: the marks beneath stand by their count.
  public var mask: (@Sendable (String) -> String)?

  /// The columns of a line, at which sentences are broken between words and source lines are cut; nil breaks
  /// nothing, so that every sentence is one line.
  public var width: Int?

  /// Makes a style; without colour, mask and width unless asked.
  public init(
    color: Bool = false, mask: (@Sendable (String) -> String)? = nil, width: Int? = nil
  ) {
    self.color = color
    self.mask = mask
    self.width = width
  }
}
