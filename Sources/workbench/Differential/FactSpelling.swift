import Outreach

extension FactRecord {
  /// The facts that are known, as tests in Fence write them: one line without the braces.
  var spelled: String {
    zip(kind.fields, fields).filter { $1.value != .unknown }
      .map { "\($0.name) \($1.value.spelled(as: $0.type))" }.joined(separator: "  ")
  }
}

extension FactValue {
  /// The value as tests and policies in Fence write it.
  func spelled(as type: FactType) -> String {
    switch self {
    case .unknown: "unknown"
    case .none: "none"
    case .record(let record): "{ \(record.spelled) }"
    case .list(let items):
      "[\(items.map { $0.value.spelled(as: type.element) }.joined(separator: ", "))]"
    case .table(let entries):
      "{ "
        + entries.sorted { $0.key < $1.key }
        .map { "\"\($0.key)\" \($0.value.value.spelled(as: .text))" }.joined(separator: "  ") + " }"
    case .text(let text):
      type == .place ? text : "\"\(text)\""
    case .phone(let text): "\"\(text)\""
    case .word(let word): word.spelling
    case .words(let set): "[\(set.words.map(\.spelling).joined(separator: ", "))]"
    case .truth(let truth): "\(truth)"
    case .instant(let instant): instant.rfc3339()
    case .date(let date): "\(date)"
    case .time(let time): "\(time)"
    case .period(let period): "\(period)"
    case .number(let number): type == .percentage ? "\(number)%" : "\(number)"
    case .candidates(let values):
      values.map { $0.spelled(as: type) }.joined(separator: " or ")
    }
  }
}

extension FactType {
  /// The type of a list's elements; of anything else itself.
  var element: FactType {
    if case .list(let element) = self { return element }
    return self
  }
}
