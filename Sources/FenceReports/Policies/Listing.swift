/// A list of what is loaded: one row a thing, the same columns in a terminal and in JSON.
public struct Listing: Sendable {
  let kind: String
  let keys: [String]
  let rows: [[String?]]

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - kind: what is listed, in the plural; the JSON key under which the rows stand.
  ///   - keys: the names of the columns.
  ///   - rows: one cell a column; nil where there is nothing to say.
  public init(kind: String, keys: [String], rows: [[String?]]) {
    self.kind = kind
    self.keys = keys
    self.rows = rows
  }

  /// The list for people.
  public func text(_ style: PageStyle) -> [UInt8] {
    var page = Page(style)
    let header = keys.map { Page.Cell(Phrasebook.plain($0), .faint) }
    page.table([header] + rows.map { $0.map { Page.Cell($0 ?? "–") } }, indent: 0)
    page.line()
    page.line(counted(rows.count, Listing.one(kind), kind))
    return page.bytes
  }

  /// The list as one JSON document, `ringfence.list/1`.
  public func json(tool: String) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.member("format", "ringfence.list/1")
      $0.member("tool", tool)
      $0.key(kind)
      $0.array(rows) { writer, row in
        writer.object {
          for (key, cell) in zip(keys, row) { $0.member(key, cell) }
        }
      }
    }
    return writer.bytes + Array("\n".utf8)
  }

  /// The list as CSV (RFC 4180), under a heading; a cell without anything to say is empty.
  public func csv() -> [UInt8] {
    CSVTable.line(keys) + rows.flatMap { CSVTable.line($0.map { $0 ?? "" }) }
  }

  private static func one(_ kind: String) -> String {
    kind.hasSuffix("ies") ? String(kind.dropLast(3)) + "y" : String(kind.dropLast())
  }
}
