public import Outreach

extension Program {
  /// Finds the ground of the batch's last contact, once a reader has filled its columns, and adds the contact
  /// once more for each further clock.
  ///
  /// - Parameters:
  ///   - numberClass: the class of what the contact's number tells, of `numberClass(of:)`; nil for an odd one.
  ///   - hasNumber: whether its phone can be read as a number.
  ///   - phone: the contact's number as the record holds it.
  ///   - mayJudge: whether every policy that may cover people in some places is loaded.
  /// - Returns: false if policies are missing; the contact is then dropped.
  /// - Throws: what `mayJudge` throws.
  public func settle(
    numberClass: Int?, hasNumber: Bool, phone: () -> FactValue,
    mayJudge: ([String]) throws -> Bool
  ) throws -> Bool {
    let row = batch.count - 1
    guard let numberClass else {
      batch.dropLast()
      appendForJudge()
      return true
    }
    let key = GroundKey(numberClass: numberClass, row: row, batch.cells)
    var number = knownGround(key)
    if number < 0 {
      var isLoaded = true
      number = try newGround(key, phone) { places in
        isLoaded = try mayJudge(places)
        return isLoaded
      }
      guard isLoaded else {
        batch.dropLast()
        return false
      }
    }
    guard number >= 0, !groundCells.base[number].asksJudge else {
      batch.dropLast()
      appendForJudge()
      return true
    }
    let ground = groundCells.base[number]
    let place = Int32(truncatingIfNeeded: contacts.count)
    contacts.append(
      BatchContact(
        row: Int32(truncatingIfNeeded: row), rows: ground.clockCount,
        ground: Int32(truncatingIfNeeded: number), asksJudge: false, hasNumber: hasNumber))
    let end = row &+ Int(ground.clockCount)
    pairs.reserve(end, keeping: row)
    clockOfRow.reserve(end, keeping: row)
    contactOfRow.reserve(end, keeping: row)
    for offset in 0..<ground.clockCount {
      if offset > 0 { batch.repeatLast() }
      let (row, pair) = (row &+ Int(offset), ground.firstPair &+ offset)
      contactOfRow.base[row] = place
      pairs.base[row] = pair
      clockOfRow.base[row] = Int32(truncatingIfNeeded: clockOfPair[Int(pair)])
      settleLine(row, ground.line)
    }
    return true
  }

  /// Adds a contact that only the judge judges, so that the batch keeps its place.
  public func appendForJudge() {
    contacts.append(BatchContact(row: 0, rows: 0, ground: -1, asksJudge: true))
  }

  /// Adds a contact that was read as a record; see `settle`.
  public func append(_ contact: FactRecord, mayJudge: ([String]) throws -> Bool) throws -> Bool {
    _ = batch.append(contact)
    let phone = contact["phone"].value
    var number: NumberAnalysis?
    switch phone {
    case .phone(let written), .text(let written):
      var country: String?
      if case .text(let code) = contact["country"].value { country = code }
      number = judge.world.numbers.analyse(written, country: country)
    default: break
    }
    let numberClass =
      number.map { self.numberClass(of: $0) }
      ?? (phone == .unknown ? Program.noNumber : phone == .none ? Program.numberIsNone : nil)
    return try settle(
      numberClass: numberClass, hasNumber: number?.e164 != nil, phone: { phone },
      mayJudge: mayJudge)
  }

  /// The kind of line: the contact's own answer, else what the digits tell.
  @inline(__always) private func settleLine(_ row: Int, _ told: UInt16) {
    let answer = batch.cells[lineAnswer].numbers[row]
    let isAnswer = answer != FactDictionary.unknown && answer != FactDictionary.none
    batch.cells[derivedLine].numbers[row] = isAnswer ? answer : told
  }

  // MARK: making grounds

  /// The number of the ground of a key that was met before; -1 for another.
  @inline(__always) private func knownGround(_ key: GroundKey) -> Int {
    let (first, second) = key.packed
    let known = groundKeys.find(first, second)
    return known >= 0 ? Int(groundOfKey[Int(known)]) : -1
  }

