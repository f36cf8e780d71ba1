import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import FenceWorkspace
import Outreach

/// A case as policy files, of which the last holds it as a test that the judge passes.
struct CounterexampleTest {
  /// The files, in the layout of the product.
  let files: [SourceText]
  /// Why the test does not pass by the judge alone; empty if it does.
  let failures: [String]

  /// Writes a case as a test.
  ///
  /// - Parameters:
  ///   - example: the case; of a list only the first contact is shown.
  ///   - world: against which the test is run.
  init(_ example: GeneratedCase, world: World) {
    var files = example.files
    let host = files.lastIndex { !$0.text.contains("covers nobody") } ?? 0
    let text = files[host].text + CounterexampleTest.test(example, host)
    let expectations = CounterexampleTest.expectations(files, host, text, world)
    files[host] = SourceText(
      name: files[host].name, text: text.replacing("EXPECTATIONS", with: expectations))
    self.files = files.map { file in
      format(parse(file)).map { SourceText(name: file.name, text: $0) } ?? file
    }
    let set = PolicySet(shipped: [], own: [self.files], world: world, today: nil)
    failures =
      set.diagnostics.filter { $0.severity == .error }.map(\.message)
      + set.tests.flatMap { test in
        TestRun(test, library: set.library, world: world).failures.map(\.message)
      }
  }

  /// What to paste.
  var text: String {
    let body = files.map { "// \($0.name)\n\($0.text)" }.joined(separator: "\n")
    guard !failures.isEmpty else { return body }
    return body + "\n// the test does not run as it stands: \(failures.joined(separator: "; "))\n"
  }

  private static func test(_ example: GeneratedCase, _ host: Int) -> String {
    let others = example.files.indices.filter { $0 != host }.compactMap { place -> String? in
      let file = example.files[place]
      return file.text.contains("covers nobody") ? nil : String(file.name.dropLast(6))
    }
    let with = others.isEmpty ? "" : "  with \(others.joined(separator: ", "))\n"
    let programme = example.programme.map { "  programme { \($0.spelled) }\n" } ?? ""
    let contact = example.contacts.first.map(\.spelled) ?? ""
    return """

      test "the engines agree" {
      \(with)  plan { \(example.plan.spelled) }
      \(programme)  contact { \(contact) }
      EXPECTATIONS
      }

      """
  }

  /// What the judge says of every rule in such a test.
  private static func expectations(
    _ files: [SourceText], _ host: Int, _ text: String, _ world: World
  ) -> String {
    var lines: [String] = []
    var draft = files
    func failures(_ expectations: String) -> [String] {
      draft[host] = SourceText(
        name: files[host].name, text: text.replacing("EXPECTATIONS", with: expectations))
      let set = PolicySet(shipped: [], own: [draft], world: world, today: nil)
      return set.tests.flatMap { TestRun($0, library: set.library, world: world).failures }
        .map(\.message)
    }
    let compiled = PolicySet(shipped: [], own: [files], world: world, today: nil)
    for rule in compiled.library.policies.flatMap(\.rules) where rule.scope != .list {
      let verdicts = ["passes", "fails", "unproven", "exempt", "waived", "not applicable"]
      if let found = (verdicts + ["not in force"]).first(where: {
        failures("expect \(rule.id) \($0)").isEmpty
      }) {
        lines.append("expect \(rule.id) \(found)")
      }
    }
    if lines.isEmpty {
      let decisions = ["allowed", "review", "blocked"].map { "expect \($0)" }
      lines = [decisions.first { failures($0).isEmpty } ?? decisions[0]]
    }
    return Array(Set(lines)).sorted().map { "  \($0)" }.joined(separator: "\n")
  }
}
