import Outreach

/// Writes a compiled policy as text, from which it is read much faster than it is compiled.
///
/// Numbers have 5 bits a byte, the lowest first, in the range `0` to `o`; each byte but the last has 32 added. A text
/// is the number of an earlier one, counted back, or 0, its length and its bytes. Expressions come first, each after
/// its parts, which it names by how far back they stand, and each once.
public struct PolicyEncoder {
  /// What was written.
  public private(set) var bytes: [UInt8] = []

  private var known: [String: Int] = [:]
  private var places: [Expression: Int] = [:]
  private let shares: [Expression]

  /// What only an organisation's policies hold, and no shipped one.
  public struct Unencodable: Error {
    /// What it is.
    public let what: String
  }

  /// Encodes a policy, all but its phrases.
  ///
  /// - Parameters:
  ///   - policy: the policy.
  ///   - shares: those of the library that it comes from.
  /// - Throws: `Unencodable` for waivers, overrides and fields of an organisation's own.
  public init(_ policy: Policy, shares: [Expression]) throws {
    self.shares = shares
    guard policy.waivers.isEmpty, policy.ownFields.isEmpty else {
      throw Unencodable(what: "waivers and own fields")
    }
    let rules = policy.rules.flatMap {
      [$0.applies] + $0.requirements + $0.exceptions.map(\.condition) + $0.graces
    }
    let others = policy.exemptions.map(\.exception.condition) + policy.segments.map(\.condition)
    // Shares first, in their order in the library, which they keep.
    var trial = self
    for expression in rules + others { _ = try trial.add(expression) }
    let used = trial.places.keys.compactMap { expression -> Int? in
      if case .share(let number) = expression { number } else { nil }
    }
    for number in used.sorted() { _ = try add(.share(number)) }
    for expression in rules + others { _ = try add(expression) }
    var table = bytes
    bytes = []
    number(places.count)
    (table, bytes) = (bytes + table, [])
    write(policy)
    bytes = table + bytes
  }

  /// Encodes the phrases of a policy.
  public init(_ phrases: [Phrases]) {
    shares = []
    list(phrases) {
      $0.number($1.element.index)
      $0.text($1.language)
      $0.texts($1.phrases)
    }
  }

  // MARK: what all is made of

  mutating func number(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 31 {
      bytes.append(0x30 + 32 + UInt8(rest & 31))
      rest >>= 5
    }
    bytes.append(0x30 + UInt8(rest))
  }

  mutating func signed(_ value: Int) { number(value << 1 ^ value >> (Int.bitWidth - 1)) }

  mutating func flag(_ flag: Bool) { number(flag ? 1 : 0) }

  mutating func text(_ text: String) {
    if let place = known[text] { return number(known.count - place) }
    known[text] = known.count
    number(0)
    number(text.utf8.count)
    bytes += Array(text.utf8)
  }

  mutating func list<T>(_ values: [T], _ write: (inout PolicyEncoder, T) throws -> Void) rethrows {
    number(values.count)
    for value in values { try write(&self, value) }
  }

  mutating func texts(_ values: [String]) { list(values) { $0.text($1) } }

