import Outreach

extension Evaluator.Row {
  /// Whether the row says nothing: it stands for any number of further rows, or for none.
  ///
  /// So a list of which only a part is known says that it may go on.
  var isOpen: Bool { scalar == nil && record.saysNothing }
}

extension FactRecord {
  /// Whether no field holds more than what its absence means.
  var saysNothing: Bool {
    let absent = FactRecord.absent[kind] ?? []
    return fields.indices.allSatisfy { index in
      switch fields[index].value {
      case .unknown, .none: true
      case let value: absent.indices.contains(index) && absent[index] == value
      }
    }
  }

  /// What the absence of each field means, where it means a value.
  private static let absent: [RecordKind: [FactValue?]] = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.map { kind in
      (kind, kind.fields.map(\.absentValue))
    })
}

extension FactField {
  /// The value that the absence of the field stands for; nil for unknown and none.
  fileprivate var absentValue: FactValue? {
    switch (absent, type) {
    case (.any, .words(let vocabulary)): .words(.all(of: vocabulary))
    case (.any, .word(let vocabulary)): vocabulary.word("any").map { .word($0) }
    case (.word(let spelling), .word(let vocabulary)): vocabulary.word(spelling).map { .word($0) }
    case (.text(let text), _): .text(text)
    default: nil
    }
  }
}

extension Evaluator {
  /// Whether a condition holds of a row; of an open one nobody knows.
  mutating func holds(_ condition: Expression, of row: Row) -> Truth {
    row.isOpen ? .unknown : withRow(row) { $0.truth(condition) }
  }
}
