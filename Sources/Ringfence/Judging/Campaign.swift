import FenceCore
import FenceDiagnostics
import FenceWorkspace
import Outreach
import OutreachFacts

/// A plan with the policies that judge it: judges the plan alone, and contacts one by one or as a list.
///
/// A campaign never changes, so that any number of threads may judge with it at once.
///
/// ```swift
/// let campaign = try Campaign(plan: Document(path: "spring.json"), policies: policies)
/// let contact = try campaign.contact(["id": "c-1001", "phone": "+13055550142"])
/// print(campaign.judge(contact).decision)
/// ```
public struct Campaign: Sendable {
  /// The policies that judge it.
  public let policies: Policies

  /// Its steps, in order.
  public let steps: [Step]

  let plan: FactRecord
  let programme: FactRecord?
  /// The documents that its facts were read from, by their number in `Origin`.
  let documents: [String]

  /// A step of a plan.
  public struct Step: Hashable, Sendable {
    /// Its id.
    public let id: String

    /// Its channel, such as `sms`; nil if the plan does not say.
    public let channel: String?
  }

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - plan: a JSON document, or a Fence file with one `campaign` block (by its ending, `.fence`).
  ///   - programme: the organisation's standing evidence, as JSON; nil if the plan carries it or it is not known.
  ///   - policies: the policies to judge by; they also say which fields of your own the documents may have.
  /// - Throws: everything wrong with the documents.
  public init(
    plan: Document, programme: Document? = nil, policies: Policies
  ) throws(LoadingError) {
    let source = try plan.source()
    var standing: SourceText?
    if let programme { standing = try programme.source() }
    let file: PlanFile
    do {
      file = try PlanFile(
        plan: source, programme: standing, world: world, ownFields: policies.library.ownFields)
    } catch {
      throw LoadingError(error.diagnostics)
    }
    self.policies = policies
    self.plan = file.plan
    self.programme = file.programme
    documents = file.sources.map(\.name)
    var steps: [Step] = []
    if case .list(let rows) = file.plan["steps"].value {
      for (id, row) in zip(Judge.steps(of: file.plan), rows) {
        guard case .record(let step) = row.value else { continue }
        steps.append(Step(id: id, channel: step["channel"].value.word))
      }
    }
    self.steps = steps
  }

  /// Judges the plan before any contact is known: what is certainly wrong, and what each contact must bring.
  ///
  /// ```swift
  /// let lint = campaign.lint()
  /// for finding in lint.findings where finding.severity == .block { print(finding.message) }
  /// ```
  public func lint() -> LintResult {
    LintResult(judge().lint(), of: self)
  }

  /// Judges a contact on every step, as if it were the only one of its list.
  ///
  /// - Complexity: rules × steps × clocks × changes within the step's time.
  public func judge(_ contact: Contact) -> ContactJudgement {
    ContactJudgement(judge(findsNextChange: true).judge(contact.record), of: contact, self)
  }

  /// Explains what every rule says of a contact on one step.
  ///
  /// ```swift
  /// if let explanation = campaign.explain(contact, step: "call-1") {
  ///   for rule in explanation.rules where rule.finding.verdict == .fail { print(rule.requirements) }
  /// }
  /// ```
  ///
  /// - Returns: the proofs; nil if the plan has no such step.
  public func explain(_ contact: Contact, step: String) -> Explanation? {
    guard let index = steps.firstIndex(where: { $0.id == step }),
      let explained = judge(findsNextChange: true).explain(contact.record, step: index)
    else { return nil }
    return Explanation(explained, of: contact, self)
  }

  /// The spans in which a step, made at an instant of them, would be allowed, if no fact changed.
  ///
  /// ```swift
  /// let spans = campaign.permitted(contact, step: "call-1", from: monday, to: friday)
  /// ```
  ///
  /// - Parameters:
  ///   - contact: whom the step would reach.
  ///   - step: the step's id.
  ///   - from: the first instant looked at.
  ///   - to: the first instant after it that is not; at most ten years later.
  /// - Returns: the spans, ascending; nil if the plan has no such step.
  public func permitted(
    _ contact: Contact, step: String, from: Instant, to: Instant
  ) -> [TimeRange]? {
    guard let index = steps.firstIndex(where: { $0.id == step }) else { return nil }
    let end = min(to.inner, from.inner.adding(milliseconds: 3660 * 86_400_000))
    return judge().permitted(contact.record, step: index, from: from.inner, to: end)
      .map(TimeRange.init)
  }

  /// A judge of the plan, which serves one thread.
  func judge(findsNextChange: Bool = false) -> Judge {
    Judge(
      library: policies.library, plan: plan, programme: programme, world: world,
      options: Judge.Options(findsNextChange: findsNextChange))
  }
}

extension FactValue {
  /// The spelling of a word; nil for other values.
  fileprivate var word: String? {
    if case .word(let word) = self { return word.spelling }
    return nil
  }
}
