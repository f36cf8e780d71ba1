import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

extension Lowering {
  /// Whether a word is a variable or a field of an enclosing row.
  func isField(_ word: String) -> Bool {
    rows.contains { row in
      row.variable == word || row.type.recordKind?.index(of: word) != nil
    }
  }

  /// `place is US-FL`, `place is one of …`: a question to all evidence of place together.
  func lowerPlace(_ place: NameSyntax, _ relation: RelationSyntax) -> Expression? {
    switch relation {
    case .isValue(let operand, let negated):
      return codes([operand]).map { negate(.placed($0), if: negated) }
    case .isOneOf(let operands, let negated):
      return codes(operands).map { negate(.placed($0), if: negated) }
    default:
      reportUnresolved(place, expecting: nil)
      return nil
    }
  }

  private func codes(_ operands: [ExpressionSyntax]) -> [String]? {
    var codes: [String] = []
    for operand in operands {
      guard case .name(let name) = operand, name.parts.count == 1 else {
        guard case .missing = operand else {
          reporter.report(
            .mismatchedTypes, unit.source, operand.range,
            "`\(words(operand.range))` is no place",
            help: "write a country such as `US` or a part of one such as `US-FL`")
          return nil
        }
        return nil
      }
      guard checkPlace(name) else { return nil }
      codes.append(name.text)
    }
    return codes
  }
}
