import Outreach

extension ContactMapping {
  /// Whether a table's columns are called as facts are, `phone` among them.
  static func isPlain(_ header: TableHeader) -> Bool {
    header.names.contains("phone") && header.names.allSatisfy { fact($0) != nil }
  }

  /// The mapping of a table whose columns are called as facts are; lists and records stand in their cells as JSON.
  ///
  /// A column that no fact is called is given under its own name, so that it is reported as an unknown key is.
  static func plain(_ header: TableHeader) -> ContactMapping {
    var mapping = ContactMapping(id: TableMappings.plainName, title: "columns named as facts")
    mapping.columns = header.names.map { name in
      let found = fact(name) ?? (path: [name], type: .text)
      return Column(spellings: [name], target: Target(path: found.path), type: found.type)
    }
    return mapping
  }

  /// The keys and the type of a fact by its path, such as `line.type` or `registers.US.national_dnc.status`.
  private static func fact(_ name: String) -> (path: [String], type: FactType)? {
    var type = FactType.record(.contact)
    var path: [String] = []
    var rest = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)[...]
    while let key = rest.popFirst() {
      switch type {
      case .record(let kind):
        guard let index = kind.index(of: key) else { return nil }
        path.append(key)
        type = kind.fields[index].type
      case .table(let kind):
        // The ids of registers hold a dot themselves.
        guard let field = rest.popLast(), let index = kind.index(of: field) else { return nil }
        path += [([key] + rest).joined(separator: "."), field]
        return (path, kind.fields[index].type)
      case .own where !key.isEmpty && rest.isEmpty:
        path.append(key)
        type = .text
      default: return nil
      }
    }
    return (path, type)
  }
}
