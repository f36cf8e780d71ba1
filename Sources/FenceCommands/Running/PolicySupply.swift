import FenceCore
import FenceDiagnostics
import FenceLibrary
import FenceReports
import FenceWorkspace
import Outreach
import Synchronization

/// The policies that a run judges by: of the shipped ones as many as its plans and contacts need, with the user's own.
///
/// Where the user's policies may change what shipped ones mean, all are compiled at once.
struct PolicySupply {
  private let whole: PolicySet?
  private let own: OwnPolicies?
  private let index: PolicyIndex
  private let compiled = CompiledLibraries()

  /// What reports say was judged by: always everything that could have been needed.
  let description: LoadedPolicies

  /// What rules look at in a contact.
  let contactFacts: FactSet

  /// The organisation's own fields; shipped policies declare none.
  var ownFields: OwnFields { whole?.library.ownFields ?? own?.library.ownFields ?? OwnFields() }

  /// Loads what cannot wait; throws what is wrong with the user's policies, `--only` and `--skip`.
  init(_ workplace: Workplace) throws {
    index = PolicyIndex(shippedPolicies, world: workplace.world)
    let folders = try workplace.ownPolicies()
    own = folders.isEmpty ? nil : OwnPolicies(folders, index: index)
    if !folders.isEmpty, own == nil {
      let set = try workplace.soundPolicies(folders)
      whole = set
      description = LoadedPolicies(set)
      contactFacts = set.library.contactFacts
    } else {
      whole = nil
      description = LoadedPolicies(index, with: own)
      var facts = FactSet(ofContactsWith: shippedContactFields)
      if let own { facts.formUnion(own.library.contactFacts) }
      contactFacts = facts
    }
    try workplace.checkSelection(of: self)
  }

  /// The names of the shipped policies needed for recipients in places; nil where all are loaded anyway.
  func needed(recipients places: [String], plans: [FactRecord]) -> Set<String>? {
    guard whole == nil else { return nil }
    return plans.reduce(into: []) { names, plan in
      names.formUnion(index.needed(recipients: places, sender: plan.senderCountry))
    }
  }

  /// The names of the shipped policies needed for the targets of plans: all for a plan without targets.
  func needed(aimedAtBy plans: [FactRecord]) -> Set<String>? {
    guard whole == nil else { return nil }
    return plans.reduce(into: []) { names, plan in
      let targets = plan.targetCodes
      names.formUnion(
        targets.isEmpty
          ? index.names : index.needed(recipients: targets, sender: plan.senderCountry))
    }
  }

  /// The mappings with which tables may be read.
  func mappings() throws -> [ContactMapping] {
    if let whole { return whole.mappings }
    let (mappings, errors) = index.mappings()
    guard errors.isEmpty else { throw Failure.policies(errors) }
    return mappings + (own?.mappings ?? [])
  }

  /// The library with the shipped policies of these names at least, and all of the user's; nil for all.
  func library(of names: Set<String>?) -> Library {
    if let whole { return whole.library }
    return compiled.of(names ?? index.names) { own?.library(with: $0) ?? index.library(of: $0) }
  }
}

/// Libraries that were compiled, each once for all threads.
private final class CompiledLibraries: Sendable {
  private let known = Mutex<[Set<String>: Library]>([:])

  func of(_ names: Set<String>, compile: (Set<String>) -> Library) -> Library {
    known.withLock { known in
      if let library = known[names] { return library }
      let library = compile(names)
      known[names] = library
      return library
    }
  }
}

extension FactRecord {
  /// The country in which the sender of a plan stands; nil if the plan does not say.
  fileprivate var senderCountry: String? {
    guard case .record(let sender) = self["sender"].value else { return nil }
    return sender["country"].value.text
  }

  /// The places at which a plan is aimed; empty if it does not say.
  fileprivate var targetCodes: [String] {
    guard case .list(let rows) = self["targets"].value else { return [] }
    return rows.compactMap(\.value.text)
  }
}
