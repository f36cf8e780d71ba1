import Outreach

extension ContactColumns {
  typealias Plan = UnsafeMutablePointer<RecordPlan>

  /// Reads an object by its plan into a row; false for what the exact reader has to read.
  func object(_ plan: Plan, _ row: Int, _ cursor: inout JSONCursor) -> Bool {
    guard cursor.take(0x7B) else { return false }
    return members(plan, row, list: -1, &cursor)
  }

  /// Reads the members of an object by its plan into a row, and the bracket behind them.
  ///
  /// Where the object is a row of a list, the objects behind it are read too, each into a new row: so that short
  /// objects cost little more than their members.
  private func members(_ plan: Plan, _ first: Int, list: Int, _ cursor: inout JSONCursor) -> Bool {
    let (fields, held) = (plan.pointee.fields, plan.pointee.held)
    var row = first
    // The cursor follows where anything unusual is met.
    var next = cursor.next
    while true {
      var seen: UInt64 = 0
      var previous: UnsafeMutablePointer<RecordPlan.Key>?
      // Most records have their keys in the order of the one before.
      var key = plan.pointee.first
      while next.pointee != 0x7D || seen != 0 {
        if key.pointee.head.stands(at: next) {
          next += key.pointee.head.length
        } else {
          cursor.next = next
          guard let text = cursor.string(), !text.hasEscape, cursor.take(0x3A),
            let found = self.key(text, plan)
          else { return false }
          key = found
          if let previous { previous.pointee.next = key } else { plan.pointee.first = key }
          next = cursor.next
        }
        if next.pointee <= 0x20 { next = cursor.pastSpace(next) }
        guard seen & key.pointee.bit == 0 else { return false }
        seen |= key.pointee.bit
        let (field, start) = (key.pointee.field, next)
        if let met = key.pointee.recent?.met(at: next) {
          next += met.pointee.spelling.length
          if let cells = field.pointee.cells { cells.pointee.numbers[row] = met.pointee.number }
        } else if field.pointee.action == .moment, next.pointee == 0x22, next[21] == 0x22,
          let instant = Timestamp.universal(next + 1)
        {
          next += 22
          if let cells = field.pointee.cells { set(cells, row, instant) }
        } else {
          cursor.next = next
          guard value(field, plan, key, row, &cursor) else { return false }
          next = cursor.next
        }
        if field.pointee.role != .none { note(field.pointee.role, start, next - start) }
        if next.pointee <= 0x20 { next = cursor.pastSpace(next) }
        guard next.pointee == 0x2C else { break }
        next += 1
        if next.pointee <= 0x20 { next = cursor.pastSpace(next) }
        previous = key
        key = key.pointee.next ?? plan.pointee.first
      }
      guard next.pointee == 0x7D else { return false }
      next += 1
      var absent = held & ~seen
      while absent != 0 {
        leaveOut(fields + absent.trailingZeroBitCount, row)
        absent &= absent &- 1
      }
      guard list >= 0, next.pointee == 0x2C, next[1] == 0x7B else { break }
      next += 2
      if next.pointee <= 0x20 { next = cursor.pastSpace(next) }
      row = batch.openRow(list: list)
    }
    cursor.next = next
    return true
  }

  /// A key of a plan by its bytes; nil if no field is called so.
  private func key(_ text: JSONString, _ plan: Plan) -> UnsafeMutablePointer<RecordPlan.Key>? {
    for place in 0..<plan.pointee.keyCount {
      let key = plan.pointee.keys + place
      if text.isSame(as: key.pointee.bytes, key.pointee.length) { return key }
    }
    return nil
  }

  /// Writes what columns hold of a field that is absent.
  private func leaveOut(_ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int) {
    if let held = field.pointee.cells {
      switch field.pointee.action {
      case .moment: held.pointee.states[row] = field.pointee.absentState
      case .phone: held.pointee.keys[row] = field.pointee.absentKey
      default: held.pointee.numbers[row] = field.pointee.absentNumber
      }
    }
    if field.pointee.columnCount > 0 { setUnknown(within: field, row) }
  }

  private func setUnknown(within field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int) {
    guard let columns = field.pointee.columns else { return }
    for number in 0..<field.pointee.columnCount {
      let held = cells + columns[number].column
      switch columns[number].encoding {
      case .dictionary: held.pointee.numbers[row] = FactDictionary.unknown
      case .moment: held.pointee.states[row] = MomentState.unknown
      case .phone: held.pointee.keys[row] = PhoneKeys.unknown
      }
    }
  }

