import Outreach

extension Evaluator {
  /// The proof of an expression: its traced parts with their truth, the facts that they read, and the rows of the
  /// lists that they looked at; its truth is `known` if somebody asked for it before.
  mutating func proof(of expression: Expression, known: Truth? = nil) -> Proof {
    let truth = known ?? truth(expression)
    guard case .traced(let trace, let body) = expression else {
      var proof = Proof(trace: nil, truth: truth)
      gather(expression, known: truth, into: &proof)
      return proof
    }
    var proof = Proof(trace: trace, truth: truth)
    gather(body, known: truth, into: &proof)
    return proof
  }

  /// Adds what an untraced expression shows to the proof around it.
  private mutating func gather(
    _ expression: Expression, known: Truth? = nil, into proof: inout Proof
  ) {
    switch expression {
    case .traced: proof.children.append(self.proof(of: expression, known: known))
    case .all(let operands), .any(let operands):
      gatherDeciding(operands, of: expression, known ?? truth(expression), into: &proof)
    case .choose(let condition, let then, let otherwise):
      gather(condition, into: &proof)
      if truth(condition) != .no { gather(then, into: &proof) }
      if truth(condition) != .yes { gather(otherwise, into: &proof) }
    case .prefer(let condition, let then, let otherwise):
      gather(condition, into: &proof)
      gather(truth(condition) == .yes ? then : otherwise, into: &proof)
    case .someRow(let list, let condition), .everyRow(let list, let condition),
      .count(let list, let condition), .latestOf(_, let list, let condition):
      gatherRows(list, condition, into: &proof)
    case .prior(let prior): gatherPrior(prior, into: &proof)
    case .schedule(let schedule): proof.add(clockReading(schedule.zone))
    case .placed:
      for piece in facts.contact.evidence.pieces {
        proof.add(
          ProofFact(
            name: piece.fact,
            value: piece.candidates.count == 1
              ? .text(piece.candidates[0]) : .candidates(piece.candidates.map { .text($0) }),
            origin: facts.contact.record[String(piece.fact.dropFirst(8))].origin))
      }
    case .says:
      proof.add(facts.step.messageFact)
    case .attempt: proof.add(attemptFact)
    case .fact, .field, .entry, .lookup:
      let name = name(of: expression)
      let fact = fact(expression)
      proof.add(ProofFact(name: name, value: fact.value, origin: fact.origin))
    case .open(let reason): proof.open.append(reason)
    case .inForce: break
    default:
      for operand in expression.operands { gather(operand, into: &proof) }
    }
  }

  /// Adds the operands that decide: of a false conjunction the false ones, of a true disjunction the first true
  /// one, of an unknown one the unknown ones, else all.
  private mutating func gatherDeciding(
    _ operands: [Expression], of expression: Expression, _ whole: Truth, into proof: inout Proof
  ) {
    let isConjunction = if case .all = expression { true } else { false }
    let neutral: Truth = isConjunction ? .yes : .no
    for operand in operands where whole == neutral || truth(operand) == whole {
      // Where all are neutral, each is.
      gather(operand, known: whole, into: &proof)
      if !isConjunction, whole == .yes { return }
    }
  }

  private mutating func gatherRows(
    _ list: Expression, _ condition: Expression, into proof: inout Proof
  ) {
    guard let rows = self.list(list) else {
      proof.add(ProofFact(name: name(of: list), value: .unknown, origin: .absent))
      return
    }
    if rows.isEmpty {
      let fact = fact(list)
      proof.add(ProofFact(name: name(of: list), value: .list([]), origin: fact.origin))
    }
    for row in rows {
      var rowProof = withRow(row) { inner -> Proof in
        let truth = inner.truth(condition)
        var proof = Proof(
          trace: nil, truth: row.record.isOpen && truth == .yes ? .unknown : truth)
        inner.gather(condition, into: &proof)
        return proof
      }
      rowProof.facts.insert(
        ProofFact(name: name(ofRows: row.list), value: .record(row.record), origin: row.origin),
        at: 0)
      proof.rows.append(rowProof)
    }
  }

  private mutating func gatherPrior(_ prior: PriorCount, into proof: inout Proof) {
    if case .interval(let low, let high) = quantity(.prior(prior)) {
      proof.add(
        ProofFact(
          name: "counted",
          value: low == high ? .number(low) : .candidates([.number(low), .number(high)]),
          origin: facts.contact.record["history"].origin))
    }
    if facts.history == nil {
      proof.add(ProofFact(name: "contact.history", value: .unknown, origin: .absent))
    }
    proof.add(attemptFact)
  }

  /// The attempt's instant and the clock's reading of it.
  private var attemptFact: ProofFact {
    ProofFact(name: "attempt", value: .instant(instant), origin: facts.step.timeOrigin)
  }

  private func clockReading(_ zoneName: String?) -> ProofFact {
    let atStart = instant.milliseconds == facts.startMilliseconds(on: zone)
    return ProofFact(
      name: zoneName.map { "local time in \($0)" } ?? "local time", value: .instant(instant),
      origin: facts.step.timeOrigin(atStart: atStart))
  }
}

extension Proof {
  fileprivate mutating func add(_ fact: ProofFact) {
    if !facts.contains(fact) { facts.append(fact) }
  }

  /// The first fact of its kind of the parts that decide, the deepest first, a row's fields before the row.
  func decisiveFact(where isMeant: (ProofFact) -> Bool) -> ProofFact? {
    for parts in [children, rows] {
      for part in parts where part.truth == truth {
        if let found = part.decisiveFact(where: isMeant) { return found }
      }
    }
    return facts.first { !$0.isRecord && isMeant($0) } ?? facts.first { $0.isRecord && isMeant($0) }
  }
}

extension ProofFact {
  fileprivate var isRecord: Bool { if case .record = value { true } else { false } }
}

extension AttemptFacts {
  /// The first instant of the step on a clock, in milliseconds.
  func startMilliseconds(on zone: ZoneHistory) -> Int64? {
    step.time.spans(on: zone)?.first?.from.milliseconds
  }
}

extension StepFacts {
  /// The name of what the step says: `step.message` or `step.script`.
  var messageName: String { "step.\(record.messageField ?? "message")" }

  /// The text of the message or script, and where it stands.
  var messageFact: ProofFact {
    let name = messageName
    let fact = record[String(name.dropFirst(5))]
    guard case .record(let message) = fact.value else {
      return ProofFact(name: name, value: fact.value, origin: fact.origin)
    }
    let text = message["text"]
    guard text.value != .unknown else {
      let says = message["says"]
      return ProofFact(
        name: "\(name).says", value: says.value,
        origin: says.origin == .absent ? fact.origin : says.origin)
    }
    return ProofFact(name: "\(name).text", value: text.value, origin: text.origin)
  }
}
