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
    CSVTable.line([
      "id", "phone", "step", "decision", "failed_rules", "unproven_rules", "waived_rules",
      "segments",
    ])
  }

  /// A line an attempt; a bad record has one line without a step.
  public mutating func record(_ record: CheckedRecord) -> [UInt8] {
    switch record {
    case .bad(let bad):
      return CSVTable.line([
        masking.text(bad.id ?? ""), "", "", Decision.review.rawValue, "", UnreadableRecord.rule, "",
        "",
      ])
    case .judged(let judgement, _, _):
      return judgement.attempts.flatMap { attempt in
        CSVTable.line([
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
}
