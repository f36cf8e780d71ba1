import FenceDiagnostics
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
      case "yaml": checkYAML(block, session, place)
      case "swift": checkSwift(block, place)
      case "text", "csv", "": continue
      default: Issue.record("\(place): a block of kind `\(block.kind)` is not checked")
      }
    }
  }

  /// Swift stands in a file that is compiled, at whatever depth.
  private func checkSwift(_ block: Page.Block, _ place: String) {
    guard let path = block.value("of"),
      let text = try? String(contentsOf: repositoryRoot.appending(path: path), encoding: .utf8)
    else {
      Issue.record("\(place): a block of Swift names the file that it stands in, `of=…`")
      return
    }
    let isThere = (0...4).contains { depth in
      let blanks = String(repeating: "  ", count: depth)
      let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
      return text.contains(
        lines.map { $0.isEmpty ? "" : blanks + $0 }.joined(separator: "\n"))
    }
    #expect(isThere, "\(place): \(path) does not hold this text")
  }

  /// A policy loads, and its tests pass; or it has the mistake that the page names.
  private func checkFence(_ block: Page.Block, _ session: Session, _ place: String) {
    if let whole = block.value("of") {
      let text = try? String(contentsOf: repositoryRoot.appending(path: whole), encoding: .utf8)
      #expect(text?.contains(block.text) == true, "\(place): \(whole) does not hold this text")
      return
    }
    if block.words.contains("campaign") {
      session.files.put("snippet.fence", block.text)
      let said = session.run(["lint", "snippet.fence", "--only", "practice.segmented"])
      #expect([0, 1].contains(session.status), "\(place):\n\(said)")
      return
    }
    let said = Snippet(block.text).problems
    if let code = block.value("fails") {
      #expect(said.contains { $0.code == code }, "\(place): expected \(code), not \(said)")
    } else {
      #expect(said.isEmpty, "\(place): \(said)")
    }
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

  /// Each command prints what stands below it.
  ///
  /// A line `…` stands for any lines. `UPDATE_GOLDEN=1` rewrites what differs.
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
      let shown = trimmed(expected.map(String.init))
      let isAsShown = matches(shown, trimmed(actual))
      #expect(isAsShown, "\(place): `\(command)` says\n\(said)")
      if !isAsShown, ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        rewrite(place, shown, trimmed(actual))
      }
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
        // That the words and the files are right is all that is asked here; one rule is enough for it.
        if words.first == "check" { words += ["--only", "practice.valid_number"] }
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

  /// A file of a build server: the commands of the program in it run, up to what the shell does with their output.
  private func checkYAML(_ block: Page.Block, _ session: Session, _ place: String) {
    #expect(!block.text.contains("\t"), "\(place): YAML knows no tabs")
    let commands = block.text.split(separator: "\n").compactMap { line -> Substring? in
      let bare = line.drop { " -".contains($0) }
      let command = ["run: ", "entry: "].first { bare.hasPrefix($0) }.map {
        bare.dropFirst($0.count)
      }
      return (command ?? bare).hasPrefix("ringfence ") ? command ?? bare : nil
    }
    #expect(!commands.isEmpty, "\(place): no command of ringfence")
    for command in commands {
      let end = command.firstRange(of: #/ (\|\||\||>>|>) /#)?.lowerBound ?? command.endIndex
      var words = Session.words(command[..<end]).dropFirst().flatMap(session.files.expand)
      // A hook is given the names of the files that changed.
      if block.text.contains("entry: \(command)"), !words.contains(where: { $0.contains("/") }) {
        words += session.files.expand(
          words.first == "lint" ? "campaigns/*.json" : "policies/*.fence")
      }
      if ["lint", "check"].contains(words.first) { words += ["--only", "practice.valid_number"] }
      let said = session.run(words)
      #expect([0, 1].contains(session.status), "\(place): `\(command)`\n\(said)")
    }
  }

  /// Puts what was said in the place of what is shown; behind the first `…` only lines that are still said stay.
  private func rewrite(_ place: String, _ shown: [String], _ actual: [String]) {
    let isAny = { (line: String) in line.trimmingCharacters(in: .whitespaces) == "…" }
    var new = actual
    if let first = shown.firstIndex(where: isAny) {
      var rest = actual.dropFirst(first)
      new = Array(actual.prefix(first))
      for line in shown.dropFirst(first) {
        if isAny(line) {
          new.append(line)
        } else if let found = rest.firstIndex(of: line) {
          new.append(line)
          rest = rest[(found + 1)...]
        }
      }
    }
    let file = repositoryRoot.appending(path: place.prefix { $0 != ":" })
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
    let replaced = text.replacingOccurrences(
      of: "\n" + shown.joined(separator: "\n") + "\n",
      with: "\n" + new.joined(separator: "\n") + "\n")
    try? Data(replaced.utf8).write(to: file)
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
