import Outreach

/// Compiles rules to nodes; the same predicate of the same facts becomes one node, whichever rules ask for it.
final class ProgramBuilder {
  var layout = BatchLayout()
  private(set) var nodes: [ProgramNode] = []
  private(set) var moments: [ComputedMoment] = []
  /// The stacks of lists over which nodes range; the first is the contact itself.
  private(set) var frames: [[Int]] = [[]]
  /// What clock and time decide at each step, whose changes cut a step's time into parts.
  private(set) var environments: [Int: [Expression]] = [:]
  let library: Library
  let phones: (String) -> UInt64

  /// What nodes refer to.
  private(set) var terms: [Term] = []
  private var tables: [AnyObject] = []
  private var parts: [UnsafeMutableBufferPointer<Int>] = []

  private var known: [NodeKey: Built] = [:]
  private var spans: [SpanKey: Built] = [:]

  /// The columns of the contact's own answer about its line, and of what it and the digits tell of it.
  let lineAnswer: Int
  let derivedLine: Int

  /// A node, and the enclosing quantifiers on whose rows it depends, by their places from the outside.
  struct Built {
    var node: Int
    var levels: [Int]
  }

  private struct NodeKey: Hashable {
    /// The hash, found once: a table that grows asks for it again.
    private let code: Int
    private let step: Int
    private let binders: [Int]
    private let expression: Expression

    init(_ expression: Expression, _ binders: [Int], step: Int) {
      (self.expression, self.binders, self.step) = (expression, binders, step)
      code = expression.hashValue
    }

    func hash(into hasher: inout Hasher) { hasher.combine(code) }
  }

  /// Spans are the same whatever expressions compare with them.
  private struct SpanKey: Hashable {
    var source: MomentSource
    var comparison: MomentComparison
    var lists: [Int]
    var levels: [Int]
    var step: Int
  }

  init(_ library: Library, phones: @escaping (String) -> UInt64) {
    (self.library, self.phones) = (library, phones)
    let contact = RecordKind.contact
    let route: [BatchLayout.RouteStep] = [
      .field(contact.index(of: "line") ?? 0), .field(RecordKind.lineAnswer.index(of: "type") ?? 0),
    ]
    lineAnswer = layout.column(list: 0, route: route, type: .word(.line))
    derivedLine = layout.column(list: 0, route: [], type: .word(.line))
  }

  deinit { for own in parts { own.deallocate() } }

  // MARK: nodes

  /// Keeps a table as long as there are nodes.
  func own<Table: AnyObject>(_ table: Table) -> Unmanaged<Table> {
    tables.append(table)
    return .passUnretained(table)
  }

  /// Keeps the parts of a node as long as there are nodes.
  func own(_ nodes: [Int]) -> UnsafeBufferPointer<Int> {
    let kept = UnsafeMutableBufferPointer<Int>.allocate(capacity: nodes.count)
    _ = kept.initialize(from: nodes)
    parts.append(kept)
    return UnsafeBufferPointer(kept)
  }

  /// The number of a term.
  func number(of term: Term) -> Int {
    terms.append(term)
    return terms.count - 1
  }

  func add(_ kind: ProgramNode.Kind, _ levels: [Int], _ binders: [Int], isTimed: Bool) -> Built {
    nodes.append(
      ProgramNode(frame: frame(levels.map { binders[$0] }), kind: kind, isTimed: isTimed))
    return Built(node: nodes.count - 1, levels: levels)
  }

  func add(_ moment: ComputedMoment) -> MomentSource {
    moments.append(moment)
    return .computed(moments.count - 1)
  }

  func frame(_ lists: [Int]) -> Int {
    if let known = frames.firstIndex(of: lists) { return known }
    frames.append(lists)
    return frames.count - 1
  }

  func depend(on expression: Expression, step: Int) {
    if environments[step]?.contains(expression) != true {
      environments[step, default: []].append(expression)
    }
  }

  /// The node of a folded predicate.
  func build(_ expression: Expression, _ binders: [Int], step: Int) -> Built {
    let key = NodeKey(expression, binders, step: expression.dependsOnStep ? step : -1)
    if let built = known[key] { return built }
    let built = make(expression, scan(expression, binders), binders, step: step)
    known[key] = built
    return built
  }

