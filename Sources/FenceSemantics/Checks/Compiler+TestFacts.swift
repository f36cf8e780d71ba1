import FenceDiagnostics
import FenceSyntax

extension Compiler {
  /// Reports registers that the facts of a test name without their policy, since facts know ids only.
  func checkRegisters(_ block: BlockSyntax, in unit: PolicyUnit) {
    for field in block.fields {
      switch (field.name.value, field.value) {
      case ("registers", .block(let registers)):
        for entry in registers.fields {
          checkRegister(NameSyntax(parts: [entry.name]), in: unit)
        }
      case ("register", .name(let name)): checkRegister(name, in: unit)
      case (_, .block(let inner)): checkRegisters(inner, in: unit)
      case (_, .list(let values, _)):
        for case .block(let inner) in values { checkRegisters(inner, in: unit) }
      default: break
      }
    }
  }

  private func checkRegister(_ name: NameSyntax, in unit: PolicyUnit) {
    guard !name.text.contains(".") else { return }
    let id = find(.register, name, from: unit)?.id
    reporter.report(
      .unknownName, unit.source, name.range,
      "facts name a register by its id, which begins with its policy",
      help: id.map { "write `\($0)`" } ?? "write `POLICY.\(name.text)`",
      fix: id.map { .write($0, at: name.range) })
  }
}
