import FenceDiagnostics
import FenceSyntax
import Outreach

extension Compiler {
  /// Reports names that hide a name which the policy sees already, or a fact.
  func checkHiding() {
    for unit in units {
      for kind in NameKind.allCases {
        for (name, declaration) in sorted(unit.names[kind]) {
          checkHiding(kind, name, declaration, in: unit)
        }
      }
    }
  }

  private func checkHiding(
    _ kind: NameKind, _ name: String, _ declaration: DeclarationSyntax, in unit: PolicyUnit
  ) {
    let place = declaration.name?.range ?? declaration.range
    if kind == .value, GlobalFact.names.contains(name) {
      reporter.report(
        .hiddenName, unit.source, place,
        "`\(name)` is the name of a fact already, which this \(declaration.keyword.value.rawValue) would hide",
        help: "choose another name")
      return
    }
    for other in visible(from: unit).dropFirst() {
      guard let earlier = other.names[kind]?[name] else { continue }
      // Two libraries see each other; the later is told.
      if other.isShared, unit.isShared, isBefore(unit, other) { continue }
      reporter.report(
        .hiddenName, unit.source, place,
        "`\(name)` hides the \(earlier.keyword.value.rawValue) `\(other.name).\(name)`",
        secondary: [
          other.label(earlier.name?.range ?? earlier.range, "visible here as `\(name)` already")
        ],
        help: "choose another name, or use the visible one")
      return
    }
  }

  private func isBefore(_ unit: PolicyUnit, _ other: PolicyUnit) -> Bool {
    for candidate in units {
      if candidate === unit { return true }
      if candidate === other { return false }
    }
    return false
  }

  private func sorted(
    _ names: [String: DeclarationSyntax]?
  ) -> [(String, DeclarationSyntax)] {
    (names ?? [:]).sorted { $0.value.range.lower < $1.value.range.lower }
  }
}
