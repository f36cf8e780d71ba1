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
    var line = Line(Page(style).paint(verdict.rawValue, TextNumberReport.ink(verdict)))
    line.gap = TextNumberReport.widths[0] - verdict.rawValue.utf8.count
    if verdict == .valid, let e164 = analysis.e164 {
      let mark = analysis.extensionDigits == nil ? "" : " ext."
      // A mask is as wide as what it hides.
      line.add(
        masking.number(e164) + mark, width: e164.utf8.count + mark.utf8.count,
        of: TextNumberReport.widths[1])
      let type = analysis.type ?? ""
      line.add(type, width: type.utf8.count, of: TextNumberReport.widths[2])
      for (names, column) in [(analysis.places, 3), (analysis.zones, 4)] {
        let cell = TextNumberReport.names(names)
        line.add(
          cell, width: cell.utf8.count,
          of: column < TextNumberReport.widths.count ? TextNumberReport.widths[column] : 0)
      }
    } else {
      let cell = masking.text(TextNumberReport.printable(input))
      line.add(cell, width: displayWidth(cell), of: TextNumberReport.widths[1])
      line.add(analysis.reason ?? "", width: 0, of: 0)
    }
    return line.bytes + [UInt8(ascii: "\n")]
  }

  /// A line while it is being written.
  private struct Line {
    private(set) var bytes: [UInt8]
    /// How much narrower than its column the last cell is.
    var gap = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func add(_ cell: String, width: Int, of column: Int) {
      guard !cell.isEmpty else { return }
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(0, gap) + 2))
      bytes.append(contentsOf: cell.utf8)
      gap = column - width
    }
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
    if names.count == 1 { return names[0] }
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
