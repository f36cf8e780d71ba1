/// A list of what the program knows or has loaded: one row a thing, the same columns in every form.
public struct Listing: Sendable {
  let kind: String
  let keys: [String]
  let rows: [[Cell]]
  let release: String?

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - kind: what is listed, in the plural; the JSON key under which the rows stand.
  ///   - keys: the names of the columns.
  ///   - rows: one cell a column.
  ///   - release: the release of the tables that the rows come from, if they come from tables.
  public init(kind: String, keys: [String], rows: [[Cell]], release: String? = nil) {
    self.kind = kind
    self.keys = keys
    self.rows = rows
    self.release = release
  }

  /// What stands in a row under a key.
  public enum Cell: Hashable, Sendable {
    case text(String?)
    case number(Int)
    case texts([String])
    case truth(Bool)

    /// The cell in a table; nil where there is nothing to say.
    var words: String? {
      switch self {
      case .text(let text): text
      case .number(let number): grouped(number)
      case .texts(let texts): texts.isEmpty ? nil : texts.joined(separator: ", ")
      case .truth(let truth): truth ? "yes" : "no"
      }
    }

    /// The cell for a program that reads CSV: numbers without commas, empty where there is nothing to say.
    fileprivate var field: String {
      if case .number(let number) = self { return "\(number)" }
      return words ?? ""
    }
  }

  /// The list for people: a table, or where no line has room for one, a paragraph a row.
  public func text(_ style: PageStyle) -> [UInt8] {
    var page = Page(style)
    let header = keys.map { Page.Cell(Phrasebook.plain($0), .faint) }
    let cells = rows.map { row in
      row.map { cell in
        if case .number(let number) = cell { return Page.Cell(number) }
        return Page.Cell(cell.words ?? "–")
      }
    }
    if page.hasRoom(for: [header] + cells) {
      page.table([header] + cells, indent: 0)
    } else {
      for row in rows { paragraph(row, &page) }
    }
    page.line()
    page.line(
      counted(rows.count, Listing.one(kind), kind) + (release.map { ", \($0)" } ?? ""))
    return page.bytes
  }

  /// The first cell, behind it the second, and below them what else there is to say: what is long on a line of
  /// its own.
  private func paragraph(_ row: [Cell], _ page: inout Page) {
    let words = row.map(\.words)
    let name = (words.first ?? nil) ?? "–"
    if let second = words.dropFirst().first ?? nil {
      page.paragraph(second, hanging: 4, mark: ("\(name):", .strong))
    } else {
      page.line(page.paint(name, .strong))
    }
    var line = ""
    for (key, cell) in zip(keys, row).dropFirst(2) where cell != .truth(false) {
      guard let words = cell.words else { continue }
      let name = Phrasebook.plain(key)
      let part = cell == .truth(true) ? name : "\(name) \(words)"
      if !line.isEmpty, part.count > 40 || line.count > 40 {
        page.paragraph(line, indent: 4, hanging: 2, .faint)
        line = ""
      }
      line += line.isEmpty ? part : "; \(part)"
    }
    page.paragraph(line, indent: 4, hanging: 2, .faint)
  }

  /// The list as one JSON document, `ringfence.list/1`.
  public func json(tool: String) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.member("format", "ringfence.list/1")
      $0.member("tool", tool)
      if let release { $0.member("release", release) }
      $0.key(kind)
      $0.array(rows) { writer, row in
        writer.object {
          for (key, cell) in zip(keys, row) {
            switch cell {
            case .text(let text): $0.member(key, text)
            case .number(let number): $0.member(key, number)
            case .texts(let texts): $0.member(key, texts)
            case .truth(let truth): $0.member(key, truth)
            }
          }
        }
      }
    }
    return writer.bytes + Array("\n".utf8)
  }

  /// The list as CSV, a line a row below the names of the columns.
  public func csv() -> [UInt8] {
    CSVTable.line(keys) + rows.flatMap { CSVTable.line($0.map(\.field)) }
  }

  /// The list as a table in Markdown.
  public func markdown() -> [UInt8] {
    var page = MarkdownPage()
    page.table(
      keys.map { Markdown.text(Phrasebook.plain($0)) },
      rows.map { $0.map { Markdown.sentence($0.words ?? "") } })
    page.paragraph(
      Markdown.text(
        counted(rows.count, Listing.one(kind), kind) + (release.map { ", \($0)" } ?? "")))
    return page.bytes
  }

  private static func one(_ kind: String) -> String {
    if kind == "phrases" { return kind }
    return kind.hasSuffix("ies") ? String(kind.dropLast(3)) + "y" : String(kind.dropLast())
  }
}
