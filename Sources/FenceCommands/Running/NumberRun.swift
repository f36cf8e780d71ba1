import FenceReports
import FenceWorkspace
import Outreach

/// Reads numbers one after the other and reports what each is.
struct NumberRun {
  private let numbers: any NumberingPlan
  private let country: String?
  private let console: Console
  private var report: any NumberReport
  private var summary = NumberSummary()
  private var isInterrupted = false

  /// The longest line that is taken for a number; longer ones are another kind of file.
  private static let longestLine = 1 << 20

  init(
    numbers: any NumberingPlan, country: String?, report: any NumberReport, console: Console
  ) {
    self.numbers = numbers
    self.country = country
    self.report = report
    self.console = console
  }

  mutating func start() throws { try console.write(report.start()) }

  /// One number.
  mutating func number(_ text: String) throws { try console.write(line(text)) }

  /// The numbers of a file, one a line.
  mutating func lines(of reader: any ByteReader, named name: String) throws {
    var rest: [UInt8] = []
    var isFirst = true
    while !isInterrupted {
      var piece = try reader.read()
      isInterrupted = console.environment.isInterrupted()
      guard !piece.isEmpty else { break }
      if isFirst, piece.starts(with: [0xEF, 0xBB, 0xBF]) { piece.removeFirst(3) }
      isFirst = false
      var output: [UInt8] = []
      var start = 0
      while let end = piece[start...].firstIndex(of: 0x0A) {
        if rest.isEmpty {
          output += line(piece[start..<end])
        } else {
          rest += piece[start..<end]
          output += line(rest[...])
          rest.removeAll(keepingCapacity: true)
        }
        start = end + 1
      }
      rest += piece[start...]
      try console.write(output)
      guard rest.count <= NumberRun.longestLine else {
        throw FileProblem(
          path: name, reason: "a line is longer than 1 MB; numbers stand one a line")
      }
    }
    if !rest.isEmpty, !isInterrupted { try console.write(line(rest[...])) }
  }

  /// Ends the report; 1 if any number is not valid.
  mutating func finish() throws -> ExitStatus {
    try console.write(report.finish(summary))
    if isInterrupted { return .interrupted }
    return summary.valid == summary.all ? .passed : .findings
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = bytes.last == 0x0D ? bytes.dropLast() : bytes
    return line(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func line(_ text: String) -> [UInt8] {
    let analysis = numbers.analyse(text, country: country)
    summary.count(analysis)
    return report.number(text, analysis)
  }
}
