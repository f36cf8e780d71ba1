import FenceCore
import Outreach

extension PolicyWriter {
  // MARK: facts

  /// A fact of a type, of a row or of the attempt; nil if there is none.
  mutating func fact(of type: FactType) -> String? {
    if !rows.isEmpty, !oneIn(4) {
      let fields = rows.flatMap { row in rowFacts(row).filter { $0.type == type } }
      if !fields.isEmpty { return asked(pick(fields)) }
    }
    let named = values.filter { $0.type == type }
    if !named.isEmpty, oneIn(4) { return pick(named).name }
    return readable.any(of: type, &facts.random).map { asked($0) }
  }

  /// A fact of any type.
  mutating func anyFact() -> ReadableFacts.Named? {
    if let row = rows.last, !oneIn(4) {
      let fields = rowFacts(row)
      if !fields.isEmpty { return pick(fields) }
    }
    if oneIn(8),
      let register = registers.filter({ [.numbers, .permits].contains($0.subject) }).last
    {
      let field = pick(RecordKind.registerAnswer.fields)
      return ReadableFacts.Named(
        name: "\(register.name).\(field.name)", type: field.type,
        field: "registerAnswer.\(field.name)")
    }
    if !rows.isEmpty, oneIn(6) {
      return pick([
        ReadableFacts.Named(name: "this channel", type: .word(.channel), field: "step.channel"),
        ReadableFacts.Named(name: "this purpose", type: .word(.purpose), field: "plan.purpose"),
        ReadableFacts.Named(name: "this subject", type: .text, field: "offer.subject"),
        ReadableFacts.Named(name: "this sender", type: .text, field: "sender.name"),
        ReadableFacts.Named(
          name: "this technology", type: .words(.technology), field: "step.technology"),
        ReadableFacts.Named(name: "this number", type: .phone, field: "contact.phone"),
      ])
    }
    if !values.isEmpty, oneIn(8) {
      let value = pick(values)
      return ReadableFacts.Named(name: value.name, type: value.type, field: "")
    }
    return readable.any(&facts.random)
  }

  /// The fields of a row, or the row itself.
  private func rowFacts(_ row: Row) -> [ReadableFacts.Named] {
    guard case .record(let kind) = row.type else {
      return row.variable.map { [ReadableFacts.Named(name: $0, type: row.type, field: "")] } ?? []
    }
    let prefix = row.variable.map { "\($0)." } ?? ""
    let own = kind.fields.map {
      ReadableFacts.Named(
        name: prefix + $0.name, type: $0.type, field: "\(kind.rawValue).\($0.name)")
    }
    guard kind == .consent else { return own }
    // The words of a consent stand in the programme, where its id is looked up.
    return own
      + RecordKind.wording.fields.map {
        ReadableFacts.Named(
          name: "\(prefix)wording.\($0.name)", type: $0.type, field: "wording.\($0.name)")
      }
  }

  /// Notes that a fact was asked for, and says its name.
  mutating func asked(_ fact: ReadableFacts.Named) -> String {
    if !fact.field.isEmpty { fieldsAsked.insert(fact.field) }
    typesAsked.insert(fact.type.kindName)
    return fact.name
  }

  // MARK: values of a type

  /// A value written out.
  mutating func literal(_ type: FactType, like name: String = "") -> String {
    if case .choice(let words) = type { return pick(words) }
    let field = name.split(separator: ".").last.map(String.init) ?? name
    let value = facts.known(type, name: field, depth: 4)
    if case .date(let date) = value { edges.dates.append(date) }
    return value.spelled(as: type)
  }

  /// A value of a type that is no literal, if there is one.
  mutating func value(_ type: FactType, _ depth: Int) -> String {
    switch type {
    case .number where oneIn(3): return "(\(count(depth)))"
    case .number where depth > 0 && oneIn(4):
      return "(\(value(.number, depth - 1)) \(pick(["+", "-"])) \(pick(["1", "2"])))"
    case .percentage where depth > 0 && oneIn(4):
      return "(\(value(.percentage, depth - 1)) \(pick(["+", "-"])) 1%)"
    case .moment: return moment(depth)
    default: return fact(of: type) ?? literal(type)
    }
  }

  private mutating func count(_ depth: Int) -> String {
    if oneIn(4) {
      let type = pick([FactType.text, .phone])
      if let fact = fact(of: type) { return "length of \(fact)" }
    }
    let list = list()
    if oneIn(4) { return "length of \(list.name == "prior" ? "history" : list.name)" }
    let variable = name("x")
    let condition = inRow(list.type, variable) { $0.truth(min(depth, 1)) }
    return "count of \(variable) in \(list.name)\(oneIn(4) ? "" : " where \(condition)")"
  }

  /// A point in time.
  mutating func moment(_ depth: Int) -> String {
    switch below(depth > 0 ? 12 : 8) {
    case 0, 1: return rows.isEmpty || oneIn(2) ? "attempt" : fact(of: .moment) ?? "attempt"
    case 2: return literal(.moment)
    case 8: return "(the \(pick(["later", "earlier"])) of \(moment(0)), \(moment(0)))"
    case 9: return "(\(moment(0)) \(pick(["+", "-"])) \(duration()))"
    case 10, 11:
      let options = readable.lists.compactMap { list -> (String, RecordKind, [String])? in
        guard case .list(.record(let kind)) = list.type else { return nil }
        let times = kind.fields.filter { $0.type == .moment }.map(\.name)
        return times.isEmpty ? nil : (list.name, kind, times)
      }
      guard !options.isEmpty else { return "attempt" }
      let (list, kind, times) = pick(options)
      let condition = inRow(.record(kind), nil) { $0.truth(0) }
      return "(latest \(pick(times)) of \(list)\(oneIn(2) ? "" : " where \(condition)"))"
    default: return fact(of: .moment) ?? "attempt"
    }
  }

  /// A list that can be looked through, with the type of its rows; those of contacts most often.
  mutating func list() -> (name: String, type: FactType) {
    if oneIn(8) { return ("prior", .record(.historyEntry)) }
    if let row = rows.last, oneIn(4) {
      let lists = rowFacts(row).filter { if case .list = $0.type { true } else { false } }
      if !lists.isEmpty {
        let list = pick(lists)
        return (asked(list), list.type.element)
      }
    }
    let own = readable.lists.filter { $0.name.hasPrefix("contact.") }
    let list = pick(oneIn(4) || own.isEmpty ? readable.lists : own)
    return (asked(list), list.type.element)
  }
}

extension FactType {
  /// What kind of type it is, its words and records left out.
  var kindName: String {
    switch self {
    case .truth: "truth"
    case .number: "number"
    case .percentage: "percentage"
    case .text: "text"
    case .phone: "phone"
    case .moment: "moment"
    case .timeOfDay: "time of day"
    case .period: "period"
    case .place: "place"
    case .word(let list): "word of \(list.rawValue)"
    case .words(let list): "words of \(list.rawValue)"
    case .list(let element): "list of \(element.kindName)"
    case .record: "record"
    case .table: "table"
    case .choice: "choice"
    case .own: "own"
    }
  }
}
