import Outreach

extension TableColumns {
  typealias List = UnsafePointer<CellList>

  /// The cell of a list as bytes behind which zeros or the row's other bytes stand; nil where the cell is none.
  private func bytes(_ list: List, _ cursor: RowCursor) -> (UnsafePointer<UInt8>, Int)? {
    guard list.pointee.cell >= 0 else { return nil }
    let cell = cursor.cells[list.pointee.cell]
    return cell.hasDoubledQuotes ? withoutDoubledQuotes(cell) : (cell.start, cell.length)
  }

  // MARK: packed rows

  func packed(_ list: List, _ cursor: RowCursor) -> Bool? {
    guard var (start, length) = bytes(list, cursor) else { return false }
    guard length > 0 else { return blank(list) }
    TableColumns.trim(&start, &length)
    let first = start[0]
    guard length > 0, first > 0x20, !list.pointee.words.contains(first) else { return nil }
    let number = list.pointee.list
    if number >= 0 { batch.setKnown(list: number) }
    var at = 0
    while true {
      if isPlain { at = usualRows(list, start, at, length) }
      guard at <= length else { break }
      let end = find(list.pointee.rowSeparator, start, at, length)
      guard end >= 0, piece(list, start + at, end - at) else { return nil }
      at = end + list.pointee.rowSeparator.count
    }
    goOn(list)
    return true
  }

  private func blank(_ list: List) -> Bool {
    guard list.pointee.blankIsEmpty else { return false }
    if list.pointee.list >= 0 { batch.setKnown(list: list.pointee.list) }
    goOn(list)
    return true
  }

  /// Adds the rows with which a list may go on.
  @inline(__always) private func goOn(_ list: List) {
    for number in list.pointee.firstOpen..<list.pointee.endOpen {
      add(openRows[number], list.pointee.list)
    }
  }

  private func add(_ open: OpenRow, _ list: Int) {
    guard list >= 0 else { return }
    let row = batch.openRow(list: list)
    batch.setOpen(row, list: list)
    writeRest(open.firstRest, open.endRest, row)
  }

