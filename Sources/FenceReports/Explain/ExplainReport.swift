public import FenceCore
public import Outreach

/// Why a number may or may not be contacted: the proof of every verdict on every step asked for.
public struct ExplainReport: Sendable {
  let run: RunDescription
  let entries: [Entry]
  let masking: Masking
  let phrasebook: Phrasebook
  let times: TimeText

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - run: what was judged with what.
  ///   - entries: the records that were asked about, in the order of the files.
  ///   - masking: what is hidden.
  ///   - zones: tell local time.
  public init(
    run: RunDescription, entries: [Entry], masking: Masking, zones: any ZoneSource
  ) {
    self.run = run
    self.entries = entries
    self.masking = masking
    phrasebook = Phrasebook(zones: zones)
    times = TimeText(zones: zones)
  }

  /// One record with its explanations.
  public struct Entry: Sendable {
    /// Whom it is about.
    public var contact: Contact

    /// The explanations, in plan order.
    public var attempts: [AttemptExplanation]

    /// Makes an entry.
    public init(contact: Contact, attempts: [AttemptExplanation]) {
      self.contact = contact
      self.attempts = attempts
    }
  }

  /// Whom an explanation is about.
  public struct Contact: Sendable {
    /// The record's id, unmasked; empty where it has none.
    public var id: String

    /// Its number, unmasked; empty where it has none.
    public var phone: String

    /// Where the record begins.
    public var origin: Origin

    /// Makes a description.
    public init(id: String, phone: String, origin: Origin) {
      self.id = id
      self.phone = phone
      self.origin = origin
    }
  }

  /// The report for people.
  public func text(_ style: PageStyle) -> [UInt8] {
    var page = Page(style)
    for entry in entries {
      for attempt in entry.attempts {
        if !page.text.isEmpty { page.line() }
        headline(attempt, of: entry.contact, &page)
        write(attempt, to: &page)
      }
    }
    page.closingDecisions(in: run.policies)
    return page.bytes
  }

  private func write(_ attempt: AttemptExplanation, to page: inout Page) {
    evidence(attempt.evidence, &page)
    let undecided = attempt.rules.filter { $0.finding.verdict.ok != true }
    let weak = attempt.rules.filter {
      $0.finding.verdict == .exempt && $0.finding.decision == .review
    }
    for rule in undecided + weak { write(rule, to: &page) }
    builtIn(attempt.judgement, explained: attempt.rules, &page)
    satisfied(attempt.rules, &page)
    for rule in attempt.rules where !rule.graces.isEmpty { grace(rule, &page) }
    remedy(attempt, &page)
  }

  private func headline(
    _ attempt: AttemptExplanation, of contact: Contact, _ page: inout Page
  ) {
    let decision = attempt.judgement.decision
    let ink: Ink =
      switch decision {
      case .allowed: .good
      case .review: .doubtful
      case .blocked: .bad
      }
    let number =
      contact.phone.isEmpty ? "a contact without a number" : masking.number(contact.phone)
    let id = contact.id.isEmpty ? "" : " (\(masking.text(contact.id)))"
    let place = run.location(contact.origin).map { page.paint("  \($0)", .faint) } ?? ""
    page.line(
      "\(page.paint(decision.rawValue.uppercased(), ink))  \(number)\(id) on "
        + "\(attempt.judgement.step)\(place)")
  }

  private func evidence(_ evidence: PlaceEvidence, _ page: inout Page) {
    for piece in evidence.pieces {
      let places = piece.candidates.prefix(6).joined(separator: " or ")
      let rest = piece.candidates.count - 6
      let more = rest > 0 ? " or \(counted(rest, "other"))" : ""
      page.paragraph(
        "\(Phrasebook.plainName(piece.fact)) says \(places)\(more)", indent: 2, hanging: 2, .faint)
    }
    guard !evidence.zones.isEmpty else { return }
    let zones = evidence.zones.prefix(4).joined(separator: " or ")
    let rest = evidence.zones.count - 4
    let more = rest > 0 ? " or \(counted(rest, "other"))" : ""
    page.paragraph(
      "clock: \(zones)\(more), from \(Phrasebook.plainName(evidence.zonesFrom))", indent: 2,
      hanging: 2, .faint)
    for conflict in evidence.conflicts {
      page.paragraph(
        "\(conflict.facts.map(Phrasebook.plainName).joined(separator: " and ")) contradict each other"
          + (conflict.isOfPlace ? ": the laws of both places hold" : ""), indent: 2, hanging: 2,
        .doubtful)
    }
  }

