import FenceCore
import Outreach

/// The report as CSV (RFC 4180): a line an attempt.
///
/// Failed and unproven rules are those of the attempt and of its step in the plan, with blanks between them.
public struct CSVCheckReport: CheckReport {
  private let masking: Masking
  private let steps: [String]
  /// What stands behind id and number of an attempt, up to the comma before its segments: the same for all attempts of
  /// a class, and made once for them.
  private var tails = TextTable()
  private var generation = -1
  /// From how many bytes on they are forgotten.
  private static let mostTails = 16 << 20

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
      let head = CSVTable.open(who)
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

  /// Every contact has its lines.
  public var showsContacts: Bool { true }

  /// A line an attempt.
  public mutating func contacts(_ contacts: ClassedContacts, to bytes: ByteSink) {
    makeTails(contacts)
    var ends = TextTable()
    ends.reserve(contacts.segments.count + 1)
    ends.make(0) { $0 += CSVTable.line([""]) }
    for (number, segments) in contacts.segments.enumerated() {
      ends.make(number + 1) { $0 += CSVTable.line([segments.certain.joined(separator: " ")]) }
    }
    tails.withTexts { tail in
      ends.withTexts { end in
        for contact in contacts.all {
          let start = bytes.count
          append(contact, to: bytes)
          let length = bytes.count - start
          for step in 0..<contacts.stepCount {
            if step > 0 { bytes.repeatBytes(from: start, count: length) }
            bytes.append(tail(Int(contact.classes[step])))
            bytes.append(end(Int(contact.segments) + 1))
          }
        }
      }
    }
  }

  /// Makes what stands behind id and number of all attempts of contacts.
  private mutating func makeTails(_ contacts: ClassedContacts) {
    let (classes, findings, steps) = (contacts.classes, contacts.findings, steps)
    if generation != classes.generation || tails.size > CSVCheckReport.mostTails {
      tails.removeAll()
      generation = classes.generation
    }
    tails.reserve(classes.count)
    for contact in contacts.all {
      for step in 0..<contacts.stepCount {
        let number = contact.classes[step]
        tails.make(Int(number)) {
          CSVCheckReport.appendTail(number, classes, findings, steps, to: &$0)
        }
      }
    }
  }

  private static func appendTail(
    _ number: Int32, _ classes: AttemptClasses, _ findings: SharedFindings, _ steps: [String],
    to bytes: inout [UInt8]
  ) {
    let step = classes.step(of: number)
    bytes += CSVTable.open([
      steps.indices.contains(step) ? steps[step] : "", classes.decision(of: number).rawValue,
    ])
    let cells = findings.cells.base
    for verdict in [Verdict.fail, .unproven, .waived] {
      var isFirst = true
      for member in classes.findings(of: number) where cells[Int(member)].verdict == verdict {
        if !isFirst { bytes.append(UInt8(ascii: " ")) }
        isFirst = false
        bytes += findings.ruleIDs[Int(cells[Int(member)].rule)]
      }
      bytes.append(UInt8(ascii: ","))
    }
  }

  /// Id and number, up to the comma behind them.
  private func append(_ contact: ClassedContact, to bytes: ByteSink) {
    if CSVCheckReport.isPlain(contact.id) {
      bytes.append(contact.id)
    } else {
      let id = masking.text(String(decoding: contact.id, as: UTF8.self))
      bytes.append(Array(CSVTable.open([id]).dropLast()))
    }
    bytes.append(UInt8(ascii: ","))
    if !masking.append(number: contact.phone, to: bytes) {
      let number = masking.number(String(decoding: contact.phone, as: UTF8.self))
      bytes.append(Array(CSVTable.open([number]).dropLast()))
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

  private func rest(_ attempt: AttemptJudgement) -> [UInt8] {
    CSVTable.open([
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
