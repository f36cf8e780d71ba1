import Foundation
import TestSupport
import Testing

/// A page of the documentation, with its fenced blocks.
struct Page: Sendable, CustomTestStringConvertible {
  /// Its path from the root of the repository.
  let path: String

  /// Its blocks in order.
  let blocks: [Block]

  var testDescription: String { path }

  /// A fenced block.
  struct Block: Sendable {
    /// The words after the fence: `fence`, `fails=F0310`, `file=house.fence`.
    var words: [String]
    /// Its text.
    var text: String
    /// The line on which it begins.
    var line: Int

    /// Its kind, the first word; empty if it has none.
    var kind: String { words.first ?? "" }

    /// The value of a word such as `file=…`.
    func value(_ name: String) -> String? {
      words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    }
  }

  /// Reads a page.
  init(_ path: String) throws {
    self.path = path
    let text = try String(contentsOf: repositoryRoot.appending(path: path), encoding: .utf8)
    var blocks: [Block] = []
    var open: Block?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if open == nil, line.hasPrefix("```") {
        open = Block(
          words: line.dropFirst(3).split(separator: " ").map(String.init), text: "",
          line: number + 1)
      } else if line == "```", let block = open {
        blocks.append(block)
        open = nil
      } else {
        open?.text += line + "\n"
      }
    }
    self.blocks = blocks
  }

  /// Every page but those of the diagnostics, whose own tests read them.
  static let all: [Page] = {
    let root = repositoryRoot
    var paths = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
    let found = FileManager.default.enumerator(atPath: root.appending(path: "Docs").path())
    for case let path as String in found ?? .init()
    where path.hasSuffix(".md") && !path.hasPrefix("language/diagnostics/") {
      paths.append("Docs/" + path)
    }
    return paths.sorted().compactMap { try? Page($0) }
  }()
}
