public import FenceDiagnostics

/// What is wrong with policies.
public struct VerifyReport: Sendable {
  let diagnostics: [Diagnostic]
  let policies: LoadedPolicies

  /// Makes a report.
  public init(diagnostics: [Diagnostic], policies: LoadedPolicies) {
    self.diagnostics = diagnostics
    self.policies = policies
  }

  /// How many diagnostics there are of a severity.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }

  /// The report for people: every diagnostic, then the counts.
  public func text(_ style: PageStyle) -> [UInt8] {
    var page = Page(style)
    for diagnostic in diagnostics { page.frame(diagnostic, Masking()) }
    let errors = count(.error)
    let warnings = count(.warning)
    let found =
      "\(counted(policies.count, "policy", "policies")) with "
      + "\(counted(policies.rules, "rule")): \(counted(errors, "error")), "
      + counted(warnings, "warning")
    page.policies(policies)
    page.line(page.paint(found, errors > 0 ? .bad : warnings > 0 ? .doubtful : .good))
    return page.bytes
  }

  /// The report as one JSON document, `ringfence.verify/1`.
  public func json(tool: String) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.member("format", "ringfence.verify/1")
      $0.member("tool", tool)
      $0.key("policies")
      $0.policies(policies)
      $0.key("diagnostics")
      $0.array(diagnostics) { $0.diagnostic($1, Masking()) }
      $0.key("summary")
      $0.object {
        $0.member("errors", count(.error))
        $0.member("warnings", count(.warning))
      }
    }
    return writer.bytes + Array("\n".utf8)
  }
}
