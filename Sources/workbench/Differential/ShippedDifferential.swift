import FenceCore
import FenceDiagnostics
import FenceLibrary
import FenceWorkspace
import Outreach
import OutreachFacts

/// The bulk engine says of every contact just what the judge says, by all shipped policies.
struct ShippedDifferential {
  let library: Library
  let world = compiledWorld()
  /// How many contacts share a plan.
  private let listLength = 64

  /// Compares on so many contacts; prints how many of them the judge was asked about.
  func run(cases: Int, seed: UInt64) throws {
    let registers = library.policies.flatMap(\.registers).map(\.id)
    var counts = EngineComparison.Counts()
    var number: UInt64 = 0
    while counts.contacts < cases {
      let own = seed &+ number
      number += 1
      var generator = FactGenerator(seed: own, registers: registers)
      let withReasons = number % 16 == 0
      let comparison = EngineComparison(
        library: library, plan: generator.planWithWindows().placed(in: .plan),
        programme: generator.programme()?.placed(in: .programme), world: world,
        options: Judge.Options(
          findsNextChange: withReasons, findsReasons: withReasons, findsPermitted: withReasons),
        readsLines: number % 2 == 0)
      let list = (0..<listLength).map {
        generator.contact().placed(in: .contacts, from: Int32($0 + 1))
      }
      guard let difference = try comparison.difference(on: list, &counts) else { continue }
      throw Properties.Failure(
        property: "program = judge", seed: own,
        detail: difference.words + describe(list, difference, comparison))
    }
    print(
      "by the shipped policies: \(counts.contacts) contacts of \(number) plans hold; "
        + counts.askedInWords)
    for (rule, count) in counts.rules.sorted(by: { $0.value > $1.value }).prefix(12) {
      print("  \(count) of \(rule)")
    }
  }

  /// The smallest contact that shows a difference, and the plan's steps.
  private func describe(
    _ list: [FactRecord], _ difference: EngineComparison.Difference,
    _ comparison: EngineComparison
  ) -> String {
    var smallest = list
    if let place = difference.place { smallest = [list[place]] }
    func differs(_ list: [FactRecord]) -> EngineComparison.Difference? {
      var counts = EngineComparison.Counts()
      return (try? comparison.difference(on: list, &counts)) ?? nil
    }
    guard var shown = differs(smallest) else { return "\n  the contact alone shows nothing" }
    var isSmaller = smallest.count == 1
    while isSmaller {
      isSmaller = false
      for candidate in smallest[0].smaller {
        guard let found = differs([candidate]) else { continue }
        (smallest, shown, isSmaller) = ([candidate], found, true)
        break
      }
    }
    var text = "\n  shrunk: \(shown.words)"
    for contact in smallest.prefix(3) { text += "\n  contact { \(contact.spelled) }" }
    guard case .list(let steps) = comparison.plan["steps"].value else { return text }
    for step in steps { text += "\n  step \(step.value.spelled(as: .record(.step)))" }
    return text
  }
}
