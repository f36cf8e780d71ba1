import Outreach

extension FactTree {
  /// The facts with every list that is not given made empty: what `facts complete` means in a test.
  ///
  /// Lists of records that are not given are empty too, while the other fields of these stay unknown.
  func completed(as kind: RecordKind) -> FactTree {
    guard case .object(var members) = content else { return self }
    for field in kind.fields {
      let place = members.firstIndex { $0.key == field.name || field.aliases.contains($0.key) }
      if let place {
        members[place].value = members[place].value.completed(as: field.type)
      } else if let empty = FactTree.empty(field.type, at: self.place) {
        members.append(Member(key: field.name, keyPlace: self.place, value: empty))
      }
    }
    return FactTree(.object(members), place)
  }

  /// The facts of a plan with no scrubs and no metrics where none are given.
  func completedPlan() -> FactTree {
    guard case .object(var members) = content else { return self }
    for (key, nothing) in [("scrubs", Content.array([])), ("metrics", .null)]
    where !members.contains(where: { $0.key == key }) {
      members.append(Member(key: key, keyPlace: place, value: FactTree(nothing, place)))
    }
    return FactTree(.object(members), place)
  }

  private func completed(as type: FactType) -> FactTree {
    switch (type, content) {
    case (.record(let kind), .object): completed(as: kind)
    case (.list(.record(let kind)), .array(let rows)):
      FactTree(.array(rows.map { $0.completed(as: kind) }), place)
    default: self
    }
  }

  /// Nothing of a type: an empty list, or a record of empty lists; nil for types without lists.
  private static func empty(_ type: FactType, at place: FactPlace) -> FactTree? {
    switch type {
    case .list: return FactTree(.array([]), place)
    case .record(let kind):
      let lists = kind.fields.compactMap { field in
        empty(field.type, at: place).map {
          Member(key: field.name, keyPlace: place, value: $0)
        }
      }
      return lists.isEmpty ? nil : FactTree(.object(lists), place)
    default: return nil
    }
  }
}
