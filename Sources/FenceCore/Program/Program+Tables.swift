import Outreach

/// The tables behind nodes: each entry is found by the judge's own evaluator when it is first needed.
extension Program {
  /// The part of a step's time that is being judged, on a clock.
  func span(_ step: Int, clock: Int) -> TimeSpan {
    let parts = clocks[clock].parts[step]
    return parts[min(part, parts.count - 1)]
  }

  /// The truth of an expression on a ground's clock; the judge is asked where it changes within the part.
  private func truth(_ expression: Expression, _ step: Int, pair: Int) -> UInt8 {
    let asked = answered(expression, grounds[groundOfPair[pair]])
    let clock = clockOfPair[pair]
    let span = span(step, clock: clock)
    var evaluator = Evaluator(
      facts: facts(step, pair: pair), zone: clocks[clock].zone, instant: span.from)
    let truth = evaluator.truth(asked)
    return evaluator.horizon < span.to ? TruthByte.ask : TruthByte.of(truth)
  }

  /// The expression with the ground's answers to what only it is asked.
  private func answered(_ expression: Expression, _ ground: Ground) -> Expression {
    expression.rewritten(depth: 0) { part, _ in
      func branch(of rule: String, _ policy: Int) -> JudgedRule.Branch? {
        ground.judged.first { $0.key.policy == policy && $0.value.rule.id == rule }?
          .value.branches.first
      }
      switch GroundQuestion(part) {
      case nil: return nil
      case .waives(let policy, let waiver, let rulePolicy):
        let asked = judge.library.policies[policy].waivers[waiver]
        return Folding.truth(
          Truth(branch(of: asked.rule, rulePolicy)?.waivers.contains(asked) ?? false))
      case .exempts(let policy, let exemption, let rulePolicy):
        let asked = judge.library.policies[policy].exemptions[exemption]
        return Folding.truth(
          Truth(branch(of: asked.rule, rulePolicy)?.exemptions.contains(asked) ?? false))
      }
    }
  }

  // MARK: truths

  /// The truth of what depends on the ground.
  func find(_ table: GroundTable, pair: Int) -> UInt8 {
    truth(table.expression, table.step, pair: pair)
  }

  /// The truth of what depends on clock and time alone.
  func find(_ table: GroundTable, clock: Int) -> UInt8 {
    let span = span(table.step, clock: clock)
    var evaluator = Evaluator(
      facts: plainFacts[table.step], zone: clocks[clock].zone, instant: span.from)
    let truth = evaluator.truth(table.expression)
    return evaluator.horizon < span.to ? TruthByte.ask : TruthByte.of(truth)
  }

  /// What may come of what depends on clock and time, on a clock, or a ground's clock if places matter (`Comings`).
  ///
  /// What changes too often may be anything.
  func comings(_ table: GroundTable, at place: Int) -> UInt8 {
    let clock = table.dependsOnPlace ? clockOfPair[place] : place
    let (expression, facts) =
      table.dependsOnPlace
      ? (
        answered(table.expression, grounds[groundOfPair[place]]),
        facts(table.step, pair: place)
      ) : (table.expression, plainFacts[table.step])
    var instant = span(table.step, clock: clock).from
    let end = instant.adding(milliseconds: Judge.changesWithin)
    var comings: UInt8 = 0
    for _ in 0..<Program.mostComings {
      var evaluator = Evaluator(facts: facts, zone: clocks[clock].zone, instant: instant)
      switch evaluator.truth(expression) {
      case .yes: comings |= Comings.yes
      case .no: comings |= Comings.no
      case .unknown: comings |= Comings.unknown
      }
      guard evaluator.horizon <= end else { return comings }
      instant = evaluator.horizon
    }
    return Comings.all
  }

  private static let mostComings = 8

  /// The truth of a predicate for a value's number on a ground's clock, in the present part of the step's time.
  func truth(
    _ table: ValueTable, _ number: UInt16, _ values: FactDictionary, pair: Int
  ) -> UInt8 {
    guard number != FactDictionary.beyond else { return TruthByte.ask }
    let known = table.timedKeys.find(UInt64(pair) << 8 | UInt64(part), UInt64(number))
    if known >= 0 { return table.timed[Int(known)] }
    let found = find(table, values.values[Int(number)], pair: pair)
    table.remember(found, UInt64(pair) << 8 | UInt64(part), UInt64(number))
    return found
  }

  func find(_ table: ValueTable, _ value: FactValue, pair: Int) -> UInt8 {
    let asked = table.expression.replacing(table.leaf.expression, by: value)
    if table.isTimed { return truth(asked, table.step, pair: pair) }
    var evaluator = Evaluator(
      facts: plainFacts[table.step], zone: .universal, instant: Instant(milliseconds: 0))
    return TruthByte.of(evaluator.truth(asked))
  }

  /// The truth of a predicate for the numbers of two values.
  func truth(
    _ table: PairTable, _ first: UInt16, _ second: UInt16, _ a: FactDictionary, _ b: FactDictionary
  ) -> UInt8 {
    if first < PairTable.few, second < PairTable.few {
      let found = find(table, first, second, a, b)
      table.truths.truths[Int(first) * PairTable.few + Int(second)] = found
      return found
    }
    guard first != FactDictionary.beyond, second != FactDictionary.beyond else {
      return TruthByte.ask
    }
    let key = UInt32(first) << 16 | UInt32(second)
    if let known = table.rare[key] { return known }
    if table.rare.count > 1 << 16 { table.rare.removeAll() }
    let found = find(table, first, second, a, b)
    table.rare[key] = found
    return found
  }