  mutating func optional<T>(_ value: T?, _ write: (inout PolicyEncoder, T) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func choice<T: CaseIterable & Equatable>(_ value: T) {
    number(T.allCases.enumerated().first { $1 == value }?.offset ?? 0)
  }

  /// An expression of the table.
  mutating func expression(_ expression: Expression) { number(places[expression] ?? 0) }

  // MARK: the table of expressions

  /// The place of an expression in the table, where it is written unless it is there.
  private mutating func add(_ expression: Expression) throws -> Int {
    if let place = places[expression] { return place }
    try write(expression)
    let place = places.count
    places[expression] = place
    return place
  }

  /// Writes a tag, what else is to say, and the parts.
  private mutating func node(
    _ tag: ExpressionTag, _ parts: [Expression] = [],
    _ payload: (inout Self) throws -> Void = { _ in }
  ) throws {
    let parts = try parts.map { try add($0) }
    number(tag.rawValue)
    try payload(&self)
    for part in parts { number(places.count - part) }
  }

  private mutating func many(_ tag: ExpressionTag, _ parts: [Expression]) throws {
    try node(tag, parts) { $0.number(parts.count) }
  }

  private mutating func write(_ expression: Expression) throws {
    switch expression {
    case .constant(let value): try node(.constant) { try $0.write(value) }
    case .fact(let path):
      try node(.fact) {
        $0.choice(path.root)
        $0.list(path.fields) { $0.number($1) }
        $0.text(path.name)
      }
    case .row(let depth): try node(.row) { $0.number(depth) }
    case .field(let base, let index): try node(.field, [base]) { $0.number(index) }
    case .entry(let base, let key): try node(.entry, [base]) { $0.text(key) }
    case .attempt: try node(.attempt)
    case .earliest(let parts): try many(.earliest, parts)
    case .latest(let parts): try many(.latest, parts)
    case .moved(let moment, let term, let direction, let reading):
      try node(.moved, [moment]) {
        $0.write(term)
        $0.flag(direction < 0)
        $0.choice(reading)
      }
    case .sum(let left, let right): try node(.sum, [left, right])
    case .difference(let left, let right): try node(.difference, [left, right])
    case .length(let part): try node(.length, [part])
    case .lookup(let list, let keyField, let key, let field):
      try node(.lookup, [list, key]) {
        $0.number(keyField)
        $0.number(field)
      }
    case .count(let list, let condition): try node(.count, [list, condition])
    case .latestOf(let field, let list, let condition):
      try node(.latestOf, [list, condition]) { $0.number(field) }
    case .prior(let prior): try node(.prior, [prior.condition]) { $0.write(prior) }
    case .share(let number):
      guard shares.indices.contains(number) else { throw Unencodable(what: "a share of nothing") }
      try node(.share, [shares[number]])
    case .not(let part): try node(.not, [part])
    case .all(let parts): try many(.all, parts)
    case .any(let parts): try many(.any, parts)
    case .choose(let test, let then, let otherwise): try node(.choose, [test, then, otherwise])
    case .prefer(let test, let then, let otherwise): try node(.prefer, [test, then, otherwise])
    case .equal(let left, let right): try node(.equal, [left, right])
    case .isNone(let part): try node(.isNone, [part])
    case .oneOf(let value, let options): try many(.oneOf, [value] + options)
    case .less(let left, let right): try node(.less, [left, right])
    case .atMost(let left, let right): try node(.atMost, [left, right])
    case .before(let left, let right): try node(.before, [left, right])
    case .notAfter(let left, let right): try node(.notAfter, [left, right])
    case .within(let term, let from, let to): try node(.within, [from, to]) { $0.write(term) }
    case .same(let unit, let left, let right): try node(.same, [left, right]) { $0.choice(unit) }
    case .includes(let left, let right): try node(.includes, [left, right])
    case .starts(let left, let right): try node(.starts, [left, right])
    case .ends(let left, let right): try node(.ends, [left, right])
    case .contains(let left, let right): try node(.contains, [left, right])
    case .someRow(let list, let condition): try node(.someRow, [list, condition])
    case .everyRow(let list, let condition): try node(.everyRow, [list, condition])
    case .schedule(let schedule): try node(.schedule) { $0.write(schedule) }
    case .inForce(let from, let until):
      try node(.inForce) {
        $0.optional(from) { $0.write($1) }
        $0.optional(until) { $0.write($1) }
      }
    case .placed(let places): try node(.placed) { $0.texts(places) }
    case .timeRanges(let part): try node(.timeRanges, [part])
    case .says(let word, let first):
      try node(.says) {
        $0.number(word.index)
        $0.flag(first)
      }
    case .repeatedNumber: try node(.repeatedNumber)
    case .open(let reason): try node(.open) { $0.text(reason) }
    case .traced(let trace, let body):
      try node(.traced, [body]) {
        $0.choice(trace.kind)
        $0.text(trace.text)
        $0.write(trace.location)
      }
    }
  }
}
