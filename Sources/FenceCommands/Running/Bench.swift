import FenceCore
import FenceWorkspace
import Outreach

/// The judge of a plan's contacts, by the policies that the plan's targets need until a contact elsewhere
/// needs others; then by all.
final class Bench {
  private(set) var judge: Judge
  private let supply: PolicySupply
  private let plan: FactRecord
  private let programme: FactRecord?
  private let world: World
  private let options: Judge.Options

  /// The names of the policies that are loaded; nil for all.
  private var loaded: Set<String>?

  /// Places whose recipients need nothing more.
  private var settled = Set<[String]>()

  init(
    _ supply: PolicySupply, _ plan: PlanFile, _ world: World, _ options: Judge.Options
  ) throws {
    self.supply = supply
    self.plan = plan.plan
    self.world = world
    self.options = options
    programme = plan.programme
    loaded = supply.needed(aimedAtBy: [plan.plan])
    judge = Judge(
      library: try supply.library(of: loaded), plan: plan.plan, programme: plan.programme,
      world: world, options: options)
  }

  /// What a bench of the same plan is made of on another thread, which begins with the same policies.
  struct Seed: Sendable {
    fileprivate let supply: PolicySupply
    fileprivate let plan: FactRecord
    fileprivate let programme: FactRecord?
    fileprivate let world: World
    fileprivate let options: Judge.Options
    fileprivate let loaded: Set<String>?
    fileprivate let library: Library
  }

  /// This bench for another thread.
  func seed() throws -> Seed {
    Seed(
      supply: supply, plan: plan, programme: programme, world: world, options: options,
      loaded: loaded, library: try supply.library(of: loaded))
  }

  /// Makes a bench like the one that the seed is of.
  init(_ seed: Seed) {
    supply = seed.supply
    plan = seed.plan
    world = seed.world
    programme = seed.programme
    options = seed.options
    loaded = seed.loaded
    judge = Judge(
      library: seed.library, plan: plan, programme: programme, world: world, options: options)
  }

  /// Whether every policy is loaded.
  var hasAll: Bool { loaded == nil }

  /// The judge with every policy that may cover a contact.
  func judge(for contact: FactRecord) throws -> Judge {
    guard !suffices(for: candidatePlaces(of: contact, world: world)) else { return judge }
    try loadAll()
    return judge
  }

  /// Whether every policy that may cover people in some places is loaded.
  func suffices(for places: [String]) -> Bool {
    guard let loaded, !settled.contains(places) else { return true }
    guard supply.needed(recipients: places, plans: [plan])?.isSubset(of: loaded) == true else {
      return false
    }
    settled.insert(places)
    return true
  }

  /// Loads every policy; what the judge knows of the list, it keeps.
  func loadAll() throws {
    guard loaded != nil else { return }
    loaded = nil
    judge = judge.continued(with: try supply.library(of: nil))
  }
}
