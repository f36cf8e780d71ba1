/// A page of the program's help.
public struct HelpPage: Sendable {
  private var page: Page

  /// Makes an empty page.
  public init(_ style: PageStyle) { page = Page(style) }

  /// The page as bytes.
  public var bytes: [UInt8] { page.bytes }

  /// Writes a paragraph, an empty line above it unless it is the first.
  public mutating func paragraph(_ text: String, indent: Int = 0) {
    if !page.text.isEmpty, indent == 0 { page.line() }
    page.paragraph(text, indent: indent)
  }

  /// Writes lines as they are, a little to the right.
  public mutating func block(_ lines: String) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      page.line(line.isEmpty ? "" : "  \(line)")
    }
  }

  /// Writes a line as it is, a little to the right.
  public mutating func line(_ text: String) { page.line("  \(text)") }

  /// Begins a part.
  public mutating func heading(_ title: String) { page.heading(title) }

  /// Writes a command line and, below it, what it does.
  public mutating func example(_ line: String, does: String) {
    page.line("  \(page.paint("$ \(line)", .good))")
    page.paragraph(does, indent: 4, hanging: 0, .faint)
  }

  /// Writes names with what they mean, the meanings under each other.
  public mutating func rows(_ rows: [(name: String, meaning: String)]) {
    let longest = rows.map { displayWidth($0.name) }.max() ?? 0
    // A name that would leave its meaning no room has it on the next line.
    let column = min(longest, 30) + 4
    for row in rows {
      let name = "  " + page.paint(row.name, .strong)
      let width = displayWidth(row.name)
      if width + 4 > column {
        page.line(name)
        page.paragraph(row.meaning, indent: column)
      } else {
        page.row(name, blanks: column - 2 - width, row.meaning, column: column)
      }
    }
  }
}

extension Page {
  /// Writes a name and its meaning on one line; the meaning's next lines begin at a column.
  fileprivate mutating func row(_ name: String, blanks: Int, _ meaning: String, column: Int) {
    var inner = Page(PageStyle(isColored: false, width: style.width))
    inner.paragraph(meaning, indent: column)
    line(name + spaces(blanks) + inner.text.drop { $0 == " " }.dropLast())
  }
}
