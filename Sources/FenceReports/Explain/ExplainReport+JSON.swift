import FenceCore
import Outreach

extension ExplainReport {
  /// The report as one JSON document, `ringfence.explain/1`.
  public func json() -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.header(run, format: "ringfence.explain/1")
      $0.key("contacts")
      $0.array(entries) { writer, entry in
        writer.object {
          $0.contact(entry.contact, masking, run)
          $0.key("attempts")
          $0.array(entry.attempts) { write($1, to: &$0) }
        }
      }
    }
    return writer.bytes + Array("\n".utf8)
  }

  private func write(_ attempt: AttemptExplanation, to writer: inout JSONWriter) {
    writer.object {
      $0.member("step", attempt.judgement.step)
      $0.member("decision", attempt.judgement.decision.rawValue)
      $0.key("evidence")
      $0.object { $0.evidence(attempt.evidence, zones: attempt.evidence.zones) }
      $0.key("permitted")
      $0.spans(attempt.permitted)
      $0.widening(attempt.widening, now: attempt.permitted)
      $0.key("rules")
      $0.array(attempt.rules) { write($1, to: &$0) }
      let explained = Set(attempt.rules.map(\.finding.rule))
      let builtIn = (attempt.judgement.findings + attempt.judgement.planFindings).filter {
        !explained.contains($0.rule)
      }
      $0.key("built_in")
      $0.array(builtIn) { $0.fullFinding($1, step: nil, run) }
    }
  }

  private func write(_ rule: RuleExplanation, to writer: inout JSONWriter) {
    writer.object {
      $0.key("finding")
      $0.fullFinding(rule.finding, step: nil, run)
      $0.member("next_change", rule.finding.nextChange.map { $0.rfc3339() })
      $0.member("excused_by", rule.finding.excusedBy)
      $0.member("judged_at", times.offset(rule.instant, zone: rule.zone))
      $0.member("zone", rule.zone)
      $0.key("authorities")
      $0.array(rule.rule.authorities) { $0.authority($1) }
      $0.key("applies")
      write(rule.applies, to: &$0, depth: 0)
      $0.key("exceptions")
      $0.array(rule.exceptions) { write($1, to: &$0, depth: 0) }
      $0.key("requirements")
      $0.array(rule.requirements) { write($1, to: &$0, depth: 0) }
      $0.key("graces")
      $0.array(rule.graces) { write($1, to: &$0, depth: 0) }
      $0.key("notes")
      $0.array(rule.notes) { writer, note in
        writer.object {
          $0.member("kind", note.kind)
          $0.member("text", note.text)
          $0.member("cite", note.authorities.map(\.citation))
        }
      }
    }
  }

  private func write(_ proof: Proof, to writer: inout JSONWriter, depth: Int) {
    guard depth < 64 else { return writer.null() }
    writer.object {
      $0.member("words", proof.trace?.text)
      $0.member("policy", proof.trace.map(\.location.text))
      $0.member("truth", proof.truth.rawValue)
      $0.key("facts")
      $0.array(proof.facts) { writer, fact in
        writer.object {
          $0.member("fact", fact.name)
          $0.member("known", fact.value != .unknown)
          $0.key("value")
          $0.value(masking.value(fact.value))
          $0.key("location")
          $0.location(fact.origin, run)
        }
      }
      $0.member("open", proof.open)
      $0.key("parts")
      $0.array(proof.children) { write($1, to: &$0, depth: depth + 1) }
      $0.key("rows")
      $0.array(proof.rows) { write($1, to: &$0, depth: depth + 1) }
    }
  }
}

extension PolicyLocation {
  /// The place as `US/FL.fence:9:14`.
  var text: String { "\(file):\(line):\(column)" }
}

extension JSONWriter {
  /// Writes whom a report is about.
  mutating func contact(
    _ contact: ExplainReport.Contact, _ masking: Masking, _ run: RunDescription
  ) {
    member("id", contact.id.isEmpty ? nil : masking.text(contact.id))
    member("phone", contact.phone.isEmpty ? nil : masking.number(contact.phone))
    key("location")
    location(contact.origin, run)
  }

  /// Writes the law a rule rests on, with its grade.
  mutating func authority(_ authority: Authority) {
    object {
      $0.member("cite", authority.citation)
      $0.member("link", authority.link)
      $0.member("evidence", authority.evidence.rawValue)
      $0.member("confidence", authority.confidence.rawValue)
    }
  }

  /// Writes the value of a fact as documents write it; unknown and none are both `null`.
  mutating func value(_ value: FactValue) {
    switch value {
    case .unknown, .none: null()
    case .truth(let truth): self.truth(truth)
    case .number(let quantity): string(quantity.description)
    case .text(let text), .phone(let text): string(text)
    case .instant(let instant): string(instant.rfc3339())
    case .date(let date): string(date.description)
    case .time(let time): string(time.description)
    case .period(let period): string(period.description)
    case .word(let word): string(word.spelling)
    case .words(let set): array(set.words) { $0.string($1.spelling) }
    case .candidates(let values): array(values) { $0.value($1) }
    case .list(let rows): array(rows) { $0.value($1.value) }
    case .table(let entries):
      object {
        for (key, fact) in entries.sorted(by: { $0.key < $1.key }) {
          $0.key(key)
          $0.value(fact.value)
        }
      }
    case .record(let record):
      object {
        for (field, fact) in zip(record.kind.fields, record.fields) where fact.value != .unknown {
          $0.key(field.name)
          $0.value(fact.value)
        }
      }
    }
  }
}
