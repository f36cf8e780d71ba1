import FenceCore
import Outreach

/// What one rule says, where that is worth reporting.
///
/// ```swift
/// for finding in judgement.attempts[0].findings {
///   print(finding.rule, finding.verdict, finding.missing, finding.citations)
/// }
/// ```
public struct Finding: Hashable, Sendable {
  /// The rule's id, such as `US.dnc_scrub`, or a built-in one such as `ringfence.number`.
  public let rule: String

  /// The rule's title.
  public let title: String

  /// The first day of the version judged; nil if it has been in force always.
  public let version: String?

  /// What it says.
  public let verdict: Verdict

  /// How its failure counts.
  public let severity: Severity

  /// Whether it rests on weak law, or was saved by a weak exception alone.
  public let isWeak: Bool

  /// What is wrong, in one sentence: the rule's title, or what the program itself found.
  public let message: String

  /// The names of the facts for want of which it is unproven, such as `contact.time_zone`.
  public let missing: [String]

  /// What to do about it.
  public let fix: String?

  /// The law, as lawyers cite it.
  public let citations: [String]

  /// Where the law can be read.
  public let link: String?

  /// What excused the attempt, where it is exempt or waived: the policy, the clause, or who decided.
  public let excusedBy: String?

  /// The waiver, where the verdict is waived.
  public let waiver: WaiverDescription?

  /// Waivers of the rule that were over at the attempt.
  public let endedWaivers: [WaiverDescription]

  /// The next instant at which the verdict changes if no fact does; nil if none was found.
  public let nextChange: Instant?

  /// The step's id; nil for findings about the list.
  public let step: String?

  /// Where the fact stands that decides; nil if none can be named.
  public let location: Location?

  init(
    _ finding: FenceCore.Finding, step: String? = nil, of contact: Contact?, _ campaign: Campaign
  ) {
    rule = finding.rule
    title = finding.title
    version = finding.version?.description
    verdict = Verdict(finding.verdict)
    severity = Severity(finding.severity)
    isWeak = finding.isWeak
    message = finding.message ?? finding.title
    missing = finding.missing
    fix = finding.fix
    citations = finding.citations
    link = finding.link
    excusedBy = finding.excusedBy
    waiver = finding.waiver.map(WaiverDescription.init)
    endedWaivers = finding.endedWaivers.map(WaiverDescription.init)
    nextChange = finding.nextChange.map(Instant.init)
    self.step = step
    location = campaign.location(finding.origin, contact)
  }
}
