/// The lines of one source with the labels that lie in them.
struct Frame {
  let source: SourceText
  let style: DiagnosticStyle
  let severity: Diagnostic.Severity
  private var pieces: [Piece] = []

  /// A label or, if it spans several lines, its first or last line.
  private struct Piece {
    var line: Int
    var columns: Range<Int>
    var message: String
    var role: StyledText.Role
    var mark: Character
  }

  /// The widest line shown whole; of longer ones the part around the marks is shown.
  private func widest(_ gutter: Int) -> Int {
    // Behind the number stands ` | `, and two columns are kept for the signs of what is cut off.
    style.width.map { max(30, $0 - gutter - 5) } ?? 160
  }

  init(
    _ source: SourceText, primary: Diagnostic.Label?, secondary: [Diagnostic.Label],
    severity: Diagnostic.Severity, style: DiagnosticStyle
  ) {
    self.source = source
    self.style = style
    self.severity = severity
    if let primary { add(primary, isPrimary: true) }
    for label in secondary { add(label, isPrimary: false) }
  }

  private func display(_ line: Int) -> DisplayLine {
    DisplayLine(source, line: line, mask: style.mask)
  }

  private mutating func add(_ label: Diagnostic.Label, isPrimary: Bool) {
    let lower = min(max(label.range.lower, 0), source.bytes.count)
    let upper = min(max(label.range.upper, lower), source.bytes.count)
    let first = source.position(at: lower).line - 1
    let last = upper > lower ? source.position(at: upper - 1).line - 1 : first
    var piece = Piece(
      line: first, columns: 0..<0, message: label.message,
      role: isPrimary ? .mark(severity) : .secondary, mark: isPrimary ? "^" : "-")
    let shown = display(first)
    let from = shown.column(of: lower)
    guard last > first else {
      piece.columns = from..<max(from + 1, shown.column(of: upper))
      pieces.append(piece)
      return
    }
    piece.columns = from..<max(from + 1, shown.width)
    piece.message = ""
    pieces.append(piece)
    let end = display(last)
    piece.line = last
    piece.message = label.message
    let begin = min(end.indentation, end.column(of: upper))
    piece.columns = begin..<max(begin + 1, end.column(of: upper))
    pieces.append(piece)
  }

  /// The number of the last line shown, from 1.
  var lastLine: Int { (pieces.map(\.line).max() ?? 0) + 1 }

  /// The lines of the frame.
  ///
  /// - Parameter gutter: the columns that line numbers fill.
  /// - Returns: source lines, each with its marks beneath.
  func lines(gutter: Int) -> [StyledText] {
    var result: [StyledText] = []
    var previous: Int?
    for line in Set(pieces.map(\.line)).sorted() {
      if let previous, line == previous + 2 {
        result += sourceLine(previous + 1, [], gutter)
      } else if let previous, line > previous + 1 {
        result.append(StyledText("...", .frame))
      }
      result += sourceLine(line, pieces.filter { $0.line == line }, gutter)
      previous = line
    }
    return result
  }

  private func sourceLine(_ line: Int, _ marked: [Piece], _ gutter: Int) -> [StyledText] {
    let display = display(line)
    let leftmost = marked.map(\.columns.lowerBound).min() ?? 0
    let widest = widest(gutter)
    let isLong = display.width > widest
    let start = isLong ? max(0, leftmost - widest / 3) : 0
    let shown = start..<(isLong ? start + widest : display.width)
    let number = String(line + 1)
    var text = StyledText(
      String(repeating: " ", count: gutter - number.count) + number + " | ", .frame)
    let before = start > 0 ? "…" : ""
    let after = shown.upperBound < display.width ? "…" : ""
    text.append(before + display.text(in: shown) + after, .plain)
    let shift = before.count - start
    let moved = marked.map { piece in
      var piece = piece
      let upper = min(piece.columns.upperBound, max(shown.upperBound, piece.columns.lowerBound + 1))
      piece.columns = (piece.columns.lowerBound + shift)..<(upper + shift)
      return piece
    }
    let margin = StyledText(String(repeating: " ", count: gutter) + " | ", .frame)
    return [text]
      + marks(moved).map { row in
        var line = margin
        line.append(row)
        return line
      }
  }

  /// The rows beneath a line: the marks with the last message, and the other messages one by one.
  private func marks(_ pieces: [Piece]) -> [StyledText] {
    guard !pieces.isEmpty else { return [] }
    let sorted = pieces.sorted { left, right in
      (left.columns.lowerBound, left.mark) < (right.columns.lowerBound, right.mark)
    }
    var row = Row()
    for piece in sorted where piece.mark == "-" { row.fill(piece.columns, piece.mark, piece.role) }
    for piece in sorted where piece.mark == "^" { row.fill(piece.columns, piece.mark, piece.role) }
    var rest = sorted.filter { !$0.message.isEmpty }
    let furthest = sorted.map(\.columns.upperBound).max() ?? 0
    if let last = rest.last, last.columns.upperBound == furthest {
      row.write(" " + last.message, at: furthest, last.role)
      rest.removeLast()
    }
    var rows = [row.text]
    if !rest.isEmpty { rows.append(connectors(rest).text) }
    while let last = rest.popLast() {
      var row = connectors(rest)
      row.write(last.message, at: last.columns.lowerBound, last.role)
      rows.append(row.text)
    }
    return rows
  }

  private func connectors(_ pieces: [Piece]) -> Row {
    var row = Row()
    for piece in pieces {
      row.fill(piece.columns.lowerBound..<piece.columns.lowerBound + 1, "|", piece.role)
    }
    return row
  }
}

/// A row of characters, each with its role.
private struct Row {
  private var cells: [(character: Character, role: StyledText.Role)] = []

  mutating func fill(_ columns: Range<Int>, _ character: Character, _ role: StyledText.Role) {
    while cells.count < columns.upperBound { cells.append((" ", .plain)) }
    for column in columns { cells[column] = (character, role) }
  }

  mutating func write(_ text: String, at column: Int, _ role: StyledText.Role) {
    while cells.count > column { cells.removeLast() }
    while cells.count < column { cells.append((" ", .plain)) }
    for character in text { cells.append((character, role)) }
  }

  var text: StyledText {
    var result = StyledText()
    for cell in cells { result.append(String(cell.character), cell.role) }
    return result
  }
}
