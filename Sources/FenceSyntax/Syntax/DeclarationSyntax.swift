public import FenceDiagnostics
public import Outreach

/// A policy file as it is written.
public struct FileSyntax: Sendable {
  /// The declarations, in order; none if the file is of an edition that this program does not know.
  public var declarations: [DeclarationSyntax]

  /// Makes a file.
  public init(declarations: [DeclarationSyntax]) { self.declarations = declarations }
}

/// The keywords with which declarations begin.
public enum DeclarationKeyword: String, CaseIterable, Sendable {
  case policy, source, register, calendar, phrases, constant, define, segment, rule, exempt, waive
  case gap, note, extend, override, mapping, test, campaign
}

/// A declaration: keyword, name, title, clauses.
public struct DeclarationSyntax: Sendable {
  /// Which declaration it is.
  public var keyword: Written<DeclarationKeyword>
  /// The `///` comment before it, without the slashes; nil if there is none.
  public var documentation: String?
  /// Its name; none where it has none (tests) or it is missing (reported), several where an exemption is from
  /// several rules.
  public var names: [NameSyntax]
  /// Its title.
  public var title: Written<String>?
  /// Its clauses, those before the braces and those in them.
  public var clauses: [ClauseSyntax]
  /// The whole declaration.
  public var range: SourceRange

  /// Its name, the first if it has several; nil where it has none.
  public var name: NameSyntax? { names.first }

  /// Makes a declaration.
  public init(
    keyword: Written<DeclarationKeyword>, documentation: String?, names: [NameSyntax],
    title: Written<String>?, clauses: [ClauseSyntax], range: SourceRange
  ) {
    self.keyword = keyword
    self.documentation = documentation
    self.names = names
    self.title = title
    self.clauses = clauses
    self.range = range
  }
}

/// A clause: its keyword's place, what it says, and its whole place.
public struct ClauseSyntax: Sendable {
  /// What the clause says.
  public indirect enum Kind: Sendable {
    // Headers and dates
    case within(NameSyntax)
    case covers(CoverageSyntax)
    case under(CitationSyntax)
    case from(Written<CivilDate>)
    case until(Written<CivilDate>)
    case severity(Written<String>)
    case businessDays([DayNameSyntax])
    /// `withdrawal takes effect after D`, of a header or a rule.
    case withdrawal(DurationSyntax)
    // Rules; `details` are the `from`, `until` and `under` that follow the condition
    case applies(ExpressionSyntax, details: [ClauseSyntax])
    case require(ExpressionSyntax)
    case forbid(ExpressionSyntax)
    case verb(ExpressionSyntax)
    case except(ExpressionSyntax, details: [ClauseSyntax])
    case fix(Written<String>)
    // Sources
    case cite(Written<String>)
    case link(Written<String>)
    case reviewed(Written<CivilDate>, every: Written<Period>?)
    case evidence(Written<String>)
    case confidence(Written<String>)
    // Registers
    case of(Written<String>)
    case channels([Written<String>])
    case lines([Written<String>])
    case recipients([Written<String>])
    case everyPeriod(Written<Period>)
    case everyCampaign
    case everyAttempt
    /// `list`, `result` or `message`.
    case measured(Written<String>)
    case binds(Written<Period>)
    case by(Written<String>)
    // Calendars
    case day(DaySyntax)
    case dayGroup([NameSyntax], [DaySyntax])
    // Phrases
    case phrases(language: Written<String>, [Written<String>])
    // Constants, defines, segments and overrides
    case value(ExpressionSyntax)
    // Exempt, waive, note
    case when(ExpressionSyntax)
    case reading(ExpressionSyntax)
    case because(Written<String>)
    case on([NameSyntax])
    // Extensions
    case ownField(OwnFieldSyntax)
    // Mappings, the last three of which also stand in the braces of a column
    case recognised([HeaderSyntax])
    case separated(Written<String>)
    case column(ColumnSyntax)
    case always(NameSyntax, FieldValueSyntax)
    case incomplete([TargetSyntax])
    /// `none` or `unknown`.
    case blank(Written<String>)
    /// `day`, `month` or `year`: with which a date begins; the zone in which its times are.
    case dates(first: Written<String>, zone: Written<String>?)
    case words([MeaningSyntax])
    // Tests and campaigns
    case with([NameSyntax])
    /// `plan`, `contact` or `programme` with its facts; in a campaign the keyword is `campaign`.
    case facts(of: Written<String>, BlockSyntax)
    case factsComplete
    case expectDecision(Written<String>)
    case expectVerdict(rule: NameSyntax, Written<Verdict>, because: [NameSyntax])
  }

