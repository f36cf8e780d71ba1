import Outreach

/// Reads the contacts of a table through a mapping, in memory bounded by the longest row.
struct TableContactReader {
  private var splitter: TableSplitter
  private let table: ContactTable
  private let longest: Int
  /// The records of the row read last that are still to be given, the next one last.
  private var waiting: [ContactRecord] = []

  /// How many rows held nothing but blanks, which are no contacts.
  private(set) var blankRows = 0

  /// Opens a table and chooses its mapping.
  ///
  /// - Throws: `FactProblem` if it is no table, `UnmappedTable` if no mapping or several fit; whatever the source
  ///   throws.
  init(
    separator: UInt8?, mappings: TableMappings, file: Int32, options: FactDecoder.Options,
    longest: Int, source: ByteSource
  ) throws {
    splitter = try TableSplitter(
      separator: mappings.separator ?? separator, longest: longest, source: source)
    guard let first = try splitter.next() else {
      throw FactProblem(
        .header, "nothing is written here; a table begins with the names of its columns",
        at: .startOfFile)
    }
    let header = try TableHeader(
      first, separator: splitter.separator, hasByteOrderMark: first.place.lower == 3)
    let mapping = try BoundMapping(try mappings.mapping(of: header), header, options)
    guard !mapping.phones.isEmpty else {
      throw FactProblem(
        .header,
        "this table has no column `\(FactTree.shortened(mapping.missing.first ?? "phone"))`, from which the mapping `\(mapping.mapping.id)` takes the number",
        at: header.count > 0 ? header.place(of: 0) : .startOfFile)
    }
    table = ContactTable(header, mapping, file: file, options)
    self.longest = longest
  }

  /// How rows are put together: below the header, each with the line break that ends it there.
  var framing: RecordFraming {
    let header = table.header
    let lineEnd = header.bytes.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.reversed()
    guard lineEnd.isEmpty else { return .lines(heading: header.bytes, ending: Array(lineEnd)) }
    return .lines(heading: header.bytes + [0x0A], ending: [0x0A])
  }

  /// What the table is, and how it is read.
  var description: TableDescription {
    let mapping = table.mapping
    return TableDescription(
      mapping: mapping.mapping.id, separator: table.header.separatorInWords,
      missing: mapping.missing,
      unread: mapping.unread, blankRows: blankRows)
  }

  /// The next record; nil at the end of the table.
  ///
  /// - Throws: whatever the source throws.
  mutating func next() throws -> ContactRecord? {
    if let record = waiting.popLast() { return record }
    while let row = try splitter.next() {
      if row.problem == nil, row.isBlank {
        blankRows += 1
        continue
      }
      waiting = table.records(of: row).reversed()
      return waiting.popLast()
    }
    return nil
  }

  /// The next whole rows, about so many bytes of them; nil where rows come one by one: at one that is too long or cannot
  /// be cut, and at the end.
  ///
  /// - Throws: whatever the source throws.
  mutating func nextRows(_ size: Int) throws -> LineBlock? {
    guard waiting.isEmpty, let rows = try splitter.nextRows(min(size, longest)) else { return nil }
    return LineBlock(rows, of: table, longest: longest)
  }
}

/// How a table was read, for remarks beside a report.
public struct TableDescription: Hashable, Sendable {
  /// The id of the mapping.
  public var mapping: String

  /// What separates cells, in words: `commas`.
  public var separator: String

  /// The columns that the mapping names and the table lacks; what they give is unknown.
  public var missing: [String]

  /// The columns that nothing reads.
  public var unread: [String]

  /// How many rows held nothing but blanks, and were passed over.
  public var blankRows: Int
}
