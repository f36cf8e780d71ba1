import Outreach

/// How the rows of one table are read into the columns of a batch: decided once, by header and mapping.
struct TablePlan {
  let table: ContactTable
  let batch: ContactBatch
  private let plans: RecordPlans
  let options: FactDecoder.Options

  var cells: [CellPlan] = []
  var sources: [CellSource] = []
  /// The cells that are no part of a list.
  var leaves: [CellPlan] = []
  var groups: [CellGroup] = []
  var lists: [CellList] = []
  var rows: [CellRow] = []
  var openRows: [OpenRow] = []
  var rest: [RestColumn] = []
  var columns: [Int] = []
  var separators: [UInt8] = []
  var spellingCount = 0
  /// The columns of which some cell speaks.
  var spoken: Set<Int> = []
  var isPossible = true

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
    columns += within.filter { column in
      leaves.contains { $0.column == column && !$0.absent.isUnknown }
    }
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
      // Of a contact nothing is known before something is written.
      if !value.isUnknown { rest.append(RestColumn(column: column, value: value)) }
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
