import Outreach

extension TableColumns {
  /// Writes what a cell or a part of one says, if it is an instant of the usual form or a value that was met before.
  @inline(__always) func writeUsual(
    _ plan: UnsafePointer<CellPlan>, _ start: UnsafePointer<UInt8>, _ length: Int, _ row: Int
  ) -> Bool {
    switch plan.pointee.action {
    case .moment:
      guard length == Timestamp.length, !plan.pointee.explainsInstants,
        let instant = Timestamp.universal(start)
      else { return false }
      write(plan, instant: instant, row)
      return true
    case .value:
      guard length &- 1 < ShortSpelling.longest, length > 0, let lately = plan.pointee.lately
      else { return false }
      let number = lately.find(
        ShortSpelling(
          start, length, ofCountry: plan.pointee.isRegion ? countryNumber : 0))
      guard number >= 0 else { return false }
      write(plan, number: number, row)
      return true
    case .text:
      guard length > 0, start[0] > 0x20, start[0] < 0x80, !plan.pointee.words.contains(start[0])
      else { return false }
      write(plan, number: Int(FactDictionary.present), row)
      return true
    case .phone, .stranger: return false
    }
  }

  @inline(__always) func write(
    _ plan: UnsafePointer<CellPlan>, instant milliseconds: Int64, _ row: Int
  ) {
    guard let held = plan.pointee.held else { return }
    held.pointee.states[row] = MomentState.some
    held.pointee.low[row] = milliseconds
    held.pointee.high[row] = milliseconds
  }

  @inline(__always) func write(_ plan: UnsafePointer<CellPlan>, number: Int, _ row: Int) {
    plan.pointee.held?.pointee.numbers[row] = UInt16(truncatingIfNeeded: number)
  }

  /// What a cell says; nil for what the exact reader has to read.
  @inline(__always) func value(
    _ plan: UnsafePointer<CellPlan>, _ cursor: RowCursor
  ) -> CellValue? {
    guard plan.pointee.cell >= 0 else {
      // A column that the table lacks says nothing; a constant has no cell either.
      return plan.pointee.blank.kind == .value ? plan.pointee.blank : CellValue()
    }
    let cell = cursor.cells[plan.pointee.cell]
    guard cell.length > 0 else { return plan.pointee.blank }
    guard !cell.hasDoubledQuotes else {
      let (start, length) = withoutDoubledQuotes(cell)
      return value(plan, start, length)
    }
    return value(plan, cell.start, cell.length)
  }

  /// What the bytes of a cell or of a part of one say, of which there are some.
  @inline(__always) func value(
    _ plan: UnsafePointer<CellPlan>, _ first: UnsafePointer<UInt8>, _ whole: Int
  ) -> CellValue? {
    var (start, length) = (first, whole)
    TableColumns.trim(&start, &length)
    guard length > 0 else { return exact(plan, first, whole) }
    switch plan.pointee.action {
    case .moment:
      return moment(plan, start, length)
    case .text:
      guard start[0] > 0x20, start[0] < 0x80, !plan.pointee.words.contains(start[0]) else {
        return exact(plan, start, length)
      }
      return CellValue(kind: .value, number: FactDictionary.present)
    case .value:
      return plan.pointee.isRegion
        ? region(plan, start, length) : spelled(plan, start, length, start, length)
    case .phone:
      guard start[0] > 0x20, start[0] < 0x80, start[0] != UInt8(ascii: "'"),
        start[length - 1] > 0x20, start[length - 1] < 0x80, !plan.pointee.words.contains(start[0])
      else { return nil }
      var value = CellValue(kind: .value)
      if plan.pointee.column >= 0 {
        value.key = numbers.key(
          of: JSONString(start: start, length: length, hasEscape: false), country)
      }
      return value
    case .stranger: return nil
    }
  }

  /// A point in time; forms that only the mapping explains are left to the exact reader of cells.
  @inline(__always) private func moment(
    _ plan: UnsafePointer<CellPlan>, _ start: UnsafePointer<UInt8>, _ length: Int
  ) -> CellValue? {
    guard !plan.pointee.words.contains(start[0]) else { return exact(plan, start, length) }
    var value = CellValue(kind: .value)
    value.state = MomentState.some
    if length == 20, let instant = Timestamp.universal(start) {
      value.point = instant
      return value
    }
    let bytes = UnsafeBufferPointer(start: start, count: length).span
    if let date = CivilDate(iso: bytes) {
      value.state = MomentState.day
      value.point = Int64(date.dayNumber)
    } else if let instant = Instant(rfc3339: bytes) {
      value.point = instant.milliseconds
    } else {
      return exact(plan, start, length)
    }
    return value
  }

