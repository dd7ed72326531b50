extension Scenario {
  /// Parses one action of this scenario's parties, written as in a file: `A TMakeCall B`.
  ///
  /// - Throws: The mistakes of the text, with `path` as the name of its file.
  public func action(_ text: String, path: String) throws(Mistakes) -> ActionStatement {
    var parser = Parser(below: self, path: path)
    parser.source = SourceText(Array(text.utf8))
    return try parser.parseAction()
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

  fileprivate mutating func parseAction() throws(Mistakes) -> ActionStatement {
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
        report(first..<line.end, "there is more than one line", .text("write one action"))
        break
      }
      isRead = true
      actionStatement()
    }
    if !isRead, mistakes.mistakes == nil {
      report(line.start..<line.start, "the action is missing", .text("write who does what: ACTOR VERB [TARGET]"))
    }
    closeAction()
    if let mistakes = mistakes.mistakes { throw mistakes }
    guard case .action(let action)? = flows[0].statements.first else { throw Mistakes(diagnostics: []) }
    return action
  }
}
