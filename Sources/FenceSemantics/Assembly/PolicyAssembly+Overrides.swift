import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension PolicyAssembly {
  /// `exempt RULE, … when E under …`: an exemption from each rule named; nil if something is wrong.
  func exemptions(_ declaration: DeclarationSyntax) -> [Exemption]? {
    guard let first = declaration.name else { return nil }
    let draft = RuleDraft(declaration.clauses)
    let conditions = declaration.clauses.compactMap { clause -> ExpressionSyntax? in
      if case .when(let condition) = clause.kind { return condition }
      return nil
    }
    let lowering = self.lowering()
    let lowered = lowering.predicates(conditions)
    if draft.under.isEmpty, !unit.isWordPolicy {
      reporter.report(
        .missingAuthority, unit.source, first.range,
        "the exemption from `\(first.text)` does not say under which source it stands",
        help: "add `under SOURCE \"pinpoint\"`")
    }
    let authorities = compiler.authorities(draft.under, in: unit)
    let rules = exemptRules(declaration.names)
    guard rules.count == declaration.names.count, let lowered else { return nil }
    let condition = lowering.traced(
      .clause, declaration.range, inForce(.conjunction(lowered, orElse: .yes), draft))
    return rules.map {
      Exemption(
        rule: $0, exception: RuleException(condition: condition, authorities: authorities),
        policy: unit.name)
    }
  }

  /// The ids of the rules that one exemption names, each once; reports names that mean none, and repeated ones.
  private func exemptRules(_ names: [NameSyntax]) -> [String] {
    var named: [String: SourceRange] = [:]
    return names.compactMap { name in
      guard let rule = ancestorRule(name) else { return nil }
      if let earlier = named.updateValue(name.range, forKey: rule) {
        reporter.report(
          .duplicateName, unit.source, name.range, "this exemption names `\(rule)` twice",
          secondary: [unit.label(earlier, "named here already")])
      }
      return rule
    }
  }

  /// The id of a rule or gap of an ancestor; reports anything else.
  private func ancestorRule(_ name: NameSyntax) -> String? {
    let candidates = unit.ancestors.flatMap { ancestor in
      ancestor.rules.keys.map { (name: $0, id: "\(ancestor.name).\($0)") }
    }
    if let found = candidates.first(where: { $0.name == name.text || $0.id == name.text }) {
      return found.id
    }
    if let id = compiler.ruleID(name, from: unit) {
      reporter.report(
        .wrongExemption, unit.source, name.range,
        "`\(id)` is not a rule of a policy that `\(unit.name)` stands within",
        help: id.hasPrefix("\(unit.name).")
          ? "a rule's own exceptions are written in it: `except when …`"
          : "an organisation's override of another policy's rule is a `waive`")
      return nil
    }
    compiler.reportUnknown(
      .unknownRule, "inherited rule or gap", name,
      among: candidates.flatMap { [$0.name, $0.id] }.sorted(), in: unit)
    return nil
  }

  /// `waive RULE until DATE because "…" by "…"`.
  func waiver(_ declaration: DeclarationSyntax) -> Waiver? {
    guard let name = declaration.name else { return nil }
    let draft = RuleDraft(declaration.clauses)
    var reading: ExpressionSyntax?
    var because: String?
    var by: String?
    for clause in declaration.clauses {
      switch clause.kind {
      case .reading(let expression): reading = expression
      case .because(let text): because = text.value
      case .by(let text): by = text.value
      default: break
      }
    }
    let lowered = reading.map { reading in
      let lowering = self.lowering()
      return lowering.predicate(reading).map { lowering.traced(.clause, reading.range, $0) }
    }
    let missing = [
      draft.until == nil ? "until DATE" : nil, because == nil ? "because \"…\"" : nil,
      by == nil ? "by \"…\"" : nil,
    ].compactMap { $0 }
    if !missing.isEmpty {
      reporter.report(
        .incompleteWaiver, unit.source, name.range,
        "the waiver of `\(name.text)` does not say \(missing.map { "`\($0)`" }.joined(separator: " and "))",
        help: "a waiver says until when it holds, why, and who decided")
    }
    guard let rule = compiler.requireRule(name, from: unit), let until = draft.until, let because,
      let by
    else { return nil }
    checkWaiver(name, rule, until: until)
    if case .some(nil) = lowered { return nil }
    return Waiver(
      rule: rule, until: until.value, reading: lowered ?? nil, because: because, by: by,
      policy: unit.name, location: unit.location(name.range))
  }

  /// Reports a second waiver of one rule, and one that has ended.
  private func checkWaiver(_ name: NameSyntax, _ rule: String, until: Written<CivilDate>) {
    if let earlier = waived.updateValue(name.range, forKey: rule) {
      reporter.report(
        .duplicateName, unit.source, name.range, "`\(rule)` is waived twice",
        secondary: [unit.label(earlier, "first waived here")],
        help: "to prolong a waiver, change its date")
    }
    guard let today = compiler.context.today, until.value < today else { return }
    reporter.report(
      .expiredWaiver, unit.source, until.range,
      "the waiver of `\(rule)` ended on \(until.value), and no longer works",
      help: "delete it, or decide anew: a later date, and why")
  }

  /// `note KIND on RULE "…" under …`.
  func note(_ declaration: DeclarationSyntax) -> Note? {
    guard let kind = declaration.name, let text = declaration.title else { return nil }
    let draft = RuleDraft(declaration.clauses)
    var rules: [String] = []
    for clause in declaration.clauses {
      guard case .on(let names) = clause.kind else { continue }
      rules += names.compactMap { compiler.requireRule($0, from: unit) }
    }
    return Note(
      kind: kind.text, rules: rules, text: text.value,
      authorities: compiler.authorities(draft.under, in: unit))
  }
}

extension Compiler {
  /// The id of the rule or gap that a name means: of the policy itself, of an ancestor, or qualified.
  func ruleID(_ name: NameSyntax, from unit: PolicyUnit) -> String? {
    let parts = name.parts.map(\.value)
    if parts.count == 1 {
      let owner = ([unit] + unit.ancestors).first { $0.rules[parts[0]] != nil }
      return owner.map { "\($0.name).\(parts[0])" }
    }
    guard parts.count == 2, unitsByName[parts[0]]?.rules[parts[1]] != nil else { return nil }
    return name.text
  }

  /// The id of a rule or gap; reports a name that means none.
  func requireRule(_ name: NameSyntax, from unit: PolicyUnit) -> String? {
    if let id = ruleID(name, from: unit) { return id }
    let family = [unit] + unit.ancestors
    let candidates = units.flatMap { owner in
      owner.rules.keys.flatMap { rule in
        family.contains { $0 === owner }
          ? [rule, "\(owner.name).\(rule)"] : ["\(owner.name).\(rule)"]
      }
    }
    reportUnknown(
      .unknownRule, "rule or gap", name, among: candidates.sorted(), in: unit,
      help: "rules of other policies are written `POLICY.rule`")
    return nil
  }
}
