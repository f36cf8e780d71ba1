import Outreach

/// Reads the contacts of a table through a mapping, in memory bounded by the longest row.
struct TableContactReader {
  private var splitter: TableSplitter
  private let header: TableHeader
  private let mapping: BoundMapping
  private let cells: CellReader
  private let file: Int32
  private let options: FactDecoder.Options
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
    longest: Int, source: @escaping () throws -> [UInt8]?
  ) throws {
    splitter = try TableSplitter(
      separator: mappings.separator ?? separator, longest: longest, source: source)
    guard let first = try splitter.next() else {
      throw FactProblem(
        .header, "nothing is written here; a table begins with the names of its columns",
        at: .startOfFile)
    }
    header = try TableHeader(
      first, separator: splitter.separator, hasByteOrderMark: first.place.lower == 3)
    mapping = try BoundMapping(try mappings.mapping(of: header), header, options)
    guard !mapping.phones.isEmpty else {
      throw FactProblem(
        .header,
        "this table has no column `\(FactTree.shortened(mapping.missing.first ?? "phone"))`, from which the mapping `\(mapping.mapping.id)` takes the number",
        at: header.count > 0 ? header.place(of: 0) : .startOfFile)
    }
    cells = CellReader(world: options.world)
    self.file = file
    self.options = options
  }

  /// How rows are put together: below the header, each with the line break that ends it there.
  var framing: RecordFraming {
    let lineEnd = header.bytes.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.reversed()
    guard lineEnd.isEmpty else { return .lines(heading: header.bytes, ending: Array(lineEnd)) }
    return .lines(heading: header.bytes + [0x0A], ending: [0x0A])
  }

  /// What the table is, and how it is read.
  var description: TableDescription {
    TableDescription(
      mapping: mapping.mapping.id, separator: header.separatorInWords, missing: mapping.missing,
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
      waiting = records(of: row).reversed()
      return waiting.popLast()
    }
    return nil
  }

  private func records(of row: TableSplitter.Row) -> [ContactRecord] {
    if let problem = row.problem ?? shapeProblem(row) ?? encodingProblem(row) {
      return [bad(row, id: nil, [problem])]
    }
    var reader = RowReader(row, mapping, cells)
    let members = reader.contact()
    let phones = reader.phones()
    guard reader.problems.isEmpty else { return [bad(row, id: reader.id, reader.problems)] }
    let numbers: [(tree: FactTree?, repair: PhoneRepair?)] =
      phones.isEmpty ? [(nil, nil)] : phones.map { ($0.tree, $0.repair) }
    var records: [ContactRecord] = []
    for (index, number) in numbers.enumerated() {
      var members = members
      if let tree = number.tree {
        members.append(FactTree.Member(key: "phone", keyPlace: tree.place, value: tree))
      }
      var decoder = FactDecoder(file: file, options: options)
      let contact = decoder.decode(FactTree(.object(members), row.place), as: .contact)
      // What is wrong with one number's facts is wrong with the row.
      guard decoder.problems.isEmpty else { return [bad(row, id: reader.id, decoder.problems)] }
      records.append(
        ContactRecord(
          place: row.place, bytes: Array(row.bytes[..<row.length]), content: .contact(contact),
          unknownKeys: index == 0 ? decoder.unknownKeys : [],
          row: ContactRecord.Row(
            isLastOfRow: index == numbers.count - 1, repair: number.repair)))
    }
    return records
  }

  private func bad(
    _ row: TableSplitter.Row, id: String?, _ problems: [FactProblem]
  ) -> ContactRecord {
    let sorted = problems.sorted { $0.place.lower < $1.place.lower }
    let content: ContactRecord.Content =
      sorted.first.map {
        .bad(BadRecord(id: id, problem: $0, others: Array(sorted.dropFirst())))
      } ?? .contact(FactRecord(.contact))
    return ContactRecord(
      place: row.place, bytes: Array(row.bytes[..<row.length]), content: content, unknownKeys: [],
      row: ContactRecord.Row(isLastOfRow: true, repair: nil))
  }

  private func shapeProblem(_ row: TableSplitter.Row) -> FactProblem? {
    guard row.cells.count != header.count else { return nil }
    let cell = row.cells.indices.contains(header.count) ? row.cells[header.count] : row.cells.last
    return FactProblem(
      .ragged,
      "this row has \(row.cells.count) cells, and the header \(header.count); is a cell with a separator in it not quoted?",
      at: cell.map { row.place(of: $0) } ?? row.place)
  }

  private func encodingProblem(_ row: TableSplitter.Row) -> FactProblem? {
    guard row.bytes.contains(where: { $0 >= 0x80 }),
      String(validating: row.bytes, as: UTF8.self) == nil
    else { return nil }
    let cell = row.cells.first { String(validating: row.bytes(of: $0), as: UTF8.self) == nil }
    return FactProblem(
      .encoding,
      "this cell is not UTF-8 text; save the file as UTF-8 (`CSV UTF-8` in a spreadsheet)",
      at: cell.map { row.place(of: $0) } ?? row.place)
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
