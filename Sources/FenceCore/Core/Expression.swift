public import Outreach

/// The core of Fence: a small, typed, total language to which every verb and expression is lowered.
///
/// Its truth has three values (strong Kleene logic). It has no names, no recursion and no errors: what a
/// policy that loads can say, can be evaluated. Types were checked before; an operand of a wrong kind counts
/// as unknown.
public indirect enum Expression: Hashable, Sendable {
  // MARK: values

  /// A value written in the policy.
  case constant(FactValue)
  /// A fact of the judged attempt.
  case fact(FactPath)
  /// The row of the n-th enclosing quantifier, the innermost being 0.
  case row(Int)
  /// A field of a record, by its index in the record's schema.
  case field(Expression, Int)
  /// An entry of a table.
  case entry(Expression, key: String)
  /// The attempt's instant.
  case attempt
  /// The earlier (later) of several points in time; a known none is left out; all none is none.
  ///
  /// An unknown operand of `earliest` makes the result "some time up to the earliest known one", of `latest`
  /// "some time from the latest known one".
  case earliest([Expression])
  case latest([Expression])
  /// A point in time moved by a period: exact periods move instants; calendar periods keep the local time of day
  /// and move the day, with the given reading in a fold (the later ends a prohibition, the earlier a
  /// permission). A day moved by a calendar period is a day.
  case moved(Expression, by: Term, direction: Int, reading: FoldReading)
  /// The sum or difference of two quantities.
  case sum(Expression, Expression)
  case difference(Expression, Expression)
  /// The number of characters of a text, or of rows of a list.
  case length(Expression)
  /// A field of the first row whose key field equals a value (a consent's wording in the programme); none if
  /// the list is known and has no such row.
  case lookup(list: Expression, keyField: Int, key: Expression, field: Int)
  /// How many rows of a list satisfy a predicate; an interval where that is not known.
  case count(list: Expression, where: Expression)
  /// The latest of a field over the rows that satisfy a predicate; none if no row does.
  case latestOf(field: Int, list: Expression, where: Expression)
  /// How many contacts count for a cap: history, the plan's own other steps (at the worst instant and with
  /// whatever outcome), and the judged attempt if its channel is one of those counted.
  case prior(PriorCount)
  /// The share of the list's contacts for which a predicate holds, by its number in `CheckedList.shares`.
  case share(Int)

  // MARK: truth

  /// True when the operand is false.
  case not(Expression)
  /// True when all are.
  case all([Expression])
  /// True when one is.
  case any([Expression])
  /// The second if the first is true, the third if it is false; where both agree, the first does not matter.
  case choose(Expression, then: Expression, otherwise: Expression)
  /// Like `choose`, but an unknown first counts as false: only for evidence of which one source outranks
  /// another (a contact's own register answer and the plan's scrub).
  case prefer(Expression, then: Expression, otherwise: Expression)
  /// Whether two values are the same; false where one is none.
  case equal(Expression, Expression)
  /// Whether a value is known to be none.
  case isNone(Expression)
  /// Whether a value is one of several (constants).
  case oneOf(Expression, [Expression])
  /// Order of quantities, periods, times of day or words of an ordered list.
  case less(Expression, Expression)
  case atMost(Expression, Expression)
  /// Strict order of points in time; false where one is none.
  case before(Expression, Expression)
  /// The first is not after the second; false where one is none (so `not before` is for prohibitive events,
  /// `notAfter` for permissive ones).
  case notAfter(Expression, Expression)
  /// `a` is not after `b`, and `b` lies no further than the period after `a`.
  ///
  /// Exact periods compare instants, both ends included; calendar periods compare `a <= b` and
  /// `date(b) <= date(a) + period` on the local clock.
  case within(Term, from: Expression, to: Expression)
  /// Whether two points in time fall on the same local day, week (from Monday) or month.
  case same(CalendarUnit, Expression, Expression)
  /// Whether a set of words, a list or a text holds a value.
  case includes(Expression, Expression)
  /// Whether a text starts with, ends with or contains a text.
  case starts(Expression, Expression)
  case ends(Expression, Expression)
  case contains(Expression, Expression)
  /// Whether some row, or every row, of a list satisfies a predicate (the row is `row(0)` inside it).
  case someRow(list: Expression, where: Expression)
  case everyRow(list: Expression, where: Expression)
  /// Whether the attempt falls into a weekly schedule on the local clock, or on a named zone's.
  case schedule(Schedule)
  /// Whether the attempt's local date lies in a period of validity, both days included.
  case inForce(from: CivilDate?, until: CivilDate?)
  /// Whether every candidate of every piece of evidence of place lies within one of these places (true), none
  /// does (false), or neither (unknown).
  case placed([String])
  /// Whether the attempt falls into one of the local time ranges of a list of records (`from`, `to`, `days`).
  case timeRanges(Expression)
  /// Whether the judged step's message or script says an element, at its beginning if `first`.
  case says(Word, first: Bool)
  /// Whether the contact's number occurs more than once in the list.
  case repeatedNumber
  /// Neither true nor false: what the policy leaves open, with the reason.
  case open(String)

  // MARK: explanation

  /// The same as its body; names the place in the policy from which it was lowered.
  case traced(Trace, Expression)
}

