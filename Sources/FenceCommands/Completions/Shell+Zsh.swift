extension Shell {
  func zsh(_ verbs: [Verb]) -> String {
    var cases = ""
    for verb in verbs {
      var specs = Shell.options(of: verb).map(spec)
      for (index, operand) in verb.operands.enumerated() {
        let place = index == verb.operands.count - 1 ? "*" : "\(index + 1)"
        specs.append(Shell.quoted("\(place):operand:\(action(operand))"))
      }
      cases += "    \(verb.name))\n      _arguments -S \\\n"
      cases += specs.map { "        \($0)" }.joined(separator: " \\\n") + "\n      ;;\n"
    }
    let commands = verbs.map {
      "    " + Shell.quoted("\($0.name):\($0.summary.replacing(":", with: "\\:"))") + "\n"
    }.joined()
    return """
      _ringfence_rules() {
        local -a rules
        rules=(${(f)"$(\(Shell.rules))"})
        compadd -a rules
      }
      _ringfence() {
        local -a commands
        commands=(
      \(commands)  )
        if (( CURRENT == 2 )); then
          _describe -t commands command commands
          return
        fi
        local verb=$words[2]
        shift words
        (( CURRENT-- ))
        case $verb in
      \(cases)  esac
      }
      if [[ ${funcstack[1]} == _ringfence ]]; then
        _ringfence "$@"
      else
        compdef _ringfence ringfence
      fi

      """
  }

  /// A flag as `_arguments` wants it: `'*--only=[help]:RULE:action'`.
  private func spec(_ option: Option) -> String {
    let help = option.help.map { character -> String in
      "[]:\\".contains(character) ? "\\\(character)" : String(character)
    }.joined()
    guard let named = option.named else {
      return Shell.quoted("\(option.name)[\(help)]")
    }
    let repeats = option.isRepeatable ? "*" : ""
    let value = option.choices == nil ? option.value ?? "" : "value"
    return Shell.quoted("\(repeats)\(option.name)=[\(help)]:\(value):\(action(named))")
  }

  private func action(_ named: Named) -> String {
    switch named {
    case .input, .output: "_files"
    case .rule: "_ringfence_rules"
    case .text: " "
    case .word, .topic: "(\((Shell.words(of: named) ?? []).joined(separator: " ")))"
    }
  }
}
