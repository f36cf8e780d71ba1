/// What kind of value a fact has.
public indirect enum FactType: Hashable, Sendable {
  /// True or false.
  case truth
  /// A number, exact to six decimals.
  case number
  /// A percentage such as `2.1%`; held as the number before the sign.
  case percentage
  /// Free text, compared exactly.
  case text
  /// A phone number in any spelling, compared by its canonical form.
  case phone
  /// A point in time, or a day where the exact time is not known.
  case moment
  /// A reading of the clock.
  case timeOfDay
  /// A length of time such as `1 year`.
  case period
  /// An ISO 3166 code: `US` or `US-FL`.
  case place
  /// One word of a closed list.
  case word(Vocabulary)
  /// A set of words of a closed list.
  case words(Vocabulary)
  /// Rows or values that the document lists completely; in Fence, any list of records or of texts.
  case list(FactType)
  /// A record with named fields.
  case record(RecordKind)
  /// Records by key (register ids); an entry that it lacks is unknown.
  case table(RecordKind)
  /// One of the words that an organisation lists for a field of its own; held as text.
  case choice([String])
  /// The organisation's own fields in a document, by name: those that a policy declares with `extend`.
  case own(RecordKind)
}

/// One field that a document may give and a policy may ask for.
public struct FactField: Sendable {
  /// Its key in documents and its name in Fence.
  public let name: String

  /// The kind of its values.
  public let type: FactType

  /// One sentence that says what it is.
  public let summary: String

  /// What an absent key means where that is not "unknown".
  public let absent: AbsentMeaning

  /// Other accepted spellings of the key.
  public let aliases: [String]

  /// Makes a field.
  public init(
    _ name: String, _ type: FactType, _ summary: String, absent: AbsentMeaning = .unknown,
    aliases: [String] = []
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    self.absent = absent
    self.aliases = aliases
  }
}

/// What the absence of a key means; unknown for all but a few fields that real exports leave out.
public enum AbsentMeaning: Hashable, Sendable {
  /// Nobody said; every rule that needs it is unproven.
  case unknown
  /// The same as `null`: known to be none.
  case none
  /// Known to be none if the contact's `opt_outs` is supplied, else unknown.
  case noneIfOptOutsSupplied
  /// The word `any`, or the set of all words.
  case any
  /// This word, by its spelling.
  case word(String)
  /// This text.
  case text(String)
}