  /// The number of the ground of a key that is new; -1 where the judge finds it.
  private func newGround(
    _ key: GroundKey, _ phone: () -> FactValue, mayJudge: ([String]) throws -> Bool
  ) throws -> Int {
    guard key.country != FactDictionary.beyond, key.region != FactDictionary.beyond,
      key.postalCode != FactDictionary.beyond, key.zone != FactDictionary.beyond
    else { return -1 }
    var told = key
    told.postalCode = postalCode(key.postalCode, of: key.country)
    if let known = groundNumbers[told] {
      remember(known, key)
      return known
    }
    guard grounds.count < 1 << 16 else { return -1 }
    var record = FactRecord(.contact)
    record["phone"] = Fact(phone())
    for (name, column, number) in [
      ("country", BatchLayout.country, key.country), ("region", BatchLayout.region, key.region),
      ("postal_code", BatchLayout.postalCode, key.postalCode),
      ("time_zone", BatchLayout.timeZone, key.zone),
    ] {
      record[name] = Fact(batch.columns[column].dictionary.values[Int(number)])
    }
    record["history"] = Fact(.list([]))
    let gathered = EvidenceGatherer(world: judge.world).gather(record)
    guard try mayJudge(gathered.evidence.everywhere) else { return -1 }
    let ground = makeGround(record, gathered)
    ground.number = grounds.count
    groundNumbers[told] = ground.number
    remember(ground.number, key)
    grounds.append(ground)
    certainties += ground.certainty
    addCells(of: ground)
    if !givesReasons, !ground.asksJudge { settleCommon(of: ground) }
    return ground.number
  }

  private func addCells(of ground: Ground) {
    let covering = ground.covering.filter { hasUnits[$0] }
    groundCells.reserve(grounds.count, keeping: grounds.count - 1)
    groundCells.base[ground.number] = GroundCells(
      firstPair: Int32(truncatingIfNeeded: ground.firstPair),
      clockCount: Int32(truncatingIfNeeded: ground.clocks.count),
      firstCovering: Int32(truncatingIfNeeded: coveringCount),
      coveringCount: Int32(truncatingIfNeeded: covering.count), line: ground.line,
      asksJudge: ground.asksJudge, isDoubtful: ground.certainty.contains(1))
    let firstStep = ground.number * stepCount
    commonOfGround.reserve(firstStep + stepCount, keeping: firstStep)
    (commonOfGround.base + firstStep).initialize(repeating: -1, count: stepCount)
    let end = coveringCount + covering.count
    coveringPolicies.reserve(end, keeping: coveringCount)
    for (offset, policy) in covering.enumerated() {
      coveringPolicies.base[coveringCount + offset] = Int32(truncatingIfNeeded: policy)
    }
    coveringCount = end
  }

  /// Keeps the ground of a key, as long as there are not too many of them.
  private func remember(_ ground: Int, _ key: GroundKey) {
    guard groundOfKey.count < 1 << 19 else { return }
    let (first, second) = key.packed
    _ = groundKeys.add(first, second)
    groundOfKey.append(Int32(truncatingIfNeeded: ground))
  }

  /// The number that stands for all postal codes of a country that tell the same place; 0 for those that tell none.
  private func postalCode(_ number: UInt16, of country: UInt16) -> UInt16 {
    let values = (
      batch.columns[BatchLayout.country].dictionary.values[Int(country)],
      batch.columns[BatchLayout.postalCode].dictionary.values[Int(number)]
    )
    guard case (.text(let code), .text(let postal)) = values,
      let place = judge.world.places.subdivision(country: code, postalCode: postal)
    else { return FactDictionary.unknown }
    let alike = postalCodeTelling[place, default: number]
    postalCodeTelling[place] = alike
    return alike
  }

  /// The class of contacts of whose number nothing is known.
  public static var noNumber: Int { -1 }
  /// The class of contacts who have no number.
  public static var numberIsNone: Int { -2 }

  /// The class of what a phone number tells, its digits left out; nil for the odd ones beyond all classes.
  public func numberClass(of number: NumberAnalysis) -> Int? {
    let number = number.withoutDigits
    if let known = numberClasses[number] { return known }
    guard numberClasses.count < 1 << 14 else { return nil }
    let fresh = numberClasses.count
    numberClasses[number] = fresh
    return fresh
  }

  private func makeGround(_ record: FactRecord, _ gathered: EvidenceGatherer.Result) -> Ground {
    let facts = ContactFacts(
      record, derived: gathered.derived, evidence: gathered.evidence, plan: judge.plan)
    let coverage = PolicyCoverage(evidence: gathered.evidence, plan: judge.plan)
    let ground = Ground(
      contact: facts, coverage: coverage, rules: coverage.judgedRules(options: judge.options),
      builtIn: judge.builtInFindings(facts, gathered, coverage), record: record,
      whereabouts: judge.whereabouts(of: record, gathered))
    index(ground)
    ground.line = batch.columns[derivedLine].dictionary.number(
      of: gathered.derived["line"].value)
    guard !facts.zones.isEmpty, facts.zones.count <= 64, ground.line != FactDictionary.beyond else {
      ground.asksJudge = true
      return ground
    }
    ground.clocks = facts.zones.map(clock)
    ground.firstPair = clockOfPair.count
    for clock in ground.clocks {
      clockOfPair.append(clock)
      groundOfPair.append(grounds.count)
      if clocks[clock].parts.contains(where: \.isEmpty) { ground.asksJudge = true }
    }
    if !ground.asksJudge { settleRules(of: ground) }
    return ground
  }

