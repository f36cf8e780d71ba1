import FenceDiagnostics
import Testing

@Suite struct SourceTextTests {
  @Test func positionsCountFromOne() {
    let source = SourceText(name: "a", text: "ab\r\ncd\n\nef")
    let expected = [(0, 1, 1), (1, 1, 2), (3, 1, 4), (4, 2, 1), (7, 3, 1), (8, 4, 1), (10, 4, 3)]
    for (offset, line, column) in expected {
      let position = source.position(at: offset)
      #expect(position.line == line && position.column == column, "offset \(offset)")
    }
  }

  @Test func textIsCutToTheFileAndRepaired() {
    let source = SourceText(name: "a", bytes: [65, 0xFF, 66])
    #expect(source.text(in: SourceRange(0, 3)) == "A\u{FFFD}B")
    #expect(source.text(in: SourceRange(-4, 99)) == "A\u{FFFD}B")
    #expect(source.text(in: SourceRange(2, 1)) == "")
  }
}
