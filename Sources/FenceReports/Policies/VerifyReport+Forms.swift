import FenceDiagnostics

extension VerifyReport: FindingsReport {
  /// The counts, then every diagnostic.
  public func markdown() -> [UInt8] {
    var page = MarkdownPage()
    page.heading("Policies")
    page.paragraph(Markdown.text(conclusion))
    page.decisions(in: policies)
    page.table(
      ["", "code", "what", "at"],
      diagnostics.map { diagnostic in
        let start = diagnostic.primary.source.position(at: diagnostic.primary.range.lower)
        return [
          diagnostic.severity.rawValue, Markdown.code(diagnostic.code),
          Markdown.sentence(diagnostic.sentence),
          Markdown.code("\(diagnostic.primary.source.name):\(start.line):\(start.column)"),
        ]
      })
    return page.bytes
  }

  /// A test a file, which fails if the file has an error.
  public var suites: [JUnitSuite] {
    let byFile = Dictionary(grouping: diagnostics) { $0.primary.source.name }
    let cases = files.map { file in
      let all = byFile[file] ?? []
      let errors = all.filter { $0.severity == .error }
      let others = all.filter { $0.severity != .error }
      var test = JUnitSuite.Case(name: file, group: "ringfence.verify", file: file)
      if let first = errors.first {
        test.line = first.primary.source.position(at: first.primary.range.lower).line
        test.failure = JUnitSuite.Failure(
          kind: first.code, message: first.masked(Masking()).message,
          text: errors.map { $0.frame(Masking()) }.joined(separator: "\n\n"))
      }
      test.remark = others.map { $0.frame(Masking()) }.joined(separator: "\n\n")
      return test
    }
    return [JUnitSuite(name: "ringfence verify", cases: cases)]
  }

  /// A remark a diagnostic.
  public var annotations: [Annotation] { diagnostics.map { Annotation($0, Masking()) } }
}

extension Diagnostic {
  /// Message and help on one line, numbers masked.
  var sentence: String {
    let shown = masked(Masking())
    return shown.message + (shown.help.map { ": \($0)" } ?? "")
  }
}

/// Diagnostics as GitHub's workflow commands, for what keeps a report from being made.
public func github(_ diagnostics: [Diagnostic], _ masking: Masking) -> [UInt8] {
  github(diagnostics.map { Annotation($0, masking) })
}
