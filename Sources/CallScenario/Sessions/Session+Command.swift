import CallModel

extension Session {
  /// A command of a session, which begins with a colon.
  public enum Command: String, CaseIterable, Sendable {
    /// What is possible, what the last action rests on, and what the parties are doing.
    case next, state, why
    /// Takes statements back; remembers this moment; writes all of it as a scenario.
    case undo, mark, save
    /// Explains the commands; ends the session.
    case help, quit

    /// What follows the name.
    public var operand: String {
      switch self {
      case .next: "[PARTY]"
      case .undo: "[N]"
      case .mark: "NAME"
      case .save: "[FILE]"
      case .state, .why, .help, .quit: ""
      }
    }

    /// `:undo [N]`
    public var spelling: String { ":\(rawValue)" + (operand.isEmpty ? "" : " \(operand)") }

    /// What the command does.
    public var summary: String {
      switch self {
      case .next: "what is possible now, and the events that it would send"
      case .state: "what each party is doing"
      case .why: "the rule of the last events, and its place in the manual"
      case .undo: "take back the last statement, or the last N"
      case .mark: "remember this moment: after NAME returns to it"
      case .save: "write it as a scenario that passes, or show it"
      case .help: "this list"
      case .quit: "end; so does Ctrl-D"
      }
    }
  }

  /// Carries out the command, which is given without its colon.
  mutating func perform(_ text: String) throws(Mistakes) -> Answer.Content {
    let word = String(text.prefix { $0 != " " && $0 != "\t" })
    let operand = text.dropFirst(word.count).trimmed
    guard let command = Command(rawValue: word) else {
      let names = Command.allCases.map(\.rawValue)
      return .failed(
        reason: "unknown command :\(word)",
        suggestion: names.nearest(to: word).map { "did you mean :\($0)?" } ?? "see :help")
    }
    if command.operand.isEmpty, !operand.isEmpty {
      return .failed(reason: ":\(word) takes nothing after it", suggestion: "write :\(word)")
    }
    switch command {
    case .next: return try next(for: operand)
    case .state: return .state
    case .why:
      guard let latest = course?.latest, !latest.isEmpty else {
        return .failed(reason: Self.nothingYet, suggestion: nil)
      }
      return .why(latest)
    case .undo: return undo(operand)
    case .mark: return try mark(operand)
    case .save:
      guard let text = scenarioText else { return .failed(reason: Self.nothingYet, suggestion: nil) }
      return .save(path: operand.isEmpty || operand == "-" ? nil : operand, text: text)
    case .help: return .help
    case .quit: return .quit
    }
  }

  private static let nothingYet = "nothing has been played yet"

  /// All that was played, as a scenario that expects it; nil if nothing was.
  public var scenarioText: String? { course.flatMap { $0.isEmpty ? nil : $0.scenarioText } }

  /// What is possible now, for one party or for all.
  private func next(for name: String) throws(Mistakes) -> Answer.Content {
    if scenario.parties.isEmpty {
      return .failed(reason: "there is no party yet", suggestion: "begin with the parties: party A extension")
    }
    var actors = Array(scenario.parties.indices)
    if !name.isEmpty {
      guard let party = scenario.parties.firstIndex(where: { Text($0.name) == Text(name) || Text($0.dn) == Text(name) })
      else {
        let names = scenario.parties.map(\.name)
        return .failed(
          reason: "unknown party \(name)",
          suggestion: names.nearest(to: name).map { "did you mean \($0)?" } ?? "see :state")
      }
      actors = [party]
    }
    let course = try current()
    var next = NextActions(
      scenario: scenario, point: FlowPoint(flow: flow, step: step), latest: course.place.latest)
    for actor in actors { next.add(course.simulation, by: actor, refused: false) }
    return .next(next)
  }

  private mutating func undo(_ operand: String) -> Answer.Content {
    guard let count = operand.isEmpty ? 1 : Int(operand), count > 0 else {
      return .failed(reason: ":undo takes a number, not \(operand)", suggestion: "write :undo, or :undo 2")
    }
    let available = (course?.typed ?? 0) + header.count
    guard count <= available else {
      return .failed(
        reason: available == 0
          ? "there is nothing to take back" : "there are only \(available) statements to take back",
        suggestion: nil)
    }
    let played = course?.typed ?? 0
    if count < played || header.isEmpty {
      _ = course?.takeBack(count)
      return .undone(count)
    }
    // The header may go on.
    course = nil
    header.removeLast(count - played)
    scenario = headerScenario
    return .undone(count)
  }

  private mutating func mark(_ name: String) throws(Mistakes) -> Answer.Content {
    var warnings: [Diagnostic] = []
    let statement = Array("mark \(name)".utf8)
    if course == nil { return try readHeader(statement, &warnings) }
    return try readStatement(statement, &warnings)
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}
