import FenceCore
import FenceDiagnostics
import FenceSyntax

extension Compiler {
  /// A declared name: the policy that declares it, and its name there.
  struct Found {
    var unit: PolicyUnit
    var name: String

    /// The name that is unique in the compilation, such as `US.national_dnc`.
    var id: String { "\(unit.name).\(name)" }
  }

  /// The declaration that a written name means, bare or qualified; nil if there is none.
  func find(_ kind: NameKind, _ written: NameSyntax, from unit: PolicyUnit) -> Found? {
    let parts = written.parts.map(\.value)
    if parts.count == 1, let name = parts.first {
      let owner = visible(from: unit).first { $0.names[kind]?[name] != nil }
      return owner.map { use(kind, Found(unit: $0, name: name)) }
    }
    guard parts.count == 2, let owner = unitsByName[parts[0]],
      owner.names[kind]?[parts[1]] != nil
    else { return nil }
    return use(kind, Found(unit: owner, name: parts[1]))
  }

  /// The declaration that a written name means; reports where there is none.
  func require(_ kind: NameKind, _ written: NameSyntax, from unit: PolicyUnit) -> Found? {
    if let found = find(kind, written, from: unit) { return found }
    for other in NameKind.allCases where other != kind {
      guard let found = find(other, written, from: unit),
        let declaration = found.unit.names[other]?[found.name]
      else { continue }
      reporter.report(
        .wrongKindOfName, unit.source, written.range,
        "`\(written.text)` is a \(declaration.keyword.value.rawValue), and a \(kind.described) is needed here",
        secondary: [found.unit.label(declaration.keyword.range, "declared here")])
      return nil
    }
    reportUnknown(
      .unknownName, kind.described, written, among: names(kind, from: unit), in: unit,
      help:
        "a policy sees its own names, those of the policies it stands within and of libraries; others are written `POLICY.name`"
    )
    return nil
  }

  /// Reports a name that nothing declares, with the nearest one that something does.
  func reportUnknown(
    _ code: SemanticCode, _ what: String, _ written: NameSyntax, among candidates: [String],
    in unit: PolicyUnit, help: String? = nil
  ) {
    let near = didYouMean(written.text, among: candidates)
    reporter.report(
      code, unit.source, written.range, "there is no \(what) `\(written.text)`",
      help: near.map { "did you mean `\($0)`?" } ?? help,
      fix: near.map { .write($0, at: written.range) })
  }

  /// The names of a kind as the policy may write them.
  func names(_ kind: NameKind, from unit: PolicyUnit) -> [String] {
    let seen = visible(from: unit)
    return units.flatMap { owner in
      let names = owner.names[kind].map { Array($0.keys) } ?? []
      return seen.contains { $0 === owner } ? names : names.map { "\(owner.name).\($0)" }
    }.sorted()
  }

  private func use(_ kind: NameKind, _ found: Found) -> Found {
    found.unit.used[kind, default: []].insert(found.name)
    return found
  }
}

extension NameKind {
  /// What messages call it.
  var described: String {
    switch self {
    case .value: "define, constant or segment"
    case .source, .register, .calendar: rawValue
    }
  }
}
