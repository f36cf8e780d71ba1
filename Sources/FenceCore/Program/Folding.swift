import Outreach

/// Replaces in expressions what a plan decides, for every contact and at every time, by its value.
struct Folding {
  let facts: AttemptFacts
  /// The rows of the enclosing quantifiers, the innermost last: a value where the plan gives the rows, so that the quantifier
  /// goes away.
  private var rows: [FactValue?] = []

  init(facts: AttemptFacts) { self.facts = facts }

  /// The expression with the plan's, programme's and step's facts filled in, and without traces.
  func fold(_ expression: Expression) -> Expression {
    switch expression {
    case .row(let depth): row(depth)
    case .constant, .attempt, .schedule, .inForce, .placed, .share, .repeatedNumber:
      expression
    case .open: .constant(.unknown)
    case .traced(_, let body): fold(body)
    case .fact(let path): fold(path)
    case .says(let element, let first): Folding.truth(facts.step.says(element, first: first))
    case .field(let base, let index): one(base) { .field($0, index) }
    case .entry(let table, let key): one(table) { .entry($0, key: key) }
    case .length(let part): one(part) { .length($0) }
    case .isNone(let part): one(part) { .isNone($0) }
    case .moved(let part, let term, let direction, let reading):
      .moved(fold(part), by: term, direction: direction, reading: reading)
    case .timeRanges(let list): .timeRanges(fold(list))
    case .earliest(let parts): .earliest(parts.map(fold))
    case .latest(let parts): .latest(parts.map(fold))
    case .sum(let a, let b): pair(a, b, Expression.sum)
    case .difference(let a, let b): pair(a, b, Expression.difference)
    case .equal(let a, let b): pair(a, b, Expression.equal)
    case .less(let a, let b): pair(a, b, Expression.less)
    case .atMost(let a, let b): pair(a, b, Expression.atMost)
    case .includes(let a, let b): pair(a, b, Expression.includes)
    case .starts(let a, let b): pair(a, b, Expression.starts)
    case .ends(let a, let b): pair(a, b, Expression.ends)
    case .contains(let a, let b): pair(a, b, Expression.contains)
    case .before(let a, let b): .before(fold(a), fold(b))
    case .notAfter(let a, let b): .notAfter(fold(a), fold(b))
    case .within(let term, let a, let b): .within(term, from: fold(a), to: fold(b))
    case .same(let unit, let a, let b): .same(unit, fold(a), fold(b))
    case .oneOf(let value, let options):
      oneOf(fold(value), options.map(fold))
    case .lookup(let list, let keyField, let key, let field):
      pair(list, key) { .lookup(list: $0, keyField: keyField, key: $1, field: field) }
    case .not(let part): Folding.not(fold(part))
    case .all(let parts): Folding.all(parts.map(fold))
    case .any(let parts): Folding.any(parts.map(fold))
    case .choose(let test, let then, let otherwise):
      Folding.choose(fold(test), fold(then), fold(otherwise))
    case .prefer(let test, let then, let otherwise):
      Folding.prefer(fold(test), fold(then), fold(otherwise))
    case .someRow(let list, let condition): someRow(fold(list), condition)
    case .everyRow(let list, let condition):
      Folding.not(someRow(fold(list), .not(condition)))
    case .count(let list, let condition): count(fold(list), condition)
    case .latestOf(let field, let list, let condition):
      .latestOf(field: field, list: fold(list), where: inside(nil).fold(condition))
    case .prior(var prior):
      {
        prior.condition = inside(nil).fold(prior.condition)
        return .prior(prior)
      }()
    }
  }

  private func fold(_ path: FactPath) -> Expression {
    switch path.root {
    case .programme, .plan, .step: .constant(facts.fact(at: path).value)
    case .contact, .derived: .fact(path)
    }
  }

  /// The row of an enclosing quantifier, so many quantifiers further out.
  private func row(_ depth: Int) -> Expression {
    if depth < rows.count, let value = rows[rows.count - 1 - depth] { return .constant(value) }
    return .row(depth - rows.suffix(depth).count { $0 != nil })
  }

  /// Within a quantifier, at a row that the plan gives; at any row if there is none.
  private func inside(_ row: FactValue?) -> Folding {
    var inner = self
    inner.rows.append(row)
    return inner
  }

