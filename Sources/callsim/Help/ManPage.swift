/// The manual page callsim(1), in the man macros of troff.
enum ManPage {
  static var text: String {
    let commands = Program.commands.map { section(of: $0) }
    let statuses = HelpText.statuses.map { ".TP\n.B \($0.status.rawValue)\n\(filled($0.meaning + $0.more))" }
    let variables = HelpText.variables.map { ".TP\n.B \(escaped($0.name))\n\(filled($0.meaning))" }
    return """
      .TH CALLSIM 1 \(Program.released) "\(Program.version)" "User Commands"
      .SH NAME
      callsim \\- \(escaped(HelpText.title))
      .SH SYNOPSIS
      .B callsim
      \(placeholders("COMMAND [OPTION…] [PATH…]"))
      .SH DESCRIPTION
      \(paragraphs(HelpText.operands)).PP
      \(escaped(HelpText.streams))
      .SH COMMANDS
      \(commands.joined()).SH EXIT STATUS
      \(escaped(HelpText.statusIntroduction))
      \(statuses.joined()).SH ENVIRONMENT
      \(variables.joined())
      """
  }

  private static func section(of command: any Command.Type) -> String {
    let operands = command.operands.isEmpty ? "" : " \(placeholders(command.operands))"
    var text = ".SS callsim \(escaped(command.name))\(operands)\n" + paragraphs(command.about)
    for option in command.options + [.color] {
      let value = option.value.map { " \(placeholders($0))" } ?? ""
      text += ".TP\n\\fB\(escaped(option.name))\\fR\(value)\n\(filled(option.summary))"
    }
    if !command.notes.isEmpty { text += ".PP\n" + paragraphs(command.notes) }
    if !command.examples.isEmpty {
      text += ".PP\n\(command.examples.count == 1 ? "Example:" : "Examples:")\n" + verbatim(command.examples)
    }
    return text
  }

  /// Paragraphs that are filled, except for the lines that begin with a blank.
  private static func paragraphs(_ text: String) -> String {
    var result = ""
    var shown: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [""] {
      if line.first == " " {
        shown.append(String(line.dropFirst(2)))
        continue
      }
      if !shown.isEmpty { result += verbatim(shown) }
      if line.isEmpty {
        result += ".PP\n"
      } else {
        result += (shown.isEmpty ? "" : ".PP\n") + filled(line)
      }
      shown = []
    }
    // The last paragraph is followed by nothing.
    return String(result.dropLast(".PP\n".count))
  }

  /// A text that troff fills; its lines are short enough for editors.
  private static func filled(_ text: String) -> String {
    HelpText.wrapped(text, indent: 0, width: 64).split(separator: "\n").map { escaped($0) + "\n" }.joined()
  }

  /// Lines as they are, indented.
  private static func verbatim(_ lines: [String]) -> String {
    ".RS 4\n.nf\n" + lines.map { escaped($0) + "\n" }.joined() + ".fi\n.RE\n"
  }

  /// In italics: the user writes something else in their place.
  private static func placeholders(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  /// The text as troff prints it: nothing in it is a command, and `-` is the character of options.
  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'" where result.isEmpty, "." where result.isEmpty: result += "\\&" + String(scalar)
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      }
    }
    return result
  }
}
