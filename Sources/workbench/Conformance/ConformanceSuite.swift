import FenceDiagnostics
import Foundation
import Outreach
import OutreachFacts

/// A folder of cases: `cases/*.ndjson`, one case a line, and the policies that they name, `policies/*.fence`.
struct ConformanceSuite {
  var cases: [ConformanceCase] = []
  /// The shared policies by the name of their file, without its ending.
  var policies: [String: SourceText] = [:]

  /// Reads a folder.
  ///
  /// - Throws: `ConformanceMistake` where something is no case, or two cases have one name; what reading throws.
  init(folder: URL) throws {
    for file in try ConformanceSuite.files(folder.appending(path: "policies"), "fence") {
      let name = file.deletingPathExtension().lastPathComponent
      policies[name] = SourceText(name: "\(name).fence", bytes: [UInt8](try Data(contentsOf: file)))
    }
    var seen: Set<String> = []
    for file in try ConformanceSuite.files(folder.appending(path: "cases"), "ndjson") {
      for line in try Data(contentsOf: file).split(separator: 10) {
        let tree: FactTree
        do {
          tree = try JSONParser.parse(ArraySlice(line))
        } catch {
          throw ConformanceMistake(message: "\(file.lastPathComponent): \(error.message)")
        }
        let found = try ConformanceCase(tree)
        guard seen.insert(found.id).inserted else {
          throw ConformanceMistake(message: "two cases are called `\(found.id)`")
        }
        cases.append(found)
      }
    }
  }

  private static func files(_ folder: URL, _ ending: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }
  }

  /// The texts of the policies that a case is judged by.
  ///
  /// - Throws: `ConformanceMistake` where it names one that there is not.
  func sources(of example: ConformanceCase) throws -> [SourceText] {
    let shared = try example.policies.map { name in
      guard let source = policies[name] else {
        throw ConformanceMistake(message: "\(example.id): there is no policy file `\(name)`")
      }
      return source
    }
    return shared + (example.policy.map { [SourceText(name: "policy.fence", text: $0)] } ?? [])
  }
}
