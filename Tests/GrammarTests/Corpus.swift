import FenceDiagnostics
import FenceSyntax
import Foundation
import TestSupport

/// A file of `Grammar/Corpus`: entries with a title, a source and its tree, in tree-sitter's format.
struct Corpus {
  /// An entry; the codes of its diagnostics stand behind its tree as `; F0205`.
  struct Entry {
    var title: String
    var source: SourceText
    var expected: String
  }

  var name: String
  var entries: [Entry]

  /// The names of the files.
  static let names: [String] = {
    let folder = repositoryRoot.appending(path: "Grammar/Corpus")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  /// Every entry of every file.
  static let all: [Entry] = names.flatMap { Corpus($0).entries }

  init(_ name: String) {
    self.name = name
    let file = repositoryRoot.appending(path: "Grammar/Corpus/\(name).txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    entries = []
    let rule = "=================="
    let parts = text.components(separatedBy: rule + "\n").dropFirst()
    var iterator = parts.makeIterator()
    while let title = iterator.next(), let body = iterator.next() {
      let halves = body.components(separatedBy: "\n---\n")
      entries.append(
        Entry(
          title: title.trimmingCharacters(in: .newlines),
          source: SourceText(name: name, text: halves[0]),
          expected: halves.count > 1 ? halves[1].trimmingCharacters(in: .newlines) : ""))
    }
  }

  /// The file as it should be: titles and sources as written, trees and codes as the parser gives them.
  var regenerated: String {
    entries.map { entry in
      let parsed = parse(entry.source)
      let codes = parsed.diagnostics.map { "; \($0.code)\n" }.joined()
      let source = entry.source.text(in: SourceRange(0, entry.source.bytes.count))
      return """
        ==================
        \(entry.title)
        ==================
        \(source)
        ---
        \(dumpTree(parsed, tokens: false))\(codes)
        """
    }.joined(separator: "\n")
  }
}
