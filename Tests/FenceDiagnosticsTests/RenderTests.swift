import FenceDiagnostics
import TestSupport
import Testing

/// How diagnostics look; those of real mistakes are in `Tests/Golden/syntax`.
@Suite struct RenderTests {
  let source = SourceText(
    name: "a.fence", text: "rule one {\n  require two\n}\nrule one {\n\n\n  require\tfour\n}")

  func diagnostic(
    _ primary: SourceRange, _ secondary: [Diagnostic.Label] = [],
    severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      code: "F0301", severity: severity, message: "`one` is declared twice",
      primary: Diagnostic.Label(source, primary, "again here"), secondary: secondary,
      help: "names are unique in a policy",
      fix: Diagnostic.Fix(title: "write `two`", edits: [Diagnostic.Edit(primary, "two")]))
  }

  /// On a terminal nothing is wider than it but a word that is.
  @Test(arguments: [40, 60, 80])
  func breaksAtTheWidth(width: Int) {
    var long = diagnostic(SourceRange(5, 8))
    long.message =
      "`one` is declared twice, and a sentence on it that goes on and on does not end here"
    long.help =
      "names are unique in a policy; see https://example.org/a/very/long/address/that/is/kept/whole"
    let whole = render([long])
    let lines = render([long], style: DiagnosticStyle(width: width)).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width || $0.contains("https://") }, "\(lines)")
    #expect(
      lines.joined(separator: " ").split(separator: " ") == whole.split { " \n".contains($0) })
  }

  @Test func aLabelInAnotherPlaceOfTheFile() {
    let first = Diagnostic.Label(source, SourceRange(5, 8), "first declared here")
    expectGolden(render([diagnostic(SourceRange(32, 35), [first])]), "diagnostics/two-places.txt")
  }

  @Test func aLabelInAnotherFile() {
    let other = SourceText(name: "b.fence", text: "\n\n\n\n\n\n\n\n\n\nrule one")
    let first = Diagnostic.Label(other, SourceRange(15, 18), "first declared here")
    expectGolden(render([diagnostic(SourceRange(32, 35), [first])]), "diagnostics/two-files.txt")
  }

  @Test func labelsOnOneLine() {
    let labels = [
      Diagnostic.Label(source, SourceRange(0, 4), "a rule"),
      Diagnostic.Label(source, SourceRange(9, 10), "its body"),
    ]
    expectGolden(
      render([diagnostic(SourceRange(5, 8), labels, severity: .warning)]),
      "diagnostics/one-line.txt")
  }

  @Test func aLabelOverSeveralLines() {
    expectGolden(render([diagnostic(SourceRange(9, 26))]), "diagnostics/lines-next.txt")
    expectGolden(render([diagnostic(SourceRange(27, 60))]), "diagnostics/lines-far.txt")
  }

  @Test func pointsAtTheEndOfLinesAndFiles() {
    let text = SourceText(name: "c", text: "rule\r\n")
    let places = [SourceRange(0, 0), SourceRange(4, 4), SourceRange(6, 6), SourceRange(0, 6)]
    let all = places.map {
      Diagnostic(
        code: "F1", severity: .note, message: "here", primary: Diagnostic.Label(text, $0))
    }
    expectGolden(render(all), "diagnostics/ends.txt")
  }

  @Test func rangesOutsideTheTextAreMovedIntoIt() {
    for range in [SourceRange(-5, -1), SourceRange(500, 900), SourceRange(9, 2)] {
      #expect(render([diagnostic(range)]).contains("a.fence"))
    }
    let empty = SourceText(name: "empty", text: "")
    let label = Diagnostic.Label(empty, SourceRange(0, 0))
    let shown = render([
      Diagnostic(code: "F1", severity: .error, message: "m", primary: label)
    ])
    #expect(shown == "error[F1]: m\n --> empty:1:1\n  |\n1 |\n  | ^\n")
  }

  @Test func colourChangesNothingButColour() {
    let first = Diagnostic.Label(source, SourceRange(5, 8), "first declared here")
    let diagnostics = [diagnostic(SourceRange(32, 35), [first])]
    let painted = render(diagnostics, style: DiagnosticStyle(color: true))
    expectGolden(painted, "diagnostics/colour.txt")
    let plain = painted.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == render(diagnostics))
  }

  @Test func theMaskHidesAndTheMarksStay() {
    let text = SourceText(name: "m", text: "phone \"+13055550142\" wrong")
    let label = Diagnostic.Label(text, SourceRange(21, 26), "here")
    let diagnostic = Diagnostic(code: "F1", severity: .error, message: "m", primary: label)
    let style = DiagnosticStyle(mask: { line in
      String(line.map { $0.isNumber ? "*" : $0 })
    })
    let shown = render([diagnostic], style: style)
    #expect(
      shown.contains("1 | phone \"+***********\" wrong\n  |                      ^^^^^ here\n"))
    #expect(!shown.contains("3055"))
  }

  @Test func nothingToShowIsNothing() { #expect(render([]).isEmpty) }
}