  private func find(
    _ table: PairTable, _ first: UInt16, _ second: UInt16, _ a: FactDictionary, _ b: FactDictionary
  ) -> UInt8 {
    let asked = table.expression
      .replacing(table.first.expression, by: a.values[Int(first)])
      .replacing(table.second.expression, by: b.values[Int(second)])
    var evaluator = Evaluator(
      facts: plainFacts[table.step], zone: .universal, instant: Instant(milliseconds: 0))
    return TruthByte.of(evaluator.truth(asked))
  }

  // MARK: spans and counts

  /// Finds the entries of a table for the clocks of the batch; where places matter, for the grounds' pairs with them.
  ///
  /// - Returns: what they have in common; nil if that is nothing.
  func prepare(_ table: SpanTable) -> SpanTable.Bounds? {
    let places =
      table.dependsOnPlace ? distinct(pairs.base, of: clockOfPair.count) : presentClocks
    let count = table.dependsOnPlace ? clockOfPair.count : clocks.count
    table.entries.reserve(count * Program.mostParts)
    let entries = table.entries.base
    for place in places {
      let index = place &* Program.mostParts &+ part
      if entries[index].between == TruthByte.open { entries[index] = entry(table, at: place) }
    }
    return SpanTable.Bounds(places.lazy.map { entries[$0 &* Program.mostParts &+ self.part] })
  }

  /// Finds for the clocks of the batch, where places matter for the grounds' pairs with them, where a comparison never
  /// changes.
  func prepareLimits(_ table: SpanTable) {
    let places =
      table.dependsOnPlace ? distinct(pairs.base, of: clockOfPair.count) : presentClocks
    table.limits.reserve(table.dependsOnPlace ? clockOfPair.count : clocks.count)
    let limits = table.limits.base
    for place in places where !limits[place].isFound {
      let clock = table.dependsOnPlace ? clockOfPair[place] : place
      let start = span(table.step, clock: clock).from
      let day: Int64 = 86_400_000
      limits[place] = SpanLimits(
        entry(table, at: place, start.adding(milliseconds: -day)),
        entry(table, at: place, start.adding(milliseconds: Judge.changesWithin + day)))
    }
  }

  private func entry(_ table: SpanTable, at place: Int) -> SpanTable.Entry {
    let clock = table.dependsOnPlace ? clockOfPair[place] : place
    let span = span(table.step, clock: clock)
    let entry = entry(table, at: place, span.from)
    let last = span.to.adding(milliseconds: -1)
    guard last > span.from else { return entry }
    return SpanFinder.throughout(entry, self.entry(table, at: place, last))
  }

  /// The entry of a clock, or ground and clock, for an attempt at an instant.
  private func entry(
    _ table: SpanTable, at place: Int, _ instant: Instant
  ) -> SpanTable.Entry {
    let zone = clocks[table.dependsOnPlace ? clockOfPair[place] : place].zone
    let facts = table.dependsOnPlace ? facts(table.step, pair: place) : plainFacts[table.step]
    var finder = SpanFinder(Evaluator(facts: facts, zone: zone, instant: instant))
    return finder.entry(table.comparison)
  }

  /// The facts of a step that all contacts of a ground share.
  private func facts(_ step: Int, pair: Int) -> AttemptFacts {
    AttemptFacts(
      plan: judge.plan, step: judge.plan.steps[step], contact: grounds[groundOfPair[pair]].contact)
  }

  /// Finds the numbers of a check for the clocks of the batch.
  ///
  /// - Returns: those that all of them share; nil if they differ.
  func prepare(_ check: CountCheck, _ table: CountTable) -> CountTable.Entry? {
    table.entries.reserve(clocks.count * Program.mostParts)
    let entries = table.entries.base
    for clock in presentClocks {
      let index = clock &* Program.mostParts &+ part
      if !entries[index].isFound {
        entries[index] = entry(check, table, clock: clock)
        entries[index].isFound = true
      }
    }
    return table.entries.shared(by: presentClocks, part)
  }

  private func entry(
    _ check: CountCheck, _ table: CountTable, clock: Int
  ) -> CountTable.Entry {
    let span = span(table.step, clock: clock)
    var evaluator = Evaluator(
      facts: countingFacts[table.step], zone: clocks[clock].zone, instant: span.from)
    var entry = CountTable.Entry()
    if let besides = table.besides {
      guard case .interval(let low, let high) = evaluator.quantity(besides) else {
        entry.fixed = TruthByte.ask
        return entry
      }
      entry.certain = low.millionths
      entry.possible = high.millionths
    }
    switch check.ownLimit == nil ? evaluator.quantity(table.limit) : .interval(.init(0), .init(0)) {
    case .interval(let low, let high):
      entry.low = low.millionths
      entry.high = high.millionths
      if high.millionths > Int64.max / 2 { entry.fixed = TruthByte.ask }
    case .none: entry.fixed = TruthByte.no
    case .unknown: entry.fixed = TruthByte.ask
    }
    if evaluator.horizon < span.to { entry.fixed = TruthByte.ask }
    return entry
  }
}
