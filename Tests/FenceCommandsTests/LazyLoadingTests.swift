import FenceLibrary
import FenceReports
import FenceWorkspace
import Outreach
import Testing

@testable import FenceCommands
@testable import FenceCore

/// Policies are compiled as far as they are needed, and nobody can tell by what is printed.
struct LazyLoadingTests {
  private static let plan = """
    {"campaign": "spring", "purpose": "marketing", "targets": ["FR"],
     "sender": {"name": "Acme", "country": "FR"},
     "steps": [{"id": "text-1", "channel": "sms", "at": "2026-03-02T15:30:00Z"}]}

    """

  private static let contacts = """
    {"id": "a", "phone": "+33199000142"}
    {"id": "b", "phone": "+13055550142", "region": "US-FL"}
    {"id": "c", "phone": "+447700900142"}
    {"id": "d", "phone": "+33199000142", "country": "US"}
    {"id": "e"}

    """

  private static let acme = """
    policy acme "Acme" covers recipients in US, FR
    override practice.texts_a_month with 2 because "fewer" by "board"
    waive US.help_reply until 2027-02-28 because "by hand" by "board"
    rule numbered "They have ids" { require id is given }

    """

  /// A library makes the program load everything at once if it declares names, which all policies see.
  private static let files = [
    "plan.json": plan, "list.ndjson": contacts, "acme/acme.fence": acme,
    "part/words.fence": "policy words \"Words\" covers nobody\n",
    "whole/words.fence": "policy words \"Words\" covers nobody\nconstant one \"One\" = 1 day\n",
    "anywhere.json": plan.replacing(#""targets": ["FR"],"#, with: ""),
    "florida.json": plan.replacing(#"["FR"]"#, with: #"["US-FL"]"#),
    "world.json": plan.replacing(#"["FR"]"#, with: #"["FR", "US"]"#),
  ]

  /// A workplace for the words of a command line.
  private static func workplace(_ words: [String]) throws -> Workplace {
    let environment = Environment(
      files: MemoryFiles(files), input: MemoryReader([]), output: MemoryWriter { _ in },
      errors: MemoryWriter { _ in }, outputIsTerminal: false, errorsAreTerminal: false,
      terminalWidth: nil, variables: [:], now: { .distantPast }, isInterrupted: { false })
    let verb = try #require(Verb.all.first { $0.name == words[0] })
    let arguments = try Arguments(words.dropFirst(), options: verb.options, verb: verb.name)
    return try Workplace(arguments, Console(environment, arguments))
  }

  @Test(
    arguments: [
      ["lint", "plan.json", "--format", "json"], ["lint", "florida.json", "anywhere.json"],
      ["check", "plan.json", "--contacts", "list.ndjson", "--format", "json"],
      ["check", "florida.json", "--contacts", "list.ndjson"],
      ["check", "world.json", "--contacts", "list.ndjson", "--format", "json"],
      ["explain", "b", "--plan", "plan.json", "--contacts", "list.ndjson", "--format", "json"],
      ["explain", "+33199000142", "--plan", "florida.json", "--contacts", "list.ndjson"],
      ["when", "a", "--plan", "plan.json", "--contacts", "list.ndjson", "--days", "2"],
    ])
  func printsWhatTheWholeLibraryWouldSay(_ arguments: [String]) {
    for own in [[], ["--policies", "acme"]] {
      let part = ringfence(
        arguments + own + ["--policies", "part"], on: MemoryFiles(Self.files))
      let whole = ringfence(
        arguments + own + ["--policies", "whole"], on: MemoryFiles(Self.files))
      #expect(part.output.count > 200)
      #expect(Self.withoutDigests(part.output) == Self.withoutDigests(whole.output))
      #expect(part.errors == whole.errors)
      #expect(part.status == whole.status)
    }
  }

  /// The files differ, so do their digests.
  private static func withoutDigests(_ text: String) -> String {
    text.replacing(/sha256:[0-9a-f]+/, with: "")
  }

  @Test func aFolderWithoutPoliciesChangesNothing() {
    let arguments = ["check", "world.json", "--contacts", "list.ndjson", "--format", "json"]
    let files = Self.files.merging(["none/readme.txt": ""]) { $1 }
    #expect(
      ringfence(arguments, on: MemoryFiles(files)).output
        == ringfence(arguments + ["--policies", "none"], on: MemoryFiles(files)).output)
  }

  @Test(
    arguments: [
      ["--only", "US.help_repl"], ["--skip", "practise"], ["--only", "acme.number"],
      ["--policies", "acme", "--only", "acme.number"],
    ])
  func whatNoPolicyHoldsCannotBeSelected(_ selection: [String]) {
    let result = ringfence(
      ["check", "plan.json", "--contacts", "list.ndjson"] + selection,
      on: MemoryFiles(Self.files))
    #expect(result.status == 2)
    #expect(result.errors.contains("no rule or policy is called `\(selection.last ?? "")`"))
    #expect(result.errors.contains("did you mean") == !(selection == ["--only", "acme.number"]))
  }

  /// A bench loads for the first contact what that one needs, then what the targets need, then all.
  @Test func theFirstContactLoadsWhatItNeeds() throws {
    let workplace = try Self.workplace(["check", "world.json", "--contacts", "list.ndjson"])
    let supply = try PolicySupply(workplace)
    let plan = try workplace.plan("world.json", OwnFields())
    let bench = Bench(Bench.Seed(supply, plan, workplace.world, Judge.Options()))
    #expect(bench.judge.library.policies.isEmpty)
    func loaded(for country: String) -> [String] {
      var contact = FactRecord(.contact)
      contact["country"] = Fact(.text(country))
      let library = bench.judge(for: contact).library
      return library.policies.filter { !$0.rules.isEmpty }.map(\.name)
    }
    #expect(loaded(for: "FR") == ["EU", "FR", "practice"])
    #expect(loaded(for: "FR") == ["EU", "FR", "practice"])
    let targets = loaded(for: "US")
    #expect(targets.contains("US-FL") && targets.contains("FR") && !targets.contains("GB"))
    #expect(!bench.hasAll)
    #expect(loaded(for: "GB").contains("GB"))
    #expect(bench.hasAll)
  }

  @Test func lintCompilesFewerPoliciesThanThereAre() throws {
    let workplace = try Self.workplace(["lint", "florida.json"])
    let supply = try PolicySupply(workplace)
    let plan = try workplace.plan("florida.json", OwnFields()).plan
    let library = supply.library(of: supply.needed(aimedAtBy: [plan]))
    #expect(library.policy("US-FL") != nil)
    #expect(library.policies.count < shippedPolicies.count)
    #expect(supply.description.count == shippedPolicies.count)
  }
}
