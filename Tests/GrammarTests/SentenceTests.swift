import FenceDiagnostics
import Testing

@testable import FenceSyntax

/// What the grammar on paper derives, the parser reads, prints back and formats.
@Suite struct SentenceTests {
  static let seeds = (0..<20).map { UInt64($0) }

  @Test(arguments: seeds) func hundredRandomSentencesAreRead(seed: UInt64) {
    var derivation = Derivation(.fence, seed: seed)
    for round in 0..<100 {
      let text = derivation.sentence(round % 4 == 0 ? "file" : "declaration", depth: 6 + round % 12)
      let source = SourceText(name: "sentence", text: text)
      let parsed = parse(source)
      #expect(parsed.tree.bytes == source.bytes, "seed \(seed), round \(round): \(text)")
      guard parsed.diagnostics.isEmpty else {
        Issue.record("seed \(seed), round \(round):\n\(text)\n\(render(parsed.diagnostics))")
        return
      }
    }
  }

  @Test(arguments: seeds.prefix(6)) func theRecogniserAcceptsThem(seed: UInt64) {
    let recogniser = Recogniser(.fence)
    var derivation = Derivation(.fence, seed: seed)
    for round in 0..<15 {
      let text = derivation.sentence("declaration", depth: 6 + round % 8)
      #expect(recogniser.accepts(SourceText(name: "sentence", text: text)), "\(text)")
    }
  }

  @Test(arguments: seeds) func formattingThemKeepsTheirTokensAndSettles(seed: UInt64) {
    var derivation = Derivation(.fence, seed: seed &+ 1000)
    for round in 0..<30 {
      let text = derivation.sentence("file", depth: 6 + round % 10)
      expectStableFormat(SourceText(name: "sentence", text: text), "seed \(seed), round \(round)")
    }
  }
}

/// Expects that formatting keeps tokens and comments, and that formatting twice is formatting once.
func expectStableFormat(
  _ source: SourceText, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let once = format(parse(source)) else {
    Issue.record("\(what): not formatted", sourceLocation: sourceLocation)
    return
  }
  let formatted = SourceText(name: source.name, text: once)
  let parsed = parse(formatted)
  #expect(parsed.diagnostics.isEmpty, "\(what):\n\(once)", sourceLocation: sourceLocation)
  #expect(
    spelling(formatted) == spelling(source),
    "\(what):\n\(source.text(in: SourceRange(0, source.bytes.count)))\n→\n\(once)",
    sourceLocation: sourceLocation)
  #expect(
    format(parsed) == once,
    "\(what): formatting twice differs:\n\(once)\n→\n\(format(parsed) ?? "")",
    sourceLocation: sourceLocation)
  #expect(
    !once.split(separator: "\n").contains { $0.hasSuffix(" ") }, "\(what)",
    sourceLocation: sourceLocation)
}

/// The tokens and comments of a text, in order.
private func spelling(_ source: SourceText) -> [String] {
  Lexer.tokens(of: source).0.flatMap { token in
    trivia(before: token, in: source).filter { $0.kind != .blank }.map {
      source.text(in: $0.range).trimmingSuffix { $0 == " " || $0 == "\t" }
    } + [source.text(in: token.range)]
  }
}

extension String {
  fileprivate func trimmingSuffix(while matches: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let last = text.last, matches(last) { text.removeLast() }
    return String(text)
  }
}
