extension FactType {
  /// What a field of the type holds, as reference and help say it.
  public var words: String {
    switch self {
    case .truth: "true or false"
    case .number: "a number"
    case .percentage: "a percentage"
    case .text: "text"
    case .phone: "a phone number"
    case .moment: "an instant or a date"
    case .timeOfDay: "a time of day"
    case .period: "a period"
    case .place: "an ISO 3166 code"
    case .word(let vocabulary): "a word: \(vocabulary.rawValue)"
    case .words(let vocabulary): "a set of words: \(vocabulary.rawValue)"
    case .list(.record(let kind)): "a list of \(kind.headline)"
    case .list(let element): "a list, each \(element.words)"
    case .record(let kind): kind.headline
    case .table(let kind): "a table of \(kind.headline), by name"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .own: "the fields that the organisation declares with `extend`"
    }
  }

  /// The record that stands in a field of the type, alone, in rows or by name.
  public var record: RecordKind? {
    switch self {
    case .record(let kind), .table(let kind), .list(.record(let kind)): kind
    default: nil
    }
  }
}

extension RecordKind {
  /// The kind's name in words: `privacy notice`.
  public var headline: String {
    var words = ""
    for letter in rawValue {
      // `callerID` has one word behind its first.
      if letter.isUppercase, words.last?.isLowercase == true { words += " " }
      words.append(letter)
    }
    return words.lowercased()
  }
}