  private func setNone(_ column: RecordPlan.HeldColumn, _ row: Int) {
    let held = cells + column.column
    switch column.encoding {
    case .dictionary: held.pointee.numbers[row] = FactDictionary.none
    case .moment: held.pointee.states[row] = MomentState.none
    case .phone: held.pointee.keys[row] = PhoneKeys.none
    }
  }

  /// Remembers a field that decides something of others, or names the contact.
  private func note(_ role: RecordPlan.Role, _ start: UnsafePointer<UInt8>, _ length: Int) {
    switch role {
    case .none, .phone: break
    case .id: id = JSONString(quoted: start, length)
    case .country: country = JSONString(quoted: start, length)
    case .optOuts: suppliesOptOuts = true
    }
  }

  func value(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ plan: Plan,
    _ key: UnsafePointer<RecordPlan.Key>, _ row: Int, _ cursor: inout JSONCursor
  ) -> Bool {
    switch field.pointee.action {
    case .pass: return cursor.value()
    case .text: return cursor.byte == 0x6E ? cursor.null() : cursor.string() != nil
    case .value: return spelled(field, plan, key, row, &cursor)
    case .moment: return moment(field, row, &cursor)
    case .phone: return phone(field, row, &cursor)
    case .rows: return rows(field, &cursor)
    case .record: return record(field, row, &cursor)
    case .table: return table(field, row, &cursor)
    }
  }

  private func record(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int, _ cursor: inout JSONCursor
  ) -> Bool {
    guard cursor.byte == 0x6E else {
      guard let inner = field.pointee.inner else { return false }
      return object(inner, row, &cursor)
    }
    // What stands in a record that is none is none, its lists too.
    let lists = field.pointee.firstList
    for list in plans.lists[lists..<lists + field.pointee.listCount] {
      batch.setKnown(list: Int(list))
    }
    // Entries of a table that is none are unknown.
    setUnknown(within: field, row)
    if let columns = field.pointee.columns {
      for number in 0..<field.pointee.columnCount where !columns[number].isOfEntry {
        setNone(columns[number], row)
      }
    }
    return cursor.null()
  }

  private func table(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int, _ cursor: inout JSONCursor
  ) -> Bool {
    if field.pointee.columnCount > 0 { setUnknown(within: field, row) }
    if cursor.byte == 0x6E { return cursor.null() }
    guard cursor.take(0x7B) else { return false }
    guard cursor.byte != 0x7D else {
      cursor.next += 1
      return true
    }
    return withUnsafeTemporaryAllocation(of: JSONString.self, capacity: 32) { seen in
      var count = 0
      repeat {
        guard count < 32, let (key, entry) = entry(field, &cursor),
          !seen[..<count].contains(where: { $0.isSame(as: key.start, key.length) })
        else { return false }
        seen[count] = key
        count += 1
        if cursor.byte == 0x6E {
          guard cursor.null() else { return false }
          if let entry { clear(plans.entryNames[entry.pointee.name], field, row) }
        } else {
          guard let plan = entry?.pointee.plan ?? field.pointee.inner, object(plan, row, &cursor)
          else { return false }
        }
      } while cursor.take(0x2C)
      return cursor.close(0x7D)
    }
  }

  /// Takes the key of a table's entry with its colon; the entry is nil where no column holds it.
  @inline(__always) private func entry(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ cursor: inout JSONCursor
  ) -> (JSONString, UnsafeMutablePointer<RecordPlan.TableEntry>?)? {
    let (entries, start) = (field.pointee.entries, cursor.next + 1)
    for number in 0..<field.pointee.entryCount {
      guard let entry = entries.map({ $0 + number }), cursor.pass(entry.pointee.head) else {
        continue
      }
      cursor.skipSpace()
      return (JSONString(start: start, length: entry.pointee.length, hasEscape: false), entry)
    }
    guard let key = cursor.string(), !key.hasEscape, cursor.take(0x3A) else { return nil }
    for number in 0..<field.pointee.entryCount {
      guard let entry = entries.map({ $0 + number }),
        key.isSame(as: entry.pointee.key, entry.pointee.length)
      else { continue }
      return (key, entry)
    }
    return (key, nil)
  }

  /// An entry that is none: all its fields are.
  private func clear(
    _ name: String, _ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int
  ) {
    guard let columns = field.pointee.columns else { return }
    for number in 0..<field.pointee.columnCount
    where batch.columns[columns[number].column].spec.route.contains(.entry(name)) {
      setNone(columns[number], row)
    }
  }

