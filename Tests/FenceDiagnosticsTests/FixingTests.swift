import FenceDiagnostics
import Testing

@Suite struct FixingTests {
  let source = SourceText(name: "a", text: "one two three")

  func fix(_ edits: (Int, Int, String)...) -> Diagnostic.Fix {
    Diagnostic.Fix(
      title: "fix", edits: edits.map { Diagnostic.Edit(SourceRange($0.0, $0.1), $0.2) })
  }

  @Test func replacesInsertsAndDeletesInAnyOrder() {
    #expect(applying([fix((8, 13, "3"), (0, 3, "1"))], to: source) == "1 two 3")
    #expect(applying([fix((3, 3, ","))], to: source) == "one, two three")
    #expect(applying([fix((3, 7, ""))], to: source) == "one three")
    #expect(applying([], to: source) == "one two three")
  }

  @Test func aFixIsMadeWholeOrNotAtAll() {
    let first = fix((0, 3, "1"))
    let second = fix((2, 5, "x"), (8, 13, "3"))
    #expect(applying([first, second], to: source) == "1 two three")
    #expect(applying([second, first], to: source) == "onxwo 3")
  }

  @Test func twoInsertionsInOnePlaceClash() {
    #expect(applying([fix((3, 3, ",")), fix((3, 3, ";"))], to: source) == "one, two three")
  }

  @Test func aFixOutsideTheTextIsLeftOut() {
    #expect(applying([fix((0, 99, ""))], to: source) == "one two three")
    #expect(applying([fix((-1, 2, ""))], to: source) == "one two three")
    #expect(applying([fix((5, 2, ""))], to: source) == "one two three")
  }
}
