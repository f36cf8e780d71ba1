import Outreach

/// A value of the facts, in the form of JSON: for contacts that were never written down, and for facts in proofs.
///
/// ```swift
/// let facts: Facts = [
///   "id": "c-1001", "phone": "+13055550142", "minor": false,
///   "consents": [["channel": "sms", "purpose": "marketing", "level": "written",
///                 "granted_at": "2026-06-01T10:00:00Z"]],
/// ]
/// ```
///
/// An absent key is not known; `nil` is known to be none; an empty list is known to be empty.
public indirect enum Facts: Hashable, Sendable {
  /// Known to be none.
  case none
  /// True or false.
  case truth(Bool)
  /// A number in the spelling of JSON, exact to six decimals: `3`, `-2.5`.
  case number(String)
  /// Text, a word of a list, a date, an instant, a percentage.
  case text(String)
  /// A complete list.
  case list([Facts])
  /// Fields by name, in any order.
  case fields([String: Facts])

  /// The value as a tree that the decoder reads; nothing of it has a place.
  var tree: FactTree {
    let content: FactTree.Content =
      switch self {
      case .none: .null
      case .truth(let truth): .truth(truth)
      case .number(let spelling): .number(spelling)
      case .text(let text): .string(text)
      case .list(let items): .array(items.map(\.tree))
      case .fields(let fields):
        .object(
          fields.sorted { $0.key < $1.key }.map {
            FactTree.Member(key: $0.key, keyPlace: .startOfFile, value: $0.value.tree)
          })
      }
    return FactTree(content, .startOfFile)
  }

  /// The value of a fact; nil if it is not known.
  init?(_ value: FactValue) {
    switch value {
    case .unknown: return nil
    case .none: self = .none
    case .truth(let truth): self = .truth(truth)
    case .number(let number): self = .number(number.description)
    case .text(let text), .phone(let text): self = .text(text)
    case .instant(let instant): self = .text(instant.rfc3339())
    case .date(let date): self = .text(date.description)
    case .time(let time): self = .text(time.description)
    case .period(let period): self = .text(period.description)
    case .word(let word): self = .text(word.spelling)
    case .words(let set): self = .list(set.words.map { .text($0.spelling) })
    case .candidates(let values): self = .list(values.compactMap(Facts.init))
    case .list(let rows): self = .list(rows.compactMap { Facts($0.value) })
    case .table(let entries): self = .fields(entries.compactMapValues { Facts($0.value) })
    case .record(let record):
      let pairs = zip(record.kind.fields, record.fields).compactMap { field, fact in
        Facts(fact.value).map { (field.name, $0) }
      }
      self = .fields(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
  }
}

extension Facts: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// `nil`: known to be none.
  public init(nilLiteral: ()) { self = .none }

  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .truth(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .number("\(value)") }

  /// A number with decimals, as it is written.
  public init(floatLiteral value: Double) { self = .number("\(value)") }

  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// A complete list.
  public init(arrayLiteral elements: Facts...) { self = .list(elements) }

  /// Fields by name; of a name that is written twice, the last counts.
  public init(dictionaryLiteral elements: (String, Facts)...) {
    self = .fields(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}
