import FenceDiagnostics
import FenceSyntax

extension Compiler {
  /// Warns of names that nothing uses; registers are declared for facts too, and libraries for others.
  ///
  /// What has errors may use more than could be read.
  func checkUnused() {
    for unit in units where !unit.isLibrary && isSound(unit) {
      for kind in NameKind.allCases where kind != .register {
        let names = (unit.names[kind] ?? [:]).sorted {
          $0.value.range.lower < $1.value.range.lower
        }
        for (name, declaration) in names
        where declaration.keyword.value != .segment
          && unit.used[kind]?.contains(name) != true
        {
          reporter.report(
            .unusedName, unit.source, declaration.name?.range ?? declaration.range,
            "nothing uses the \(declaration.keyword.value.rawValue) `\(name)`")
        }
      }
    }
  }
}
