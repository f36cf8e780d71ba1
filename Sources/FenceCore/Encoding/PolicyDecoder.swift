import Outreach

/// Reads what `PolicyEncoder` wrote; never fails, but yields unknowns where the text was damaged.
public struct PolicyDecoder: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var known: [String] = []
  private var expressions: [Expression] = []

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Reads a policy without its phrases.
  ///
  /// - Parameters:
  ///   - bytes: what was written.
  ///   - shares: those of the library that the policy will belong to; what it adds is appended.
  /// - Returns: the policy, as far as it can be read.
  /// - Complexity: linear in the number of bytes.
  public static func policy(
    _ bytes: UnsafeBufferPointer<UInt8>, shares: inout [Expression]
  ) -> Policy {
    var decoder = PolicyDecoder(bytes)
    let count = decoder.count()
    decoder.expressions.reserveCapacity(count)
    for _ in 0..<count {
      let expression = decoder.node(&shares)
      decoder.expressions.append(expression)
    }
    return decoder.policy()
  }

  /// Reads the phrases of a policy.
  public static func phrases(_ bytes: UnsafeBufferPointer<UInt8>) -> [Phrases] {
    var decoder = PolicyDecoder(bytes)
    return decoder.list {
      Phrases(
        element: Word(vocabulary: .element, index: $0.number()), language: $0.text(),
        phrases: $0.texts())
    }
  }

  // MARK: what all is made of

  /// A number, never below 0.
  mutating func number() -> Int {
    var (result, shift) = (UInt(0), UInt(0))
    while offset < bytes.count {
      let part = UInt(bytes[offset] &- 0x30)
      offset += 1
      result |= (part & 31) << shift
      if part & 32 == 0 { break }
      shift += 5
    }
    return Int(bitPattern: result & UInt(Int.max))
  }

  mutating func signed() -> Int {
    let number = number()
    return number >> 1 ^ -(number & 1)
  }

  mutating func flag() -> Bool { number() != 0 }

  /// A count of things that take at least a byte each.
  mutating func count() -> Int { min(max(number(), 0), bytes.count - offset) }

  mutating func text() -> String {
    let back = number()
    guard back == 0 else {
      return known.indices.contains(known.count &- back) ? known[known.count &- back] : ""
    }
    let length = count()
    let text = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[offset..<offset + length]), as: UTF8.self)
    offset += length
    known.append(text)
    return text
  }

  @inline(__always)
  mutating func list<T>(_ read: (inout PolicyDecoder) -> T) -> [T] {
    let count = count()
    guard count > 0 else { return [] }
    var result: [T] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(read(&self)) }
    return result
  }

  mutating func texts() -> [String] { list { $0.text() } }

  @inline(__always)
  mutating func optional<T>(_ read: (inout PolicyDecoder) -> T) -> T? {
    flag() ? read(&self) : nil
  }

  /// A case of an enumeration; another than those that there are is the one given.
  @inline(__always)
  mutating func choice<T: CaseIterable>(_ other: T) -> T where T.AllCases == [T] {
    let (number, cases) = (number(), T.allCases)
    return cases.indices.contains(number) ? cases[number] : other
  }

  // MARK: the table of expressions

  /// An expression of the table.
  mutating func expression() -> Expression { expression(at: number()) }

  private func expression(at place: Int) -> Expression {
    expressions.indices.contains(place) ? expressions[place] : .constant(.unknown)
  }

  /// A part of the expression that is read.
  private mutating func part() -> Expression { expression(at: expressions.count &- number()) }

  private mutating func parts(_ count: Int) -> [Expression] {
    var parts: [Expression] = []
    parts.reserveCapacity(count)
    for _ in 0..<count { parts.append(part()) }
    return parts
  }

  /// The next expression of the table.
  private mutating func node(_ shares: inout [Expression]) -> Expression {
    switch ExpressionTag(rawValue: number()) {
    case nil: return .constant(.unknown)
    case .constant: return .constant(constant())
    case .fact:
      return .fact(
        FactPath(root: choice(FactRoot.contact), fields: list { $0.number() }, name: text()))
    case .row: return .row(number())
    case .field:
      let index = number()
      return .field(part(), index)
    case .entry:
      let key = text()
      return .entry(part(), key: key)
    case .attempt: return .attempt
    case .earliest: return .earliest(parts(count()))
    case .latest: return .latest(parts(count()))
    case .moved:
      let (term, isEarlier, reading) = (term(), flag(), choice(FoldReading.earlier))
      return .moved(part(), by: term, direction: isEarlier ? -1 : 1, reading: reading)
    case .sum: return .sum(part(), part())
    case .difference: return .difference(part(), part())
    case .length: return .length(part())
    case .lookup:
      let (keyField, field) = (number(), number())
      return .lookup(list: part(), keyField: keyField, key: part(), field: field)
    case .count: return .count(list: part(), where: part())
    case .latestOf:
      let field = number()
      return .latestOf(field: field, list: part(), where: part())
    case .prior:
      let (channels, span) = (words(), span())
      return .prior(PriorCount(channels: channels, span: span, condition: part()))
    case .share:
      let predicate = part()
      if let known = shares.firstIndex(of: predicate) { return .share(known) }
      shares.append(predicate)
      return .share(shares.count - 1)
    case .not: return .not(part())
    case .all: return .all(parts(count()))
    case .any: return .any(parts(count()))
    case .choose: return .choose(part(), then: part(), otherwise: part())
    case .prefer: return .prefer(part(), then: part(), otherwise: part())
    case .equal: return .equal(part(), part())
    case .isNone: return .isNone(part())
    case .oneOf:
      let parts = parts(count())
      return parts.isEmpty ? .constant(.unknown) : .oneOf(parts[0], Array(parts.dropFirst()))
    case .less: return .less(part(), part())
    case .atMost: return .atMost(part(), part())
    case .before: return .before(part(), part())
    case .notAfter: return .notAfter(part(), part())
    case .within:
      let term = term()
      return .within(term, from: part(), to: part())
    case .same:
      let unit = choice(CalendarUnit.day)
      return .same(unit, part(), part())
    case .includes: return .includes(part(), part())
    case .starts: return .starts(part(), part())
    case .ends: return .ends(part(), part())
    case .contains: return .contains(part(), part())
    case .someRow: return .someRow(list: part(), where: part())
    case .everyRow: return .everyRow(list: part(), where: part())
    case .schedule: return .schedule(schedule())
    case .inForce: return .inForce(from: optional { $0.date() }, until: optional { $0.date() })
    case .placed: return .placed(texts())
    case .timeRanges: return .timeRanges(part())
    case .says: return .says(Word(vocabulary: .element, index: number()), first: flag())
    case .repeatedNumber: return .repeatedNumber
    case .open: return .open(text())
    case .traced:
      let trace = Trace(kind: choice(Trace.Kind.expression), text: text(), location: location())
      return .traced(trace, part())
    }
  }
}
