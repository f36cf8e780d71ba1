public import Foundation
import Testing

/// The root of the repository, found from this file's own place.
public let repositoryRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Compares text with a file under `Tests/Golden`; `UPDATE_GOLDEN=1` rewrites the file and still fails once.
public func expectGolden(
  _ actual: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = repositoryRoot.appending(path: "Tests/Golden/\(path)")
  let expected = try? String(contentsOf: file, encoding: .utf8)
  if actual == expected { return }
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? Data(actual.utf8).write(to: file)
    Issue.record(
      "recorded Tests/Golden/\(path); read the difference, then run again",
      sourceLocation: sourceLocation)
    return
  }
  Issue.record(
    "differs from Tests/Golden/\(path) (UPDATE_GOLDEN=1 rewrites it):\n\(difference(expected ?? "", actual))",
    sourceLocation: sourceLocation)
}

/// The first lines in which two texts differ.
private func difference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let count = max(old.count, new.count)
  let lines = (0..<count).filter { index in
    index >= old.count || index >= new.count || old[index] != new[index]
  }
  return lines.prefix(8).map { index in
    let was = index < old.count ? String(old[index]) : "(no line)"
    let now = index < new.count ? String(new[index]) : "(no line)"
    return "line \(index + 1)\n  golden: \(was)\n  actual: \(now)"
  }.joined(separator: "\n")
}
