/// A few thousand contacts as columns.
///
/// A row of list 0 is a contact on one clock: one that may have several clocks stands there once for each, one
/// after the other. Memory is kept from batch to batch. Of contacts that are still to come nothing is known, so that
/// only what is known has to be written.
public final class ContactBatch {
  /// What it holds.
  public let layout: BatchLayout
  /// The columns, in the layout's order.
  public let columns: [BatchColumn]
  /// The keys of phone numbers.
  public let phones: PhoneKeys
  /// The lists, in the layout's order; of list 0 only `count` is used.
  @exclusivity(unchecked) public private(set) var lists: [ListRows]
  private let columnsOfList: [[BatchColumn]]
  /// Where the columns' values are, by column, for who writes them by the million.
  public let cells: UnsafeMutablePointer<ColumnCells>
  /// Where the lists' rows are, by list.
  public let rows: UnsafeMutablePointer<ListCells>

  /// The rows of one list.
  public final class ListRows {
    fileprivate let cells: UnsafeMutablePointer<ListCells>
    @exclusivity(unchecked) fileprivate var ownStarts = BatchBuffer<Int32>(capacity: 1024)
    @exclusivity(unchecked) fileprivate var ownKnown = BatchBuffer<Bool>(capacity: 1024)
    @exclusivity(unchecked) fileprivate var ownOpen = BatchBuffer<Bool>(capacity: 1024)
    @exclusivity(unchecked) fileprivate var ownContacts = BatchBuffer<Int32>(capacity: 1024)

    fileprivate init(_ cells: UnsafeMutablePointer<ListCells>) {
      self.cells = cells
      cells.initialize(
        to: ListCells(
          starts: ownStarts.base, contacts: ownContacts.base, isKnown: ownKnown.base,
          isOpen: ownOpen.base))
    }

    /// How many rows there are, of all contacts.
    @inline(__always) public fileprivate(set) var count: Int {
      get { cells.pointee.count }
      set { cells.pointee.count = newValue }
    }
    /// The first row of each contact, and the end of the last's.
    @inline(__always) public var starts: UnsafeMutablePointer<Int32> { cells.pointee.starts }
    /// The contact of each row.
    @inline(__always) public var contacts: UnsafeMutablePointer<Int32> { cells.pointee.contacts }
    /// Whether a contact's list is known.
    @inline(__always) public var isKnown: UnsafeMutablePointer<Bool> { cells.pointee.isKnown }

    /// Whether a row stands for any number of rows like it, or for none.
    @inline(__always) public var isOpen: UnsafeMutablePointer<Bool> { cells.pointee.isOpen }
    /// Whether there is any such row.
    @inline(__always) public var hasOpen: Bool { cells.pointee.hasOpen }

    fileprivate func reserve(rows: Int, keeping kept: Int) {
      ownOpen.reserve(rows, keeping: kept)
      ownContacts.reserve(rows, keeping: kept)
      (cells.pointee.isOpen, cells.pointee.contacts) = (ownOpen.base, ownContacts.base)
    }

    fileprivate func reserve(contacts: Int, keeping kept: Int) {
      ownStarts.reserve(contacts + 1, keeping: kept + 1)
      ownKnown.reserve(contacts, keeping: kept)
      cells.pointee.starts = ownStarts.base
      cells.pointee.isKnown = ownKnown.base
    }
  }

  /// Makes an empty batch; columns of one kind and type share a dictionary.
  public init(_ layout: BatchLayout, phones: PhoneKeys) {
    self.phones = phones
    self.layout = layout
    layoutCount = layout.lists.count
    var dictionaries: [FactType: FactDictionary] = [:]
    columns = layout.columns.map { spec in
      guard spec.encoding == .dictionary, spec.type != .text else {
        return BatchColumn(
          spec, dictionary: FactDictionary(holdsPresence: spec.encoding == .presence))
      }
      let shared = dictionaries[spec.type] ?? FactDictionary()
      dictionaries[spec.type] = shared
      return BatchColumn(spec, dictionary: shared)
    }
    let rows = UnsafeMutablePointer<ListCells>.allocate(capacity: layout.lists.count)
    self.rows = rows
    lists = layout.lists.indices.map { ListRows(rows + $0) }
    let columns = columns
    columnsOfList = layout.lists.indices.map { list in columns.filter { $0.spec.list == list } }
    cells = .allocate(capacity: max(1, columns.count))
    for (number, column) in columns.enumerated() {
      (cells + number).initialize(to: column.cells)
      column.number = number
    }
    for list in layout.lists.indices { reserve(list: list, rows: 1024, keeping: 0) }
  }

  deinit {
    cells.deallocate()
    rows.deallocate()
  }

