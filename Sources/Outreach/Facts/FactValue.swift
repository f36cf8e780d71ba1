/// The value of a fact.
public indirect enum FactValue: Hashable, Sendable {
  /// Not supplied. Never the same as none, false or empty.
  case unknown
  /// Supplied and known to be none (`null`).
  case none
  /// True or false.
  case truth(Bool)
  /// A number or the number before a percent sign.
  case number(Quantity)
  /// Text; a place is text too (`US-FL`).
  case text(String)
  /// A phone number in canonical form (E.164), or as written where it is not valid.
  case phone(String)
  /// A point in time.
  case instant(Instant)
  /// A day; as a point in time, some instant of that local day.
  case date(CivilDate)
  /// A reading of the clock.
  case time(TimeOfDay)
  /// A length of time.
  case period(Period)
  /// A word of a closed list.
  case word(Word)
  /// A set of words.
  case words(WordSet)
  /// One of several, it is not known which (a line that is fixed or mobile).
  case candidates([FactValue])
  /// A complete list.
  case list([Fact])
  /// A record.
  case record(FactRecord)
  /// A table: entries by key; others are unknown.
  case table([String: Fact])
}

/// A value together with where it was read.
public struct Fact: Hashable, Sendable {
  /// The value.
  public var value: FactValue

  /// Where it was read.
  public var origin: Origin

  /// Makes a fact.
  public init(_ value: FactValue, _ origin: Origin = .absent) {
    self.value = value
    self.origin = origin
  }

  /// A fact that nobody supplied.
  public static let unknown = Fact(.unknown)

  /// Facts are the same if their values are, wherever they were read.
  public static func == (left: Fact, right: Fact) -> Bool { left.value == right.value }

  /// Hashes the value only.
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// Where a fact was read: a file of the run, line and column, both from 1, columns in bytes; or nowhere.
public struct Origin: Hashable, Sendable {
  /// The file's number in the run's list of files; -1 if the fact was read nowhere.
  public let file: Int32

  /// The line, from 1.
  public let line: Int32

  /// The column, from 1, in bytes.
  public let column: Int32

  /// Makes an origin.
  public init(file: Int32, line: Int32, column: Int32) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The origin of what was not read anywhere.
  public static let absent = Origin(file: -1, line: 0, column: 0)
}

/// A record: the values of its fields, in the order of its kind's schema.
public struct FactRecord: Hashable, Sendable {
  /// Which record it is.
  public let kind: RecordKind

  /// One fact a field of the schema.
  public var fields: [Fact]

  /// Where the record begins.
  public var origin: Origin

  /// Whether it stands, in a list, for any number of rows with these fields, or for none.
  ///
  /// So a list of which only a part is known says where it may go on; what such a row does not give is unknown.
  public var isOpen = false

  /// Makes a record of which nothing is known.
  public init(_ kind: RecordKind, origin: Origin = .absent) {
    self.kind = kind
    self.origin = origin
    fields = Array(repeating: .unknown, count: kind.fields.count)
  }

  /// The fact with this name; unknown where the kind has no such field.
  ///
  /// - Complexity: linear in the number of fields; engines use indices.
  public subscript(name: String) -> Fact {
    get { kind.index(of: name).map { fields[$0] } ?? .unknown }
    set { if let index = kind.index(of: name) { fields[index] = newValue } }
  }
}

/// A number, exact to six decimals.
public struct Quantity: Hashable, Comparable, Sendable {
  /// The number times a million.
  public let millionths: Int64

  /// Makes a quantity from millionths.
  public init(millionths: Int64) { self.millionths = millionths }

  /// Makes a quantity from a whole number, stopping at the ends of the range.
  public init(_ whole: Int) {
    let (product, overflow) = Int64(whole).multipliedReportingOverflow(by: 1_000_000)
    millionths = overflow ? (whole < 0 ? .min : .max) : product
  }

  /// Reads `12`, `-3` or `2.125`; nil if it is not such a number, has over six decimals or is too large.
  public init?(_ text: some StringProtocol) {
    var digits = Substring(text)
    let negative = digits.first == "-"
    if negative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard let wholeText = parts.first, !wholeText.isEmpty, parts.count == 1 || !fraction.isEmpty,
      fraction.utf8.count <= 6,
      (String(wholeText) + fraction).utf8.allSatisfy({ (48...57).contains($0) }),
      let whole = Int64(wholeText),
      let part = Int64(fraction + String(repeating: "0", count: 6 - fraction.utf8.count))
    else { return nil }
    let (product, overflow) = whole.multipliedReportingOverflow(by: 1_000_000)
    let (sum, overflow2) = product.addingReportingOverflow(part)
    guard !overflow, !overflow2 else { return nil }
    millionths = negative ? -sum : sum
  }

  /// Orders by size.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    left.millionths < right.millionths
  }

  /// The sum, stopping at the ends of the range.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    let (sum, overflow) = left.millionths.addingReportingOverflow(right.millionths)
    return Quantity(millionths: overflow ? (left.millionths < 0 ? .min : .max) : sum)
  }

  /// The difference, stopping at the ends of the range.
  public static func - (left: Quantity, right: Quantity) -> Quantity {
    let (difference, overflow) = left.millionths.subtractingReportingOverflow(right.millionths)
    return Quantity(millionths: overflow ? (left.millionths < 0 ? .min : .max) : difference)
  }
}

extension Quantity: CustomStringConvertible {
  /// The number as short as it is exact: `3`, `2.1`.
  public var description: String {
    let magnitude = millionths.magnitude
    let whole = magnitude / 1_000_000
    let rest = magnitude % 1_000_000
    let sign = millionths < 0 ? "-" : ""
    guard rest != 0 else { return "\(sign)\(whole)" }
    var fraction = String(rest)
    fraction = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(sign)\(whole).\(fraction)"
  }
}
