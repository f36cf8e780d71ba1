import FenceCore
import Outreach

/// A core expression as a word with parts, for printing.
struct CoreNode {
  var head: String
  var parts: [CoreNode]

  init(_ head: String, _ parts: [CoreNode] = []) {
    self.head = head
    self.parts = parts
  }

  /// All of it on one line.
  var flat: String {
    parts.isEmpty ? head : "(\(([head] + parts.map(\.flat)).joined(separator: " ")))"
  }

  /// An expression; a definition shows as its name, other traces as what they trace.
  ///
  /// The rows are those of the enclosing quantifiers, the innermost last.
  init(_ expression: Expression, rows: [FactType?] = []) {
    func node(_ head: String, _ parts: Expression...) -> CoreNode {
      CoreNode(head, parts.map { CoreNode($0, rows: rows) })
    }
    func nodes(_ head: String, _ parts: [Expression]) -> CoreNode {
      CoreNode(head, parts.map { CoreNode($0, rows: rows) })
    }
    func over(_ head: String, _ list: Expression, _ condition: Expression) -> CoreNode {
      let element = CoreTypes.element(of: list, rows: rows)
      return CoreNode(
        head, [CoreNode(list, rows: rows), CoreNode(condition, rows: rows + [element])])
    }
    func fieldOf(_ list: Expression, _ index: Int) -> CoreNode {
      CoreNode(CoreTypes.fieldName(CoreTypes.element(of: list, rows: rows), index))
    }
    switch expression {
    case .constant(let value): self.init(CoreSpelling.value(value))
    case .fact(let path): self.init(path.name)
    case .row(let depth): self.init("row\(depth)")
    case .field(let record, let index):
      let name = CoreTypes.fieldName(CoreTypes.type(of: record, rows: rows), index)
      let base = CoreNode(record, rows: rows)
      self = base.parts.isEmpty ? CoreNode("\(base.head).\(name)") : CoreNode(".\(name)", [base])
    case .entry(let table, let key): self.init("\(CoreNode(table, rows: rows).flat)[\(key)]")
    case .attempt: self.init("attempt")
    case .earliest(let parts): self = nodes("earliest", parts)
    case .latest(let parts): self = nodes("latest", parts)
    case .moved(let moment, let term, let direction, let reading):
      self = node(direction < 0 ? "minus" : "plus", moment)
      parts += [CoreNode(CoreSpelling.term(term)), CoreNode(reading.rawValue)]
    case .sum(let left, let right): self = node("+", left, right)
    case .difference(let left, let right): self = node("-", left, right)
    case .length(let part): self = node("length", part)
    case .lookup(let list, let keyField, let key, let field):
      self = node("lookup", list)
      parts += [fieldOf(list, keyField), CoreNode(key, rows: rows), fieldOf(list, field)]
    case .count(let list, let condition): self = over("count", list, condition)
    case .latestOf(let field, let list, let condition):
      self = over("latest", list, condition)
      parts.insert(fieldOf(list, field), at: 0)
    case .prior(let count):
      let row = FactType.record(.historyEntry)
      self.init(
        "prior",
        [
          CoreNode(CoreSpelling.words(count.channels)), CoreNode(CoreSpelling.span(count.span)),
          CoreNode(count.condition, rows: rows + [row]),
        ])
    case .share(let number): self.init("share-\(number)")
    case .not(let part): self = node("not", part)
    case .all(let parts): self = nodes("all", parts)
    case .any(let parts): self = nodes("any", parts)
    case .choose(let first, let then, let otherwise): self = node("choose", first, then, otherwise)
    case .prefer(let first, let then, let otherwise): self = node("prefer", first, then, otherwise)
    case .equal(let left, let right): self = node("=", left, right)
    case .isNone(let part): self = node("none?", part)
    case .oneOf(let value, let values): self = nodes("one-of", [value] + values)
    case .less(let left, let right): self = node("<", left, right)
    case .atMost(let left, let right): self = node("<=", left, right)
    case .before(let left, let right): self = node("before", left, right)
    case .notAfter(let left, let right): self = node("not-after", left, right)
    case .within(let term, let from, let to):
      self = node("within", from, to)
      parts.insert(CoreNode(CoreSpelling.term(term)), at: 0)
    case .same(let unit, let left, let right): self = node("same-\(unit.rawValue)", left, right)
    case .includes(let left, let right): self = node("includes", left, right)
    case .starts(let left, let right): self = node("starts", left, right)
    case .ends(let left, let right): self = node("ends", left, right)
    case .contains(let left, let right): self = node("contains", left, right)
    case .someRow(let list, let condition): self = over("some", list, condition)
    case .everyRow(let list, let condition): self = over("every", list, condition)
    case .schedule(let schedule):
      self.init("schedule", CoreSpelling.schedule(schedule).map { CoreNode($0) })
    case .inForce(let from, let until):
      self.init("in-force \(from.map(\.description) ?? "")..\(until.map(\.description) ?? "")")
    case .placed(let places): self.init("placed", places.map { CoreNode($0) })
    case .timeRanges(let list): self = node("in-time-ranges", list)
    case .says(let element, let first):
      self.init("(says \(element.spelling)\(first ? " first" : ""))")
    case .repeatedNumber: self.init("repeated-number")
    case .open(let reason): self.init("(open \"\(reason)\")")
    case .traced(let trace, let body):
      self =
        trace.kind == .definition ? CoreNode("{\(trace.text)}") : CoreNode(body, rows: rows)
    }
  }
}
