import Outreach

extension Rule {
  /// The verdicts that a test can show; `elements` are those of which some words are known.
  func shownVerdicts(in library: Library, byElements elements: Set<Word>) -> [Verdict] {
    let judged: [Verdict]
    if isGap {
      judged = [.unproven]
    } else if asksOnlyOfRepeatedNumbers(in: library) {
      judged = [.pass]
    } else {
      judged = canFail(byElements: elements) ? [.pass, .fail, .unproven] : [.pass, .unproven]
    }
    return applies == .constant(.truth(true)) ? judged : judged + [.notApplicable]
  }

  /// Whether the rule could fail, or asks for nothing but words of which none are known.
  ///
  /// No text is known to leave out what no phrases are known for, such as who writes: a brand may say so as well as
  /// the sender's name.
  private func canFail(byElements elements: Set<Word>) -> Bool {
    requirements.contains { $0.canBeFalse(byElements: elements) }
  }

  /// Whether the rule asks for nothing but the share of repeated numbers: the list of a test is one contact.
  private func asksOnlyOfRepeatedNumbers(in library: Library) -> Bool {
    let shares = library.shares.indices.filter { library.shares[$0].reads(.repeatedNumber) }
    return requirements.allSatisfy { requirement in
      shares.contains { requirement.reads(.share($0)) }
    }
  }
}

extension Library {
  /// The elements of which a policy, its ancestors or a library of phrases know words.
  func elements(knownTo policy: Policy) -> Set<Word> {
    let known = [policy] + ancestors(of: policy) + policies.filter { $0.coverage == .nobody }
    return Set(known.flatMap(\.phrases).map(\.element))
  }
}

extension Expression {
  /// Whether another expression is among what this one is made of.
  fileprivate func reads(_ other: Expression) -> Bool { hasPart { $0 == other } }

  /// Whether the expression could be false, where nothing but words decides.
  fileprivate func canBeFalse(byElements elements: Set<Word>) -> Bool {
    switch self {
    case .traced(_, let body): body.canBeFalse(byElements: elements)
    case .says(let element, _): elements.contains(element)
    case .all(let parts): parts.contains { $0.canBeFalse(byElements: elements) }
    case .any(let parts): parts.allSatisfy { $0.canBeFalse(byElements: elements) }
    default: true
    }
  }
}
