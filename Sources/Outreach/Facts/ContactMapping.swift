/// How the columns of a table become the facts of contacts.
public struct ContactMapping: Sendable {
  /// Its name with that of its policy: `exports.hubspot`.
  public var id: String

  /// What it is for.
  public var title: String

  /// The columns by which a table is recognised, each with its spellings; empty if only its name chooses it.
  public var recognisedBy: [[String]] = []

  /// The byte between cells; nil to tell it by the header.
  public var separator: UInt8?

  /// The columns, in the order written.
  public var columns: [Column] = []

  /// Facts of every row, as members of the contact.
  public var constants: FactTree?

  /// The lists that may hold more rows than the columns tell of.
  public var incomplete: [IncompleteList] = []

  /// Makes a mapping without columns.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }

  /// A column with the fact that its cells give.
  public struct Column: Sendable {
    /// The spellings of its name; the first that a table has counts.
    public var spellings: [String]

    /// The fact.
    public var target: Target

    /// What kind of value a cell holds; of a target that is a row itself, the truth that there is such a row.
    public var type: FactType

    /// What a cell with nothing in it means.
    public var blank: Blank = .unknown

    /// How days and times are written.
    public var dates = DateReading()

    /// What words of cells mean, by `folded` spelling; nil for unknown.
    public var words: [String: FactTree.Content?] = [:]

    /// How a cell is cut into values.
    public var split: Split?

    /// Makes a column whose cells hold one value and whose blank cells are unknown.
    public init(spellings: [String], target: Target, type: FactType) {
      self.spellings = spellings
      self.target = target
      self.type = type
    }
  }

  /// What a cell with nothing in it means.
  public enum Blank: Hashable, Sendable {
    /// Nobody said.
    case unknown
    /// There is no such row of the list; of a fact outside of lists, known to be none.
    case noRow
    /// Known to be none, within a row of a list too.
    case none
  }

  /// The fact that a column gives.
  public struct Target: Hashable, Sendable {
    /// The keys that lead from the contact to the fact, the list or the entry's field.
    public var path: [String]

    /// The row of the list at the path; nil for a fact outside of lists, and for whole lists.
    public var row: Row?

    /// Makes a target.
    public init(path: [String], row: Row? = nil) {
      self.path = path
      self.row = row
    }
  }

  /// A row of a list, told from others by fields that are the same in every contact.
  public struct Row: Hashable, Sendable {
    /// These fields, sorted by key.
    public var fields: [FactTree.Member]

    /// The field that the cell gives; nil where it says whether there is such a row.
    public var field: String?

    /// Makes a row.
    public init(fields: [FactTree.Member], field: String?) {
      self.fields = fields.sorted { $0.key < $1.key }
      self.field = field
    }

    /// Whether both are the same row of one list.
    public func isSameRow(as other: Row) -> Bool {
      fields.map(\.key) == other.fields.map(\.key)
        && fields.map(\.value.content) == other.fields.map(\.value.content)
    }
  }

  /// A list that may go on.
  public struct IncompleteList: Sendable {
    /// The keys that lead to it.
    public var path: [String]

    /// The fields that its further rows have; empty if they may be any.
    public var fields: [FactTree.Member]

    /// Makes an incomplete list.
    public init(path: [String], fields: [FactTree.Member]) {
      self.path = path
      self.fields = fields
    }
  }

  /// How a cell is cut into the values of a list.
  public struct Split: Hashable, Sendable {
    /// What stands between the values.
    public var separator: String

    /// What stands between the fields of a value, and the fields with their types; nil for values without fields.
    public var fields: Fields?

    /// Makes a split.
    public init(separator: String, fields: Fields? = nil) {
      self.separator = separator
      self.fields = fields
    }

    /// How a value is cut into fields.
    public struct Fields: Hashable, Sendable {
      /// What stands between them.
      public var separator: String

      /// Their names and types, in order.
      public var fields: [Field]

      /// Makes the fields.
      public init(separator: String, fields: [Field]) {
        self.separator = separator
        self.fields = fields
      }
    }

    /// A field of a value.
    public struct Field: Hashable, Sendable {
      /// Its key.
      public var key: String

      /// Its type.
      public var type: FactType

      /// Makes a field.
      public init(key: String, type: FactType) {
        self.key = key
        self.type = type
      }
    }
  }

  /// How days and times of day are written.
  public struct DateReading: Hashable, Sendable {
    /// The order of day, month and year.
    public var order: Order

    /// The zone of times without an offset; nil if there can be none.
    public var zone: String?

    /// Makes a reading; without an order, dates begin with the year (ISO 8601).
    public init(order: Order = .yearMonthDay, zone: String? = nil) {
      self.order = order
      self.zone = zone
    }

    /// The orders in which the parts of a date are written; the raw value is the first of them.
    public enum Order: String, Hashable, Sendable {
      case dayMonthYear = "day"
      case monthDayYear = "month"
      case yearMonthDay = "year"
    }
  }

  /// A column's name or a word of a cell as they are compared: without regard to ASCII case and to white space
  /// but single blanks between words.
  public static func folded(_ text: some StringProtocol) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var blank = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "\u{FEFF}" {
        blank = !result.isEmpty
        continue
      }
      if blank { result.append(0x20) }
      blank = false
      let value = scalar.value
      if (65...90).contains(value) {
        result.append(UInt8(value + 32))
      } else {
        result.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
