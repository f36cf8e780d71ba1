import FenceCore
import Outreach

extension JSONWriter {
  /// Writes format, tool, policies and plan.
  mutating func header(_ run: RunDescription, format: String = "ringfence.report/1") {
    member("format", format)
    member("tool", run.tool)
    key("policies")
    policies(run.policies)
    member("tzdb", run.tzdb)
    key("plan")
    object {
      $0.member("file", run.plan.file)
      $0.member("campaign", run.plan.campaign)
    }
  }

  /// Writes the loaded policies.
  mutating func policies(_ policies: LoadedPolicies) {
    object {
      $0.member("fingerprint", policies.fingerprint)
      $0.member("count", policies.count)
      $0.member("rules", policies.rules)
      $0.member("added", policies.added)
      $0.member("replaced", policies.replaced)
      $0.key("waivers")
      $0.array(policies.waivers) { $0.waiver($1) }
      $0.key("overrides")
      $0.array(policies.overridden) { $0.override($1) }
    }
  }

  /// Writes one contact.
  mutating func record(_ record: CheckedRecord, _ masking: Masking) {
    switch record {
    case .judged(let judgement, _, _): contact(judgement, masking)
    case .bad(let bad):
      object {
        $0.member("id", bad.id.map(masking.text))
        $0.member("phone", nil as String?)
        $0.member("decision", Decision.review.rawValue)
        $0.member("jurisdictions", [])
        $0.member("attempts", [])
        $0.key("error")
        $0.object {
          $0.member("file", bad.file)
          $0.member("line", bad.line)
          $0.member("column", bad.column)
          $0.member("message", masking.text(bad.message))
        }
      }
    }
  }

  private mutating func contact(_ judgement: ContactJudgement, _ masking: Masking) {
    object {
      $0.member("id", judgement.id.isEmpty ? nil : masking.text(judgement.id))
      $0.member("phone", judgement.phone.isEmpty ? nil : masking.number(judgement.phone))
      $0.member("decision", judgement.decision.rawValue)
      $0.member("jurisdictions", judgement.jurisdictions)
      $0.member("segments", judgement.segments)
      if let whereabouts = judgement.whereabouts { $0.evidence(of: whereabouts) }
      $0.key("attempts")
      $0.array(judgement.attempts) { $0.attempt($1) }
    }
  }

  private mutating func attempt(_ attempt: AttemptJudgement) {
    self.attempt(attempt) { writer in
      for finding in attempt.findings where finding.verdict.ok != true {
        writer.contactFinding(finding) { $0.string(finding.nextChange.map { $0.rfc3339() }) }
      }
    }
  }

  /// Writes an attempt, whose findings that are not excused a body writes.
  mutating func attempt(_ attempt: AttemptJudgement, findings: (inout JSONWriter) -> Void) {
    object {
      $0.member("step", attempt.step)
      $0.member("decision", attempt.decision.rawValue)
      $0.key("permitted")
      if let spans = attempt.permitted { $0.spans(spans) } else { $0.null() }
      $0.member("gaps", attempt.gaps)
      $0.key("findings")
      $0.array(findings)
      let shown =
        attempt.findings.filter { $0.verdict.ok == true }
        + (attempt.excused + attempt.planExcused).filter { $0.verdict == .waived }
      if !shown.isEmpty {
        $0.key("excused")
        $0.array(shown) { $0.excuse($1) }
      }
    }
  }

  /// Writes spans of time as pairs of instants.
  mutating func spans(_ spans: [TimeSpan]) {
    array(spans) { writer, span in
      writer.array {
        $0.string(span.from.rfc3339())
        $0.string(span.to.rfc3339())
      }
    }
  }

  /// Writes a finding about a contact, whose next change a body writes.
  mutating func contactFinding(_ finding: Finding, nextChange: (inout JSONWriter) -> Void) {
    object {
      $0.member("rule", finding.rule)
      $0.member("version", finding.version?.description)
      $0.member("verdict", finding.verdict.rawValue)
      $0.member("severity", finding.severity.rawValue)
      $0.member("weak", finding.isWeak)
      $0.member("missing", finding.missing)
      $0.key("next_change")
      nextChange(&$0)
      $0.endedWaivers(finding)
    }
  }

