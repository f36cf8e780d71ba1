extension Expression {
  /// The same without the places in the policy: equal for expressions that always mean the same alike.
  ///
  /// - Complexity: linear in the size of the expression.
  var untraced: Expression {
    switch self {
    case .traced(_, let body): body.untraced
    case .constant, .fact, .row, .attempt, .share, .schedule, .inForce, .placed, .says,
      .repeatedNumber, .open:
      self
    case .prior(let prior):
      .prior(
        PriorCount(
          channels: prior.channels, span: prior.span, condition: prior.condition.untraced))
    case .field(let base, let index): .field(base.untraced, index)
    case .entry(let base, let key): .entry(base.untraced, key: key)
    case .lookup(let list, let keyField, let key, let field):
      .lookup(list: list.untraced, keyField: keyField, key: key.untraced, field: field)
    case .earliest(let parts): .earliest(parts.map(\.untraced))
    case .latest(let parts): .latest(parts.map(\.untraced))
    case .all(let parts): .all(parts.map(\.untraced))
    case .any(let parts): .any(parts.map(\.untraced))
    case .oneOf(let part, let options): .oneOf(part.untraced, options.map(\.untraced))
    case .moved(let part, let term, let direction, let reading):
      .moved(part.untraced, by: term, direction: direction, reading: reading)
    case .length(let part): .length(part.untraced)
    case .not(let part): .not(part.untraced)
    case .isNone(let part): .isNone(part.untraced)
    case .timeRanges(let part): .timeRanges(part.untraced)
    case .sum(let a, let b): .sum(a.untraced, b.untraced)
    case .difference(let a, let b): .difference(a.untraced, b.untraced)
    case .equal(let a, let b): .equal(a.untraced, b.untraced)
    case .less(let a, let b): .less(a.untraced, b.untraced)
    case .atMost(let a, let b): .atMost(a.untraced, b.untraced)
    case .before(let a, let b): .before(a.untraced, b.untraced)
    case .notAfter(let a, let b): .notAfter(a.untraced, b.untraced)
    case .within(let term, let a, let b): .within(term, from: a.untraced, to: b.untraced)
    case .same(let unit, let a, let b): .same(unit, a.untraced, b.untraced)
    case .includes(let a, let b): .includes(a.untraced, b.untraced)
    case .starts(let a, let b): .starts(a.untraced, b.untraced)
    case .ends(let a, let b): .ends(a.untraced, b.untraced)
    case .contains(let a, let b): .contains(a.untraced, b.untraced)
    case .count(let list, let condition):
      .count(list: list.untraced, where: condition.untraced)
    case .latestOf(let field, let list, let condition):
      .latestOf(field: field, list: list.untraced, where: condition.untraced)
    case .someRow(let list, let condition):
      .someRow(list: list.untraced, where: condition.untraced)
    case .everyRow(let list, let condition):
      .everyRow(list: list.untraced, where: condition.untraced)
    case .choose(let a, let b, let c):
      .choose(a.untraced, then: b.untraced, otherwise: c.untraced)
    case .prefer(let a, let b, let c):
      .prefer(a.untraced, then: b.untraced, otherwise: c.untraced)
    }
  }
}

extension Rule {
  /// Whether two versions of a rule say the same, wherever and in whatever layout they are written.
  public func says(theSameAs other: Rule) -> Bool {
    from == other.from && until == other.until && severity == other.severity
      && severityIsWritten == other.severityIsWritten
      && applies.untraced == other.applies.untraced
      && requirements.map(\.untraced) == other.requirements.map(\.untraced)
      && exceptions.map(\.condition.untraced) == other.exceptions.map(\.condition.untraced)
  }
}

extension Exemption {
  /// Whether two exemptions excuse the same.
  public func says(theSameAs other: Exemption) -> Bool {
    rule == other.rule && exception.condition.untraced == other.exception.condition.untraced
  }
}

extension Waiver {
  /// Whether two waivers waive the same.
  public func says(theSameAs other: Waiver) -> Bool {
    rule == other.rule && until == other.until && reading?.untraced == other.reading?.untraced
  }
}
