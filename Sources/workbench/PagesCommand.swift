import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceWorkspace
import Foundation
import OutreachFacts

/// Writes the table of the policies and a page for each jurisdiction from the files under `Policies`.
///
/// - Returns: the exit status.
func writePages() -> Int32 {
  let root = URL(filePath: FileManager.default.currentDirectoryPath)
  do {
    let files = try policyFiles(under: root.appending(path: "Policies"))
    let pages = policyPages(files)
    for (path, text) in pages {
      try Data(text.utf8).write(to: root.appending(path: path))
    }
    print("\(pages.count) pages")
    return 0
  } catch {
    print("error: \(error.localizedDescription)")
    return 1
  }
}

/// The generated pages with their paths below the repository.
func policyPages(_ files: [(path: String, text: String)]) -> [(path: String, text: String)] {
  let sources = files.map { SourceText(name: $0.path, bytes: Array($0.text.utf8)) }
  let set = PolicySet(shipped: sources, own: [], world: compiledWorld(), today: nil)
  let tests = Dictionary(grouping: set.tests, by: \.policy).mapValues(\.count)
  let pages = set.library.policies.filter(\.hasPage).map { policy in
    (
      "Docs/jurisdictions/\(policy.name).md",
      JurisdictionPage(
        policy: policy, library: set.library, tests: tests[policy.name] ?? 0
      ).text
    )
  }
  return [("Policies/README.md", policyTable(set.library, tests: tests))] + pages
}