  /// Notes which policy covers how, and under which keys its rules are judged.
  private func index(_ ground: Ground) {
    ground.certainty = Array(repeating: 0, count: judge.library.policies.count)
    var next = 0
    for covering in ground.coverage.policies {
      guard let policy = numberOfPolicy[covering.policy.name] else { continue }
      ground.certainty[policy] = covering.isCertain ? 2 : 1
      ground.covering.append(policy)
      for place in covering.policy.rules.indices
      where judge.options.selects(covering.policy.rules[place].id) {
        let judged = ground.rules[next]
        next += 1
        ground.judged[RuleKey(policy: policy, rule: place)] = judged
        // What is loosened in some branches only is more than one truth a ground can say.
        if judged.branches.count > 1, judged.isLoosened,
          Set(judged.branches.map { Set($0.exemptions) }).count > 1
            || Set(judged.branches.map { Set($0.waivers) }).count > 1
        {
          ground.asksJudge = true
        }
      }
    }
  }

  private func settleRules(of ground: Ground) {
    ground.settled = judge.plan.steps.map { _ in [] }
    for (number, unit) in units.enumerated() where unit.isSettled {
      guard let judged = ground.judged[unit.key] else { continue }
      let facts = AttemptFacts(
        plan: judge.plan, step: judge.plan.steps[unit.step], contact: ground.contact)
      let result = settledResult(number, judged, facts, ground)
      switch result.verdict {
      case .fail, .unproven, .exempt, .waived:
        ground.settled[unit.step].append(Ground.SettledRule(key: unit.key, result: result))
      default: continue
      }
    }
  }

  /// A settled rule's result, shared by all grounds whose places cannot matter to it.
  private func settledResult(
    _ number: Int, _ judged: JudgedRule, _ facts: AttemptFacts, _ ground: Ground
  ) -> RuleResult {
    guard !judged.isLoosened, !dependsOnPlace(number, judged.rule) else {
      return judge.result(of: judged, facts)
    }
    let key = SettledKey(unit: number, clocks: ground.clocks, isCertain: judged.isCertain)
    if let known = settledResults[key] { return known }
    let result = judge.result(of: judged, facts)
    settledResults[key] = result
    return result
  }

  /// Whether the places of a contact matter to the rule of a unit.
  private func dependsOnPlace(_ number: Int, _ rule: Rule) -> Bool {
    if let known = placeDependence[number] { return known }
    let expressions = [rule.applies] + rule.requirements + rule.exceptions.map(\.condition)
    let depends = expressions.contains { builder.scan($0, []).dependsOnPlace }
    placeDependence[number] = depends
    return depends
  }

  private func clock(_ zone: ZoneHistory) -> Int {
    if let known = clockNumbers[zone.name] { return known }
    let clock = ProgramClock(zone)
    clock.parts = judge.plan.steps.indices.map { parts(of: $0, on: zone) }
    wholeTimes.reserve((clocks.count + 1) * stepCount, keeping: clocks.count * stepCount)
    for step in 0..<stepCount {
      wholeTimes.base[clocks.count * stepCount + step] = clock.parts[step].count == 1
    }
    clocks.append(clock)
    clockNumbers[zone.name] = clocks.count - 1
    return clocks.count - 1
  }

  /// The parts of a step's time in which nothing changes that no contact decides; none if there are too many.
  private func parts(of step: Int, on zone: ZoneHistory) -> [TimeSpan] {
    let facts = plainFacts[step]
    guard let spans = facts.step.time.spans(on: zone) else { return [] }
    var parts: [TimeSpan] = []
    for span in spans {
      var start = span.from
      while start < span.to {
        guard parts.count < Program.mostParts else { return [] }
        var evaluator = Evaluator(facts: facts, zone: zone, instant: start)
        if start.next < span.to {
          for expression in builder.environments[step] ?? [] { evaluator.read(expression) }
        }
        let end = min(max(evaluator.horizon, start.next), span.to)
        parts.append(TimeSpan(from: start, to: end))
        start = end
      }
    }
    return parts
  }
}

extension Evaluator {
  /// Evaluates an expression of any kind for the sake of its horizon.
  fileprivate mutating func read(_ expression: Expression) {
    switch expression {
    case .attempt, .earliest, .latest, .moved: _ = moment(expression)
    case .constant: return
    case .prior, .count, .sum, .difference, .length: _ = quantity(expression)
    default: _ = truth(expression)
    }
  }
}
