import FenceCore
import Foundation
import Outreach
import OutreachFacts

/// The properties of the Judge over random facts and a whole library.
struct Properties {
  let library: Library
  let world = compiledWorld()

  /// A counterexample.
  struct Failure: Error {
    var property: String
    var seed: UInt64
    var detail: String
  }

  /// Runs every property on so many cases from a seed.
  func run(cases: Int, seed: UInt64) throws {
    let properties: [(String, (inout FactGenerator) -> String?)] = [
      ("more information settles and never overturns", isMonotone),
      ("the order of rows and policies does not matter", ignoresOrder),
      ("permitted times agree with judging each instant", permitsWhatItAllows),
      ("a window is as good as its worst instant", windowsHoldEverywhere),
      ("explain agrees with check", explainsWhatItJudges),
    ]
    let registers = library.policies.flatMap(\.registers).map(\.id)
    for (name, property) in properties {
      for number in 0..<cases {
        let own = seed &+ UInt64(number)
        var generator = FactGenerator(seed: own, registers: registers)
        if let detail = property(&generator) {
          throw Failure(property: name, seed: own, detail: detail)
        }
      }
      print("\(name): \(cases) cases hold")
    }
  }

  // MARK: properties

  private func isMonotone(_ generator: inout FactGenerator) -> String? {
    let plan = generator.plan()
    let contact = generator.contact()
    let programme = generator.programme()
    let before = verdicts(plan, contact, programme)
    let richer =
      generator.random.oneIn(3)
      ? generator.informed(plan).map { ($0, contact, programme) }
      : generator.random.oneIn(3)
        ? programme.flatMap { generator.informed($0) }.map { (plan, contact, $0) }
        : generator.informed(contact).map { (plan, $0, programme) }
    guard let (newPlan, newContact, newProgramme) = richer else { return nil }
    let after = verdicts(newPlan, newContact, newProgramme)
    for (old, new) in zip(before, after) {
      if let ok = old.verdict.ok, new.verdict.ok != ok {
        let changes =
          difference(plan, newPlan) + difference(contact, newContact)
          + difference(programme ?? FactRecord(.programme), newProgramme ?? FactRecord(.programme))
        return "\(old.rule) was \(old.verdict.rawValue), is \(new.verdict.rawValue) once "
          + changes.joined(separator: "; ")
      }
    }
    return nil
  }

  private func ignoresOrder(_ generator: inout FactGenerator) -> String? {
    let plan = generator.plan()
    let contact = generator.contact()
    let programme = generator.programme()
    let before = verdicts(plan, contact, programme)
    let after = verdicts(
      generator.shuffled(plan), generator.shuffled(contact),
      programme.map { generator.shuffled($0) })
    for (old, new) in zip(before, after) where old.verdict != new.verdict {
      return "\(old.rule) was \(old.verdict.rawValue), is \(new.verdict.rawValue) in another order"
    }
    let reversed = Library(policies: library.policies.reversed(), shares: library.shares)
    let judge = Judge(
      library: reversed, plan: plan, programme: programme, world: world, options: .init())
    let mine = Judge(
      library: library, plan: plan, programme: programme, world: world, options: .init())
    return judge.judge(contact) == mine.judge(contact) ? nil : "another order of policies differs"
  }

  private func permitsWhatItAllows(_ generator: inout FactGenerator) -> String? {
    let plan = generator.plan()
    let contact = generator.contact()
    let programme = generator.programme()
    let judge = Judge(
      library: library, plan: plan, programme: programme, world: world, options: .init())
    let from = generator.base.adding(milliseconds: -43_200_000)
    let to = generator.base.adding(milliseconds: 259_200_000)
    let open = judge.permitted(contact, step: 0, from: from, to: to)
    var instants = open.flatMap { [$0.from, $0.to, $0.to.adding(milliseconds: -1)] }
    for _ in 0..<6 {
      instants.append(from.adding(milliseconds: Int64(generator.random.below(302_400_000))))
    }
    for instant in instants where from <= instant && instant < to {
      let judged = Judge(
        library: library, plan: move(plan, to: instant), programme: programme, world: world,
        options: .init(findsReasons: false))
      let isAllowed = judged.judge(contact).attempts.first?.decision == .allowed
      let isPermitted = open.contains { $0.from <= instant && instant < $0.to }
      if isAllowed != isPermitted {
        return "at \(instant.milliseconds) judging says \(isAllowed), permitted \(isPermitted)"
      }
    }
    return nil
  }

