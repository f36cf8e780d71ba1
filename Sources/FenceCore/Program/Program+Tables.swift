import Outreach

/// The tables behind nodes: each entry is found by the judge's own evaluator when it is first needed.
extension Program {
  /// The part of a step's time that is being judged, on a clock.
  func span(_ step: Int, clock: Int) -> TimeSpan {
    let parts = clocks[clock].parts[step]
    return parts[min(part, parts.count - 1)]
  }

  private func evaluator(_ step: Int, pair: Int, onPlace: Bool) -> (Evaluator, TimeSpan) {
    let clock = clockOfPair[pair]
    let span = span(step, clock: clock)
    let facts =
      onPlace
      ? AttemptFacts(
        plan: judge.plan, step: judge.plan.steps[step],
        contact: grounds[groundOfPair[pair]].contact)
      : plainFacts[step]
    return (Evaluator(facts: facts, zone: clocks[clock].zone, instant: span.from), span)
  }

  /// The truth of an expression on a ground's clock; the judge is asked where it changes within the part.
  private func truth(_ expression: Expression, _ step: Int, pair: Int) -> UInt8 {
    let asked = answered(expression, grounds[groundOfPair[pair]])
    var (evaluator, span) = evaluator(step, pair: pair, onPlace: true)
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

  // MARK: grounds

  func fill(_ table: GroundTable, into masks: NodeMasks, isTimed: Bool) {
    let rows = batch.count
    let byPlace = table.dependsOnPlace
    let stride = isTimed ? Program.mostParts : 1
    let size = (byPlace ? clockOfPair.count : isTimed ? clocks.count : 1) * stride
    if table.truths.count < size {
      table.truths += Array(repeating: TruthByte.open, count: size - table.truths.count)
    }
    let place = isTimed ? part : 0
    let (pairs, clockOfRow) = (pairs.base, clockOfRow.base)
    if !byPlace, !isTimed {
      if table.truths[0] == TruthByte.open {
        table.truths[0] = find(table, pair: Int(pairs[0]))
      }
      let truth = table.truths[0]
      return masks.fill(rows: rows) { _ in truth }
    }
    // What is not known yet is found first, so that the loop below only looks up.
    let index = byPlace ? pairs : clockOfRow
    for row in 0..<rows {
      let at = Int(index[row]) * stride + place
      guard table.truths[at] == TruthByte.open else { continue }
      table.truths[at] = find(table, pair: Int(pairs[row]))
    }
    table.truths.withUnsafeBufferPointer { truths in
      masks.fill(rows: rows) { truths[Int(index[$0]) &* stride &+ place] }
    }
  }

  private func find(_ table: GroundTable, pair: Int) -> UInt8 {
    if table.dependsOnPlace { return truth(table.expression, table.step, pair: pair) }
    var (evaluator, span) = evaluator(table.step, pair: pair, onPlace: false)
    let truth = evaluator.truth(table.expression)
    return evaluator.horizon < span.to ? TruthByte.ask : TruthByte.of(truth)
  }

  // MARK: values

  /// The truth of a predicate for a value's number.
  func truth(_ table: ValueTable, _ number: UInt16, _ column: BatchColumn, pair: Int) -> UInt8 {
    guard number != FactDictionary.beyond else { return TruthByte.ask }
    guard table.isTimed else {
      let index = Int(number)
      if index < table.truths.count, table.truths[index] != TruthByte.open {
        return table.truths[index]
      }
      if index >= table.truths.count {
        table.truths += Array(
          repeating: TruthByte.open, count: index + 64 - table.truths.count)
      }
      table.truths[index] = find(table, column.dictionary.values[index], pair: pair)
      return table.truths[index]
    }
    let key = UInt64(number) << 40 | UInt64(pair) << 8 | UInt64(part)
    if let known = table.timed[key] { return known }
    let found = find(table, column.dictionary.values[Int(number)], pair: pair)
    table.timed[key] = found
    return found
  }

  private func find(_ table: ValueTable, _ value: FactValue, pair: Int) -> UInt8 {
    let asked = table.expression.replacing(table.leaf.expression, by: value)
    if table.isTimed { return truth(asked, table.step, pair: pair) }
    var evaluator = Evaluator(
      facts: plainFacts[table.step], zone: .universal, instant: Instant(milliseconds: 0))
    return TruthByte.of(evaluator.truth(asked))
  }

  /// The truth of a predicate for the numbers of two values.
  func truth(
    _ table: PairTable, _ first: UInt16, _ second: UInt16, _ a: BatchColumn, _ b: BatchColumn
  ) -> UInt8 {
    if first < 64, second < 64 {
      let index = Int(first) << 6 | Int(second)
      if table.truths.isEmpty { table.truths = Array(repeating: TruthByte.open, count: 4096) }
      if table.truths[index] == TruthByte.open {
        table.truths[index] = find(table, first, second, a, b)
      }
      return table.truths[index]
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
    _ table: PairTable, _ first: UInt16, _ second: UInt16, _ a: BatchColumn, _ b: BatchColumn
  ) -> UInt8 {
    let asked = table.expression
      .replacing(table.first.expression, by: a.dictionary.values[Int(first)])
      .replacing(table.second.expression, by: b.dictionary.values[Int(second)])
    var evaluator = Evaluator(
      facts: plainFacts[table.step], zone: .universal, instant: Instant(milliseconds: 0))
    return TruthByte.of(evaluator.truth(asked))
  }

  // MARK: spans and counts

  /// Finds the entries of a table for the clocks of the batch; where places matter, for the grounds' pairs with them.
  func prepare(_ table: SpanTable) {
    for place in table.dependsOnPlace ? presentPairs : presentClocks {
      let index = place * Program.mostParts + part
      if index >= table.entries.count {
        table.entries += Array(
          repeating: .open, count: (place + 1) * Program.mostParts - table.entries.count)
      }
      if table.entries[index].between == TruthByte.open {
        table.entries[index] = entry(table, at: place)
      }
    }
  }

  private func entry(_ table: SpanTable, at place: Int) -> SpanTable.Entry {
    let clock = table.dependsOnPlace ? clockOfPair[place] : place
    let span = span(table.step, clock: clock)
    let zone = clocks[clock].zone
    let facts =
      table.dependsOnPlace
      ? AttemptFacts(
        plan: judge.plan, step: judge.plan.steps[table.step],
        contact: grounds[groundOfPair[place]].contact) : plainFacts[table.step]
    var finder = SpanFinder(Evaluator(facts: facts, zone: zone, instant: span.from))
    var entry = finder.entry(table.comparison)
    let last = span.to.adding(milliseconds: -1)
    if last > span.from {
      var later = SpanFinder(Evaluator(facts: facts, zone: zone, instant: last))
      entry = SpanFinder.throughout(entry, later.entry(table.comparison))
    }
    return entry
  }

  /// Finds the numbers of a check for the clocks of the batch.
  func prepare(_ check: CountCheck) {
    let table = check.tables
    for clock in presentClocks {
      let index = clock * Program.mostParts + part
      if index >= table.entries.count {
        table.entries += Array(
          repeating: CountTable.Entry(),
          count: (clock + 1) * Program.mostParts - table.entries.count)
      }
      guard !table.entries[index].isFound else { continue }
      table.entries[index] = entry(check, clock: clock)
      table.entries[index].isFound = true
    }
  }

  private func entry(_ check: CountCheck, clock: Int) -> CountTable.Entry {
    let table = check.tables
    let span = span(table.step, clock: clock)
    var evaluator = Evaluator(
      facts: countingFacts[table.step], zone: clocks[clock].zone, instant: span.from)
    var entry = CountTable.Entry()
    if let besides = check.besides {
      guard case .interval(let low, let high) = evaluator.quantity(besides) else {
        entry.fixed = TruthByte.ask
        return entry
      }
      entry.certain = low.millionths
      entry.possible = high.millionths
    }
    switch check.ownLimit == nil ? evaluator.quantity(check.limit) : .interval(.init(0), .init(0)) {
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
