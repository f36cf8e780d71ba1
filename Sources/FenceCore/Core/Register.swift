public import Outreach

/// An authority's list.
public struct Register: Hashable, Sendable {
  /// Its id: the policy's name, a dot, its own name; and its title.
  public var id: String
  /// Its title.
  public var title: String

  /// What it lists.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    case numbers, permits, senders, messages, places
  }

  /// What it lists.
  public var subject: Subject

  /// The channels concerned; nil for all.
  public var channels: WordSet?

  /// The kinds of line concerned; nil for all.
  public var lines: WordSet?

  /// The kinds of recipient concerned; nil for all.
  public var recipients: WordSet?

  /// How often it must be consulted.
  public enum Interval: Hashable, Sendable {
    /// At least so often.
    case every(Period)
    /// Before each campaign.
    case campaign
    /// At each attempt.
    case attempt
  }

  /// How often it must be consulted; nil if the law gives no interval.
  public var interval: Interval?

  /// From when the interval is measured.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    /// The age of the downloaded version.
    case list
    /// The age of an answer.
    case result
    /// The platform consults it with each message.
    case message
  }

  /// From when the interval is measured.
  public var measure: Measure

  /// How long after an entry it begins to bind.
  public var grace: Period?

  /// First and last day of its existence.
  public var from: CivilDate?
  /// The last day in force.
  public var until: CivilDate?

  /// Who keeps it, and where it is.
  public var authority: String?
  /// Where it can be read.
  public var link: String?

  /// Makes a register.
  public init(
    id: String, title: String, subject: Subject, channels: WordSet? = nil,
    lines: WordSet? = nil, recipients: WordSet? = nil, interval: Interval? = nil,
    measure: Measure = .result, grace: Period? = nil,
    from: CivilDate? = nil, until: CivilDate? = nil, authority: String? = nil, link: String? = nil
  ) {
    self.id = id
    self.title = title
    self.subject = subject
    self.channels = channels
    self.lines = lines
    self.recipients = recipients
    self.interval = interval
    self.measure = measure
    self.grace = grace
    self.from = from
    self.until = until
    self.authority = authority
    self.link = link
  }
}

/// A calendar under its id (`US.federal_holidays`) and title.
public struct NamedCalendar: Hashable, Sendable {
  /// Its id and title.
  public var id: String
  /// Its title.
  public var title: String

  /// The days.
  public var calendar: HolidayCalendar

  /// Makes a named calendar.
  public init(id: String, title: String, calendar: HolidayCalendar) {
    self.id = id
    self.title = title
    self.calendar = calendar
  }
}

/// Which days are no business days.
public struct BusinessDays: Hashable, Sendable {
  /// Days of the week that do not count.
  public var weekdays: Set<Weekday>

  /// Calendars whose days do not count, by id.
  public var calendars: [String]

  /// Makes the set.
  public init(weekdays: Set<Weekday>, calendars: [String]) {
    self.weekdays = weekdays
    self.calendars = calendars
  }
}

/// The words by which a message in a language is seen to say an element.
public struct Phrases: Hashable, Sendable {
  /// The element.
  public var element: Word

  /// The language, ISO 639-1.
  public var language: String

  /// The phrases.
  public var phrases: [String]

  /// Makes the list.
  public init(element: Word, language: String, phrases: [String]) {
    self.element = element
    self.language = language
    self.phrases = phrases
  }
}
