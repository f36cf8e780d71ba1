import FenceCore
import FenceLibrary
import FenceWorkspace
import OutreachFacts

/// `workbench differential [CASES [SEED [SHIPPED [SET]]]]`: the bulk engine against the judge, by the shipped policies
/// on SHIPPED contacts and by generated ones on CASES, or by the one set of policies that has the number SET.
func checkDifference(_ arguments: [String]) -> Int32 {
  let cases = arguments.first.flatMap { Int($0) } ?? 20_000
  let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? 20_261_122
  let shipped = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 500
  let set = PolicySet(
    shipped: shippedPolicies, own: [], world: compiledWorld(), today: nil, readsShippedTests: false)
  print("seed \(seed), \(set.library.policies.count) policies, \(set.ruleCount) rules")
  do {
    if shipped > 0 {
      try ShippedDifferential(library: set.library).run(cases: shipped, seed: seed)
    }
    let generated = GeneratedDifferential(seed: seed, shipped: set.library)
    let one = arguments.dropFirst(3).first.flatMap { UInt64($0) }
    return (one.map(generated.run(set:)) ?? generated.run(cases: cases)) ? 0 : 1
  } catch let failure as Properties.Failure {
    print("does not hold: \(failure.property)\n  seed \(failure.seed): \(failure.detail)")
    return 1
  } catch {
    print("\(error)")
    return 1
  }
}
