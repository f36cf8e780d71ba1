public import FenceDiagnostics
public import Outreach

/// A verb as it is written; `language.md` and the reference say when each is true.
public indirect enum VerbSyntax: Sendable {
  case scrub(register: NameSyntax, every: DurationSyntax?)
  case listed(register: NameSyntax)
  case permitted(register: NameSyntax)
  case registered(register: NameSyntax, where: ExpressionSyntax?)
  case consent(ConsentSyntax)
  case optedOut(scope: OptOutScopeSyntax, where: ExpressionSyntax?)
  /// `within` nil is `at once`.
  case honour(
    scope: OptOutScopeSyntax, within: DurationSyntax?, lasting: DurationSyntax?,
    where: ExpressionSyntax?)
  case hours([OpeningSyntax], zone: Written<String>?)
  case cap(CapSyntax)
  /// `after` is a point in time; `duration` nil is `forever`.
  case pause(duration: DurationSyntax?, after: ExpressionSyntax)
  /// `pause D after LIST where E`.
  case pauseAfterRows(duration: DurationSyntax?, list: NameSyntax, where: ExpressionSyntax)
  case answersRecipient(within: DurationSyntax)
  /// `subject` is the word `message` or `script`; both mean the step's.
  case says(
    subject: Written<String>, elements: [Written<String>], first: Bool, within: DurationSyntax?)
  case erase(data: Written<String>, within: DurationSyntax, after: [NameSyntax])
  case keep(data: Written<String>, lasting: DurationSyntax, after: [NameSyntax])
}

/// `consent LEVEL for …`.
public struct ConsentSyntax: Sendable {
  /// The least level.
  public var level: Written<String>
  /// The place of `exactly`, if written.
  public var exactly: SourceRange?
  /// The axes (`channel`, `purpose`, …) and channel words.
  public var axes: [Written<String>]
  /// `given within D`.
  public var givenWithin: DurationSyntax?
  /// The place of `or renewed`, if written.
  public var orRenewed: SourceRange?
  /// `where E`.
  public var condition: ExpressionSyntax?

  /// Makes a consent.
  public init(
    level: Written<String>, exactly: SourceRange?, axes: [Written<String>],
    givenWithin: DurationSyntax?, orRenewed: SourceRange?, condition: ExpressionSyntax?
  ) {
    self.level = level
    self.exactly = exactly
    self.axes = axes
    self.givenWithin = givenWithin
    self.orRenewed = orRenewed
    self.condition = condition
  }
}

/// `of any channel and purpose`.
public struct OptOutScopeSyntax: Sendable {
  /// Whether opt-outs of any channel match, not only of the step's.
  public var anyChannel: Bool
  /// Whether opt-outs of any purpose match.
  public var anyPurpose: Bool

  /// Makes a scope.
  public init(anyChannel: Bool = false, anyPurpose: Bool = false) {
    self.anyChannel = anyChannel
    self.anyPurpose = anyPurpose
  }
}

/// One part of `hours`: days and spans.
public struct OpeningSyntax: Sendable {
  /// The days; none means every day.
  public var days: [DayNameSyntax]
  /// The spans; none is `closed`.
  public var spans: [Written<(from: TimeOfDay, to: TimeOfDay)>]
  /// The whole part.
  public var range: SourceRange

  /// Makes an opening.
  public init(
    days: [DayNameSyntax], spans: [Written<(from: TimeOfDay, to: TimeOfDay)>], range: SourceRange
  ) {
    self.days = days
    self.spans = spans
    self.range = range
  }
}

/// A day in `hours` or `business days skip`.
public enum DayNameSyntax: Sendable {
  /// A weekday or a calendar.
  case name(NameSyntax)
  /// `monday to friday`.
  case range(Written<String>, Written<String>)
  /// `eves of CALENDAR`.
  case eves(NameSyntax)
}

/// `cap N …`.
public struct CapSyntax: Sendable {
  /// A number or the name of a constant.
  public var limit: ExpressionSyntax
  /// The channels; none means all outbound ones but email.
  public var channels: [Written<String>]
  /// The span.
  public var span: Span
  /// `where E`.
  public var condition: ExpressionSyntax?

  /// How far a cap looks back.
  public enum Span: Sendable {
    case rolling(DurationSyntax)
    /// `day`, `week` or `month`.
    case per(Written<String>)
    case ever
  }

  /// Makes a cap.
  public init(
    limit: ExpressionSyntax, channels: [Written<String>], span: Span, condition: ExpressionSyntax?
  ) {
    self.limit = limit
    self.channels = channels
    self.span = span
    self.condition = condition
  }
}
