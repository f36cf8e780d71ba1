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

  /// Runs a test.
  ///
  /// - Parameters:
  ///   - test: the test.
  ///   - library: its policy, that policy's ancestors and the others that it names.
  ///   - world: zones, numbers and places.
  public init(_ test: CheckedTest, library: Library, world: World) {
    self.test = test
    let facts = TestFacts(test, world: world, ownFields: library.ownFields)
    guard facts.problems.isEmpty else {
      failures = facts.problems
      return
    }
    let verdicts = TestRun.verdicts(test, facts, library, world)
    var found = test.expectations.compactMap { expectation in
      TestRun.failure(of: expectation, in: test, verdicts)
    }
    if test.expectations.isEmpty {
      found.append(
        Diagnostic(
          code: code, message: "the test expects nothing, so it cannot fail",
          primary: test.label))
    }
    failures = found
  }

  private static func verdicts(
    _ test: CheckedTest, _ facts: TestFacts, _ library: Library, _ world: World
  ) -> [TestVerdict] {
    guard let policy = library.policy(test.policy) else { return [] }
    let named = [policy] + test.with.compactMap(library.policy)
    let all = named + named.flatMap(library.ancestors)
    var names: [String] = []
    for policy in all where !names.contains(policy.name) { names.append(policy.name) }
    let judge = Judge(
      library: library, plan: facts.plan, programme: facts.programme, world: world,
      options: Judge.Options())
    return judge.verdicts(
      facts.contact, step: max(0, judge.steps.count - 1), policies: names,
      home: all.lazy.compactMap(\.home).first)
  }

  private static func failure(
    of expectation: CheckedTest.Expectation, in test: CheckedTest, _ verdicts: [TestVerdict]
  ) -> Diagnostic? {
    let label = Diagnostic.Label(test.source, expectation.range)
    switch expectation.kind {
    case .decision(let expected):
      let own = verdicts.filter { verdict in
        ([test.policy] + test.with).contains { verdict.rule.hasPrefix($0 + ".") }
      }
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
  fileprivate func decisive(of rule: String) -> TestVerdict? {
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

extension Policy {
  /// The place whose clocks count in its tests where a contact has no evidence of place.
  fileprivate var home: String? {
    if !isWordPolicy { return name }
    guard case .places(let codes, _, _) = coverage else { return nil }
    return codes.first
  }
}
