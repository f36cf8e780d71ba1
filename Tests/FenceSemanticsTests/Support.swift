import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Outreach

/// A context in which every code is a place but those that begin with `Z`, which may mean `US-FL`, and America has
/// zones.
let context = CheckContext(
  placeExists: { !$0.hasPrefix("Z") },
  nearestPlace: { $0 == "ZS-FL" ? "US-FL" : nil }, zoneExists: { $0.hasPrefix("America/") },
  today: CivilDate(year: 2026, month: 11, day: 22))

/// Compiles texts under their names; what is wrong with their grammar is added to the diagnostics.
func compiled(_ texts: [(name: String, text: String)]) -> Compilation {
  let parsed = texts.map { parse(SourceText(name: $0.name, text: $0.text)) }
  var compilation = compile(parsed, context: context)
  compilation.diagnostics = parsed.flatMap(\.diagnostics) + compilation.diagnostics
  return compilation
}

/// Diagnostics as text: place, underlined words, message, secondary places, help and fix, a line each.
func listing(_ diagnostics: [Diagnostic]) -> String {
  diagnostics.map { diagnostic in
    let primary = diagnostic.primary
    let message = "\(diagnostic.severity.rawValue)[\(diagnostic.code)] \(diagnostic.message)"
    var lines = [message, "  at \(place(primary))"]
    lines += diagnostic.secondary.map { "  and \(place($0))" }
    if let help = diagnostic.help { lines.append("  help: \(help)") }
    if let fix = diagnostic.fix {
      let edits = fix.edits.map { edit in
        "`\(primary.source.text(in: edit.range))` -> `\(edit.replacement)`"
      }
      lines.append("  fix: \(fix.title): \(edits.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n") + "\n"
  }.joined()
}

private func place(_ label: Diagnostic.Label) -> String {
  let (line, column) = label.source.position(at: label.range.lower)
  let words = label.source.text(in: label.range).split(whereSeparator: \.isWhitespace)
  let note = label.message.isEmpty ? "" : " (\(label.message))"
  return "\(label.source.name):\(line):\(column) `\(words.joined(separator: " "))`\(note)"
}
