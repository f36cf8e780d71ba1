/// Which facts of contacts a batch holds, and how: what a bulk engine asks a reader for.
public struct BatchLayout: Sendable {
  /// The contact itself, then the lists within it whose rows are held.
  public private(set) var lists: [List] = [List(route: [], kind: .contact)]

  /// The columns, of all lists.
  public private(set) var columns: [Column] = []

  /// A list of records within a contact.
  public struct List: Hashable, Sendable {
    /// The way from the contact to the list.
    public var route: [RouteStep]

    /// The kind of its rows.
    public var kind: RecordKind
  }

  /// One fact of each row of a list.
  public struct Column: Hashable, Sendable {
    /// The number of the list.
    public var list: Int

    /// The way from the row to the fact.
    public var route: [RouteStep]

    /// The kind of the values.
    public var type: FactType

    /// How they are held.
    public var encoding: Encoding
  }

  /// How the values of a column are held.
  public enum Encoding: Hashable, Sendable, BitwiseCopyable {
    /// By their numbers in a dictionary of distinct values.
    case dictionary
    /// By such numbers, where all values are one: of a text that is only asked for being there.
    case presence
    /// As points in time.
    case moment
    /// As keys of phone numbers.
    case phone

    /// Whether values are held by numbers in a dictionary.
    public var isNumbered: Bool {
      switch self {
      case .dictionary, .presence: true
      case .moment, .phone: false
      }
    }
  }

  /// One step of the way from a record to a fact in it.
  public enum RouteStep: Hashable, Sendable {
    /// A field, by its place in the schema.
    case field(Int)
    /// An entry of a table.
    case entry(String)
  }

  /// Makes the layout that every batch has: the facts by which place, clock and number are found.
  public init() {
    for name in BatchLayout.evidence {
      guard let index = RecordKind.contact.index(of: name) else { continue }
      _ = column(list: 0, route: [.field(index)], type: RecordKind.contact.fields[index].type)
    }
  }

  private static let evidence = ["phone", "country", "region", "postal_code", "time_zone"]

  /// The column of the contact's number; the others of the evidence follow it.
  public static let phone = 0
  /// The column of the contact's country.
  public static let country = 1
  /// The column of the contact's region.
  public static let region = 2
  /// The column of the contact's postal code.
  public static let postalCode = 3
  /// The column of the contact's time zone.
  public static let timeZone = 4

  /// The number of a list, which is added if it is new.
  public mutating func list(route: [RouteStep], kind: RecordKind) -> Int {
    let list = List(route: route, kind: kind)
    if let known = lists.firstIndex(of: list) { return known }
    lists.append(list)
    return lists.count - 1
  }

  /// The number of a column, which is added if it is new.
  ///
  /// Texts are held themselves as soon as anybody asks for more than whether they are there.
  ///
  /// - Parameters:
  ///   - list: the number of the list.
  ///   - route: the way from the row to the fact.
  ///   - type: the kind of the values.
  ///   - asksPresence: whether no more is asked than whether the fact is none.
  /// - Returns: its number.
  public mutating func column(
    list: Int, route: [RouteStep], type: FactType, asksPresence: Bool = false
  ) -> Int {
    let encoding: Encoding =
      switch type {
      case .moment: .moment
      case .phone: .phone
      case .text where asksPresence: .presence
      default: .dictionary
      }
    let known = columns.firstIndex {
      $0.list == list && $0.route == route && $0.type == type
    }
    guard let known else {
      columns.append(Column(list: list, route: route, type: type, encoding: encoding))
      return columns.count - 1
    }
    if encoding == .dictionary { columns[known].encoding = .dictionary }
    return known
  }
}
