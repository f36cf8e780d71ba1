import FenceReports

extension Verb {
  static let merge = Verb(
    name: "merge", summary: "Adds the reports on parts of a list up to that on the whole",
    usage: "merge PLAN REPORT… [flags]", operands: [.input],
    examples: [
      Example(
        "ringfence check plan.json --contacts - --format ndjson --mergeable key --output a.ndjson",
        "the report on a part of the list; the key is the same for every part"),
      Example(
        "ringfence merge plan.json a.ndjson b.ndjson c.ndjson",
        "the report on the whole list, the parts in their order"),
      Example(
        "ringfence merge plan.json - --format json --output report.json",
        "reports that stand one after the other"),
    ],
    options: [
      .programme, .tzdir, .policies, .only, .skip, .failOn,
      .format(["text", "json", "ndjson", "markdown", "junit", "github"]), .output, .color, .quiet,
    ],
    run: { arguments, console in try MergeRun(try Workplace(arguments, console)).merge() })
}

extension Option {
  static let mergeable = Option.value(
    "--mergeable", "KEYFILE", "write what `merge` needs; the file holds a secret key",
    names: .input)
}
