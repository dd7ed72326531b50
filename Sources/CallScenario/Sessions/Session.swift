/// A scenario that is played while it is written: a line goes in, and an answer comes out.
///
///     var session = Session()
///     for line in ["party A extension", "party B extension"] { _ = session.answer(to: line) }
///     if case .played(let steps) = session.answer(to: "A TMakeCall B").content {
///       print(steps[0].messages.map(\.name))  // ["EventDialing"]
///     }
///
/// The lines are those of a scenario file, without expectations: the header first, then actions, marks and waits.
/// A line that begins with a colon is a command: `:next`, `:undo 2`; see ``Command``.
public struct Session {
  /// The header as far as it is known. Its only flow is empty; `scenarioText` has all that was played.
  public internal(set) var scenario: Scenario
  /// Whether the switch acts by itself after each action, until only people can.
  public let isAutomatic: Bool
  /// What the diagnostics of mistakes call the lines.
  let path: String
  let detail: Transcript.Detail
  /// The number of lines so far.
  private(set) var lineNumber = 0
  /// The lines of the header, with their numbers.
  var header: [(number: Int, text: [UInt8])] = []
  /// What has been played; nil while the header may go on.
  var course: Course?

  /// The most steps that the switch takes by itself after one action.
  public static let ownStepLimit = 100

  /// Begins without a scenario: the first lines are its header. Diagnostics call the lines `path`.
  public init(path: String = "-", isAutomatic: Bool = false, _ detail: Transcript.Detail = .toRecord) {
    self.path = path
    self.isAutomatic = isAutomatic
    self.detail = detail.takingMore
    let nowhere = Position(line: 1, column: 1)
    scenario = Scenario(
      path: path, title: Self.title, vocabulary: Servers.vocabularies[0], servers: [Servers.vocabularies[0]],
      parties: [], flows: [Flow(name: "main", mark: nil, statements: [], position: nowhere)])
  }

  /// The title of a scenario whose header has none.
  static let title = "Session"

  /// Begins with the header of a scenario and all that it does up to a point.
  ///
  /// A flow that the scenario does not have is a mistake of the program, which stops.
  ///
  /// - Throws: The mistakes that only playing finds.
  public init(
    _ scenario: Scenario, at point: FlowPoint, path: String = "-", isAutomatic: Bool = false,
    _ detail: Transcript.Detail = .toRecord
  ) throws(Mistakes) {
    guard let history = scenario.history(of: point.flow) else {
      preconditionFailure("there is no flow \(point.flow)")
    }
    self.init(path: path, isAutomatic: isAutomatic, detail)
    self.scenario = scenario
    self.scenario.flows = [Flow(name: "main", mark: nil, statements: [], position: scenario.flows[0].position)]
    var course = Course(self.scenario, path: path, self.detail)
    try course.play(history.statements, upTo: point.step)
    self.course = course
  }

  /// The number of actions so far.
  public var step: Int { course?.simulation.step ?? 0 }

  /// The flow that the actions belong to: `main`, or what the last `after` calls it.
  public var flow: String { course?.place.flow ?? "main" }

  /// Reads a line, without its ending, and does what it says.
  public mutating func answer(to line: String) -> Answer { answer(to: Array(line.utf8)) }

  /// Reads the bytes of a line, without its ending, which should be UTF-8: other bytes are mistakes.
  public mutating func answer(to line: [UInt8]) -> Answer {
    lineNumber += 1
    let before = detail.views ? course?.activities : nil
    var warnings: [Diagnostic] = []
    let content: Answer.Content
    do throws(Mistakes) {
      content = try read(line, &warnings)
    } catch {
      content = .mistakes(error)
    }
    var answer = Answer(content: content, step: step, warnings: warnings)
    if detail.views, let course {
      let now = course.activities
      answer.changes = now.indices.filter { now[$0] != before?[$0] ?? course.activitiesAtStart[$0] }
    }
    return answer
  }

  private mutating func read(_ bytes: [UInt8], _ warnings: inout [Diagnostic]) throws(Mistakes) -> Answer.Content {
    var source = SourceText(bytes, from: lineNumber)
    guard let line = source.nextLine() else { return .nothing }
    func mistake(_ range: Range<Int>, _ message: String, _ suggestion: String? = nil) -> Mistakes {
      var parser = Parser([], path: path, vocabularies: scenario.servers)
      (parser.source, parser.line) = (source, line)
      parser.report(range, message, .text(suggestion))
      return parser.mistakes.mistakes ?? Mistakes(diagnostics: [])
    }
    if bytes.contains(.lineFeed) {
      throw mistake(line.end..<line.end, "there is more than one line", "give one line at a time")
    }
    let first = source.firstNonBlank(line, from: line.start)
    if line.fault == nil {
      guard first < line.end, bytes[first] != .numberSign else { return .nothing }
      if bytes[first] == .colon { return try perform(source.text(first + 1..<line.end)) }
      if first > line.start {
        throw mistake(
          source.firstWord(at: first, in: line), "nothing is expected here: the answer says what happens",
          "leave expectations out; a statement begins in column 1")
      }
    }
    guard course != nil else { return try readHeader(bytes, &warnings) }
    let word = source.firstWord(at: first, in: line)
    if line.fault == nil, Keywords.header.contains(source.text(word)) {
      throw mistake(
        word, "`\(source.text(word))` belongs to the header, which has ended",
        header.isEmpty
          ? "add it to the file, and begin again" : "take back all that has been played: :undo \(course?.typed ?? 1)")
    }
    return try readStatement(bytes, &warnings)
  }

  /// A line below the header.
  mutating func readStatement(_ bytes: [UInt8], _ warnings: inout [Diagnostic]) throws(Mistakes) -> Answer.Content {
    guard let read = try course?.parse(bytes, number: lineNumber, &warnings) else { return .nothing }
    switch read {
    case .action(let action): return try play(action)
    case .mark, .wait, .flow:
      course?.add(read, isOwn: false)
      return .nothing
    }
  }

  private mutating func play(_ action: ActionStatement) throws(Mistakes) -> Answer.Content {
    guard let outcome = course?.play(action, isOwn: false) else { return .nothing }
    switch outcome {
    case .success(let step):
      var steps = [step]
      if isAutomatic, step.refusal == nil { steps += course?.actByItself(atMost: Self.ownStepLimit) ?? [] }
      course?.latest = steps
      return .played(steps)
    case .failure(.ambiguous(let mistake)): throw Mistakes(diagnostics: [mistake])
    case .failure(.refused(let step)): return .refused(step)
    }
  }
}

extension Transcript.Detail {
  fileprivate var takingMore: Self {
    var detail = self
    detail.takesMore = true
    return detail
  }
}
