public import Outreach

/// Numbers for people, a line each; masked unless numbers are to be shown.
public struct TextNumberReport: NumberReport {
  private let style: PageStyle
  private let masking: Masking

  /// The widths of the columns: lines are written before the longest is known.
  private static let widths = [8, 18, 15, 6]

  /// How many places or zones are named in a line.
  private static let mostNames = 3

  /// Makes a report.
  public init(style: PageStyle, masking: Masking) {
    self.style = style
    self.masking = masking
  }

  /// Nothing.
  public mutating func start() -> [UInt8] { [] }

  /// One line: the verdict, the number, and what it tells or why it is not valid.
  public mutating func number(_ input: String, _ analysis: NumberAnalysis) -> [UInt8] {
    let verdict = NumberVerdict(analysis)
    let isShown = analysis.isValid == true
    let number = isShown ? analysis.e164 : nil
    var page = Page(style)
    var cells = [
      number.map { masking.number($0) + (analysis.extensionDigits == nil ? "" : " ext.") }
        ?? masking.text(TextNumberReport.printable(input))
    ]
    if isShown {
      cells += [
        analysis.type ?? "", TextNumberReport.names(analysis.places),
        TextNumberReport.names(analysis.zones),
      ]
    } else {
      cells.append(analysis.reason ?? "")
    }
    var line = page.paint(verdict.rawValue, TextNumberReport.ink(verdict))
    var gap = TextNumberReport.widths[0] - displayWidth(verdict.rawValue)
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      line += String(repeating: " ", count: max(0, gap) + 2) + cell
      gap =
        (TextNumberReport.widths.dropFirst(column + 1).first ?? 0) - displayWidth(cell)
    }
    page.line(line)
    return page.bytes
  }

  /// Counts, where there is more than one number.
  public mutating func finish(_ summary: NumberSummary) -> [UInt8] {
    guard summary.all > 1 else { return [] }
    let counts = [
      (summary.valid, "valid"), (summary.possible, "possible"), (summary.invalid, "invalid"),
      (summary.unclear, "unclear"),
    ]
    var page = Page(style)
    page.line()
    page.line(
      "\(counted(summary.all, "number")): "
        + counts.filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }.joined(separator: ", "))
    return page.bytes
  }

  /// A text without what would move the terminal's cursor.
  private static func printable(_ input: String) -> String {
    String(input.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
  }

  private static func names(_ names: [String]) -> String {
    guard names.count > mostNames else { return names.joined(separator: ", ") }
    return names.prefix(mostNames - 1).joined(separator: ", ")
      + " and \(names.count - mostNames + 1) more"
  }

  private static func ink(_ verdict: NumberVerdict) -> Ink {
    switch verdict {
    case .valid: .good
    case .possible, .unclear: .doubtful
    case .invalid: .bad
    }
  }
}