/// Which of two instants a local time stands for when the clock is set back.
public enum FoldReading: String, CaseIterable, Hashable, Sendable {
  case earlier, later
}

/// The calendar units by which two days are compared.
public enum CalendarUnit: String, CaseIterable, Hashable, Sendable {
  case day, week, month
}

/// A fact of the judged attempt: a root record, then fields by index.
public struct FactPath: Hashable, Sendable {
  /// The record from which the path starts.
  public var root: FactRoot

  /// Field indices, one a level.
  public var fields: [Int]

  /// Its name for people and reports: `contact.time_zone`.
  public var name: String

  /// Makes a path.
  public init(root: FactRoot, fields: [Int], name: String) {
    self.root = root
    self.fields = fields
    self.name = name
  }
}

/// The records in which an attempt's facts stand, from the widest scope to the narrowest.
public enum FactRoot: String, CaseIterable, Hashable, Sendable {
  case programme, plan, step, contact
  /// Facts derived from the contact's: number, line, age (`RecordKind.derived`).
  case derived
}

/// A period, and which days are business days where it counts them.
public struct Term: Hashable, Sendable {
  /// The period.
  public var period: Period

  /// The days that are no business days, of the policy in which the period is written.
  public var businessDays: BusinessDays?

  /// Makes a term.
  public init(_ period: Period, businessDays: BusinessDays? = nil) {
    self.period = period
    self.businessDays = businessDays
  }
}

/// What a cap counts.
public struct PriorCount: Hashable, Sendable {
  /// The channels counted.
  public var channels: WordSet

  /// The span looked back over.
  public var span: Span

  /// The condition on a row, which is `row(0)`.
  public var condition: Expression

  /// Makes a count.
  public init(channels: WordSet, span: Span, condition: Expression) {
    self.channels = channels
    self.span = span
    self.condition = condition
  }

  /// How far a cap looks back from the attempt.
  public enum Span: Hashable, Sendable {
    /// `in any 24 hours`: `(t - D, t]`; `in any 30 days`: the attempt's local date and the 29 before.
    case rolling(Period)
    /// `per day`, `per week` (from Monday), `per month` on the local calendar.
    case calendar(CalendarUnit)
    /// `ever`.
    case ever
  }
}

/// Where in a policy an expression comes from, for proofs.
public struct Trace: Hashable, Sendable {
  /// What kind of thing it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A clause of a rule: `applies when …`, `hours …`, `require …`.
    case clause
    /// A named predicate or quantity; `text` is its name.
    case definition
    /// A comparison, quantifier or verb within a clause.
    case expression
  }

  /// What kind of thing it is.
  public var kind: Kind

  /// The words of the policy, white space folded; for a definition, its name.
  public var text: String

  /// Where they stand.
  public var location: PolicyLocation

  /// Makes a trace.
  public init(kind: Kind, text: String, location: PolicyLocation) {
    self.kind = kind
    self.text = text
    self.location = location
  }
}

/// A place in a policy file.
public struct PolicyLocation: Hashable, Sendable {
  /// The file's name as it was given or shipped.
  public var file: String

  /// The line, from 1.
  public var line: Int

  /// The column, from 1, in bytes.
  public var column: Int

  /// Makes a location.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
