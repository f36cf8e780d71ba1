extension ContactBatch {
  /// Adds a contact that was read as a record.
  ///
  /// - Parameter record: a record of kind `contact`.
  /// - Returns: its row.
  public func append(_ record: FactRecord) -> Int {
    let row = openContact()
    for column in columns where column.spec.list == 0 {
      set(column, row, value(record, column.spec.route))
    }
    for number in layout.lists.indices.dropFirst() {
      switch value(record, layout.lists[number].route) {
      case .none: setKnown(list: number)
      case .list(let items):
        setKnown(list: number)
        for item in items {
          guard case .record(let inner) = item.value else { continue }
          let child = appendRow(list: number)
          if inner.isOpen { setOpen(child, list: number) }
          for column in columns where column.spec.list == number {
            set(column, child, value(inner, column.spec.route))
          }
        }
      default: continue
      }
    }
    return row
  }

  private func value(_ record: FactRecord, _ route: [BatchLayout.RouteStep]) -> FactValue {
    var value = FactValue.record(record)
    for step in route {
      switch (step, value) {
      case (.field(let index), .record(let inner)):
        value = inner.fields.indices.contains(index) ? inner.fields[index].value : .unknown
      case (.field, .none): value = .none
      case (.entry(let key), .table(let entries)): value = entries[key]?.value ?? .unknown
      default: return .unknown
      }
    }
    return value
  }

  private func set(_ column: BatchColumn, _ row: Int, _ value: FactValue) {
    switch column.spec.encoding {
    case .dictionary, .presence: column.numbers.base[row] = column.dictionary.number(of: value)
    case .moment:
      switch value {
      case .unknown: break
      case .none: column.states.base[row] = MomentState.none
      case .instant(let instant): column.set(row, instant: instant.milliseconds)
      case .date(let date): column.set(row, day: date.dayNumber)
      default: column.states.base[row] = MomentState.ask
      }
    case .phone:
      switch value {
      case .unknown: break
      case .none: column.keys.base[row] = PhoneKeys.none
      case .phone(let phone), .text(let phone): column.keys.base[row] = phones.key(of: phone)
      default: column.keys.base[row] = PhoneKeys.beyond
      }
    }
  }
}
