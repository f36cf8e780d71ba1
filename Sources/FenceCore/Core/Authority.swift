public import Outreach

/// What was read to know a fact of law.
public enum Evidence: String, CaseIterable, Hashable, Sendable {
  /// The text of the law, or of the authority.
  case primary
  /// Somebody's account of it.
  case secondary
  /// Nothing: remembered.
  case memory
}

/// How sure the author is.
public enum Confidence: String, CaseIterable, Hashable, Sendable {
  case high, medium, low
}

/// A law, regulation, decision, standard or guideline.
public struct Source: Hashable, Sendable {
  /// Its name in the policy, and its title.
  public var name: String
  /// Its title.
  public var title: String

  /// How lawyers cite it.
  public var citation: String

  /// Where it can be read.
  public var link: String?

  /// When it was last reviewed, and the interval in which it is to be.
  public var reviewed: CivilDate?
  /// The interval in which it is to be reviewed.
  public var interval: Period?

  /// How it is known.
  public var evidence: Evidence
  /// How sure the author is.
  public var confidence: Confidence

  /// Where it stands.
  public var location: PolicyLocation

  /// Makes a source.
  public init(
    name: String, title: String, citation: String, link: String?, reviewed: CivilDate?,
    interval: Period?, evidence: Evidence, confidence: Confidence, location: PolicyLocation
  ) {
    self.name = name
    self.title = title
    self.citation = citation
    self.link = link
    self.reviewed = reviewed
    self.interval = interval
    self.evidence = evidence
    self.confidence = confidence
    self.location = location
  }

  /// The day by which it is to be reviewed again; nil when no interval is given.
  public var due: CivilDate? {
    guard let reviewed, let interval else { return nil }
    return interval.shift(reviewed, isBusinessDay: { _ in true })
  }

  /// Whether the review is overdue on a day; never when no interval is given.
  public func isStale(on day: CivilDate) -> Bool { due.map { $0 < day } ?? false }
}

/// One `under` of a rule: a source, a place in it and the grade of what is known of that place.
public struct Authority: Hashable, Sendable {
  /// The source's name in its policy.
  public var source: String

  /// The source's citation with the pinpoint: `16 CFR 310.4(b)(3)(iv)`.
  public var citation: String

  /// Where it can be read.
  public var link: String?

  /// How it is known.
  public var evidence: Evidence
  /// How sure the author is.
  public var confidence: Confidence

  /// Makes an authority.
  public init(
    source: String, citation: String, link: String?, evidence: Evidence, confidence: Confidence
  ) {
    self.source = source
    self.citation = citation
    self.link = link
    self.evidence = evidence
    self.confidence = confidence
  }

  /// Weak is confidence low, or from memory without high confidence.
  public var isWeak: Bool {
    confidence == .low || (evidence == .memory && confidence != .high)
  }
}

/// A remark on the law: penalty, enforcement, history, silence.
public struct Note: Hashable, Sendable {
  /// Its kind, such as `penalty`.
  public var kind: String

  /// The ids of the rules it is about; empty for the whole policy.
  public var rules: [String]

  /// What it says.
  public var text: String

  /// The law it rests on.
  public var authorities: [Authority]

  /// Makes a note.
  public init(kind: String, rules: [String], text: String, authorities: [Authority]) {
    self.kind = kind
    self.rules = rules
    self.text = text
    self.authorities = authorities
  }
}
