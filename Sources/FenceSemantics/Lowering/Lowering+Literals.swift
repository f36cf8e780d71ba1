import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  func lower(_ literal: LiteralSyntax, _ range: SourceRange) -> Typed {
    let (value, type): (FactValue, FactType) =
      switch literal {
      case .text(let text): (.text(text), .text)
      case .number(let number): (.number(number), .number)
      case .percentage(let number): (.number(number), .percentage)
      case .date(let date): (.date(date), .moment)
      case .instant(let instant): (.instant(instant), .moment)
      case .time(let time): (.time(time), .timeOfDay)
      case .period(let period): (.period(period), .period)
      case .truth(let truth): (.truth(truth), .truth)
      }
    return Typed(expression: .constant(value), type: type, range: range)
  }

  /// A duration of a verb or of `within`, with the business days that it counts.
  func term(_ duration: DurationSyntax) -> Term? {
    switch duration {
    case .missing: return nil
    case .period(let period, let range):
      return term(period, range, of: unit)
    case .name(let name):
      guard let found = compiler.require(.value, name, from: unit) else { return nil }
      guard let lowered = definition(found, at: name.range) else { return nil }
      guard case .period(let period)? = lowered.value.constant else {
        reporter.report(
          .mismatchedTypes, unit.source, name.range,
          "`\(name.text)` is \(lowered.value.type.described), and a length of time is needed here",
          help: "write it out, such as `31 days`, or name a constant that is one")
        return nil
      }
      return term(period, name.range, of: lowered.unit)
    }
  }

  /// A period with the business days of the policy in which it is written.
  func term(_ period: Period, _ range: SourceRange, of owner: PolicyUnit) -> Term? {
    guard period.countsBusinessDays else { return Term(period) }
    let family = [owner] + owner.ancestors
    if let days = family.lazy.compactMap(\.businessDays).first {
      return Term(period, businessDays: days)
    }
    reporter.report(
      .undefinedBusinessDays, unit.source, range,
      "`\(words(range))` counts business days, and policy `\(owner.name)` does not say which those are",
      help:
        "add `business days skip saturday, sunday, CALENDAR` to the header of the policy or of one it stands within"
    )
    return nil
  }
}
