extension FactDecoder {
  mutating func value(
    of member: FactTree.Member, _ field: FactField, in kind: RecordKind
  ) -> FactValue {
    let tree = normalised(member.value)
    if case .null = tree.content { return .none }
    if kind == .registerAnswer, member.key == "listed" { return listed(tree) }
    return value(tree, field.type)
  }

  /// In Fence, `none` is `null`.
  func normalised(_ tree: FactTree) -> FactTree {
    guard options.isFence, case .word("none") = tree.content else { return tree }
    return FactTree(.null, tree.place)
  }

  mutating func value(_ tree: FactTree, _ type: FactType) -> FactValue {
    switch type {
    case .truth:
      guard case .truth(let truth) = tree.content else {
        return wrongType(tree, "`true` or `false`")
      }
      return .truth(truth)
    case .number: return number(tree)
    case .percentage: return percentage(tree)
    case .text:
      guard let text = tree.spelling else { return wrongType(tree, "text") }
      return .text(text)
    case .phone: return phone(tree)
    case .moment: return moment(tree)
    case .timeOfDay: return timeOfDay(tree)
    case .period: return period(tree)
    case .place: return place(tree)
    case .word(let vocabulary): return word(tree, vocabulary)
    case .words(let vocabulary): return words(tree, vocabulary)
    case .list(let element): return list(tree, of: element)
    case .record(let kind): return nested(tree, kind)
    case .table(let kind): return table(tree, of: kind)
    case .choice(let words): return choice(tree, of: words)
    case .own(let kind): return own(tree, of: kind)
    }
  }

  mutating func wrongType(_ tree: FactTree, _ expected: String) -> FactValue {
    report(
      .wrongType, "`\(spelledPath)` must be \(expected), not \(tree.found)", at: tree.place)
    return .unknown
  }

  private mutating func number(_ tree: FactTree) -> FactValue {
    guard case .number(let text) = tree.content else { return wrongType(tree, "a number") }
    if let quantity = Quantity(scientific: text) { return .number(quantity) }
    report(
      .number,
      "`\(spelledPath)` is too large or has over six decimals: `\(FactTree.shortened(text))`",
      at: tree.place)
    return .unknown
  }

  private mutating func percentage(_ tree: FactTree) -> FactValue {
    var quantity: Quantity?
    switch tree.content {
    case .percentage(let given): quantity = given
    case .string(let text):
      if text.utf8.last == UInt8(ascii: "%") { quantity = Quantity(text.dropLast()) }
    default: break
    }
    guard let quantity else {
      let example = options.isFence ? "2.1%" : "\"2.1%\""
      return wrongType(tree, "a percentage such as `\(example)`")
    }
    guard quantity >= Quantity(0), quantity <= Quantity(100) else {
      report(.number, "`\(spelledPath)` must lie between 0% and 100%", at: tree.place)
      return .unknown
    }
    return .number(quantity)
  }

  /// Phones are only made canonical; whether a number is valid is a finding about the contact, never a problem.
  private mutating func phone(_ tree: FactTree) -> FactValue {
    guard case .string(let text) = tree.content else {
      // The number itself is not repeated: messages are read by people who need not know it.
      return wrongType(tree, "a phone number in quotes", found: "a value of another kind")
    }
    let trimmed = text.trimmed
    let analysis = options.world?.numbers.analyse(trimmed, country: nationalCountry)
    return .phone(analysis?.e164 ?? trimmed)
  }

  private mutating func wrongType(
    _ tree: FactTree, _ expected: String, found: String
  ) -> FactValue {
    report(.wrongType, "`\(spelledPath)` must be \(expected), not \(found)", at: tree.place)
    return .unknown
  }

  private mutating func place(_ tree: FactTree) -> FactValue {
    guard let text = tree.spelling else {
      return wrongType(tree, "an ISO 3166 code such as `US` or `US-FL`")
    }
    let capital = text.uppercased()
    if FactTree.isPlaceCode(text), options.world?.places.existsOrUnion(text) ?? true {
      return .text(text)
    }
    let isNear =
      capital != text && FactTree.isPlaceCode(capital)
      && options.world?.places.existsOrUnion(capital) ?? true
    report(
      .place,
      "`\(spelledPath)` must be an ISO 3166 code such as `US` or `US-FL`, not \(tree.found)",
      at: tree.place, suggestion: isNear ? capital : nil)
    return .unknown
  }

  private mutating func list(_ tree: FactTree, of element: FactType) -> FactValue {
    if case .array(let elements) = tree.content {
      return .list(
        elements.enumerated().map { index, row in
          path.append(.index(index))
          defer { path.removeLast() }
          return Fact(value(row, element), row.place.origin(file: file))
        })
    }
    guard options.isFence else { return wrongType(tree, "a list `[ … ]`") }
    return .list([Fact(value(tree, element), tree.place.origin(file: file))])
  }

  private mutating func nested(_ tree: FactTree, _ kind: RecordKind) -> FactValue {
    switch tree.content {
    case .object(let members): return .record(record(members, kind, at: tree.place))
    case .open(let members): return .record(record(members, kind, at: tree.place, isOpen: true))
    default: break
    }
    guard let short = kind.shorthandField else { return wrongType(tree, "an object `{ … }`") }
    let member = FactTree.Member(key: short, keyPlace: tree.place, value: tree)
    return .record(record([member], kind, at: tree.place))
  }

  private mutating func table(_ tree: FactTree, of kind: RecordKind) -> FactValue {
    guard case .object(let members) = tree.content else {
      return wrongType(tree, "an object with an entry for each id")
    }
    var entries: [String: Fact] = [:]
    var places: [String: FactPlace] = [:]
    for member in members {
      if let first = places.updateValue(member.keyPlace, forKey: member.key) {
        reportRepeated(member, first: first)
        continue
      }
      path.append(.key(member.key))
      let entry = normalised(member.value)
      let value: FactValue = if case .null = entry.content { .none } else { nested(entry, kind) }
      entries[member.key] = Fact(value, entry.place.origin(file: file))
      path.removeLast()
    }
    return .table(entries)
  }
}

extension RecordKind {
  /// The field that a bare value stands for, where a record may be written short.
  fileprivate var shorthandField: String? {
    switch self {
    case .callerID: "number"
    case .registration: "register"
    case .metric: "value"
    default: nil
    }
  }
}

extension Gazetteer {
  /// Whether a code is a place or the one union that policies are written for.
  fileprivate func existsOrUnion(_ code: String) -> Bool { code == "EU" || exists(code) }
}
