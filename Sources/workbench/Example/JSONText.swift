/// A JSON value whose keys keep their order.
indirect enum JSONText {
  case null
  case truth(Bool)
  case number(Int)
  case text(String)
  case list([JSONText])
  case object([(key: String, value: JSONText)])

  /// The value on one line.
  var line: String {
    switch self {
    case .null: "null"
    case .truth(let value): value ? "true" : "false"
    case .number(let value): String(value)
    // The example holds neither control characters, quotes nor backslashes.
    case .text(let value): "\"\(value)\""
    case .list(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
    case .object(let fields):
      "{" + fields.map { "\"\($0.key)\":\($0.value.line)" }.joined(separator: ",") + "}"
    }
  }

  /// A field of an object; setting nil takes it away, and a new field goes to the end.
  subscript(key: String) -> JSONText? {
    get {
      guard case .object(let fields) = self else { return nil }
      return fields.first { $0.key == key }?.value
    }
    set {
      guard case .object(var fields) = self else { return }
      let place = fields.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): fields[place].value = value
      case (let place?, nil): fields.remove(at: place)
      case (nil, let value?): fields.append((key, value))
      case (nil, nil): break
      }
      self = .object(fields)
    }
  }

  /// The items of a list; empty for anything else.
  var items: [JSONText] {
    get {
      guard case .list(let items) = self else { return [] }
      return items
    }
    set { self = .list(newValue) }
  }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .truth(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(arrayLiteral items: JSONText...) { self = .list(items) }
  init(dictionaryLiteral fields: (String, JSONText)...) {
    self = .object(fields.map { (key: $0.0, value: $0.1) })
  }
  init(nilLiteral: ()) { self = .null }
}
