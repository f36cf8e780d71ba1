public import Outreach

extension Judge {
  /// The parts of the step's own window in which every block-severity rule is ok.
  ///
  /// An absolute window is intersected over the clocks; a local window is judged on each clock by its own
  /// instants, and the parts are given for the first clock where all clocks agree on local time, else for each.
  func permitted(_ rules: [JudgedRule], _ facts: AttemptFacts) -> [TimeSpan] {
    let blocking = rules.filter { $0.rule.severity == .block && $0.rule.scope != .list }
    var result: [TimeSpan] = []
    for (number, zone) in facts.contact.zones.enumerated() {
      let spans = facts.step.time.spans(on: zone) ?? []
      let open = permitted(blocking, facts, over: spans, on: zone)
      if facts.step.time.isAbsolute, number > 0 {
        result = TimeSpan.intersection(result, open)
      } else {
        result = TimeSpan.union(result, open)
      }
    }
    return result
  }

  /// The spans between two instants in which a step, made at an instant of them, would be allowed.
  ///
  /// - Parameters:
  ///   - contact: a record of kind `contact`.
  ///   - step: the step's number in the plan, from 0.
  ///   - from: the first instant looked at.
  ///   - to: the first instant after it that is not.
  /// - Returns: the spans, ascending.
  public func permitted(
    _ contact: FactRecord, step: Int, from: Instant, to: Instant
  ) -> [TimeSpan] {
    guard plan.steps.indices.contains(step), from < to else { return [] }
    let prepared = prepare(contact)
    let facts = AttemptFacts(plan: plan, step: plan.steps[step], contact: prepared.facts)
    return permitted(prepared, facts, from: from, to: to)
  }

  func permitted(
    _ prepared: Prepared, _ facts: AttemptFacts, from: Instant, to: Instant
  ) -> [TimeSpan] {
    guard prepared.builtIn.allSatisfy({ $0.decision == .allowed }) else { return [] }
    var result = [TimeSpan(from: from, to: to)]
    for zone in facts.contact.zones {
      result = permitted(prepared.blocking, facts, over: result, on: zone)
    }
    return result
  }

  /// The instants of a period in which every block-severity rule holds on one clock.
  func permitted(
    _ prepared: Prepared, _ facts: AttemptFacts, over period: TimeSpan, on zone: ZoneHistory
  ) -> [TimeSpan] {
    permitted(prepared.blocking, facts, over: [period], on: zone)
  }

  private func permitted(
    _ rules: [JudgedRule], _ facts: AttemptFacts, over spans: [TimeSpan], on zone: ZoneHistory
  ) -> [TimeSpan] {
    var open = spans
    for judged in rules {
      var kept: [TimeSpan] = []
      facts.walk(judged, over: open, on: zone) { outcome, span in
        if outcome.ok == .yes, !outcome.isWeaklyExcused {
          kept = TimeSpan.union(kept, [span])
        }
        return true
      }
      open = kept
      if open.isEmpty { break }
    }
    return open
  }
}

extension TimeSpan {
  /// The instants in both of two ascending lists of spans.
  static func intersection(_ left: [TimeSpan], _ right: [TimeSpan]) -> [TimeSpan] {
    var result: [TimeSpan] = []
    for a in left {
      for b in right {
        let from = max(a.from, b.from)
        let to = min(a.to, b.to)
        if from < to { result.append(TimeSpan(from: from, to: to)) }
      }
    }
    return result
  }

  /// The instants in either of two lists of spans, ascending, those that touch joined.
  static func union(_ left: [TimeSpan], _ right: [TimeSpan]) -> [TimeSpan] {
    var result: [TimeSpan] = []
    for span in (left + right).sorted(by: { ($0.from, $0.to) < ($1.from, $1.to) }) {
      if let last = result.last, span.from <= last.to {
        result[result.count - 1].to = max(last.to, span.to)
      } else {
        result.append(span)
      }
    }
    return result
  }
}
