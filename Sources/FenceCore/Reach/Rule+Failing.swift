import Outreach

extension Rule {
  /// Whether the rule could fail, or asks for nothing but words of which none are known.
  ///
  /// No text is known to leave out what no phrases are known for, such as who writes: a brand may say so as well as
  /// the sender's name. `elements` are those of which some are.
  func canFail(byElements elements: Set<Word>) -> Bool {
    requirements.contains { $0.canBeFalse(byElements: elements) }
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
