import FenceCore
import Outreach

/// The report as CSV (RFC 4180): a line an attempt.
///
/// Failed, unproven and waived rules are those of the contact and, of those of the plan, the ones that decide attempts
/// (`AttemptJudgement.named`), with blanks between them.
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

  /// Counts have no place in a table of attempts.
  public var tellsCounts: Bool { false }

  /// A line an attempt.
  public mutating func contacts(_ contacts: ClassedContacts, to bytes: ByteSink) {
    let (texts, program) = (contacts.texts, contacts.program)
    let (segmentSets, steps) = (program.segmentSets, program.stepCount)
    texts.begin(program.classes)
    for contact in contacts.all {
      let start = bytes.count
      append(contact, to: bytes)
      let length = bytes.count - start
      for step in 0..<steps {
        if step > 0 { bytes.repeatBytes(from: start, count: length) }
        let number = contact.classes[step]
        texts.ofClasses.append(Int(number), to: bytes) { append(number, program, to: $0) }
        if contact.segments >= 0 {
          texts.ofSegments.append(Int(contact.segments), to: bytes) {
            $0.append(segmentSets[Int(contact.segments)].certain.joined(separator: " "))
          }
        }
        bytes.append(13, 10)
      }
    }
  }

  /// What stands behind id and number of the attempts of a class, up to the comma before their segments.
  private func append(_ number: Int32, _ program: Program, to bytes: ByteSink) {
    let (classes, findings) = (program.classes, program.findings)
    let outcome =
      classes.step(of: number) * Decision.allCases.count + classes.decision(of: number).rank
    if outcomes.indices.contains(outcome) { bytes.append(outcomes[outcome]) }
    let (members, cells) = (classes.findings(of: number), findings.cells.base)
    let ids = UnsafeRawPointer(findings.ruleText)
    // Each of the three lists gets all the room that it may need; then they are moved together.
    let most = members.count * (findings.longestRule + 1) + 1 + SharedFindings.readable
    bytes.write(atMost: 3 * most) { target in
      let failed = UnsafeMutableRawPointer(target)
      let (unproven, waived) = (failed + most, failed + 2 * most)
      var (failedEnd, unprovenEnd, waivedEnd) = (failed, unproven, waived)
      for member in members {
        let rule = cells[Int(member)].rule
        guard cells[Int(member)].isNamed else { continue }
        switch cells[Int(member)].verdict {
        case .unproven: CSVCheckReport.append(rule, ids, &unprovenEnd)
        case .fail: CSVCheckReport.append(rule, ids, &failedEnd)
        case .waived: CSVCheckReport.append(rule, ids, &waivedEnd)
        default: break
        }
      }
      var end = CSVCheckReport.close(failed, failedEnd)
      for (start, own) in [(unproven, unprovenEnd), (waived, waivedEnd)] {
        let count = CSVCheckReport.close(start, own) - start
        end.copyMemory(from: start, byteCount: count)
        end += count
      }
      return end - failed
    }
  }

  /// Adds the id of a rule and a blank.
  @inline(__always) private static func append(
    _ rule: RuleID, _ ids: UnsafeRawPointer, _ end: inout UnsafeMutableRawPointer
  ) {
    let (id, length) = (ids + Int(rule.start), Int(rule.count) &+ 1)
    for piece in 0..<3 { copy(piece, of: id, to: end) }
    var piece = 3
    while piece &<< 4 < length {
      copy(piece, of: id, to: end)
      piece &+= 1
    }
    end += length
  }

  /// Puts a comma behind a list, in the place of its last blank.
  @inline(__always) private static func close(
    _ start: UnsafeMutableRawPointer, _ end: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    let end = end > start ? end - 1 : end
    end.storeBytes(of: UInt8(ascii: ","), as: UInt8.self)
    return end + 1
  }

  /// Copies sixteen bytes.
  @inline(__always) private static func copy(
    _ piece: Int, of source: UnsafeRawPointer, to target: UnsafeMutableRawPointer
  ) {
    (target + piece &<< 4).storeBytes(
      of: (source + piece &<< 4).loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
  }

  /// Id and number, up to the comma behind them.
  private func append(_ contact: ClassedContact, to bytes: ByteSink) {
    append(id: contact.id, to: bytes)
    bytes.append(UInt8(ascii: ","))
    if contact.isCanonical {
      masking.append(canonical: contact.phone, to: bytes)
    } else if CSVCheckReport.needsQuotes(contact.phone)
      || !masking.append(number: contact.phone, to: bytes)
    {
      let number = masking.number(String(decoding: contact.phone, as: UTF8.self))
      bytes.append(Array(CSVTable.open([number]).dropLast()))
    }
    bytes.append(UInt8(ascii: ","))
  }

  private func append(id text: UnsafeBufferPointer<UInt8>, to bytes: ByteSink) {
    // Less than seven digits read as no number.
    if text.count < DigitRun.fewestDigits {
      let word = CSVCheckReport.word(of: text)
      if CSVCheckReport.isPlain(word, text.count) {
        return bytes.write(atMost: 8) {
          UnsafeMutableRawPointer($0).storeBytes(of: word.littleEndian, as: UInt64.self)
          return text.count
        }
      }
    }
    if CSVCheckReport.needsQuotes(text) || !masking.append(text: text, to: bytes) {
      let id = masking.text(String(decoding: text, as: UTF8.self))
      bytes.append(Array(CSVTable.open([id]).dropLast()))
    }
  }

  private static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isQuoted = false
    for byte in text { isQuoted = isQuoted || byte == 0x22 || byte == 0x2C || byte < 0x20 }
    return isQuoted
  }

  /// Up to seven bytes, the first of them the lowest of the word.
  @inline(__always) private static func word(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = UnsafeRawPointer(text.baseAddress) else { return 0 }
    let count = text.count
    if count >= 4 {
      let last = UInt64(
        base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self).littleEndian)
      return UInt64(base.loadUnaligned(as: UInt32.self).littleEndian)
        | last &<< UInt64((count &- 4) &<< 3)
    }
    return text.reversed().reduce(0) { $0 &<< 8 | UInt64($1) }
  }

  /// Whether none of the first bytes of a word is a quotation mark, a comma, a control or anything but ASCII.
  @inline(__always) private static func isPlain(_ word: UInt64, _ count: Int) -> Bool {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    // A byte that is less borrows from its highest bit (Henry S. Warren, Hacker's Delight, 6-1).
    func hasLess(_ bytes: UInt64, than limit: UInt64) -> Bool {
      (bytes &- ones &* limit) & ~bytes & highs != 0
    }
    let filled = word | (ones &* 0x61) &<< UInt64(count &<< 3)
    return filled & highs == 0 && !hasLess(filled, than: 0x20)
      && !hasLess(filled ^ ones &* 0x22, than: 1) && !hasLess(filled ^ ones &* 0x2C, than: 1)
  }

  /// Nothing.
  public mutating func finish(_ summary: CheckSummary) -> [UInt8] { [] }

  private func rest(_ attempt: AttemptJudgement) -> [UInt8] {
    CSVTable.open([
      attempt.step, attempt.decision.rawValue, rules(attempt, .fail), rules(attempt, .unproven),
      rules(attempt, .waived),
    ])
  }

  private func rules(_ attempt: AttemptJudgement, _ verdict: Verdict) -> String {
    attempt.named.filter { $0.verdict == verdict }.map(\.rule).joined(separator: " ")
  }
}