  /// What the clause says.
  public var kind: Kind
  /// The keyword's place.
  public var keyword: SourceRange
  /// The whole clause.
  public var range: SourceRange

  /// Makes a clause.
  public init(kind: Kind, keyword: SourceRange, range: SourceRange) {
    self.kind = kind
    self.keyword = keyword
    self.range = range
  }
}

/// `covers …`.
public enum CoverageSyntax: Sendable {
  case everyone
  case nobody
  /// No places means the policy's own code and what lies within it.
  case places([NameSyntax], recipients: Bool, senders: Bool)
}

/// `under SOURCE "pinpoint" secondary high`.
public struct CitationSyntax: Sendable {
  /// The source.
  public var source: NameSyntax
  /// The place in it.
  public var pinpoint: Written<String>?
  /// The grade at this place, if it is not the source's.
  public var evidence: Written<String>?
  /// The confidence at this place, if it is not the source's.
  public var confidence: Written<String>?

  /// Makes a citation.
  public init(
    source: NameSyntax, pinpoint: Written<String>?, evidence: Written<String>?,
    confidence: Written<String>?
  ) {
    self.source = source
    self.pinpoint = pinpoint
    self.evidence = evidence
    self.confidence = confidence
  }
}

/// `day christmas "Christmas Day" on 25 december …`.
public struct DaySyntax: Sendable {
  /// Its name.
  public var name: Written<String>
  /// Its title.
  public var title: Written<String>?
  /// When it falls.
  public var rule: HolidayCalendar.Rule
  /// What happens on a weekend.
  public var shift: HolidayCalendar.Shift
  /// The first year in which it exists.
  public var firstYear: Written<Int>?
  /// The last year in which it exists.
  public var lastYear: Written<Int>?
  /// The whole clause.
  public var range: SourceRange

  /// Makes a day.
  public init(
    name: Written<String>, title: Written<String>?, rule: HolidayCalendar.Rule,
    shift: HolidayCalendar.Shift, firstYear: Written<Int>?, lastYear: Written<Int>?,
    range: SourceRange
  ) {
    self.name = name
    self.title = title
    self.rule = rule
    self.shift = shift
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.range = range
  }
}

/// `field tier "Loyalty tier" one of gold, silver`.
public struct OwnFieldSyntax: Sendable {
  /// Its name.
  public var name: Written<String>
  /// Its title.
  public var title: Written<String>?
  /// Its type.
  public var type: OwnType
  /// The words of `one of …`, where they stand.
  public var words: [Written<String>]

  /// Makes a field.
  public init(
    name: Written<String>, title: Written<String>?, type: OwnType, words: [Written<String>]
  ) {
    self.name = name
    self.title = title
    self.type = type
    self.words = words
  }
}

/// Facts in braces.
public struct BlockSyntax: Sendable {
  /// The fields, in order.
  public var fields: [FieldSyntax]
  /// From brace to brace.
  public var range: SourceRange

  /// Makes a block.
  public init(fields: [FieldSyntax], range: SourceRange) {
    self.fields = fields
    self.range = range
  }
}

/// A field of a block.
public struct FieldSyntax: Sendable {
  /// Its name.
  public var name: Written<String>
  /// Its value.
  public var value: FieldValueSyntax

  /// Makes a field.
  public init(name: Written<String>, value: FieldValueSyntax) {
    self.name = name
    self.value = value
  }
}

/// The value of a field.
public indirect enum FieldValueSyntax: Sendable {
  case block(BlockSyntax)
  /// `[ … ]`, or scalars with commas between them.
  case list([FieldValueSyntax], SourceRange)
  /// A bare word or name: an enum case, `none`, `true`, `false`, a place, a register.
  case name(NameSyntax)
  case literal(LiteralSyntax, SourceRange)
  /// Already reported.
  case missing(SourceRange)

  /// Its place in the file.
  public var range: SourceRange {
    switch self {
    case .block(let block): block.range
    case .list(_, let range), .literal(_, let range), .missing(let range): range
    case .name(let name): name.range
    }
  }
}
