import Outreach

extension ProgramBuilder {
  /// A point in time as the engine sees it.
  enum Operand {
    /// One that no contact decides.
    case fixed(Expression)
    /// One of each row.
    case row(MomentSource, levels: [Int])
  }

  /// A comparison of points in time; nil for one that columns do not decide.
  func moment(_ expression: Expression, _ binders: [Int], step: Int) -> Built? {
    switch expression {
    case .isNone(let part):
      if case .leaf(let leaf)? = reading(of: part, binders), encoding(leaf) == .phone {
        let levels = leaf.level < 0 ? [] : [leaf.level]
        return add(
          .phoneIsNone(ValueColumn(column: leaf.column, level: levels.isEmpty ? -1 : 0)), levels,
          binders, isTimed: false)
      }
      guard case .row(let source, let levels)? = operand(part, binders, step: step) else {
        return nil
      }
      return add(.momentIsNone(source), levels, binders, isTimed: isComputed(source))
    case .before(let a, let b):
      return compare(
        a, b, binders, step: step, fixedLast: { .before($0) }, fixedFirst: { .after($0) },
        rows: { .order($0, $1, orEqual: false) })
    case .notAfter(let a, let b):
      return compare(
        a, b, binders, step: step, fixedLast: { .notAfter($0) }, fixedFirst: { .notBefore($0) },
        rows: { .order($0, $1, orEqual: true) })
    case .within(let term, let a, let b):
      return compare(
        a, b, binders, step: step, fixedLast: { .within(term, to: $0) },
        fixedFirst: { .withinFrom(term, from: $0) },
        rows: library.dependsOnPlace(term)
          ? nil : { .within(self.number(of: term), from: $0, to: $1) })
    case .same(let unit, let a, let b):
      return compare(
        a, b, binders, step: step, fixedLast: { .same(unit, $0) },
        fixedFirst: { .same(unit, $0) }, rows: nil)
    default: return nil
    }
  }

  private func compare(
    _ left: Expression, _ right: Expression, _ binders: [Int], step: Int,
    fixedLast: (Expression) -> MomentComparison, fixedFirst: (Expression) -> MomentComparison,
    rows: ((MomentSource, MomentSource) -> ProgramNode.Kind)?
  ) -> Built? {
    guard let a = operand(left, binders, step: step), let b = operand(right, binders, step: step)
    else { return nil }
    switch (a, b) {
    case (.row(let source, let levels), .fixed(let other)):
      return span(source, levels, fixedLast(other), other, binders, step: step)
    case (.fixed(let other), .row(let source, let levels)):
      return span(source, levels, fixedFirst(other), other, binders, step: step)
    case (.row(let first, let levels), .row(let second, let others)):
      guard let rows else { return nil }
      let all = Set(levels + others).sorted()
      guard all.count <= 2, let x = seen(first, levels, from: all),
        let y = seen(second, others, from: all)
      else { return nil }
      return add(rows(x, y), all, binders, isTimed: true)
    case (.fixed, .fixed): return nil
    }
  }

  /// A source of a frame as one that extends it sees it; nil for a computed one, which only its own frame has.
  private func seen(_ source: MomentSource, _ levels: [Int], from all: [Int]) -> MomentSource? {
    guard levels != all else { return source }
    guard case .column(let column) = source else { return nil }
    let level = levels.first.flatMap { all.firstIndex(of: $0) } ?? -1
    return .column(ValueColumn(column: column.column, level: level))
  }

  private func isComputed(_ source: MomentSource) -> Bool {
    if case .computed = source { return true }
    return false
  }

  /// The point in time that an expression stands for.
  private func operand(_ expression: Expression, _ binders: [Int], step: Int) -> Operand? {
    let scan = scan(expression, binders)
    if scan.isContactFree, !scan.dependsOnPlace { return .fixed(expression) }
    if case .leaf(let leaf)? = reading(of: expression, binders) {
      guard encoding(leaf) == .moment else { return nil }
      let levels = leaf.level < 0 ? [] : [leaf.level]
      return .row(
        .column(ValueColumn(column: leaf.column, level: levels.isEmpty ? -1 : 0)), levels: levels)
    }
    switch expression {
    case .moved(let part, let term, let direction, let reading):
      guard !library.dependsOnPlace(term),
        case .row(let source, let levels)? = operand(part, binders, step: step)
      else { return nil }
      let frame = frame(levels.map { binders[$0] })
      return .row(
        add(
          ComputedMoment(
            frame: frame, step: step,
            kind: .moved(source, term, direction: direction, reading: reading))),
        levels: levels)
    case .latestOf(let field, let list, let condition):
      return latestOf(field, list, condition, binders, step: step)
    case .earliest(let parts):
      return extreme(parts, isLatest: false, binders, step: step)
    case .latest(let parts):
      return extreme(parts, isLatest: true, binders, step: step)
    default: return nil
    }
  }

