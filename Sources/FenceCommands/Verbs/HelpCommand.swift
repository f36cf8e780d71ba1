import FenceDiagnostics
import FenceReports
import FenceSyntax
import Outreach

extension Verb {
  static let help = Verb(
    name: "help", summary: "Explains a command, a topic, a word of Fence or a diagnostic code",
    usage: "help [TOPIC] [flags]", operands: [.topic],
    examples: [
      Example("ringfence help check", "explains a command, with examples"),
      Example("ringfence help plan", "how a plan is written"),
      Example("ringfence help consent", "a verb of Fence"),
      Example("ringfence help opt_outs", "a fact, with the fields in it"),
      Example("ringfence help F0103", "says what a diagnostic is about"),
      Example("ringfence help --format json", "all of it, for programs"),
    ],
    options: [.format(["text", "json"]), .output, .color], run: showHelp)

  /// Shows the help of one verb.
  static func showHelp(of verb: Verb, _ console: Console) throws -> ExitStatus {
    try console.write(verb.helpPage(console.style))
    return .passed
  }

  private static func showHelp(
    _ arguments: Arguments, _ console: Console
  ) throws -> ExitStatus {
    let asked = arguments.operands.joined(separator: " ")
    let isJSON = arguments.choice(.format()) == "json"
    if asked.isEmpty {
      try console.write(
        isJSON
          ? HelpDocument(verbs: all, topics: HelpTopic.all).bytes : overview(console.style))
    } else if let verb = all.first(where: { $0.name == asked }) {
      try console.write(
        isJSON
          ? HelpDocument(verbs: [verb], topics: []).bytes : verb.helpPage(console.style))
    } else if let topic = topic(asked) {
      try console.write(
        isJSON ? HelpDocument(verbs: [], topics: [topic]).bytes : topic.page(console.style))
    } else {
      let near = didYouMean(asked, among: names)
      throw Failure.usage(
        "there is no help on `\(asked)`",
        hint: near.map { "did you mean `ringfence help \($0)`?" }
          ?? "`ringfence help` lists commands and topics")
    }
    return .passed
  }

  /// What else may be asked about: a topic, a form of the language, a code, a fact.
  private static func topic(_ name: String) -> HelpTopic? {
    if let topic = HelpTopic.all.first(where: { $0.name == name }) { return topic }
    if let form = forms.first(where: { $0.answers(to: name) }) { return HelpTopic.topic(on: form) }
    if let code = Lister.codes.first(where: { $0.code == name.uppercased() }) {
      return HelpTopic(name: code.code, summary: "\(code.code): \(code.title)") {
        $0.paragraph("\(code.page) says more, with an example.")
      }
    }
    return HelpTopic.topic(onFact: name)
  }

  private static let forms = LanguageForm.verbs + LanguageForm.expressions

  /// Every name on which there is help.
  private static var names: [String] {
    all.map(\.name) + HelpTopic.all.map(\.name) + forms.map(\.name) + Lister.codes.map(\.code)
      + RecordKind.allCases.flatMap { $0.fields.map(\.name) }
  }

  private static func overview(_ style: PageStyle) -> [UInt8] {
    var page = HelpPage(style)
    page.paragraph("ringfence judges phone and text outreach by policies written in Fence")
    page.heading("Begin here")
    page.example(
      "ringfence lint plan.json", does: "what is wrong with a plan, before any contact is known")
    page.example(
      "ringfence check plan.json --contacts list.ndjson", does: "who may be contacted")
    page.example(
      "ringfence explain +13055550142 --plan plan.json --contacts list.ndjson",
      does: "why, or why not, with the law")
    page.heading("Commands")
    page.rows(all.map { (name: $0.name, meaning: $0.summary) })
    page.heading("Topics")
    page.rows(HelpTopic.all.map { (name: $0.name, meaning: $0.summary) })
    page.heading("Exit statuses")
    page.rows(ExitStatus.rows)
    page.heading("`ringfence help COMMAND` or `ringfence help TOPIC` tells more")
    return page.bytes
  }

  private func helpPage(_ style: PageStyle) -> [UInt8] {
    var page = HelpPage(style)
    page.paragraph(summary)
    page.heading("Usage")
    page.line("ringfence \(usage)")
    page.heading("Examples")
    for example in examples { page.example(example.line, does: example.does) }
    details(&page)
    page.heading("Flags")
    page.rows(
      (options + [.help]).map { option in
        (option.name + (option.value.map { " \($0)" } ?? ""), option.help)
      })
    return page.bytes
  }
}

extension LanguageForm {
  /// Whether people may mean the form by a name: its whole name, one of several, or its first word.
  fileprivate func answers(to asked: String) -> Bool {
    let names = name.split(separator: ",").map { $0.drop { $0 == " " } }
    return name == asked || names.contains { $0 == asked }
      || name.split(separator: " ").first == Substring(asked)
  }
}
