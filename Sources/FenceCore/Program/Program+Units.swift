import Outreach

/// What the policies of a library loosen, by the rule, each with the number of its policy and its place there.
struct Loosening {
  let waivers: [String: [(policy: Int, place: Int, waiver: Waiver)]]
  let exemptions: [String: [(policy: Int, place: Int, exemption: Exemption)]]

  init(of library: Library) {
    let numbered = library.policies.enumerated()
    waivers = Dictionary(
      grouping: numbered.flatMap { number, policy in
        policy.waivers.enumerated().map { (number, $0, $1) }
      }, by: \.2.rule)
    exemptions = Dictionary(
      grouping: numbered.flatMap { number, policy in
        policy.exemptions.enumerated().map { (number, $0, $1) }
      }, by: \.2.rule)
  }
}

extension Program {
  /// A rule at a step as nodes; nil if it never applies there.
  static func unit(
    _ rule: Rule, _ key: RuleKey, _ step: Int, _ facts: AttemptFacts, _ loosening: Loosening,
    _ builder: ProgramBuilder, findsReasons: Bool
  ) -> RuleUnit? {
    let folding = Folding(facts: facts)
    let applies = folding.fold(rule.applies)
    if applies.constantTruth == .no { return nil }
    var readings: [(holds: Expression, reading: Expression)] = []
    var outright: [Expression] = []
    for (number, place, waiver) in loosening.waivers[rule.id] ?? [] {
      let holds = Folding.all([
        GroundQuestion.waives(policy: number, waiver: place, rulePolicy: key.policy).expression,
        .inForce(from: nil, until: waiver.until),
      ])
      if let reading = waiver.reading {
        readings.append((holds, folding.fold(reading)))
      } else {
        outright.append(holds)
      }
    }
    let isRead = Folding.any(readings.map(\.holds))
    let requirements = rule.requirements.map(folding.fold)
    // Every reading that holds is required, in the place of what the rule requires.
    let required = Folding.choose(
      isRead,
      Folding.all(readings.map { Folding.choose($0.holds, $0.reading, Folding.truth(.yes)) }),
      Folding.all(requirements))
    // What a rule lacks is told clause by clause, also where another clause decides.
    var clauses = readings.map(\.reading) + requirements
    var strong: [Expression] = []
    var all: [Expression] = []
    func add(_ exception: RuleException, _ condition: Expression) {
      all.append(condition)
      if !exception.isWeak { strong.append(condition) }
    }
    for exception in rule.exceptions {
      let condition = folding.fold(exception.condition)
      clauses.append(condition)
      add(exception, condition)
    }
    for (number, place, exemption) in loosening.exemptions[rule.id] ?? [] {
      let condition = folding.fold(exemption.exception.condition)
      clauses.append(condition)
      add(
        exemption.exception,
        Folding.all([
          GroundQuestion.exempts(policy: number, exemption: place, rulePolicy: key.policy)
            .expression,
          condition,
        ]))
    }
    let parts = [
      Expression.inForce(from: rule.from, until: rule.until), applies, required,
      Folding.any(strong), Folding.any(all), Folding.any(outright), isRead,
    ]
    var unit = RuleUnit(key: key, step: step, rule: rule)
    if !findsReasons { clauses = [] }
    if (parts + clauses).allSatisfy({ builder.scan($0, []).isContactFree }) {
      unit.isSettled = true
      return unit
    }
    let built = parts.map { builder.build($0, [], step: step).node }
    unit.parts.inForce = built[0]
    unit.parts.applies = built[1]
    unit.parts.required = built[2]
    unit.parts.strongExcuse = built[3]
    unit.parts.excuse = built[4]
    unit.parts.waived = built[5]
    unit.parts.reading = built[6]
    guard findsReasons else { return unit }
    for clause in [applies] + clauses {
      let node = builder.build(clause, [], step: step).node
      if !unit.clauses.contains(node) { unit.clauses.append(node) }
    }
    return unit
  }
}