  private mutating func excuse(_ finding: Finding) {
    object {
      $0.member("rule", finding.rule)
      $0.member("version", finding.version?.description)
      $0.member("verdict", finding.verdict.rawValue)
      $0.member("severity", finding.severity.rawValue)
      $0.member("weak", finding.isWeak)
      $0.member("by", finding.excusedBy)
      if let waiver = finding.waiver {
        $0.member("until", waiver.until.description)
        $0.member("because", waiver.because)
      }
    }
  }

  /// Writes a finding with its law, as it stands where a rule is reported once.
  mutating func fullFinding(_ finding: Finding, step: String?, _ run: RunDescription) {
    object {
      $0.member("rule", finding.rule)
      $0.member("version", finding.version?.description)
      $0.member("verdict", finding.verdict.rawValue)
      $0.member("severity", finding.severity.rawValue)
      $0.member("weak", finding.isWeak)
      $0.member("step", step)
      $0.member("message", finding.message ?? finding.title)
      $0.member("missing", finding.missing)
      $0.member("places", finding.places)
      $0.member("fix", finding.fix)
      $0.member("cite", finding.citations)
      $0.member("link", finding.link)
      $0.endedWaivers(finding)
      $0.key("location")
      $0.location(finding.origin, run)
    }
  }

  /// Writes where a fact was read, or `null`.
  mutating func location(_ origin: Origin, _ run: RunDescription) {
    guard let file = run.file(of: origin) else { return null() }
    object {
      $0.member("file", file)
      $0.member("line", Int(origin.line))
      $0.member("column", Int(origin.column))
    }
  }

  /// Writes the findings that are not any one contact's, and the summary.
  mutating func footer(_ summary: CheckSummary, _ run: RunDescription) {
    key("plan_findings")
    array { writer in
      for entry in summary.planFindings {
        writer.fullFinding(entry.finding, step: entry.step, run)
      }
      for finding in summary.listFindings { writer.fullFinding(finding, step: nil, run) }
    }
    key("summary")
    object { $0.counts(summary) }
  }

  private mutating func counts(_ summary: CheckSummary) {
    member("contacts", summary.contacts)
    member("attempts", summary.attempts)
    for decision in Decision.allCases { member(decision.rawValue, summary.count(decision)) }
    member("bad_records", summary.badRecords)
    key("by_rule")
    array(summary.rules.sorted { $0.key < $1.key }) { writer, entry in
      writer.object {
        $0.member("rule", entry.key)
        $0.member("fail", entry.value.fail)
        $0.member("unproven", entry.value.unproven)
        $0.member("exempt", entry.value.exempt)
        $0.member("waived", entry.value.waived)
      }
    }
    key("by_step")
    array(summary.steps) { writer, step in
      writer.object {
        $0.member("step", step.id)
        for decision in Decision.allCases {
          $0.member(decision.rawValue, step.decisions[decision] ?? 0)
        }
      }
    }
    key("by_segment")
    array(summary.segments.sorted { $0.key < $1.key }) { writer, entry in
      writer.object {
        $0.member("segment", entry.key)
        $0.member("title", entry.value.title)
        $0.member("contacts", entry.value.members)
        $0.member("not_in", summary.count(outside: entry.value))
        $0.member("unproven", entry.value.unproven)
      }
    }
    tally("missing_facts", "fact", "attempts", summary.missing)
    tally("outside_targets", "place", "contacts", summary.outsideTargets)
    whereabouts(summary)
    if summary.isInterrupted { member("interrupted", true) }
  }

  private mutating func tally(
    _ name: String, _ thing: String, _ unit: String, _ counts: [String: Int]
  ) {
    key(name)
    array(counts.sorted { $0.key < $1.key }) { writer, entry in
      writer.object {
        $0.member(thing, entry.key)
        $0.member(unit, entry.value)
      }
    }
  }
}
