import Outreach

/// How single cells are read, and what the columns hold where they say nothing.
extension TablePlan {
  mutating func cell(
    _ source: CellSource, _ column: Int, _ place: Int, absent: CellValue
  ) -> CellPlan {
    let type = source.partType ?? source.column.type
    let action: CellPlan.Action =
      switch type {
      case .moment: .moment
      case .phone: .phone
      case .text
      where (column < 0 || batch.columns[column].spec.encoding == .presence) && source.field != nil
        && source.column.column.split == nil
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
    cell.explainsInstants = source.words.contains(UInt8(ascii: "2"))
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
    cell.isUnknownWhereBlank = cell.blank.kind == .unknown
    return cell
  }

  func list(_ route: [BatchLayout.RouteStep]) -> Int {
    batch.layout.lists.firstIndex { $0.route == route } ?? -1
  }

  func column(list: Int, _ route: [BatchLayout.RouteStep]) -> Int {
    batch.columns.indices.first {
      batch.columns[$0].spec.list == list && batch.columns[$0].spec.route == route
    } ?? -1
  }

  func absent(_ index: Int, of kind: RecordKind, _ column: Int) -> CellValue {
    guard column >= 0 else { return CellValue() }
    var value = self.value(FactDecoder.absent(kind, options).fields[index].value, column)
    if kind.fields[index].absent == .noneIfOptOutsSupplied {
      value.state = ContactColumns.absentWithdrawal
    }
    return value
  }

  /// A value as a column holds it.
  func value(_ value: FactValue, _ column: Int) -> CellValue {
    CellValue(value, column < 0 ? nil : batch.columns[column])
  }
}
