/// The completions for bash, 3.2 and later; they need no other package.
enum BashCompletions {
  static var script: String {
    let commands = Program.commands.map { command in
      let values = Shell.options(of: command).filter { $0.value != nil }.map { option in
        "      \(option.name)) \(offer(option.completion)); return ;;\n"
      }
      let names = Shell.options(of: command).map(\.name)
      return """
          \(command.name))
            case $option in
        \(values.joined())    esac
            if [[ $options && $current == -* ]]; then _callsim_offer \(names.joined(separator: " "))
            else \(offer(command.completion)); fi ;;

        """
    }
    let beginnings = Program.commands.map { $0.name } + Shell.programOptions.map(\.name)
    return """
      # Completions of callsim for bash. Written by: callsim help --completions bash

      # Offers those of the words that begin like the current one.
      _callsim_offer() {
        local word
        for word; do
          [[ $word != "$current"* ]] || COMPREPLY+=("$(printf %q "$word")")
        done
      }

      # Offers what an awk program finds in the scenario files of the command line.
      _callsim_offer_declared() {
        local word files=()
        for word in "${COMP_WORDS[@]}"; do
          word=${word//[\\"\\'\\\\]/}
          [[ $word != *.scenario || ! -f $word ]] || files+=("$word")
        done
        [ ${#files[@]} -gt 0 ] || return 0
        while IFS= read -r word; do _callsim_offer "$word"; done < <(awk "$1" "${files[@]}" 2>/dev/null | sort -u)
      }

      # Offers paths: of folders (-d), of all files (-f), or of scenarios and folders.
      _callsim_offer_paths() {
        local path
        type compopt >/dev/null 2>&1 && compopt -o filenames 2>/dev/null
        while IFS= read -r path; do
          COMPREPLY+=("$path")
        done < <(if [ "$1" = scenarios ]; then compgen -d -- "$current"; compgen -f -X '!*.scenario' -- "$current"
          else compgen "$1" -- "$current"; fi | sort -u)
      }

      _callsim() {
        COMPREPLY=()
        local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} command= options=1 word
        # bash splits --name=value into three words.
        if [ "$current" = = ]; then
          current=
        elif [ "$option" = = ]; then
          option=${COMP_WORDS[COMP_CWORD-2]}
        fi
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case $word in
            --) options= option= ;;
            -*) ;;
            *) command=${command:-$word} ;;
          esac
        done
        case $command in
        '') _callsim_offer \(beginnings.joined(separator: " ")) ;;
      \(commands.joined())  esac
      }

      complete -F _callsim callsim

      """
  }

  /// The command that offers it.
  private static func offer(_ completion: Completion) -> String {
    switch completion {
    case .nothing: ":"
    case .words(let words): "_callsim_offer \(words.joined(separator: " "))"
    case .files: "_callsim_offer_paths -f"
    case .folders: "_callsim_offer_paths -d"
    case .scenarios: "_callsim_offer_paths scenarios"
    case .flows, .marks, .parties: "_callsim_offer_declared \(Shell.quoted(completion.declarations ?? ""))"
    }
  }
}
