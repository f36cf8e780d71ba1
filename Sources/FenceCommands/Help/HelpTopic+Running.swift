import FenceReports

/// What commands have in common.
extension HelpTopic {
  static let lists = HelpTopic(
    name: "lists", summary: "split lists: contacts as they came, by what may be done with them"
  ) {
    $0.example(
      "ringfence check plan.json --contacts list.ndjson --allowed go.ndjson --blocked no.ndjson",
      does: "splits the list; `--review` takes what is open")
    $0.heading("What is written")
    $0.paragraph(
      "Each record byte for byte as it was read, in the order and the form of the input: lines stay "
        + "lines, the elements of a JSON list stay elements of one, a table keeps its header. Numbers are whole. Records that "
        + "cannot be read go to review.", indent: 2)
    $0.heading("When")
    $0.paragraph(
      "The lists are written beside their places and moved there when the last record is judged. A "
        + "run that is interrupted or has to stop leaves the old ones as they were.", indent: 2)
    $0.heading("What is refused")
    $0.paragraph(
      "Two lists in one file, a list in a file that is read, a list on standard output, which could "
        + "not be taken back, contacts of several forms at once, and a record longer than 16 MiB.",
      indent: 2)
  }

  static let formats = HelpTopic(name: "formats", summary: "the forms of reports: --format") {
    page in
    page.rows(
      formNames.map { form in
        let verbs = Verb.all.filter { verb in
          verb.options.contains { $0.name == "--format" && $0.choices?.contains(form) == true }
        }
        return (
          form, "\(meanings[form] ?? ""): \(verbs.map(\.name).joined(separator: ", "))"
        )
      })
    page.heading("Try it")
    page.example(
      "ringfence lint plan.json --format junit --output lint.xml", does: "for a build server")
    page.example("ringfence lint plan.json --format github", does: "in GitHub Actions")
    page.example("ringfence list rules --format csv --output rules.csv", does: "for a spreadsheet")
    page.paragraph("Docs/guide/json.md describes the JSON, Docs/guide/ci.md the use in builds.")
  }

  /// The forms that any command writes, in the order in which they are met.
  static var formNames: [String] {
    var names: [String] = []
    for choice in Verb.all.flatMap(\.options).filter({ $0.name == "--format" }).flatMap({
      $0.choices ?? []
    }) where !names.contains(choice) { names.append(choice) }
    return names
  }

  /// What each form is for.
  static let meanings = [
    "text": "for people at a terminal", "json": "one document, for programs",
    "ndjson": "a JSON object a line", "csv": "a table, for spreadsheets",
    "markdown": "for people in a browser", "junit": "tests in XML, for build servers",
    "github": "workflow commands, which GitHub shows at the lines of a change",
    "sarif": "findings for code scanning", "html": "a page that stands alone",
  ]

  static let masking = HelpTopic(name: "masking", summary: "masking: what is shown of numbers") {
    $0.paragraph(
      "Numbers are masked in every output but the split lists, in messages, source lines and ids "
        + "that read as numbers: country code, area code where there is one, and the last two digits "
        + "stay.")
    $0.heading("For example")
    $0.rows(
      ["+13055550142", "+447700900142", "(305) 555-0142"].map { ($0, Masking().text($0)) })
    $0.heading("To see them whole")
    $0.example(
      "ringfence explain c-1 --plan plan.json --contacts list.ndjson --reveal",
      does: "for your own eyes; mind where the output goes")
  }

  static let exitStatuses = HelpTopic(
    name: "exit-statuses", summary: "exit statuses: how a run ended, for scripts"
  ) {
    $0.rows(ExitStatus.rows)
    $0.paragraph(
      "Where several apply, 2 comes before 3, 3 before 4, and 4 before 1. A reader that closes the "
        + "output early is no failure.")
    $0.heading("Which findings count")
    $0.rows([
      ("--fail-on block", "a rule of severity block fails"),
      ("--fail-on unproven", "or cannot be proved; so it is if nothing is said"),
      ("--fail-on warn", "or a rule of severity warn fails or cannot be proved"),
    ])
    $0.heading("Try it")
    $0.example(
      "ringfence lint plan.json --fail-on block", does: "only what certainly fails stops a build")
  }

  static let clock = HelpTopic(name: "clock", summary: "the clock: which commands look at it") {
    $0.paragraph(
      "`check`, `lint` and `explain` judge a step at its own time and never look at the clock: the "
        + "same files give the same report on any day. `when`, `verify` and `list` begin from now, "
        + "which `--now` sets.")
    $0.heading("Try it")
    $0.example(
      "ringfence list sources --stale --now 2027-06-01", does: "reviews that will be due that day")
  }
}
