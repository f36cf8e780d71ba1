import FenceCore
import FenceDiagnostics
import FenceSyntax
import Outreach

/// A field of the organisation's own and where its name is declared.
struct DeclaredField {
  var field: OwnField
  var range: SourceRange
}

extension Compiler {
  /// Reads `extend` of every policy; documents know no policies, so that a name is declared once in all of them.
  func readOwnFields() {
    for unit in units {
      for declaration in unit.declarations(.extend) {
        guard let name = declaration.name, let document = RecordKind(rawValue: name.text) else {
          continue
        }
        for case .ownField(let written) in declaration.clauses.map(\.kind) {
          declare(written, of: document, in: unit)
        }
      }
    }
  }

  private func declare(
    _ written: OwnFieldSyntax, of document: RecordKind, in unit: PolicyUnit
  ) {
    let name = written.name.value
    for other in units {
      guard let earlier = other.ownFields[document]?[name] else { continue }
      return reporter.report(
        .duplicateName, unit.source, written.name.range,
        "the field `\(name)` of a \(document.rawValue) is declared twice",
        secondary: [other.label(earlier.range, "first declared here")],
        help: other === unit
          ? nil : "declare what several policies use in a library that covers nobody")
    }
    var seen: Set<String> = []
    for word in written.words where !seen.insert(word.value).inserted {
      reporter.report(
        .duplicateName, unit.source, word.range, "the word `\(word.value)` is listed twice")
    }
    let field = OwnField(
      name: name, title: written.title?.value ?? name, type: written.type)
    unit.ownFields[document, default: [:]][name] = DeclaredField(
      field: field, range: written.name.range)
  }

  /// The field of the organisation's own that a policy may name.
  func ownField(_ name: String, of document: RecordKind, from unit: PolicyUnit) -> OwnField? {
    visible(from: unit).lazy.compactMap { $0.ownFields[document]?[name]?.field }.first
  }
}

extension PolicyUnit {
  /// The fields that the policy declares, in the order written, document by document.
  var declaredFields: [Policy.DeclaredField] {
    OwnFields.documents.flatMap { document in
      (ownFields[document] ?? [:]).values.sorted { $0.range.lower < $1.range.lower }.map {
        Policy.DeclaredField(document: document, field: $0.field)
      }
    }
  }
}