  /// How many rows of contacts there are.
  @inline(__always) public var count: Int { rows[0].count }

  private let layoutCount: Int

  /// Forgets all contacts.
  public func clear() {
    for column in columnsOfList[0] { column.clear(0..<count) }
    for list in lists {
      list.count = 0
      list.cells.pointee.hasOpen = false
    }
    for column in columns { column.holdsDays = false }
  }

  /// Forgets the last contact, of which a reader cannot make sense.
  public func dropLast() {
    let row = count - 1
    for list in lists.dropFirst() { list.count = Int(list.starts[row]) }
    for column in columnsOfList[0] { column.clear(row..<row + 1) }
    lists[0].count = row
  }

  /// Makes room for so many rows of a list, of which the first so many keep their values.
  @usableFromInline func reserve(list: Int, rows count: Int, keeping kept: Int) {
    for column in columnsOfList[list] {
      column.reserve(count, keeping: kept)
      if list == 0 { column.clear(kept..<count) }
      cells[column.number] = column.cells
    }
    if list == 0 {
      for inner in lists.dropFirst() { inner.reserve(contacts: count, keeping: kept) }
    }
    lists[list].reserve(rows: count, keeping: kept)
    rows[list].capacity = count
  }

  /// Adds a contact of which nothing is known.
  @inline(__always) public func openContact() -> Int {
    let row = rows[0].count
    if row &+ 1 >= rows[0].capacity { reserve(list: 0, rows: (row + 2) * 2, keeping: row) }
    rows[0].count = row &+ 1
    for number in 1..<max(1, layoutCount) {
      let list = rows + number
      let first = Int32(truncatingIfNeeded: list.pointee.count)
      list.pointee.starts[row] = first
      list.pointee.starts[row &+ 1] = first
      list.pointee.isKnown[row] = false
    }
    return row
  }

  /// Adds a row whose columns the caller all writes to a list of the last contact.
  @inlinable @inline(__always) public func openRow(list number: Int) -> Int {
    let list = rows + number
    let row = list.pointee.count
    if row &+ 1 >= list.pointee.capacity {
      reserve(list: number, rows: (row + 2) * 2, keeping: row)
    }
    list.pointee.count = row &+ 1
    list.pointee.starts[rows[0].count] = Int32(truncatingIfNeeded: row &+ 1)
    list.pointee.isOpen[row] = false
    list.pointee.contacts[row] = Int32(truncatingIfNeeded: rows[0].count &- 1)
    return row
  }

  /// The row that a list's next one will be, if there is room for it: its columns may be written before it is opened.
  @inlinable @inline(__always) public func nextRow(list number: Int) -> Int? {
    let count = rows[number].count
    return count &+ 1 < rows[number].capacity ? count : nil
  }

  /// Says that the last contact's list is known, if only to be empty.
  @inline(__always) public func setKnown(list: Int) { rows[list].isKnown[rows[0].count - 1] = true }

  /// Adds a row to a list of the last contact, of which nothing is known.
  public func appendRow(list number: Int) -> Int {
    let row = openRow(list: number)
    for column in columnsOfList[number] { column.clear(row..<row + 1) }
    return row
  }

  /// Says that a row of a list stands for any number of rows like it, or for none.
  public func setOpen(_ row: Int, list: Int) {
    rows[list].isOpen[row] = true
    rows[list].hasOpen = true
  }

  /// Adds the last contact once more.
  public func repeatLast() {
    let row = count - 1
    let copy = openContact()
    for column in columnsOfList[0] { column.copy(row, to: copy) }
    for number in lists.indices.dropFirst() {
      let list = lists[number]
      guard list.isKnown[row] else { continue }
      setKnown(list: number)
      for old in Int(list.starts[row])..<Int(list.starts[row + 1]) {
        let new = appendRow(list: number)
        if list.isOpen[old] { setOpen(new, list: number) }
        for column in columnsOfList[number] { column.copy(old, to: new) }
      }
    }
  }
}

/// Where the rows of one list are, until there is no more room for them.
public struct ListCells: BitwiseCopyable {
  /// How many rows there are, of all contacts.
  public var count = 0
  /// How many there is room for.
  public var capacity = 0
  /// The first row of each contact, and the end of the last's.
  public var starts: UnsafeMutablePointer<Int32>
  /// The contact of each row.
  public var contacts: UnsafeMutablePointer<Int32>
  /// Whether a contact's list is known.
  public var isKnown: UnsafeMutablePointer<Bool>
  /// Whether a row stands for any number of rows like it, or for none.
  public var isOpen: UnsafeMutablePointer<Bool>
  /// Whether there is any such row.
  public var hasOpen = false
}
