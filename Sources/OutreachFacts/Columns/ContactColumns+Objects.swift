import Outreach

extension ContactColumns {
  typealias Plan = UnsafeMutablePointer<RecordPlan>

  /// Reads an object by its plan into a row; false for what the exact reader has to read.
  func object(_ plan: Plan, _ row: Int, _ cursor: inout JSONCursor) -> Bool {
    guard cursor.take(0x7B) else { return false }
    var seen: UInt64 = 0
    if cursor.byte != 0x7D {
      let (keys, successors) = (plan.pointee.keys, plan.pointee.successors)
      let isContact = plan.pointee.isContact
      var previous = plan.pointee.fieldCount
      repeat {
        guard let text = cursor.string(), !text.hasEscape, cursor.take(0x3A) else { return false }
        // Most records have their keys in the order of the one before.
        var place = Int(successors[previous])
        if !text.isSame(as: keys[place].bytes, keys[place].length) {
          place = self.place(text, plan)
          guard place >= 0 else { return false }
          successors[previous] = UInt8(truncatingIfNeeded: place)
        }
        let field = keys[place].field
        let bit = UInt64(1) &<< UInt64(field)
        guard seen & bit == 0 else { return false }
        seen |= bit
        previous = field
        if isContact { note(field, cursor) }
        guard value(plan.pointee.fields + field, plan, text, row, &cursor) else { return false }
      } while cursor.take(0x2C)
      guard cursor.close(0x7D) else { return false }
    } else {
      cursor.next += 1
    }
    var absent = plan.pointee.held & ~seen
    while absent != 0 {
      leaveOut(plan.pointee.fields + absent.trailingZeroBitCount, row)
      absent &= absent &- 1
    }
    return true
  }

  /// The place of a key among those of a plan; -1 if no field is called so.
  private func place(_ text: JSONString, _ plan: Plan) -> Int {
    for place in 0..<min(plan.pointee.keyCount, 256) {
      let key = plan.pointee.keys[place]
      if text.isSame(as: key.bytes, key.length) { return place }
    }
    return -1
  }

  /// Writes what columns hold of a field that is absent.
  private func leaveOut(_ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int) {
    let column = field.pointee.column
    if column >= 0 {
      let cells = batch.cells[column]
      switch field.pointee.action {
      case .moment: cells.states[row] = field.pointee.absentState
      case .phone: cells.keys[row] = field.pointee.absentKey
      default: cells.numbers[row] = field.pointee.absentNumber
      }
    }
    if field.pointee.columnCount > 0 { setUnknown(within: field, row) }
  }

  private func setUnknown(within field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int) {
    let first = field.pointee.firstColumn
    for number in plans.columns[first..<first + field.pointee.columnCount] {
      batch.columns[Int(number)].clear(row)
    }
  }

  /// Remembers where the fields stand that decide something of others.
  @inline(__always) private func note(_ field: Int, _ cursor: JSONCursor) {
    if field == optOutsField { suppliesOptOuts = true }
    guard field == idField || field == countryField, cursor.byte == 0x22 else { return }
    var ahead = cursor
    guard let text = ahead.string() else { return }
    if field == idField { id = text } else { country = text }
  }

