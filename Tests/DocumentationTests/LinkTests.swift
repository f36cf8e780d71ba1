import Foundation
import TestSupport
import Testing

/// Links between pages lead somewhere.
@Suite struct LinkTests {
  @Test(arguments: Page.all)
  func linksLeadSomewhere(_ page: Page) throws {
    let file = repositoryRoot.appending(path: page.path)
    let text = try String(contentsOf: file, encoding: .utf8)
    for match in text.matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/) {
      let target = String(match.output.1)
      if target.hasPrefix("http") { continue }
      let place = file.deletingLastPathComponent().appending(path: target).standardized
      #expect(
        FileManager.default.fileExists(atPath: place.path()), "\(page.path) links to \(target)")
    }
  }
}
