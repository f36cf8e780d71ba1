import FenceCore
import Outreach

/// One contact judged on every step of a plan.
///
/// ```swift
/// let judgement = campaign.judge(contact)
/// switch judgement.decision {
/// case .allowed: send()
/// case .review: ask(judgement.attempts.flatMap(\.findings).flatMap(\.missing))
/// case .blocked: leaveOut()
/// }
/// ```
public struct ContactJudgement: Hashable, Sendable {
  /// The contact's id; empty where it has none.
  public let id: String

  /// Its number; empty where it has none.
  public let phone: String

  /// The worst of the attempts' decisions.
  public let decision: Decision

  /// The policies that certainly or possibly cover the recipient.
  public let jurisdictions: [String]

  /// The segments to which the contact certainly belongs.
  public let segments: [String]

  /// The segments to which it may belong, for all that is known of it.
  public let doubtfulSegments: [String]

  /// The attempts, in the order of the plan's steps.
  public let attempts: [Attempt]

  /// A contact on one step.
  public struct Attempt: Hashable, Sendable {
    /// The step's id.
    public let step: String

    /// What may be done.
    public let decision: Decision

    /// Every rule that fails or is unproven, of the contact and of the plan at this step, the gravest first.
    public let findings: [Finding]

    /// Rules that were excused by the law or set aside by an organisation.
    public let excused: [Finding]

    /// For a step with a window, the parts in which every rule that blocks holds; nil for an instant.
    public let permitted: [TimeRange]?
  }

  init(
    _ judgement: FenceCore.ContactJudgement, of contact: Contact, _ campaign: Campaign
  ) {
    id = judgement.id
    phone = judgement.phone
    decision = Decision(judgement.decision)
    jurisdictions = judgement.jurisdictions
    segments = judgement.segments
    doubtfulSegments = judgement.doubtfulSegments
    attempts = judgement.attempts.map { attempt in
      let named = { (finding: FenceCore.Finding) in
        Finding(finding, step: attempt.step, of: contact, campaign)
      }
      let all = (attempt.findings + attempt.planFindings)
        .sorted(by: FenceCore.Finding.isOrdered)
      return Attempt(
        step: attempt.step, decision: Decision(attempt.decision),
        findings: all.filter { $0.verdict.ok != true }.map(named),
        excused: (all.filter { $0.verdict.ok == true } + attempt.excused + attempt.planExcused)
          .map(named),
        permitted: attempt.permitted?.map(TimeRange.init))
    }
  }
}
