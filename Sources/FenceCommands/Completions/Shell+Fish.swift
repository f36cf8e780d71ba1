extension Shell {
  func fish(_ verbs: [Verb]) -> String {
    var lines: [String] = []
    for verb in verbs {
      lines.append(
        "complete -c ringfence -n __ringfence_no_verb -a \(verb.name) -d \(fishQuoted(verb.summary))"
      )
      let condition = "complete -c ringfence -n '__ringfence_verb \(verb.name)'"
      for option in Shell.options(of: verb) {
        let name = option.name.drop { $0 == "-" }
        let value = option.named.map { " " + self.value($0) } ?? ""
        lines.append("\(condition) -l \(name)\(value) -d \(fishQuoted(option.help))")
      }
      for operand in verb.operands {
        switch operand {
        case .input, .output: lines.append("\(condition) -F")
        case .text: continue
        case .rule, .word, .topic: lines.append("\(condition) \(value(operand, isFlag: false))")
        }
      }
    }
    return """
      function __ringfence_no_verb
          test (count (commandline -opc)) -eq 1
      end
      function __ringfence_verb
          set -l words (commandline -opc)
          test (count $words) -gt 1; and test $words[2] = $argv[1]
      end
      function __ringfence_rules
          \(Shell.rules)
      end
      complete -c ringfence -f
      \(lines.joined(separator: "\n"))

      """
  }

  /// What `complete` needs to know of a value; that of a flag has to be given.
  private func value(_ named: Named, isFlag: Bool = true) -> String {
    switch named {
    case .input, .output: "-r -F"
    case .text: "-x"
    case .rule: (isFlag ? "-x " : "") + "-a '(__ringfence_rules)'"
    case .word, .topic:
      (isFlag ? "-x " : "")
        + "-a \(fishQuoted((Shell.words(of: named) ?? []).joined(separator: " ")))"
    }
  }

  /// In fish, a backslash escapes quotes within quotes.
  private func fishQuoted(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
  }
}
