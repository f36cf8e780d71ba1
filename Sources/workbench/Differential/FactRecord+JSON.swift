import FenceReports
import Outreach

extension FactRecord {
  /// The facts that are known as JSON on one line; nil where JSON has no words for one of them, such as a list that
  /// may go on.
  var json: String? {
    guard !isOpen else { return nil }
    var members: [String] = []
    for (field, fact) in zip(kind.fields, fields) where fact.value != .unknown {
      guard let value = fact.value.json else { return nil }
      members.append("\(field.name.quoted):\(value)")
    }
    return "{\(members.joined(separator: ","))}"
  }
}

extension FactValue {
  /// The value as JSON; nil if JSON has no words for it.
  fileprivate var json: String? {
    switch self {
    case .unknown, .candidates: return nil
    case .none: return "null"
    case .record(let record): return record.json
    case .list(let items):
      let values = items.compactMap(\.value.json)
      return values.count == items.count ? "[\(values.joined(separator: ","))]" : nil
    case .table(let entries):
      let known = entries.sorted { $0.key < $1.key }.filter { $0.value.value != .unknown }
      let members = known.compactMap { entry in
        entry.value.value.json.map { "\(entry.key.quoted):\($0)" }
      }
      return members.count == known.count ? "{\(members.joined(separator: ","))}" : nil
    case .text(let text), .phone(let text): return text.quoted
    case .word(let word): return word.spelling.quoted
    case .words(let set):
      return "[\(set.words.map(\.spelling.quoted).joined(separator: ","))]"
    case .truth(let truth): return "\(truth)"
    case .instant(let instant): return instant.rfc3339().quoted
    case .date(let date): return "\(date)".quoted
    case .time(let time): return "\(time)".quoted
    case .period(let period): return "\(period)".quoted
    case .number(let number): return "\(number)"
    }
  }
}

extension String {
  /// The text as a JSON string.
  fileprivate var quoted: String {
    var writer = JSONWriter()
    writer.string(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
