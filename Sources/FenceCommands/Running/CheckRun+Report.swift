import FenceReports

extension CheckRun {
  /// The report in the form that the command line asks for.
  static func report(
    _ run: RunDescription, _ arguments: Arguments, _ masking: Masking, _ style: PageStyle
  ) -> any CheckReport {
    switch arguments.choice(.format()) {
    case "json": JSONCheckReport(run: run, masking: masking)
    case "ndjson": NDJSONCheckReport(run: run, masking: masking)
    case "csv": CSVCheckReport(masking: masking, steps: run.plan.steps.map(\.id))
    case "markdown": MarkdownCheckReport(run: run, masking: masking)
    case "junit":
      JUnitCheckReport(
        run: run, masking: masking, isFailure: Threshold(arguments).isReached(by:))
    case "github": GitHubCheckReport(run: run, masking: masking)
    default: TextCheckReport(run: run, masking: masking, style: style)
    }
  }
}
