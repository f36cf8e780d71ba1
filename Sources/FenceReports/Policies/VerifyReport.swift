public import FenceDiagnostics

/// What is wrong with policies.
public struct VerifyReport: Sendable {
  let diagnostics: [Diagnostic]
  let files: [String]
  let policies: LoadedPolicies

  /// Makes a report on files; the diagnostics are in their order.
  public init(diagnostics: [Diagnostic], files: [String], policies: LoadedPolicies) {
    self.diagnostics = diagnostics
    self.files = files
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
    page.policies(policies)
    page.line(
      page.paint(conclusion, count(.error) > 0 ? .bad : count(.warning) > 0 ? .doubtful : .good))
    return page.bytes
  }

  /// The last line: what was looked at and how much is wrong with it.
  var conclusion: String {
    "\(counted(policies.count, "policy", "policies")) with "
      + "\(counted(policies.rules, "rule")): \(counted(count(.error), "error")), "
      + counted(count(.warning), "warning")
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
