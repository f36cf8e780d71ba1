import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

/// Makes the policy of one file out of its declarations.
final class PolicyAssembly {
  let compiler: Compiler
  let unit: PolicyUnit
  /// The defaults that the header gives to every rule.
  let header: RuleDraft
  /// When the policy applies at all, lowered once for all its rules.
  private(set) var headerApplies: Expression?
  /// The law that the header gives to every rule without its own.
  private(set) var headerAuthorities: [Authority] = []

  /// The rules that the policy waives, and where.
  var waived: [String: SourceRange] = [:]

  var reporter: Reporter { compiler.reporter }

  init(compiler: Compiler, unit: PolicyUnit) {
    self.compiler = compiler
    self.unit = unit
    header = RuleDraft(unit.header.clauses)
    headerApplies = applies(header)
    headerAuthorities = compiler.authorities(header.under, in: unit)
  }

  /// An assembly of declarations that stand for those of another's policy, under the same header.
  init(of unit: PolicyUnit, like other: PolicyAssembly) {
    compiler = other.compiler
    self.unit = unit
    header = other.header
    headerApplies = other.headerApplies
    headerAuthorities = other.headerAuthorities
  }

  /// The whole policy.
  func policy() -> Policy {
    let place = unit.header.name?.range ?? unit.header.keyword.range
    var policy = Policy(
      name: unit.name, title: unit.header.title?.value ?? unit.name,
      location: unit.location(place), parent: unit.parent?.name,
      coverage: compiler.coverage(of: unit))
    compiler.checkTitle(unit.header, in: unit)
    checkVersions()
    for declaration in unit.parsed.file.declarations {
      switch declaration.keyword.value {
      case .rule, .gap: rule(declaration).map { policy.rules.append($0) }
      case .exempt: policy.exemptions += exemptions(declaration) ?? []
      case .waive: waiver(declaration).map { policy.waivers.append($0) }
      case .note: note(declaration).map { policy.notes.append($0) }
      case .segment: segment(declaration).map { policy.segments.append($0) }
      case .constant: constant(declaration).map { policy.constants.append($0) }
      case .define: lowerUnused(declaration)
      case .policy, .source, .register, .calendar, .phrases, .extend, .override, .mapping, .test,
        .campaign:
        break
      }
    }
    policy.sources = unit.sources.values.sorted { $0.name < $1.name }
    policy.registers = unit.registers.values.sorted { $0.id < $1.id }
    policy.calendars = unit.calendars.values.sorted { $0.id < $1.id }
    policy.businessDays = unit.businessDays
    policy.phrases = compiler.phrases(of: unit)
    policy.ownFields = unit.declaredFields
    return policy
  }

  /// A lowering for one more body of this policy, or of a rule with its own effect of withdrawals.
  func lowering(withdrawal: Term? = nil) -> Lowering {
    Lowering(compiler: compiler, unit: unit, withdrawal: withdrawal)
  }

  /// A definition is checked even where nothing uses it.
  @discardableResult
  private func lowerUnused(_ declaration: DeclarationSyntax) -> DefinedValue.Lowered? {
    guard let name = declaration.name,
      unit.names[.value]?[name.text]?.range == declaration.range
    else { return nil }
    return lowering().definition(
      Compiler.Found(unit: unit, name: name.text), at: name.range)
  }

  private func constant(_ declaration: DeclarationSyntax) -> NamedConstant? {
    guard lowerUnused(declaration) != nil, let name = declaration.name,
      let written = declaration.value
    else { return nil }
    let id = "\(unit.name).\(name.text)"
    return NamedConstant(
      id: id, title: declaration.title?.value ?? name.text,
      value: unit.source.words(in: written.range), override: compiler.overrides[id]?.override)
  }

  private func segment(_ declaration: DeclarationSyntax) -> Segment? {
    guard let name = declaration.name, let lowered = lowerUnused(declaration) else { return nil }
    compiler.checkTitle(declaration, in: unit)
    return Segment(
      id: "\(unit.name).\(name.text)", title: declaration.title?.value ?? name.text,
      condition: lowered.value.expression)
  }

  /// The `applies when` clauses: any of them in force; nil if none is written.
  func applies(_ draft: RuleDraft, withdrawal: Term? = nil) -> Expression? {
    let conditions = draft.applies.compactMap { applies in
      clause(
        applies.condition, details: applies.details, applies.range, withdrawal: withdrawal
      )?.expression
    }
    return conditions.isEmpty ? nil : .disjunction(conditions)
  }

  /// A condition with its own dates and law.
  func clause(
    _ condition: ExpressionSyntax, details: [ClauseSyntax], _ range: SourceRange,
    withdrawal: Term? = nil
  ) -> (expression: Expression, authorities: [Authority])? {
    let lowering = self.lowering(withdrawal: withdrawal)
    let details = RuleDraft(details)
    let authorities = compiler.authorities(details.under, in: unit)
    guard let lowered = lowering.predicate(condition) else { return nil }
    let dated = inForce(lowered, details)
    return (lowering.traced(.clause, range, dated), authorities)
  }

  /// A condition limited to the days of its validity, if any are written.
  func inForce(_ condition: Expression, _ details: RuleDraft) -> Expression {
    guard details.from != nil || details.until != nil else { return condition }
    return .all([
      condition, .inForce(from: details.from?.value, until: details.until?.value),
    ])
  }
}
