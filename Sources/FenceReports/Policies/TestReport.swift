public import FenceDiagnostics

/// What the tests in policies said.
public struct TestReport: Sendable {
  let tests: [Test]

  /// How far the tests reach, where that was asked for.
  let reach: ReachReport?

  /// Which changes the tests do not notice, where that was asked for.
  let mutation: MutationReport?

  /// Makes a report on tests, in the order run.
  public init(tests: [Test], reach: ReachReport? = nil, mutation: MutationReport? = nil) {
    self.tests = tests
    self.reach = reach
    self.mutation = mutation
  }

  /// One test.
  public struct Test: Sendable {
    /// The policy in which it stands.
    public var policy: String

    /// Its name.
    public var name: String

    /// The file in which it stands.
    public var file: String

    /// The line on which it begins, from 1.
    public var line: Int

    /// What went otherwise than expected, at the lines of the expectations; empty if it passed.
    public var failures: [Diagnostic]

    /// Makes an entry.
    public init(
      policy: String, name: String, file: String, line: Int, failures: [Diagnostic]
    ) {
      self.policy = policy
      self.name = name
      self.file = file
      self.line = line
      self.failures = failures
    }
  }

  /// Whether every test passed, of which there must be one, they reach as far as they must, and they notice every
  /// change that nobody has accepted.
  public var hasPassed: Bool {
    isAllGreen && reach?.floorsMissed.isEmpty != false && mutation?.hasPassed != false
  }

  private var isAllGreen: Bool { !tests.isEmpty && tests.allSatisfy(\.failures.isEmpty) }

  /// How far the tests reach as CSV; nothing where that was not asked for.
  public var csv: [UInt8] { reach?.csv ?? [] }

  /// The report for people: what failed, then the counts.
  public func text(_ style: PageStyle) -> [UInt8] {
    var page = Page(style)
    for test in tests where !test.failures.isEmpty {
      page.line(
        "\(page.paint("✗", .bad)) \(page.paint(test.policy, .strong))  \(test.name)")
      for failure in test.failures { page.frame(failure, Masking()) }
    }
    page.line(page.paint(conclusion, isAllGreen ? .good : .bad))
    if let reach, !tests.isEmpty {
      page.line()
      reach.write(to: &page)
    }
    if let mutation {
      page.line()
      mutation.write(to: &page)
    }
    return page.bytes
  }

  /// The last line about the tests: how many there are and how many failed.
  var conclusion: String {
    guard !tests.isEmpty else { return "no tests were found" }
    let failed = tests.count { !$0.failures.isEmpty }
    let policies = counted(Set(tests.map(\.policy)).count, "policy", "policies")
    let all = "\(counted(tests.count, "test")) of \(policies)"
    return failed == 0 ? "\(all) passed" : "\(grouped(failed)) of \(all) failed"
  }

  /// The report as one JSON document, `ringfence.test/1`.
  public func json(tool: String) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.member("format", "ringfence.test/1")
      $0.member("tool", tool)
      $0.key("tests")
      $0.array(tests) { writer, test in
        writer.object {
          $0.member("policy", test.policy)
          $0.member("name", test.name)
          $0.member("file", test.file)
          $0.member("line", test.line)
          $0.member("passed", test.failures.isEmpty)
          $0.key("failures")
          $0.array(test.failures) { $0.diagnostic($1, Masking()) }
        }
      }
      $0.key("summary")
      $0.object {
        $0.member("tests", tests.count)
        $0.member("passed", tests.count { $0.failures.isEmpty })
        $0.member("failed", tests.count { !$0.failures.isEmpty })
      }
      if let reach {
        $0.key("coverage")
        reach.write(to: &$0)
      }
      if let mutation {
        $0.key("mutation")
        mutation.write(to: &$0)
      }
    }
    return writer.bytes + Array("\n".utf8)
  }
}
