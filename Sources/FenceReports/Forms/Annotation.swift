import FenceCore
import FenceDiagnostics

/// A remark at a line of a file, as GitHub shows it beside a change.
public struct Annotation: Hashable, Sendable {
  enum Level: String, CaseIterable {
    case error, warning, notice
  }

  var level: Level
  var title: String
  var message: String

  /// Where it belongs, from 1; nil for what belongs to no file.
  var file: String?
  var line: Int?
  var column: Int?
  var endLine: Int?
  var endColumn: Int?

  init(_ level: Level, title: String, message: String, file: String? = nil, line: Int? = nil) {
    self.level = level
    self.title = title
    self.message = message
    self.file = file
    self.line = line
  }

  /// A diagnostic at its place.
  init(_ diagnostic: Diagnostic, _ masking: Masking, isHelpOfPolicy: Bool = false) {
    let shown = diagnostic.masked(masking, isHelpOfPolicy: isHelpOfPolicy)
    let label = shown.primary
    level =
      switch shown.severity {
      case .error: .error
      case .warning: .warning
      case .note: .notice
      }
    title = shown.code
    message = [shown.message, label.message, shown.help ?? ""].filter { !$0.isEmpty }
      .joined(separator: "\n")
    file = label.source.name
    let start = label.source.position(at: label.range.lower)
    let end = label.source.position(at: max(label.range.lower, label.range.upper - 1))
    line = start.line
    column = start.column
    endLine = end.line
    endColumn = end.column
  }

  /// The annotation as a workflow command: `::error file=plan.json,line=9::message`.
  fileprivate var command: String {
    var properties: [String] = []
    func add(_ name: String, _ value: String?) {
      guard let value else { return }
      properties.append("\(name)=\(Annotation.escaped(value, isProperty: true))")
    }
    add("file", file)
    add("line", line.map(String.init))
    add("endLine", endLine.map(String.init))
    add("col", column.map(String.init))
    add("endColumn", endColumn.map(String.init))
    add("title", title)
    return "::\(level.rawValue) \(properties.joined(separator: ","))::"
      + "\(Annotation.escaped(message, isProperty: false))\n"
  }

  /// GitHub's workflow commands: a line break ends the command, and `:` and `,` end a property.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Annotations as workflow commands, the gravest first: GitHub shows only the first few of each level.
func github(_ annotations: [Annotation]) -> [UInt8] {
  let ordered = Annotation.Level.allCases.flatMap { level in
    annotations.filter { $0.level == level }
  }
  return Array(ordered.map(\.command).joined().utf8)
}
