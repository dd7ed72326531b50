import Testing

@testable import CallScenario

/// The grammar for editors colors every line as the parser reads it.
@Suite struct EditorTests {
  private static let path = ".editor/callsim.tmLanguage.json"

  @Test func theGrammarIsForScenarioFiles() throws {
    let grammar = try EditorGrammar(Repository.bytes(of: Self.path))
    #expect(grammar.file.scopeName == "source.callsim")
    #expect(grammar.file.fileTypes == ["scenario"])
    // Only at the beginning of a line do the outermost patterns match.
    for name in grammar.file.patterns.compactMap({ $0.include?.dropFirst() }) {
      let pattern = try #require(grammar.file.repository[String(name)])
      #expect((pattern.match ?? pattern.begin)?.first == "^", "\(name)")
    }
  }

  /// A grammar's scope for everything that the language has, also where no scenario of the project uses it.
  @Test(arguments: [
    ("# a", "comment comment"),
    ("scenario  T #1 x  # c", "keyword entity.name.section comment comment comment comment"),
    ("derived   D14", "keyword string.unquoted"), ("server    a b", "keyword support.class support.class"),
    ("profile   generic a=b", "keyword support.class entity.other keyword.operator constant.other"),
    (
      "party     A  a b  dn=7 x=\"y z\"",
      "keyword variable.other storage.type storage.type entity.other "
        + "keyword.operator constant.numeric entity.other keyword.operator string.quoted string.quoted"
    ),
    ("sometimes A E ...", "keyword variable.parameter entity.name.type keyword.other"),
    (
      "never     A E(x) X=a|12? !Z ... before B E  # c",
      "keyword variable.parameter entity.name.type entity.other keyword.operator constant.other keyword.operator "
        + "constant.numeric keyword.operator keyword.operator.absent entity.other keyword.other "
        + "keyword.control.property variable.parameter entity.name.type comment comment"
    ),
    (
      "always after A E eventually B E or C E X=\"or\"",
      "keyword keyword.control.property variable.parameter entity.name.type keyword.control.property "
        + "variable.parameter entity.name.type keyword.control.property variable.parameter entity.name.type "
        + "entity.other keyword.operator string.quoted"
    ),
    ("mark **-x  # y", "keyword entity.name.tag comment comment"),
    ("after * as x", "keyword entity.name.tag keyword entity.name.section"),
    ("wait 5s  # y", "keyword constant.numeric comment comment"),
    ("A TX", "variable.other.actor entity.name.function"),
    (
      "A TX online on 2 data.\"a b\"=c",
      "variable.other.actor entity.name.function variable.other.target keyword "
        + "constant.numeric entity.other entity.other keyword.operator constant.other"
    ),
    (
      " A E(x) X=*? Y=a|12? !Z ...",
      "variable.parameter entity.name.type entity.other keyword.operator keyword.operator "
        + "keyword.operator entity.other keyword.operator constant.other keyword.operator constant.numeric "
        + "keyword.operator keyword.operator.absent entity.other keyword.other"
    ),
    (
      " A E X=a?b*c?",
      "variable.parameter entity.name.type entity.other keyword.operator constant.other keyword.operator"
    ),
    ("\trefused it's \"so # \"", "keyword.other string.unquoted string.unquoted comment comment"),
    (" refused \"a # b\" # c", "keyword.other string.quoted string.quoted string.quoted comment comment"),
    (" ...", "keyword.other"),
  ]) func everyConstruct(_ line: String, _ expected: String) throws {
    let grammar = try EditorGrammar(Repository.bytes(of: Self.path))
    let scopes = grammar.scopes(of: line)
    // The scopes of neighbouring bytes, once for each word.
    var found: [String] = []
    var last: String?
    for (byte, scope) in zip(line.utf8, scopes) {
      if byte.isBlank {
        last = nil
      } else {
        if scope != last || last == nil { found.append(scope ?? "none") }
        last = scope
      }
    }
    let words = expected.split(separator: " ")
    #expect(found.count == words.count, "\(found)")
    for (scope, word) in zip(found, words) { #expect(scope.hasPrefix(word), "\(scope)") }
  }

  /// Each byte that is no blank has the scope of what the parser finds there.
  @Test func everyLineIsColoredAsItIsRead() throws {
    let grammar = try EditorGrammar(Repository.bytes(of: Self.path))
    // Most lines are in several files.
    var known: [ArraySlice<UInt8>: [String?]] = [:]
    for file in ScenarioFile.all {
      let expected = try ExpectedScopes(file)
      for (index, line) in FileLines(file.bytes).lines.enumerated() {
        let scopes = known[line.text] ?? grammar.scopes(of: String(decoding: line.text, as: UTF8.self))
        known[line.text] = scopes
        for (place, byte) in line.text.enumerated() where !byte.isBlank {
          let spot = "\(file.path):\(index + 1):\(place + 1)"
          let scope = try #require(expected.lines[index][place], "the parser finds nothing at \(spot)")
          try #require(scopes[place]?.hasPrefix(scope) == true, "\(spot): \(scopes[place] ?? "none"), not \(scope)")
        }
      }
    }
    #expect(known.count > 1000)
  }
}

/// What each byte of a file is to the parser, as the beginning of a scope.
private struct ExpectedScopes {
  /// By line and byte.
  private(set) var lines: [[String?]]
  private var source: SourceText

