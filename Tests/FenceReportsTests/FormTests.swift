import FenceCore
import FenceDiagnostics
import FenceReports
import Foundation
import Outreach
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The forms for browsers and build servers: Markdown, JUnit's XML, GitHub's workflow commands.
struct FormTests {
  private static let forms: [ReportForm] = [.markdown, .junit, .github]

  @Test(arguments: forms)
  func lints(form: ReportForm) {
    expectGolden(text(Samples.lint, form), "reports/lint-\(form.rawValue).txt")
  }

  @Test(arguments: forms)
  func tests(form: ReportForm) {
    let report = TestReport(tests: [
      Samples.test(failures: []), Samples.test(failures: [Samples.diagnostic]),
    ])
    expectGolden(text(report, form), "reports/test-\(form.rawValue).txt")
    #expect(text(TestReport(tests: []), form).contains("no tests were found"))
  }

  @Test(arguments: forms)
  func verifies(form: ReportForm) {
    expectGolden(text(Samples.verify, form), "reports/verify-\(form.rawValue).txt")
  }

  /// Everything that `--fail-on` counts fails a test, and nothing else does.
  @Test func failsWhatCounts() throws {
    for threshold in [Severity.warn, .block] {
      let report = Samples.lint(isFailure: { $0.severity >= threshold })
      let document = try JUnitDocument(report.bytes(in: .junit, tool: "t", style: PageStyle()))
      let failed = Set(document.cases.filter(\.failed).map { $0.name.prefix { $0 != " " } })
      #expect(
        failed
          == (threshold == .block
            ? ["US.dnc_scrub"] : ["US.dnc_scrub", "practice.details", "practice.identity"]))
      #expect(document.cases.count == document.tests)
      #expect(document.cases.count(where: \.failed) == document.failures)
    }
  }

  /// What would break the form is escaped, and comes out of a real parser as it went in.
  @Test(
    arguments: [
      "a & b < c > d", "\"quoted\" 'twice'", "]]> <!-- -->", "tab\tline\nbreak\r\n", "é東京 👍",
      "a%0Ab::error ::x", "| pipe | `code` |", "bell \u{7} null \u{0} escape \u{1B}[31m",
      "\u{FFFE}\u{FFFF}", "https://x?a=1&b=2",
    ])
  func escapes(_ nasty: String) throws {
    let allowed = String(
      String.UnicodeScalarView(
        nasty.unicodeScalars.map { scalar in
          let isAllowed =
            [9, 10, 13].contains(scalar.value)
            || (scalar.value >= 0x20 && ![0xFFFE, 0xFFFF].contains(scalar.value))
          return isAllowed ? scalar : "\u{FFFD}"
        }))
    let report = TestReport(tests: [
      TestReport.Test(
        policy: nasty, name: nasty, file: nasty, line: 3,
        failures: [
          Diagnostic(
            code: "T0001", message: nasty,
            primary: Diagnostic.Label(SourceText(name: nasty, text: nasty), SourceRange(0, 1)))
        ])
    ])
    let document = try JUnitDocument(report.bytes(in: .junit, tool: nasty, style: PageStyle()))
    #expect(document.cases.map(\.name) == [allowed])
    #expect(document.cases.map(\.message) == [allowed])

    let commands = text(report, .github).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(commands.count == 2, "one line a command")
    let command = String(commands[0])
    let parts = command.dropFirst("::error ".count).split(
      separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
    #expect(parts.count == 2)
    #expect(unescaped(String(parts[1])).hasPrefix(nasty))
    let title = parts[0].split(separator: ",").first { $0.hasPrefix("title=") }
    #expect(title.map { unescaped(String($0.dropFirst(6))) } == "\(nasty): \(nasty)")

    let rows = text(report, .markdown).split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { cells(String($0)) == 6 }, "four cells a row: \(rows)")
  }

  @Test func masksNumbers() {
    let report = TestReport(tests: [
      Samples.test(failures: [
        Diagnostic(
          code: "T0001", message: "`+13055550142` is called",
          primary: Diagnostic.Label(
            SourceText(name: "a.fence", text: "phone \"+13055550142\"\n"), SourceRange(6, 20),
            "+13055550142"), help: "call +13055550142 never")
      ])
    ])
    for form in ReportForm.allCases {
      #expect(text(report, form).contains("+1305•••••42"), "\(form)")
      #expect(!text(report, form).contains("5550142"), "\(form)")
    }
  }

  private func text(_ report: some FindingsReport, _ form: ReportForm) -> String {
    String(
      decoding: report.bytes(in: form, tool: "ringfence 0.0.0", style: PageStyle()), as: UTF8.self)
  }

  /// GitHub's own reading of a command's data and properties.
  private func unescaped(_ text: String) -> String {
    text.replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%3A", with: ":")
      .replacing("%2C", with: ",").replacing("%25", with: "%")
  }

  /// How many parts the unescaped pipes cut a row into, the two outer empty ones included.
  private func cells(_ row: String) -> Int {
    row.replacing("\\\\", with: "").replacing("\\|", with: "")
      .split(separator: "|", omittingEmptySubsequences: false).count
  }
}

/// A document in JUnit's XML, read by a parser that is not ours.
final class JUnitDocument: NSObject, XMLParserDelegate {
  struct Case {
    var name: String
    var message: String?
    var failed = false
  }

  private(set) var cases: [Case] = []
  private(set) var tests = 0
  private(set) var failures = 0

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    switch element {
    case "testsuites":
      tests = attributes["tests"].flatMap(Int.init) ?? -1
      failures = attributes["failures"].flatMap(Int.init) ?? -1
    case "testcase": cases.append(Case(name: attributes["name"] ?? ""))
    case "failure":
      cases[cases.count - 1].failed = true
      cases[cases.count - 1].message = attributes["message"]
    default: break
    }
  }
}
