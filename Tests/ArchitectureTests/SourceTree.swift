import Foundation
import TestSupport
import Testing

/// A Swift source file of the repository.
struct SourceFile: Sendable, CustomTestStringConvertible {
  let path: String
  let text: String

  var testDescription: String { path }

  /// The room a file of `Sources/` belongs to.
  var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The modules it imports, whatever the access level.
  var imports: [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count,
        words[..<index].allSatisfy({
          ["public", "package", "internal", "private", "@testable", "@preconcurrency"].contains($0)
        })
      else { return nil }
      return words[index + 1]
    }
  }

  /// The code without comments and string literals' contents on the same line.
  var code: String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let slashes = line.range(of: "//") else { return String(line) }
      return String(line[..<slashes.lowerBound])
    }.joined(separator: "\n")
  }
}

/// Every Swift file below a folder of the repository, sorted by path.
func swiftFiles(below folder: String) -> [SourceFile] {
  let root = repositoryRoot.appending(path: folder)
  guard let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else {
    return []
  }
  return files.compactMap { $0 as? URL }
    .filter { $0.pathExtension == "swift" }
    .compactMap { file in
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
      return SourceFile(
        path: folder + file.path.dropFirst(root.path.count), text: text)
    }
    .sorted { $0.path < $1.path }
}
