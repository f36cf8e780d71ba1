public import FenceCore
public import Outreach

extension Library {
  /// The fields of a contact that the rules, exceptions and segments of the library look at.
  ///
  /// A field of the contact itself is in the set if some rule names it, or if place, clock, number, age or caps
  /// are found by it; of records within a contact, every field is.
  public var contactFacts: FactSet {
    var collector = ContactFieldCollector()
    for expression in policies.flatMap(\.expressions) + shares { collector.collect(expression) }
    var set = FactSet(ofContactsWith: Library.alwaysRead)
    for index in collector.fields { set.insert(index, of: .contact) }
    return set
  }

  /// What evidence of place, numbers, derived facts and caps are made of.
  private static let alwaysRead = [
    "id", "person", "phone", "country", "region", "postal_code", "city", "time_zone", "line",
    "minor", "age_band", "history", "relationship", "opt_outs",
  ]
}

extension FactSet {
  /// Fields of a contact itself, by their names, and every field of records within one.
  public init(ofContactsWith fields: [String]) {
    self.init()
    for kind in RecordKind.allCases where kind != .contact {
      for index in kind.fields.indices { insert(index, of: kind) }
    }
    for name in fields { insert(name, of: .contact) }
  }
}

extension Policy {
  /// Everything in the policy that is evaluated.
  fileprivate var expressions: [Expression] {
    rules.flatMap { [$0.applies] + $0.requirements + $0.exceptions.map(\.condition) }
      + exemptions.map(\.exception.condition) + waivers.compactMap(\.reading)
      + segments.map(\.condition)
  }
}

/// Gathers the contact's own fields that expressions name.
private struct ContactFieldCollector {
  var fields = Set<Int>()

  mutating func collect(_ expression: Expression) {
    switch expression {
    case .fact(let path):
      if path.root == .contact, let field = path.fields.first { fields.insert(field) }
    case .constant, .row, .attempt, .schedule, .inForce, .placed, .says, .repeatedNumber, .open,
      .share:
      break
    case .field(let inner, _), .entry(let inner, _), .moved(let inner, _, _, _),
      .length(let inner), .not(let inner), .isNone(let inner), .timeRanges(let inner),
      .traced(_, let inner):
      collect(inner)
    case .sum(let left, let right), .difference(let left, let right), .equal(let left, let right),
      .less(let left, let right), .atMost(let left, let right), .before(let left, let right),
      .notAfter(let left, let right),
      .within(_, let left, let right), .same(_, let left, let right),
      .includes(let left, let right), .starts(let left, let right), .ends(let left, let right),
      .contains(let left, let right), .count(let left, let right),
      .latestOf(_, let left, let right), .someRow(let left, let right),
      .everyRow(let left, let right), .lookup(let left, _, let right, _):
      collect(left)
      collect(right)
    case .earliest(let parts), .latest(let parts), .all(let parts), .any(let parts):
      for part in parts { collect(part) }
    case .oneOf(let value, let others):
      collect(value)
      for other in others { collect(other) }
    case .choose(let test, let then, let otherwise), .prefer(let test, let then, let otherwise):
      collect(test)
      collect(then)
      collect(otherwise)
    case .prior(let count): collect(count.condition)
    }
  }
}
