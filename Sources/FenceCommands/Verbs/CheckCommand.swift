import FenceReports

extension Verb {
  static let check = Verb(
    name: "check", summary: "Judges every contact on every step of a plan",
    usage: "check PLAN --contacts FILE [flags]", operands: [.input],
    examples: [
      Example(
        "ringfence check plan.json --contacts list.ndjson", "who may be contacted, and why not"),
      Example(
        "ringfence check plan.json --contacts export.csv",
        "the export of a CRM, read by the mapping that its header chooses"),
      Example(
        "ringfence check plan.json --contacts list.ndjson --allowed go.ndjson --review ask.ndjson",
        "splits the list; the records stay as they were"),
      Example(
        "ringfence check plan.json --contacts list.ndjson --format json --output report.json",
        "the whole report for a machine"),
    ],
    options: [
      .contacts, .contactsFormat, .mapping, .badRecords, .allowed, .review, .blocked, .programme,
      .tzdir, .policies,
      .only, .skip, .failOn, .jobs,
      .format(["text", "json", "ndjson", "csv", "markdown", "junit", "github"]), .output, .color,
      .mergeable, .reveal, .quiet,
    ],
    run: { arguments, console in
      let run = try CheckRun(try Workplace(arguments, console))
      return try run.run()
    })
}

extension Option {
  static let jobs = Option.value(
    "--jobs", "N", "how many threads work; as many as the machine has cores unless said")
  static let badRecords = Option.choice(
    "--bad-records", ["report", "stop"], "what to do about a record that cannot be read")
  static let allowed = Option.value(
    "--allowed", "FILE", "where records that may be contacted go", names: .output)
  static let review = Option.value(
    "--review", "FILE", "where records that need a review go", names: .output)
  static let blocked = Option.value(
    "--blocked", "FILE", "where records that may not be contacted go", names: .output)
}
