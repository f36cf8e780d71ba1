import FenceDiagnostics
import FenceReports
import FenceWorkspace
import Outreach

/// What a verb says, and where.
final class Console {
  /// All that the run may touch.
  let environment: Environment

  private let arguments: Arguments
  private var report: (any ByteWriter)?
  private var reportFile: (any FileReplacement)?

  init(_ environment: Environment, _ arguments: Arguments) {
    self.environment = environment
    self.arguments = arguments
  }

  /// Whether remarks and progress are unwelcome.
  var isQuiet: Bool { arguments.has(.quiet) }

  /// What is hidden of numbers.
  var masking: Masking { Masking(reveals: arguments.has(.reveal)) }

  /// The form of the report; text where the verb has forms of its own.
  private var form: ReportForm { ReportForm(rawValue: arguments.choice(.format())) ?? .text }

  /// The layout of a report on standard output.
  var style: PageStyle {
    PageStyle(
      isColored: usesColor(
        terminal: environment.outputIsTerminal && arguments.value(.output) == nil),
      width: environment.terminalWidth ?? 100,
      breaksDiagnostics: environment.outputIsTerminal && arguments.value(.output) == nil)
  }

  /// The layout of what is said on standard error.
  var errorStyle: PageStyle {
    PageStyle(
      isColored: usesColor(terminal: environment.errorsAreTerminal),
      width: environment.terminalWidth ?? 100,
      breaksDiagnostics: environment.errorsAreTerminal)
  }

  /// Writes a piece of the report, to standard output or where `--output` says.
  func write(_ piece: [UInt8]) throws(FileProblem) {
    try piece.withUnsafeBufferPointer { bytes throws(FileProblem) in try write(bytes) }
  }

  /// Writes a piece of the report, to standard output or where `--output` says.
  func write(_ piece: UnsafeBufferPointer<UInt8>) throws(FileProblem) {
    if report == nil {
      if let path = arguments.value(.output), path != "-" {
        reportFile = try environment.files.replacement(of: path)
      }
      report = reportFile ?? environment.output
    }
    try report?.write(piece)
  }

  /// Writes a whole report in the form asked for.
  func write(_ report: some FindingsReport) throws(FileProblem) {
    try write(report.bytes(in: form, tool: tool, style: style))
  }

  /// Writes a list in the form asked for.
  func write(_ listing: Listing) throws(FileProblem) {
    switch arguments.choice(.format()) {
    case "json": try write(listing.json(tool: tool))
    case "csv": try write(listing.csv())
    case "markdown": try write(listing.markdown())
    default: try write(listing.text(style))
    }
  }

  /// Hands over what is held back of the report.
  func flush() throws(FileProblem) { try report?.flush() }

  /// Ends the report: a file takes its place, which one that was not ended never does.
  func finish() throws(FileProblem) {
    // A report without findings may have nothing to say; its file is there all the same.
    if report == nil { try write([]) }
    try flush()
    try reportFile?.commit()
  }

  /// Says something on standard error that the user asked for no silence about.
  func remark(_ line: String) {
    if !isQuiet { complain(line) }
  }

  /// Says something on standard error.
  func complain(_ line: String) {
    // Where even that is impossible, the exit status has to do.
    try? environment.errors.write(Array((line + "\n").utf8))
    try? environment.errors.flush()
  }

  /// Replaces the line of progress on a terminal.
  func status(_ line: String) {
    try? environment.errors.write(Array("\r\u{1B}[K\(line)".utf8))
    try? environment.errors.flush()
  }

  /// Shows diagnostics on standard error, and to GitHub beside the change, if the report goes there.
  func show(_ diagnostics: [Diagnostic]) {
    if form == .github { try? write(github(diagnostics, masking)) }
    let bytes = frames(diagnostics, errorStyle, masking)
    try? environment.errors.write(bytes)
    try? environment.errors.flush()
  }

  private func usesColor(terminal: Bool) -> Bool {
    switch arguments.choice(.color) {
    case "always": true
    case "never": false
    // https://no-color.org: any value that is not empty.
    default: terminal && environment.variables["NO_COLOR", default: ""].isEmpty
    }
  }
}
