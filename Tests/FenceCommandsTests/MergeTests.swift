import Testing

@testable import FenceCommands

/// Reports on parts of a list add up to exactly the report on the whole.
struct MergeTests {
  private static let policy = """
    policy acme "Acme's own rules" covers everyone {
      severity block
    }

    waive by_hand until 2026-12-31 because "a trial" by "counsel"
    waive old until 2026-03-01 because "until the move" by "operations"

    segment young "Young" = minor

    rule quiet_hours "Text between eight and eight" { hours 08:00 to 20:00 }

    rule adults "Text adults only" {
      applies when channel is sms
      except when contact.region is US-TX
      require minor is false
    }

    rule by_hand "By hand" { forbid technology includes predictive }
    rule old "Nothing old" { require contact.minor is given }

    rule distinct "No number twice" {
      severity warn
      require (share of contacts where phone is repeated) at most 10%
    }

    rule grown "Mostly of age" {
      require (share of contacts where minor) at most 30%
    }

    rule named "A campaign with a programme" {
      applies when channel is sms
      require sender.name is "Acme"
    }

    """

  private static let plan = """
    {"campaign": "spring", "purpose": "marketing", "targets": ["US"],
     "steps": [{"id": "text-1", "channel": "sms", "at": "2026-03-02T15:30:00Z"},
               {"id": "call-1", "channel": "voice", "technology": "predictive", "at": "2026-03-03T03:30:00Z"}]}

    """

  private static let key = "0123456789abcdef0123456789abcdef"

  /// Repeated numbers within parts and over them, records that cannot be read, without a number, with none, elsewhere.
  private static let parts = [
    Files.good + Files.unknown + Files.good + "\n" + Files.broken,
    "",
    Files.minor + #"{"id": "7137135555", "region": "US-TX"}"# + "\n" + Files.unknown + "{}\n"
      + #"{"id": "g", "phone": "0049301234567", "country": "DE", "minor": true}"# + "\n",
    Files.broken + "7\n",
    Files.minor + #"{"id": "h", "phone": null, "minor": false, "opt_outs": []}"# + "\n"
      + Files.good,
  ]

  private static let files = [
    "own/acme.fence": policy, "plan.json": plan, "other.json": plan + " ", "key": key,
    "other.key": key + " ", "short.key": "0123456789abcde",
  ]

  private static func check(_ flags: [String], _ input: String) -> Outcome {
    ringfence(
      ["check", "plan.json", "--policies", "own", "--only", "acme"] + flags,
      on: MemoryFiles(files), input: input)
  }

  private static func report(_ part: String, key: String = "key") -> String {
    check(["--contacts", "-", "--format", "ndjson", "--mergeable", key], part).output
  }

  private static let reports = parts.map { report($0) }

  /// The reports on two contacts, under one key and the other.
  private static let two = (
    report(Files.good + Files.minor), report(Files.good + Files.minor, key: "other.key")
  )

  private static func merge(
    _ reports: [String: String], _ operands: [String], _ flags: [String] = [], input: String = ""
  ) -> Outcome {
    ringfence(
      ["merge", "plan.json", "--policies", "own", "--only", "acme"] + flags
        + operands,
      on: MemoryFiles(files.merging(reports) { $1 }), input: input)
  }

  @Test(arguments: ["text", "json", "ndjson", "markdown", "junit", "github"])
  func addsUpToTheWhole(format: String) {
    let whole = Self.check(["--contacts", "-", "--format", format], Self.parts.joined())
    let names = Self.parts.indices.map { "\($0).ndjson" }
    let reports = Dictionary(uniqueKeysWithValues: zip(names, Self.reports))
    let merged = Self.merge(reports, names, ["--format", format])
    #expect(whole.output.count > 500)
    #expect(merged.output == whole.output)
    #expect(merged.status == whole.status)
    #expect(merged.status == 1)
  }

  /// One after the other from standard input, as a pipe brings them.
  @Test func addsUpWhatAPipeBrings() {
    let whole = Self.check(["--contacts", "-", "--format", "ndjson"], Self.parts.joined())
    let merged = Self.merge(
      [:], ["-"], ["--format", "ndjson"], input: Self.reports.joined())
    #expect(merged.output == whole.output)
  }

  /// What the whole says rests on several parts at once: no part says it by itself.
  @Test func judgesTheListAnew() {
    let whole = Self.merge(["all": Self.reports.joined()], ["all"])
    #expect(whole.output.contains("✗ acme.distinct"), "\(whole.output)")
    #expect(whole.output.contains("-:12:1"), "\(whole.output)")
    #expect(!Self.check(["--contacts", "-"], Self.parts[4]).output.contains("✗ acme.distinct"))
  }

  /// A file of its own keeps its lines.
  @Test func keepsFilesApart() {
    let lists = ["a.ndjson": Self.parts[0], "b.ndjson": Self.parts[2], "c.ndjson": Self.parts[3]]
    let flags = ["check", "plan.json", "--policies", "own", "--only", "acme"]
    let files = MemoryFiles(Self.files.merging(lists) { $1 })
    for name in lists.keys {
      let outcome = ringfence(
        flags + [
          "--contacts", name, "--format", "ndjson", "--mergeable", "key", "--output", "r.\(name)",
        ], on: files)
      #expect(outcome.status == (name == "c.ndjson" ? 4 : 1))
    }
    let names = lists.keys.sorted()
    let whole = ringfence(flags + names.flatMap { ["--contacts", $0] }, on: files)
    let merged = ringfence(
      ["merge", "plan.json", "--policies", "own", "--only", "acme"] + names.map { "r.\($0)" },
      on: files)
    #expect(merged.output == whole.output)
    #expect(merged.errors.contains("c.ndjson: no record can be read"))
    #expect((merged.status, whole.status) == (4, 4))
  }

