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
  var lists: [CellList] = []
  var rows: [CellRow] = []
  var openRows: [OpenRow] = []
  var rest: [RestColumn] = []
  var separators: [UInt8] = []
  var spellingCount = 0
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
    addRecord(members, .contact, route: [], plans.contact)
    guard isPossible else { return nil }
  }

  private static func isRead(
    _ key: String, _ kind: RecordKind, _ options: FactDecoder.Options
  ) -> Bool {
    guard let index = kind.fields.firstIndex(where: { $0.keys.contains(key) }) else { return true }
    return options.reads?.contains(index, of: kind) ?? true
  }

  // MARK: records

  private mutating func addRecord(
    _ members: [(key: String, shape: BoundMapping.Shape)], _ kind: RecordKind,
    route: [BatchLayout.RouteStep], _ plan: UnsafeMutablePointer<RecordPlan>?
  ) {
    var seen: Set<Int> = []
    for (key, shape) in members {
      guard let index = kind.fields.firstIndex(where: { $0.keys.contains(key) }) else {
        addStranger(shape)
        continue
      }
      guard seen.insert(index).inserted else {
        isPossible = false
        return
      }
      add(key, shape, index, kind, route + [.field(index)], plan)
    }
    // Nothing is written of what no cell speaks of: it is unknown.
    let absent = FactDecoder.absent(kind, options)
    for column in batch.columns where column.spec.list == 0 {
      guard column.spec.route.dropLast() == route[...],
        case .field(let index)? = column.spec.route.last
      else { continue }
      if absent.fields[index].value != .unknown { isPossible = false }
    }
  }

  private mutating func addStranger(_ shape: BoundMapping.Shape) {
    guard case .column(let column) = shape, column.column.split == nil else {
      isPossible = false
      return
    }
    if column.column.blank != .unknown { isPossible = false }
    if let index = column.index {
      leaves.append(CellPlan(action: .stranger, cell: index, column: -1))
    }
  }

  private mutating func add(
    _ key: String, _ shape: BoundMapping.Shape, _ index: Int, _ kind: RecordKind,
    _ route: [BatchLayout.RouteStep], _ plan: UnsafeMutablePointer<RecordPlan>?
  ) {
    let field = kind.fields[index]
    let isRead = options.reads?.contains(index, of: kind) ?? true
    switch (shape, field.type) {
    case (.column(let column), .list(.record(let inner))) where isRead:
      addPacked(column, [], inner, index, route, plan)
    case (.incomplete(let column, let open), .list(.record(let inner))) where isRead:
      addPacked(column, open, inner, index, route, plan)
    case (.column(let column), .record), (.column(let column), .table):
      guard isRead, let plan, column.column.split == nil else {
        isPossible = false
        return
      }
      addJSON(column, -1, index, route, plan)
    case (.column(let column), _):
      guard let index = column.index else { return }
      let place = isRead ? self.column(list: 0, route) : -1
      let source = CellSource(column, (kind, key), isRead: isRead)
      leaves.append(cell(source, place, index, absent: CellValue()))
    case (.record(let members), .record(let inner)):
      let inside = plan.flatMap { $0.pointee.fields[index].inner }
      if !isRead {
        isPossible = false
        return
      }
      addRecord(members, inner, route: route, inside)
    case (.record(let members), .table(let inner)):
      if !isRead {
        isPossible = false
        return
      }
      addEntries(members, inner, route)
    case (.record(let members), .own): addOwn(members, kind, key, isRead)
    case (.rows(let rows, let open), .list(.record(let inner))) where isRead:
      addRows(rows, open, inner, route)
    case (.constant(let tree), _): addConstant(tree, key, index, kind, isRead, route)
    default: isPossible = false
    }
  }

  private mutating func addEntries(
    _ members: [(key: String, shape: BoundMapping.Shape)], _ kind: RecordKind,
    _ route: [BatchLayout.RouteStep]
  ) {
    for (name, shape) in members {
      guard case .record(let fields) = shape else {
        isPossible = false
        return
      }
      addRecord(fields, kind, route: route + [.entry(name)], nil)
    }
  }

  private mutating func addOwn(
    _ members: [(key: String, shape: BoundMapping.Shape)], _ kind: RecordKind, _ key: String,
    _ isRead: Bool
  ) {
    for (name, shape) in members {
      switch shape {
      case .column(let column):
        guard let index = column.index else { continue }
        var source = CellSource(column, (kind, name), isRead: isRead)
        source.isOwn = true
        leaves.append(cell(source, -1, index, absent: CellValue()))
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
    _ route: [BatchLayout.RouteStep]
  ) {
    var decoder = FactDecoder(file: -1, options: options)
    guard isRead, let value = decoder.field(tree, key: key, of: kind) else {
      if isRead { isPossible = false }
      return
    }
    switch (value, kind.fields[index].type) {
    case (.none, .list(.record)), (.list([]), .list(.record)):
      var list = CellList(action: .constant, list: self.list(route))
      list.isOptOuts = kind == .contact && kind.fields[index].name == "opt_outs"
      lists.append(list)
    case (_, .list(.record)), (_, .record), (_, .table), (_, .phone): isPossible = false
    default:
      let column = self.column(list: 0, route)
      var cell = CellPlan(action: .value, cell: -1, column: column)
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
    case (.dictionary, _), (.presence, _): number = column.dictionary.number(of: value)
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