  private func write(_ rule: RuleExplanation, to page: inout Page) {
    let finding = rule.finding
    page.line()
    page.findingHead(finding, finding.title)
    authorities(rule.rule, &page)
    let zone = rule.zone
    let clock = times.local(rule.instant, zone: zone)
    page.paragraph("judged for \(clock) in \(zone)", indent: 6, .faint)
    var proofs = ProofLines(report: self, run: run, zone: zone)
    proofs.add(rule.applies, depth: 0)
    for proof in rule.requirements { proofs.add(proof, depth: 0) }
    for proof in rule.exceptions { proofs.add(proof, depth: 0) }
    proofs.write(to: &page, indent: 6)
    if !finding.missing.isEmpty {
      page.paragraph("missing: \(finding.missing.joined(separator: ", "))", indent: 6, hanging: 9)
    }
    if let change = finding.nextChange {
      page.paragraph("changes: \(times.local(change, zone: zone)) in \(zone)", indent: 6)
    }
    page.endedWaivers(finding)
    if let fix = finding.fix { page.paragraph("fix: \(fix)", indent: 6, hanging: 5) }
    for note in rule.notes {
      let text = "\(note.kind): \(note.text)"
      let cite = note.authorities.map(\.citation).joined(separator: "; ")
      page.paragraph(cite.isEmpty ? text : "\(text) (\(cite))", indent: 6, hanging: 2)
    }
  }

  private func authorities(_ rule: Rule, _ page: inout Page) {
    for authority in rule.authorities {
      let link = authority.link.map { "  \($0)" } ?? ""
      page.paragraph(
        "\(authority.citation)\(link)  (\(Phrasebook.grade(authority)))", indent: 6, hanging: 2,
        .faint)
    }
  }

  /// Findings of the program itself, which no policy explains.
  private func builtIn(
    _ judgement: AttemptJudgement, explained: [RuleExplanation], _ page: inout Page
  ) {
    let ids = Set(explained.map(\.finding.rule))
    for finding in judgement.findings + judgement.planFindings where !ids.contains(finding.rule) {
      page.line()
      page.findingHead(finding, "")
      page.findingBody(finding)
    }
  }

  private func satisfied(_ rules: [RuleExplanation], _ page: inout Page) {
    let satisfied = rules.filter { $0.finding.verdict.ok == true }
    guard !satisfied.isEmpty else { return }
    page.heading("Nothing against it in \(counted(satisfied.count, "rule"))")
    page.table(
      satisfied.map { rule in
        let finding = rule.finding
        let reason =
          finding.waiver.map { "until \($0.until), by \($0.by)" } ?? finding.excusedBy
        let by = reason.map { " (\($0))" } ?? ""
        return [
          Page.Cell("\(Phrasebook.mark(finding.verdict)) \(finding.rule)", .good),
          Page.Cell(finding.verdict.rawValue + by, .faint), Page.Cell(finding.title),
        ]
      })
  }

  /// What stands although the rule passes: the law bears it for a while, and it is no permission.
  private func grace(_ rule: RuleExplanation, _ page: inout Page) {
    let end = rule.finding.nextChange.map { ", until \(times.local($0, zone: rule.zone))" } ?? ""
    page.line()
    page.paragraph(
      "\(rule.finding.rule) passes only while its grace runs\(end):", indent: 2, hanging: 2,
      .doubtful)
    var proofs = ProofLines(report: self, run: run, zone: rule.zone)
    for proof in rule.graces { proofs.add(proof, depth: 0) }
    proofs.write(to: &page, indent: 6)
  }

  /// When the step would be allowed if no fact changed.
  private func remedy(_ attempt: AttemptExplanation, _ page: inout Page) {
    guard attempt.judgement.decision != .allowed else { return }
    page.heading("When it would be allowed, as the facts stand")
    defer {
      if let widening = attempt.widening { page.widening(widening, now: attempt.permitted, times) }
    }
    guard !attempt.permitted.isEmpty else {
      page.paragraph("not by waiting: no time was found at which every rule holds", indent: 2)
      return
    }
    let zone = attempt.evidence.zones.first ?? "UTC"
    for span in attempt.permitted.prefix(5) {
      page.line("  \(times.local(span, zone: zone))  \(zone)")
    }
    let rest = attempt.permitted.count - 5
    if rest > 0 { page.line("  and \(counted(rest, "later time")); `when` tells them all") }
  }
}
