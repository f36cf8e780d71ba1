import Outreach

extension Evaluator {
  /// The name of what an expression reads, for reports: `contact.consents[].expires_at`; empty for anything but
  /// a fact.
  func name(of expression: Expression) -> String {
    switch expression {
    case .fact(let path): return path.name
    case .row(let depth): return row(depth).map { name(ofRows: $0.list) } ?? ""
    case .field(let base, let index):
      guard let kind = kind(of: base), kind.fields.indices.contains(index) else {
        return name(of: base)
      }
      return "\(name(of: base)).\(kind.fields[index].name)"
    case .entry(let table, let key): return "\(name(of: table)).\(key)"
    case .lookup(let list, _, _, let field):
      guard let (_, record) = listKind(list), record.fields.indices.contains(field) else {
        return name(of: list)
      }
      return "\(name(of: list))[].\(record.fields[field].name)"
    case .traced(_, let body): return name(of: body)
    default: return ""
    }
  }

  /// The name of each row of a list.
  func name(ofRows list: RowList) -> String {
    switch list {
    case .history: return "contact.history[]"
    case .plannedSteps: return "plan.steps[]"
    case .of(let expression, let depth):
      var outside = self
      outside.rows.removeLast(max(0, rows.count - depth))
      return "\(outside.name(of: expression))[]"
    }
  }

  /// The kind of record that an expression yields, where it yields one.
  private func kind(of expression: Expression) -> RecordKind? {
    switch expression {
    case .row(let depth): return row(depth)?.record.kind
    case .traced(_, let body): return kind(of: body)
    case .fact(let path): return path.type.flatMap(Evaluator.record)
    case .entry(let table, _):
      guard case .table(let kind)? = type(of: table) else { return nil }
      return kind
    case .field: return type(of: expression).flatMap(Evaluator.record)
    default: return nil
    }
  }

  private func listKind(_ expression: Expression) -> (FactType, RecordKind)? {
    guard case .list(let element)? = type(of: expression),
      let kind = Evaluator.record(in: element)
    else { return nil }
    return (element, kind)
  }

  private func type(of expression: Expression) -> FactType? {
    switch expression {
    case .fact(let path): return path.type
    case .traced(_, let body): return type(of: body)
    case .field(let base, let index):
      guard let kind = kind(of: base), kind.fields.indices.contains(index) else { return nil }
      return kind.fields[index].type
    default: return nil
    }
  }

  private static func record(in type: FactType) -> RecordKind? {
    guard case .record(let kind) = type else { return nil }
    return kind
  }
}

extension FactPath {
  /// The type of the fact at the path.
  var type: FactType? {
    var type = FactType.record(root.kind)
    for index in fields {
      guard case .record(let kind) = type, kind.fields.indices.contains(index) else {
        return nil
      }
      type = kind.fields[index].type
    }
    return type
  }
}

extension FactRoot {
  /// The kind of the root's record.
  public var kind: RecordKind {
    switch self {
    case .programme: .programme
    case .plan: .plan
    case .step: .step
    case .contact: .contact
    case .derived: .derived
    }
  }
}
