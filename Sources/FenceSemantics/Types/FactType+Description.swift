import Outreach

extension FactType {
  /// What a value of the type is, in the writer's terms.
  var described: String {
    switch self {
    case .truth: "true or false"
    case .number: "a number"
    case .percentage: "a percentage"
    case .text: "text"
    case .phone: "a phone number"
    case .moment: "a point in time"
    case .timeOfDay: "a time of day"
    case .period: "a length of time"
    case .place: "a place"
    case .word(let vocabulary): "a word of the list \(vocabulary.rawValue)"
    case .words(let vocabulary): "a set of words of the list \(vocabulary.rawValue)"
    case .list(.record): "a list of records"
    case .list(let element): "a list of values, each \(element.described)"
    case .record: "a record with fields"
    case .table: "a table"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .own: "the organisation's own fields"
    }
  }

  /// The vocabulary of a word or a set of words.
  var vocabulary: Vocabulary? {
    switch self {
    case .word(let vocabulary), .words(let vocabulary): vocabulary
    default: nil
    }
  }

  /// Whether values of the type can be more or less than each other.
  var isOrdered: Bool {
    switch self {
    case .number, .percentage, .period, .timeOfDay, .word(.level): true
    default: false
    }
  }
}

extension RecordKind {
  /// The field meant where the whole record stands for a value: a metric's rate, a caller id's number.
  var valueField: String? {
    switch self {
    case .metric: "value"
    case .callerID: "number"
    default: nil
    }
  }
}