  /// A value by its spelling, which stands elsewhere where more than the cell decides.
  @inline(__always) private func spelled(
    _ plan: UnsafePointer<CellPlan>, _ start: UnsafePointer<UInt8>, _ length: Int,
    _ key: UnsafePointer<UInt8>, _ keyLength: Int
  ) -> CellValue? {
    let hash = SpellingTable.hash(key, keyLength)
    let number = spellings[plan.pointee.spellings].find(key, keyLength, hash)
    if number >= 0 {
      var value = CellValue(kind: .value)
      switch UInt16(truncatingIfNeeded: number) {
      case CellValue.unknownNumber: value.kind = .unknown
      case CellValue.noRowNumber: value = plan.pointee.none(.noRow)
      case CellValue.noneNumber: value = plan.pointee.none(.none)
      case let number:
        value.number = number
        if length <= ShortSpelling.longest {
          let country = plan.pointee.isRegion ? countryNumber : 0
          plan.pointee.lately?.note(
            ShortSpelling(start, length, ofCountry: country), number: number)
        }
      }
      return value
    }
    guard let value = exact(plan, start, length) else { return nil }
    let told: UInt16 =
      switch value.kind {
      case .unknown: CellValue.unknownNumber
      case .noRow: CellValue.noRowNumber
      case .none: CellValue.noneNumber
      case .value: value.number
      }
    spellings[plan.pointee.spellings].add(key, keyLength, hash, number: told)
    return value
  }

  /// A state or province, which the row's country decides.
  private func region(
    _ plan: UnsafePointer<CellPlan>, _ start: UnsafePointer<UInt8>, _ length: Int
  ) -> CellValue? {
    let nation = max(0, country.length)
    guard length + nation < 256 else { return exact(plan, start, length) }
    let key = take(nation + 1 + length)
    key.update(from: country.start, count: nation)
    key[nation] = 0
    (key + nation + 1).update(from: start, count: length)
    return spelled(plan, start, length, key, nation + 1 + length)
  }

  /// What the exact reader says of a cell by itself; nil if it complains.
  func exact(
    _ plan: UnsafePointer<CellPlan>, _ start: UnsafePointer<UInt8>, _ length: Int
  ) -> CellValue? {
    let source = sources[plan.pointee.source]
    let bytes = UnsafeBufferPointer(start: start, count: length)
    let text = String(decoding: bytes, as: UTF8.self).trimmed
    let reading: CellReading
    if let type = source.partType {
      guard !text.isEmpty else { return CellValue() }
      guard
        let found = try? table.cells.value(
          text, type, source.column, at: .startOfFile, country: nil)
      else { return nil }
      reading = found
    } else {
      guard
        let found = try? table.cells.read(
          text, source.column, at: .startOfFile, country: countries[countryNumber].text)
      else { return nil }
      reading = found
    }
    switch reading {
    case .unknown: return CellValue()
    case .noRow: return plan.pointee.none(.noRow)
    case .none: return plan.pointee.none(.none)
    case .value(let tree): return decoded(tree, source, plan.pointee.column)
    }
  }

  /// A written value as a column holds it; nil if its field cannot have it.
  private func decoded(_ tree: FactTree, _ source: CellSource, _ column: Int) -> CellValue? {
    guard let field = source.field else {
      // Whether there is a row: anything but true says that there is none.
      return CellValue(kind: tree.content == .truth(true) ? .value : .noRow)
    }
    guard source.isRead else { return CellValue(kind: .value) }
    var decoder = FactDecoder(file: -1, options: table.options)
    if source.isOwn {
      let member = FactTree.Member(key: field.key, keyPlace: tree.place, value: tree)
      let whole = FactTree(.object([member]), tree.place)
      return decoder.field(whole, key: "custom", of: field.kind).map { _ in
        CellValue(kind: .value)
      }
    }
    return decoder.field(tree, key: field.key, of: field.kind).map {
      CellValue($0, column < 0 ? nil : batch.columns[column])
    }
  }

  // MARK: bytes

  /// Leaves out the blanks around bytes, which no cell means.
  @inline(__always) static func trim(_ start: inout UnsafePointer<UInt8>, _ length: inout Int) {
    while length > 0, TableColumns.isBlank(start[0]) {
      start += 1
      length &-= 1
    }
    while length > 0, TableColumns.isBlank(start[length &- 1]) { length &-= 1 }
  }

