import FenceSyntax
import Foundation
import TestSupport
import Testing

@testable import FenceCommands

/// The help: it holds everything that there is, and what it shows works.
struct HelpTests {
  @Test(arguments: HelpTopic.all.map(\.name))
  func explainsTopics(topic: String) {
    let outcome = ringfence("help", topic)
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(outcome.output.contains("$ ringfence "), "it teaches by example")
  }

  @Test func laysTopicsOut() {
    let names = ["policies", "masking", "exit-statuses"]
    let pages = names.map { ringfence("help", $0).output }
    expectGolden(pages.joined(separator: "\n---\n\n"), "commands/help-topics.txt")
  }

  @Test(
    arguments: [
      ("consent", "consent LEVEL for"), ("opted out", "`opted out`: an opt-out that concerns"),
      ("within", "T within D before U"), ("count", "count of X in LIST"),
      ("contact.minor", "Whether the person is under age"), ("opt_outs", "Every opt-out on file"),
      ("recipient", "sole_trader"), ("f0108", "no day of the calendar"),
    ])
  func explainsWordsOfTheLanguage(word: String, expected: String) {
    let outcome = ringfence("help", word)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains(expected), "\(outcome.output)")
  }

  @Test func explainsNamesOfSeveralWords() {
    #expect(ringfence("help", "opted", "out").output == ringfence("help", "opted out").output)
  }

  @Test(
    arguments: [
      ("chek", "did you mean `ringfence help check`?"),
      ("exit-status", "did you mean `ringfence help exit-statuses`?"),
      ("opt_ots", "did you mean `ringfence help opt_outs`?"),
      ("zzzzzzzzzz", "`ringfence help` lists commands and topics"),
    ])
  func guessesWhatWasMeant(word: String, expected: String) {
    let outcome = ringfence("help", word)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(expected), "\(outcome.errors)")
  }

  @Test func tellsProgramsEverything() throws {
    let document = try json("help", "--format", "json")
    let commands = try #require(document["commands"] as? [[String: Any]])
    #expect(commands.compactMap { $0["name"] as? String } == Verb.all.map(\.name))
    for (verb, command) in zip(Verb.all, commands) {
      let options = try #require(command["options"] as? [[String: Any]])
      #expect(
        options.compactMap { $0["name"] as? String } == (verb.options + [.help]).map(\.name))
      #expect((command["examples"] as? [Any])?.count == verb.examples.count)
    }
    #expect((document["topics"] as? [Any])?.count == HelpTopic.all.count)
    #expect((document["exit_statuses"] as? [Any])?.count == FenceCommands.ExitStatus.allCases.count)
    let one = try json("help", "check", "--format", "json")
    #expect(
      (one["commands"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["check"])
  }

  @Test func saysWhatEveryFormIsFor() {
    for form in HelpTopic.formNames {
      #expect(HelpTopic.meanings[form] != nil, "`help formats` says nothing of \(form)")
    }
  }

  /// Topics are found by their names, so that no command or word of the language may hide one.
  @Test func namesCollideNowhere() {
    let names = Verb.all.map(\.name) + HelpTopic.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(
    arguments: [
      ["lint", "plan.json", "--only", "common"],
      ["lint", "plan.json", "--programme", "programme.json", "--only", "common"],
      ["check", "plan.json", "--contacts", "list.ndjson", "--only", "common"],
      ["verify", "acme.fence"], ["test", "acme.fence"], ["fmt", "--check", "acme.fence"],
    ])
  func samplesWork(words: [String]) {
    let outcome = ringfence(
      words,
      on: MemoryFiles([
        "plan.json": Sample.plan, "list.ndjson": Sample.contacts,
        "programme.json": Sample.programme, "acme.fence": Sample.policy,
      ]))
    #expect(outcome.status == 0, "\(outcome.output)\n\(outcome.errors)")
    #expect(!outcome.errors.contains("warning"), "\(outcome.errors)")
  }

  private func json(_ words: String...) throws -> [String: Any] {
    let outcome = ringfence(words, on: MemoryFiles([:]))
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(document as? [String: Any])
  }
}
