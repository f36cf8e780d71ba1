import FenceCore
import Outreach

/// The expressions of which verbs are built.
extension Expression {
  /// A fact by the names of its fields; a name that the schema lacks is an unknown, which never passes.
  static func fact(_ root: FactRoot, _ names: String..., shown: String? = nil) -> Expression {
    var kind = root.kind
    var fields: [Int] = []
    for name in names {
      guard let index = kind.index(of: name) else { return .constant(.unknown) }
      fields.append(index)
      if case .record(let inner) = kind.fields[index].type { kind = inner }
    }
    let name = ([root.rawValue] + names).joined(separator: ".")
    return .fact(FactPath(root: root, fields: fields, name: shown ?? name))
  }

  /// A field of a row.
  static func field(_ kind: RecordKind, _ name: String, ofRow row: Int = 0) -> Expression {
    kind.index(of: name).map { .field(.row(row), $0) } ?? .constant(.unknown)
  }

  /// A field of a record that an expression yields.
  static func field(_ kind: RecordKind, _ name: String, of record: Expression) -> Expression {
    kind.index(of: name).map { .field(record, $0) } ?? .constant(.unknown)
  }

  /// A word of a vocabulary.
  static func word(_ vocabulary: Vocabulary, _ spelling: String) -> Expression {
    .constant(vocabulary.word(spelling).map(FactValue.word) ?? .unknown)
  }

  static func text(_ text: String) -> Expression { .constant(.text(text)) }

  static func number(_ number: Int) -> Expression { .constant(.number(Quantity(number))) }

  static let yes = Expression.constant(.truth(true))
  static let no = Expression.constant(.truth(false))

  // The attempt's own words.
  static let stepChannel = fact(.step, "channel")
  static let stepTechnology = fact(.step, "technology")
  static let planPurpose = fact(.plan, "purpose")
  static let senderName = fact(.plan, "sender", "name")
  static let phone = fact(.contact, "phone")

  /// True when an event that the sender must prove lies at or before the attempt; false where it never was.
  static func provedBy(_ event: Expression) -> Expression {
    .notAfter(event, .attempt)
  }

  /// False only when an event that binds the sender certainly lies after the attempt.
  static func notYetAfter(_ event: Expression) -> Expression {
    .not(.before(.attempt, event))
  }

  /// True when a time from which something is void has not come, or there is none.
  static func notReached(_ end: Expression) -> Expression {
    .any([.isNone(end), .before(.attempt, end)])
  }

  /// The conjunction, without a wrapper around a single condition.
  static func conjunction(_ conditions: [Expression]) -> Expression {
    conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  /// The disjunction, without a wrapper around a single condition.
  static func disjunction(_ conditions: [Expression]) -> Expression {
    conditions.count == 1 ? conditions[0] : .any(conditions)
  }
}
