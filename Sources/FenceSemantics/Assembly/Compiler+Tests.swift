import FenceDiagnostics
import FenceSyntax
import Outreach

extension Compiler {
  /// The tests of a policy.
  func tests(of unit: PolicyUnit) -> [CheckedTest] {
    unit.declarations(.test).map { test($0, in: unit) }
  }

  private func test(_ declaration: DeclarationSyntax, in unit: PolicyUnit) -> CheckedTest {
    let place = declaration.title?.range ?? declaration.keyword.range
    var test = CheckedTest(
      policy: unit.name, title: declaration.title?.value ?? "", with: [], plan: nil, contact: nil,
      programme: nil, factsComplete: false, expectations: [], location: unit.location(place),
      source: unit.source)
    var seen: [String: SourceRange] = [:]
    for clause in declaration.clauses {
      switch clause.kind {
      case .with(let names): test.with += names.compactMap { policy($0, in: unit) }
      case .facts(let word, let block):
        let path = factsPath(word.value)
        guard test[keyPath: path] == nil else {
          reporter.report(
            .repeatedClause, unit.source, word.range, "`\(word.value)` is written twice")
          continue
        }
        checkRegisters(block, in: unit)
        test[keyPath: path] = FactTree(block, in: unit.source)
      case .factsComplete: test.factsComplete = true
      case .expectDecision, .expectVerdict:
        guard let expectation = expectation(clause, in: unit) else { continue }
        checkRepeated(expectation, &seen, in: unit)
        test.expectations.append(expectation)
      default: break
      }
    }
    let expects = declaration.clauses.contains { $0.keyword.isExpect(in: unit.source) }
    if !expects {
      reporter.report(
        .missingExpectation, unit.source, place, "this test expects nothing",
        help: "add `expect RULE fails`, `expect RULE passes`, `expect allowed` or `expect blocked`")
    }
    return test
  }

  private func factsPath(_ word: String) -> WritableKeyPath<CheckedTest, FactTree?> {
    switch word {
    case "plan": \.plan
    case "programme": \.programme
    default: \.contact
    }
  }

  private func policy(_ name: NameSyntax, in unit: PolicyUnit) -> String? {
    if unitsByName[name.text] != nil { return name.text }
    reportUnknown(
      .unknownPolicy, "policy", name, among: unitsByName.keys.sorted(), in: unit,
      help: "policies that a test judges must be loaded with it")
    return nil
  }

  private func expectation(
    _ clause: ClauseSyntax, in unit: PolicyUnit
  ) -> CheckedTest.Expectation? {
    switch clause.kind {
    case .expectDecision(let word):
      return Decision(rawValue: word.value).map {
        CheckedTest.Expectation(kind: .decision($0), range: clause.range)
      }
    case .expectVerdict(let rule, let verdict, let because):
      return requireRule(rule, from: unit).map { id in
        CheckedTest.Expectation(
          kind: .verdict(rule: id, verdict.value, because: because.map(\.text)),
          range: clause.range)
      }
    default: return nil
    }
  }

  private func checkRepeated(
    _ expectation: CheckedTest.Expectation, _ seen: inout [String: SourceRange],
    in unit: PolicyUnit
  ) {
    let subject =
      switch expectation.kind {
      case .decision: "the decision"
      case .verdict(let rule, _, _): "`\(rule)`"
      }
    if let earlier = seen[subject] {
      reporter.report(
        .repeatedExpectation, unit.source, expectation.range,
        "this test expects something of \(subject) twice",
        secondary: [unit.label(earlier, "first expected here")])
    } else {
      seen[subject] = expectation.range
    }
  }
}

extension SourceRange {
  /// Whether the keyword `expect` stands here, also before something that could not be read.
  fileprivate func isExpect(in source: SourceText) -> Bool { source.text(in: self) == "expect" }
}

/// The campaigns of a file.
func campaigns(of parsed: Parsed) -> [CheckedCampaign] {
  parsed.file.declarations.filter { $0.keyword.value == .campaign }.flatMap { declaration in
    declaration.clauses.compactMap { clause in
      guard case .facts(_, let block) = clause.kind else { return nil }
      return CheckedCampaign(
        facts: FactTree(block, in: parsed.source), source: parsed.source, range: block.range)
    }
  }
}
