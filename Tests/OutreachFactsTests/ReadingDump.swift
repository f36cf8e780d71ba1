import Outreach

/// A record as text, one known fact a line, in the order of the schema; what is unknown is left out.
func dump(_ record: FactRecord) -> String {
  lines(record).joined(separator: "\n") + "\n"
}

private func lines(_ record: FactRecord) -> [String] {
  zip(record.kind.fields, record.fields).flatMap { field, fact in
    lines(fact, under: field.name)
  }
}

private func lines(_ fact: Fact, under name: String) -> [String] {
  switch fact.value {
  case .unknown: return []
  case .list(let rows) where rows.contains { isNested($0.value) }:
    return rows.enumerated().flatMap { lines($1, under: "\(name)[\($0)]") }
  case .record(let record):
    return ["\(name):\(place(of: fact))"] + lines(record).map { "  " + $0 }
  case .table(let entries):
    return ["\(name):\(place(of: fact))"]
      + entries.sorted { $0.key < $1.key }
      .flatMap { lines($0.value, under: $0.key) }.map { "  " + $0 }
  default: return ["\(name) = \(spelled(fact.value))\(place(of: fact))"]
  }
}

private func isNested(_ value: FactValue) -> Bool {
  switch value {
  case .record, .table: true
  default: false
  }
}

private func place(of fact: Fact) -> String {
  fact.origin == .absent ? " (absent)" : " @\(fact.origin.line):\(fact.origin.column)"
}

private func spelled(_ value: FactValue) -> String {
  switch value {
  case .unknown: "unknown"
  case .none: "none"
  case .truth(let truth): "\(truth)"
  case .number(let quantity): "\(quantity)"
  case .text(let text): "\"\(text)\""
  case .phone(let phone): "phone \(phone)"
  case .instant(let instant): "instant \(instant.milliseconds)"
  case .date(let date): "day \(date)"
  case .time(let time): "time \(time)"
  case .period(.exact(let milliseconds)): "\(milliseconds) ms"
  case .period(.calendar(let parts)):
    parts.map { "\($0.count) \($0.unit.rawValue)" }.joined(separator: " ")
  case .word(let word): word.spelling
  case .words(let set): "{\(set.words.map(\.spelling).joined(separator: ", "))}"
  case .candidates(let values): "one of \(values.map(spelled))"
  case .list(let rows): "[\(rows.map { spelled($0.value) }.joined(separator: ", "))]"
  case .record, .table: "…"
  }
}
