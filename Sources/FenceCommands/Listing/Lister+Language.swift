import FenceDiagnostics
import FenceReports
import FenceSemantics
import FenceSyntax
import Outreach
import OutreachFacts

/// The lists of what the language and the program know.
extension Lister {
  static let facts = Listing(
    kind: "facts", keys: ["fact", "holds", "also", "meaning"],
    rows: RecordKind.allCases.flatMap { kind in
      kind.fields.map { field in
        [
          .text("\(kind.headline).\(field.name)"), .text(field.type.words),
          .texts(field.aliases), .text(field.summary),
        ]
      }
    })

  static let words = Listing(
    kind: "words", keys: ["list", "words"],
    rows: Vocabulary.allCases.map { [.text($0.rawValue), .texts($0.words)] })

  static let verbs = listing("verbs", LanguageForm.verbs)

  static let functions = listing("functions", LanguageForm.expressions)

  private static func listing(_ kind: String, _ forms: [LanguageForm]) -> Listing {
    Listing(
      kind: kind, keys: ["name", "shape", "meaning", "example"],
      rows: forms.map {
        [.text($0.name), .text($0.shape), .text($0.meaning), .text($0.example)]
      })
  }

  static let codeList = Listing(
    kind: "codes", keys: ["code", "severity", "title"],
    rows: codes.map {
      [.text($0.code), .text($0.severity.rawValue), .text($0.title)]
    })

  /// Every diagnostic that the program knows.
  static let codes = syntaxDiagnosticCodes + semanticDiagnosticCodes + factDiagnosticCodes
}

extension DiagnosticCode {
  /// Where it is explained, from the root of the project.
  var page: String { "Docs/language/diagnostics/\(code).md" }
}
