import FenceDiagnostics
import FenceReports

extension Verb {
  static let help = Verb(
    name: "help", summary: "Explains a command or a diagnostic code", usage: "help [TOPIC]",
    examples: [
      Example("ringfence help check", "explains a command, with examples"),
      Example("ringfence help F0103", "says what a diagnostic is about"),
    ],
    options: [.color], run: showHelp)

  /// Shows the help of one verb.
  static func showHelp(of verb: Verb, _ console: Console) throws -> ExitStatus {
    try console.write(verb.helpPage(console.style))
    return .passed
  }

  private static func showHelp(
    _ arguments: Arguments, _ console: Console
  ) throws -> ExitStatus {
    guard let topic = arguments.operands.first else {
      try console.write(overview(console.style))
      return .passed
    }
    if let verb = all.first(where: { $0.name == topic }) { return try showHelp(of: verb, console) }
    if let code = Lister.codes.first(where: { $0.code == topic.uppercased() }) {
      var page = HelpPage(console.style)
      page.paragraph("\(code.code): \(code.title)")
      page.paragraph("Docs/language/diagnostics/\(code.code).md says more, with an example.")
      try console.write(page.bytes)
      return .passed
    }
    let near = didYouMean(topic, among: all.map(\.name))
    throw Failure.usage(
      "there is no help on `\(topic)`", hint: near.map { "did you mean `ringfence help \($0)`?" })
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
    page.heading("Exit statuses")
    page.rows([
      ("0", "everything asked for passed"), ("1", "there are findings"),
      ("2", "the command line is wrong"), ("3", "a policy does not load"),
      ("4", "a plan or contact file cannot be read"), ("70", "a defect of the program"),
      ("130", "interrupted; what was written is whole"),
    ])
    page.heading("`ringfence help COMMAND` explains a command")
    return page.bytes
  }

  private func helpPage(_ style: PageStyle) -> [UInt8] {
    var page = HelpPage(style)
    page.paragraph(summary)
    page.heading("Usage")
    page.line("ringfence \(usage)")
    page.heading("Examples")
    for example in examples { page.example(example.line, does: example.does) }
    page.heading("Flags")
    page.rows(
      (options + [.help]).map { option in
        (option.name + (option.value.map { " \($0)" } ?? ""), option.help)
      })
    return page.bytes
  }
}
