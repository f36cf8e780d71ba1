import FenceCommands
import FenceWorkspace
import Outreach

/// The commands of one page, run in process one after the other.
final class Session {
  let files = PageFiles()

  /// The exit status of the last command.
  private(set) var status: Int32 = 0

  /// Runs the program with words after its name; returns what it said, standard error after standard output.
  func run(_ words: [String]) -> String {
    var output: [UInt8] = []
    var errors: [UInt8] = []
    status = FenceCommands.run(
      arguments: words,
      environment: Environment(
        files: files, input: NoInput(), output: PieceWriter { output += $0 },
        errors: PieceWriter { errors += $0 },
        now: { Session.now }))
    return String(decoding: output + errors, as: UTF8.self)
  }

  /// What a line of a `console` block prints.
  func output(ofLine line: Substring) -> String? {
    if line == "echo $?" { return "\(status)\n" }
    var words = Session.words(line)
    guard words.first == "ringfence" else { return nil }
    words.removeFirst()
    return run(words)
  }

  /// The words of a command line; quotes keep spaces.
  static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else if quote == nil, character == " " {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// 2026-11-22T12:00:00Z: the sources of the shipped policies are freshly reviewed.
  private static let now = Instant(milliseconds: 1_795_348_800_000)
}

/// Standard input with nothing in it.
private final class NoInput: ByteReader {
  func read(into bytes: inout [UInt8]) throws(FileProblem) -> Bool { false }
}
