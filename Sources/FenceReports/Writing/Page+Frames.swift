import FenceDiagnostics

extension Page {
  /// Shows a diagnostic at its line.
  mutating func frame(_ diagnostic: Diagnostic, _ masking: Masking) {
    let label = diagnostic.primary
    let (lineNumber, column) = label.source.position(at: label.range.lower)
    line("\(label.source.name):\(lineNumber):\(column): \(diagnostic.message)")
    line()
  }
}

extension JSONWriter {
  /// Writes a diagnostic with its places; lines and columns from 1, columns in bytes.
  mutating func diagnostic(_ diagnostic: Diagnostic, _ masking: Masking) {
    object {
      $0.member("code", diagnostic.code)
      $0.member("severity", diagnostic.severity.rawValue)
      $0.member("message", masking.text(diagnostic.message))
      $0.key("location")
      $0.place(diagnostic.primary)
      $0.key("related")
      $0.array(diagnostic.secondary) { writer, label in
        writer.object {
          $0.member("message", masking.text(label.message))
          $0.key("location")
          $0.place(label)
        }
      }
      $0.member("help", diagnostic.help)
      $0.member("fix", diagnostic.fix?.title)
    }
  }

  private mutating func place(_ label: Diagnostic.Label) {
    let start = label.source.position(at: label.range.lower)
    let end = label.source.position(at: label.range.upper)
    object {
      $0.member("file", label.source.name)
      $0.member("line", start.line)
      $0.member("column", start.column)
      $0.member("end_line", end.line)
      $0.member("end_column", end.column)
    }
  }
}
