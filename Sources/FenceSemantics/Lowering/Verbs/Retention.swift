import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// `erase DATA within D after EVENT`: the schedule says so, and no judged contact is older.
  func erase(
    _ data: Written<String>, within duration: DurationSyntax, after events: [NameSyntax]
  ) -> Expression? {
    let name = retained(data)
    let term = self.term(duration)
    let moments = events.map { event($0) }
    guard let name, let term, moments.allSatisfy({ $0 != nil }) else { return nil }
    let kept = Expression.field(.retention, "keep_for")
    let scheduled = someRetention(
      of: name,
      [
        .not(.isNone(kept)), .atMost(kept, .constant(.period(term.period))),
        .field(.retention, "automatic"),
      ])
    guard name == "contact" else { return scheduled }
    let times = moments.compactMap { $0 }
    let began = times.count == 1 ? times[0] : Expression.latest(times)
    let isYoung = Expression.any([
      .isNone(began), .before(.attempt, began), .within(term, from: began, to: .attempt),
    ])
    return .all([isYoung, scheduled])
  }

  /// `keep DATA for D after EVENT`: the schedule keeps it at least so long, or without end.
  func keep(
    _ data: Written<String>, for duration: DurationSyntax, after events: [NameSyntax]
  ) -> Expression? {
    let name = retained(data)
    let term = self.term(duration)
    let moments = events.map { event($0) }
    guard let name, let term, moments.allSatisfy({ $0 != nil }) else { return nil }
    let kept = Expression.field(.retention, "keep_for")
    return someRetention(
      of: name, [.any([.isNone(kept), .atMost(.constant(.period(term.period)), kept)])])
  }

  private func someRetention(of data: String, _ conditions: [Expression]) -> Expression {
    let field = Expression.field(.retention, "data")
    // Schedules write either.
    let isData: Expression =
      data == "contact"
      ? .oneOf(field, [.text("contact"), .text("contacts")]) : .equal(field, .text(data))
    return .someRow(list: .fact(.programme, "retention"), where: .all([isData] + conditions))
  }

  private func retained(_ data: Written<String>) -> String? {
    let known = [
      "contact", "consent_evidence", "history", "scrub_records", "recordings", "dialler_records",
      "message_records", "request_evidence", "suppression",
    ]
    if known.contains(data.value) { return data.value }
    let near = didYouMean(data.value, among: known)
    reporter.report(
      .unknownWord, unit.source, data.range, "there is no kind of data `\(data.value)`",
      help: near.map { "did you mean `\($0)`?" } ?? "it is \(alternatives(known))",
      fix: near.map { .write($0, at: data.range) })
    return nil
  }

  /// The time of an event: a fact of the contact, or a word for the latest of something in it.
  private func event(_ name: NameSyntax) -> Expression? {
    if let event = RetentionEvent(rawValue: name.text) { return event.moment }
    if let fact = fact(name) { return point(fact) }
    let near = didYouMean(
      name.text,
      among: RetentionEvent.allCases.map(\.rawValue)
        + RecordKind.contact.fields.filter { $0.type == .moment }.map(\.name))
    reporter.report(
      .unknownName, unit.source, name.range, "there is no event `\(name.text)`",
      help: near.map { "did you mean `\($0)`?" }
        ?? "it is \(alternatives(RetentionEvent.allCases.map(\.rawValue))), or a time of the contact such as `last_engaged_at`",
      fix: near.map { .write($0, at: name.range) })
    return nil
  }
}

/// The words for events after which data is erased or kept.
private enum RetentionEvent: String, CaseIterable {
  case granting
  case lastUse = "last_use"
  case consentEnds = "consent_ends"
  case optOut = "opt_out"
  case call, send, request, scrub

  /// When it last took place for the judged contact.
  var moment: Expression {
    switch self {
    case .granting: latest("granted_at", .consent, in: .fact(.contact, "consents"))
    case .lastUse: lastOutbound(.yes)
    case .consentEnds:
      .latest([
        latest("expires_at", .consent, in: .fact(.contact, "consents")),
        latest("withdrawn_at", .consent, in: .fact(.contact, "consents")),
      ])
    case .optOut: latest("at", .optOut, in: .fact(.contact, "opt_outs"))
    case .call:
      lastOutbound(.equal(.field(.historyEntry, "channel"), .word(.channel, "voice")))
    case .send:
      lastOutbound(.not(.equal(.field(.historyEntry, "channel"), .word(.channel, "voice"))))
    case .request: latest("at", .request, in: .fact(.contact, "requests"))
    case .scrub: latest("at", .scrub, in: .fact(.plan, "scrubs"))
    }
  }

  private func lastOutbound(_ condition: Expression) -> Expression {
    latest(
      "at", .historyEntry, in: .fact(.contact, "history"),
      where: .all([
        .equal(.field(.historyEntry, "direction"), .word(.direction, "outbound")), condition,
      ]))
  }

  private func latest(
    _ field: String, _ kind: RecordKind, in list: Expression, where condition: Expression = .yes
  ) -> Expression {
    kind.index(of: field).map { .latestOf(field: $0, list: list, where: condition) }
      ?? .constant(.unknown)
  }
}