  /// Shipped policies are loaded as they are needed, in some parts all of them.
  @Test func addsUpWhateverPoliciesWereLoaded() {
    let plan = Self.plan.replacing(#""purpose""#, with: #""sender": {"country": "US"}, "purpose""#)
    let files = MemoryFiles(["plan.json": plan, "key": Self.key])
    let parts = [Files.good, Files.minor + Files.good + Self.parts[2]]
    let check = ["check", "plan.json", "--contacts", "-", "--format"]
    let reports = parts.map {
      ringfence(check + ["ndjson", "--mergeable", "key"], on: files, input: $0).output
    }
    #expect(reports.map { $0.contains(#""all_policies":true"#) } == [false, true])
    let whole = ringfence(check + ["ndjson"], on: files, input: parts.joined())
    let merged = ringfence(
      ["merge", "plan.json", "-", "--format", "ndjson"], on: files, input: reports.joined())
    #expect(
      whole.output.contains(
        "2 records repeat the number of an earlier one (lines 1 and 3, 2 and 4)"))
    #expect(merged.output == whole.output)
    #expect(merged.status == whole.status)
  }

  @Test func tellsNoNumber() {
    for report in Self.reports {
      for number in ["3055550142", "3055550143", "3055550144", "301234567", "7137135555"] {
        #expect(!report.contains(number))
      }
    }
  }

  @Test(
    arguments: [
      (["--format", "text"], "key", "`--mergeable` goes with `--format ndjson`"),
      (["--format", "ndjson"], "short.key", "the key in `short.key` has fewer than 16 bytes"),
    ])
  func refusesWhatIsNotMergeable(flags: [String], key: String, expected: String) {
    let outcome = Self.check(["--contacts", "-", "--mergeable", key] + flags, Files.good)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(expected), "\(outcome.errors)")
  }

  @Test(
    arguments: [
      (["merge"], "a plan is missing"), (["merge", "plan.json"], "the reports are missing"),
      (["merge", "plan.json", "r", "--format", "csv"], "`csv` is no value of `--format`"),
    ])
  func wantsAPlanAndReports(arguments: [String], expected: String) {
    let outcome = ringfence(arguments, on: MemoryFiles(Self.files))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(expected), "\(outcome.errors)")
  }

  /// What happened to a report.
  enum Change: Sendable {
    case none
    case text(String, String)
    case withoutLine(Int)
    case with(line: String)
    case cut(Int)

    func of(_ report: String) -> String {
      var lines = report.split(separator: "\n").map { $0 + "\n" }
      switch self {
      case .none: break
      case .text(let old, let new): return report.replacing(old, with: new)
      case .withoutLine(let number): lines.removeSubrange(number...min(number, lines.count - 1))
      case .with(let line): lines.insert(line + "\n", at: 0)
      case .cut(let count): return String(report.dropLast(count)) + "\n"
      }
      return lines.joined()
    }
  }

  /// A report that is not whole, or not of the same run: two contacts, a line of hashes, the last line.
  @Test(
    arguments: [
      (.withoutLine(3), [], "r:3: it ends before its last line"),
      (.withoutLine(0), [], "r:3: its last line counts 2 contacts, and 1 stand before it"),
      (.withoutLine(2), [], "r:3: lines with hashes of numbers are missing"),
      (.with(line: "{}"), [], "r:1: this is no line of a report"),
      (.with(line: #"{"numbers":[1],"file":"-"}"#), [], "r:1: its `numbers` is not as"),
      (.text(#""attempts":4"#, #""attempts":-4"#), [], "its `attempts` is not as"),
      (.text(#""yes":"#, #""yes":1"#), [], "its `shares` is not as"),
      (.text(#""several_clocks":"#, #""several_clocks":9"#), [], "its `several_clocks` is not as"),
      (.text(#""in_all":["#, #""in_all":[9"#), [], "its `in_all` is not as"),
      (.text(#""unjudged":false"#, #""unjudged":0"#), [], "its `unjudged` is not as"),
      (.cut(10), [], "r:4:"),
      (.text("ringfence 0", "ringfence 1"), [], "it was written by ringfence 1"),
      (.text(#""tzdb":""#, #""tzdb":"0"#), [], "it was judged with time zones 0"),
      (.text("sha256:", "sha256:0"), [], "it was judged by other policies (sha256:0"),
      (.text(#""part":{"#, #""whole":{"#), [], "it is a report of its own"),
      (
        .text(#""summary":{"#, #""summary":{"interrupted":true,"#), [],
        "its run did not come to its end"
      ),
      (.none, ["--skip", "acme.old"], "it was judged with other `--only` and `--skip`"),
      (
        .none, ["--programme", "programme.json"], "it was judged for another plan or programme"
      ),
      (.none, ["k"], "k:4: it was written with another key"),
      (.none, ["gone"], "gone: there is no such file"),
    ] as [(Change, [String], String)])
  func refusesReports(change: Change, operands: [String], expected: String) {
    let reports = [
      "r": change.of(Self.two.0), "k": Self.two.1,
      "programme.json": "{}",
    ]
    let outcome = Self.merge(reports, ["r"] + operands)
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains(expected), "\(outcome.errors)")
  }
}
