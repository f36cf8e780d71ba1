/// A few thousand contacts as columns.
///
/// A row of list 0 is a contact on one clock: one that may have several clocks stands there once for each, one
/// after the other. Memory is kept from batch to batch.
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

  /// The rows of one list.
  public final class ListRows {
    /// How many rows there are, of all contacts.
    @exclusivity(unchecked) public fileprivate(set) var count = 0
    /// The first row of each contact, and the end of the last's.
    @exclusivity(unchecked) public var starts = BatchBuffer<Int32>(capacity: 1024)
    /// Whether a contact's list is known.
    @exclusivity(unchecked) public var isKnown = BatchBuffer<Bool>(capacity: 1024)
  }

  /// Makes an empty batch; columns of one kind and type share a dictionary.
  public init(_ layout: BatchLayout, phones: PhoneKeys) {
    self.phones = phones
    self.layout = layout
    var dictionaries: [FactType: FactDictionary] = [:]
    columns = layout.columns.map { spec in
      guard spec.encoding == .dictionary, spec.type != .text else {
        return BatchColumn(spec, dictionary: FactDictionary())
      }
      let shared = dictionaries[spec.type] ?? FactDictionary()
      dictionaries[spec.type] = shared
      return BatchColumn(spec, dictionary: shared)
    }
    lists = layout.lists.map { _ in ListRows() }
    let columns = columns
    columnsOfList = layout.lists.indices.map { list in columns.filter { $0.spec.list == list } }
  }

  /// How many rows of contacts there are.
  @inline(__always) public var count: Int { lists[0].count }

  /// Forgets all contacts.
  public func clear() {
    for list in lists { list.count = 0 }
    for column in columns { column.holdsDays = false }
  }

  /// Forgets the last contact, of which a reader cannot make sense.
  public func dropLast() {
    let row = count - 1
    for list in lists.dropFirst() { list.count = Int(list.starts.base[row]) }
    lists[0].count = row
  }

  /// Adds a contact of which nothing is known.
  public func beginContact() -> Int {
    let row = lists[0].count
    lists[0].count = row + 1
    for column in columnsOfList[0] { column.clear(row) }
    for list in lists.dropFirst() {
      list.starts.reserve(row + 2, keeping: row + 1)
      list.isKnown.reserve(row + 1, keeping: row)
      list.starts.base[row] = Int32(truncatingIfNeeded: list.count)
      list.starts.base[row + 1] = Int32(truncatingIfNeeded: list.count)
      list.isKnown.base[row] = false
    }
    return row
  }

  /// Says that the last contact's list is known, if only to be empty.
  @inline(__always) public func setKnown(list: Int) { lists[list].isKnown.base[count - 1] = true }

  /// Adds a row to a list of the last contact, of which nothing is known.
  public func appendRow(list number: Int) -> Int {
    let list = lists[number]
    let row = list.count
    list.count = row + 1
    list.starts.base[count] = Int32(truncatingIfNeeded: row + 1)
    for column in columnsOfList[number] { column.clear(row) }
    return row
  }

  /// Adds the last contact once more.
  public func repeatLast() {
    let row = count - 1
    let copy = beginContact()
    for column in columnsOfList[0] { column.copy(row, to: copy) }
    for number in lists.indices.dropFirst() {
      let list = lists[number]
      guard list.isKnown.base[row] else { continue }
      setKnown(list: number)
      for old in Int(list.starts.base[row])..<Int(list.starts.base[row + 1]) {
        let new = appendRow(list: number)
        for column in columnsOfList[number] { column.copy(old, to: new) }
      }
    }
  }
}
