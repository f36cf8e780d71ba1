import Outreach

/// Which policies cover a recipient, how certainly, and through which places.
struct PolicyCoverage {
  /// The covering policies, in the library's order.
  var policies: [Covering]

  /// A policy that covers.
  struct Covering {
    var policy: Policy
    var isCertain: Bool
    /// The places through which it covers; empty for a policy that covers everyone or a sender.
    var places: [String]
  }

  /// Finds the policies that cover a recipient by the evidence of place, and a sender by its country.
  init(library: Library, evidence: PlaceEvidence, plan: PlanFacts) {
    policies = library.policies.compactMap { policy in
      switch policy.coverage {
      case .nobody: return nil
      case .everyone: return Covering(policy: policy, isCertain: true, places: [])
      case .places(let codes, let recipients, let senders):
        var result: Covering?
        if recipients {
          result = PolicyCoverage.covering(policy, codes, evidence, plan.places)
        }
        if senders, result?.isCertain != true {
          result = PolicyCoverage.sender(of: plan, under: policy, codes) ?? result
        }
        return result
      }
    }
  }

  /// A coverage that is laid down instead of found: for tests of a policy and for lint.
  init(policies: [Covering]) { self.policies = policies }

  /// Certain if every place that some piece of evidence leaves lies within the policy's, possible if one of them
  /// may.
  private static func covering(
    _ policy: Policy, _ codes: [String], _ evidence: PlaceEvidence, _ gazetteer: any Gazetteer
  ) -> Covering? {
    let isWithin = { (place: String) in codes.contains { gazetteer.lies(place, within: $0) } }
    let whole = evidence.pieces.filter {
      !$0.candidates.isEmpty && $0.candidates.allSatisfy(isWithin)
    }
    if !whole.isEmpty {
      let places = Set(whole.flatMap(\.candidates)).sorted()
      return Covering(policy: policy, isCertain: true, places: places)
    }
    let maybe = evidence.pieces.flatMap(\.candidates).filter { place in
      isWithin(place) || codes.contains { gazetteer.lies($0, within: place) }
    }
    guard !maybe.isEmpty else { return nil }
    return Covering(policy: policy, isCertain: false, places: Set(maybe).sorted())
  }

  private static func sender(
    of plan: PlanFacts, under policy: Policy, _ codes: [String]
  ) -> Covering? {
    guard case .record(let sender) = plan.record["sender"].value,
      case .text(let country) = sender["country"].value,
      codes.contains(where: { plan.places.lies(country, within: $0) })
    else { return nil }
    return Covering(policy: policy, isCertain: true, places: [])
  }

  /// The names of the covering policies: codes first, then words, each sorted.
  var names: [String] {
    let all = policies.map(\.policy)
    return all.filter { !$0.isWordPolicy }.map(\.name) + all.filter(\.isWordPolicy).map(\.name)
  }

  /// Whether some policy named by a code covers for certain.
  var hasCertainCode: Bool {
    policies.contains { $0.isCertain && !$0.policy.isWordPolicy }
  }

  /// Every rule of every covering policy with the exemptions of each branch and the waivers.
  func judgedRules(options: Judge.Options) -> [JudgedRule] {
    let exemptions = policies.flatMap { covering in
      covering.policy.exemptions.map { (covering, $0) }
    }
    let waivers = policies.flatMap(\.policy.waivers)
    return policies.flatMap { covering in
      covering.policy.rules.filter { options.selects($0.id) }.map { rule in
        let own = exemptions.filter { $0.1.rule == rule.id }
        return JudgedRule(
          rule: rule,
          exemptions: own.isEmpty ? [] : PolicyCoverage.branches(of: covering, own),
          waivers: waivers.filter { $0.rule == rule.id },
          isCertain: covering.isCertain, places: covering.places)
      }
    }
  }

  /// The exemptions of each branch: an exempting policy speaks only for the places that it covers itself.
  private static func branches(
    of covering: Covering, _ exemptions: [(Covering, Exemption)]
  ) -> [[Exemption]] {
    guard !covering.places.isEmpty else { return [exemptions.map(\.1)] }
    return covering.places.map { place in
      exemptions.filter { $0.0.isCertain && ($0.0.places.isEmpty || $0.0.places.contains(place)) }
        .map(\.1)
    }
  }
}

extension Judge.Options {
  /// Whether a rule is asked for, by its id or by its policy's name.
  func selects(_ id: String) -> Bool {
    func names(_ list: [String]) -> Bool {
      list.contains { $0 == id || id.hasPrefix($0 + ".") }
    }
    return (only.isEmpty || names(only)) && !names(skip)
  }
}
