public import Outreach

/// An organisation's dated override of a rule or gap.
public struct Waiver: Hashable, Sendable {
  /// The id of the rule or gap.
  public var rule: String

  /// The last day on which it works.
  public var until: CivilDate

  /// The organisation's reading of an open norm, judged in the rule's place; nil waives outright.
  public var reading: Expression?

  /// Why, and who decided.
  public var because: String
  /// Who decided.
  public var by: String

  /// The organisation's policy.
  public var policy: String

  /// Where it stands.
  public var location: PolicyLocation

  /// The words of the reading; nil where there is none.
  public var readingWords: String? { reading?.words }

  /// Makes a waiver.
  public init(
    rule: String, until: CivilDate, reading: Expression?, because: String, by: String,
    policy: String, location: PolicyLocation
  ) {
    self.rule = rule
    self.until = until
    self.reading = reading
    self.because = because
    self.by = by
    self.policy = policy
    self.location = location
  }
}

/// A named group of contacts that reports count.
public struct Segment: Hashable, Sendable {
  /// Its id and title.
  public var id: String
  /// Its title.
  public var title: String

  /// Who belongs to it.
  public var condition: Expression

  /// Makes a segment.
  public init(id: String, title: String, condition: Expression) {
    self.id = id
    self.title = title
    self.condition = condition
  }
}

/// A named value of a policy.
public struct NamedConstant: Hashable, Sendable {
  /// Its id: the policy's name, a dot, its own name.
  public var id: String

  /// What it is.
  public var title: String

  /// Its value as the policy writes it: `31 days`, `2%`.
  public var value: String

  /// What an organisation put in its place, if any did.
  public var override: ConstantOverride?

  /// Makes a constant.
  public init(id: String, title: String, value: String, override: ConstantOverride?) {
    self.id = id
    self.title = title
    self.value = value
    self.override = override
  }
}

/// An organisation's value in the place of another policy's constant.
public struct ConstantOverride: Hashable, Sendable {
  /// The value as the organisation writes it.
  public var value: String

  /// The policy that overrides.
  public var policy: String

  /// Why.
  public var because: String

  /// Who decided.
  public var by: String

  /// Where it stands.
  public var location: PolicyLocation

  /// Makes an override.
  public init(
    value: String, policy: String, because: String, by: String, location: PolicyLocation
  ) {
    self.value = value
    self.policy = policy
    self.because = because
    self.by = by
    self.location = location
  }
}

extension Policy {
  /// A field of the organisation's own, with the document in which it stands.
  public struct DeclaredField: Hashable, Sendable {
    /// `contact`, `plan` or `programme`.
    public var document: RecordKind

    /// The field.
    public var field: OwnField

    /// Makes a declared field.
    public init(document: RecordKind, field: OwnField) {
      self.document = document
      self.field = field
    }
  }
}

extension Library {
  /// The organisation's own fields that its policies declare.
  public var ownFields: OwnFields {
    policies.flatMap(\.ownFields).reduce(into: OwnFields()) { fields, declared in
      fields.insert(declared.field, of: declared.document)
    }
  }
}
