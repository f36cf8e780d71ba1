import FenceDiagnostics
import Foundation
import TestSupport
import Testing

@testable import FenceSyntax

/// Texts with one token deleted, doubled, swapped or cut: the parser ends, loses no byte, and accepts none
/// that the grammar on paper does not derive.
@Suite struct MutationTests {
  static let policies: [String] = {
    let folder = repositoryRoot.appending(path: "Policies")
    let files = FileManager.default.enumerator(atPath: folder.path())
    return (files?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".fence") }.sorted()
  }()

  @Test(arguments: Corpus.names) func mutatedCorpusIsReadSafely(name: String) {
    let recogniser = Recogniser(.fence)
    for entry in Corpus(name).entries {
      let count = Lexer.tokens(of: entry.source).0.count - 1
      for index in 0..<max(0, count) {
        for kind in Mutation.allCases {
          let mutated = kind.applied(to: entry.source, at: index)
          let parsed = expectLossless(mutated, "\(entry.title), \(kind) \(index)")
          guard parsed.diagnostics.isEmpty, index % 13 == 0 else { continue }
          #expect(
            recogniser.accepts(mutated),
            "accepted, but not by the grammar: \(mutated.text(in: SourceRange(0, 10_000)))")
        }
      }
    }
  }

  @Test(arguments: policies) func policiesAreReadAndMutatedSafely(path: String) throws {
    let data = try Data(contentsOf: repositoryRoot.appending(path: "Policies/\(path)"))
    let source = SourceText(name: path, bytes: Array(data))
    let parsed = expectLossless(source, path)
    #expect(parsed.diagnostics.isEmpty, "\(render(parsed.diagnostics))")
    expectStableFormat(source, path)
    let count = Lexer.tokens(of: source).0.count - 1
    var generator = SeededGenerator(seed: UInt64(count))
    for _ in 0..<2 where count > 0 {
      let index = Int.random(in: 0..<count, using: &generator)
      for kind in Mutation.allCases {
        expectLossless(kind.applied(to: source, at: index), "\(path), \(kind) \(index)")
      }
    }
  }

  @Test(arguments: (0..<8).map { UInt64($0) }) func randomBytesAreReadSafely(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [[UInt8]] = (0..<256).map { [UInt8($0)] }
    let words = Keyword.allCases.map { Array($0.rawValue.utf8) + [32] }
    let marks = Punctuation.allCases.map { Array($0.rawValue.utf8) }
    for _ in 0..<150 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<120, using: &generator) {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes += alphabet.randomElement(using: &generator) ?? []
        case 1: bytes += marks.randomElement(using: &generator) ?? []
        default: bytes += words.randomElement(using: &generator) ?? []
        }
      }
      expectLossless(SourceText(name: "bytes", bytes: bytes), "seed \(seed)")
    }
  }

  @Test(arguments: [
    "(", "not ", "length of ", "count of x in y where ", "any x in y where ", "x - (",
  ])
  func depthIsBounded(piece: String) {
    let deep = "rule r { require " + String(repeating: piece, count: 50_000) + "a }\nrule s {}"
    let parsed = expectLossless(SourceText(name: "deep", text: deep), piece)
    #expect(parsed.diagnostics.map(\.code).first == "F0207")
    #expect(parsed.diagnostics.count <= 2)
    #expect(parsed.file.declarations.count == 2)
  }

  @Test func longSumsAndBlocksAreBounded() {
    let sum = "define d = 1" + String(repeating: " + 1", count: 50_000)
    #expect(parse(SourceText(name: "sum", text: sum)).diagnostics.map(\.code) == ["F0207"])
    let block = "campaign \"c\" " + String(repeating: "{ a ", count: 50_000)
    let parsed = expectLossless(SourceText(name: "block", text: block), "block")
    #expect(parsed.diagnostics.contains { $0.code == "F0207" })
  }
}

/// A change of one token.
enum Mutation: CaseIterable {
  case delete, double, swap, cut

  func applied(to source: SourceText, at index: Int) -> SourceText {
    let tokens = Lexer.tokens(of: source).0
    func bytes(_ index: Int) -> ArraySlice<UInt8> {
      source.bytes[tokens[index].leadingStart..<tokens[index].range.upper]
    }
    var result: [UInt8] = []
    for position in tokens.indices {
      switch (self, position) {
      case (.delete, index): break
      case (.double, index): result += bytes(position) + [32] + bytes(position)
      case (.swap, index) where index + 1 < tokens.count: result += bytes(position + 1) + [32]
      case (.swap, index + 1): result += bytes(index)
      case (.cut, index...): return SourceText(name: source.name, bytes: result)
      default: result += bytes(position)
      }
    }
    return SourceText(name: source.name, bytes: result)
  }
}

/// Reads a text and expects that the tree gives its bytes back, in order, and that labels lie in it.
@discardableResult func expectLossless(
  _ source: SourceText, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) -> Parsed {
  let parsed = parse(source)
  var indices: [Int] = []
  parsed.tree.root.forEachToken { indices.append($0) }
  #expect(indices == Array(parsed.tree.tokens.indices), "\(what)", sourceLocation: sourceLocation)
  #expect(parsed.tree.bytes == source.bytes, "\(what)", sourceLocation: sourceLocation)
  for diagnostic in parsed.diagnostics {
    for label in [diagnostic.primary] + diagnostic.secondary {
      let isInside =
        label.range.lower >= 0 && label.range.lower <= label.range.upper
        && label.range.upper <= source.bytes.count
      #expect(isInside, "\(what): \(diagnostic.message)", sourceLocation: sourceLocation)
    }
  }
  return parsed
}
