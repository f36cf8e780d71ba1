/// Tests that belong together, as build servers show them.
public struct JUnitSuite: Sendable {
  var name: String
  var cases: [Case]

  /// One test.
  struct Case: Sendable {
    var name: String
    var group: String
    var file: String?
    var line: Int?

    /// Why it failed; nil if it passed.
    var failure: Failure?

    /// What else there is to say.
    var remark = ""
  }

  /// Why a test failed.
  struct Failure: Sendable {
    var kind: String
    var message: String
    var text: String
  }
}

/// Suites as the XML that JUnit's Ant task writes, which build servers read.
func junit(_ suites: [JUnitSuite], tool: String) -> [UInt8] {
  let cases = suites.flatMap(\.cases)
  var writer = XMLWriter()
  writer.element(
    "testsuites", [("name", tool)] + counts(cases)
  ) { writer in
    for suite in suites {
      writer.element("testsuite", [("name", suite.name)] + counts(suite.cases)) { writer in
        for test in suite.cases { writer.test(test) }
      }
    }
  }
  return writer.bytes
}

private func counts(_ cases: [JUnitSuite.Case]) -> [(String, String?)] {
  [
    ("tests", "\(cases.count)"), ("failures", "\(cases.count { $0.failure != nil })"),
    ("errors", "0"), ("skipped", "0"),
  ]
}

extension XMLWriter {
  fileprivate mutating func test(_ test: JUnitSuite.Case) {
    element(
      "testcase",
      [
        ("classname", test.group), ("name", test.name), ("file", test.file),
        ("line", test.line.map(String.init)),
      ]
    ) { writer in
      if let failure = test.failure {
        writer.element(
          "failure", [("type", failure.kind), ("message", failure.message)], text: failure.text)
      }
      if !test.remark.isEmpty { writer.element("system-out", [], text: test.remark) }
    }
  }
}
