import FenceCore
import FenceDiagnostics
import FenceSemantics
import FenceSyntax
import FenceWorkspace
import Outreach

/// A case as policy files, of which the last holds it as tests that the judge passes: one for each contact of the list, all
/// with the same plan.
struct CounterexampleTest {
  /// The files, in the layout of the product.
  let files: [SourceText]
  /// Why the test does not pass by the judge alone; empty if it does.
  let failures: [String]

  /// Writes a case as tests.
  ///
  /// - Parameters:
  ///   - example: the case.
  ///   - world: against which the test is run.
  init(_ example: GeneratedCase, world: World) {
    var files = example.files
    let host = files.lastIndex { !$0.text.contains("covers nobody") } ?? 0
    var text = files[host].text
    for (number, contact) in example.contacts.enumerated() {
      let test = CounterexampleTest.test(example, contact, number, host)
      let expectations = CounterexampleTest.expectations(files, host, test, world)
      text += test.replacing("EXPECTATIONS", with: expectations)
    }
    files[host] = SourceText(name: files[host].name, text: text)
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

  private static func test(
    _ example: GeneratedCase, _ contact: FactRecord, _ number: Int, _ host: Int
  ) -> String {
    let others = example.files.indices.filter { $0 != host }.compactMap { place -> String? in
      let file = example.files[place]
      return file.text.contains("covers nobody") ? nil : String(file.name.dropLast(6))
    }
    let with = others.isEmpty ? "" : "  with \(others.joined(separator: ", "))\n"
    let programme = example.programme.map { "  programme { \($0.spelled) }\n" } ?? ""
    let title = number == 0 ? "the engines agree" : "the engines agree on contact \(number + 1)"
    return """

      test "\(title)" {
      \(with)  plan { \(example.plan.spelled) }
      \(programme)  contact { \(contact.spelled) }
      EXPECTATIONS
      }

      """
  }

  /// What the judge says of every rule in a test.
  private static func expectations(
    _ files: [SourceText], _ host: Int, _ test: String, _ world: World
  ) -> String {
    var lines: [String] = []
    var draft = files
    func failures(_ expectations: String) -> [String] {
      draft[host] = SourceText(
        name: files[host].name,
        text: files[host].text + test.replacing("EXPECTATIONS", with: expectations))
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
