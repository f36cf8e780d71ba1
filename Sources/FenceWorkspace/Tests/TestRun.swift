public import FenceCore
public import FenceDiagnostics
public import FenceSemantics
public import Outreach
import OutreachFacts

/// One test of a policy, run.
public struct TestRun: Sendable {
  /// The test.
  public let test: CheckedTest

  /// What is wrong with its facts, and what came out otherwise than expected; empty if it passed.
  public let failures: [Diagnostic]

  /// Whether everything came out as expected.
  public var hasPassed: Bool { failures.isEmpty }

  /// The verdicts that it expects, under observation where that was asked for.
  public let expected: [TestVerdict]

  /// Runs a test.
  ///
  /// - Parameters:
  ///   - test: the test.
  ///   - library: its policy, that policy's ancestors and the others that it names.
  ///   - world: zones, numbers and places.
  ///   - observes: whether the verdicts say which thresholds and exceptions were tried.
  public init(_ test: CheckedTest, library: Library, world: World, observes: Bool = false) {
    self.init(
      PreparedTest(test, library: library, world: world), library: library, observes: observes)
  }

  /// Runs a test whose facts are read.
  init(_ prepared: PreparedTest, library: Library, observes: Bool) {
    test = prepared.test
    guard prepared.facts.problems.isEmpty else {
      failures = prepared.facts.problems
      expected = []
      return
    }
    guard !test.expectations.isEmpty else {
      failures = [
        Diagnostic(
          code: code, message: "the test expects nothing, so it cannot fail",
          primary: test.label)
      ]
      expected = []
      return
    }
    let verdicts = prepared.verdicts(
      by: library, rules: prepared.expectedRules, observes: observes)
    failures = prepared.failures(verdicts)
    expected = failures.isEmpty ? prepared.expected(of: verdicts, library: library) : []
  }
}

extension PreparedTest {
  /// What came out otherwise than expected.
  func failures(_ verdicts: [TestVerdict]) -> [Diagnostic] {
    test.expectations.compactMap { failure(of: $0, verdicts) }
  }

  /// Of the verdicts, those that the test expects: of rules that it names, and those that decide the attempt
  /// where it names the decision, which are all of its own policies' where nothing may stand in the way.
  func expected(of verdicts: [TestVerdict], library: Library) -> [TestVerdict] {
    let own = verdicts.filter(isOwn)
    var wanted: [TestVerdict] = []
    for expectation in test.expectations {
      switch expectation.kind {
      case .verdict(let rule, _, _): wanted += [verdicts.decisive(of: rule)].compactMap { $0 }
      case .decision(.allowed):
        wanted += own.filter { library.mayBlock($0.rule) }
      case .decision(let decision):
        let deciding = own.filter { $0.decision == decision }
        if deciding.count == 1 { wanted += deciding }
      }
    }
    return wanted
  }

  /// Whether a verdict is of a rule at which expected decisions look.
  func isOwn(_ verdict: TestVerdict) -> Bool {
    ownPolicies.contains { verdict.rule.hasPrefix($0 + ".") }
  }

  private func failure(
    of expectation: CheckedTest.Expectation, _ verdicts: [TestVerdict]
  ) -> Diagnostic? {
    let label = Diagnostic.Label(test.source, expectation.range)
    switch expectation.kind {
    case .decision(let expected):
      let own = verdicts.filter(isOwn)
      let actual = own.map(\.decision).max() ?? .allowed
      guard actual != expected else { return nil }
      let decisive = own.filter { $0.decision == actual && actual != .allowed }.map(\.sentence)
      return Diagnostic(
        code: code, message: "the attempt is \(actual), not \(expected)", primary: label,
        help: decisive.isEmpty ? nil : decisive.joined(separator: "; "))
    case .verdict(let rule, let expected, let because):
      guard let actual = verdicts.decisive(of: rule) else {
        return Diagnostic(
          code: code, message: "`\(rule)` is not judged here", primary: label,
          help: "name its policy after `with`")
      }
      guard actual.verdict == expected else {
        return Diagnostic(
          code: code, message: "`\(rule)` is \(actual.verdict.rawValue), not \(expected.rawValue)",
          primary: label, help: actual.missingSentence)
      }
      let unnamed = because.filter { name in !actual.missing.contains { names($0, name) } }
      guard !unnamed.isEmpty else { return nil }
      return Diagnostic(
        code: code,
        message: "`\(rule)` is not unproven for want of `\(unnamed.joined(separator: "`, `"))`",
        primary: label, help: actual.missingSentence)
    }
  }
}

/// The code of every failed expectation.
private let code = "T0001"

/// Whether a missing fact is the one that a test names, or lies within it; a contact's may be named without
/// `contact`, and lists are named without brackets.
private func names(_ missing: String, _ name: String) -> Bool {
  let plain = missing.split(separator: "[]").joined() + "."
  return plain.hasPrefix(name + ".") || plain.hasPrefix("contact.\(name).")
}

extension CheckedTest {
  /// The line on which the test begins.
  fileprivate var label: Diagnostic.Label {
    let line = location.line - 1
    let lower =
      source.lineStarts.indices.contains(line)
      ? source.lineStarts[line] + max(0, location.column - 1) : 0
    return Diagnostic.Label(source, SourceRange(lower, min(lower + 4, source.bytes.count)))
  }
}

extension [TestVerdict] {
  /// What a rule says: its version in force, the gravest where several are.
  func decisive(of rule: String) -> TestVerdict? {
    let versions = filter { $0.rule == rule }
    let inForce = versions.filter { $0.verdict != .notInForce }
    return inForce.first { $0.verdict == .fail } ?? inForce.first { $0.verdict == .unproven }
      ?? inForce.first ?? versions.first
  }
}

extension TestVerdict {
  fileprivate var missingSentence: String? {
    missing.isEmpty ? nil : "missing: \(missing.joined(separator: ", "))"
  }

  fileprivate var sentence: String {
    let reason = missingSentence.map { " (\($0))" } ?? ""
    return "`\(rule)` is \(verdict.rawValue)\(reason)"
  }
}

extension Library {
  /// Whether a version of a rule blocks where it fails.
  fileprivate func mayBlock(_ id: String) -> Bool {
    let policy = policies.first { id.hasPrefix($0.name + ".") }
    return policy?.rules.contains { $0.id == id && $0.severity == .block } ?? false
  }

  /// The versions of a rule.
  func rules(_ id: String) -> [Rule] {
    policies.first { id.hasPrefix($0.name + ".") }?.rules.filter { $0.id == id } ?? []
  }
}
