import Outreach

/// How a node is looked at for a reason: plain memory.
struct ReasonNode: BitwiseCopyable {
  var kind: Kind
  var frame: Int32 = 0
  /// Nodes, or columns with their levels: `parts[firstPart..<firstPart + partCount]`.
  var firstPart: Int32 = 0
  var partCount: Int32 = 0
  /// A node of the extended frame, or the lifted one; and its level.
  var inner: Int32 = 0
  var level: Int32 = 0
  /// The list whose rows are looked at, and what is looked at of each.
  var list: Int32 = 0
  var condition: Int32 = 0
  /// The column of the contact's own limit; -1 for none.
  var limit: Int32 = -1
  /// Whether its truth changes with time.
  var isTimed = false
  /// The first node of the frame that compares the same points in time, maybe otherwise; itself for any other.
  var alike: Int32 = 0

  enum Kind: UInt8, BitwiseCopyable {
    /// Clock and ground decide it.
    case fixed
    /// Only the judge does.
    case ask
    /// A connective of other nodes of the frame, and a choice among them by the first.
    case connective, choice
    case lifted
    /// A predicate of values in columns.
    case values
    /// A comparison of points in time in columns.
    case moments
    case phones
    /// Whether some row of a list is such, and how many are.
    case rows, counted
  }
}

/// Makes of a program's nodes what reasons look at.
struct ReasonNodes {
  private(set) var nodes: [ReasonNode] = []
  private(set) var parts: [Int32] = []
  private let builder: ProgramBuilder
  /// By node, on how many ways connectives come to the same leaf, at most.
  private var ways: [Int] = []
  private var firstAlike: [[Int32]: Int32] = [:]

  init(_ builder: ProgramBuilder) {
    self.builder = builder
    for node in builder.nodes { add(make(node)) }
  }

  private mutating func add(_ node: ReasonNode) {
    var node = node
    let own = parts[Int(node.firstPart)..<Int(node.firstPart + node.partCount)]
    node.alike = Int32(truncatingIfNeeded: nodes.count)
    switch node.kind {
    case .connective, .choice:
      ways.append(own.reduce(0) { min($0 + ways[Int($1)], ReasonNodes.mostWays + 1) })
    case .lifted: ways.append(ways[Int(node.inner)])
    case .moments:
      ways.append(1)
      let key = [node.frame] + own
      node.alike = firstAlike[key] ?? node.alike
      firstAlike[key] = node.alike
    default: ways.append(1)
    }
    // A key must not be doubled too often in a sum.
    if let last = ways.last, last > ReasonNodes.mostWays { node.kind = .ask }
    nodes.append(node)
  }

  private static let mostWays = 1 << 16

  private mutating func make(_ node: ProgramNode) -> ReasonNode {
    var made = ReasonNode(
      kind: .fixed, frame: Int32(truncatingIfNeeded: node.frame),
      firstPart: Int32(truncatingIfNeeded: parts.count), isTimed: node.isTimed)
    switch node.kind {
    case .constant, .table: break
    case .ask: made.kind = .ask
    case .not(let part): add([part], &made, .connective)
    case .all(let own), .any(let own): add(Array(own), &made, .connective)
    case .choose(let a, let b, let c), .prefer(let a, let b, let c):
      add([a, b, c], &made, .choice)
    case .lifted(let inner, let level):
      made.kind = .lifted
      made.inner = Int32(truncatingIfNeeded: inner)
      made.level = Int32(truncatingIfNeeded: level)
    case .value(let column, let table):
      made.isTimed = table._withUnsafeGuaranteedRef(\.isTimed) || node.isTimed
      add([column], &made, .values)
    case .pair(let a, let b, _): add([a, b], &made, .values)
    case .span(let source, _), .momentIsNone(let source): add([source], &made)
    case .order(let a, let b, _), .within(_, let a, let b): add([a, b], &made)
    case .samePhone(let a, let b): add([a, b], &made, .phones)
    case .isPhone(let a, _), .phoneIsNone(let a): add([a], &made, .phones)
    case .someRow(let row): look(at: row, row, &made, .rows)
    case .count(let check):
      made.limit = Int32(truncatingIfNeeded: check.ownLimit ?? -1)
      look(at: check.row, check.condition, &made, .counted)
      if check.tables._withUnsafeGuaranteedRef({ $0.besides != nil }) { addHistoryColumns(&made) }
    }
    made.partCount = Int32(truncatingIfNeeded: parts.count) - made.firstPart
    return made
  }

  private mutating func add(_ own: [Int], _ made: inout ReasonNode, _ kind: ReasonNode.Kind) {
    made.kind = kind
    parts += own.map { Int32(truncatingIfNeeded: $0) }
  }

  private mutating func add(
    _ columns: [ValueColumn], _ made: inout ReasonNode, _ kind: ReasonNode.Kind
  ) {
    made.kind = kind
    for column in columns {
      parts.append(Int32(truncatingIfNeeded: column.column))
      parts.append(Int32(truncatingIfNeeded: column.level))
    }
  }

  /// Points in time from columns; those that are computed from rows are the judge's.
  private mutating func add(_ sources: [MomentSource], _ made: inout ReasonNode) {
    var columns: [ValueColumn] = []
    var rest = sources
    while let source = rest.popLast() {
      switch source {
      case .column(let column): columns.append(column)
      case .computed(let number):
        switch builder.moments[number].kind {
        case .moved(let inner, _, _, _): rest.append(inner)
        case .extreme(let inner, _, _): rest += inner
        case .latestOf:
          made.kind = .ask
          return
        }
      }
    }
    add(columns, &made, .moments)
  }

  /// The columns by which caps count, of which each entry must be known.
  private mutating func addHistoryColumns(_ made: inout ReasonNode) {
    for field in [HistoryField.at, HistoryField.channel, HistoryField.direction] {
      let column = builder.layout.columns.firstIndex {
        $0.list == Int(made.list) && $0.route == [.field(field)]
      }
      guard let column else { continue }
      parts.append(Int32(truncatingIfNeeded: column))
      parts.append(0)
    }
  }

  private func look(
    at row: Int, _ condition: Int, _ made: inout ReasonNode, _ kind: ReasonNode.Kind
  ) {
    made.kind = kind
    made.condition = Int32(truncatingIfNeeded: condition)
    made.inner = Int32(truncatingIfNeeded: row)
    let frame = builder.frames[builder.nodes[row].frame]
    made.list = Int32(truncatingIfNeeded: frame.last ?? 0)
  }
}
