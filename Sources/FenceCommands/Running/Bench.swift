import FenceCore
import FenceWorkspace
import Outreach

/// The judge of a plan's contacts, by as many policies as those that came so far need: the first contact's own,
/// then those that the plan's targets need, and for a contact elsewhere all.
final class Bench {
  private(set) var judge: Judge
  private let seed: Seed

  /// Which policies are loaded, and their names; nil for all.
  private(set) var reach = Reach.none
  private var loaded: Set<String>? = []

  /// Places whose recipients need nothing more.
  private var settled = Set<[String]>()

  /// Which policies are loaded.
  enum Reach: Sendable {
    case none
    /// Those that the first contact needs, by their names.
    case first(Set<String>)
    /// Those that the targets of the plan need.
    case targets
    case all

    fileprivate var rank: Int {
      switch self {
      case .none: 0
      case .first: 1
      case .targets: 2
      case .all: 3
      }
    }
  }

  /// What benches of one plan are made of, each on a thread of its own.
  struct Seed: Sendable {
    fileprivate let supply: PolicySupply
    fileprivate let plan: FactRecord
    fileprivate let programme: FactRecord?
    fileprivate let world: World
    fileprivate let options: Judge.Options

    init(_ supply: PolicySupply, _ plan: PlanFile, _ world: World, _ options: Judge.Options) {
      self.supply = supply
      self.plan = plan.plan
      self.world = world
      self.options = options
      programme = plan.programme
    }
  }

  /// Makes a bench for which nothing is loaded.
  init(_ seed: Seed) {
    self.seed = seed
    judge = Judge(
      library: Library(policies: []), plan: seed.plan, programme: seed.programme,
      world: seed.world, options: seed.options)
  }

  /// Whether every policy is loaded.
  var hasAll: Bool { loaded == nil }

  /// The judge with every policy that may cover a contact.
  func judge(for contact: FactRecord) -> Judge {
    let places = candidatePlaces(of: contact, world: seed.world)
    guard !suffices(for: places) else { return judge }
    let targets = seed.supply.needed(aimedAtBy: [seed.plan])
    let needed = seed.supply.needed(recipients: places, plans: [seed.plan])
    if let needed, let targets, needed.isSubset(of: targets) {
      if case .none = reach { load(.first(needed)) } else { load(.targets) }
    } else {
      load(.all)
    }
    return judge
  }

  /// Whether every policy that may cover people in some places is loaded.
  func suffices(for places: [String]) -> Bool {
    guard let loaded, !settled.contains(places) else { return true }
    let needed = seed.supply.needed(recipients: places, plans: [seed.plan])
    guard needed?.isSubset(of: loaded) == true else { return false }
    settled.insert(places)
    return true
  }

  /// Loads policies, if fewer are loaded; what the judge knows of the list, it keeps.
  func load(_ wider: Reach) {
    guard wider.rank > reach.rank else { return }
    reach = wider
    loaded =
      switch wider {
      case .none: []
      case .first(let names): names
      case .targets: seed.supply.needed(aimedAtBy: [seed.plan])
      case .all: nil
      }
    judge = judge.continued(with: seed.supply.library(of: loaded))
  }
}
