import FenceDiagnostics
import FenceSyntax

extension Compiler {
  /// Reads the headers of the files, and what each file declares; files of campaigns need no header.
  func gather(_ files: [Parsed]) {
    for parsed in files {
      let declarations = parsed.file.declarations
      let isPolicy =
        declarations.isEmpty || declarations.contains { $0.keyword.value != .campaign }
      if isPolicy, let unit = unit(of: parsed) { add(unit) }
    }
    resolveParents()
  }

  private func unit(of parsed: Parsed) -> PolicyUnit? {
    let declarations = parsed.file.declarations
    let headers = declarations.filter { $0.keyword.value == .policy }
    guard let header = headers.first else {
      guard !parsed.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
      let place = declarations.first?.keyword.range ?? SourceRange(0, 0)
      reporter.report(
        .missingHeader, parsed.source, place, "this file does not say which policy it is",
        help:
          "begin it with `policy NAME \"title\"`, where NAME is a place such as `US-FL` or a word such as `acme`"
      )
      return nil
    }
    for extra in headers.dropFirst() {
      reporter.report(
        .misplacedHeader, parsed.source, extra.keyword.range,
        "a file holds one policy, and this is its second header",
        secondary: [Diagnostic.Label(parsed.source, header.keyword.range, "the first header")])
    }
    if let first = declarations.first, first.keyword.value != .policy {
      reporter.report(
        .misplacedHeader, parsed.source, header.keyword.range,
        "the header must come before every other declaration",
        secondary: [Diagnostic.Label(parsed.source, first.keyword.range, "the first declaration")])
    }
    guard let name = header.name else { return nil }
    return PolicyUnit(parsed: parsed, header: header, name: name.text)
  }

  private func add(_ unit: PolicyUnit) {
    let place = unit.header.name?.range ?? unit.header.keyword.range
    if let earlier = unitsByName[unit.name] {
      reporter.report(
        .duplicateName, unit.source, place, "there are two policies `\(unit.name)`",
        secondary: [
          earlier.label(earlier.header.name?.range ?? earlier.header.keyword.range, "the other one")
        ])
      return
    }
    if !unit.isWordPolicy, !isPlace(unit.name) {
      reportUnknownPlace(
        unit.name, at: place, in: unit,
        help:
          "a policy is named after a country (`US`), a part of one (`US-FL`), `EU`, or by a lower-case word"
      )
    }
    units.append(unit)
    unitsByName[unit.name] = unit
    declareNames(of: unit)
  }

  private func declareNames(of unit: PolicyUnit) {
    for declaration in unit.parsed.file.declarations {
      guard let name = declaration.name else { continue }
      switch declaration.keyword.value {
      case .rule, .gap: unit.rules[name.text, default: []].append(declaration)
      case .constant, .define, .segment: declare(.value, name, declaration, in: unit)
      case .source: declare(.source, name, declaration, in: unit)
      case .register: declare(.register, name, declaration, in: unit)
      case .calendar: declare(.calendar, name, declaration, in: unit)
      case .policy, .phrases, .exempt, .waive, .note, .extend, .override, .mapping, .test,
        .campaign:
        break
      }
    }
  }

  private func declare(
    _ kind: NameKind, _ name: NameSyntax, _ declaration: DeclarationSyntax, in unit: PolicyUnit
  ) {
    if let earlier = unit.names[kind]?[name.text] {
      reporter.report(
        .duplicateName, unit.source, name.range, "`\(name.text)` is declared twice",
        secondary: [unit.label(earlier.name?.range ?? earlier.range, "first declared here")])
      return
    }
    unit.names[kind, default: [:]][name.text] = declaration
  }

  private func resolveParents() {
    for unit in units {
      for clause in unit.header.clauses {
        guard case .within(let name) = clause.kind else { continue }
        guard let parent = unitsByName[name.text] else {
          reportUnknown(
            .unknownPolicy, "policy", name, among: unitsByName.keys.sorted(), in: unit,
            help: "policies that others stand within must be loaded with them")
          continue
        }
        if parent === unit || parent.ancestors.contains(where: { $0 === unit }) {
          reporter.report(
            .circularWithin, unit.source, name.range,
            parent === unit
              ? "a policy cannot stand within itself"
              : "`\(unit.name)` cannot stand within `\(parent.name)`, which stands within it")
          continue
        }
        unit.parent = parent
      }
    }
  }
}
