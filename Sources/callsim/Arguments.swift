import CallModel
import CallScenario

/// A command's arguments: its operands, and its options with their values.
struct Arguments: Equatable {
  /// An option as its command declares it: for the parser, the help, the man page and the completions.
  struct Option: Sendable {
    let name: String
    /// The placeholder that help shows for the value, such as `table|jsonl`; nil if the option takes no value.
    let value: String?
    let mayRepeat: Bool
    let summary: String
    private let declaredCompletion: Completion?

    init(
      _ name: String, _ value: String, mayRepeat: Bool = false, completion: Completion? = nil, _ summary: String
    ) {
      self.name = name
      self.value = value
      self.mayRepeat = mayRepeat
      self.summary = summary
      declaredCompletion = completion
    }

    /// An option without a value.
    init(_ name: String, _ summary: String) {
      self.name = name
      value = nil
      mayRepeat = false
      self.summary = summary
      declaredCompletion = nil
    }

    /// `--format table|jsonl`
    var spelling: String { value.map { "\(name) \($0)" } ?? name }

    /// What a shell offers as the value: unless declared, what the placeholder says.
    var completion: Completion {
      if let declaredCompletion { return declaredCompletion }
      guard let value else { return .nothing }
      if value.utf8.contains(UInt8(ascii: "|")) { return .words(value.split(separator: "|").map(String.init)) }
      return value == "FILE" ? .files : value == "DIR" ? .folders : .nothing
    }
  }

  private(set) var operands: [String] = []
  /// `--color`, which every command takes.
  private(set) var color = Color.auto
  private var given: [String: [String]] = [:]
  private let seeAlso: String

  /// Options may stand anywhere before `--`; a lone `-` is an operand. Giving an option twice is an error, because it
  /// is unclear which one was meant.
  init(_ words: some Sequence<String>, options: [Option], seeAlso: String) throws(Failure) {
    self.seeAlso = seeAlso
    var words = words.makeIterator()
    while let word = words.next() {
      if word == "--" {
        while let operand = words.next() { operands.append(operand) }
      } else if word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else {
        let (name, attached) = Self.split(word)
        guard let option = options.first(where: { $0.name == name }) else {
          throw .unknown("option", name, of: options.map { $0.name }, see: seeAlso)
        }
        let value = try Self.value(option, attached, &words)
        if given[name] != nil, !option.mayRepeat {
          throw Failure(.badInput, "\(name) is given twice", suggestion: "keep one of the two")
        }
        given[name, default: []].append(value)
      }
    }
  }

  init(_ words: some Sequence<String>, for command: any Command.Type) throws(Failure) {
    try self.init(words, options: command.options + [.color], seeAlso: "callsim help \(command.name)")
    color = try choice("--color") ?? .auto
  }

  /// What `--color` says in words that may contain mistakes, for the messages about these.
  static func color(in words: ArraySlice<String>) -> Color {
    guard let index = words.lastIndex(where: { split($0).name == "--color" }) else { return .auto }
    return (split(words[index]).value ?? words[index...].dropFirst().first).flatMap(Color.init) ?? .auto
  }

  /// Splits `--name=value` into its two parts.
  private static func split(_ word: String) -> (name: String, value: String?) {
    guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.utf8.index(after: equals)...]))
  }

  private static func value(_ option: Option, _ attached: String?, _ words: inout some IteratorProtocol<String>)
    throws(Failure) -> String
  {
    guard let placeholder = option.value else {
      if attached != nil {
        throw Failure(.badInput, "\(option.name) takes no value", suggestion: "write \(option.name) alone")
      }
      return ""
    }
    // If the value is missing, the next option must not become the value. After `=`, a value may begin with anything.
    if let value = attached ?? words.next(), attached != nil || !value.hasPrefix("--") { return value }
    throw Failure(.badInput, "\(option.name) needs a value", suggestion: "write \(option.name) \(placeholder)")
  }
}

// Options of several commands.
extension Arguments.Option {
  static let color = Arguments.Option(
    "--color", "auto|always|never", "whether to use colors: auto does on a terminal, unless NO_COLOR is set")
  static let width = Arguments.Option(
    "--width", "N", "lines of at most N columns (default: the terminal's width, or 100)")
  static let widthOfText = Arguments.Option(
    "--width", "N", "lines of at most N columns (default: the terminal's width, at most 80)")
  static let output = Arguments.Option("-o", "FILE", "write to a file (emptied first), a pipe or a device")

  static func attributes(_ more: String = "") -> Arguments.Option {
    Arguments.Option(
      "--attributes", "listed|all",
      "those in the manual's cell (the default), or all that the server knows\(more)")
  }
}

extension Arguments {
  func has(_ name: String) -> Bool { given[name] != nil }

  func values(_ name: String) -> [String] { given[name] ?? [] }

  func text(_ name: String) -> String? { given[name]?.first }

  /// The choice that the option names; nil if the option is not given.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String, of type: Choice.Type = Choice.self
  ) throws(Failure) -> Choice? {
    guard let word = text(name) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    throw Failure(
      .badInput, "\(name) takes \(words.joined(by: "or")), not \(word.shown)",
      suggestion: (words.nearest(to: word).map { "did you mean \($0)? otherwise " } ?? "") + "see \(seeAlso)")
  }

  /// A decimal number within the range; nil if the option is not given.
  func number(_ name: String, _ range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let word = text(name) else { return nil }
    if let number = Int(word), range.contains(number) { return number }
    throw Failure(
      .badInput, "\(name) takes a number from \(range.lowerBound) to \(range.upperBound), not \(word.shown)",
      suggestion: "see \(seeAlso)"
    )
  }

  /// The number of columns that `--width` gives; nil if the option is not given.
  func width() throws(Failure) -> Int? { try number("--width", 40...1000) }

  func requireOperands(_ usage: String) throws(Failure) {
    if operands.isEmpty { throw Failure(.badInput, "no PATH is given", suggestion: "\(usage); see \(seeAlso)") }
  }

  func limitOperands(to count: Int, _ usage: String) throws(Failure) {
    guard operands.count > count else { return }
    throw Failure(.badInput, "unexpected argument \(operands[count].shown)", suggestion: "\(usage); see \(seeAlso)")
  }
}
