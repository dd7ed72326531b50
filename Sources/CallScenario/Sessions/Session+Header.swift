// The header is read again with each of its lines: whether a party can be what a line says depends on the lines before.

extension Session {
  /// Reads a line while the header may go on. Any other statement ends it, if it is without mistakes.
  mutating func readHeader(_ bytes: [UInt8], _ warnings: inout [Diagnostic]) throws(Mistakes) -> Answer.Content {
    var parser = headerParser(with: bytes)
    parser.header.mayGoOn = true
    while !parser.isOver, let line = parser.source.nextLine() { parser.read(line) }
    if parser.header.isEnded { return try endHeader(with: bytes, &warnings) }
    parser.endHeader()
    scenario = try parser.scenario()
    warnings += scenario.warnings
    header.append((lineNumber, bytes))
    return .nothing
  }

  /// Ends the header with the first statement below it, and goes on only if something has happened.
  private mutating func endHeader(
    with bytes: [UInt8], _ warnings: inout [Diagnostic]
  ) throws(Mistakes) -> Answer.Content {
    if scenario.parties.isEmpty {
      throw Mistakes(diagnostics: [
        Diagnostic(
          path: path, position: Position(line: lineNumber, column: 1), message: "there is no party yet",
          suggestion: "begin with the parties: party A extension",
          line: String(decoding: bytes.prefix(Limits.line), as: UTF8.self).printable())
      ])
    }
    var begun = self
    begun.course = try begin()
    begun.scenario = begun.course?.scenario ?? scenario
    let content = try begun.readStatement(bytes, &warnings)
    if begun.course?.isEmpty == false { self = begun }
    return content
  }

  /// What has been played, or the scenario before its first action.
  func current() throws(Mistakes) -> Course {
    if let course { return course }
    return try begin()
  }

  /// The scenario before its first action, with a header that is complete.
  private func begin() throws(Mistakes) -> Course {
    var parser = headerParser()
    while !parser.isOver, let line = parser.source.nextLine() { parser.read(line) }
    parser.endHeader()
    return Course(try parser.scenario(), path: path, detail)
  }

  /// The scenario of the lines so far, if nothing more of the header came.
  var headerScenario: Scenario {
    var parser = headerParser()
    parser.header.mayGoOn = true
    while !parser.isOver, let line = parser.source.nextLine() { parser.read(line) }
    parser.endHeader()
    return (try? parser.scenario()) ?? scenario
  }

  /// A parser of the lines so far and a further one, each with its number.
  private func headerParser(with bytes: [UInt8]? = nil) -> Parser {
    var text: [UInt8] = []
    var number = 1
    for line in header + (bytes.map { [(lineNumber, $0)] } ?? []) {
      text.append(contentsOf: repeatElement(.lineFeed, count: line.number - number))
      text += line.text + [.lineFeed]
      number = line.number + 1
    }
    var parser = Parser(text, path: path, vocabularies: Servers.vocabularies)
    // The title is optional here.
    parser.header.isBegun = true
    parser.header.title = Self.title
    return parser
  }
}
