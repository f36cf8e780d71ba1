import Outreach

/// How the rows of one table are read into the columns of a batch: decided once, by header and mapping.
struct TablePlan {
  let table: ContactTable
  private let batch: ContactBatch
  private let plans: RecordPlans
  private let options: FactDecoder.Options

  private(set) var cells: [CellPlan] = []
  private(set) var sources: [CellSource] = []
  /// The cells that are no part of a list.
  private(set) var leaves: [CellPlan] = []
  private(set) var groups: [CellGroup] = []
  private(set) var lists: [CellList] = []
  private(set) var rows: [CellRow] = []
  private(set) var openRows: [OpenRow] = []
  private(set) var rest: [RestColumn] = []
  private(set) var columns: [Int] = []
  private(set) var separators: [UInt8] = []
  private(set) var spellingCount = 0
  /// The columns of which some cell speaks.
  private var spoken: Set<Int> = []
  private var isPossible = true

  /// Makes the plan of a table.
  ///
  /// - Returns: nil for a table that only the exact reader reads.
  init?(_ table: ContactTable, _ batch: ContactBatch, _ plans: RecordPlans) {
    self.table = table
    self.batch = batch
    self.plans = plans
    options = table.options
    guard case .record(let members) = table.mapping.shape,
      Self.isRead("phone", .contact, options), !members.contains(where: { $0.key == "phone" }),
      !(table.mapping.country != nil && table.mapping.hasConstantCountry)
    else { return nil }
    spoken.insert(BatchLayout.phone)
    _ = addGroup(members, .contact, route: [], parent: 0, plans.contact)
    guard isPossible else { return nil }
  }

  private static func isRead(
    _ key: String, _ kind: RecordKind, _ options: FactDecoder.Options
  ) -> Bool {
    guard let index = kind.fields.firstIndex(where: { $0.keys.contains(key) }) else { return true }
    return options.reads?.contains(index, of: kind) ?? true
  }

  // MARK: records

  private mutating func addGroup(
    _ members: [(key: String, shape: BoundMapping.Shape)], _ kind: RecordKind,
    route: [BatchLayout.RouteStep], parent: Int, _ plan: UnsafeMutablePointer<RecordPlan>?
  ) -> Int {
    let number = groups.count
    groups.append(
      CellGroup(parent: parent, firstRest: 0, endRest: 0, firstColumn: 0, endColumn: 0))
    var seen: Set<Int> = []
    for (key, shape) in members {
      guard let index = kind.fields.firstIndex(where: { $0.keys.contains(key) }) else {
        addStranger(shape, number)
        continue
      }
      guard seen.insert(index).inserted else {
        isPossible = false
        return number
      }
      add(key, shape, index, kind, route + [.field(index)], number, plan)
    }
    finish(number, kind, route)
    return number
  }

  /// Notes what a group holds beside what its cells say.
  private mutating func finish(
    _ number: Int, _ kind: RecordKind, _ route: [BatchLayout.RouteStep]
  ) {
    let within = batch.columns.indices.filter { column in
      let spec = batch.columns[column].spec
      return spec.list == 0 && spec.route.starts(with: route) && spec.route.count > route.count
    }
    groups[number].firstColumn = columns.count
    columns += within
    groups[number].endColumn = columns.count
    groups[number].firstRest = rest.count
    let absent = FactDecoder.absent(kind, options)
    for column in within where !spoken.contains(column) {
      var value = CellValue()
      if batch.columns[column].spec.route.count == route.count + 1,
        case .field(let index)? = batch.columns[column].spec.route.last
      {
        value = self.value(absent.fields[index].value, column)
      }
      rest.append(RestColumn(column: column, value: value))
    }
    groups[number].endRest = rest.count
    spoken.formUnion(within)
  }

  private mutating func addStranger(_ shape: BoundMapping.Shape, _ group: Int) {
    guard case .column(let column) = shape, column.column.split == nil else {
      isPossible = false
      return
    }
    var cell = CellPlan(action: .stranger, cell: column.index ?? -1, column: -1)
    cell.group = group
    if column.column.blank != .unknown { isPossible = false }
    leaves.append(cell)
  }

