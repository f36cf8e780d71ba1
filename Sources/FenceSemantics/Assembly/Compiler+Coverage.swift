import FenceCore
import FenceDiagnostics
import FenceSyntax

extension Compiler {
  /// Whom a policy covers; by default recipients in its own code and those of the policies within it.
  func coverage(of unit: PolicyUnit) -> Coverage {
    for clause in unit.header.clauses {
      guard case .covers(let written) = clause.kind else { continue }
      switch written {
      case .everyone: return .everyone
      case .nobody: return .nobody
      case .places(let names, let recipients, let senders):
        let lowering = Lowering(compiler: self, unit: unit)
        let codes = names.filter { lowering.checkPlace($0) }.flatMap {
          places($0.text, in: unit)
        }
        if names.isEmpty, unit.isWordPolicy { reportMissing(in: unit, clause.range) }
        return .places(
          names.isEmpty ? ownCodes(of: unit) : codes, recipients: recipients, senders: senders)
      }
    }
    if unit.isWordPolicy {
      reportMissing(in: unit, unit.header.name?.range ?? unit.header.keyword.range)
    }
    return .places(ownCodes(of: unit), recipients: true, senders: false)
  }

  /// A place, or the members of the union as its own policy names them.
  private func places(_ place: String, in unit: PolicyUnit) -> [String] {
    guard place == "EU", unit.name != "EU", let union = unitsByName["EU"],
      case .places(let members, _, _) = coverage(of: union)
    else { return [place] }
    return [place] + members.filter { $0 != place }
  }

  private func ownCodes(of unit: PolicyUnit) -> [String] {
    guard !unit.isWordPolicy else { return [] }
    let within = units.filter { candidate in
      !candidate.isWordPolicy && candidate.ancestors.contains { $0 === unit }
    }
    return [unit.name] + within.map(\.name).sorted()
  }

  private func reportMissing(in unit: PolicyUnit, _ range: SourceRange) {
    reporter.report(
      .missingCoverage, unit.source, range,
      "policy `\(unit.name)` is named after no place, so it must say whom it covers",
      help:
        "write `covers everyone`, `covers nobody` (a library of names) or `covers recipients in CODE, …`"
    )
  }
}
