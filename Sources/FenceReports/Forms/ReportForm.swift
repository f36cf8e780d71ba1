/// A form in which a report on findings can be written.
public enum ReportForm: String, CaseIterable, Sendable {
  /// For people at a terminal.
  case text
  /// For programs.
  case json
  /// For people in a browser: GitHub Flavored Markdown.
  case markdown
  /// For build servers: the XML that JUnit's Ant task writes.
  case junit
  /// For GitHub Actions: workflow commands, which show at the lines of a change.
  case github
}

/// A report that can be written in every one of these forms.
public protocol FindingsReport {
  /// The report for people at a terminal.
  func text(_ style: PageStyle) -> [UInt8]

  /// The report as one JSON document.
  func json(tool: String) -> [UInt8]

  /// The report for people in a browser.
  func markdown() -> [UInt8]

  /// The report as tests that passed or failed.
  var suites: [JUnitSuite] { get }

  /// The report as remarks at lines of files, the gravest first.
  var annotations: [Annotation] { get }
}

extension FindingsReport {
  /// The report in a form; `tool` is the program with its version, `style` the layout of text.
  public func bytes(in form: ReportForm, tool: String, style: PageStyle) -> [UInt8] {
    switch form {
    case .text: text(style)
    case .json: json(tool: tool)
    case .markdown: markdown()
    case .junit: junit(suites, tool: tool)
    case .github: github(annotations)
    }
  }
}
