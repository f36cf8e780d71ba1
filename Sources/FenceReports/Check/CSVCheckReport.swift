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
      let who = [masking.text(judgement.id), masking.number(judgement.phone)]
      let head = CSVCheckReport.open(who)
      let tail = CSVTable.line([judgement.segments.joined(separator: " ")])
      var bytes: [UInt8] = []
      for attempt in judgement.attempts {
        bytes += head
        bytes += rest(attempt)
        bytes += tail
      }
      return bytes
    }
  }

  /// Nothing: counts have no place in a table of attempts.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] { [] }

  /// The beginning of a line, up to the comma behind these fields.
  private static func open(_ fields: [String]) -> [UInt8] {
    Array(CSVTable.line(fields).dropLast(2)) + [UInt8(ascii: ",")]
  }

  private mutating func rest(_ attempt: AttemptJudgement) -> [UInt8] {
    let likeness = attempt.likeness.number
    if likeness >= 0, let known = rests[likeness] { return known }
    let made = CSVCheckReport.open([
      attempt.step, attempt.decision.rawValue, rules(attempt, .fail), rules(attempt, .unproven),
      rules(attempt, .waived),
    ])
    if likeness >= 0 { rests[likeness] = made }
    return made
  }

  private func rules(_ attempt: AttemptJudgement, _ verdict: Verdict) -> String {
    let all = attempt.planFindings + attempt.findings + attempt.planExcused + attempt.excused
    return all.filter { $0.verdict == verdict }.map(\.rule)
      .joined(separator: " ")
  }
}
