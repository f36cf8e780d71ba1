import Outreach

/// Reads the rows of one table straight into the columns of a batch.
///
/// What is odd in any way is left to the exact reader, whose records and complaints are the definition.
final class TableColumns {
  let table: ContactTable
  let batch: ContactBatch
  let numbers: NumberClasses
  /// Who owns this.
  unowned(unsafe) let columns: ContactColumns
  let sources: [CellSource]
  let spellings: UnsafeMutablePointer<SpellingTable>
  private let spellingCount: Int
  /// For each of the tables of spellings, and for countries, those that were met lately.
  private let short: UnsafeMutablePointer<ShortSpellings.Entry>

  private let leaves: PlainList<CellPlan>
  let parts: PlainList<CellPlan>
  private let lists: PlainList<CellList>
  let listRows: PlainList<CellRow>
  let openRows: PlainList<OpenRow>
  private let rest: PlainList<RestColumn>
  let separators: PlainList<UInt8>
  private let encodings: PlainList<BatchLayout.Encoding>
  /// What the cells of one row of a list say, until it is known whether there is such a row.
  let values: PlainList<CellValue>
  /// Whether it is uncertain that a row is there.
  let isOpen: PlainList<Bool>

  /// The country of the row being read, and where the countries' spellings lie.
  @exclusivity(unchecked) var country: JSONString
  @exclusivity(unchecked) var countryNumber = 0
  @exclusivity(unchecked) var countries:
    [(text: String?, bytes: UnsafeMutableBufferPointer<UInt8>)] = []
  @exclusivity(unchecked) var countryBytes = BatchBuffer<JSONString>(capacity: 64)
  @exclusivity(unchecked) var countrySpellings = SpellingTable()
  let countriesLately: ShortSpellings
  /// Cells whose doubled quotes were made one, and spellings put together for a look-up.
  @exclusivity(unchecked) var scratch = BatchBuffer<UInt8>(capacity: 4096)
  @exclusivity(unchecked) var scratchUsed = 0
  @exclusivity(unchecked) private var suppliesOptOuts = false
  /// Whether the row is plain ASCII.
  @exclusivity(unchecked) var isPlain = false
  let phoneCells: PlainList<PhonePlan>
  let countryCell: Int
  private let idCell: Int
  private let idWords: WordStarts
  private let headerCount: Int
  let nothing = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)

  /// Makes a reader of a table's rows.
  ///
  /// - Returns: nil for a table that only the exact reader reads.
  init?(_ table: ContactTable, _ columns: ContactColumns, _ numbers: NumberClasses) {
    guard let plan = TablePlan(table, columns.batch, columns.plans) else { return nil }
    self.table = table
    self.columns = columns
    self.numbers = numbers
    batch = columns.batch
    sources = plan.sources
    spellingCount = plan.spellingCount
    spellings = .allocate(capacity: max(1, spellingCount))
    for number in 0..<spellingCount { (spellings + number).initialize(to: SpellingTable()) }
    let room = (spellingCount + 1) * ShortSpellings.count
    short = .allocate(capacity: room)
    short.initialize(repeating: ShortSpellings.Entry(), count: room)
    countriesLately = ShortSpellings(short + spellingCount * ShortSpellings.count)
    leaves = PlainList(plan.leaves)
    parts = PlainList(plan.cells)
    lists = PlainList(plan.lists)
    listRows = PlainList(plan.rows)
    openRows = PlainList(plan.openRows)
    isOpen = PlainList(Array(repeating: false, count: plan.rows.count))
    rest = PlainList(plan.rest)
    separators = PlainList(plan.separators)
    encodings = PlainList(columns.batch.columns.map(\.spec.encoding))
    values = PlainList(Array(repeating: CellValue(), count: plan.cells.count))
    phoneCells = PlainList(
      table.mapping.phones.compactMap { column in
        column.index.map {
          PhonePlan(cell: $0, words: WordStarts(column.column.words.keys.map { $0 }))
        }
      })
    countryCell = table.mapping.country?.index ?? -1
    idCell = table.mapping.id?.index ?? -1
    idWords = WordStarts(table.mapping.id?.column.words.keys.map { $0 } ?? [])
    headerCount = table.header.count
    nothing.initialize(repeating: 0, count: 8)
    country = JSONString(start: nothing, length: -1, hasEscape: false)
    for list in [leaves, parts] {
      for number in 0..<list.count {
        let cell = list.base + number
        if cell.pointee.column >= 0 { cell.pointee.held = batch.cells + cell.pointee.column }
        guard cell.pointee.spellings >= 0 else { continue }
        cell.pointee.lately = ShortSpellings(
          short + cell.pointee.spellings * ShortSpellings.count)
      }
    }
    _ = remember(country: nil)
    if table.mapping.country == nil,
      case .object(let members)? = table.mapping.mapping.constants?.content
    {
      let constant = members.first { $0.key == "country" }?.value.spelling
      setCountry(remember(country: constant))
    }
  }

  deinit {
    spellings.deinitialize(count: spellingCount)
    spellings.deallocate()
    short.deallocate()
    leaves.base.deallocate()
    parts.base.deallocate()
    lists.base.deallocate()
    listRows.base.deallocate()
    openRows.base.deallocate()
    isOpen.base.deallocate()
    rest.base.deallocate()
    separators.base.deallocate()
    encodings.base.deallocate()
    values.base.deallocate()
    phoneCells.base.deallocate()
    nothing.deallocate()
    for country in countries { country.bytes.deallocate() }
  }

  /// Reads a row as the batch's next contact; nil, and the batch as it was, for one that the exact reader has to read.
  func read(_ cursor: RowCursor) -> ContactColumns.Reading? {
    guard cursor.count == headerCount, cursor.isText || isText(cursor) else { return nil }
    isPlain = cursor.isPlain
    scratchUsed = 0
    scratch.reserve(cursor.length * 2 + 144 * (headerCount + 2), keeping: 0)
    suppliesOptOuts = false
    if !columns.otherPhones.isEmpty { columns.otherPhones.removeAll(keepingCapacity: true) }
    let row = batch.openContact()
    let known = columns.strangerCount
    guard readCountry(cursor), let phone = phone(cursor), fill(row, cursor),
      let (number, key) = read(phone)
    else {
      batch.dropLast()
      columns.strangerCount = known
      return nil
    }
    columns.settleWithdrawals(row, suppliesOptOuts: suppliesOptOuts)
    batch.cells[BatchLayout.phone].keys[row] = key
    if !columns.otherPhones.isEmpty {
      for other in columns.otherPhones {
        batch.cells[other.column].keys[other.row] = numbers.key(of: other.text, country)
      }
    }
    return ContactColumns.Reading(
      end: cursor.start + cursor.length, id: id(cursor), number: number,
      strangers: columns.strangers(from: known))
  }

  /// Reads the row's number, if it has one; nil for what the exact reader has to read.
  private func read(_ phone: JSONString) -> (NumberInColumns, UInt64)? {
    guard phone.length >= 0 else { return (NumberInColumns(state: .unknown), PhoneKeys.unknown) }
    if let canonical = numbers.readCanonical(phone) { return canonical }
    return isUndamaged(phone) ? numbers.readOdd(phone, country) : nil
  }

  /// Whether a row of a block that is not all text is.
  private func isText(_ cursor: RowCursor) -> Bool {
    let bytes = UnsafeBufferPointer(start: cursor.start, count: cursor.length)
    return (try? UTF8Span(validating: bytes.span)) != nil
  }

  // MARK: facts

  private func fill(_ row: Int, _ cursor: RowCursor) -> Bool {
    let cells = cursor.cells
    for number in 0..<leaves.count {
      let leaf = UnsafePointer(leaves.base + number)
      if leaf.pointee.cell >= 0 {
        let cell = UnsafePointer(cells + leaf.pointee.cell)
        let length = cell.pointee.length
        if length == 0, leaf.pointee.isUnknownWhereBlank { continue }
        if length > 0, !cell.pointee.hasDoubledQuotes,
          writeUsual(leaf, cell.pointee.start, length, row)
        {
          continue
        }
      }
      guard let value = value(leaf, cursor) else { return false }
      if value.kind != .unknown { write(value, leaf.pointee.column, row) }
    }
    for number in 0..<lists.count {
      guard let given = fillList(number, row, cursor) else { return false }
      if given, lists[number].isOptOuts { suppliesOptOuts = true }
    }
    return true
  }

  /// Fills a list; says whether it is given, nil for what the exact reader has to read.
  private func fillList(_ number: Int, _ row: Int, _ cursor: RowCursor) -> Bool? {
    let list = UnsafePointer(lists.base + number)
    switch list.pointee.action {
    case .packed: return packed(list, cursor)
    case .rows: return rows(list, cursor)
    case .constant:
      if list.pointee.list >= 0 { batch.setKnown(list: list.pointee.list) }
      return true
    case .json:
      return json(list, row, cursor)
    }
  }

  /// Writes what a list's new row holds where no cell speaks of it.
  func writeRest(_ first: Int, _ end: Int, _ row: Int) {
    for at in first..<end { write(rest[at].value, rest[at].column, row) }
  }

  @inline(__always) func write(_ value: CellValue, _ column: Int, _ row: Int) {
    guard column >= 0 else { return }
    let cells = batch.cells + column
    switch encodings[column] {
    case .dictionary, .presence: cells.pointee.numbers[row] = value.number
    case .moment:
      cells.pointee.states[row] = value.state
      cells.pointee.low[row] = value.point
      cells.pointee.high[row] = value.point
      if value.state == MomentState.day { batch.columns[column].holdsDays = true }
    case .phone: cells.pointee.keys[row] = value.key
    }
  }

  // MARK: id

  private func id(_ cursor: RowCursor) -> JSONString? {
    guard idCell >= 0 else { return nil }
    let cell = cursor.cells[idCell]
    guard cell.length > 0 else { return nil }
    var (start, length) = (cell.start, cell.length)
    TableColumns.trim(&start, &length)
    guard length > 0 else {
      return JSONString(start: cell.start, length: cell.length, hasEscape: true)
    }
    let (first, last) = (start[0], start[length - 1])
    let isOdd =
      cell.hasDoubledQuotes || first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80
      || first == UInt8(ascii: "'") || idWords.contains(first)
    return JSONString(start: start, length: length, hasEscape: isOdd)
  }
}

/// A cell that may hold a number of the contact: plain memory.
struct PhonePlan: BitwiseCopyable {
  var cell: Int
  var words: WordStarts
}
