extension Scenario {
  /// Parses one action of this scenario's parties, written as in a file: `A TMakeCall B`.
  ///
  /// - Throws: The mistakes of the text, with `path` as the name of its file.
  public func action(_ text: String, path: String) throws(Mistakes) -> ActionStatement {
    var parser = Parser(below: self, path: path)
    return try parser.parseAction(text)
  }
}

extension Parser {
  /// A parser for what may follow the header of the scenario.
  init(below scenario: Scenario, path: String) {
    self.init([], path: path, vocabularies: scenario.servers)
    header.isBegun = true
    header.isEnded = true
    words = VocabularyIndex(scenario.servers)
    for party in scenario.parties { parties.append(party) }
    flows = [Flow(name: "main", mark: nil, statements: [], position: header.position)]
  }

  fileprivate mutating func parseAction(_ text: String) throws(Mistakes) -> ActionStatement {
    try parseOne(
      of: text, missing: "the action is missing", "write who does what: ACTOR VERB [TARGET]",
      several: "write one action"
    ) { $0.actionStatement() }
    guard case .action(let action)? = flows[0].statements.first else { throw Mistakes(diagnostics: []) }
    return action
  }

  /// Reads the only line of the text that is not a comment.
  mutating func parseOne(
    of text: String, missing: String, _ suggestion: String, several: String, _ read: (inout Parser) -> Void
  ) throws(Mistakes) {
    source = SourceText(Array(text.utf8))
    var isRead = false
    while let next = source.nextLine() {
      line = next
      if let fault = line.fault {
        report(fault)
        break
      }
      let first = source.firstNonBlank(line, from: line.start)
      guard first < line.end, source.bytes[first] != .numberSign else { continue }
      guard !isRead else {
        report(first..<line.end, "there is more than one line", .text(several))
        break
      }
      isRead = true
      read(&self)
    }
    if !isRead, mistakes.mistakes == nil {
      report(line.start..<line.start, missing, .text(suggestion))
    }
    closeAction()
    if let mistakes = mistakes.mistakes { throw mistakes }
  }
}
