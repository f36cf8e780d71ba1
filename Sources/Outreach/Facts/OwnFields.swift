/// A field that an organisation declares for its own documents with `extend`; it stands under `custom` there.
public struct OwnField: Hashable, Sendable {
  /// Its key under `custom`, and its name in Fence behind `custom.`.
  public var name: String

  /// What it is, for people.
  public var title: String

  /// The kind of its values.
  public var type: OwnType

  /// Makes a field.
  public init(name: String, title: String, type: OwnType) {
    self.name = name
    self.title = title
    self.type = type
  }
}

/// What kind of value an organisation's own field has.
public indirect enum OwnType: Hashable, Sendable {
  /// Free text, compared exactly.
  case text
  /// A number, exact to six decimals.
  case number
  /// A percentage such as `2.1%`.
  case percentage
  /// A day; never a point in time.
  case date
  /// A point in time; never a day.
  case instant
  /// True or false.
  case truth
  /// One of these words.
  case word([String])
  /// Values that the document lists completely.
  case list(OwnType)

  /// How policies ask for it.
  public var factType: FactType {
    switch self {
    case .text: .text
    case .number: .number
    case .percentage: .percentage
    case .date, .instant: .moment
    case .truth: .truth
    case .word(let words): .choice(words)
    case .list(let element): .list(element.factType)
    }
  }

  /// How it is written in a policy.
  public var spelling: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .percentage: "percent"
    case .date: "date"
    case .instant: "instant"
    case .truth: "yes or no"
    case .word(let words): "one of " + words.joined(separator: ", ")
    case .list(let element): "list of " + element.spelling
    }
  }
}

/// The organisation's own fields, by the document in which they stand.
public struct OwnFields: Hashable, Sendable {
  private var fields: [RecordKind: [String: OwnField]] = [:]

  /// Makes a set without fields.
  public init() {}

  /// The documents that have a `custom` of their own: contact, plan and programme.
  public static let documents: [RecordKind] = [.contact, .plan, .programme]

  /// Adds a field; one of the same name is replaced.
  public mutating func insert(_ field: OwnField, of kind: RecordKind) {
    fields[kind, default: [:]][field.name] = field
  }

  /// The field of a document with a name; nil if none is declared.
  public func field(_ name: String, of kind: RecordKind) -> OwnField? { fields[kind]?[name] }

  /// The fields of a document, by name.
  public func fields(of kind: RecordKind) -> [OwnField] {
    (fields[kind] ?? [:]).values.sorted { $0.name < $1.name }
  }
}
