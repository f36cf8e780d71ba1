extension FactDecoder {
  /// Decodes one field by itself; nil if something is wrong with it.
  ///
  /// - Parameters:
  ///   - tree: its value as written.
  ///   - key: the key under which it stands.
  ///   - kind: the record in which it stands.
  /// - Returns: the value that the field has in a whole record, but for what other fields decide of it.
  public mutating func field(_ tree: FactTree, key: String, of kind: RecordKind) -> FactValue? {
    guard let index = kind.index(ofKey: key) else { return nil }
    let member = FactTree.Member(key: key, keyPlace: tree.place, value: tree)
    let value = value(of: member, kind.fields[index], in: kind)
    if kind == .contact, key == "time_zone", case .text(let name) = value,
      options.world?.zones.history(of: name) == nil
    {
      return nil
    }
    defer { problems.removeAll() }
    // Keys that no field has are told of record by record.
    return problems.isEmpty && unknownKeys.isEmpty ? value : nil
  }

  /// What the keys mean that a record of a kind lacks.
  public static func absent(_ kind: RecordKind, _ options: Options) -> FactRecord {
    var decoder = FactDecoder(file: -1, options: options)
    return decoder.record([], kind, at: .startOfFile)
  }
}

extension FactField {
  /// The keys under which the field may stand.
  public var keys: [String] { [name] + aliases }
}
