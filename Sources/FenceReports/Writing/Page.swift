/// How text reports are laid out.
public struct PageStyle: Hashable, Sendable {
  /// Whether colours may be used (ECMA-48, select graphic rendition).
  public var isColored: Bool

  /// The columns of a line.
  public var width: Int

  /// Whether the sentences of diagnostics are broken, too: on a terminal, but not in files and logs, where a
  /// diagnostic is looked for by line.
  public var breaksDiagnostics: Bool

  /// Makes a style; a page is never narrower than 40 columns.
  public init(isColored: Bool = false, width: Int = 100, breaksDiagnostics: Bool = false) {
    self.isColored = isColored
    self.width = max(40, width)
    self.breaksDiagnostics = breaksDiagnostics
  }
}

/// A text report while it is being written.
struct Page {
  private(set) var text = ""
  let style: PageStyle

  init(_ style: PageStyle) { self.style = style }

  var bytes: [UInt8] { Array(text.utf8) }

  /// Writes a line as it is.
  mutating func line(_ line: String = "") {
    text += line
    text += "\n"
  }

  /// Writes a paragraph, broken between words; lines after the first are indented by `hanging` more.
  ///
  /// A mark stands before the first word in its own colour.
  mutating func paragraph(
    _ words: String, indent: Int = 0, hanging: Int = 0, _ ink: Ink = .plain,
    mark: (text: String, ink: Ink)? = nil
  ) {
    var current = spaces(indent)
    var used = indent
    var isFresh = true
    if let mark {
      current += paint(mark.text, mark.ink)
      used += displayWidth(mark.text)
      isFresh = false
    }
    for scalars in words.unicodeScalars.split(whereSeparator: \.isBlank) {
      let word = Substring(scalars)
      let width = displayWidth(word)
      if !isFresh, used + 1 + width > style.width {
        line(current)
        current = spaces(indent + hanging)
        used = indent + hanging
        isFresh = true
      }
      if !isFresh {
        current += " "
        used += 1
      }
      current += paint(String(word), ink)
      used += width
      isFresh = false
    }
    if !isFresh { line(current) }
  }

  /// Whether a table without indent fits, its last column broken into lines of a readable length if need be.
  func hasRoom(for rows: [[Cell]]) -> Bool {
    let widths = Page.widths(of: rows)
    let others = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    return others + min(widths.last ?? 0, 30) <= style.width
  }

  private static func widths(of rows: [[Cell]]) -> [Int] {
    (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { column < $0.count ? displayWidth($0[column].text) : 0 }.max() ?? 0
    }
  }

  /// Writes rows under each other; numbers are aligned to the right, trailing blanks are left out, and the last
  /// column is broken between words where the line has no room for it.
  mutating func table(_ rows: [[Cell]], indent: Int = 2) {
    let widths = Page.widths(of: rows)
    for row in rows {
      var result = spaces(indent)
      var pending = ""
      var used = indent
      for (column, cell) in row.enumerated() {
        let blanks = spaces(widths[column] - displayWidth(cell.text))
        if column > 0 { pending += "  " }
        if cell.isRight { pending += blanks }
        let isLast = column == widths.count - 1
        if isLast, !cell.isRight, used + 2 + widths[column] > style.width, style.width - used > 24 {
          result += pending + broken(cell, at: used + (column > 0 ? 2 : 0))
          pending = ""
        } else if !cell.text.isEmpty {
          result += pending + paint(cell.text, cell.ink)
          pending = ""
        }
        if !cell.isRight { pending += blanks }
        used += widths[column] + (column > 0 ? 2 : 0)
      }
      line(result)
    }
  }

  /// A cell whose lines after the first begin at a column.
  private func broken(_ cell: Cell, at column: Int) -> String {
    var inner = Page(style)
    inner.paragraph(cell.text, indent: column, cell.ink)
    return String(Substring(inner.text.utf8.drop { $0 == 0x20 }.dropLast()))
  }

  /// The words in a colour, or as they are.
  func paint(_ words: String, _ ink: Ink) -> String {
    guard style.isColored, let code = ink.code else { return words }
    return "\u{1B}[\(code)m\(words)\u{1B}[0m"
  }

  /// A cell of a table.
  struct Cell {
    var text: String
    var isRight = false
    var ink = Ink.plain

    init(_ text: String, _ ink: Ink = .plain) {
      self.text = text
      self.ink = ink
    }

    init(_ number: Int, _ ink: Ink = .plain) {
      text = grouped(number)
      isRight = true
      self.ink = ink
    }

    init(right text: String) {
      self.text = text
      isRight = true
    }
  }
}

/// What colours stand for.
enum Ink {
  case plain, strong, faint, good, doubtful, bad

  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .good: "32"
    case .doubtful: "33"
    case .bad: "31"
    }
  }
}

/// Blanks in a row; `String(repeating:count:)` puts them together one by one.
func spaces(_ count: Int) -> String {
  String(unsafeUninitializedCapacity: count) {
    $0.initialize(repeating: 0x20)
    return count
  }
}

/// A number with commas between its thousands.
func grouped(_ number: Int) -> String {
  var digits = String(number.magnitude)
  var groups: [String] = []
  while digits.count > 3 {
    groups.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  groups.insert(digits, at: 0)
  return (number < 0 ? "-" : "") + groups.joined(separator: ",")
}

/// `1 contact`, `2 contacts`.
public func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(grouped(count)) \(count == 1 ? one : many ?? one + "s")"
}

/// The columns a text takes on a terminal: two for wide East Asian characters, none for combining marks.
func displayWidth(_ text: some StringProtocol) -> Int {
  let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
    bytes.contains { $0 >= 0x80 } ? nil : bytes.count
  }
  if let plain, let count = plain { return count }
  return text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
}

extension Unicode.Scalar {
  /// Whether words are parted here; nearly all characters are told without a look at Unicode's tables.
  fileprivate var isBlank: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}

private func width(of scalar: Unicode.Scalar) -> Int {
  if scalar.isASCII { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  // Unicode Standard Annex 11: the blocks whose characters are wide.
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