  private func oneOf(_ value: Expression, _ options: [Expression]) -> Expression {
    settled(.oneOf(value, options), [value] + options)
  }

  private func one(_ part: Expression, _ make: (Expression) -> Expression) -> Expression {
    let part = fold(part)
    return settled(make(part), [part])
  }

  private func pair(
    _ left: Expression, _ right: Expression, _ make: (Expression, Expression) -> Expression
  ) -> Expression {
    let parts = [fold(left), fold(right)]
    return settled(make(parts[0], parts[1]), parts)
  }

  /// The value of an expression all of whose parts are values.
  private func settled(_ expression: Expression, _ parts: [Expression]) -> Expression {
    guard parts.allSatisfy(\.isConstant) else { return expression }
    var evaluator = Evaluator(facts: facts, zone: .universal, instant: Instant(milliseconds: 0))
    switch expression {
    case .field, .entry, .lookup, .length, .sum, .difference:
      return .constant(evaluator.value(expression))
    default: return Folding.truth(evaluator.truth(expression))
    }
  }

  /// A quantifier over rows that the plan gives becomes a disjunction.
  private func someRow(_ list: Expression, _ condition: Expression) -> Expression {
    switch list.constantValue {
    case nil: return .someRow(list: list, where: inside(nil).fold(condition))
    case .some(.none): return Folding.truth(.no)
    case .list(let items):
      return Folding.any(items.map { inside($0.value).fold(condition) })
    case .words(let set):
      return Folding.any(set.words.map { inside(.word($0)).fold(condition) })
    default: return .constant(.unknown)
    }
  }

  private func count(_ list: Expression, _ condition: Expression) -> Expression {
    guard let value = list.constantValue else {
      return .count(list: list, where: inside(nil).fold(condition))
    }
    let folded = inside(nil).fold(condition)
    guard folded.isConstant else { return .count(list: .constant(value), where: folded) }
    var evaluator = Evaluator(facts: facts, zone: .universal, instant: Instant(milliseconds: 0))
    let count = Expression.count(list: .constant(value), where: folded)
    guard case .interval(let low, let high) = evaluator.quantity(count), low == high else {
      return count
    }
    return .constant(.number(low))
  }

  // MARK: connectives

  static func truth(_ truth: Truth) -> Expression {
    switch truth {
    case .yes: .constant(.truth(true))
    case .no: .constant(.truth(false))
    case .unknown: .constant(.unknown)
    }
  }

  /// What is left of a connective, which yields a truth, where a fact that stands alone may be none.
  ///
  /// A connective of one part makes a truth of it.
  private static func truth(of part: Expression) -> Expression {
    if let truth = part.constantTruth { return Folding.truth(truth) }
    return part.isTruth ? part : .all([part])
  }

  static func not(_ part: Expression) -> Expression {
    if let truth = part.constantTruth { return Folding.truth(!truth) }
    if case .not(let inner) = part { return truth(of: inner) }
    return .not(part)
  }

  static func all(_ parts: [Expression]) -> Expression {
    if parts.contains(where: { $0.constantTruth == .no }) { return truth(.no) }
    let rest = parts.filter { $0.constantTruth != .yes }
    return rest.isEmpty ? truth(.yes) : rest.count == 1 ? truth(of: rest[0]) : .all(rest)
  }

  static func any(_ parts: [Expression]) -> Expression {
    if parts.contains(where: { $0.constantTruth == .yes }) { return truth(.yes) }
    let rest = parts.filter { $0.constantTruth != .no }
    return rest.isEmpty ? truth(.no) : rest.count == 1 ? truth(of: rest[0]) : .any(rest)
  }

  static func choose(
    _ test: Expression, _ then: Expression, _ otherwise: Expression
  ) -> Expression {
    switch test.constantTruth {
    case .yes: truth(of: then)
    case .no: truth(of: otherwise)
    default:
      // Of what stays unknown the test says why.
      then == otherwise && then.constantTruth != .unknown
        ? truth(of: then) : .choose(test, then: then, otherwise: otherwise)
    }
  }

  static func prefer(
    _ test: Expression, _ then: Expression, _ otherwise: Expression
  ) -> Expression {
    switch test.constantTruth {
    case .yes: truth(of: then)
    case .no, .unknown: truth(of: otherwise)
    case nil: .prefer(test, then: then, otherwise: otherwise)
    }
  }
}

