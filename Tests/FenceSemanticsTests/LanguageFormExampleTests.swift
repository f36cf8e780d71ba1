import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import Testing

/// What the reference shows of the language compiles.
struct LanguageFormExampleTests {
  @Test(arguments: LanguageForm.verbs + LanguageForm.expressions)
  func exampleCompiles(form: LanguageForm) {
    let policy = """
      policy US "Examples" {
        business days skip saturday, sunday
      }
      source act "The Act" { cite "Act 1" reviewed 2026-11-22 evidence secondary }
      register do_not_call "Do not call" of numbers { every 31 days }
      register permissions "Permissions" of permits { every 31 days }
      register licences "Licences" of senders
      rule example "…" {
        under act
        require \(form.example)
      }

      """
    let errors = compiled([(name: "example.fence", text: policy)]).diagnostics
      .filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(listing(errors))")
  }
}
