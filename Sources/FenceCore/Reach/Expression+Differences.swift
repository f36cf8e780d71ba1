extension Expression {
  /// The smallest parts in which two expressions differ, of both; a constant with what it is compared to.
  ///
  /// - Complexity: linear in the sizes.
  public func differences(from other: Expression) -> [Expression] {
    if self == other { return [] }
    if case .traced(_, let body) = self { return body.differences(from: other) }
    if case .traced(_, let body) = other { return differences(from: body) }
    let (mine, its) = (parts, other.parts)
    guard mine.count == its.count else {
      let changed = mine.filter { !its.contains($0) } + its.filter { !mine.contains($0) }
      return changed.isEmpty ? [self, other] : changed
    }
    let pairs = zip(mine, its).filter { $0 != $1 }
    if pairs.isEmpty || pairs.contains(where: { $0.isLeaf || $1.isLeaf }) { return [self, other] }
    return pairs.flatMap { $0.differences(from: $1) }
  }

  /// Whether the expression means something only with what it is compared to: it has no parts, or is a count.
  private var isLeaf: Bool {
    switch self {
    case .traced(_, let body): body.isLeaf
    case .prior, .count, .length: true
    default: parts.isEmpty
    }
  }

  /// Calls the body with the expression and everything that it is made of.
  public func forEachPart(_ body: (Expression) -> Void) {
    body(self)
    for part in parts { part.forEachPart(body) }
  }

  /// Whether the expression or any part of it, however deep, is one that is looked for.
  func hasPart(_ isSought: (Expression) -> Bool) -> Bool {
    isSought(self) || parts.contains { $0.hasPart(isSought) }
  }
}

extension Rule {
  /// The smallest parts in which two versions of a rule differ, of both.
  public func differences(from other: Rule) -> [Expression] {
    func whole(_ rule: Rule) -> Expression {
      .all([
        rule.applies, .all(rule.requirements), .any(rule.exceptions.map(\.condition)),
        .inForce(from: rule.from, until: rule.until),
      ])
    }
    return whole(self).differences(from: whole(other))
  }
}
