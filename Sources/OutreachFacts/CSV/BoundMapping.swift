import Outreach

/// A column of a mapping with its place in a table.
struct BoundColumn {
  let column: ContactMapping.Column

  /// What kind of value a cell holds; of the organisation's own fields as it declares them.
  let type: FactType

  /// The cell of each row; nil if the table has no such column.
  let index: Int?

  /// What the table calls it, or would.
  let name: String

  /// Whether the cells name a part of the row's country.
  var isRegion: Bool { column.target.path == ["region"] }

  /// The type of the values into which a cell is cut.
  var elementType: FactType {
    switch type {
    case .list(let element): element
    default: type
    }
  }
}

/// A mapping laid upon the header of one table.
struct BoundMapping {
  let mapping: ContactMapping

  /// The columns that give the number; a row gives one record for each that is not blank.
  private(set) var phones: [BoundColumn] = []

  /// The column that gives the record's id, and the one that gives the country.
  private(set) var id: BoundColumn?
  private(set) var country: BoundColumn?

  /// Everything else, in the shape of a contact.
  private(set) var shape = Shape.record([])

  /// The columns that the mapping names and the table lacks.
  private(set) var missing: [String] = []

  /// The columns that the table has and the mapping does not name.
  let unread: [String]

  /// The facts of a contact: where each comes from.
  indirect enum Shape {
    case record([(key: String, shape: Shape)])
    case column(BoundColumn)
    /// The rows of a list, and the fields of rows with which it may go on.
    case rows([Rows], open: [[FactTree.Member]])
    case constant(FactTree)
    /// A list whose rows stand packed in one cell, and may be more than those.
    case incomplete(BoundColumn, open: [[FactTree.Member]])
  }

  /// A row of a list with the columns that tell of it.
  struct Rows {
    var fields: [FactTree.Member]
    /// The column that says whether there is such a row.
    var presence: BoundColumn?
    var columns: [(key: String, column: BoundColumn)] = []
  }

  /// Lays a mapping upon a header.
  ///
  /// - Parameters:
  ///   - mapping: the mapping.
  ///   - header: the header.
  ///   - options: the fields of a contact that somebody reads, nil for all, and the organisation's own; columns of
  ///     others are left out.
  /// - Throws: `FactProblem` if a column that the mapping names stands in the table twice.
  init(
    _ mapping: ContactMapping, _ header: TableHeader, _ options: FactDecoder.Options
  ) throws(FactProblem) {
    self.mapping = mapping
    let reads = options.reads
    var read = Set<Int>()
    var bound: [BoundColumn] = []
    for column in mapping.columns {
      let index = header.index(of: column.spellings)
      let name = index.map { header.names[$0] } ?? column.spellings.first ?? ""
      if let index {
        read.insert(index)
        if let twin = header.twin(of: index) {
          throw FactProblem(
            .header,
            "there are two columns `\(FactTree.shortened(name))`, and it is not certain which is meant; rename one",
            at: header.place(of: twin),
            related: FactProblem.Related(header.place(of: index), "the first one"))
        }
      } else if !missing.contains(name) {
        missing.append(name)
      }
      let path = column.target.path
      let own =
        path.count == 2 && path[0] == "custom"
        ? options.ownFields.field(path[1], of: .contact) : nil
      bound.append(
        BoundColumn(
          column: column, type: own?.type.factType ?? column.type, index: index, name: name))
    }
    unread = header.names.indices.filter { !read.contains($0) }.map { header.names[$0] }
    for column in bound { add(column, reads) }
    if let constants = mapping.constants { add(constants, at: [], reads) }
    for list in mapping.incomplete where isRead(list.path, reads) {
      shape.insert(at: list.path[...]) { existing in
        switch existing {
        case .rows(let rows, let open)?: .rows(rows, open: open + [list.fields])
        case .incomplete(let column, let open)?: .incomplete(column, open: open + [list.fields])
        case .column(let column)?: .incomplete(column, open: [list.fields])
        case let other?: other
        case nil: .rows([], open: [list.fields])
        }
      }
    }
  }

  private mutating func add(_ column: BoundColumn, _ reads: FactSet?) {
    let target = column.column.target
    switch target.path {
    case ["phone"]:
      if column.index != nil { phones.append(column) }
      return
    case ["id"]: id = column
    case ["country"]: country = column
    default: guard isRead(target.path, reads) else { return }
    }
    guard let row = target.row else {
      shape.insert(at: target.path[...]) { _ in .column(column) }
      return
    }
    shape.insert(at: target.path[...]) { existing in
      var rows: [Rows] = []
      if case .rows(let found, _)? = existing { rows = found }
      var place = rows.firstIndex { known in
        ContactMapping.Row(fields: known.fields, field: nil).isSameRow(as: row)
      }
      if place == nil {
        rows.append(Rows(fields: row.fields))
        place = rows.count - 1
      }
      guard let place else { return .rows(rows, open: []) }
      if let field = row.field {
        rows[place].columns.append((field, column))
      } else {
        rows[place].presence = column
      }
      return .rows(rows, open: [])
    }
  }

  private mutating func add(_ tree: FactTree, at path: [String], _ reads: FactSet?) {
    guard case .object(let members) = tree.content, path.count < 2 || !isWhole(path) else {
      if path.first == "country" || isRead(path, reads) {
        shape.insert(at: path[...]) { _ in .constant(tree) }
      }
      return
    }
    for member in members { add(member.value, at: path + [member.key], reads) }
  }

  /// Whether a constant at the path is not put together with columns below it.
  private func isWhole(_ path: [String]) -> Bool { path.first == "custom" && path.count > 1 }

  private func isRead(_ path: [String], _ reads: FactSet?) -> Bool {
    guard let reads, let key = path.first, let index = RecordKind.contact.index(of: key) else {
      return true
    }
    return reads.contains(index, of: .contact)
  }
}

extension BoundMapping.Shape {
  /// Puts something at a path, making records on the way.
  mutating func insert(
    at path: ArraySlice<String>, _ make: (BoundMapping.Shape?) -> BoundMapping.Shape
  ) {
    guard let key = path.first else {
      self = make(self)
      return
    }
    guard case .record(var members) = self else { return }
    let rest = path.dropFirst()
    if let index = members.firstIndex(where: { $0.key == key }) {
      if rest.isEmpty {
        members[index].shape = make(members[index].shape)
      } else {
        members[index].shape.insert(at: rest, make)
      }
    } else if rest.isEmpty {
      members.append((key, make(nil)))
    } else {
      var inner = BoundMapping.Shape.record([])
      inner.insert(at: rest, make)
      members.append((key, inner))
    }
    self = .record(members)
  }
}