  /// Where the next separator stands, or the end; -1 at a byte that only the exact reader can cut at.
  @inline(__always) private func find(
    _ separator: CellList.Separator, _ start: UnsafePointer<UInt8>, _ from: Int, _ length: Int
  ) -> Int {
    let mark = separators[separator.first]
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let marks = UInt64(mark) &* ones
    var at = from
    while at < length {
      // Eight at a time, up to a mark or a byte that begins a letter of another script.
      let word = UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self).littleEndian
      let other = word ^ marks
      let found = ((other &- ones) & ~other | word & word &<< 1) & tops
      guard found != 0 else {
        at &+= 8
        continue
      }
      at &+= found.trailingZeroBitCount &>> 3
      guard at < length else { break }
      if start[at] == mark {
        if separator.count == 1 || isSeparator(separator, start + at, length - at) { return at }
      } else if start[at] &- 0xC3 > 2 {
        // Beyond Latin letters, what stands there may be one character with what is beside it, or equal to a mark.
        return -1
      }
      at &+= 1
    }
    return length
  }

  private func isSeparator(
    _ separator: CellList.Separator, _ start: UnsafePointer<UInt8>, _ length: Int
  ) -> Bool {
    guard separator.count <= length else { return false }
    for at in 0..<separator.count where start[at] != separators[separator.first + at] {
      return false
    }
    return true
  }

  /// Reads one of the pieces of a cell as a row; false for what the exact reader has to read.
  private func piece(_ list: List, _ start: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    var (start, length) = (start, length)
    TableColumns.trim(&start, &length)
    guard length > 0 else { return true }
    let number = list.pointee.list
    let row = number >= 0 ? batch.openRow(list: number) : 0
    if number >= 0 { writeRest(list.pointee.firstRest, list.pointee.endRest, row) }
    var at = 0
    for cell in list.pointee.firstCell..<list.pointee.endCell {
      guard at <= length else { return false }
      let plan = parts.base + cell
      var end = find(list.pointee.fieldSeparator, start, at, length)
      guard end >= 0 else { return false }
      var (part, count) = (start + at, end - at)
      TableColumns.trim(&part, &count)
      if !writeUsual(plan, part, count, row) {
        var value = CellValue()
        if count > 0 {
          guard let read = self.value(plan, part, count) else { return false }
          value = read
        }
        switch value.kind {
        case .unknown, .noRow: write(plan.pointee.absent, plan.pointee.column, row)
        case .none, .value: write(value, plan.pointee.column, row)
        }
      }
      if end == length { end = length + 1 } else { end += list.pointee.fieldSeparator.count }
      at = end
    }
    // Parts that are left over, or a last one that is empty.
    return at == length + 1
  }

  private typealias Lanes = SIMD16<UInt8>

  /// Reads pieces of plain ASCII as rows, as long as each of their parts is an instant of the usual form, a value that was
  /// met lately or nothing at all; says where the first stands that is none such, which is behind the end if all are.
  private func usualRows(
    _ list: List, _ start: UnsafePointer<UInt8>, _ from: Int, _ length: Int
  ) -> Int {
    let number = list.pointee.list
    guard list.pointee.hasPlainSeparators, number >= 0 else { return from }
    let (mark, rowMark) = (list.pointee.fieldMark, list.pointee.rowMark)
    let (marks, rowMarks) = (Lanes(repeating: mark), Lanes(repeating: rowMark))
    let first = UnsafePointer(parts.base + list.pointee.firstCell)
    let last = UnsafePointer(parts.base + list.pointee.endCell) - 1
    let end = start + length
    var piece = start + from
    while piece <= end, let row = batch.nextRow(list: number) {
      var (next, plan) = (piece, first)
      while true {
        let count = usualPart(plan, next, end - next, marks, rowMarks, row)
        guard count >= 0 else { return piece - start }
        next += count
        if plan == last { break }
        guard next < end, next.pointee == mark else { return piece - start }
        next += 1
        plan += 1
      }
      guard next > piece, next == end || next.pointee == rowMark else { break }
      writeRest(list.pointee.firstRest, list.pointee.endRest, row)
      _ = batch.openRow(list: number)
      piece = next + 1
    }
    return piece - start
  }

  /// Reads a part of a row, with so many bytes of the cell before it, up to a mark; says how many bytes it has, -1 for a
  /// part that is not as usual.
  @inline(__always) private func usualPart(
    _ plan: UnsafePointer<CellPlan>, _ start: UnsafePointer<UInt8>, _ rest: Int, _ marks: Lanes,
    _ rowMarks: Lanes, _ row: Int
  ) -> Int {
    if plan.pointee.action == .moment, rest >= Timestamp.length,
      writeUsual(plan, start, Timestamp.length, row)
    {
      return Timestamp.length
    }
    let raw = UnsafeRawPointer(start)
    let lanes = raw.loadUnaligned(as: Lanes.self)
    let ends = unsafeBitCast(
      unsafeBitCast(lanes .== marks, to: Lanes.self)
        | unsafeBitCast(lanes .== rowMarks, to: Lanes.self), to: SIMD2<UInt64>.self)
    var (first, second) = (ends[0].littleEndian, ends[1].littleEndian)
    if _slowPath(rest < 16) { TableColumns.end(&first, &second, at: rest) }
    // Of the lowest byte that ends the part, all bits below it are those of the part.
    var spelling = (first: raw.loadUnaligned(as: UInt64.self).littleEndian, second: 0 as UInt64)
    var count = first.trailingZeroBitCount &>> 3
    if first != 0 {
      spelling.first &= (first &- 1) & ~first
    } else {
      guard second != 0 else { return -1 }
      count &+= second.trailingZeroBitCount &>> 3
      spelling.second =
        raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian & (second &- 1) & ~second
    }
    guard count > 0 else {
      write(plan.pointee.absent, plan.pointee.column, row)
      return 0
    }
    guard plan.pointee.action == .value, let lately = plan.pointee.lately else { return -1 }
    let number = lately.find(ShortSpelling(spelling.first, spelling.second, length: count))
    guard number >= 0 else { return -1 }
    write(plan, number: number, row)
    return count
  }

  /// Marks the byte behind a cell that ends within sixteen bytes.
  @inline(never) private static func end(
    _ first: inout UInt64, _ second: inout UInt64, at rest: Int
  ) {
    if rest < 8 {
      first |= .max &<< UInt64(truncatingIfNeeded: rest &* 8)
    } else {
      second |= .max &<< UInt64(truncatingIfNeeded: (rest &- 8) &* 8)
    }
  }

  // MARK: rows with columns of their own

  func rows(_ list: List, _ cursor: RowCursor) -> Bool? {
    let number = list.pointee.list
    var goesOnWithAny = list.pointee.goesOnWithAny
    var (isEmpty, isOpen) = (true, false)
    for at in list.pointee.firstRow..<list.pointee.endRow {
      let plan = UnsafePointer(listRows.base + at)
      guard let kind = row(plan, number, cursor) else { return nil }
      self.isOpen[at] = kind == .unknown
      if kind == .value { isEmpty = false }
      if kind == .unknown {
        isOpen = true
        if plan.pointee.open.isAny { goesOnWithAny = true }
      }
    }
    // Of a list that may go on with any row and holds none, nothing is known.
    if isEmpty, goesOnWithAny { return false }
    if number >= 0 { batch.setKnown(list: number) }
    goOn(list)
    guard isOpen else { return true }
    for at in list.pointee.firstRow..<list.pointee.endRow where self.isOpen[at] {
      add(listRows[at].open, number)
    }
    return true
  }

  /// Adds a row if its cells say that it is there; says whether, nil for what the exact reader has to read.
  private func row(
    _ plan: UnsafePointer<CellRow>, _ list: Int, _ cursor: RowCursor
  ) -> CellValue.Kind? {
    var (hasValue, isUncertain) = (false, false)
    for cell in plan.pointee.firstCell..<plan.pointee.endCell {
      guard let value = value(parts.base + cell, cursor) else { return nil }
      values[cell] = value
      if value.kind == .value { hasValue = true }
      if value.kind == .unknown { isUncertain = true }
    }
    if plan.pointee.presence >= 0 {
      guard let value = value(parts.base + plan.pointee.presence, cursor) else { return nil }
      if value.kind == .unknown { return .unknown }
      guard value.kind == .value else { return .noRow }
      hasValue = true
    }
    guard hasValue else { return isUncertain ? .unknown : .noRow }
    guard list >= 0 else { return .value }
    let row = batch.openRow(list: list)
    writeRest(plan.pointee.firstRest, plan.pointee.endRest, row)
    for cell in plan.pointee.firstCell..<plan.pointee.endCell {
      let (value, part) = (values[cell], parts.base + cell)
      let isThere = value.kind == .none || value.kind == .value
      write(isThere ? value : part.pointee.absent, part.pointee.column, row)
    }
    return .value
  }

  // MARK: JSON

  func json(_ list: List, _ row: Int, _ cursor: RowCursor) -> Bool? {
    guard let (cell, count) = bytes(list, cursor) else { return false }
    guard count > 0 else { return list.pointee.blankIsEmpty ? nil : false }
    var (start, length) = (cell, count)
    TableColumns.trim(&start, &length)
    guard length > 0, let field = list.pointee.field, let plan = list.pointee.plan,
      !list.pointee.words.contains(start[0])
    else { return nil }
    let end = start + length
    var reader = JSONCursor(start, isLine: false)
    guard columns.value(field, plan, plan.pointee.keys, row, &reader), reader.next == end else {
      return nil
    }
    return true
  }
}
