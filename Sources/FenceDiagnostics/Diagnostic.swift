/// One thing to say about a text, as a value; how it looks is settled elsewhere.
public struct Diagnostic: Sendable {
  /// A stable code such as `F0103`, with a page of its own.
  public var code: String

  /// How grave it is.
  public var severity: Severity

  /// What is wrong, in the writer's terms: one line, no capital, no full stop.
  public var message: String

  /// The place it is about.
  public var primary: Label

  /// Further places: "first declared here".
  public var secondary: [Label]

  /// What to do, or what the rule is.
  public var help: String?

  /// A change that tools can apply, if there is one obvious one.
  public var fix: Fix?

  /// Makes a diagnostic.
  public init(
    code: String, severity: Severity = .error, message: String, primary: Label,
    secondary: [Label] = [], help: String? = nil, fix: Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.primary = primary
    self.secondary = secondary
    self.help = help
    self.fix = fix
  }

  /// How grave a diagnostic is.
  public enum Severity: String, Sendable {
    case error, warning, note
  }

  /// A place in a text with some words about it.
  public struct Label: Sendable {
    /// The text.
    public var source: SourceText

    /// The place.
    public var range: SourceRange

    /// The words shown at the place; empty for none.
    public var message: String

    /// Makes a label.
    public init(_ source: SourceText, _ range: SourceRange, _ message: String = "") {
      self.source = source
      self.range = range
      self.message = message
    }
  }

  /// A change to the text of the primary label.
  public struct Fix: Sendable {
    /// What the change does: "write `sms`".
    public var title: String

    /// The replacements, in no order, not overlapping.
    public var edits: [Edit]

    /// Makes a fix.
    public init(title: String, edits: [Edit]) {
      self.title = title
      self.edits = edits
    }
  }

  /// The replacement of a range by a text.
  public struct Edit: Sendable {
    /// The range replaced.
    public var range: SourceRange

    /// The text put there.
    public var replacement: String

    /// Makes an edit.
    public init(_ range: SourceRange, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }
}
