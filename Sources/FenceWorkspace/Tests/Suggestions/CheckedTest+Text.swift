import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Outreach

extension CheckedTest {
  /// The test as policies write it, in the canonical layout.
  ///
  /// - Parameters:
  ///   - title: what it is called; quotation marks become apostrophes.
  ///   - expectation: what stands after `expect`.
  ///   - zone: on whose clock points in time are written.
  /// - Returns: nil if the facts cannot be written.
  func text(title: String, expectation: String, zone: ZoneHistory) -> String? {
    let quoted = String(title.map { $0 == "\"" ? "'" : $0 })
    var lines = ["test \(FactTree.quoted(quoted)) {"]
    if !with.isEmpty { lines.append("with \(with.joined(separator: ", "))") }
    if factsComplete { lines.append("facts complete") }
    for (word, tree) in [("plan", plan), ("contact", contact), ("programme", programme)] {
      if let tree { lines.append("\(word) \(tree.block(zone))") }
    }
    lines += ["expect \(expectation)", "}"]
    let text = lines.joined(separator: "\n") + "\n"
    return format(parse(SourceText(name: "", text: text)))
  }
}

extension FactTree {
  /// Facts as policies write them, a field a line.
  fileprivate func block(_ zone: ZoneHistory) -> String {
    guard case .object(let members) = content else { return fence(zone) }
    let fields = members.map { "\(FactTree.key($0.key)) \($0.value.fence(zone))" }
    return "{\n\(fields.joined(separator: "\n"))\n}"
  }

  /// The value as policies write it.
  fileprivate func fence(_ zone: ZoneHistory) -> String {
    switch content {
    case .object(let members):
      let fields = members.map { "\(FactTree.key($0.key)) \($0.value.fence(zone))" }
      return "{ \(fields.joined(separator: "  ")) }"
    case .array(let elements):
      return "[\(elements.map { $0.fence(zone) }.joined(separator: ", "))]"
    // Only tables have open rows, and no test is one.
    case .open: return "{}"
    case .string(let text): return FactTree.quoted(text)
    case .number(let text): return text
    case .truth(let truth): return "\(truth)"
    case .null: return "none"
    case .word(let word): return word
    case .date(let date): return "\(date)"
    case .instant(let instant): return FactTree.shown(instant, zone)
    case .time(let time): return "\(time)"
    case .period(let period): return "\(period)"
    case .percentage(let quantity): return "\(quantity)%"
    }
  }

  /// The point in time on a clock, without seconds where there are none.
  private static func shown(_ instant: Instant, _ zone: ZoneHistory) -> String {
    let text = instant.rfc3339(offsetSeconds: zone.offset(at: instant).seconds)
    guard instant.milliseconds % 60_000 == 0, text.utf8.count > 19 else { return text }
    return String(text.prefix(16) + text.dropFirst(19))
  }

  /// A field's name: bare where it is a name, else in quotation marks.
  private static func key(_ key: String) -> String {
    let isName = key.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      part.first?.isLetter == true
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
    }
    return isName ? key : quoted(key)
  }

  fileprivate static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      switch character {
      case "\"", "\\": result += "\\\(character)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result + "\""
  }
}
