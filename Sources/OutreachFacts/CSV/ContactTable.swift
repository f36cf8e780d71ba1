import Outreach

/// A table whose header was read, with what its rows mean.
public final class ContactTable: Sendable {
  let header: TableHeader
  let mapping: BoundMapping
  let cells: CellReader
  let file: Int32
  let options: FactDecoder.Options

  init(
    _ header: TableHeader, _ mapping: BoundMapping, file: Int32, _ options: FactDecoder.Options
  ) {
    self.header = header
    self.mapping = mapping
    cells = CellReader(world: options.world)
    self.file = file
    self.options = options
  }

  /// The records of a row that is not blank: one a number, or what is wrong with it.
  func records(of row: TableSplitter.Row) -> [ContactRecord] {
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
