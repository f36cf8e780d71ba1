import FenceCore
import Outreach

/// The types of core expressions that stand for records and lists, so that fields print by name.
enum CoreTypes {
  static func type(of expression: Expression, rows: [FactType?]) -> FactType? {
    switch expression {
    case .fact(let path):
      var type = FactType.record(path.root.kind)
      for index in path.fields {
        guard let next = field(of: type, index) else { return nil }
        type = next.type
      }
      return type
    case .row(let depth):
      let index = rows.count - 1 - depth
      return rows.indices.contains(index) ? rows[index] : nil
    case .field(let record, let index):
      return type(of: record, rows: rows).flatMap { field(of: $0, index)?.type }
    case .entry(let table, _):
      if case .table(let kind)? = type(of: table, rows: rows) { return .record(kind) }
      return nil
    case .traced(_, let body): return type(of: body, rows: rows)
    default: return nil
    }
  }

  /// The type of the rows of a list.
  static func element(of list: Expression, rows: [FactType?]) -> FactType? {
    if case .list(let element)? = type(of: list, rows: rows) { return element }
    return nil
  }

  /// The name of a field, or its number where the record is not known.
  static func fieldName(_ record: FactType?, _ index: Int) -> String {
    record.flatMap { field(of: $0, index)?.name } ?? "#\(index)"
  }

  private static func field(of type: FactType, _ index: Int) -> FactField? {
    guard let kind = type.recordKind, kind.fields.indices.contains(index) else { return nil }
    return kind.fields[index]
  }
}
