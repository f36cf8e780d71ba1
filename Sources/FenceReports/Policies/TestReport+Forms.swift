import FenceDiagnostics

extension TestReport: FindingsReport {
  /// The counts, then what failed.
  public func markdown() -> [UInt8] {
    var page = MarkdownPage()
    page.heading("Tests in policies")
    page.paragraph(Markdown.text(conclusion))
    page.table(
      ["policy", "test", "at", "what"],
      failed.map { test in
        [
          Markdown.code(test.policy), Markdown.text(test.name),
          Markdown.code("\(test.file):\(test.line)"),
          test.failures.map { Markdown.sentence($0.sentence) }.joined(separator: "<br>"),
        ]
      })
    return page.bytes
  }

  /// A suite a policy.
  public var suites: [JUnitSuite] {
    guard !tests.isEmpty else {
      let failure = JUnitSuite.Failure(kind: "missing", message: conclusion, text: "")
      let test = JUnitSuite.Case(name: "there are tests", group: "ringfence.test", failure: failure)
      return [JUnitSuite(name: "ringfence test", cases: [test])]
    }
    var suites: [JUnitSuite] = []
    for test in tests {
      if suites.last?.name != test.policy {
        suites.append(JUnitSuite(name: test.policy, cases: []))
      }
      var entry = JUnitSuite.Case(
        name: test.name, group: test.policy, file: test.file, line: test.line)
      if let first = test.failures.first {
        entry.failure = JUnitSuite.Failure(
          kind: first.code, message: first.masked(Masking()).message,
          text: test.failures.map { $0.frame(Masking()) }.joined(separator: "\n\n"))
      }
      suites[suites.count - 1].cases.append(entry)
    }
    return suites
  }

  /// A remark a failed expectation.
  public var annotations: [Annotation] {
    guard !tests.isEmpty else {
      return [Annotation(.error, title: "ringfence test", message: conclusion)]
    }
    return failed.flatMap { test in
      test.failures.map { failure in
        var annotation = Annotation(failure, Masking())
        annotation.title = "\(test.policy): \(test.name)"
        return annotation
      }
    }
  }

  private var failed: [Test] { tests.filter { !$0.failures.isEmpty } }
}
