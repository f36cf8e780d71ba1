import Foundation
import TestSupport
import Testing

/// Everything that the documentation shows is run.
@Suite struct SnippetTests {
  @Test func thePagesAreRead() {
    #expect(Page.all.count > 20)
    #expect(Page.all.reduce(0) { $0 + $1.blocks.count } > 60)
  }

  @Test(arguments: Page.all)
  func snippetsDoWhatThePageSays(_ page: Page) {
    let session = Session()
    for block in page.blocks {
      let place = "\(page.path):\(block.line)"
      if let file = block.value("file") { session.files.put(file, block.text) }
      switch block.kind {
      case "fence": checkFence(block, session, place)
      case "json": checkJSON(block, session, place)
      case "console": checkConsole(block, session, place)
      case "sh": checkShell(block, session, place)
      case "text", "swift", "": continue
      default: Issue.record("\(place): a block of kind `\(block.kind)` is not checked")
      }
    }
  }

  /// A policy loads, and its tests pass; or it has the mistake that the page names.
  private func checkFence(_ block: Page.Block, _ session: Session, _ place: String) {
    if let whole = block.value("of") {
      let text = try? String(contentsOf: repositoryRoot.appending(path: whole), encoding: .utf8)
      #expect(text?.contains(block.text) == true, "\(place): \(whole) does not hold this text")
      return
    }
    let file = block.value("file") ?? "snippet.fence"
    session.files.put(file, block.text)
    if let code = block.value("fails") {
      let said = session.run(["verify", file])
      #expect(said.contains("[\(code)]"), "\(place): expected \(code)\n\(said)")
      return
    }
    let said = session.run(block.words.contains("campaign") ? ["lint", file] : ["test", file])
    #expect([0, 1].contains(session.status), "\(place):\n\(said)")
    if !block.words.contains("campaign") { #expect(session.status == 0, "\(place):\n\(said)") }
  }

  /// A document is read without a complaint.
  private func checkJSON(_ block: Page.Block, _ session: Session, _ place: String) {
    let file = block.value("file") ?? "snippet.json"
    session.files.put(file, block.text)
    let plan = "Docs/Examples/lint/plan.json"
    let words: [String]? =
      switch block.words.dropFirst().first {
      case "plan": ["lint", file, "--only", "common"]
      case "programme": ["lint", plan, "--programme", file, "--only", "common"]
      case "contact": ["check", plan, "--contacts", file, "--only", "common"]
      default: nil
      }
    guard let words else { return }
    let said = session.run(words)
    #expect([0, 1].contains(session.status), "\(place):\n\(said)")
    #expect(!said.contains("could not be read") && !said.contains("unknown"), "\(place):\n\(said)")
  }

  /// Each command prints what stands below it; a line `…` stands for any lines.
  private func checkConsole(_ block: Page.Block, _ session: Session, _ place: String) {
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    var rest = lines[...]
    while let line = rest.popFirst() {
      guard line.hasPrefix("$ ") else {
        Issue.record("\(place): `\(line)` stands below no command")
        return
      }
      var command = line.dropFirst(2)
      while command.hasSuffix("\\"), let more = rest.popFirst() {
        command = command.dropLast() + more.drop { $0 == " " }
      }
      let expected = rest.prefix { !$0.hasPrefix("$ ") }
      rest = rest.dropFirst(expected.count)
      guard let said = session.output(ofLine: command) else {
        Issue.record("\(place): `\(command)` is not a command of ringfence")
        return
      }
      let actual = said.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0) }
      let isAsShown = matches(trimmed(expected.map(String.init)), trimmed(actual))
      #expect(isAsShown, "\(place): `\(command)` says\n\(said)")
    }
  }

  /// Commands for a terminal: those of the program run, the others are `swift`'s or the project's own.
  private func checkShell(_ block: Page.Block, _ session: Session, _ place: String) {
    let joined = block.text.replacing(/\\\n */, with: "")
    for line in joined.split(separator: "\n") where !line.hasPrefix("#") {
      var words = Session.words(line)
      if let at = words.firstIndex(of: "ringfence"),
        words.starts(with: ["swift", "run"]) || at == 0
      {
        words.removeFirst(at + 1)
        let said = session.run(words)
        #expect([0, 1].contains(session.status), "\(place): `\(line)`\n\(said)")
      } else {
        let known = [
          "swift test", "swift build", "swift run workbench", "swift format", ".ci/run", "git ",
        ]
        #expect(known.contains { line.hasPrefix($0) }, "\(place): `\(line)`")
      }
    }
  }

  private func trimmed(_ lines: [String]) -> [String] {
    var lines = lines[...]
    while lines.last?.isEmpty == true { lines.removeLast() }
    return Array(lines)
  }

  private func matches(_ expected: [String], _ actual: [String]) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    let rest = Array(expected.dropFirst())
    if first.trimmingCharacters(in: .whitespaces) == "…" {
      return (0...actual.count).contains { matches(rest, Array(actual.dropFirst($0))) }
    }
    return actual.first == first && matches(rest, Array(actual.dropFirst()))
  }
}
