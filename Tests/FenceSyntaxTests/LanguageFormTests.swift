import FenceSyntax
import Foundation
import TestSupport
import Testing

/// The list of forms, from which reference and help are written, holds the whole grammar of expressions.
struct LanguageFormTests {
  @Test(arguments: LanguageForm.verbs + LanguageForm.expressions)
  func isCompleteInItself(form: LanguageForm) {
    #expect(!form.meaning.hasSuffix("."))
    #expect(form.meaning.first?.isUppercase == false)
    for word in form.name.split(whereSeparator: { ", ".contains($0) }) {
      #expect(form.shape.contains(word), "\(form.name)")
    }
  }

  @Test func namesAreUnique() {
    let names = (LanguageForm.verbs + LanguageForm.expressions).map(\.name)
    #expect(Set(names).count == names.count)
  }

  /// Every word that the grammar's productions of expressions and verbs quote occurs in some form.
  @Test func holdsEveryWordOfTheGrammar() throws {
    let file = repositoryRoot.appending(path: "Grammar/Fence.ebnf")
    let grammar = try String(contentsOf: file, encoding: .utf8)
    let shapes = (LanguageForm.verbs + LanguageForm.expressions).map(\.shape).joined(separator: " ")
    let known = Set(
      shapes.split { !"abcdefghijklmnopqrstuvwxyz-<>+".contains($0) }.map(String.init))
    let productions = [
      "expression", "conjunction", "negation", "comparison", "relation", "quantified", "sum",
      "term", "scrub", "listed", "permitted", "registered", "consent", "opted_out", "honour",
      "opt_out_scope", "hours", "opening", "day_name", "span", "cap", "pause", "answers", "says",
      "erase", "keep", "event",
    ]
    for production in productions {
      let text = try #require(body(of: production, in: grammar), "\(production)")
      for match in text.matches(of: /"([^"]+)"/) where match.1.contains(/[a-z<>+-]/) {
        #expect(known.contains(String(match.1)), "`\(match.1)` of `\(production)` is in no form")
      }
    }
  }

  private func body(of production: String, in grammar: String) -> Substring? {
    let lines = grammar.split(separator: "\n", omittingEmptySubsequences: false)
    guard
      let start = lines.firstIndex(where: {
        $0.split(whereSeparator: { " =".contains($0) }).first == Substring(production)
          && $0.hasPrefix(production)
      }),
      let end = lines[start...].firstIndex(where: { $0.hasSuffix(";") })
    else { return nil }
    return Substring(lines[start...end].joined(separator: "\n"))
  }
}
