import Outreach

/// How a cell, or a part of one, is read into a column: plain memory.
struct CellPlan: BitwiseCopyable {
  enum Action: UInt8 {
    /// Text of which nobody reads more than whether it is there.
    case text
    case moment
    case phone
    /// Any other value, numbered by its spelling.
    case value
    /// A key that no field has: only the exact reader can tell of it.
    case stranger
  }

  var action: Action
  /// Whether the row's country decides what it means.
  var isRegion = false
  /// Whether a cell that begins like an instant may be a word of the mapping.
  var explainsInstants = false
  /// Whether a blank cell says nothing.
  var isUnknownWhereBlank = false
  /// The cell's place in its row; -1 if the table has no such column, or this is a part of a cell.
  var cell: Int
  /// The column of the value; -1 if none holds it.
  var column: Int
  /// Where the column's values are, and the spellings that were met lately in the cell: for who reads by the plan.
  var held: UnsafeMutablePointer<ColumnCells>?
  var lately: ShortSpellings?
  /// What a cell with nothing in it says, what one says that says that there is nothing, and what the column of a list
  /// holds where the cell says nothing.
  var blank = CellValue()
  var none = CellValue()
  var absent = CellValue()
  /// The spellings of its values, and how the exact reader reads it: places in the plan's lists.
  var spellings = -1
  var source = 0
  var words = WordStarts()

  init(action: Action, cell: Int, column: Int) {
    (self.action, self.cell, self.column) = (action, cell, column)
  }
}

/// What a cell says of a fact, as columns hold it: plain memory.
struct CellValue: BitwiseCopyable {
  /// What `CellReading` tells apart.
  enum Kind: UInt8 {
    case unknown
    case noRow
    case none
    case value
  }

  var kind = Kind.unknown
  var number = FactDictionary.unknown
  var state = MomentState.unknown
  /// The instant in milliseconds, or the number of the day.
  var point: Int64 = 0
  var key = PhoneKeys.unknown

  /// The numbers that stand in tables of spellings for what is no value of a dictionary.
  static let unknownNumber: UInt16 = 65_000
  static let noRowNumber: UInt16 = 65_001
  static let noneNumber: UInt16 = 65_002
}

/// How the exact reader reads a cell, where columns cannot.
struct CellSource {
  var column: BoundColumn
  /// What it is part of, and under which key; nil for a cell that says whether there is a row.
  var field: (kind: RecordKind, key: String)?
  /// The type by which a part of a packed cell is read; nil for whole cells.
  var partType: FactType?
  /// Whether anybody reads the fact.
  var isRead: Bool
  /// Whether it is a field of the organisation's own.
  var isOwn = false
  /// How words begin that the mapping explains.
  var words: WordStarts

  init(
    _ column: BoundColumn, _ field: (kind: RecordKind, key: String)?, partType: FactType? = nil,
    isRead: Bool
  ) {
    self.column = column
    self.field = field
    self.partType = partType
    self.isRead = isRead
    words = WordStarts(column.column.words.keys.map { $0 })
  }
}

/// The bytes with which the words begin that a mapping explains: a cell that begins with none of them is no such word.
struct WordStarts: BitwiseCopyable {
  private var bits = SIMD4<UInt64>()

  init() {}

  init(_ words: [String]) {
    guard !words.isEmpty else { return }
    // Blanks and letters of other scripts are left to the exact reader.
    for byte in UInt8.min...UInt8.max where byte <= 0x20 || byte >= 0x80 { insert(byte) }
    for first in words.compactMap(\.utf8.first) {
      insert(first)
      if (0x61...0x7A).contains(first) { insert(first & 0xDF) }
    }
  }

  private mutating func insert(_ byte: UInt8) {
    bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  @inline(__always) func contains(_ byte: UInt8) -> Bool {
    bits[Int(byte &>> 6)] &>> UInt64(byte & 63) & 1 != 0
  }
}

/// Values in plain memory, which whoever made it gives up.
struct PlainList<Element: BitwiseCopyable>: BitwiseCopyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ values: [Element]) {
    count = values.count
    base = .allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (base + index).initialize(to: value) }
  }

  @inline(__always) subscript(_ index: Int) -> Element {
    get { base[index] }
    nonmutating set { base[index] = newValue }
  }
}

/// A column with what it holds where no cell speaks of it.
struct RestColumn: BitwiseCopyable {
  var column: Int
  var value: CellValue
}

/// How cells give the rows of a list: plain memory.
struct CellList: BitwiseCopyable {
  enum Action: UInt8 {
    /// Rows packed in one cell.
    case packed
    /// Rows of which each has columns of its own.
    case rows
    /// JSON in one cell: of a list, or of a record or table.
    case json
    /// The same of every contact: empty, or none.
    case constant
  }

  var action: Action
  /// The list of the batch; -1 if none holds it.
  var list: Int
  var isOptOuts = false
  /// The cell in which everything stands, and how words begin that stand for all of it.
  var cell = -1
  var words = WordStarts()
  /// Whether a blank cell says that the list is empty.
  var blankIsEmpty = false
  /// Of packed rows: what stands between them, and between their fields, as bytes of `separators` in the plan.
  var rowSeparator = Separator(first: 0, count: 0)
  var fieldSeparator = Separator(first: 0, count: 0)
  /// What they begin with, and whether they are no longer than that and not blank.
  var rowMark: UInt8 = 0
  var fieldMark: UInt8 = 0
  var hasPlainSeparators = false
  /// The fields of a packed row: `cells[first..<end]` of the plan, and what no field speaks of.
  var firstCell = 0
  var endCell = 0
  var firstRest = 0
  var endRest = 0
  /// Rows with columns of their own: `rows[first..<end]` of the plan.
  var firstRow = 0
  var endRow = 0
  /// The rows with which it may go on: `openRows[first..<end]` of the plan, and whether one of them may be any.
  var firstOpen = 0
  var endOpen = 0
  var goesOnWithAny = false
  /// Of JSON: the field of its record's plan.
  var field: UnsafeMutablePointer<RecordPlan.Field>?
  var plan: UnsafeMutablePointer<RecordPlan>?
}

extension CellList {
  /// What stands between parts of a cell: `separators[first..<first + count]` of the plan.
  struct Separator: BitwiseCopyable {
    var first: Int
    var count: Int
  }
}

/// A row of a list that has columns of its own: plain memory.
struct CellRow: BitwiseCopyable {
  /// The cell that says whether there is such a row, in the plan's cells; -1 if none does.
  var presence: Int
  /// Its fields: `cells[first..<end]` of the plan.
  var firstCell: Int
  var endCell: Int
  /// What is the same in every such row, and what no cell speaks of.
  var firstRest: Int
  var endRest: Int
  /// What the row is where nobody knows whether it is there.
  var open: OpenRow
}

/// A row that stands for any number of rows, or for none: plain memory.
struct OpenRow: BitwiseCopyable {
  /// What it holds in all columns of its list: `rest[first..<end]` of the plan.
  var firstRest: Int
  var endRest: Int
  /// Whether nothing is the same in all such rows.
  var isAny: Bool
}
