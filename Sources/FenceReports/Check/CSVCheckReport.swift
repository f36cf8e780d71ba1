import FenceCore
import Outreach

/// The report as CSV (RFC 4180): a line an attempt.
///
/// Failed and unproven rules are those of the attempt and of its step in the plan, with blanks between them.
public struct CSVCheckReport: CheckReport {
  private let masking: Masking
  private let steps: [String]
  /// What stands behind id and number of the attempts of one generation of classes; empty until it is asked for.
  private var rests: [[UInt8]] = []
  private var generation = -1
  /// Up to how many classes that is kept for.
  private static let mostRests = 2048

  /// Makes a report of a plan with these steps.
  public init(masking: Masking, steps: [String]) {
    self.masking = masking
    self.steps = steps
  }

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

  /// A line an attempt.
  public mutating func contact(_ contact: ClassedContact, to bytes: inout ByteSink) {
    if generation != contact.classes.generation {
      rests = Array(repeating: [], count: CSVCheckReport.mostRests)
      generation = contact.classes.generation
    }
    let start = bytes.count
    for (place, number) in contact.numbers.enumerated() {
      if place == 0 {
        append(contact, to: &bytes)
      } else {
        bytes.repeatBytes(from: start, count: headLength)
      }
      if place == 0 { headLength = bytes.count - start }
      appendRest(number, contact, to: &bytes)
      if contact.segments.isEmpty {
        bytes.append(CSVCheckReport.lineEnd)
      } else {
        bytes.append(CSVTable.line([contact.segments.joined(separator: " ")]))
      }
    }
  }

  /// What stands behind id and number of an attempt, up to the comma before its segments.
  private mutating func appendRest(
    _ number: Int32, _ contact: ClassedContact, to bytes: inout ByteSink
  ) {
    let isKept = number < CSVCheckReport.mostRests
    if isKept, !rests[Int(number)].isEmpty { return bytes.append(rests[Int(number)]) }
    let start = bytes.count
    let (classes, step) = (contact.classes, contact.classes.step(of: number))
    bytes.append(
      CSVCheckReport.open([
        steps.indices.contains(step) ? steps[step] : "", classes.decision(of: number).rawValue,
      ]))
    for verdict in [Verdict.fail, .unproven, .waived] {
      var isFirst = true
      for member in classes.findings(of: number) {
        guard contact.findings.verdict(of: member) == verdict else { continue }
        if !isFirst { bytes.append(UInt8(ascii: " ")) }
        isFirst = false
        bytes.append(contact.findings.ruleID(of: member))
      }
      bytes.append(UInt8(ascii: ","))
    }
    if isKept { rests[Int(number)] = bytes.copy(from: start) }
  }

  private var headLength = 0
  private static let lineEnd: [UInt8] = [13, 10]

  /// Id and number, up to the comma behind them.
  private func append(_ contact: ClassedContact, to bytes: inout ByteSink) {
    if CSVCheckReport.isPlain(contact.id) {
      bytes.append(contact.id)
    } else {
      let id = masking.text(String(decoding: contact.id, as: UTF8.self))
      bytes.append(Array(CSVCheckReport.open([id]).dropLast()))
    }
    bytes.append(UInt8(ascii: ","))
    if !masking.append(number: contact.phone, to: &bytes) {
      let number = masking.number(String(decoding: contact.phone, as: UTF8.self))
      bytes.append(Array(CSVCheckReport.open([number]).dropLast()))
    }
    bytes.append(UInt8(ascii: ","))
  }

  /// Whether a text needs neither quotes nor a mask.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    for byte in text {
      if byte &- 0x30 < 10 { digits &+= 1 }
      if byte >= 0x80 || byte == 0x22 || byte == 0x2C || byte < 0x20 { return false }
    }
    return digits < 7
  }

  /// Nothing: counts have no place in a table of attempts.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] { [] }

  /// The beginning of a line, up to the comma behind these fields.
  private static func open(_ fields: [String]) -> [UInt8] {
    Array(CSVTable.line(fields).dropLast(2)) + [UInt8(ascii: ",")]
  }

  private func rest(_ attempt: AttemptJudgement) -> [UInt8] {
    CSVCheckReport.open([
      attempt.step, attempt.decision.rawValue, rules(attempt, .fail), rules(attempt, .unproven),
      rules(attempt, .waived),
    ])
  }

  private func rules(_ attempt: AttemptJudgement, _ verdict: Verdict) -> String {
    let all = attempt.planFindings + attempt.findings + attempt.planExcused + attempt.excused
    return all.filter { $0.verdict == verdict }.map(\.rule)
      .joined(separator: " ")
  }
}
