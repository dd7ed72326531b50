import CallReport
import CallScenario

/// A session, and where its lines come from: a person at a terminal, a file, or a program.
struct Conversation {
  private var session: Session
  /// The file that the session began with, which is not to be written over.
  private let scenarioPath: String?
  private let attributes: AttributeChoice
  private let text: SessionText

  init(session: Session, scenarioPath: String?, attributes: AttributeChoice, text: SessionText) {
    (self.session, self.scenarioPath, self.attributes, self.text) = (session, scenarioPath, attributes, text)
  }

  // MARK: A program

  /// Answers each line of standard input with one line of JSON, at once.
  mutating func answerInJSON(_ console: inout Console) throws(Failure) {
    var lines = JSONLines()
    try eachLine { conversation, line throws(Failure) in
      let answer = conversation.answer(to: line, &console)
      if answer.isMistake { console.raise(.badInput) }
      lines.append(answer, of: conversation.session, conversation.text, attributes: conversation.attributes)
      try lines.withBytes { (bytes: RawSpan) throws(Failure) in try console.print(bytes) }
      lines.removeAll()
      try console.flush()
      return answer
    }
  }

  // MARK: A file

  mutating func answerInText(_ console: inout Console) throws(Failure) {
    if scenarioPath != nil { try console.print(text.state(of: session)) }
    var number = 0
    try eachLine { conversation, line throws(Failure) in
      number += 1
      let answer = conversation.answer(to: line, &console)
      console.report(warnings: answer.warnings)
      switch answer.content {
      case .mistakes(let mistakes): console.report(mistakes)
      case .failed(let reason, let suggestion):
        let shown = String(decoding: line.prefix(Limits.line), as: UTF8.self).printable()
        let mistake = Diagnostic(
          path: Inputs.standardInput, position: Position(line: number, column: 1, length: shown.count),
          message: reason, suggestion: suggestion, line: shown)
        console.report(Mistakes(diagnostics: [mistake]))
      default: try console.print(conversation.text.text(answer, of: conversation.session))
      }
      try console.flush()
      return answer
    }
  }

  private mutating func eachLine(
    _ body: (inout Conversation, [UInt8]) throws(Failure) -> Session.Answer
  ) throws(Failure) {
    var reader = LineReader(Platform.standardInput)
    while let line = try Self.next(&reader) {
      if case .quit = try body(&self, line).content { return }
    }
  }

  private static func next(_ reader: inout LineReader) throws(Failure) -> [UInt8]? {
    do throws(SystemError) { return try reader.next() } catch {
      throw Failure(.fileError, "cannot read standard input: \(error.text)", suggestion: "give it a file or a pipe")
    }
  }

  // MARK: A person

  private static let prompt = "callsim> "

  /// Talks with a person at a terminal.
  mutating func talk(_ console: inout Console, usesColor: Bool) throws(Failure) {
    try console.print(greeting)
    let canEdit = Platform.environment("TERM") != "dumb" && Platform.beginKeys()
    defer { if canEdit { Platform.endKeys() } }
    var editor = LineEditor(prompt: Self.prompt, usesColor: usesColor)
    var reader = LineReader(Platform.standardInput)
    while true {
      var line: [UInt8]
      if canEdit {
        switch editor.read({ [session] beginning in session.completions(of: beginning) }) {
        case .line(let typed): line = Array(typed.utf8)
        case .abandoned: continue
        case .end: return
        }
      } else {
        try console.print(Self.prompt)
        guard let typed = try Self.next(&reader) else { return try console.print("\n") }
        line = typed
      }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      let answer = answer(to: line, &console)
      if case .quit = answer.content { return }
      for diagnostic in answer.warnings { try console.print(text.text(diagnostic, behind: Self.prompt.count)) }
      if case .mistakes(let mistakes) = answer.content {
        for mistake in mistakes.diagnostics { try console.print(text.text(mistake, behind: Self.prompt.count)) }
      }
      try console.print(text.text(answer, of: session))
    }
  }

  private var greeting: String {
    let ways = "Tab completes, :help explains, Ctrl-D ends.\n"
    if scenarioPath != nil { return text.state(of: session) + ways }
    return """
      \(Program.version): type what happens, one line after the other.
      First the parties:      party A extension
                              party B extension
      then who does what:     A TMakeCall B
      \(ways)
      """
  }

  // MARK: Answers

  /// The session's answer. A file that it is to be saved in is written here.
  private mutating func answer(to line: [UInt8], _ console: inout Console) -> Session.Answer {
    let answer = session.answer(to: line)
    guard case .save(let path?, let scenario) = answer.content else { return answer }
    do throws(Failure) {
      try save(scenario, to: path)
      return answer
    } catch {
      console.raise(error.status)
      return Session.Answer(
        content: .failed(reason: error.message ?? "", suggestion: error.suggestion), step: answer.step, warnings: [])
    }
  }

  private func save(_ scenario: String, to path: String) throws(Failure) {
    let bytes = Array(scenario.utf8)
    if let excess = Limits.excess(in: bytes) {
      throw Failure(.badInput, "cannot save \(path.shown): \(excess)", suggestion: "take statements back: :undo N")
    }
    try verify(scenario, path)
    if let scenarioPath, let read = try? Platform.identity(of: scenarioPath),
      let written = try? Platform.identity(of: path), read == written
    {
      throw Failure(
        .badInput, "\(path.shown) is the scenario that the session began with", suggestion: "save it under another name"
      )
    }
    do throws(SystemError) {
      let file = try Platform.openForWriting(path)
      defer { try? Platform.closeAfterWriting(file) }
      try Platform.write(bytes.span.bytes, to: file)
    } catch {
      throw .cannot("write", path, error, suggestion: "give :save a writable file")
    }
  }

  /// Checks that the scenario passes.
  private func verify(_ scenario: String, _ path: String) throws(Failure) {
    let differences: [Difference]
    do throws(Mistakes) {
      differences = try Scenario(parsing: scenario, path: path).replay().differences()
    } catch {
      throw .internalError("callsim cannot parse what the session saves: \(error.diagnostics.first?.message ?? "")")
    }
    if let first = differences.first {
      throw .internalError("what the session saves fails at line \(first.position.line)")
    }
  }
}
