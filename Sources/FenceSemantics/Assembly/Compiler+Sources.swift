import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Compiler {
  /// Reads the sources of a policy, and says what they lack.
  func readSources(of unit: PolicyUnit) {
    for declaration in unit.declarations(.source) {
      guard let name = declaration.name, unit.sources[name.text] == nil else { continue }
      unit.sources[name.text] = source(declaration, name, in: unit)
    }
  }

  private func source(
    _ declaration: DeclarationSyntax, _ name: NameSyntax, in unit: PolicyUnit
  ) -> Source {
    var source = Source(
      name: name.text, title: declaration.title?.value ?? name.text, citation: "", link: nil,
      reviewed: nil, interval: nil, evidence: .memory, confidence: .medium,
      location: unit.location(name.range))
    var isGraded = false
    for clause in declaration.clauses {
      switch clause.kind {
      case .cite(let text): source.citation = text.value
      case .link(let text): source.link = text.value
      case .reviewed(let day, let interval):
        source.reviewed = day.value
        source.interval = interval?.value
        checkStaleness(source, at: clause.range, in: unit)
      case .evidence(let word):
        isGraded = true
        source.evidence = Evidence(rawValue: word.value) ?? source.evidence
      case .confidence(let word):
        source.confidence = Confidence(rawValue: word.value) ?? source.confidence
      default: break
      }
    }
    checkTitle(declaration, in: unit)
    if source.citation.isEmpty {
      reporter.report(
        .missingCitation, unit.source, name.range, "source `\(name.text)` has no citation",
        help: "add `cite \"…\"` with what lawyers write for it")
    }
    var missing: [String] = []
    if source.link == nil, source.evidence == .primary { missing.append("link") }
    if source.reviewed == nil { missing.append("reviewed") }
    if !isGraded { missing.append("evidence") }
    if !missing.isEmpty {
      reporter.report(
        .unreviewedSource, unit.source, name.range,
        "source `\(name.text)` has no \(alternatives(missing))",
        help:
          "`reviewed 2026-01-31 every 6 months` says when it was read, `link` where, `evidence primary` how; without `evidence` it counts as remembered"
      )
    }
    return source
  }

  private func checkStaleness(_ source: Source, at range: SourceRange, in unit: PolicyUnit) {
    guard let today = context.today, source.isStale(on: today) else { return }
    reporter.report(
      .staleSource, unit.source, range, "the review of source `\(source.name)` is overdue",
      help: "read it again, and write the day of doing so")
  }

  /// Warns of a declaration without a title.
  func checkTitle(_ declaration: DeclarationSyntax, in unit: PolicyUnit) {
    guard declaration.title == nil, let name = declaration.name else { return }
    let keyword = declaration.keyword.value.rawValue
    reporter.report(
      .missingTitle, unit.source, name.range, "\(keyword) `\(name.text)` has no title",
      help: "write one behind its name: `\(keyword) \(name.text) \"…\"`")
  }

  /// What the `under` clauses rest on; unknown sources are reported.
  func authorities(_ citations: [CitationSyntax], in unit: PolicyUnit) -> [Authority] {
    citations.compactMap { citation in
      guard let found = require(.source, citation.source, from: unit),
        let source = found.unit.sources[found.name]
      else { return nil }
      let pinpoint = citation.pinpoint.map { " " + $0.value } ?? ""
      return Authority(
        source: source.name, citation: trimmed(source.citation + pinpoint), link: source.link,
        evidence: citation.evidence.flatMap { Evidence(rawValue: $0.value) } ?? source.evidence,
        confidence: citation.confidence.flatMap { Confidence(rawValue: $0.value) }
          ?? source.confidence)
    }
  }

  private func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
