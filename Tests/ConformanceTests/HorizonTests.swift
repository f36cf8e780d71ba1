import FenceDiagnostics
import FenceSemantics
import FenceSyntax
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

  /// Points in time that move with the attempt come to another day at another time than the attempt does, and what is not
  /// known of a day may be known of the next.
  @Test(arguments: [
    "pause 5 business days after attempt",
    "forbid attempt + 3 hours + 1 business day before 2025-07-24T12:00:00Z",
    "forbid attempt - 5 hours + 3 days - 2 hours before 2025-07-25T21:00:00Z",
    "require attempt + 3 hours within 2 business days after 2025-07-21",
    "require 2025-07-24 within 1 business day after attempt + 3 hours",
    "forbid attempt + 3 hours same day as 2025-07-23T12:00:00Z",
    "forbid attempt same day as attempt + 3 hours",
    "forbid the later of attempt + 5 hours, 2025-07-22T22:00:00Z same day as attempt",
  ])
  func verdictsOfWhatMovesHoldUntilTheHorizon(requirement: String) throws {
    let policy = """
      policy house "House" covers everyone { business days skip saturday, state_days }
      calendar state_days { in US-FL { day founders on 23 july } }
      rule moving "It moves" { \(requirement) }
      """
    let compilation = compile(
      [parse(SourceText(name: "house.fence", text: policy))], context: Self.context)
    try #require(compilation.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    var contact = FactRecord(.contact)
    contact["phone"] = Fact(.phone("+13055550142"))
    contact["country"] = Fact(.text("EU"))
    let day: Int64 = 86_400_000
    let noon = try #require(Instant(rfc3339: "2025-07-21T12:00:00Z"))
    var step = FactRecord(.step)
    step["at"] = Fact(.instant(noon))
    var plan = FactRecord(.plan)
    plan["steps"] = Fact(.list([Fact(.record(step))]))
    let judge = Judge(
      library: compilation.library, plan: plan, programme: nil, world: Self.world,
      options: Judge.Options())
    let gathered = EvidenceGatherer(world: Self.world).gather(contact)
    let facts = AttemptFacts(
      plan: judge.plan, step: try #require(judge.plan.steps.first),
      contact: ContactFacts(
        contact, derived: gathered.derived, evidence: gathered.evidence, plan: judge.plan))
    let coverage = PolicyCoverage(evidence: gathered.evidence, plan: judge.plan)
    let judged = try #require(coverage.judgedRules(options: judge.options).first)
    let zone = try #require(Self.world.zones.history(of: "America/New_York"))
    let verdicts = stride(from: Int64(0), to: 4 * day, by: 1_800_000).map { offset in
      let start = noon.adding(milliseconds: offset)
      let (outcome, horizon) = facts.outcome(of: judged, at: start, on: zone)
      return (start: start, verdict: outcome.verdict, horizon: horizon)
    }
    // What never changes would hold with any horizon.
    #expect(Set(verdicts.map(\.verdict)).count > 1)
    for (place, first) in verdicts.enumerated() {
      let change = verdicts[place...].first {
        $0.start < first.horizon && $0.verdict != first.verdict
      }
      #expect(
        change == nil,
        "\(first.start.rfc3339()) until \(first.horizon.rfc3339()), but \(change?.start.rfc3339() ?? "")"
      )
    }
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