  private func windowsHoldEverywhere(_ generator: inout FactGenerator) -> String? {
    let plan = generator.plan()
    let contact = generator.contact()
    let programme = generator.programme()
    let from = generator.base
    let length = Int64(1 + generator.random.below(50)) * 3_600_000
    let window = spread(plan, from: from, to: from.adding(milliseconds: length))
    let whole = verdicts(window, contact, programme)
    for _ in 0..<5 {
      let instant = from.adding(milliseconds: Int64(generator.random.below(Int(length))))
      let part = verdicts(move(plan, to: instant), contact, programme)
      for (all, one) in zip(whole, part) {
        if all.verdict.ok == true, one.verdict.ok != true {
          return "\(all.rule) is \(all.verdict.rawValue) in the window and "
            + "\(one.verdict.rawValue) at \(instant.milliseconds)"
        }
      }
    }
    return nil
  }

  private func explainsWhatItJudges(_ generator: inout FactGenerator) -> String? {
    let plan = generator.plan()
    let contact = generator.contact()
    let judge = Judge(
      library: library, plan: plan, programme: generator.programme(), world: world,
      options: .init(findsNextChange: true))
    let judged = judge.judge(contact)
    for attempt in judged.attempts {
      guard let explained = judge.explain(contact, step: attempt.stepIndex, days: 1) else {
        return "step \(attempt.step) is not explained"
      }
      if explained.judgement != attempt { return "step \(attempt.step) is explained otherwise" }
      for rule in explained.rules where rule.finding.verdict == .fail {
        if rule.requirements.allSatisfy({ $0.truth == .yes }) {
          return "\(rule.rule.id) fails with a proof that holds"
        }
      }
    }
    return nil
  }

  // MARK: facts

  private func verdicts(
    _ plan: FactRecord, _ contact: FactRecord, _ programme: FactRecord?
  ) -> [TestVerdict] {
    Judge(
      library: library, plan: plan, programme: programme, world: world,
      options: .init(findsReasons: false)
    ).verdicts(contact, step: 0, policies: library.policies.map(\.name), home: "US")
  }

  private func move(_ plan: FactRecord, to instant: Instant) -> FactRecord {
    changingFirstStep(plan) { $0["at"] = Fact(.instant(instant)) }
  }

  private func spread(_ plan: FactRecord, from: Instant, to: Instant) -> FactRecord {
    changingFirstStep(plan) { step in
      var window = FactRecord(.window)
      window["from"] = Fact(.instant(from))
      window["to"] = Fact(.instant(to))
      step["at"] = .unknown
      step["window"] = Fact(.record(window))
    }
  }

  private func changingFirstStep(
    _ plan: FactRecord, _ change: (inout FactRecord) -> Void
  ) -> FactRecord {
    guard case .list(var steps) = plan["steps"].value,
      case .record(var first)? = steps.first?.value
    else { return plan }
    change(&first)
    steps[0].value = .record(first)
    var result = plan
    result["steps"] = Fact(.list(steps))
    return result
  }

  /// The fields that differ between two records, the innermost named.
  private func difference(_ old: FactRecord, _ new: FactRecord) -> [String] {
    zip(zip(old.fields, new.fields), old.kind.fields).flatMap { pair, field -> [String] in
      let name = "\(old.kind.rawValue).\(field.name)"
      switch (pair.0.value, pair.1.value) {
      case (let a, let b) where a == b: return []
      case (.record(let a), .record(let b)): return difference(a, b).map { "\(name): \($0)" }
      case (.list(let a), .list(let b)) where a.count == b.count:
        return zip(a, b).enumerated().flatMap { row, items -> [String] in
          guard case .record(let x) = items.0.value, case .record(let y) = items.1.value else {
            return []
          }
          return difference(x, y).map { "\(name)[\(row)]: \($0)" }
        }
      default: return ["\(name) becomes \(pair.1.value)"]
      }
    }
  }
}
