import Outreach

/// Makes the facts of a contact out of one row of a table.
struct RowReader {
  let row: TableSplitter.Row
  let mapping: BoundMapping
  let cells: CellReader

  /// What is wrong with the cells read so far.
  private(set) var problems: [FactProblem] = []

  /// The country of the row, as a code where it can be read.
  private(set) var country: String?

  init(_ row: TableSplitter.Row, _ mapping: BoundMapping, _ cells: CellReader) {
    self.row = row
    self.mapping = mapping
    self.cells = cells
    if let column = mapping.country {
      if case .value(let tree) = read(column) { country = tree.spelling }
      // The cell is read once more with all others, which tells of its problems then.
      problems = []
    } else if case .object(let members)? = mapping.mapping.constants?.content {
      country = members.first { $0.key == "country" }?.value.spelling
    }
  }

  /// The record's id, if it has one.
  var id: String? {
    guard let column = mapping.id, let (text, _) = text(of: column) else { return nil }
    return text.isEmpty ? nil : text
  }

  /// The facts but the number.
  mutating func contact() -> [FactTree.Member] {
    guard case .record(let members) = mapping.shape else { return [] }
    return record(members)
  }

  /// The numbers of the row with what was undone in each, blank cells left out; nothing for a number of which digits
  /// are lost, which is a problem.
  mutating func phones() -> [(tree: FactTree, repair: PhoneRepair?)] {
    var found: [(tree: FactTree, repair: PhoneRepair?)] = []
    var seen = Set<String>()
    for column in mapping.phones {
      guard let (text, place) = text(of: column), !text.isEmpty else { continue }
      if let content = column.column.words[ContactMapping.folded(text)] {
        if case .string(let number)? = content {
          found.append((FactTree(.string(number), place), nil))
        }
        continue
      }
      do {
        let phone = try PhoneCell(text, country: country, numbers: cells.world?.numbers)
        let number = cells.world?.numbers.analyse(phone.text, country: country).e164
        // One number in two columns is one contact.
        guard seen.insert(number ?? phone.text).inserted else { continue }
        found.append((FactTree(.string(phone.text), place), phone.repair))
      } catch {
        problems.append(
          FactProblem(
            .damaged, "the number in `\(FactTree.shortened(column.name))` \(error.reason)",
            at: place))
      }
    }
    return found
  }

  // MARK: cells

  private func text(of column: BoundColumn) -> (text: String, place: FactPlace)? {
    guard let index = column.index, row.cells.indices.contains(index) else { return nil }
    let cell = row.cells[index]
    let text = String(decoding: row.bytes(of: cell), as: UTF8.self).trimmed
    return (text, row.place(of: cell))
  }

  private mutating func read(_ column: BoundColumn) -> CellReading {
    guard let (text, place) = text(of: column) else { return .unknown }
    do {
      return try cells.read(text, column, at: place, country: country)
    } catch {
      problems.append(error)
      return .unknown
    }
  }

  // MARK: facts

  private mutating func record(_ members: [(key: String, shape: BoundMapping.Shape)])
    -> [FactTree.Member]
  {
    var result: [FactTree.Member] = []
    for (key, shape) in members {
      guard let tree = tree(shape) else { continue }
      result.append(FactTree.Member(key: key, keyPlace: tree.place, value: tree))
    }
    return result
  }

  private mutating func tree(_ shape: BoundMapping.Shape) -> FactTree? {
    switch shape {
    case .constant(let tree): return FactTree(tree.content, row.place)
    case .record(let members):
      let found = record(members)
      return found.isEmpty ? nil : FactTree(.object(found), found[0].keyPlace)
    case .column(let column): return tree(column)
    case .incomplete(let column, let open):
      guard let tree = tree(column) else { return nil }
      guard case .array(let rows) = tree.content else { return nil }
      return FactTree(.array(rows + open.map { FactTree(.open($0), tree.place) }), tree.place)
    case .rows(let rows, let open): return list(rows, open)
    }
  }

  private mutating func tree(_ column: BoundColumn) -> FactTree? {
    switch read(column) {
    case .unknown: return nil
    case .noRow, .none:
      let place = column.index.map { row.place(of: row.cells[$0]) } ?? row.place
      return FactTree(column.column.split == nil ? .null : .array([]), place)
    case .value(let tree): return tree
    }
  }

  /// A list of the rows of which the cells say that they are there.
  ///
  /// Where the cells do not say whether there is one, the list may go on with it. A list that may go on with any row
  /// and holds none is unknown.
  private mutating func list(_ rows: [BoundMapping.Rows], _ more: [[FactTree.Member]]) -> FactTree?
  {
    var found: [FactTree] = []
    var open = more
    for row in rows {
      switch element(row) {
      case .value(let tree): found.append(tree)
      case .unknown: open.append(row.fields)
      case .noRow, .none: continue
      }
    }
    let place = found.first?.place ?? row.place
    if found.isEmpty, open.contains(where: \.isEmpty) { return nil }
    let rest = open.map { FactTree(.open($0), place) }
    return FactTree(.array(found + rest), place)
  }

  private mutating func element(_ rows: BoundMapping.Rows) -> CellReading {
    var members: [FactTree.Member] = []
    var hasValue = false
    var isUncertain = false
    for (key, column) in rows.columns {
      switch read(column) {
      case .unknown: isUncertain = true
      case .noRow: continue
      case .none:
        members.append(
          FactTree.Member(key: key, keyPlace: row.place, value: FactTree(.null, row.place)))
      case .value(let tree):
        hasValue = true
        members.append(FactTree.Member(key: key, keyPlace: tree.place, value: tree))
      }
    }
    var place = members.first { $0.value.content != .null }?.value.place
    if let presence = rows.presence {
      switch read(presence) {
      case .value(let tree):
        guard tree.content == .truth(true) else { return .noRow }
        hasValue = true
        place = tree.place
      case .unknown: return .unknown
      case .noRow, .none: return .noRow
      }
    }
    guard hasValue else { return isUncertain ? .unknown : .noRow }
    let whole = place ?? row.place
    let fixed = rows.fields.map {
      FactTree.Member(key: $0.key, keyPlace: whole, value: FactTree($0.value.content, whole))
    }
    return .value(FactTree(.object(fixed + members), whole))
  }
}
