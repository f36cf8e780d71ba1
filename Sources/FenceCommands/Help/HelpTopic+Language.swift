import FenceReports
import FenceSyntax
import Outreach

/// What rules may ask, and of what.
extension HelpTopic {
  static let facts = HelpTopic(name: "facts", summary: "facts: what rules may ask for") {
    $0.paragraph(
      "Contacts, plan and programme hold facts. A policy names a contact's fields bare "
        + "(`recipient`, `consents`), parts of the plan as `offer`, `sender`, `audience`, `metrics`, "
        + "those of the attempt as `channel`, `technology`, `purpose`, `subject`, `message`, and the "
        + "rest as `plan.…`, `step.…`, `programme.…`.")
    $0.paragraph(
      "What nobody supplied is unknown, and a rule that needs it is unproven: missing evidence "
        + "never passes.")
    $0.heading("Try it")
    $0.example("ringfence list facts", does: "every field with what it holds")
    $0.example("ringfence help consents", does: "one of them, with the fields in it")
    $0.example("ringfence list words", does: "the words that fields take, such as channels")
  }

  static let verbs = HelpTopic(name: "verbs", summary: "verbs: what a word says of an attempt") {
    $0.rows(LanguageForm.verbs.map { ($0.name, $0.meaning) })
    $0.heading("Try it")
    $0.example("ringfence help consent", does: "one of them, with an example")
  }

  static let functions = HelpTopic(
    name: "functions", summary: "connectives, comparisons, questions about lists, and functions"
  ) {
    $0.rows(LanguageForm.expressions.map { ($0.name, $0.meaning) })
    $0.heading("Try it")
    $0.example("ringfence help within", does: "one of them, with an example")
  }

  /// The page of a verb or another form of the language.
  static func topic(on form: LanguageForm) -> HelpTopic {
    HelpTopic(name: form.name, summary: "`\(form.name)`: \(form.meaning)") {
      $0.heading("How it is written")
      $0.line(form.shape)
      $0.heading("For example")
      $0.line("require \(form.example)")
    }
  }

  /// The page of the facts of a name: `minor`, or `contact.minor` for one alone; nil if there are none.
  static func topic(onFact name: String) -> HelpTopic? {
    let found = RecordKind.allCases.flatMap { kind in
      kind.fields.filter { name == $0.name || name == "\(kind.headline).\($0.name)" }
        .map { (kind, $0) }
    }
    guard !found.isEmpty else { return nil }
    return HelpTopic(name: name, summary: "\(counted(found.count, "fact")) of this name") { page in
      for (kind, field) in found {
        page.heading("\(kind.headline).\(field.name)")
        page.paragraph("\(field.summary): \(field.type.words)", indent: 2)
        switch field.type {
        case .word(let vocabulary), .words(let vocabulary):
          page.paragraph(vocabulary.words.joined(separator: ", "), indent: 2)
        default:
          if let record = field.type.record { page.rows(fields(of: record)) }
        }
      }
    }
  }
}
