import FenceCore
import Outreach

/// The report as CSV (RFC 4180): a line an attempt.
///
/// Failed and unproven rules are those of the attempt and of its step in the plan, with blanks between them.
public struct CSVCheckReport: CheckReport {
  private let masking: Masking

  /// Makes a report.
  public init(masking: Masking) { self.masking = masking }

  /// The heading.
  public mutating func start() -> [UInt8] {
    row([
      "id", "phone", "step", "decision", "failed_rules", "unproven_rules", "waived_rules",
      "segments",
    ])
  }

  /// A line an attempt; a bad record has one line without a step.
  public mutating func record(_ record: CheckedRecord) -> [UInt8] {
    switch record {
    case .bad(let bad):
      return row([
        masking.text(bad.id ?? ""), "", "", Decision.review.rawValue, "", UnreadableRecord.rule, "",
        "",
      ])
    case .judged(let judgement, _, _):
      return judgement.attempts.flatMap { attempt in
        row([
          masking.text(judgement.id), masking.number(judgement.phone), attempt.step,
          attempt.decision.rawValue, rules(attempt, .fail), rules(attempt, .unproven),
          rules(attempt, .waived), judgement.segments.joined(separator: " "),
        ])
      }
    }
  }

  /// Nothing: counts have no place in a table of attempts.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] { [] }

  private func rules(_ attempt: AttemptJudgement, _ verdict: Verdict) -> String {
    let all = attempt.planFindings + attempt.findings + attempt.planExcused + attempt.excused
    return all.filter { $0.verdict == verdict }.map(\.rule)
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