  func value(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ plan: Plan, _ key: JSONString, _ row: Int,
    _ cursor: inout JSONCursor
  ) -> Bool {
    switch field.pointee.action {
    case .pass: return cursor.value()
    case .text: return cursor.byte == 0x6E ? cursor.null() : cursor.string() != nil
    case .moment: return moment(field.pointee.column, row, &cursor)
    case .phone: return phone(field.pointee.column, row, plan.pointee.isContact, &cursor)
    case .value: return spelled(field, plan, key, row, &cursor)
    case .record: return record(field, row, &cursor)
    case .table:
      if field.pointee.columnCount > 0 { setUnknown(within: field, row) }
      return cursor.byte == 0x6E ? cursor.null() : table(field, row, &cursor)
    case .rows:
      let list = field.pointee.list
      if list >= 0 { batch.setKnown(list: list) }
      return cursor.byte == 0x6E ? cursor.null() : rows(list, field.pointee.inner, &cursor)
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
    let (lists, columns) = (field.pointee.firstList, field.pointee.firstColumn)
    for list in plans.lists[lists..<lists + field.pointee.listCount] {
      batch.setKnown(list: Int(list))
    }
    for number in plans.columns[columns..<columns + field.pointee.columnCount] {
      let column = batch.columns[Int(number)]
      // Entries of a table that is none are unknown.
      let isEntry = column.spec.route.contains { if case .entry = $0 { true } else { false } }
      if isEntry { column.clear(row) } else { setNone(column, row) }
    }
    return cursor.null()
  }

  private func setNone(_ column: BatchColumn, _ row: Int) {
    switch column.spec.encoding {
    case .dictionary: column.numbers.base[row] = FactDictionary.none
    case .moment: column.states.base[row] = MomentState.none
    case .phone: column.keys.base[row] = PhoneKeys.none
    }
  }

  private func table(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int, _ cursor: inout JSONCursor
  ) -> Bool {
    guard cursor.take(0x7B) else { return false }
    guard cursor.byte != 0x7D else {
      cursor.next += 1
      return true
    }
    let first = field.pointee.firstEntry
    return withUnsafeTemporaryAllocation(of: JSONString.self, capacity: 32) { seen in
      var count = 0
      repeat {
        guard let key = cursor.string(), !key.hasEscape, count < 32,
          !seen[..<count].contains(where: { $0.isSame(as: key.start, key.length) }),
          cursor.take(0x3A)
        else { return false }
        seen[count] = key
        count += 1
        var plan = field.pointee.inner
        var entry = -1
        for number in first..<first + field.pointee.entryCount
        where key.isSame(as: plans.entries[number].key, plans.entries[number].length) {
          plan = plans.entries[number].plan
          entry = number
        }
        if cursor.byte == 0x6E {
          guard cursor.null() else { return false }
          if entry >= 0 { clear(plans.entries[entry].name, field, row) }
        } else {
          guard let plan, object(plan, row, &cursor) else { return false }
        }
      } while cursor.take(0x2C)
      return cursor.close(0x7D)
    }
  }

  /// An entry that is none: all its fields are.
  private func clear(
    _ name: String, _ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int
  ) {
    let first = field.pointee.firstColumn
    for number in plans.columns[first..<first + field.pointee.columnCount]
    where batch.columns[Int(number)].spec.route.contains(.entry(name)) {
      setNone(batch.columns[Int(number)], row)
    }
  }

  private func rows(_ list: Int, _ plan: Plan?, _ cursor: inout JSONCursor) -> Bool {
    guard let plan, cursor.take(0x5B) else { return false }
    guard cursor.byte != 0x5D else {
      cursor.next += 1
      return true
    }
    repeat {
      let row = list >= 0 ? batch.openRow(list: list) : 0
      guard cursor.byte == 0x7B, object(plan, row, &cursor) else { return false }
    } while cursor.take(0x2C)
    return cursor.close(0x5D)
  }

  // MARK: values

  private func moment(_ column: Int, _ row: Int, _ cursor: inout JSONCursor) -> Bool {
    if cursor.byte == 0x6E {
      if column >= 0 { batch.cells[column].states[row] = MomentState.none }
      return cursor.null()
    }
    guard cursor.byte == 0x22 else { return false }
    if let instant = Timestamp.universal(cursor.next + 1), cursor.next[21] == 0x22 {
      cursor.next += 22
      if column >= 0 { set(column, row, instant) }
      return true
    }
    guard let text = cursor.string(), !text.hasEscape else { return false }
    let span = UnsafeBufferPointer(start: text.start, count: text.length).span
    if let date = CivilDate(iso: span) {
      if column >= 0 { batch.columns[column].set(row, day: date.dayNumber) }
      return true
    }
    guard let instant = Instant(rfc3339: span) else { return false }
    if column >= 0 { set(column, row, instant.milliseconds) }
    return true
  }

  @inline(__always) private func set(_ column: Int, _ row: Int, _ milliseconds: Int64) {
    let cells = batch.cells + column
    cells.pointee.states[row] = MomentState.some
    cells.pointee.low[row] = milliseconds
    cells.pointee.high[row] = milliseconds
  }

  private func phone(
    _ column: Int, _ row: Int, _ isOwn: Bool, _ cursor: inout JSONCursor
  ) -> Bool {
    if cursor.byte == 0x6E {
      if column >= 0 { batch.cells[column].keys[row] = PhoneKeys.none }
      return cursor.null()
    }
    guard let text = cursor.string(), !text.hasEscape else { return false }
    if isOwn {
      phone = text
    } else if column >= 0 {
      batch.cells[column].keys[row] = PhoneKeys.unknown
      otherPhones.append((column, row, text))
    }
    return true
  }

  private func spelled(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ plan: Plan, _ key: JSONString, _ row: Int,
    _ cursor: inout JSONCursor
  ) -> Bool {
    guard field.pointee.spellings >= 0 else { return false }
    let start = cursor.next
    guard cursor.byte == 0x22 ? cursor.string() != nil : cursor.value() else { return false }
    let length = cursor.next - start
    // Two keys may stand for one field and mean different things by one value.
    let hash = SpellingTable.hash(start, length) &+ UInt64(truncatingIfNeeded: key.length)
    let column = field.pointee.column
    var number = plans.spellings[field.pointee.spellings].find(start, length, hash)
    if number < 0 {
      guard let found = numberOfNew(field, plan, key, start, length, hash) else { return false }
      number = found
    }
    if column >= 0 { batch.cells[column].numbers[row] = UInt16(truncatingIfNeeded: number) }
    return true
  }

  /// The number of a value whose spelling is new; nil if it is not what its field holds.
  private func numberOfNew(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ plan: Plan, _ key: JSONString,
    _ start: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64
  ) -> Int? {
    let raw = Array(UnsafeBufferPointer(start: start, count: length))
    let name = String(
      decoding: UnsafeBufferPointer(start: key.start, count: key.length), as: UTF8.self)
    guard let value = decoded(raw, name, plan.pointee.kind) else { return nil }
    let column = field.pointee.column
    let number = column >= 0 ? batch.columns[column].dictionary.number(of: value) : 0
    plans.spellings[field.pointee.spellings].add(start, length, hash, number: number)
    return Int(number)
  }
}
