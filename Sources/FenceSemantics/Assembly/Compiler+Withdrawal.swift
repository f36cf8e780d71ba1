import FenceSyntax

extension Compiler {
  /// Reads `withdrawal takes effect after …` of a header: the default of what this policy itself writes.
  func readWithdrawal(of unit: PolicyUnit) {
    unit.withdrawal = RuleDraft(unit.header.clauses).withdrawal.flatMap {
      Lowering(compiler: self, unit: unit).term($0)
    }
  }
}
