public import FenceDiagnostics
public import Outreach

/// A value together with the place where it is written.
public struct Written<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value

  /// Its place in the file.
  public var range: SourceRange

  /// Makes a written value.
  public init(_ value: Value, _ range: SourceRange) {
    self.value = value
    self.range = range
  }
}

/// A name of one or more parts: `ebr`, `US.ebr`, `relationship.last_purchase_at`.
public struct NameSyntax: Sendable {
  /// The parts between the dots; never empty.
  public var parts: [Written<String>]

  /// Makes a name.
  public init(parts: [Written<String>]) { self.parts = parts }

  /// The whole name, dots included.
  public var text: String { parts.map(\.value).joined(separator: ".") }

  /// From the first part to the last.
  public var range: SourceRange {
    guard let first = parts.first, let last = parts.last else { return SourceRange(0, 0) }
    return first.range.union(last.range)
  }
}

/// A value written out.
public enum LiteralSyntax: Sendable {
  case text(String)
  case number(Quantity)
  case percentage(Quantity)
  case date(CivilDate)
  case instant(Instant)
  case time(TimeOfDay)
  case period(Period)
  case truth(Bool)
}

/// An expression as it is written.
public indirect enum ExpressionSyntax: Sendable {
  /// Where an expression was expected and none could be read; already reported.
  case missing(SourceRange)
  case literal(LiteralSyntax, SourceRange)
  case name(NameSyntax)
  /// `this channel`.
  case this(Written<String>, SourceRange)
  case brackets(ExpressionSyntax, SourceRange)
  case not(ExpressionSyntax, SourceRange)
  /// Two or more operands; `words` are the places of the `and` or `or` between them.
  case and([ExpressionSyntax], words: [SourceRange], SourceRange)
  case or([ExpressionSyntax], words: [SourceRange], SourceRange)
  case relation(ExpressionSyntax, RelationSyntax, SourceRange)
  case sum(ExpressionSyntax, plus: Bool, ExpressionSyntax, SourceRange)
  case quantified(QuantifierSyntax, SourceRange)
  /// `count of x in LIST where E`; without `where`, all rows.
  case count(variable: Written<String>, list: NameSyntax, where: ExpressionSyntax?, SourceRange)
  /// `latest at of LIST where E`.
  case latest(field: Written<String>, list: NameSyntax, where: ExpressionSyntax?, SourceRange)
  case laterOf([ExpressionSyntax], SourceRange)
  case earlierOf([ExpressionSyntax], SourceRange)
  case length(ExpressionSyntax, SourceRange)
  case share(where: ExpressionSyntax, SourceRange)
  case verb(VerbSyntax, SourceRange)

  /// Its place in the file.
  public var range: SourceRange {
    switch self {
    case .missing(let range), .literal(_, let range), .this(_, let range), .brackets(_, let range),
      .not(_, let range), .and(_, _, let range), .or(_, _, let range), .relation(_, _, let range),
      .sum(_, _, _, let range), .quantified(_, let range), .count(_, _, _, let range),
      .latest(_, _, _, let range), .laterOf(_, let range), .earlierOf(_, let range),
      .length(_, let range), .share(_, let range), .verb(_, let range):
      range
    case .name(let name): name.range
    }
  }
}

/// What follows the left operand of a comparison.
public enum RelationSyntax: Sendable {
  case isNone(negated: Bool)
  /// `is given`; `negated` for `is not given`.
  case isGiven(negated: Bool)
  case isOneOf([ExpressionSyntax], negated: Bool)
  case isValue(ExpressionSyntax, negated: Bool)
  case atMost(ExpressionSyntax)
  case atLeast(ExpressionSyntax)
  case less(ExpressionSyntax)
  case greater(ExpressionSyntax)
  case before(ExpressionSyntax)
  case after(ExpressionSyntax)
  /// `within D before T` or, if `after`, `within D after T`.
  case within(DurationSyntax, after: Bool, ExpressionSyntax)
  case same(Written<String>, ExpressionSyntax)
  case includes(ExpressionSyntax)
  case includesAny([ExpressionSyntax])
  case includesAll([ExpressionSyntax])
  case startsWith([ExpressionSyntax])
  case endsWith([ExpressionSyntax])
  case contains([ExpressionSyntax])
}

/// `any x in LIST where E` and its like.
public struct QuantifierSyntax: Sendable {
  /// Which quantifier.
  public enum Kind: String, Sendable {
    case any, every, no
  }

  /// Which quantifier.
  public var kind: Kind
  /// The name of the row.
  public var variable: Written<String>
  /// The list.
  public var list: NameSyntax
  /// The condition.
  public var condition: ExpressionSyntax

  /// Makes a quantifier.
  public init(
    kind: Kind, variable: Written<String>, list: NameSyntax, condition: ExpressionSyntax
  ) {
    self.kind = kind
    self.variable = variable
    self.list = list
    self.condition = condition
  }
}

/// A period written out, or the name of a constant.
public enum DurationSyntax: Sendable {
  case period(Period, SourceRange)
  case name(NameSyntax)
  /// Already reported.
  case missing(SourceRange)

  /// Its place in the file.
  public var range: SourceRange {
    switch self {
    case .period(_, let range), .missing(let range): range
    case .name(let name): name.range
    }
  }
}