  init(_ file: ScenarioFile) throws {
    let scenario = try file.parsed()
    source = SourceText(file.bytes)
    lines = []
    var header: [(SourceText.SourceLine, [Token])] = []
    var tokens: [Int: (start: Int, tokens: [Token])] = [:]
    while let line = source.nextLine() {
      lines.append(Array(repeating: nil, count: line.end - line.start))
      var words: [Token] = []
      var next = source.firstNonBlank(line, from: line.start)
      while next < line.end, source.bytes[next] != .numberSign, let token = source.token(at: next, in: line) {
        words.append(token)
        next = source.firstNonBlank(line, from: token.end)
      }
      if next < line.end { paint("comment.line", next..<line.end, line.number, line.start) }
      tokens[line.number] = (line.start, words)
      if let word = words.first, word.start == line.start, Keywords.header.contains(source.text(word.range)),
        !Keywords.properties.contains(source.text(word.range))
      {
        header.append((line, words))
      }
    }
    paintHeader(header)
    for party in scenario.parties {
      let words = try #require(tokens[party.position.line])
      paint("variable.other.party", words.tokens[1].range, party.position.line, words.start)
      for (index, _) in party.kinds.enumerated() {
        paint("storage.type.kind", words.tokens[2 + index].range, party.position.line, words.start)
      }
    }
    for property in scenario.properties { try paint(property, tokens) }
    for flow in scenario.flows {
      if flow.mark != nil {
        let (start, words) = try #require(tokens[flow.position.line])
        let scopes = [
          "keyword.control.after", "entity.name.tag.mark", "keyword.control.as", "entity.name.section.flow",
        ]
        for (word, scope) in zip(words, scopes) { paint(scope, word.range, flow.position.line, start) }
      }
      for statement in flow.statements {
        switch statement {
        case .mark(_, let position):
          let (start, words) = try #require(tokens[position.line])
          paint("keyword.control.mark", words[0].range, position.line, start)
          paint("entity.name.tag.mark", words[1].range, position.line, start)
        case .wait(let wait):
          let (start, words) = try #require(tokens[wait.position.line])
          paint("keyword.control.wait", words[0].range, wait.position.line, start)
          paint("constant.numeric.duration", words[1].range, wait.position.line, start)
        case .action(let action): try paint(action, tokens)
        }
      }
    }
  }

  private mutating func paint(_ scope: String, _ range: Range<Int>, _ line: Int, _ start: Int) {
    for index in range { lines[line - 1][index - start] = scope }
  }

  private mutating func paintHeader(_ header: [(SourceText.SourceLine, [Token])]) {
    for (line, words) in header {
      let text = source.freeText(from: words[0].end, in: line)
      switch source.text(words[0].range) {
      case "scenario": paintText("entity.name.section", text, line)
      case "source", "derived": paintText("string.unquoted", text, line)
      case "server": for word in words { paint("support.class.server", word.range, line.number, line.start) }
      default:
        for word in words.dropFirst() {
          if word.equals != nil {
            paintOption(word, line.number, line.start)
          } else {
            paint("support.class.profile", word.range, line.number, line.start)
          }
        }
      }
      paint("keyword.control.header", words[0].range, line.number, line.start)
    }
  }

  /// A text may hold what looks like a comment to a tokenizer, so its end is its own.
  private mutating func paintText(_ scope: String, _ text: Range<Int>, _ line: SourceText.SourceLine) {
    paint(scope, text, line.number, line.start)
    let rest = source.firstNonBlank(line, from: text.upperBound)
    if rest < line.end { paint("comment.line", rest..<line.end, line.number, line.start) }
  }

  private mutating func paintOption(_ word: Token, _ line: Int, _ start: Int) {
    paint("entity.other.attribute-name", word.key, line, start)
    guard let equals = word.equals, let value = word.value else { return }
    paint("keyword.operator.assignment", equals..<equals + 1, line, start)
    paint(valueScope(value), value, line, start)
  }

