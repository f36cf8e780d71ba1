import Outreach

/// How cells give the rows of lists.
extension TablePlan {
  mutating func addPacked(
    _ column: BoundColumn, _ open: [[FactTree.Member]], _ kind: RecordKind, _ index: Int,
    _ route: [BatchLayout.RouteStep], _ plan: UnsafeMutablePointer<RecordPlan>?
  ) {
    guard let split = column.column.split else {
      guard let plan, open.isEmpty else {
        isPossible = false
        return
      }
      return addJSON(column, self.list(route), index, route, plan)
    }
    guard let fields = split.fields, let row = separator(split.separator),
      let inner = separator(fields.separator)
    else {
      isPossible = false
      return
    }
    var list = CellList(action: .packed, list: self.list(route))
    list.isOptOuts = isOptOuts(route)
    list.cell = column.index ?? -1
    list.blankIsEmpty = column.column.blank != .unknown
    list.rowSeparator = row
    list.fieldSeparator = inner
    (list.rowMark, list.fieldMark) = (separators[row.first], separators[inner.first])
    list.hasPlainSeparators =
      row.count == 1 && inner.count == 1 && list.rowMark > 0x20 && list.fieldMark > 0x20
    list.words = WordStarts(column.column.words.keys.map { $0 })
    var keys: Set<Int> = []
    list.firstCell = cells.count
    for field in fields.fields {
      guard let made = part(field.key, column, field.type, kind, list.list, &keys) else { return }
      cells.append(made)
    }
    list.endCell = cells.count
    (list.firstRest, list.endRest) = addRest(kind, list.list, keys)
    addOpen(open, kind, &list)
    lists.append(list)
  }

  mutating func addRows(
    _ given: [BoundMapping.Rows], _ open: [[FactTree.Member]], _ kind: RecordKind,
    _ route: [BatchLayout.RouteStep]
  ) {
    var list = CellList(action: .rows, list: self.list(route))
    list.isOptOuts = isOptOuts(route)
    var made: [CellRow] = []
    for row in given {
      var keys: Set<Int> = []
      let first = cells.count
      for (key, column) in row.columns {
        guard var cell = part(key, column, nil, kind, list.list, &keys) else { return }
        cell.cell = column.index ?? -1
        cells.append(cell)
      }
      let end = cells.count
      var presence = -1
      if let column = row.presence {
        presence = cells.count
        cells.append(
          cell(CellSource(column, nil, isRead: true), -1, column.index ?? -1, absent: CellValue()))
      }
      let firstRest = rest.count
      let fixed = addFixed(row.fields, kind, list.list)
      if !keys.isDisjoint(with: fixed) { isPossible = false }
      keys.formUnion(fixed)
      let endRest = addRest(kind, list.list, keys).end
      made.append(
        CellRow(
          presence: presence, firstCell: first, endCell: end, firstRest: firstRest,
          endRest: endRest, open: openRow(row.fields, kind, list.list)))
    }
    list.firstRow = rows.count
    rows += made
    list.endRow = rows.count
    addOpen(open, kind, &list)
    lists.append(list)
  }

  /// Adds what is the same in all rows of a kind; returns the fields that this is.
  mutating func addFixed(
    _ fields: [FactTree.Member], _ kind: RecordKind, _ list: Int
  ) -> Set<Int> {
    var keys: Set<Int> = []
    for member in fields {
      var decoder = FactDecoder(file: -1, options: options)
      guard let index = kind.fields.firstIndex(where: { $0.keys.contains(member.key) }),
        keys.insert(index).inserted,
        let value = decoder.field(member.value, key: member.key, of: kind)
      else {
        isPossible = false
        return keys
      }
      if case .phone = value { isPossible = false }
      let column = self.column(list: list, [.field(index)])
      guard list >= 0, column >= 0, options.reads?.contains(index, of: kind) ?? true else {
        continue
      }
      rest.append(RestColumn(column: column, value: self.value(value, column)))
    }
    return keys
  }

  /// A row with which a list may go on: of what is not the same in all such rows nothing is known.
  mutating func openRow(
    _ fields: [FactTree.Member], _ kind: RecordKind, _ list: Int
  ) -> OpenRow {
    let first = rest.count
    if list >= 0 {
      rest += batch.columns.indices.filter { batch.columns[$0].spec.list == list }
        .map { RestColumn(column: $0, value: CellValue()) }
    }
    _ = addFixed(fields, kind, list)
    return OpenRow(firstRest: first, endRest: rest.count, isAny: fields.isEmpty)
  }

  mutating func addOpen(
    _ open: [[FactTree.Member]], _ kind: RecordKind, _ list: inout CellList
  ) {
    let made = open.map { openRow($0, kind, list.list) }
    list.firstOpen = openRows.count
    openRows += made
    list.endOpen = openRows.count
    list.goesOnWithAny = made.contains(where: \.isAny)
  }

  mutating func addJSON(
    _ column: BoundColumn, _ list: Int, _ index: Int, _ route: [BatchLayout.RouteStep],
    _ plan: UnsafeMutablePointer<RecordPlan>
  ) {
    var made = CellList(action: .json, list: list)
    made.isOptOuts = isOptOuts(route)
    made.cell = column.index ?? -1
    made.words = WordStarts(column.column.words.keys.map { $0 })
    // What a blank cell means where it means something is left to the exact reader.
    made.blankIsEmpty = column.column.blank != .unknown
    made.plan = plan
    made.field = plan.pointee.fields + index
    lists.append(made)
  }

  func isOptOuts(_ route: [BatchLayout.RouteStep]) -> Bool {
    RecordKind.contact.index(of: "opt_outs").map { route == [.field($0)] } ?? false
  }

  /// A field of a row of a list.
  mutating func part(
    _ key: String, _ column: BoundColumn, _ type: FactType?, _ kind: RecordKind, _ list: Int,
    _ keys: inout Set<Int>
  ) -> CellPlan? {
    guard let index = kind.fields.firstIndex(where: { $0.keys.contains(key) }),
      keys.insert(index).inserted
    else {
      isPossible = false
      return nil
    }
    let isRead = options.reads?.contains(index, of: kind) ?? true
    let place = isRead && list >= 0 ? self.column(list: list, [.field(index)]) : -1
    let source = CellSource(column, (kind, key), partType: type, isRead: isRead)
    return cell(source, place, -1, absent: absent(index, of: kind, place))
  }

  /// Adds what a list's rows hold in the columns of which no cell speaks.
  mutating func addRest(
    _ kind: RecordKind, _ list: Int, _ keys: Set<Int>
  ) -> (first: Int, end: Int) {
    let first = rest.count
    guard list >= 0 else { return (first, first) }
    for column in batch.columns.indices where batch.columns[column].spec.list == list {
      let spec = batch.columns[column].spec
      var value = CellValue()
      if spec.route.count == 1, case .field(let index) = spec.route[0] {
        if keys.contains(index) { continue }
        value = absent(index, of: kind, column)
      }
      rest.append(RestColumn(column: column, value: value))
    }
    return (first, rest.count)
  }

  mutating func separator(_ text: String) -> CellList.Separator? {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 9 }) else {
      return nil
    }
    separators += bytes
    return CellList.Separator(first: separators.count - bytes.count, count: bytes.count)
  }
}
