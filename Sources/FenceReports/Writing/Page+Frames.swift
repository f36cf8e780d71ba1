public import FenceDiagnostics

/// Diagnostics as people read them: each at its line, numbers masked.
///
/// - Parameters:
///   - diagnostics: what to show, in this order.
///   - style: whether colours may be used.
///   - masking: what is hidden in messages and source lines.
/// - Returns: the text, ending with a line break where there is anything to show.
public func frames(
  _ diagnostics: [Diagnostic], _ style: PageStyle, _ masking: Masking
) -> [UInt8] {
  var page = Page(style)
  for diagnostic in diagnostics { page.frame(diagnostic, masking) }
  return page.bytes
}

extension Page {
  /// Shows a diagnostic at its line; help in a policy's own words is not masked, for sections of law
  /// (`501.616(6)(a)`) can read as numbers.
  mutating func frame(
    _ diagnostic: Diagnostic, _ masking: Masking, isHelpOfPolicy: Bool = false
  ) {
    let masked = diagnostic.masked(masking, isHelpOfPolicy: isHelpOfPolicy)
    let masking = masking.inFile(diagnostic.primary.source.name)
    let text = render(
      [masked],
      style: DiagnosticStyle(
        color: style.isColored, mask: { masking.text($0) },
        width: style.breaksDiagnostics ? style.width : nil))
    line(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    line()
  }
}

extension Diagnostic {
  /// The diagnostic with the numbers in its words masked; those of its source lines are not.
  func masked(_ masking: Masking, isHelpOfPolicy: Bool = false) -> Diagnostic {
    let masking = masking.inFile(primary.source.name)
    var masked = self
    masked.message = masking.text(message)
    masked.primary.message = masking.text(primary.message)
    if !isHelpOfPolicy { masked.help = help.map(masking.text) }
    return masked
  }

  /// The diagnostic as plain text at its line, without a line break at its end.
  func frame(_ masking: Masking, isHelpOfPolicy: Bool = false) -> String {
    var page = Page(PageStyle())
    page.frame(self, masking, isHelpOfPolicy: isHelpOfPolicy)
    return String(page.text.dropLast(2))
  }
}

extension JSONWriter {
  /// Writes a diagnostic with its places; lines and columns from 1, columns in bytes.
  mutating func diagnostic(_ diagnostic: Diagnostic, _ masking: Masking) {
    let masking = masking.inFile(diagnostic.primary.source.name)
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
      $0.member("help", diagnostic.help.map(masking.text))
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
