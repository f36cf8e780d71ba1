import Outreach

/// What of a contact a reason depends on, in sixteen bytes.
///
/// Two contacts with the same key are, but for one chance in 2^64 or less, alike in all that is mixed in.
struct ReasonKey: Hashable {
  private(set) var first: UInt64
  private(set) var second: UInt64

  init(_ unit: Int32, _ ground: Int) {
    first = 0x243F_6A88_85A3_08D3
    second = 0x1319_8A2E_0370_7344
    mix(UInt64(truncatingIfNeeded: unit) << 32 | UInt64(truncatingIfNeeded: ground))
  }

  /// Adds a value; the finalizer is that of MurmurHash3 (Austin Appleby, public domain).
  @inline(__always) mutating func mix(_ value: UInt64) {
    first = (first ^ value) &* 0xFF51_AFD7_ED55_8CCD
    first ^= first &>> 33
    second = (second &+ value &+ first) &* 0xC4CE_B9FE_1A85_EC53
    second ^= second &>> 29
  }
}

/// How nodes are looked at for a reason: plain memory, for it is done for each unproven rule of each contact.
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

  enum Kind: UInt8, BitwiseCopyable {
    /// Clock and ground decide it.
    case fixed
    /// Only the judge does.
    case ask
    /// A connective of other nodes of the frame.
    case connective
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

extension Program {
  /// What of a contact decides why a rule says what it does at a step; nil where only the judge knows.
  ///
  /// - Parameter isWhole: whether also what is certain is looked at, which may change with time, or excuse.
  func reasonKey(
    _ event: RuleEvent, _ contact: BatchContact, isWhole: Bool
  ) -> ReasonKey? {
    var key = ReasonKey(event.key, Int(contact.ground))
    let (unit, step) = (Int(event.unit), Int(stepOfUnit[Int(event.unit)]))
    for row in contact.allRows {
      guard clocks[Int(clockOfRow.base[row])].parts[step].count == 1 else { return nil }
      for place in unit &* RuleUnit.nodeCount..<(unit &+ 1) &* RuleUnit.nodeCount {
        guard look(nodesOfUnits[place], row, isWhole, &key) else { return nil }
      }
    }
    return key
  }

  /// Mixes in what a node says of a row, and why it is unknown; false where only the judge knows.
  private func look(_ node: Int, _ row: Int, _ isWhole: Bool, _ key: inout ReasonKey) -> Bool {
    let reason = reasonNodes[node]
    if reason.kind == .fixed { return true }
    let truth = truths(node).truth(row)
    guard truth != TruthByte.ask else { return false }
    key.mix(UInt64(truth))
    guard truth == TruthByte.unknown || isWhole else { return true }
    let parts = Int(reason.firstPart)..<Int(reason.firstPart + reason.partCount)
    switch reason.kind {
    case .fixed, .ask: return reason.kind == .fixed
    case .connective:
      for part in parts where !look(Int(reasonParts[part]), row, isWhole, &key) { return false }
      return true
    case .lifted:
      let index = index(Int(reason.level), rows(of: Int(reason.frame)), Int(reason.frame))
      return look(Int(reason.inner), index(row), isWhole, &key)
    case .values:
      guard truth == TruthByte.unknown || reason.isTimed else { return true }
      for part in stride(from: parts.lowerBound, to: parts.upperBound, by: 2) {
        let number = batch.cells[Int(reasonParts[part])].numbers[cell(part, row, reason)]
        guard number != FactDictionary.beyond else { return false }
        key.mix(UInt64(number))
      }
      return true
    case .moments:
      lookAtMoments(parts, row, reason, &key)
      return true
    case .phones:
      for part in stride(from: parts.lowerBound, to: parts.upperBound, by: 2) {
        let phone = batch.cells[Int(reasonParts[part])].keys[cell(part, row, reason)]
        key.mix(min(phone, PhoneKeys.none + 1))
      }
      return true
    case .rows, .counted:
      if reason.limit >= 0 {
        let number = batch.cells[Int(reason.limit)].numbers[row]
        key.mix(min(UInt64(number), 2))
      }
      return lookAtRows(reason, parts, row, isWhole, &key)
    }
  }

  /// The row in a column that belongs to a row of a node's frame; its level stands behind the column.
  @inline(__always) private func cell(_ part: Int, _ row: Int, _ reason: ReasonNode) -> Int {
    let frame = Int(reason.frame)
    return index(Int(reasonParts[part + 1]), rows(of: frame), frame)(row)
  }

  private func lookAtMoments(
    _ parts: Range<Int>, _ row: Int, _ reason: ReasonNode, _ key: inout ReasonKey
  ) {
    for part in stride(from: parts.lowerBound, to: parts.upperBound, by: 2) {
      let cells = batch.cells[Int(reasonParts[part])]
      let at = cell(part, row, reason)
      let state = cells.states[at]
      let isSpread = state >= MomentState.some && cells.low[at] != cells.high[at]
      key.mix(UInt64(state) | (isSpread ? 0x100 : 0))
    }
  }

  /// Mixes in of which columns nothing is known.
  private func lookForUnknowns(
    _ parts: Range<Int>, _ row: Int, _ reason: ReasonNode, _ key: inout ReasonKey
  ) {
    for part in stride(from: parts.lowerBound, to: parts.upperBound, by: 2) {
      let column = batch.columns[Int(reasonParts[part])]
      let at = cell(part, row, reason)
      let isUnknown =
        switch column.spec.encoding {
        case .moment: column.states.base[at] == MomentState.unknown
        case .dictionary: column.numbers.base[at] == FactDictionary.unknown
        case .phone: column.keys.base[at] == PhoneKeys.unknown
        }
      key.mix(isUnknown ? 0 : 1)
    }
  }

  /// Mixes in what is said of the rows of a list, however many are alike and in whatever order they stand.
  private func lookAtRows(
    _ reason: ReasonNode, _ parts: Range<Int>, _ row: Int, _ isWhole: Bool, _ key: inout ReasonKey
  ) -> Bool {
    let (inner, frame) = (Int(reason.inner), Int(reason.frame))
    let contact = index(-1, rows(of: frame), frame)(row)
    key.mix(batch.lists[Int(reason.list)].isKnown[contact] ? 1 : 0)
    let extended = rows(of: nodes[inner].frame)
    let (start, end) = (Int(extended.starts.base[row]), Int(extended.starts.base[row + 1]))
    return withUnsafeTemporaryAllocation(of: (UInt64, UInt64).self, capacity: 16) { seen in
      var count = 0
      var (first, second): (UInt64, UInt64) = (0, 0)
      var rowReason = reason
      rowReason.frame = Int32(truncatingIfNeeded: nodes[inner].frame)
      let list = batch.lists[Int(reason.list)]
      let innermost = index(
        frames[nodes[inner].frame].count - 1, extended, nodes[inner].frame)
      for own in start..<end {
        let isOpen = list.hasOpen && list.isOpen[innermost(own)]
        guard !isOpen || reason.kind == .rows else { return false }
        var rowKey = ReasonKey(isOpen ? 1 : 0, 0)
        guard look(isWhole ? inner : Int(reason.condition), own, isWhole, &rowKey) else {
          return false
        }
        lookForUnknowns(parts, own, rowReason, &rowKey)
        if seen[..<count].contains(where: { $0.0 == rowKey.first && $0.1 == rowKey.second }) {
          continue
        }
        guard count < seen.count else { return false }
        seen[count] = (rowKey.first, rowKey.second)
        count += 1
        (first, second) = (first &+ rowKey.first, second &+ rowKey.second)
      }
      key.mix(first)
      key.mix(second)
      return true
    }
  }

  /// What decides the class of an attempt by an event whose reasons may differ; nil if nothing was found.
  func foundKey(
    _ event: RuleEvent, _ place: Int, _ ground: Int, _ whole: inout AskedContact?,
    _ records: any BatchRecords
  ) -> Int32? {
    let reason =
      event.code == .ask
      ? nil : reasonKey(event, contacts[place], isWhole: event.code != .unproven)
    if let reason {
      let known = reasons.find(reason.first, reason.second)
      if known >= 0 { return findingOfReason[Int(known)] }
    } else {
      verdictsAsked += 1
      rulesAsked[units[Int(event.unit)].rule.id, default: 0] += 1
    }
    let unit = units[Int(event.unit)]
    guard let judged = grounds[ground].judged[unit.key],
      let number = asked(unit, judged, place, &whole, records)
    else { return nil }
    if let reason, reasons.count < Program.mostReasons {
      _ = reasons.add(reason.first, reason.second)
      findingOfReason.append(-1 - number)
    }
    return -1 - number
  }

  static let mostReasons = 1 << 20
}

/// Makes of a program's nodes what reasons look at.
struct ReasonNodes {
  private(set) var nodes: [ReasonNode] = []
  private(set) var parts: [Int32] = []
  /// By node, whether points in time of a contact matter.
  private(set) var hasMoments: [Bool] = []
  private let builder: ProgramBuilder

  init(_ builder: ProgramBuilder) {
    self.builder = builder
    for node in builder.nodes { nodes.append(make(node)) }
    // Nodes stand behind those that they are made of.
    for node in nodes {
      let own = parts[Int(node.firstPart)..<Int(node.firstPart + node.partCount)]
      switch node.kind {
      case .fixed, .values, .phones: hasMoments.append(false)
      case .ask, .moments, .counted: hasMoments.append(true)
      case .connective: hasMoments.append(own.contains { hasMoments[Int($0)] })
      case .lifted, .rows: hasMoments.append(hasMoments[Int(node.inner)])
      }
    }
  }

  private mutating func make(_ node: ProgramNode) -> ReasonNode {
    var made = ReasonNode(
      kind: .fixed, frame: Int32(truncatingIfNeeded: node.frame),
      firstPart: Int32(truncatingIfNeeded: parts.count), isTimed: node.isTimed)
    switch node.kind {
    case .constant, .table: break
    case .ask: made.kind = .ask
    case .not(let part): add([part], &made, .connective)
    case .all(let own), .any(let own): add(own, &made, .connective)
    case .choose(let a, let b, let c), .prefer(let a, let b, let c):
      add([a, b, c], &made, .connective)
    case .lifted(let inner, let level):
      made.kind = .lifted
      made.inner = Int32(truncatingIfNeeded: inner)
      made.level = Int32(truncatingIfNeeded: level)
    case .value(let column, let table):
      made.isTimed = table.isTimed || node.isTimed
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
      if check.besides != nil { addHistoryColumns(&made) }
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