  private func rows(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ cursor: inout JSONCursor
  ) -> Bool {
    let list = field.pointee.list
    if list >= 0 { batch.setKnown(list: list) }
    if cursor.byte == 0x6E { return cursor.null() }
    guard let plan = field.pointee.inner, cursor.take(0x5B) else { return false }
    guard cursor.byte != 0x5D else {
      cursor.next += 1
      return true
    }
    repeat {
      let row = list >= 0 ? batch.openRow(list: list) : 0
      guard cursor.take(0x7B), members(plan, row, list: list, &cursor) else { return false }
    } while cursor.take(0x2C)
    return cursor.close(0x5D)
  }

  // MARK: values

  private func moment(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int, _ cursor: inout JSONCursor
  ) -> Bool {
    let cells = field.pointee.cells
    if cursor.byte == 0x6E {
      cells?.pointee.states[row] = MomentState.none
      return cursor.null()
    }
    guard cursor.byte == 0x22 else { return false }
    if let instant = Timestamp.universal(cursor.next + 1), cursor.next[21] == 0x22 {
      cursor.next += 22
      if let cells { set(cells, row, instant) }
      return true
    }
    guard let text = cursor.string(), !text.hasEscape else { return false }
    let span = UnsafeBufferPointer(start: text.start, count: text.length).span
    if let date = CivilDate(iso: span) {
      if cells != nil { batch.columns[field.pointee.column].set(row, day: date.dayNumber) }
      return true
    }
    guard let instant = Instant(rfc3339: span) else { return false }
    if let cells { set(cells, row, instant.milliseconds) }
    return true
  }

  @inline(__always) private func set(
    _ held: UnsafeMutablePointer<ColumnCells>, _ row: Int, _ milliseconds: Int64
  ) {
    held.pointee.states[row] = MomentState.some
    held.pointee.low[row] = milliseconds
    held.pointee.high[row] = milliseconds
  }

  private func phone(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int, _ cursor: inout JSONCursor
  ) -> Bool {
    if cursor.byte == 0x6E {
      field.pointee.cells?.pointee.keys[row] = PhoneKeys.none
      return cursor.null()
    }
    guard let text = cursor.string(), !text.hasEscape else { return false }
    if field.pointee.role == .phone {
      phone = text
    } else if let cells = field.pointee.cells {
      cells.pointee.keys[row] = PhoneKeys.unknown
      otherPhones.append((field.pointee.column, row, text))
    }
    return true
  }

  private func spelled(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ plan: Plan,
    _ key: UnsafePointer<RecordPlan.Key>, _ row: Int, _ cursor: inout JSONCursor
  ) -> Bool {
    let start = cursor.next
    guard field.pointee.spellings >= 0 else { return false }
    let spellings = plans.spellings + field.pointee.spellings
    guard cursor.byte == 0x22 ? cursor.string() != nil : cursor.value() else { return false }
    let length = cursor.next - start
    // Two keys may stand for one field and mean different things by one value.
    let hash =
      SpellingTable.hash(start, length) &+ UInt64(truncatingIfNeeded: key.pointee.length)
    var number = spellings.pointee.find(start, length, hash)
    if number < 0 {
      guard let found = numberOfNew(field, plan, key, start, length, hash) else { return false }
      number = found
    }
    let known = UInt16(truncatingIfNeeded: number)
    key.pointee.recent?.note(start, length, number: known)
    field.pointee.cells?.pointee.numbers[row] = known
    return true
  }

  /// The number of a value whose spelling is new; nil if it is not what its field holds.
  private func numberOfNew(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ plan: Plan,
    _ key: UnsafePointer<RecordPlan.Key>, _ start: UnsafePointer<UInt8>, _ length: Int,
    _ hash: UInt64
  ) -> Int? {
    let raw = Array(UnsafeBufferPointer(start: start, count: length))
    let name = String(
      decoding: UnsafeBufferPointer(start: key.pointee.bytes, count: key.pointee.length),
      as: UTF8.self)
    guard let value = decoded(raw, name, plan.pointee.kind) else { return nil }
    let column = field.pointee.column
    let number = column >= 0 ? batch.columns[column].dictionary.number(of: value) : 0
    plans.spellings[field.pointee.spellings].add(start, length, hash, number: number)
    return Int(number)
  }
}
