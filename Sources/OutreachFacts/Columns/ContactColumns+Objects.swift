import Outreach

extension ContactColumns {
  typealias Plan = UnsafeMutablePointer<RecordPlan>
  typealias Key = UnsafeMutablePointer<RecordPlan.Key>

  /// Reads an object by its plan into a row; false for what the exact reader has to read.
  ///
  /// Of a list, the objects behind it are read too, each into a row of its own: so that short objects cost little more
  /// than their members. Members are looked for as they stood in the object before, blanks and all.
  func objects(_ plan: Plan, _ row: Int, list: Int = -1, _ cursor: inout JSONCursor) -> Bool {
    let held = plan.pointee.held
    var row = row
    // The cursor follows where anything unusual is met.
    var next = cursor.next
    while true {
      if list >= 0 { row = batch.openRow(list: list) }
      var seen: UInt64 = 0
      var key = plan.pointee.first
      var hasMember = true
      if plan.pointee.opening.stands(at: next) {
        next += plan.pointee.opening.length
      } else {
        cursor.next = next
        guard cursor.take(0x7B) else { return false }
        hasMember = cursor.byte != 0x7D
        if hasMember {
          guard let found = self.key(behind: nil, from: next, plan, &cursor) else { return false }
          key = found
        }
        next = cursor.next
      }
      while hasMember {
        guard seen & key.pointee.bit == 0 else { return false }
        seen |= key.pointee.bit
        let usual = key.pointee.usual
        if usual == .spelled, let met = key.pointee.recent.met(at: next) {
          next += met.pointee.literal.length
          if let cells = key.pointee.cells { cells.pointee.numbers[row] = met.pointee.number }
          if let following = met.pointee.following {
            key = following
            continue
          }
          // Values that nobody reads are noted for many keys together.
          if next.pointee == 0x2C, key.pointee.cells != nil {
            met.pointee.join(key.pointee.next, at: next)
          }
        } else if usual == .moment, let length = usualMoment(key.pointee.cells, row, next) {
          next += length
        } else if usual == .rows, next.pointee == 0x5B, next[1] == 0x5D {
          next += 2
          let field = key.pointee.field
          if field.pointee.list >= 0 { batch.setKnown(list: field.pointee.list) }
          if field.pointee.role == .optOuts { suppliesOptOuts = true }
        } else {
          cursor.next = next
          cursor.skipSpace()
          guard value(key.pointee.field, plan, key, row, &cursor) else { return false }
          next = cursor.next
        }
        if next.pointee == 0x7D { break }
        let following = key.pointee.next
        if following.pointee.head.stands(at: next) {
          next += following.pointee.head.length
          key = following
          continue
        }
        cursor.next = next
        cursor.skipSpace()
        hasMember = cursor.byte != 0x7D
        if hasMember {
          guard cursor.take(0x2C), let found = self.key(behind: key, from: next, plan, &cursor)
          else { return false }
          key = found
        }
        next = cursor.next
      }
      next += 1
      var absent = held & ~seen
      while absent != 0 {
        leaveOut(plan.pointee.fields + absent.trailingZeroBitCount, row)
        absent &= absent &- 1
      }
      guard list >= 0, next.pointee == 0x2C else { break }
      let ahead = cursor.pastSpace(next + 1)
      guard ahead.pointee == 0x7B else { break }
      next = ahead
    }
    cursor.next = next
    return true
  }

  /// Takes a key with its colon and notes how it stands, from the mark before it on; nil if no field is called so.
  private func key(
    behind previous: Key?, from start: UnsafePointer<UInt8>, _ plan: Plan,
    _ cursor: inout JSONCursor
  ) -> Key? {
    guard let text = cursor.string(), !text.hasEscape, cursor.take(0x3A),
      let found = key(text, plan)
    else { return nil }
    let bytes = UnsafeBufferPointer(start: start, count: cursor.next - start)
    // Not every document may go on behind a line feed.
    let head = bytes.contains(0x0A) ? Literal() : Literal(start, bytes.count)
    if let previous {
      previous.pointee.next = found
      found.pointee.head = head
    } else {
      plan.pointee.first = found
      plan.pointee.opening = head
    }
    return found
  }

  /// A key of a plan by its bytes; nil if no field is called so.
  private func key(_ text: JSONString, _ plan: Plan) -> Key? {
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
    if field.pointee.clearsWithin { setUnknown(within: field, row) }
  }

  private func setUnknown(within field: UnsafeMutablePointer<RecordPlan.Field>, _ row: Int) {
    guard let columns = field.pointee.columns else { return }
    for number in 0..<field.pointee.columnCount {
      let held = cells + columns[number].column
      switch columns[number].encoding {
      case .dictionary, .presence: held.pointee.numbers[row] = FactDictionary.unknown
      case .moment: held.pointee.states[row] = MomentState.unknown
      case .phone: held.pointee.keys[row] = PhoneKeys.unknown
      }
    }
  }

  private func setNone(_ column: RecordPlan.HeldColumn, _ row: Int) {
    let held = cells + column.column
    switch column.encoding {
    case .dictionary, .presence: held.pointee.numbers[row] = FactDictionary.none
    case .moment: held.pointee.states[row] = MomentState.none
    case .phone: held.pointee.keys[row] = PhoneKeys.none
    }
  }

  /// Reads a value; what decides something of others, or names the contact, is remembered.
  func value(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ plan: Plan, _ key: Key, _ row: Int,
    _ cursor: inout JSONCursor
  ) -> Bool {
    let start = cursor.next
    cursor.sawEscape = false
    guard content(field, plan, key, row, &cursor) else { return false }
    let length = cursor.next - start
    switch field.pointee.role {
    case .none, .phone: break
    case .id: id = JSONString(quoted: start, length, hasEscape: cursor.sawEscape)
    case .country:
      guard !cursor.sawEscape else { return false }
      country = JSONString(quoted: start, length, hasEscape: false)
    case .optOuts: suppliesOptOuts = true
    }
    return true
  }

  private func content(
    _ field: UnsafeMutablePointer<RecordPlan.Field>, _ plan: Plan, _ key: Key, _ row: Int,
    _ cursor: inout JSONCursor
  ) -> Bool {
    switch field.pointee.action {
    case .pass: return passed(key, &cursor)
    case .stranger: return stranger(field.pointee.stranger, &cursor)
    case .text: return text(field, row, &cursor)
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
      return objects(inner, row, &cursor)
    }
    // What stands in a record that is none is none, its lists too.
    let lists = field.pointee.firstList
    for list in plans.lists[lists..<lists + field.pointee.listCount] {
      batch.setKnown(list: Int(list))
    }
    // Entries of a table that is none are unknown.
    if field.pointee.clearsWithin { setUnknown(within: field, row) }
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
    if field.pointee.clearsWithin { setUnknown(within: field, row) }
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
          guard let plan = entry?.pointee.plan ?? field.pointee.inner,
            objects(plan, row, &cursor)
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
      guard objects(plan, 0, list: list, &cursor) else { return false }
    } while cursor.take(0x2C)
    return cursor.close(0x5D)
  }
}
