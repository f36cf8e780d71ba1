extension Shell {
  /// For bash from 3.2 on, which macOS has; where nothing is offered, bash offers files.
  func bash(_ verbs: [Verb]) -> String {
    var values = ""
    var lines = ""
    for verb in verbs {
      for option in Shell.options(of: verb) {
        guard let named = option.named else { continue }
        values += "    \"\(verb.name) \(option.name)\") \(offer(named)) ;;\n"
      }
      let flags = Shell.options(of: verb).map(\.name).joined(separator: " ")
      lines += """
              \(verb.name))
                if [[ $word == -* ]]; then
                  choices="\(flags)"

        """
      for (index, operand) in verb.operands.enumerated() where Shell.words(of: operand) != nil {
        lines += "        elif [[ $COMP_CWORD -eq \(index + 2) ]]; then\n"
        lines += "          \(offer(operand))\n"
      }
      lines += "        fi\n        ;;\n"
    }
    return """
      _ringfence_rules() {
        \(Shell.rules)
      }
      _ringfence() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" verb="" choices=""
        COMPREPLY=()
        # `--flag=value` comes as three words.
        if [[ $word == "=" ]]; then
          word=""
        elif [[ $before == "=" && $COMP_CWORD -gt 2 ]]; then
          before="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        if [[ $COMP_CWORD -gt 1 ]]; then verb="${COMP_WORDS[1]}"; fi
        case "$verb $before" in
      \(values)    *)
            case "$verb" in
            "") choices="\(verbs.map(\.name).joined(separator: " "))" ;;
      \(lines.split(separator: "\n").map { "      \($0.drop { $0 == " " }.isEmpty ? "" : String($0.dropFirst(6)))" }.joined(separator: "\n"))
            esac
            ;;
        esac
        if [[ -n $choices ]]; then
          COMPREPLY=($(compgen -W "$choices" -- "$word"))
        fi
      }
      complete -o bashdefault -o default -F _ringfence ringfence

      """
  }

  /// The command that makes the choices; none leaves them to bash.
  private func offer(_ named: Named) -> String {
    if named == .rule { return "choices=\"$(_ringfence_rules)\"" }
    return Shell.words(of: named).map { "choices=\"\($0.joined(separator: " "))\"" } ?? ":"
  }
}
