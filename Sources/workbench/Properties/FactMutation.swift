import Outreach

extension FactGenerator {
  /// The record with one unknown, somewhere inside it, replaced by a value; nil if nothing in it is unknown.
  ///
  /// Evidence of place and register answers are left alone: more of them may add jurisdictions, or outrank
  /// other evidence, and so stand outside the property.
  mutating func informed(_ record: FactRecord) -> FactRecord? {
    var places: [[Int]] = []
    collectUnknowns(record, [], into: &places)
    guard !places.isEmpty else { return nil }
    return replacing(record, at: pick(places))
  }

  private func collectUnknowns(
    _ record: FactRecord, _ prefix: [Int], into places: inout [[Int]]
  ) {
    let outside = ["phone", "country", "region", "postal_code", "time_zone", "registers", "line"]
    for (index, field) in record.kind.fields.enumerated() {
      if record.kind == .contact, outside.contains(field.name) { continue }
      if record.kind == .step, ["at", "window", "only_if"].contains(field.name) { continue }
      if record.kind == .plan, ["programme", "targets", "campaign"].contains(field.name) {
        continue
      }
      if record.kind == .sender, field.name == "country" { continue }
      if record.kind == .audience, field.name == "every" { continue }
      let path = prefix + [index]
      switch record.fields[index].value {
      case .unknown: if case .own = field.type {} else { places.append(path) }
      case .record(let inner): collectUnknowns(inner, path, into: &places)
      case .list(let items):
        for (row, item) in items.enumerated() {
          guard case .record(let inner) = item.value else { continue }
          collectUnknowns(inner, path + [row], into: &places)
        }
      default: continue
      }
    }
  }

  private mutating func replacing(_ record: FactRecord, at path: [Int]) -> FactRecord {
    var result = record
    guard let index = path.first else { return record }
    let rest = Array(path.dropFirst())
    let field = record.kind.fields[index]
    if rest.isEmpty {
      var value = FactValue.unknown
      while value == .unknown {
        value = random.oneIn(4) ? .none : known(field.type, name: field.name, depth: 2)
      }
      result.fields[index].value = value
      return result
    }
    switch record.fields[index].value {
    case .record(let inner):
      result.fields[index].value = .record(replacing(inner, at: rest))
    case .list(var items):
      guard let row = rest.first, items.indices.contains(row),
        case .record(let inner) = items[row].value
      else { return record }
      items[row].value = .record(replacing(inner, at: Array(rest.dropFirst())))
      result.fields[index].value = .list(items)
    default: break
    }
    return result
  }

  /// The record with the rows of every list of records in another order.
  mutating func shuffled(_ record: FactRecord) -> FactRecord {
    var result = record
    for index in record.fields.indices {
      guard case .list(let items) = record.fields[index].value else { continue }
      if record.kind == .plan, record.kind.fields[index].name == "steps" { continue }
      var order = items
      for position in order.indices.reversed() {
        order.swapAt(position, random.below(position + 1))
      }
      result.fields[index].value = .list(order)
    }
    return result
  }
}
