import FenceCore
import Outreach

/// The report as CSV (RFC 4180): a line an attempt.
///
/// Failed and unproven rules are those of the attempt and of its step in the plan, with blanks between them.
public struct CSVCheckReport: CheckReport {
  private let masking: Masking
  /// What stands behind id and number, by the likeness of attempts.
  private var rests: [Int: [UInt8]] = [:]

  /// Makes a report.
  public init(masking: Masking) { self.masking = masking }

  /// The heading.
  public mutating func start() -> [UInt8] {
    row(["id", "phone", "step", "decision", "failed_rules", "unproven_rules"])
  }

  /// A line an attempt; a bad record has one line without a step.
  public mutating func record(_ record: CheckedRecord) -> [UInt8] {
    switch record {
    case .bad(let bad):
      return row([
        masking.text(bad.id ?? ""), "", "", Decision.review.rawValue, "", UnreadableRecord.rule,
      ])
    case .judged(let judgement, _, _):
      let who = Array(
        (quoted(masking.text(judgement.id)) + "," + quoted(masking.number(judgement.phone)) + ",")
          .utf8)
      var bytes: [UInt8] = []
      for attempt in judgement.attempts {
        bytes += who
        bytes += rest(attempt)
      }
      return bytes
    }
  }

  /// Nothing: counts have no place in a table of attempts.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] { [] }

  private mutating func rest(_ attempt: AttemptJudgement) -> [UInt8] {
    let likeness = attempt.likeness.number
    if likeness >= 0, let known = rests[likeness] { return known }
    let made = row([
      attempt.step, attempt.decision.rawValue, rules(attempt, .fail), rules(attempt, .unproven),
    ])
    if likeness >= 0 { rests[likeness] = made }
    return made
  }

  private func rules(_ attempt: AttemptJudgement, _ verdict: Verdict) -> String {
    (attempt.planFindings + attempt.findings).filter { $0.verdict == verdict }.map(\.rule)
      .joined(separator: " ")
  }

  private func row(_ fields: [String]) -> [UInt8] {
    Array((fields.map(quoted).joined(separator: ",") + "\r\n").utf8)
  }

  private func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
