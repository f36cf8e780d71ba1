import FenceCore
import Outreach

/// The report as CSV (RFC 4180): a line an attempt.
///
/// Failed and unproven rules are those of the attempt and of its step in the plan, with blanks between them.
public struct CSVCheckReport: CheckReport {
  private let masking: Masking
  /// By step and decision, the fields that tell them.
  private let outcomes: [[UInt8]]

  /// Makes a report of a plan with these steps.
  public init(masking: Masking, steps: [String]) {
    self.masking = masking
    outcomes = steps.flatMap { step in
      Decision.allCases.map { CSVTable.open([step, $0.rawValue]) }
    }
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
    let texts = contacts.texts
    texts.begin(contacts.classes)
    for contact in contacts.all {
      let start = bytes.count
      append(contact, to: bytes)
      let length = bytes.count - start
      for step in 0..<contacts.stepCount {
        if step > 0 { bytes.repeatBytes(from: start, count: length) }
        let number = contact.classes[step]
        texts.append(class: number, to: bytes) { append(number, contacts, to: $0) }
        if contact.segments >= 0 {
          texts.append(segments: contact.segments, to: bytes) {
            $0.append(contacts.segments[Int(contact.segments)].certain.joined(separator: " "))
          }
        }
        bytes.append(13, 10)
      }
    }
  }

  /// What stands behind id and number of the attempts of a class, up to the comma before their segments.
  private func append(_ number: Int32, _ contacts: ClassedContacts, to bytes: ByteSink) {
    let (classes, findings) = (contacts.classes, contacts.findings)
    let outcome =
      classes.step(of: number) * Decision.allCases.count + classes.decision(of: number).rank
    if outcomes.indices.contains(outcome) { bytes.append(outcomes[outcome]) }
    let members = classes.findings(of: number)
    let (cells, ids) = (findings.cells.base, findings.ruleText)
    for verdict in [Verdict.fail, .unproven, .waived] {
      var isFirst = true
      for member in members where cells[Int(member)].verdict == verdict {
        if !isFirst { bytes.append(UInt8(ascii: " ")) }
        isFirst = false
        bytes.append(padded: cells[Int(member)].rule.text(in: ids))
      }
      bytes.append(UInt8(ascii: ","))
    }
  }

  /// Id and number, up to the comma behind them.
  private func append(_ contact: ClassedContact, to bytes: ByteSink) {
    if !CSVCheckReport.append(plain: contact.id, to: bytes) {
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

  /// Adds a text that needs neither quotes nor a mask; false for any other.
  private static func append(
    plain text: UnsafeBufferPointer<UInt8>, to bytes: ByteSink
  ) -> Bool {
    var isOdd = false
    bytes.write(atMost: text.count) { target in
      var digits = 0
      for at in 0..<text.count {
        let byte = text[at]
        target[at] = byte
        if byte &- 0x30 < 10 { digits &+= 1 }
        isOdd = isOdd || byte >= 0x80 || byte == 0x22 || byte == 0x2C || byte < 0x20
      }
      isOdd = isOdd || digits >= 7
      return isOdd ? 0 : text.count
    }
    return !isOdd
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
