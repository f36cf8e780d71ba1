import Testing

@testable import FenceCommands

struct ArgumentsTests {
  private static let options: [Option] = [
    .policies, .output, .quiet, .help, .format(["text", "json"]),
  ]

  @Test(
    arguments: [
      (["plan.json"], ["plan.json"], [:]),
      (["--output=x"], [], ["--output": ["x"]]),
      (["--output", "x"], [], ["--output": ["x"]]),
      (["--output", "-"], [], ["--output": ["-"]]),
      (["--output=a=b"], [], ["--output": ["a=b"]]),
      (["--policies", "a", "p", "--policies=b"], ["p"], ["--policies": ["a", "b"]]),
      (["--quiet", "p"], ["p"], ["--quiet": [""]]),
      (["-", "--", "--quiet"], ["-", "--quiet"], [:]),
      (["-h"], [], ["--help": [""]]),
      (["--format", "json"], [], ["--format": ["json"]]),
      ([], [], [:]),
    ] as [([String], [String], [String: [String]])])
  func understands(words: [String], operands: [String], values: [String: [String]]) throws {
    let arguments = try Arguments(words, options: Self.options, verb: "check")
    #expect(arguments.operands == operands)
    #expect(arguments.values == values)
  }

  @Test(
    arguments: [
      (["--polices", "a"], "`check` has no flag `--polices`", "did you mean `--policies`?"),
      (["--zzzzzzzz"], "`check` has no flag `--zzzzzzzz`", nil),
      (["-x"], "`check` has no flag `-x`", nil),
      (["--output"], "`--output` needs a value", "write `--output FILE`"),
      (["--output", "--quiet"], "`--output` needs a value", "write `--output FILE`"),
      (["--output="], "`--output` needs a value", "write `--output FILE`"),
      (["--quiet=yes"], "`--quiet` takes no value, but `yes` is given", nil),
      (["--output", "a", "--output", "b"], "`--output` is given twice", "leave one of them out"),
      (["--format", "jsno"], "`jsno` is no value of `--format`", "did you mean `json`?"),
      (["--format", "pdf"], "`pdf` is no value of `--format`", "it is one of `text`, `json`"),
    ] as [([String], String, String?)])
  func refuses(words: [String], message: String, hint: String?) {
    do {
      _ = try Arguments(words, options: Self.options, verb: "check")
      Issue.record("understood \(words)")
    } catch Failure.usage(let actual, let actualHint) {
      #expect(actual == message)
      #expect(actualHint == hint)
    } catch {
      Issue.record("another failure: \(error)")
    }
  }

  /// Flags are looked up by name, so that a verb with two of one name would never see the second.
  @Test func namesEachFlagOnce() {
    for verb in Verb.all {
      let names = (verb.options + [.help]).map(\.name)
      #expect(Set(names).count == names.count, "\(verb.name)")
    }
    #expect(Set(Verb.all.map(\.name)).count == Verb.all.count)
  }

  /// What the help shows has to work: verbs and flags of every example exist.
  @Test func examplesAreUnderstood() throws {
    for verb in Verb.all {
      #expect(!verb.examples.isEmpty, "\(verb.name)")
      for example in verb.examples {
        let words = example.line.split(separator: " ").map(String.init).prefix { $0 != "<" }
        #expect(words.first == "ringfence")
        guard words.dropFirst().first == verb.name else { continue }
        _ = try Arguments(words.dropFirst(2), options: verb.options + [.help], verb: verb.name)
      }
    }
  }
}
