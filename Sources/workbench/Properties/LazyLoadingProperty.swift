import FenceCore
import FenceLibrary
import FenceWorkspace
import Outreach
import OutreachFacts

/// Judging by the shipped policies that a contact or plan needs gives what judging by all of them gives.
struct LazyLoadingProperty {
  private let world = compiledWorld()
  private let index = PolicyIndex(shippedPolicies, world: compiledWorld())
  private let whole: Library
  private var parts: [Set<String>: Library] = [:]

  init() {
    whole =
      PolicySet(
        shipped: shippedPolicies, own: [], world: world, today: nil, readsShippedTests: false
      ).library
  }

  /// Judges random contacts and lints random plans by part and whole.
  mutating func run(cases: Int, seed: UInt64) throws {
    let registers = whole.policies.flatMap(\.registers).map(\.id)
    for number in 0..<cases {
      let own = seed &+ UInt64(number)
      var generator = FactGenerator(seed: own, registers: registers)
      if let detail = judgesAlike(&generator) ?? lintsAlike(&generator) {
        throw Properties.Failure(property: "lazily loaded = whole", seed: own, detail: detail)
      }
    }
    print("lazily loaded = whole: \(cases) cases hold, by \(parts.count) parts of the library")
  }

  /// Two contacts, the policies of the second loaded when it comes.
  private mutating func judgesAlike(_ generator: inout FactGenerator) -> String? {
    let plan = generator.plan()
    let programme = generator.programme()
    let contacts = [generator.contact(), generator.contact()]
    let all = Judge(
      library: whole, plan: plan, programme: programme, world: world, options: .init())
    var names = needed(contacts[0], plan)
    var some = Judge(
      library: part(names), plan: plan, programme: programme, world: world, options: .init())
    for contact in contacts {
      let more = needed(contact, plan)
      if !more.isSubset(of: names) {
        names.formUnion(more)
        some = some.continued(with: part(names))
      }
      guard some.judge(contact) == all.judge(contact) else {
        return "a contact in \(candidatePlaces(of: contact, world: world)) is judged otherwise by "
          + names.sorted().joined(separator: ", ")
      }
    }
    let numbers = RepeatedNumbers()
    return some.listFindings(numbers) == all.listFindings(numbers)
      ? nil : "the list is judged otherwise"
  }

  private mutating func lintsAlike(_ generator: inout FactGenerator) -> String? {
    var plan = generator.plan()
    let places = ["US", "US-FL", "US-TX", "FR", "GP", "GB", "EU"]
    let targets = (0...generator.random.below(2)).map { _ in generator.pick(places) }
    plan["targets"] = Fact(.list(targets.map { Fact(.text($0)) }))
    let programme = generator.programme()
    let names = index.needed(recipients: targets, sender: senderCountry(plan))
    let judgements = [whole, part(names)].map {
      Judge(library: $0, plan: plan, programme: programme, world: world, options: .init()).lint()
    }
    return judgements[0] == judgements[1]
      ? nil : "a plan for \(targets) is judged otherwise by \(names.sorted())"
  }

  private func needed(_ contact: FactRecord, _ plan: FactRecord) -> Set<String> {
    index.needed(
      recipients: candidatePlaces(of: contact, world: world), sender: senderCountry(plan))
  }

  private func senderCountry(_ plan: FactRecord) -> String? {
    guard case .record(let sender) = plan["sender"].value,
      case .text(let country) = sender["country"].value
    else { return nil }
    return country
  }

  private mutating func part(_ names: Set<String>) -> Library {
    if let known = parts[names] { return known }
    let library = index.library(of: names)
    parts[names] = library
    return library
  }
}