  private mutating func add(
    _ key: String, _ shape: BoundMapping.Shape, _ index: Int, _ kind: RecordKind,
    _ route: [BatchLayout.RouteStep], _ group: Int, _ plan: UnsafeMutablePointer<RecordPlan>?
  ) {
    let field = kind.fields[index]
    let isRead = options.reads?.contains(index, of: kind) ?? true
    switch (shape, field.type) {
    case (.column(let column), .list(.record(let inner))) where isRead:
      addPacked(column, [], inner, index, route, group, plan)
    case (.incomplete(let column, let open), .list(.record(let inner))) where isRead:
      addPacked(column, open, inner, index, route, group, plan)
    case (.column(let column), .record), (.column(let column), .table):
      guard isRead, let plan, column.column.split == nil else { return isPossible = false }
      addJSON(column, -1, index, route, group, plan)
    case (.column(let column), _):
      let place = isRead ? self.column(list: 0, route) : -1
      if place >= 0 { spoken.insert(place) }
      let source = CellSource(column, (kind, key), isRead: isRead)
      var cell = self.cell(
        source, place, column.index ?? -1, absent: absent(index, of: kind, place))
      cell.group = group
      leaves.append(cell)
    case (.record(let members), .record(let inner)):
      let inside = plan.flatMap { $0.pointee.fields[index].inner }
      if !isRead { return isPossible = false }
      _ = addGroup(members, inner, route: route, parent: group, inside)
    case (.record(let members), .table(let inner)):
      if !isRead { return isPossible = false }
      addEntries(members, inner, route, group)
    case (.record(let members), .own): addOwn(members, kind, key, isRead, group)
    case (.rows(let rows, let open), .list(.record(let inner))) where isRead:
      addRows(rows, open, inner, route, group)
    case (.constant(let tree), _): addConstant(tree, key, index, kind, isRead, route, group)
    default: isPossible = false
    }
  }

  private mutating func addEntries(
    _ members: [(key: String, shape: BoundMapping.Shape)], _ kind: RecordKind,
    _ route: [BatchLayout.RouteStep], _ parent: Int
  ) {
    let number = groups.count
    groups.append(
      CellGroup(parent: parent, firstRest: 0, endRest: 0, firstColumn: 0, endColumn: 0))
    for (name, shape) in members {
      guard case .record(let fields) = shape else { return isPossible = false }
      _ = addGroup(fields, kind, route: route + [.entry(name)], parent: number, nil)
    }
    // Of entries that the table cannot have nothing is known.
    finish(number, kind, route)
  }

  private mutating func addOwn(
    _ members: [(key: String, shape: BoundMapping.Shape)], _ kind: RecordKind, _ key: String,
    _ isRead: Bool, _ group: Int
  ) {
    for (name, shape) in members {
      switch shape {
      case .column(let column):
        var source = CellSource(column, (kind, name), isRead: isRead)
        source.isOwn = true
        var cell = self.cell(source, -1, column.index ?? -1, absent: CellValue())
        cell.group = group
        leaves.append(cell)
      case .constant(let tree):
        var decoder = FactDecoder(file: -1, options: options)
        let member = FactTree.Member(key: name, keyPlace: tree.place, value: tree)
        let whole = FactTree(.object([member]), tree.place)
        if isRead, decoder.field(whole, key: key, of: kind) == nil { isPossible = false }
      default: isPossible = false
      }
    }
  }

  private mutating func addConstant(
    _ tree: FactTree, _ key: String, _ index: Int, _ kind: RecordKind, _ isRead: Bool,
    _ route: [BatchLayout.RouteStep], _ group: Int
  ) {
    var decoder = FactDecoder(file: -1, options: options)
    guard isRead, let value = decoder.field(tree, key: key, of: kind) else {
      if isRead { isPossible = false }
      return
    }
    switch (value, kind.fields[index].type) {
    case (.none, .list(.record)), (.list([]), .list(.record)):
      var list = CellList(action: .constant, list: self.list(route), group: group)
      list.isOptOuts = kind == .contact && kind.fields[index].name == "opt_outs"
      lists.append(list)
    case (_, .list(.record)), (_, .record), (_, .table), (_, .phone): isPossible = false
    default:
      let column = self.column(list: 0, route)
      if column >= 0 { spoken.insert(column) }
      var cell = CellPlan(action: .value, cell: -1, column: column)
      cell.group = group
      // A cell that the table has not says what a blank one says.
      cell.blank = self.value(value, column)
      cell.blank.kind = .value
      leaves.append(cell)
    }
  }

  // MARK: lists