  private func valueScope(_ value: Range<Int>) -> String {
    if source.bytes[value.lowerBound] == .quote { return "string.quoted.double" }
    return source.bytes[value].allSatisfy(\.isDigit) ? "constant.numeric" : "constant.other.value"
  }

  private mutating func paint(_ action: ActionStatement, _ tokens: [Int: (start: Int, tokens: [Token])]) throws {
    let line = action.position.line
    let (start, words) = try #require(tokens[line])
    paint("variable.other.actor", words[0].range, line, start)
    paint("entity.name.function.verb", words[1].range, line, start)
    var rest = words.dropFirst(2)
    if action.target != nil, let word = rest.popFirst() { paint("variable.other.target", word.range, line, start) }
    if action.on != nil, let on = rest.popFirst(), let call = rest.popFirst() {
      paint("keyword.control.on", on.range, line, start)
      paint("constant.numeric.call", call.range, line, start)
    }
    for word in rest { paintOption(word, line, start) }

    // The indented lines down to the next statement.
    switch action.expectation {
    case .refused(let text, let position):
      let (start, words) = try #require(tokens[position.line])
      paint("keyword.other.refused", words[0].range, position.line, start)
      let isQuoted = words.count > 1 && source.bytes[words[1].start] == .quote
      if text != nil {
        for word in words.dropFirst() {
          paint(isQuoted ? "string.quoted" : "string.unquoted", word.range, position.line, start)
        }
      }
    case .messages(let messages, let isOpen):
      for message in messages { try paint(message, tokens) }
      guard isOpen else { return }
      let last = (messages.last?.position.line ?? line) + 1
      guard let line = (last...tokens.count).first(where: { tokens[$0]?.tokens.isEmpty == false }) else { return }
      let (start, words) = try #require(tokens[line])
      paint("keyword.other.further", words[0].range, line, start)
    }
  }

  private mutating func paint(_ property: Property, _ tokens: [Int: (start: Int, tokens: [Token])]) throws {
    let line = property.position.line
    let (start, words) = try #require(tokens[line])
    paint("keyword.control.header", words[0].range, line, start)
    let joints = words.filter { ["before", "after", "eventually", "or"].contains(source.text($0.range)) }
    for word in joints { paint("keyword.control.property", word.range, line, start) }
    let parts = words.dropFirst().split { word in joints.contains { $0.start == word.start } }
    for (event, part) in zip(property.events, parts) { paint(event, Array(part), line, start) }
  }

  private mutating func paint(_ message: ExpectedMessage, _ tokens: [Int: (start: Int, tokens: [Token])]) throws {
    let line = message.position.line
    let (start, words) = try #require(tokens[line])
    paint(message, words, line, start)
  }

  private mutating func paint(_ message: ExpectedMessage, _ words: [Token], _ line: Int, _ start: Int) {
    paint("variable.parameter.recipient", words[0].range, line, start)
    paint("entity.name.type.message", words[1].range, line, start)
    for (word, attribute) in zip(words.dropFirst(2), message.attributes) {
      if attribute.pattern == .absent {
        paint("keyword.operator.absent", word.start..<word.start + 1, line, start)
        paint("entity.other.attribute-name", word.start + 1..<word.end, line, start)
        continue
      }
      paintOption(word, line, start)
      guard let value = word.value else { continue }
      var alternatives = value
      switch attribute.pattern {
      case .any(isOptional: true), .oneOf(_, isOptional: true):
        alternatives = value.dropLast()
        paint("keyword.operator.optional", value.upperBound - 1..<value.upperBound, line, start)
      default: break
      }
      if case .any = attribute.pattern {
        paint("keyword.operator.any", alternatives, line, start)
      } else {
        paintAlternatives(alternatives, line, start)
      }
    }
    if message.isOpen, let last = words.last { paint("keyword.other.further", last.range, line, start) }
  }

  private mutating func paintAlternatives(_ range: Range<Int>, _ line: Int, _ start: Int) {
    var from = range.lowerBound
    while from < range.upperBound {
      let isQuoted = source.bytes[from] == .quote
      let quoteEnd = isQuoted ? source.endOfQuote(at: from, before: range.upperBound) ?? range.upperBound : from
      let end = (quoteEnd..<range.upperBound).first { source.bytes[$0] == .bar } ?? range.upperBound
      paint(valueScope(from..<end), from..<end, line, start)
      if end < range.upperBound { paint("keyword.operator.or", end..<end + 1, line, start) }
      from = end + 1
    }
  }
}
