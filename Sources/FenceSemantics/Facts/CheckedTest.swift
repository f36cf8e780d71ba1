public import FenceCore
public import FenceDiagnostics
public import Outreach

/// A test of a policy, its names resolved; its facts are decoded by who runs it.
public struct CheckedTest: Sendable {
  /// The policy in which it stands.
  public var policy: String

  /// What it is called.
  public var title: String

  /// The names of further policies whose rules are judged.
  public var with: [String]

  /// The facts; a plan may be in its short form (`FactTree.expandingShortPlan`).
  public var plan: FactTree?
  /// The facts of the contact.
  public var contact: FactTree?
  /// The facts of the programme.
  public var programme: FactTree?

  /// Whether every list that is not given is empty.
  public var factsComplete: Bool

  /// What must come out.
  public var expectations: [Expectation]

  /// Where it stands.
  public var location: PolicyLocation

  /// The file it stands in.
  public var source: SourceText

  /// Makes a test.
  public init(
    policy: String, title: String, with: [String], plan: FactTree?, contact: FactTree?,
    programme: FactTree?, factsComplete: Bool, expectations: [Expectation],
    location: PolicyLocation, source: SourceText
  ) {
    self.policy = policy
    self.title = title
    self.with = with
    self.plan = plan
    self.contact = contact
    self.programme = programme
    self.factsComplete = factsComplete
    self.expectations = expectations
    self.location = location
    self.source = source
  }

  /// One thing that must come out.
  public struct Expectation: Sendable {
    /// What is expected.
    public enum Kind: Sendable {
      /// The decision of the attempt.
      case decision(Decision)
      /// The verdict of a rule, by its id; `because` names facts that must be among the missing ones.
      case verdict(rule: String, Verdict, because: [String])
    }

    /// What is expected.
    public var kind: Kind

    /// Where it is written, in the test's file.
    public var range: SourceRange

    /// Makes an expectation.
    public init(kind: Kind, range: SourceRange) {
      self.kind = kind
      self.range = range
    }
  }
}

/// A `campaign` block: a plan in the spelling of Fence.
public struct CheckedCampaign: Sendable {
  /// The facts; may be in the short form of a plan with one step.
  public var facts: FactTree

  /// The file it stands in.
  public var source: SourceText

  /// Where it stands there.
  public var range: SourceRange

  /// Makes a campaign.
  public init(facts: FactTree, source: SourceText, range: SourceRange) {
    self.facts = facts
    self.source = source
    self.range = range
  }
}
