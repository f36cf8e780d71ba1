import Outreach

extension Program {
  /// A rule at a step as nodes; nil if it never applies there.
  static func unit(
    _ rule: Rule, _ key: RuleKey, _ step: Int, _ facts: AttemptFacts, _ judge: Judge,
    _ builder: ProgramBuilder
  ) -> RuleUnit? {
    let folding = Folding(facts: facts)
    let applies = folding.fold(rule.applies)
    if applies.constantTruth == .no { return nil }
    var readings: [(holds: Expression, reading: Expression)] = []
    var outright: [Expression] = []
    for (number, policy) in judge.library.policies.enumerated() {
      for (place, waiver) in policy.waivers.enumerated() where waiver.rule == rule.id {
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
    for (number, policy) in judge.library.policies.enumerated() {
      for (place, exemption) in policy.exemptions.enumerated() where exemption.rule == rule.id {
        let condition = folding.fold(exemption.exception.condition)
        clauses.append(condition)
        add(
          exemption.exception,
          Folding.all([
            GroundQuestion.exempts(
              policy: number, exemption: place, rulePolicy: key.policy
            ).expression,
            condition,
          ]))
      }
    }
    let parts = [
      Expression.inForce(from: rule.from, until: rule.until), applies, required,
      Folding.any(strong), Folding.any(all), Folding.any(outright), isRead,
    ]
    var unit = RuleUnit(key: key, step: step, rule: rule)
    if !judge.options.findsReasons { clauses = [] }
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
    guard judge.options.findsReasons else { return unit }
    for clause in [applies] + clauses {
      let node = builder.build(clause, [], step: step).node
      if !unit.clauses.contains(node) { unit.clauses.append(node) }
    }
    return unit
  }
}
