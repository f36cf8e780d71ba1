import FenceSyntax
import Foundation

/// Writes the tables of verbs and expressions into their pages of the reference; returns the exit status.
func writeForms() -> Int32 {
  do {
    for (page, forms) in [("verbs", LanguageForm.verbs), ("expressions", LanguageForm.expressions)]
    {
      let file = referencePage(page)
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(try withForms(forms, in: text).utf8).write(to: file)
    }
    return 0
  } catch {
    print("the reference of forms cannot be written: \(error)")
    return 1
  }
}

/// A page in which the table between the two marks is that of the forms.
///
/// - Throws: an error if the page has no marks.
func withForms(_ forms: [LanguageForm], in page: String) throws -> String {
  let begin = "<!-- Written by `swift run workbench forms`; do not edit. -->\n"
  let end = "<!-- End of what is written. -->\n"
  guard let start = page.range(of: begin), let stop = page.range(of: end),
    start.upperBound <= stop.lowerBound
  else { throw CocoaError(.fileReadCorruptFile) }
  var table = ["| form | meaning | for example |", "| --- | --- | --- |"]
  table += forms.map { form in
    let shape = form.shape.components(separatedBy: " | ").map { "`\($0)`" }.joined(
      separator: "<br>")
    return "| \(shape) | \(form.meaning) | `\(form.example)` |"
  }
  return page[..<start.upperBound] + table.joined(separator: "\n") + "\n" + page[stop.lowerBound...]
}
