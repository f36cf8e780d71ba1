import Outreach

/// What of a contact an expression reads.
struct LeafScan {
  /// The facts that are single values, each once.
  var leaves: [Leaf] = []
  /// Whether rows of the contact's lists are looked through, or something is read that no column holds.
  var readsMore = false
  /// Whether clock or time matter.
  var isTimed = false
  /// Whether the contact's place or number matters, beside its clock.
  var dependsOnPlace = false

  /// Whether nothing of the contact matters but place, number and clock.
  var isContactFree: Bool { leaves.isEmpty && !readsMore }
}

extension ProgramBuilder {
  /// Finds what an expression reads.
  ///
  /// - Parameters:
  ///   - expression: a folded expression.
  ///   - binders: the lists of the enclosing quantifiers over the contact's lists, the outermost first.
  /// - Returns: the facts read; the layout gets a column for each.
  func scan(_ expression: Expression, _ binders: [Int]) -> LeafScan {
    var result = LeafScan()
    collect(expression, binders, inner: 0, into: &result)
    return result
  }

  private func collect(
    _ expression: Expression, _ binders: [Int], inner: Int, into result: inout LeafScan
  ) {
    func again(_ part: Expression) { collect(part, binders, inner: inner, into: &result) }
    func inside(_ part: Expression) { collect(part, binders, inner: inner + 1, into: &result) }
    switch expression {
    case .constant: return
    case .fact, .row, .field, .entry:
      collectFact(expression, binders, inner: inner, into: &result)
    case .attempt, .inForce: result.isTimed = true
    case .schedule(let schedule):
      result.isTimed = true
      if schedule.namesCalendar { result.dependsOnPlace = true }
    case .placed: result.dependsOnPlace = true
    case .share, .repeatedNumber, .prior, .latestOf: result.readsMore = true
    case .says, .open: return
    case .earliest(let parts), .latest(let parts):
      result.isTimed = true
      parts.forEach(again)
    case .moved(let part, let term, _, _):
      result.isTimed = true
      note(term, &result)
      again(part)
    case .within(let term, let a, let b):
      result.isTimed = true
      note(term, &result)
      again(a)
      again(b)
    case .before(let a, let b), .notAfter(let a, let b), .same(_, let a, let b):
      result.isTimed = true
      again(a)
      again(b)
    case .timeRanges(let list):
      result.isTimed = true
      again(list)
    case .all(let parts), .any(let parts): parts.forEach(again)
    case .oneOf(let value, let options):
      again(value)
      options.forEach(again)
    case .isNone(let part):
      switch part {
      case .fact, .row, .field, .entry:
        collectFact(part, binders, inner: inner, asksPresence: true, into: &result)
      default: again(part)
      }
    case .not(let part), .length(let part), .traced(_, let part): again(part)
    case .sum(let a, let b), .difference(let a, let b), .equal(let a, let b), .less(let a, let b),
      .atMost(let a, let b), .includes(let a, let b), .starts(let a, let b), .ends(let a, let b),
      .contains(let a, let b), .lookup(let a, _, let b, _):
      again(a)
      again(b)
    case .choose(let a, let b, let c), .prefer(let a, let b, let c):
      again(a)
      again(b)
      again(c)
    case .someRow(let list, let condition), .everyRow(let list, let condition),
      .count(let list, let condition):
      again(list)
      inside(condition)
    }
  }

  private func note(_ term: Term, _ result: inout LeafScan) {
    if library.dependsOnPlace(term) { result.dependsOnPlace = true }
  }

  private func collectFact(
    _ expression: Expression, _ binders: [Int], inner: Int, asksPresence: Bool = false,
    into result: inout LeafScan
  ) {
    let read = reading(of: expression, binders, inner: inner, asksPresence: asksPresence)
    guard let read else {
      result.readsMore = true
      return
    }
    switch read {
    case .nothing: return
    case .place: result.dependsOnPlace = true
    case .leaf(let leaf): if !result.leaves.contains(leaf) { result.leaves.append(leaf) }
    case .list: result.readsMore = true
    }
  }

  /// What a fact is to the engine.
  enum FactReading {
    /// A part of an inner row that is read already.
    case nothing
    /// Something that the number tells.
    case place
    case leaf(Leaf)
    /// A list of records of the contact, by its number in the layout.
    case list(Int)
  }