  /// Whether any part of an expression depends on time.
  private func isTimed(_ expression: Expression) -> Bool {
    expression.hasPart {
      switch $0 {
      case .attempt, .inForce, .schedule, .earliest, .latest, .moved, .within, .before, .notAfter,
        .same, .timeRanges, .latestOf, .prior:
        true
      default: false
      }
    }
  }

  /// The node of a point in time against a span that clock and time decide.
  func span(
    _ source: MomentSource, _ levels: [Int], _ comparison: MomentComparison, _ other: Expression?,
    _ binders: [Int], step: Int
  ) -> Built {
    let key = SpanKey(
      source: source, comparison: comparison, lists: levels.map { binders[$0] }, levels: levels,
      step: other?.dependsOnStep == false ? -1 : step)
    if let built = spans[key] { return built }
    if let other { depend(on: other, step: step) }
    let built = add(
      .span(
        source,
        own(SpanTable(comparison, step: step, dependsOnPlace: dependsOnPlace(comparison)))),
      levels, binders, isTimed: true)
    spans[key] = built
    return built
  }

  private func dependsOnPlace(_ comparison: MomentComparison) -> Bool {
    switch comparison {
    case .within(let term, _), .withinFrom(let term, _): library.dependsOnPlace(term)
    default: false
    }
  }

  private func make(
    _ expression: Expression, _ scan: LeafScan, _ binders: [Int], step: Int
  ) -> Built {
    if let truth = expression.constantTruth {
      return add(.constant(truth), [], binders, isTimed: false)
    }
    if scan.isContactFree {
      let isTimed = scan.isTimed || isTimed(expression)
      if isTimed, !scan.dependsOnPlace { depend(on: expression, step: step) }
      return add(
        .table(own(GroundTable(expression, step: step, dependsOnPlace: scan.dependsOnPlace))), [],
        binders, isTimed: isTimed)
    }
    if let built = value(expression, scan, binders, step: step) { return built }
    switch expression {
    case .not(let part):
      let inner = build(part, binders, step: step)
      return combine([inner], binders) { .not($0[0]) }
    case .all(let parts):
      return combine(easiestFirst(parts, binders, step: step), binders) { .all(own($0)) }
    case .any(let parts):
      return combine(easiestFirst(parts, binders, step: step), binders) { .any(own($0)) }
    case .choose(let a, let b, let c):
      let parts = [a, b, c].map { build($0, binders, step: step) }
      return combine(parts, binders) { .choose($0[0], $0[1], $0[2]) }
    case .prefer(let a, let b, let c):
      let parts = [a, b, c].map { build($0, binders, step: step) }
      return combine(parts, binders) { .prefer($0[0], $0[1], $0[2]) }
    case .someRow(let list, let condition):
      return someRow(list, condition, binders, step: step) ?? ask(binders)
    case .everyRow(let list, let condition):
      guard let some = someRow(list, Folding.not(condition), binders, step: step) else {
        return ask(binders)
      }
      return combine([some], binders) { .not($0[0]) }
    case .less(let a, let b):
      return count(a, b, orEqual: false, binders, step: step) ?? ask(binders)
    case .atMost(let a, let b):
      return count(a, b, orEqual: true, binders, step: step) ?? ask(binders)
    case .equal(let a, let b): return phones(a, b, binders) ?? ask(binders)
    case .oneOf(let value, let options):
      let parts = options.map { build(.equal(value, $0), binders, step: step) }
      return combine(parts, binders) { .any(own($0)) }
    default: return moment(expression, binders, step: step) ?? ask(binders)
    }
  }

  /// The nodes of a connective's parts, those first that no contact's facts decide: they may settle it alone.
  private func easiestFirst(_ parts: [Expression], _ binders: [Int], step: Int) -> [Built] {
    let built = parts.map { build($0, binders, step: step) }
    func isEasy(_ part: Built) -> Bool {
      if case .table = nodes[part.node].kind { return true }
      return false
    }
    return built.filter(isEasy) + built.filter { !isEasy($0) }
  }

  func ask(_ binders: [Int]) -> Built { add(.ask, [], binders, isTimed: false) }

  /// A node of several, each lifted to the rows on which any of them depends.
  func combine(
    _ parts: [Built], _ binders: [Int], _ kind: ([Int]) -> ProgramNode.Kind
  ) -> Built {
    let levels = Set(parts.flatMap(\.levels)).sorted()
    guard levels.count <= 2 else { return ask(binders) }
    let lifted = parts.map { lift($0, to: levels, binders).node }
    return add(
      kind(lifted), levels, binders, isTimed: lifted.contains { nodes[$0].isTimed })
  }

