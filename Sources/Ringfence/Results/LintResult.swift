import FenceCore
import Outreach

/// What a plan must change, and what each contact will have to bring, before any contact is known.
///
/// ```swift
/// let lint = campaign.lint()
/// guard lint.findings.allSatisfy({ $0.severity != .block }) else { return }
/// print(Set(lint.requirements.flatMap(\.facts)).sorted())
/// ```
public struct LintResult: Hashable, Sendable {
  /// What is certainly wrong, or unproven for want of the plan's or the programme's facts.
  public let findings: [Finding]

  /// What depends on facts that only contacts bring.
  public let requirements: [Requirement]

  /// A rule that will be judged by facts that each contact has to bring.
  public struct Requirement: Hashable, Sendable {
    /// The target, or a region of a target, where it will be judged.
    public let place: String

    /// The rule's id.
    public let rule: String

    /// Its title.
    public let title: String

    /// How its failure counts.
    public let severity: Severity

    /// The ids of the steps concerned.
    public let steps: [String]

    /// The names of the contact's facts that decide.
    public let facts: [String]
  }

  init(_ judgement: LintJudgement, of campaign: Campaign) {
    findings = judgement.findings.map {
      Finding($0.finding, step: $0.step, of: nil, campaign)
    }
    requirements = judgement.requirements.map {
      Requirement(
        place: $0.place, rule: $0.rule, title: $0.title, severity: Severity($0.severity),
        steps: $0.steps, facts: $0.facts)
    }
  }
}