  /// What an expression of facts, fields and entries reads; nil for what no column holds.
  func reading(
    of expression: Expression, _ binders: [Int], inner: Int = 0, asksPresence: Bool = false
  ) -> FactReading? {
    var route: [BatchLayout.RouteStep] = []
    var base = expression
    while true {
      switch base {
      case .field(let next, let index):
        route.insert(.field(index), at: 0)
        base = next
        continue
      case .entry(let next, let key):
        route.insert(.entry(key), at: 0)
        base = next
        continue
      case .traced(_, let next):
        base = next
        continue
      default: break
      }
      break
    }
    switch base {
    case .constant: return .nothing
    case .row(let depth):
      if depth < inner { return .nothing }
      let level = binders.count - 1 - (depth - inner)
      guard binders.indices.contains(level) else { return nil }
      let outside = inner == 0 ? expression : expression.liftedOut(of: inner)
      return leaf(
        list: binders[level], level: level, kind: layout.lists[binders[level]].kind, route, outside,
        asksPresence)
    case .fact(let path) where path.root == .derived: return derived(path, expression)
    case .fact(let path) where path.root == .contact:
      let full = path.fields.map { BatchLayout.RouteStep.field($0) } + route
      return leaf(list: 0, level: -1, kind: .contact, full, expression, asksPresence)
    default: return nil
    }
  }

  private func derived(_ path: FactPath, _ expression: Expression) -> FactReading? {
    guard path.fields == [RecordKind.derived.index(of: "line")] else { return .place }
    return .leaf(
      Leaf(list: 0, level: -1, column: derivedLine, expression: expression))
  }

  private func leaf(
    list: Int, level: Int, kind: RecordKind, _ route: [BatchLayout.RouteStep],
    _ expression: Expression, _ asksPresence: Bool
  ) -> FactReading? {
    guard let type = ProgramBuilder.type(of: route, from: kind), !route.isEmpty else { return nil }
    switch type {
    case .record, .table, .own: return nil
    case .list(.record(let inner)):
      guard list == 0 else {
        // The few lists within rows, such as the times of a consent, are values like others.
        return .leaf(
          Leaf(
            list: list, level: level, column: layout.column(list: list, route: route, type: type),
            expression: expression))
      }
      return .list(layout.list(route: route, kind: inner))
    default:
      let column = layout.column(
        list: list, route: route, type: type, asksPresence: asksPresence)
      return .leaf(Leaf(list: list, level: level, column: column, expression: expression))
    }
  }

  private static func type(of route: [BatchLayout.RouteStep], from kind: RecordKind) -> FactType? {
    var type = FactType.record(kind)
    for step in route {
      switch (step, type) {
      case (.field(let index), .record(let kind)):
        guard kind.fields.indices.contains(index) else { return nil }
        type = kind.fields[index].type
      case (.entry, .table(let kind)): type = .record(kind)
      default: return nil
      }
    }
    return type
  }
}

extension Expression {
  /// The expression as it stands outside so many quantifiers around it.
  fileprivate func liftedOut(of inner: Int) -> Expression {
    rewritten(depth: 0) { part, _ in
      guard case .row(let depth) = part else { return nil }
      return .row(depth - inner)
    }
  }

  /// The expression with one fact replaced by a value, wherever it is read.
  func replacing(_ leaf: Expression, by value: FactValue) -> Expression {
    rewritten(depth: 0) { part, depth in
      switch part {
      case .field, .entry, .row, .fact:
        let here = depth == 0 ? leaf : leaf.pushedInto(depth)
        return part == here ? .constant(value) : nil
      default: return nil
      }
    }
  }

  private func pushedInto(_ inner: Int) -> Expression {
    rewritten(depth: 0) { part, _ in
      guard case .row(let depth) = part else { return nil }
      return .row(depth + inner)
    }
  }
}

extension Schedule {
  /// Whether some of its days are those of a calendar, which may differ from region to region.
  fileprivate var namesCalendar: Bool {
    groups.contains { group in
      group.days.contains { day in
        switch day {
        case .calendar, .eves: true
        case .every, .weekday: false
        }
      }
    }
  }
}
