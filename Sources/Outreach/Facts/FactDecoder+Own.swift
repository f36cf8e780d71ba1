extension FactDecoder {
  /// The organisation's own fields: those that a policy declares; where none does, no value is looked at.
  mutating func own(_ tree: FactTree, of kind: RecordKind) -> FactValue {
    let declared = options.ownFields.fields(of: kind)
    guard case .object(let members) = tree.content else {
      return declared.isEmpty
        ? .table([:]) : wrongType(tree, "an object with the organisation's own fields")
    }
    var entries = absentOwn(of: kind)
    var places: [String: FactPlace] = [:]
    for member in members {
      if let first = places.updateValue(member.keyPlace, forKey: member.key) {
        reportRepeated(member, first: first)
        continue
      }
      guard let field = options.ownFields.field(member.key, of: kind) else {
        if !declared.isEmpty { reportUnknownOwn(member, of: kind, among: declared) }
        continue
      }
      path.append(.key(member.key))
      let entry = normalised(member.value)
      let value: FactValue = if case .null = entry.content { .none } else { own(entry, field.type) }
      entries[field.name] = Fact(value, entry.place.origin(file: file))
      path.removeLast()
    }
    return .table(entries)
  }

  /// What of the organisation's own fields is known although the document does not give it.
  func absentOwn(of kind: RecordKind) -> [String: Fact] {
    guard options.isComplete else { return [:] }
    return options.ownFields.fields(of: kind).reduce(into: [:]) { entries, field in
      if case .list = field.type { entries[field.name] = Fact(.list([])) }
    }
  }

  /// One of the words that the organisation lists.
  mutating func choice(_ tree: FactTree, of words: [String]) -> FactValue {
    guard let spelling = tree.spelling else {
      return wrongType(tree, "a word such as `\(words.first ?? "")`")
    }
    if words.contains(spelling) { return .text(spelling) }
    let nearest = options.nearest(spelling, words)
    let choice = nearest == nil ? ": it is one of \(words.joined(separator: ", "))" : ""
    report(
      .unknownWord, "`\(spelledPath)` cannot be `\(FactTree.shortened(spelling))`\(choice)",
      at: tree.place, suggestion: nearest)
    return .unknown
  }

  private mutating func own(_ tree: FactTree, _ type: OwnType) -> FactValue {
    switch type {
    case .text, .number, .percentage, .truth, .word: return value(tree, type.factType)
    case .date:
      let value = moment(tree)
      guard case .instant = value else { return value }
      return wrongTime(tree, "a day such as `2026-03-02`, without a time")
    case .instant:
      let value = moment(tree)
      guard case .date = value else { return value }
      return wrongTime(tree, "a time such as `2026-03-02T15:30:00Z`, not a whole day")
    case .list(let element):
      guard case .array(let elements) = tree.content else {
        guard options.isFence else { return wrongType(tree, "a list `[ … ]`") }
        return .list([Fact(own(tree, element), tree.place.origin(file: file))])
      }
      return .list(
        elements.enumerated().map { index, row in
          path.append(.index(index))
          defer { path.removeLast() }
          return Fact(own(row, element), row.place.origin(file: file))
        })
    }
  }

  private mutating func wrongTime(_ tree: FactTree, _ expected: String) -> FactValue {
    report(.time, "`\(spelledPath)` must be \(expected)", at: tree.place)
    return .unknown
  }

  /// A misspelt field would stay unknown without a word.
  private mutating func reportUnknownOwn(
    _ member: FactTree.Member, of kind: RecordKind, among declared: [OwnField]
  ) {
    let nearest = options.nearest(member.key, declared.map(\.name))
    guard options.collectsUnknownKeys else {
      return report(
        .unknownKey, "no policy declares the field `\(FactTree.shortened(member.key))`",
        at: member.keyPlace, suggestion: nearest)
    }
    path.append(.key(member.key))
    unknownKeys.append(
      UnknownKey(
        path: spelledPath, key: member.key, record: kind, isOwn: true, nearest: nearest,
        place: member.keyPlace))
    path.removeLast()
  }
}
