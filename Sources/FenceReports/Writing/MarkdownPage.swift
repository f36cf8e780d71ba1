import FenceCore
import Outreach

/// A report in GitHub Flavored Markdown while it is being written.
struct MarkdownPage {
  private var text = ""

  var bytes: [UInt8] { Array(text.utf8) }

  /// Writes a heading.
  mutating func heading(_ title: String, level: Int = 2) {
    begin()
    text += "\(String(repeating: "#", count: level)) \(Markdown.text(title))\n"
  }

  /// Writes a paragraph of spans that are Markdown already.
  mutating func paragraph(_ spans: String) {
    begin()
    text += "\(spans)\n"
  }

  /// Writes a table of cells that are Markdown already; columns of numbers are aligned to the right.
  mutating func table(_ header: [String], _ rows: [[String]], numbers: Set<Int> = []) {
    guard !rows.isEmpty else { return }
    begin()
    line(header)
    line(header.indices.map { numbers.contains($0) ? "---:" : "---" })
    for row in rows { line(row) }
  }

  /// Writes a list of lines that are Markdown already.
  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    begin()
    for item in items { text += "- \(item)\n" }
  }

  /// Writes what is folded away until somebody asks for it.
  mutating func details(_ summary: String, _ body: (inout MarkdownPage) -> Void) {
    begin()
    text += "<details><summary>\(Markdown.text(summary))</summary>\n"
    body(&self)
    begin()
    text += "</details>\n"
  }

  private mutating func line(_ cells: [String]) {
    text += "| \(cells.joined(separator: " | ")) |\n"
  }

  /// Parts are separated by an empty line.
  private mutating func begin() { if !text.isEmpty { text += "\n" } }
}

/// Spans of Markdown.
enum Markdown {
  /// A text that shows as it is, in a table too: what Markdown or HTML would read as a mark is escaped, and line
  /// breaks become `<br>`.
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      // A name behind it would be told of the report.
      case "@": result += "&#64;"
      case "\n": result += "<br>"
      case "\r": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A sentence of the program or of a policy, in which names stand between backticks.
  static func sentence(_ sentence: String) -> String {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return text(sentence) }
    return parts.enumerated().map { index, part in
      index % 2 == 1 ? code(String(part)) : text(String(part))
    }.joined()
  }

  /// A name in the letters of code.
  static func code(_ text: String) -> String {
    let breaks: Set<Character> = ["`", "|", "\n", "\r", "\\"]
    return text.isEmpty || text.contains(where: breaks.contains) ? Markdown.text(text) : "`\(text)`"
  }

  /// A text that leads to an address.
  static func link(_ text: String, to address: String?) -> String {
    guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else {
      return Markdown.text(text)
    }
    var target = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "(": target += "%28"
      case ")": target += "%29"
      case "|": target += "%7C"
      case "<": target += "%3C"
      case ">": target += "%3E"
      case "\\": target += "%5C"
      case " ": target += "%20"
      default: target.unicodeScalars.append(scalar)
      }
    }
    return "[\(Markdown.text(text))](\(target))"
  }

  /// A finding's verdict and how it counts: `fails`, `unproven (warn)`.
  static func verdict(_ finding: Finding) -> String {
    let word = finding.verdict == .fail ? "fails" : finding.verdict.rawValue
    let notes = [
      finding.severity == .block ? nil : finding.severity.rawValue,
      finding.isWeak ? "weak law" : nil,
    ].compactMap(\.self)
    return word + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }

  /// The law a finding rests on, leading to where it can be read.
  static func law(_ finding: Finding) -> String {
    finding.citations.isEmpty
      ? "" : link(finding.citations.joined(separator: "; "), to: finding.link)
  }

  /// What a finding says, what is missing and what to do.
  static func words(_ finding: Finding) -> String {
    var parts = [sentence(finding.message ?? finding.title)]
    if !finding.missing.isEmpty {
      parts.append("missing: \(finding.missing.map(code).joined(separator: ", "))")
    }
    parts += finding.endedWaivers.map { text($0.ending) }
    if let fix = finding.fix { parts.append("fix: \(sentence(fix))") }
    return parts.joined(separator: "<br>")
  }
}