  @inline(__always) private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 9 < 5
  }

  /// Room for bytes until the row is read, with eight more behind them.
  func take(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    scratch.reserve(scratchUsed + count + 64, keeping: scratchUsed)
    let start = scratch.base + scratchUsed
    scratchUsed += count + 8
    return start
  }

  /// The bytes of a cell, doubled quotes made one, with zeros behind them.
  func withoutDoubledQuotes(_ cell: RowCursor.Cell) -> (UnsafePointer<UInt8>, Int) {
    let start = take(cell.length + 64)
    var length = 0
    var at = 0
    while at < cell.length {
      start[length] = cell.start[at]
      at += cell.start[at] == 0x22 ? 2 : 1
      length += 1
    }
    (start + length).initialize(repeating: 0, count: 64)
    return (UnsafePointer(start), length)
  }

  // MARK: country and number

  /// Finds the country of the row; false for what the exact reader has to read.
  func readCountry(_ cursor: RowCursor) -> Bool {
    guard countryCell >= 0 else { return true }
    let cell = cursor.cells[countryCell]
    guard cell.length > 0, !cell.hasDoubledQuotes else {
      setCountry(0)
      return cell.length == 0
    }
    let isShort = cell.length <= ShortSpelling.longest
    let spelling = isShort ? ShortSpelling(cell.start, cell.length) : ShortSpelling()
    let met = isShort ? countriesLately.find(spelling) : -1
    if met >= 0 {
      setCountry(met)
      return true
    }
    let hash = SpellingTable.hash(cell.start, cell.length)
    let known = countrySpellings.find(cell.start, cell.length, hash)
    if known >= 0 {
      setCountry(known)
      if isShort { countriesLately.note(spelling, number: UInt16(known)) }
      return true
    }
    let text = String(
      decoding: UnsafeBufferPointer(start: cell.start, count: cell.length), as: UTF8.self
    ).trimmed
    guard let column = table.mapping.country,
      let reading = try? table.cells.read(text, column, at: .startOfFile, country: nil)
    else { return false }
    var country: String?
    if case .value(let tree) = reading { country = tree.spelling }
    guard countries.count < 1024 else { return false }
    let number = remember(country: country)
    countrySpellings.add(cell.start, cell.length, hash, number: UInt16(number))
    setCountry(number)
    return true
  }

  /// Keeps the spelling of a country; says under which number.
  func remember(country text: String?) -> Int {
    let bytes = Array((text ?? "").utf8) + Array(repeating: 0, count: 8)
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = memory.initialize(from: bytes)
    let number = countries.count
    countries.append((text, memory))
    countryBytes.reserve(number + 1, keeping: number)
    countryBytes.base[number] = JSONString(
      start: UnsafePointer(memory.baseAddress ?? nothing),
      length: text == nil ? -1 : bytes.count - 8, hasEscape: false)
    return number
  }

  @inline(__always) func setCountry(_ number: Int) {
    countryNumber = number
    country = countryBytes.base[number]
  }

  /// The row's only number, of length -1 if it has none; nil for what the exact reader has to read.
  func phone(_ cursor: RowCursor) -> JSONString? {
    var found = JSONString(start: nothing, length: -1, hasEscape: false)
    for number in 0..<phoneCells.count {
      let cell = cursor.cells[phoneCells[number].cell]
      guard cell.length > 0 else { continue }
      var (start, length) = (cell.start, cell.length)
      TableColumns.trim(&start, &length)
      guard length > 0, found.length < 0, !cell.hasDoubledQuotes else { return nil }
      let (first, last) = (start[0], start[length - 1])
      guard first > 0x20, first < 0x80, last > 0x20, last < 0x80,
        !phoneCells[number].words.contains(first)
      else { return nil }
      found = JSONString(start: start, length: length, hasEscape: false)
    }
    return found
  }

  /// Whether a spreadsheet did nothing to a number that would have to be undone.
  func isUndamaged(_ text: JSONString) -> Bool {
    var isPlain = text.start[0] == UInt8(ascii: "+")
    for at in 1..<max(1, text.length) where text.start[at] &- 0x30 > 9 { isPlain = false }
    if isPlain { return true }
    let written = String(
      decoding: UnsafeBufferPointer(start: text.start, count: text.length), as: UTF8.self)
    let cell = try? PhoneCell(
      written, country: countries[countryNumber].text, numbers: table.cells.world?.numbers)
    return cell.map { $0.repair == nil } ?? false
  }
}

extension CellPlan {
  /// What a word says that means that there is nothing.
  fileprivate func none(_ kind: CellValue.Kind) -> CellValue {
    var value = none
    value.kind = kind
    return value
  }
}
