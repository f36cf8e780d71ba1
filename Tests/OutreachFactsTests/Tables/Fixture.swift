import Foundation
import TestSupport

/// The lines of a file under `Tests/Fixtures`.
func fixture(_ name: String) throws -> [Substring] {
  let file = repositoryRoot.appending(path: "Tests/Fixtures/\(name)")
  return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
}