  private mutating func addPacked(
    _ column: BoundColumn, _ open: [[FactTree.Member]], _ kind: RecordKind, _ index: Int,
    _ route: [BatchLayout.RouteStep], _ group: Int, _ plan: UnsafeMutablePointer<RecordPlan>?
  ) {
    guard let split = column.column.split else {
      guard let plan, open.isEmpty else { return isPossible = false }
      return addJSON(column, self.list(route), index, route, group, plan)
    }
    guard let fields = split.fields, let row = separator(split.separator),
      let inner = separator(fields.separator)
    else { return isPossible = false }
    var list = CellList(action: .packed, list: self.list(route), group: group)
    list.isOptOuts = isOptOuts(route)
    list.cell = column.index ?? -1
    list.blankIsEmpty = column.column.blank != .unknown
    list.rowSeparator = row
    list.fieldSeparator = inner
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

  private mutating func addRows(
    _ given: [BoundMapping.Rows], _ open: [[FactTree.Member]], _ kind: RecordKind,
    _ route: [BatchLayout.RouteStep], _ group: Int
  ) {
    var list = CellList(action: .rows, list: self.list(route), group: group)
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
  private mutating func addFixed(
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
  private mutating func openRow(
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

  private mutating func addOpen(
    _ open: [[FactTree.Member]], _ kind: RecordKind, _ list: inout CellList
  ) {
    let made = open.map { openRow($0, kind, list.list) }
    list.firstOpen = openRows.count
    openRows += made
    list.endOpen = openRows.count
    list.goesOnWithAny = made.contains(where: \.isAny)
  }

  private mutating func addJSON(
    _ column: BoundColumn, _ list: Int, _ index: Int, _ route: [BatchLayout.RouteStep],
    _ group: Int, _ plan: UnsafeMutablePointer<RecordPlan>
  ) {
    var made = CellList(action: .json, list: list, group: group)
    made.isOptOuts = isOptOuts(route)
    made.cell = column.index ?? -1
    made.words = WordStarts(column.column.words.keys.map { $0 })
    // What a blank cell means where it means something is left to the exact reader.
    made.blankIsEmpty = column.column.blank != .unknown
    made.plan = plan
    made.field = plan.pointee.fields + index
    let within = batch.columns.indices.filter {
      batch.columns[$0].spec.list == 0 && batch.columns[$0].spec.route.starts(with: route)
    }
    made.firstRest = rest.count
    rest += within.map { RestColumn(column: $0, value: CellValue()) }
    made.endRest = rest.count
    spoken.formUnion(within)
    lists.append(made)
  }

  private func isOptOuts(_ route: [BatchLayout.RouteStep]) -> Bool {
    RecordKind.contact.index(of: "opt_outs").map { route == [.field($0)] } ?? false
  }

  /// A field of a row of a list.
  private mutating func part(
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
  private mutating func addRest(
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

  private mutating func separator(_ text: String) -> CellList.Separator? {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 9 }) else {
      return nil
    }
    separators += bytes
    return CellList.Separator(first: separators.count - bytes.count, count: bytes.count)
  }

  // MARK: cells

  private mutating func cell(
    _ source: CellSource, _ column: Int, _ place: Int, absent: CellValue
  ) -> CellPlan {
    let type = source.partType ?? source.column.type
    let action: CellPlan.Action =
      switch type {
      case .moment: .moment
      case .phone: .phone
      case .text
      where column < 0 && source.field != nil && source.column.column.split == nil
        && !source.isOwn:
        .text
      default: .value
      }
    var cell = CellPlan(action: action, cell: place, column: column)
    cell.absent = absent
    cell.source = sources.count
    cell.isRegion = source.column.isRegion && source.partType == nil
    sources.append(source)
    cell.spellings = spellingCount
    spellingCount += 1
    cell.words = source.words
    let nothing: FactTree.Content = source.column.column.split == nil ? .null : .array([])
    var decoder = FactDecoder(file: -1, options: options)
    if source.isRead, let field = source.field, !source.isOwn,
      let value = decoder.field(FactTree(nothing, .startOfFile), key: field.key, of: field.kind)
    {
      cell.none = self.value(value, column)
    }
    cell.blank = cell.none
    cell.blank.kind =
      switch source.partType == nil ? source.column.column.blank : .unknown {
      case .unknown: .unknown
      case .noRow: .noRow
      case .none: .none
      }
    return cell
  }

  private func list(_ route: [BatchLayout.RouteStep]) -> Int {
    batch.layout.lists.firstIndex { $0.route == route } ?? -1
  }

  private func column(list: Int, _ route: [BatchLayout.RouteStep]) -> Int {
    batch.columns.indices.first {
      batch.columns[$0].spec.list == list && batch.columns[$0].spec.route == route
    } ?? -1
  }

  private func absent(_ index: Int, of kind: RecordKind, _ column: Int) -> CellValue {
    guard column >= 0 else { return CellValue() }
    var value = self.value(FactDecoder.absent(kind, options).fields[index].value, column)
    if kind.fields[index].absent == .noneIfOptOutsSupplied {
      value.state = ContactColumns.absentWithdrawal
    }
    return value
  }

  /// A value as a column holds it.
  private func value(_ value: FactValue, _ column: Int) -> CellValue {
    CellValue(value, column < 0 ? nil : batch.columns[column])
  }
}

extension CellValue {
  /// A value as a column holds it; phones are looked up by who knows the country.
  init(_ value: FactValue, _ column: BatchColumn?) {
    kind = .value
    guard let column else { return }
    switch (column.spec.encoding, value) {
    case (.dictionary, _): number = column.dictionary.number(of: value)
    case (_, .none):
      state = MomentState.none
      key = PhoneKeys.none
    case (.moment, .instant(let instant)):
      state = MomentState.some
      point = instant.milliseconds
    case (.moment, .date(let date)):
      state = MomentState.day
      point = Int64(date.dayNumber)
    default: break
    }
  }
}

extension BoundMapping {
  /// Whether the mapping says the country of every row.
  var hasConstantCountry: Bool {
    guard case .object(let members)? = mapping.constants?.content else { return false }
    return members.contains { $0.key == "country" }
  }
}