extension Expression {
  /// The value of a constant.
  var constantValue: FactValue? {
    guard case .constant(let value) = self else { return nil }
    return value
  }

  var isConstant: Bool { constantValue != nil }

  /// Whether it yields true, false or unknown, and nothing else.
  fileprivate var isTruth: Bool {
    switch self {
    case .constant, .fact, .row, .field, .entry, .lookup, .traced, .attempt, .earliest, .latest,
      .moved, .latestOf, .sum, .difference, .length, .count, .prior, .share:
      false
    default: true
    }
  }

  /// The truth of a constant.
  var constantTruth: Truth? {
    switch constantValue {
    case nil: nil
    case .truth(let truth): Truth(truth)
    case .some(.none): .no
    default: .unknown
    }
  }

  /// The expression with parts replaced.
  ///
  /// - Parameters:
  ///   - depth: how many quantifiers stand around it; one more is counted inside each.
  ///   - change: what a part becomes; nil to look into it.
  /// - Returns: the new expression.
  func rewritten(depth: Int, _ change: (Expression, Int) -> Expression?) -> Expression {
    if let changed = change(self, depth) { return changed }
    func again(_ part: Expression) -> Expression { part.rewritten(depth: depth, change) }
    func inside(_ part: Expression) -> Expression { part.rewritten(depth: depth + 1, change) }
    switch self {
    case .constant, .fact, .row, .attempt, .share, .schedule, .inForce, .placed, .says,
      .repeatedNumber, .open:
      return self
    case .field(let base, let index): return .field(again(base), index)
    case .entry(let table, let key): return .entry(again(table), key: key)
    case .earliest(let parts): return .earliest(parts.map(again))
    case .latest(let parts): return .latest(parts.map(again))
    case .moved(let part, let term, let direction, let reading):
      return .moved(again(part), by: term, direction: direction, reading: reading)
    case .sum(let a, let b): return .sum(again(a), again(b))
    case .difference(let a, let b): return .difference(again(a), again(b))
    case .length(let part): return .length(again(part))
    case .lookup(let list, let keyField, let key, let field):
      return .lookup(list: again(list), keyField: keyField, key: again(key), field: field)
    case .count(let list, let condition):
      return .count(list: again(list), where: inside(condition))
    case .latestOf(let field, let list, let condition):
      return .latestOf(field: field, list: again(list), where: inside(condition))
    case .prior(var prior):
      prior.condition = inside(prior.condition)
      return .prior(prior)
    case .not(let part): return .not(again(part))
    case .all(let parts): return .all(parts.map(again))
    case .any(let parts): return .any(parts.map(again))
    case .choose(let test, let then, let otherwise):
      return .choose(again(test), then: again(then), otherwise: again(otherwise))
    case .prefer(let test, let then, let otherwise):
      return .prefer(again(test), then: again(then), otherwise: again(otherwise))
    case .equal(let a, let b): return .equal(again(a), again(b))
    case .isNone(let part): return .isNone(again(part))
    case .oneOf(let value, let options): return .oneOf(again(value), options.map(again))
    case .less(let a, let b): return .less(again(a), again(b))
    case .atMost(let a, let b): return .atMost(again(a), again(b))
    case .before(let a, let b): return .before(again(a), again(b))
    case .notAfter(let a, let b): return .notAfter(again(a), again(b))
    case .within(let term, let a, let b): return .within(term, from: again(a), to: again(b))
    case .same(let unit, let a, let b): return .same(unit, again(a), again(b))
    case .includes(let a, let b): return .includes(again(a), again(b))
    case .starts(let a, let b): return .starts(again(a), again(b))
    case .ends(let a, let b): return .ends(again(a), again(b))
    case .contains(let a, let b): return .contains(again(a), again(b))
    case .someRow(let list, let condition):
      return .someRow(list: again(list), where: inside(condition))
    case .everyRow(let list, let condition):
      return .everyRow(list: again(list), where: inside(condition))
    case .timeRanges(let list): return .timeRanges(again(list))
    case .traced(let trace, let body): return .traced(trace, again(body))
    }
  }
}
