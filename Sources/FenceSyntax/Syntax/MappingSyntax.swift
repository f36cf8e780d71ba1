public import FenceDiagnostics

/// What a column may be called: one or more spellings, the first that a file has counts.
public struct HeaderSyntax: Sendable {
  /// The spellings, in order.
  public var spellings: [Written<String>]

  /// Makes a header.
  public init(spellings: [Written<String>]) { self.spellings = spellings }
}

/// `column "Phone" or "Phone Number" gives phone { … }`.
public struct ColumnSyntax: Sendable {
  /// What the column is called.
  public var header: HeaderSyntax
  /// The fact that its cells give.
  public var target: TargetSyntax
  /// How a cell is cut into several values; nil if it holds one.
  public var split: SplitSyntax?
  /// What stands in the braces: `blank`, `dates` and `words`.
  public var clauses: [ClauseSyntax]
  /// The whole clause.
  public var range: SourceRange

  /// Makes a column.
  public init(
    header: HeaderSyntax, target: TargetSyntax, split: SplitSyntax?, clauses: [ClauseSyntax],
    range: SourceRange
  ) {
    self.header = header
    self.target = target
    self.split = split
    self.clauses = clauses
    self.range = range
  }
}

/// The fact that a column gives: `phone`, `line.type`, `consents(channel sms, level written).granted_at`.
public struct TargetSyntax: Sendable {
  /// The fact, the list or the table.
  public var path: NameSyntax
  /// Which entry of the table or which row of the list.
  public var selector: SelectorSyntax?
  /// The field of that entry or row; nil where the cell says whether there is such a row.
  public var field: Written<String>?
  /// The whole target.
  public var range: SourceRange

  /// Makes a target.
  public init(
    path: NameSyntax, selector: SelectorSyntax?, field: Written<String>?, range: SourceRange
  ) {
    self.path = path
    self.selector = selector
    self.field = field
    self.range = range
  }
}

/// What stands in the brackets of a target.
public enum SelectorSyntax: Sendable {
  /// The key of a table: `registers(US.national_dnc)`.
  case entry(NameSyntax)
  /// The fields that tell a row from the others: `consents(channel sms, purpose marketing)`.
  case row([FieldSyntax])
}

/// `split ";"`, or `split ";" fields "|" (channel, at)`.
public struct SplitSyntax: Sendable {
  /// What stands between the values.
  public var separator: Written<String>
  /// What stands between the fields of a value; nil for values without fields.
  public var fieldSeparator: Written<String>?
  /// The fields, in order.
  public var fields: [Written<String>]

  /// Makes a split.
  public init(
    separator: Written<String>, fieldSeparator: Written<String>?, fields: [Written<String>]
  ) {
    self.separator = separator
    self.fieldSeparator = fieldSeparator
    self.fields = fields
  }
}

/// `"Yes" or "Y" means true`.
public struct MeaningSyntax: Sendable {
  /// What the cell says, in any of these spellings.
  public var spellings: [Written<String>]
  /// What it means.
  public var value: FieldValueSyntax

  /// Makes a meaning.
  public init(spellings: [Written<String>], value: FieldValueSyntax) {
    self.spellings = spellings
    self.value = value
  }
}
