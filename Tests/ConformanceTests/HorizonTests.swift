import FenceSemantics
import Outreach
import OutreachFacts
import TestSupport
import Testing

@testable import FenceCore
@testable import workbench

/// What a rule says at an instant it says until the horizon that the evaluation notes.
///
/// Windows, permitted times and next changes are found by walking from horizon to horizon, so that whatever reads a time
/// and does not note when its answer changes would hide a change. Rules, plans and contacts are generated.
@Suite struct HorizonTests {
  private static let world = compiledWorld()
  private static let context = CheckContext(of: world)
  private static let readable = ReadableFacts()

  /// Set 602 compares the attempt with an instant by `is`.
  @Test(arguments: Array(0..<60) + [602])
  func verdictsHoldUntilTheHorizon(set: UInt64) {
    let block = GeneratedBlock(
      seed: 23 &+ set &* 0x9E37_79B9, world: Self.world, context: Self.context,
      readable: Self.readable)
    var (outcome, random) = (GeneratedBlock.Outcome(), SeededGenerator(seed: set))
    var tried = 0
    block.forEachCase(&outcome) { example, library, _ in
      for attempt in Self.attempts(example, library).prefix(12) {
        for judged in attempt.rules {
          tried += Self.tryInstants(judged, attempt.facts, attempt.met, &random)
        }
      }
      return true
    }
    // A few sets do not compile, or say nothing of time.
    if set == 0 { #expect(tried > 300) }
  }

  /// The attempts of a case's contacts, with the rules that judge them and the points in time that the attempt may meet.
  private static func attempts(
    _ example: GeneratedCase, _ library: Library
  ) -> [(facts: AttemptFacts, rules: [JudgedRule], met: [Instant])] {
    let judge = example.comparison(library, world).judge()
    return example.list.flatMap { contact in
      let gathered = EvidenceGatherer(world: world).gather(contact)
      let facts = ContactFacts(
        contact, derived: gathered.derived, evidence: gathered.evidence, plan: judge.plan)
      let coverage = PolicyCoverage(evidence: gathered.evidence, plan: judge.plan)
      let rules = coverage.judgedRules(options: judge.options).filter { $0.rule.scope != .list }
      let met = (example.plan.instants + contact.instants).sorted()
      return judge.plan.steps.map { step in
        (AttemptFacts(plan: judge.plan, step: step, contact: facts), rules, met)
      }
    }
  }

  /// Judges a rule where its step begins and at the next horizons, and at later instants before each; says at how many.
  private static func tryInstants(
    _ judged: JudgedRule, _ facts: AttemptFacts, _ met: [Instant], _ random: inout SeededGenerator
  ) -> Int {
    var count = 0
    for zone in facts.contact.zones.prefix(2) {
      guard var start = facts.step.time.spans(on: zone)?.first?.from else { continue }
      let end = start.adding(milliseconds: 2 * 366 * 86_400_000)
      for _ in 0..<4 where start < end {
        let (first, horizon) = facts.outcome(of: judged, at: start, on: zone)
        let length = min(horizon, end).milliseconds - start.milliseconds
        let meetings = met.lazy.map { $0.milliseconds - start.milliseconds }
        let distances =
          [
            1, length - 1, Int64.random(in: 0..<length, using: &random),
            Int64.random(in: 0..<min(length, 86_400_000), using: &random),
          ] + meetings.filter { $0 > 0 && $0 < length }.prefix(4)
        for distance in distances where distance > 0 && distance < length {
          let instant = start.adding(milliseconds: distance)
          let (later, _) = facts.outcome(of: judged, at: instant, on: zone)
          #expect(
            later.ok == first.ok && later.verdict == first.verdict,
            "\(judged.rule.id) until \(horizon.rfc3339()): \(start.rfc3339()) and \(instant.rfc3339()) in \(zone.name)"
          )
          count += 1
        }
        start = horizon
      }
    }
    return count
  }
}

extension FactRecord {
  /// The instants that the record holds, wherever in it.
  fileprivate var instants: [Instant] { fields.flatMap(\.value.instants) }
}

extension FactValue {
  fileprivate var instants: [Instant] {
    switch self {
    case .instant(let instant): [instant]
    case .record(let record): record.instants
    case .list(let items): items.flatMap(\.value.instants)
    default: []
    }
  }
}
