public import FenceCore
import Outreach

/// The core of a policy as nested parentheses, one rule after another: what the verbs became.
///
/// Traces are left out but for those of clauses, whose words stand after `;`.
public func dumpCore(_ policy: Policy) -> String {
  var printer = CorePrinter()
  printer.line("policy \(policy.name)\(policy.parent.map { " within \($0)" } ?? "")")
  printer.line("  covers \(CorePrinter.spell(policy.coverage))")
  for rule in policy.rules { printer.print(rule) }
  for exemption in policy.exemptions {
    printer.line("")
    printer.line("exempt \(exemption.rule)")
    printer.print("when", exemption.exception.condition)
  }
  for waiver in policy.waivers {
    printer.line("")
    printer.line("waive \(waiver.rule) until \(waiver.until)")
    if let reading = waiver.reading { printer.print("as", reading) }
  }
  for segment in policy.segments {
    printer.line("")
    printer.line("segment \(segment.id)")
    printer.print("is", segment.condition)
  }
  for declared in policy.ownFields {
    printer.line("")
    printer.line("field \(declared.document.rawValue).custom.\(declared.field.name)")
    printer.line("  is \(declared.field.type.spelling)")
  }
  return printer.text
}

/// Writes core expressions over lines of bounded width.
private struct CorePrinter {
  private(set) var text = ""

  mutating func line(_ line: String) { text += line + "\n" }

  mutating func print(_ rule: Rule) {
    line("")
    let from = rule.from.map { " from \($0)" } ?? ""
    let until = rule.until.map { " until \($0)" } ?? ""
    let severity = "\(rule.severity.rawValue)\(rule.severityIsWritten ? " (written)" : "")"
    line("\(rule.isGap ? "gap" : "rule") \(rule.id)\(from)\(until)")
    line("  \(severity), scope \(rule.scope.rawValue)")
    for authority in rule.authorities {
      line(
        "  under \(authority.citation) \(authority.evidence.rawValue) \(authority.confidence.rawValue)"
      )
    }
    print("applies", rule.applies)
    for requirement in rule.requirements { print("require", requirement) }
    for exception in rule.exceptions { print("except", exception.condition) }
  }

  mutating func print(_ word: String, _ expression: Expression) {
    var body = expression
    var words = ""
    if case .traced(let trace, let inner) = expression, trace.kind == .clause {
      body = inner
      words = "  ; \(trace.text)"
    }
    line("  \(word)\(words)")
    write(CoreNode(body), indent: 4)
  }

  /// A node on one line if it fits, else its parts on lines of their own.
  private mutating func write(_ node: CoreNode, indent: Int) {
    let space = String(repeating: " ", count: indent)
    let flat = node.flat
    if indent + flat.count <= 100 || node.parts.isEmpty {
      line(space + flat)
      return
    }
    line("\(space)(\(node.head)")
    for part in node.parts { write(part, indent: indent + 2) }
    text.removeLast()
    line(")")
  }

  static func spell(_ coverage: Coverage) -> String {
    switch coverage {
    case .nobody: "nobody"
    case .everyone: "everyone"
    case .places(let places, let recipients, let senders):
      [recipients ? "recipients" : nil, senders ? "senders" : nil].compactMap { $0 }
        .joined(separator: " and ") + " in " + places.joined(separator: ", ")
    }
  }
}
