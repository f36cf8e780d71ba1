import Outreach

/// How single values of JSON are read into columns.
extension ContactColumns {
  /// Passes over a value that nobody reads.
  func passed(_ key: Key, _ cursor: inout JSONCursor) -> Bool {
    let start = cursor.next
    guard cursor.value() else { return false }
    key.pointee.recent.note(start, cursor.next - start, number: 0)
    return true
  }

  /// Passes over the value of a key that no field has, and takes note of that.
  func stranger(_ number: Int32, _ cursor: inout JSONCursor) -> Bool {
    strangers.reserve(strangerCount + 1, keeping: strangerCount)
    strangers.base[strangerCount] = number
    strangerCount += 1
    return cursor.value()
  }

  /// Reads an instant of the usual form, or none; says how many bytes that is, nil for anything else.
  @inline(__always) func usualMoment(
    _ cells: UnsafeMutablePointer<ColumnCells>?, _ row: Int, _ start: UnsafePointer<UInt8>
  ) -> Int? {
    if start.pointee == 0x22, start[Timestamp.length + 1] == 0x22,
      let instant = Timestamp.universal(start + 1)
    {
      if let cells { set(cells, row, instant) }
      return Timestamp.length + 2
    }
    let word = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self).littleEndian
    guard word == 0x6C6C_756E, start[4] == 0x2C || start[4] == 0x7D else { return nil }
    cells?.pointee.states[row] = MomentState.none
    return 4
  }

  func moment(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int, _ cursor: inout JSONCursor
  ) -> Bool {
    let cells = field.pointee.cells
    if let length = usualMoment(cells, row, cursor.next) {
      cursor.next += length
      return true
    }
    if cursor.byte == 0x6E {
      cells?.pointee.states[row] = MomentState.none
      return cursor.null()
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

  /// Reads a text of which no more is asked than whether it is there, if that.
  func text(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int, _ cursor: inout JSONCursor
  ) -> Bool {
    let isNone = cursor.byte == 0x6E
    field.pointee.cells?.pointee.numbers[row] =
      isNone ? FactDictionary.none : FactDictionary.present
    return isNone ? cursor.null() : cursor.string() != nil
  }

  func phone(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int, _ cursor: inout JSONCursor
  ) -> Bool {
    if cursor.byte == 0x6E {
      field.pointee.cells?.pointee.keys[row] = PhoneKeys.none
      return cursor.null()
    }
    guard let text = cursor.string(), !text.hasEscape else { return false }
    if field.pointee.role == .phone {
      phone = text
      // Now, and not once the record ends: looking it up waits for memory, while reading goes on.
      canonical = numbers.readCanonical(text)
    } else if let cells = field.pointee.cells {
      cells.pointee.keys[row] = PhoneKeys.unknown
      otherPhones.append((field.pointee.column, row, text))
    }
    return true
  }

  func spelled(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ plan: Plan, _ key: Key, _ row: Int,
    _ cursor: inout JSONCursor
  ) -> Bool {
    let start = cursor.next
    guard field.pointee.spellings >= 0 else { return false }
    if let met = key.pointee.recent.met(at: start) {
      cursor.next += met.pointee.length
      field.pointee.cells?.pointee.numbers[row] = met.pointee.number
      return true
    }
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
    key.pointee.recent.note(start, length, number: known)
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
