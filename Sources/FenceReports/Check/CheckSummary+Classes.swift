public import FenceCore
public import Outreach

/// The counts of attempts that are judged by class, and what their findings show.
extension CheckSummary {
  /// Counts attempts at a step of the plan that came to a decision.
  public mutating func addAttempts(_ times: Int, step: Int, _ decision: Decision) {
    attempts += times
    if steps.indices.contains(step) { steps[step].decisions[decision, default: 0] += times }
  }

  /// Counts attempts that need a review for want of a fact.
  public mutating func addMissing(_ fact: String, times: Int) {
    missing[fact, default: 0] += times
  }

  /// Counts attempts that have a finding about the contact; it must have been shown by `note` at least once before the
  /// summary is read.
  public mutating func tally(_ finding: Finding, times: Int) {
    rules[finding.rule, default: RuleCount(finding: finding)].count(finding.verdict, times)
  }

  /// A contact that may become an example.
  public struct ExampleContact {
    var id: String
    var phone: String
    var origin: Origin

    /// Makes one of its id and number, unmasked, and where its record begins.
    public init(id: String, phone: String, origin: Origin) {
      self.id = id
      self.phone = phone
      self.origin = origin
    }
  }

  /// Keeps what a finding shows: itself, and the contact as its example; in the order of the list.
  public mutating func note(_ shared: SharedFinding, _ contact: ExampleContact) {
    guard steps.indices.contains(shared.step) else { return }
    note(shared.finding, shared.part, step: steps[shared.step].id, contact)
  }
}
