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

  /// Finds the policies of a plan's library that cover a recipient by the evidence of place, and a sender by its
  /// country.
  init(evidence: PlaceEvidence, plan: PlanFacts) {
    let pieces = evidence.pieces.map { $0.candidates.map { Candidate($0, plan.places) } }
    policies = plan.library.policies.enumerated().compactMap { number, policy in
      switch policy.coverage {
      case .nobody: return nil
      case .everyone: return Covering(policy: policy, isCertain: true, places: [])
      case .places(let codes, let recipients, let senders):
        var result: Covering?
        if recipients {
          result = PolicyCoverage.covering(policy, codes, pieces) {
            plan.covered.lie(within: $0, of: number)
          }
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

  /// A place where a recipient may be.
  private struct Candidate {
    let code: String
    /// Every code within which it lies.
    let enclosing: [String]

    init(_ code: String, _ gazetteer: any Gazetteer) {
      self.code = code
      enclosing = gazetteer.enclosing(code)
    }

    func lies(within codes: [String]) -> Bool { codes.contains(where: enclosing.contains) }
  }

  /// Certain if every place that some piece of evidence leaves lies within the policy's, possible if one of them
  /// may, since it lies there or some place of the policy's lies in it.
  private static func covering(
    _ policy: Policy, _ codes: [String], _ pieces: [[Candidate]],
    _ mayLie: (_ within: String) -> Bool
  ) -> Covering? {
    let whole = pieces.filter { !$0.isEmpty && $0.allSatisfy { $0.lies(within: codes) } }
    if !whole.isEmpty {
      let places = Set(whole.joined().map(\.code)).sorted()
      return Covering(policy: policy, isCertain: true, places: places)
    }
    let maybe = pieces.joined().filter { $0.lies(within: codes) || mayLie($0.code) }
    guard !maybe.isEmpty else { return nil }
    return Covering(policy: policy, isCertain: false, places: Set(maybe.map(\.code)).sorted())
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

  /// Every rule of every covering policy with what other policies loosen in each branch.
  func judgedRules(options: Judge.Options) -> [JudgedRule] {
    let loosening = policies.filter {
      $0.isCertain && !($0.policy.exemptions.isEmpty && $0.policy.waivers.isEmpty)
    }
    let everywhere = Set(policies.filter(\.isCertain).flatMap(\.places)).sorted()
    return policies.flatMap { covering in
      let rules = covering.policy.rules
      let places = covering.places.isEmpty ? everywhere : covering.places
      return rules.indices.filter { options.selects(rules[$0].id) }.map {
        JudgedRule(
          rule: rules[$0], branches: PolicyCoverage.branches(of: rules[$0], places, loosening),
          isCertain: covering.isCertain, places: covering.places)
      }
    }
  }

  /// What is loosened in each branch: a policy speaks only for the places that it covers itself.
  private static func branches(
    of rule: Rule, _ places: [String], _ loosening: [Covering]
  ) -> [JudgedRule.Branch] {
    let own = loosening.compactMap { covering -> (places: [String], branch: JudgedRule.Branch)? in
      let branch = JudgedRule.Branch(
        exemptions: covering.policy.exemptions.filter { $0.rule == rule.id },
        waivers: covering.policy.waivers.filter { $0.rule == rule.id })
      return branch.exemptions.isEmpty && branch.waivers.isEmpty ? nil : (covering.places, branch)
    }
    guard !own.isEmpty, !places.isEmpty else { return [union(own.map(\.branch))] }
    return places.map { place in
      union(own.filter { $0.places.isEmpty || $0.places.contains(place) }.map(\.branch))
    }
  }

  private static func union(_ branches: [JudgedRule.Branch]) -> JudgedRule.Branch {
    JudgedRule.Branch(
      exemptions: branches.flatMap(\.exemptions), waivers: branches.flatMap(\.waivers))
  }
}

extension Judge.Options {
  /// Whether a rule is asked for, by its id or by its policy's name.
  func selects(_ id: String) -> Bool {
    func names(_ list: [String]) -> Bool {
      list.contains { name in
        guard id.hasPrefix(name) else { return false }
        let rest = id.utf8.dropFirst(name.utf8.count)
        return rest.isEmpty || rest.first == UInt8(ascii: ".")
      }
    }
    return (only.isEmpty || names(only)) && !names(skip)
  }
}
