import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension PolicyAssembly {
  /// One version of a rule, or a gap.
  func rule(_ declaration: DeclarationSyntax) -> Rule? {
    guard let name = declaration.name else { return nil }
    let isGap = declaration.keyword.value == .gap
    let draft = RuleDraft(declaration.clauses)
    let title = declaration.title?.value ?? name.text
    compiler.checkTitle(declaration, in: unit)
    let withdrawal = draft.withdrawal.flatMap { lowering().term($0) }
    let reported = reporter.diagnostics.count
    var requirements = requirements(draft, withdrawal)
    let graces = reporter.diagnostics.count == reported ? graces(draft, withdrawal) : []
    if isGap {
      let trace = Trace(
        kind: .clause, text: "gap \(name.text)", location: unit.location(name.range))
      requirements = [.traced(trace, .open("the policy does not decide this"))]
    } else if draft.requirements.isEmpty {
      reporter.report(
        .missingRequirement, unit.source, name.range, "rule `\(name.text)` requires nothing",
        help:
          "add `require …`, `forbid …` or a verb such as `hours 08:00 to 20:00`; a duty that cannot be written yet is a `gap`"
      )
    }
    let written = draft.severity ?? (isGap ? nil : header.severity)
    var rule = Rule(
      id: "\(unit.name).\(name.text)", title: title, location: unit.location(name.range),
      isGap: isGap,
      severity: written.flatMap { Severity(rawValue: $0.value) }
        ?? (isGap || unit.isWordPolicy ? .warn : .block),
      severityIsWritten: written != nil,
      authorities: authorities(draft, name), from: (draft.from ?? header.from)?.value,
      until: (draft.until ?? header.until)?.value,
      applies: .conjunction(
        [headerApplies, applies(draft, withdrawal: withdrawal)].compactMap { $0 }, orElse: .yes),
      requirements: requirements, exceptions: exceptions(draft, withdrawal), fix: draft.fix?.value,
      scope: .plan)
    rule.graces = graces
    rule.scope = rule.readScope
    return rule
  }

  private func authorities(_ draft: RuleDraft, _ name: NameSyntax) -> [Authority] {
    if draft.under.isEmpty, !header.under.isEmpty { return headerAuthorities }
    if draft.under.isEmpty {
      reporter.report(
        unit.isWordPolicy ? .missingAuthorityOfOrganisation : .missingAuthority, unit.source,
        name.range, "`\(name.text)` does not say under which source it stands",
        help: "add `under SOURCE \"pinpoint\"`")
    }
    return compiler.authorities(draft.under, in: unit)
  }

  private func exceptions(_ draft: RuleDraft, _ withdrawal: Term?) -> [RuleException] {
    draft.exceptions.compactMap { exception in
      clause(
        exception.condition, details: exception.details, exception.range, withdrawal: withdrawal
      ).map {
        RuleException(condition: $0.expression, authorities: $0.authorities)
      }
    }
  }

  /// Each requiring clause; several `hours` on one clock are one schedule.
  private func requirements(_ draft: RuleDraft, _ withdrawal: Term?) -> [Expression] {
    var requirements: [Expression] = []
    var zonesDone: Set<String> = []
    for clause in draft.requirements {
      if case .verb(.verb(.hours(_, let zone), _)) = clause.kind {
        guard zonesDone.insert(zone?.value ?? "").inserted else { continue }
        schedule(draft.requirements, zone: zone).map { requirements.append($0) }
        continue
      }
      let lowering = self.lowering(withdrawal: withdrawal)
      let lowered: Expression? =
        switch clause.kind {
        case .require(let expression), .verb(let expression): lowering.predicate(expression)
        case .forbid(let expression): lowering.predicate(expression).map { .not($0) }
        default: nil
        }
      if let lowered { requirements.append(lowering.traced(.clause, clause.range, lowered)) }
    }
    return requirements
  }

  /// For each clause that honours opt-outs within some time, that one stands.
  private func graces(_ draft: RuleDraft, _ withdrawal: Term?) -> [Expression] {
    draft.requirements.compactMap { clause in
      guard case .verb(.verb(.honour(let scope, .some, _, let condition), _)) = clause.kind else {
        return nil
      }
      let lowering = self.lowering(withdrawal: withdrawal)
      return lowering.optedOut(scope, where: condition).map {
        lowering.traced(.clause, clause.range, $0)
      }
    }
  }

  /// All `hours` clauses on one clock as one clause.
  private func schedule(_ clauses: [ClauseSyntax], zone: Written<String>?) -> Expression? {
    let lowering = self.lowering()
    var openings: [OpeningSyntax] = []
    var words: [String] = []
    var first: SourceRange?
    for clause in clauses {
      guard case .verb(.verb(.hours(let more, let other), _)) = clause.kind,
        other?.value == zone?.value
      else { continue }
      openings += more
      words.append(lowering.words(clause.range))
      first = first ?? clause.range
    }
    guard let first, let schedule = lowering.schedule(openings, zone: zone) else { return nil }
    let trace = Trace(
      kind: .clause, text: words.joined(separator: "; "), location: unit.location(first))
    return .traced(trace, .schedule(schedule))
  }
}

extension Expression {
  /// The conjunction of conditions, of which there may be none.
  static func conjunction(_ conditions: [Expression], orElse none: Expression) -> Expression {
    conditions.isEmpty ? none : conjunction(conditions)
  }
}
