import Outreach

extension Judge {
  /// How far ahead a next change is looked for: two years.
  ///
  /// A bound by time, and not by the number of changes that are looked at, for how many there are depends on what
  /// else was read before the rule was decided.
  static let changesWithin: Int64 = 2 * 366 * 86_400_000

  /// The first instant within two years after the attempt at which the rule's verdict, as far as ok goes, is another;
  /// nil if none comes, or nobody asks.
  func nextChange(
    _ judged: JudgedRule, _ verdict: Verdict, _ facts: AttemptFacts
  ) -> Instant? {
    guard options.findsNextChange, options.findsReasons,
      case .instant(.instant(let start)) = facts.step.time
    else { return nil }
    let end = start.adding(milliseconds: Judge.changesWithin)
    // On each clock, what the rule says and until when; a clock is read again only where its own answer may change.
    var answers = facts.contact.zones.map { zone in
      (zone: zone, answer: facts.outcome(of: judged, at: start, on: zone))
    }
    var instant = start
    while true {
      var ok = answers.first?.answer.0.ok ?? .unknown
      var next = Instant.distantFuture
      for (_, answer) in answers {
        if answer.0.ok != ok { ok = .unknown }
        next = min(next, answer.horizon)
      }
      if ok == .no, !judged.isCertain { ok = .unknown }
      if ok != Truth(verdict.ok) { return instant }
      guard next <= end else { return nil }
      instant = next
      for place in answers.indices where answers[place].answer.horizon <= instant {
        answers[place].answer = facts.outcome(of: judged, at: instant, on: answers[place].zone)
      }
    }
  }
}
