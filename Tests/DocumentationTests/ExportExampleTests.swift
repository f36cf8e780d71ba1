import TestSupport
import Testing

/// The example exports, read by the shipped mappings and judged from end to end.
@Suite struct ExportExampleTests {
  static let folder = "Docs/Examples/exports"

  @Test(arguments: ["hubspot", "salesforce", "klaviyo", "shopify", "twilio"])
  func exportsAreJudged(name: String) {
    let session = Session()
    let said = session.run([
      "check", "\(Self.folder)/plan.json", "--contacts", "\(Self.folder)/\(name).csv", "--format",
      "csv", "--only", "practice.explicit_consent", "--only", "practice.valid_number",
    ])
    #expect(session.status == 1)
    #expect(said.contains("read by the mapping `exports.\(name)`"))
    expectGolden(said, "exports/\(name).txt")
  }

  /// Every column that a shipped mapping names stands in its example, or the remark says which does not.
  @Test(arguments: ["hubspot", "salesforce", "klaviyo", "shopify", "twilio"])
  func examplesHaveTheColumnsOfTheirMapping(name: String) {
    let session = Session()
    let said = session.run([
      "check", "\(Self.folder)/plan.json", "--contacts", "\(Self.folder)/\(name).csv", "--only",
      "practice.valid_number",
    ])
    #expect(!said.contains("not there"), "\(said)")
  }
}
