import FenceCore
import FenceSemantics
import Foundation
import Outreach
import OutreachFacts
import Synchronization

/// The bulk engine says of every contact just what the judge says, by generated policies.
///
/// What is compared depends on the seed and the number of cases alone, however many threads do it.
struct GeneratedDifferential {
  let seed: UInt64
  let shipped: Library
  let world = compiledWorld()
  /// From how many cases on every form must have appeared.
  static let enoughForAllForms = 20_000

  /// Compares on at least so many contacts; says whether everything held.
  func run(cases: Int) -> Bool {
    let context = CheckContext(of: world)
    let readable = ReadableFacts()
    var counts = EngineComparison.Counts()
    var coverage = FormCoverage()
    var mistakes: [String: Int] = [:]
    var next: UInt64 = 0
    let start = Date()
    while counts.contacts < cases {
      let missing = (cases - counts.contacts) / (GeneratedBlock.listLength * GeneratedBlock.plans)
      let number = min(max(missing, 8), 400)
      let outcomes = Mutex<[Int: GeneratedBlock.Outcome]>([:])
      let first = next
      DispatchQueue.concurrentPerform(iterations: number) { place in
        let outcome = block(first + UInt64(place), context, readable).run()
        outcomes.withLock { $0[place] = outcome }
      }
      next += UInt64(number)
      // Who waits for a long run sees what came before.
      fflush(nil)
      let found = outcomes.withLock { $0 }
      for place in 0..<number {
        guard let outcome = found[place] else { continue }
        counts.add(outcome.counts)
        coverage.add(outcome.coverage)
        for mistake in outcome.mistakes { mistakes[mistake, default: 0] += 1 }
        if let divergence = outcome.divergence {
          show(divergence, set: first + UInt64(place), context)
          return false
        }
      }
    }
    report(counts, coverage, mistakes, Date().timeIntervalSince(start))
    let missing = coverage.missing(shipped: shipped, readable: readable)
    guard cases >= GeneratedDifferential.enoughForAllForms, !missing.isEmpty else { return true }
    print("never generated: \(missing.joined(separator: ", "))")
    return false
  }

  /// Compares by one set of policies; says whether it held.
  func run(set: UInt64) -> Bool {
    let context = CheckContext(of: world)
    let outcome = block(set, context, ReadableFacts()).run()
    if let divergence = outcome.divergence {
      show(divergence, set: set, context)
      return false
    }
    print("policy set \(set): \(outcome.counts.contacts) contacts hold")
    for mistake in outcome.mistakes { print("  does not compile: \(mistake)") }
    return true
  }

  private func block(
    _ set: UInt64, _ context: CheckContext, _ readable: ReadableFacts
  ) -> GeneratedBlock {
    GeneratedBlock(
      seed: seed &+ set &* 0x9E37_79B9, world: world, context: context, readable: readable)
  }

  private func show(_ divergence: GeneratedCase, set: UInt64, _ context: CheckContext) {
    print(
      "does not hold: program = judge\n  seed \(seed), policy set \(set); alone: "
        + "workbench differential 0 \(seed) 0 \(set)")
    guard var shrinker = CaseShrinker(divergence, world: world, context: context) else {
      print("  alone, the contact shows nothing")
      return
    }
    print("  \(shrinker.difference.words)\n  made smaller:")
    fflush(nil)
    shrinker.shrink()
    let options = shrinker.smallest.options
    print("  \(shrinker.difference.words)")
    print(
      "  with reasons \(options.findsReasons), next changes \(options.findsNextChange), permitted "
        + "times \(options.findsPermitted), read from lines \(shrinker.smallest.readsLines); as a test, for `Tests/Divergences`:\n"
    )
    print(CounterexampleTest(shrinker.smallest, world: world).text)
  }

  private func report(
    _ counts: EngineComparison.Counts, _ coverage: FormCoverage, _ mistakes: [String: Int],
    _ seconds: Double
  ) {
    let share = String(
      format: "%.1f", 100 * Double(coverage.compiled) / Double(max(1, coverage.sets)))
    print(
      "by generated policies: \(counts.contacts) contacts hold, of \(coverage.compiled) policy sets "
        + "(\(share)% of those written compile), in \(Int(seconds)) s; \(counts.askedInWords)")
    func list(_ title: String, _ counts: [String: Int]) {
      let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      print("  \(title): " + sorted.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    list("verdicts", counts.kinds)
    list("forms, by policy sets", coverage.forms)
    list("declarations", coverage.declarations)
    list("core expressions", coverage.core)
    list("types of facts", coverage.types)
    print("  \(coverage.fields.count) fields of the schema were asked for")
    for (mistake, count) in mistakes.sorted(by: { $0.value > $1.value }).prefix(5) {
      print("  \(count) do not compile: \(mistake)")
    }
  }
}
