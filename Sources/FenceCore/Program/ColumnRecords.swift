import Outreach

/// Contacts as their columns hold them: with all that rules read which columns decide, and nothing else.
///
/// Where a fact was read is not told, and of a text that is only asked for being there no more than that.
struct ColumnRecords {
  private let contact: Shape

  /// How a record is put together.
  private struct Shape {
    let kind: RecordKind
    var parts: [(field: Int, part: Part)] = []
  }

  private indirect enum Part {
    case column(Int)
    case record(Shape)
    case table([(key: String, entry: Shape)])
    case rows(list: Int, Shape)
  }

  init(_ layout: BatchLayout) {
    contact = ColumnRecords.shape(.contact, list: 0, below: [], layout)
  }

  /// The shape of a kind of record at a place within the rows of a list.
  private static func shape(
    _ kind: RecordKind, list: Int, below route: [BatchLayout.RouteStep], _ layout: BatchLayout
  ) -> Shape {
    var shape = Shape(kind: kind)
    for (index, field) in kind.fields.enumerated() {
      let route = route + [.field(index)]
      let columns = layout.columns.indices.filter {
        layout.columns[$0].list == list && layout.columns[$0].route.starts(with: route)
      }
      let lists = layout.lists.indices.dropFirst().filter {
        list == 0 && layout.lists[$0].route.starts(with: route)
      }
      guard !columns.isEmpty || !lists.isEmpty else { continue }
      if let own = columns.first(where: { layout.columns[$0].route == route }) {
        shape.parts.append((index, .column(own)))
      } else if let own = lists.first(where: { layout.lists[$0].route == route }) {
        let row = ColumnRecords.shape(layout.lists[own].kind, list: own, below: [], layout)
        shape.parts.append((index, .rows(list: own, row)))
      } else if case .record(let inner) = field.type {
        let record = ColumnRecords.shape(inner, list: list, below: route, layout)
        shape.parts.append((index, .record(record)))
      } else if case .table(let inner) = field.type {
        let keys = Set(columns.compactMap { entry(layout.columns[$0].route[route.count]) })
        let entries = keys.sorted().map { key in
          (key, ColumnRecords.shape(inner, list: list, below: route + [.entry(key)], layout))
        }
        shape.parts.append((index, .table(entries)))
      }
    }
    return shape
  }

  private static func entry(_ step: BatchLayout.RouteStep) -> String? {
    guard case .entry(let key) = step else { return nil }
    return key
  }

  /// The record of a contact of a batch.
  ///
  /// - Parameters:
  ///   - row: the contact's row.
  ///   - batch: the batch.
  ///   - zone: the clock on which its days were turned into instants.
  /// - Returns: nil where columns leave something to the exact reader.
  /// - Complexity: linear in the number of columns and of rows of the contact's lists.
  func record(of row: Int, in batch: ContactBatch, on zone: ZoneHistory) -> FactRecord? {
    var reader = Reader(batch: batch, contact: row, zone: zone)
    let record = reader.record(contact, row)
    return reader.isExact ? record : nil
  }

  private struct Reader {
    let batch: ContactBatch
    let contact: Int
    let zone: ZoneHistory
    var isExact = true

    mutating func record(_ shape: Shape, _ row: Int) -> FactRecord {
      var record = FactRecord(shape.kind)
      for (field, part) in shape.parts { record.fields[field] = Fact(value(part, row)) }
      return record
    }

    private mutating func value(_ part: Part, _ row: Int) -> FactValue {
      switch part {
      case .column(let column): return value(column, row)
      case .record(let shape): return .record(record(shape, row))
      case .table(let entries):
        var table: [String: Fact] = [:]
        for (key, shape) in entries { table[key] = Fact(.record(record(shape, row))) }
        return .table(table)
      case .rows(let number, let shape):
        let list = batch.lists[number]
        guard list.isKnown[contact] else { return .unknown }
        var rows: [Fact] = []
        for row in Int(list.starts[contact])..<Int(list.starts[contact + 1]) {
          var made = record(shape, row)
          made.isOpen = list.isOpen[row]
          rows.append(Fact(.record(made)))
        }
        return .list(rows)
      }
    }

    private mutating func value(_ number: Int, _ row: Int) -> FactValue {
      let (column, cells) = (batch.columns[number], batch.cells[number])
      switch column.spec.encoding {
      case .dictionary, .presence:
        guard cells.numbers[row] != FactDictionary.beyond else { break }
        return column.dictionary.values[Int(cells.numbers[row])]
      case .moment:
        let from = Instant(milliseconds: cells.low[row])
        switch cells.states[row] {
        case MomentState.unknown: return .unknown
        case MomentState.none: return .none
        case MomentState.some where cells.low[row] == cells.high[row]: return .instant(from)
        case MomentState.day where cells.low[row] <= cells.high[row]:
          return .date(zone.local(from).date)
        default: break
        }
      case .phone:
        switch cells.keys[row] {
        case PhoneKeys.unknown: return .unknown
        case PhoneKeys.none: return .none
        case let key:
          if let phone = batch.phones.phone(of: key) { return .phone(phone) }
        }
      }
      isExact = false
      return .unknown
    }
  }
}