  func lift(_ built: Built, to levels: [Int], _ binders: [Int]) -> Built {
    guard built.levels != levels else { return built }
    let level = built.levels.first.flatMap { levels.firstIndex(of: $0) } ?? -1
    return add(
      .lifted(built.node, level: level), levels, binders, isTimed: nodes[built.node].isTimed)
  }

  /// A predicate of one or two values.
  private func value(
    _ expression: Expression, _ scan: LeafScan, _ binders: [Int], step: Int
  ) -> Built? {
    guard !scan.readsMore, scan.leaves.allSatisfy({ encoding($0).isNumbered }) else { return nil }
    let levels = Set(scan.leaves.map(\.level)).subtracting([-1]).sorted()
    func column(_ leaf: Leaf) -> ValueColumn {
      ValueColumn(column: leaf.column, level: levels.firstIndex(of: leaf.level) ?? -1)
    }
    switch scan.leaves.count {
    // Where place or time matter besides, the parts are simpler than the whole.
    case 1 where !expression.isConnective || !scan.isTimed && !scan.dependsOnPlace:
      let table = ValueTable(
        scan.leaves[0], expression, step: step, isTimed: scan.isTimed || scan.dependsOnPlace)
      return add(
        .value(column(scan.leaves[0]), own(table)), levels, binders, isTimed: scan.isTimed)
    // Of two texts there are too many pairs, where each by itself is a truth.
    case 2
    where !scan.isTimed && !scan.dependsOnPlace
      && !(expression.isConnective && scan.leaves.contains(where: isText)):
      let (a, b) = (scan.leaves[0], scan.leaves[1])
      return add(
        .pair(column(a), column(b), own(PairTable(a, b, expression, step: step))), levels, binders,
        isTimed: false)
    default: return nil
    }
  }

  func encoding(_ leaf: Leaf) -> BatchLayout.Encoding { layout.columns[leaf.column].encoding }

  private func isText(_ leaf: Leaf) -> Bool { layout.columns[leaf.column].type == .text }

  private func someRow(
    _ list: Expression, _ condition: Expression, _ binders: [Int], step: Int
  ) -> Built? {
    guard case .list(let number)? = reading(of: list, binders), binders.count < 3 else {
      return nil
    }
    let inner = binders + [number]
    let row = build(condition, inner, step: step)
    let outer = row.levels.filter { $0 < binders.count }
    guard outer.count < 2 else { return nil }
    let lifted = lift(row, to: outer + [binders.count], inner)
    return add(.someRow(lifted.node), outer, binders, isTimed: nodes[lifted.node].isTimed)
  }

  /// Phone numbers, which are compared by their keys.
  private func phones(_ left: Expression, _ right: Expression, _ binders: [Int]) -> Built? {
    func leaf(_ expression: Expression) -> Leaf? {
      guard case .leaf(let leaf)? = reading(of: expression, binders), encoding(leaf) == .phone
      else { return nil }
      return leaf
    }
    func text(_ expression: Expression) -> String? {
      switch expression.constantValue {
      case .phone(let text), .text(let text): text
      default: nil
      }
    }
    if let a = leaf(left), let b = leaf(right) {
      let levels = Set([a.level, b.level]).subtracting([-1]).sorted()
      func column(_ leaf: Leaf) -> ValueColumn {
        ValueColumn(column: leaf.column, level: levels.firstIndex(of: leaf.level) ?? -1)
      }
      return add(.samePhone(column(a), column(b)), levels, binders, isTimed: false)
    }
    guard let leaf = leaf(left) ?? leaf(right), let text = text(left) ?? text(right) else {
      return nil
    }
    let levels = leaf.level < 0 ? [] : [leaf.level]
    return add(
      .isPhone(ValueColumn(column: leaf.column, level: levels.isEmpty ? -1 : 0), phones(text)),
      levels, binders, isTimed: false)
  }
}

extension Expression {
  /// Whether any part of it is another at another step.
  fileprivate var dependsOnStep: Bool {
    hasPart {
      switch $0 {
      case .attempt, .inForce, .schedule, .timeRanges, .prior: true
      default: false
      }
    }
  }

  /// Whether it is made of truths that may be found one by one.
  fileprivate var isConnective: Bool {
    switch self {
    case .not, .all, .any, .choose, .prefer, .oneOf: true
    default: false
    }
  }
}
