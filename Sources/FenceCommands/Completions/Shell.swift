/// A shell that can be taught to complete command lines.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  /// The script that teaches it, written from the list of commands.
  func completions(of verbs: [Verb]) -> String {
    let head = "# Completions of ringfence; written by `ringfence completions \(rawValue)`.\n"
    return switch self {
    case .bash: head + bash(verbs)
    case .zsh: "#compdef ringfence\n" + head + zsh(verbs)
    case .fish: head + fish(verbs)
    }
  }

  /// The command that prints the rules and policies there are, a line each.
  static let rules =
    "ringfence list rules --format csv 2>/dev/null"
    + " | awk -F, 'NR > 1 { print $1; sub(/\\..*/, \"\", $1); print $1 }' | sort -u"

  /// The words that an operand or the value of a flag may be; nil where they cannot be listed beforehand.
  static func words(of named: Named) -> [String]? {
    switch named {
    case .word(let words): words
    case .topic: Verb.all.map(\.name) + HelpTopic.all.map(\.name)
    case .text, .input, .output, .rule: nil
    }
  }

  /// The flags of a verb, with the help that each has.
  static func options(of verb: Verb) -> [Option] { verb.options + [.help] }

  /// A text in single quotes, which end nowhere within it.
  static func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "'\\''"))'"
  }
}

extension Option {
  /// What its value names; nil if it takes none.
  var named: Named? {
    guard value != nil else { return nil }
    return choices.map { .word($0) } ?? names
  }
}
