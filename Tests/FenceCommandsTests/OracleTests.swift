import Foundation
import TestSupport
import Testing

/// Contacts with facts missing anywhere, judged by twelve rules, against a plain Python oracle of the language
/// reference (`Tests/Benchmarks/oracle.py`), whose answers are kept beside the facts.
@Suite struct OracleTests {
  static let folder = repositoryRoot.appending(path: "Tests/Fixtures/twelve")

  @Test(arguments: ["sms", "voice", "text"])
  func agreesWithTheOracle(plan: String) throws {
    let policy = repositoryRoot.appending(path: "Tests/Benchmarks/twelve.fence")
    let outcome = ringfence(
      "check", "plan.json", "--contacts", "contacts.ndjson", "--policies", "own", "--only",
      "twelve", "--format", "ndjson", "--quiet",
      files: [
        "own/twelve.fence": try String(contentsOf: policy, encoding: .utf8),
        "plan.json": try text("\(plan).json"), "contacts.ndjson": try text("contacts.ndjson"),
      ])
    #expect(outcome.status == 1, "\(outcome.errors)")
    let verdicts = try outcome.output.split(separator: "\n").map { try OracleTests.verdicts($0) }
    let expected = try text("\(plan).tsv").split(separator: "\n").map(String.init)
    #expect(verdicts.count == 121)
    for (said, wanted) in zip(verdicts, expected) { #expect(said == wanted) }
  }

  /// A contact's line of the report in the oracle's form: id, failed rules, unproven rules.
  private static func verdicts(_ line: Substring) throws -> String {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let attempts = object["attempts"] as? [[String: Any]]
    let findings =
      attempts?.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
      ?? object["plan_findings"] as? [[String: Any]] ?? []
    func rules(_ verdict: String) -> Set<String> {
      Set(
        findings.filter { $0["verdict"] as? String == verdict }.compactMap {
          ($0["rule"] as? String)?.split(separator: ".").last.map(String.init)
        })
    }
    let failed = rules("fail")
    let unproven = rules("unproven").subtracting(failed)
    let id = object["id"] as? String ?? "plan"
    return [id, failed.sorted().joined(separator: ","), unproven.sorted().joined(separator: ",")]
      .joined(separator: "\t")
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: OracleTests.folder.appending(path: name), encoding: .utf8)
  }
}