  private func latestOf(
    _ field: Int, _ list: Expression, _ condition: Expression, _ binders: [Int], step: Int
  ) -> Operand? {
    guard case .list(let number)? = reading(of: list, binders), binders.isEmpty else { return nil }
    let inner = [number]
    guard case .leaf(let leaf)? = reading(of: .field(.row(0), field), inner),
      encoding(leaf) == .moment
    else { return nil }
    let row = build(condition, inner, step: step)
    let lifted = lift(row, to: [0], inner)
    let source = MomentSource.column(ValueColumn(column: leaf.column, level: 0))
    return .row(
      add(ComputedMoment(frame: 0, step: step, kind: .latestOf(source, where: lifted.node))),
      levels: [])
  }

  private func extreme(
    _ parts: [Expression], isLatest: Bool, _ binders: [Int], step: Int
  ) -> Operand? {
    var sources: [MomentSource] = []
    var fixed: [Expression] = []
    var all: [Int]?
    for part in parts {
      switch operand(part, binders, step: step) {
      case .fixed(let expression):
        depend(on: expression, step: step)
        fixed.append(expression)
      case .row(let source, let levels):
        guard all == nil || all == levels else { return nil }
        all = levels
        sources.append(source)
      case nil: return nil
      }
    }
    guard let all else { return nil }
    let frame = frame(all.map { binders[$0] })
    return .row(
      add(
        ComputedMoment(
          frame: frame, step: step, kind: .extreme(sources, fixed: fixed, isLatest: isLatest))),
      levels: all)
  }

  // MARK: counts

  /// A count of rows against a limit; nil for anything else.
  func count(
    _ left: Expression, _ right: Expression, orEqual: Bool, _ binders: [Int], step: Int
  ) -> Built? {
    guard binders.isEmpty else { return nil }
    let isLimitFirst = left.counted == nil
    let limit = isLimitFirst ? left : right
    guard let (counted, offset) = isLimitFirst ? right.counted : left.counted else { return nil }
    var own: Int?
    if case .leaf(let leaf)? = reading(of: limit, []) {
      guard layout.columns[leaf.column].type == .number else { return nil }
      own = leaf.column
    } else {
      guard scan(limit, []).isContactFree, !scan(limit, []).dependsOnPlace else { return nil }
      depend(on: limit, step: step)
    }
    guard let (row, condition, besides) = counting(counted, step: step) else { return nil }
    if let besides { depend(on: besides, step: step) }
    let check = CountCheck(
      row: row, condition: condition, ownLimit: own, offset: offset, isLimitFirst: isLimitFirst,
      orEqual: orEqual, tables: self.own(CountTable(step: step, besides: besides, limit: limit)))
    return add(.count(check), [], binders, isTimed: true)
  }

  private func counting(
    _ counted: Expression, step: Int
  ) -> (row: Int, condition: Int, besides: Expression?)? {
    switch counted {
    case .count(let list, let condition):
      guard case .list(let number)? = reading(of: list, []) else { return nil }
      let row = lift(build(condition, [number], step: step), to: [0], [number]).node
      return (row, row, nil)
    case .prior(let prior):
      let history = Expression.fact(
        FactPath(
          root: .contact, fields: [RecordKind.contact.index(of: "history") ?? 0], name: ""))
      guard case .list(let number)? = reading(of: history, []),
        case .leaf(let at)? = reading(of: .entryField("at"), [number])
      else { return nil }
      // What the plan's own steps count must not depend on the contact.
      let own = scan(prior.condition, [number])
      guard !own.readsMore, !own.dependsOnPlace, own.leaves.allSatisfy({ $0.list == number })
      else { return nil }
      let any = Vocabulary.channel.words.indices.map { Word(vocabulary: .channel, index: $0) }
        .filter { $0.isAny || prior.channels.contains($0) }
      let outbound = FactValue.word(Word(vocabulary: .direction, index: 0))
      let recent = span(
        .column(ValueColumn(column: at.column, level: 0)), [0], .recent(prior.span), nil,
        [number], step: step)
      let parts = [
        build(
          .oneOf(.entryField("channel"), any.map { .constant(.word($0)) }), [number], step: step),
        build(.equal(.entryField("direction"), .constant(outbound)), [number], step: step),
        recent, build(prior.condition, [number], step: step),
      ]
      let row = combine(parts, [number]) { .all(self.own($0)) }
      let condition = lift(parts[3], to: [0], [number]).node
      return (lift(row, to: [0], [number]).node, condition, counted)
    default: return nil
    }
  }
}

extension Expression {
  /// A count with what is added to it, in millionths; nil for other quantities.
  fileprivate var counted: (count: Expression, offset: Int64)? {
    switch self {
    case .count, .prior: return (self, 0)
    case .sum(let count, let other):
      guard let (count, offset) = count.counted, case .number(let added)? = other.constantValue
      else { return nil }
      return (count, offset &+ added.millionths)
    case .difference(let count, let other):
      guard let (count, offset) = count.counted, case .number(let taken)? = other.constantValue
      else { return nil }
      return (count, offset &- taken.millionths)
    default: return nil
    }
  }

  /// A field of the row of the history.
  fileprivate static func entryField(_ name: String) -> Expression {
    .field(.row(0), RecordKind.historyEntry.index(of: name) ?? 0)
  }
}
