/// Something wrong with a document of facts, as a value; callers turn it into a diagnostic or a bad record.
public struct FactProblem: Error, Hashable, Sendable {
  /// What kind of problem it is, with its stable code.
  public var kind: Kind

  /// What is wrong and what to do: one line, no capital, no full stop.
  public var message: String

  /// Where.
  public var place: FactPlace

  /// A further place that the message speaks of: the first of two equal keys.
  public var related: Related?

  /// What to write in place of what is written there, if one thing is obvious; bare, without quotes.
  public var suggestion: String?

  /// Makes a problem.
  public init(
    _ kind: Kind, _ message: String, at place: FactPlace, related: Related? = nil,
    suggestion: String? = nil
  ) {
    self.kind = kind
    self.message = message
    self.place = place
    self.related = related
    self.suggestion = suggestion
  }

  /// The message with its suggestion, in one line.
  public var sentence: String {
    suggestion.map { "\(message); did you mean `\($0)`?" } ?? message
  }

  /// A further place with the words shown there.
  public struct Related: Hashable, Sendable {
    /// Where.
    public var place: FactPlace

    /// The words: "first given here".
    public var message: String

    /// Makes a further place.
    public init(_ place: FactPlace, _ message: String) {
      self.place = place
      self.message = message
    }
  }

  /// The kinds of problems; the raw value is the code of the diagnostic.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The bytes are not JSON.
    case syntax = "D0101"
    /// The bytes are not UTF-8.
    case encoding = "D0102"
    /// Values stand in each other too deep.
    case depth = "D0103"
    /// A key stands twice in one object.
    case repeatedKey = "D0104"
    /// No field has this name.
    case unknownKey = "D0105"
    /// Another kind of value is wanted here.
    case wrongType = "D0106"
    /// The word is not in the field's list.
    case unknownWord = "D0107"
    /// A time, day or length of time that is not written as it should be.
    case time = "D0108"
    /// A number out of range or too exact.
    case number = "D0109"
    /// A place that does not exist.
    case place = "D0110"
    /// A plan without steps.
    case noSteps = "D0111"
    /// A step without an id, or two with the same.
    case stepID = "D0112"
    /// A step with no time, or with two.
    case stepTime = "D0113"
    /// A window that never opens or says its bounds in two ways.
    case window = "D0114"
    /// A condition on a step that does not come before.
    case condition = "D0115"
    /// A channel or purpose by which nothing can be planned.
    case unplannable = "D0116"
    /// A document in a version that this program does not read.
    case format = "D0117"
    /// A record longer than any contact is.
    case tooLong = "D0118"
    /// A quote of a table that encloses no cell.
    case quote = "D0119"
    /// A row of a table with another number of cells than its header.
    case ragged = "D0120"
    /// A cell that cannot be read as its mapping says.
    case cell = "D0121"
    /// A phone number of which a spreadsheet lost digits.
    case damaged = "D0122"
    /// A table without a header, or with one that names a column twice.
    case header = "D0123"
    /// A table that no mapping fits, or several do.
    case unmapped = "D0124"

    /// What the page of the code is called: a few words in the writer's terms.
    public var title: String {
      switch self {
      case .syntax: "the file is not JSON"
      case .encoding: "the file is not UTF-8"
      case .depth: "values stand in each other too deep"
      case .repeatedKey: "a key is given twice"
      case .unknownKey: "no field has this name"
      case .wrongType: "another kind of value is wanted"
      case .unknownWord: "the word is not in the list"
      case .time: "not a time, day or length of time"
      case .number: "the number cannot be held exactly"
      case .place: "not a place or a time zone"
      case .noSteps: "the plan has no steps"
      case .stepID: "a step without an id of its own"
      case .stepTime: "a step with no time, or with two"
      case .window: "a window that cannot be"
      case .condition: "a condition on a step that does not come before"
      case .unplannable: "nothing can be planned by this channel or purpose"
      case .format: "a version that this program does not read"
      case .tooLong: "a contact longer than 16 MiB"
      case .quote: "a quote of a table that encloses no cell"
      case .ragged: "a row with too few or too many cells"
      case .cell: "a cell that its mapping cannot read"
      case .damaged: "a phone number that a spreadsheet rounded"
      case .header: "a table without a usable header"
      case .unmapped: "a table that no mapping fits"
      }
    }
  }
}

/// A key of a contact that no field has.
public struct UnknownKey: Hashable, Sendable {
  /// The key with the keys above it: `consents[0].evidense`.
  public var path: String

  /// The key as written.
  public var key: String

  /// The record in which it stands.
  public var record: RecordKind

  /// Whether it stands among the organisation's own fields of that record.
  public var isOwn: Bool

  /// The nearest field, if one is near.
  public var nearest: String?

  /// Where the key stands.
  public var place: FactPlace

  /// The nearest field with its type: where it is a list that a rule needs, the key must not be passed over.
  public var nearestField: FactField? {
    isOwn ? nil : nearest.flatMap { record.index(ofKey: $0) }.map { record.fields[$0] }
  }

  /// Makes an unknown key.
  public init(
    path: String, key: String, record: RecordKind, isOwn: Bool = false, nearest: String?,
    place: FactPlace
  ) {
    self.path = path
    self.key = key
    self.record = record
    self.isOwn = isOwn
    self.nearest = nearest
    self.place = place
  }
}
