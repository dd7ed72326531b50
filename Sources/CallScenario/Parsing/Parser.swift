import CallModel

extension Scenario {
  /// Parses the text of a scenario.
  ///
  /// - Throws: The text's mistakes, in order, each with its line and column; they refer to the text as `path`.
  public init(parsing text: String, path: String = "scenario") throws(Mistakes) {
    try self.init(parsing: Array(text.utf8), path: path)
  }

  /// Parses the bytes of a scenario file, which should be UTF-8: other bytes are mistakes too.
  ///
  /// - Throws: The file's mistakes, in order, each with its line and column; they refer to the file as `path`.
  public init(parsing bytes: [UInt8], path: String = "scenario") throws(Mistakes) {
    self = try Scenario.parse(bytes, path: path, vocabularies: Servers.vocabularies)
  }

  /// Parses with the given words.
  package static func parse(
    _ bytes: [UInt8], path: String, vocabularies: [Vocabulary] = Servers.vocabularies
  ) throws(Mistakes) -> Scenario {
    var parser = Parser(bytes, path: path, vocabularies: vocabularies)
    return try parser.parse()
  }
}

/// Reads a file line by line. A mistake is reported, and reading continues at the next statement.
///
/// The header is checked as a whole when it ends, because `server` may come after statements that depend on it.
struct Parser {
  let path: String
  let vocabularies: [Vocabulary]
  var source: SourceText
  var mistakes = MistakeList()
  var warnings = Warnings()
  /// The other servers whose words the file was reported to use.
  var reportedServers: [String] = []
  /// The comments of other languages that have been reported.
  var reportedComments: [String] = []
  /// Whether a comment that begins with `/*` was found not to end: neither does a later one.
  var isLastCommentOpen = false
  /// The number and the displayed text of the last line with a reported mistake.
  var shownLine = (number: 0, text: "")

  /// The line being read, its tokens, and the index of the next token to take.
  var line = SourceText.SourceLine(number: 1, start: 0, end: 0, isASCII: true)
  var tokens: [Token] = []
  var next = 0

  var header = Header()
  /// Known once the header has ended.
  var words: VocabularyIndex?
  var parties = Parties()
  var properties: [Property] = []
  /// Whether the line is a property.
  var isProperty = false

  /// The statement to which an indented line would belong.
  var above = Above.nothing
  /// The last action, if it was understood, and its expectations.
  var action: ActionStatement?
  var expected = Expected()
  var actions = 0
  var flows: [Flow] = []
  /// The line in which each flow begins; `main` is reserved and not listed.
  var flowLines: [Text: Int] = [:]
  var marks = Marks()
  /// The milliseconds of all waits of the flow so far, with those before its mark.
  var waited = 0
  /// Whether nothing after this point could be understood.
  var isOver = false

  enum Above {
    case nothing, header, mark, flow, action, wait
    /// A mistake has been reported because of which lines that are indented here are not read.
    case reported
  }

  init(_ bytes: [UInt8], path: String, vocabularies: [Vocabulary]) {
    self.path = path
    self.vocabularies = vocabularies
    source = SourceText(bytes)
  }

  mutating func parse() throws(Mistakes) -> Scenario {
    if checkBytes() {
      while !isOver, let line = source.nextLine() { read(line) }
      finish()
    }
    return try scenario()
  }

  /// What has been read; throws its mistakes.
  func scenario() throws(Mistakes) -> Scenario {
    if let mistakes = mistakes.mistakes { throw mistakes }
    // Without mistakes, there was a header, and it named a vocabulary.
    guard let words else { throw Mistakes(diagnostics: []) }
    return Scenario(
      path: path, title: header.title ?? "", source: header.source, derived: header.derived,
      vocabulary: words.vocabulary, servers: words.servers,
      profile: header.profile,
      parties: parties.list, properties: properties, flows: flows, warnings: warnings.list.shown)
  }

  /// Checks that the bytes are text, so that reading lines makes sense; if not, reports that.
  private mutating func checkBytes() -> Bool {
    let bytes = source.bytes.array
    if bytes.count > Limits.file {
      report(0..<0, "the file has more than \(Limits.file) bytes, the most that a scenario may have")
      return false
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      report(0..<0, "the file is UTF-16: a scenario is UTF-8")
      return false
    }
    return true
  }

  /// Checks what is known only at the end of the file.
  private mutating func finish() {
    closeAction()
    guard header.isBegun else {
      line = SourceText.SourceLine(number: 1, start: 0, end: 0, isASCII: true)
      return report(0..<0, "the file is empty: a file begins with `scenario TITLE`")
    }
    endHeader()
    checkUnknownMarks()
  }

  // MARK: Lines

  mutating func read(_ newLine: SourceText.SourceLine) {
    line = newLine
    let first = source.firstNonBlank(line, from: line.start)
    if let fault = line.fault {
      report(fault)
      // It is unknown what the line was meant to be. A comment ends nothing; a statement would start a new place for
      // expectations.
      let isComment = first < line.end && source.bytes[first] == .numberSign
      return isComment ? () : ignoreDeclaration(at: first)
    }
    guard first < line.end, source.bytes[first] != .numberSign else { return }
    if source.foreignComment(at: first, in: line) != nil { return skipForeignComment(at: first) }
    let word = source.firstWord(at: first, in: line)
    if first == line.start { return statement(word) }
    let text = source.text(word)
    guard Keywords.statement.contains(text), !isActor(text) else { return indented(word) }
    report(word, "`\(text)` must begin in column 1: only expectations are indented")
    statement(word)
  }

  /// Notes what an unreadable line seems to declare, so that using it is not reported as another mistake.
  private mutating func ignoreDeclaration(at first: Int) {
    header.isBegun = true
    guard first == line.start else { return }
    closeAction()
    above = .reported
    ignoreDeclaredName(at: first)
    if source.equal(source.firstWord(at: first, in: line), "server") { header.hasUnknownServer = true }
  }

  /// Notes the party or mark that a line seems to declare, apart from quotes in its words.
  mutating func ignoreDeclaredName(at first: Int) {
    func bare(_ word: Range<Int>) -> String {
      String(decoding: source.bytes[word].filter { $0 != .quote }, as: UTF8.self)
    }
    let word = source.firstWord(at: first, in: line)
    let name = bare(source.firstWord(at: source.firstNonBlank(line, from: word.upperBound), in: line))
    switch bare(word) {
    case "party": parties.ignoreUses(of: name)
    case "mark": marks.ignoreUses(of: name)
    default: break
    }
  }

  mutating func report(_ fault: SourceText.Fault) {
    switch fault {
    case .tooLong:
      report(line.start..<line.start, "the line has \(line.end - line.start) bytes: at most \(Limits.line) are allowed")
    case .notUTF8(let index):
      let place = index - line.start + 1
      let byte = "0x" + source.bytes[index].hexadecimal(digits: 2)
      report(index..<index, "the line is not UTF-8: its byte \(place) is \(byte)")
    case .control(let index) where source.bytes[index] == .carriageReturn:
      report(index..<index, "stray carriage return: lines end in LF or CR LF")
    case .control(let index):
      let value = source.bytes[index] == 0xC2 ? source.bytes[index + 1] : source.bytes[index]
      report(index..<index, "the line contains a control character: U+\(value.hexadecimal(digits: 4))")
    }
  }

  // MARK: Statements

  /// Reads a line in column 1 by its first word.
  private mutating func statement(_ word: Range<Int>) {
    closeAction()
    let text = source.bytes[word.upperBound - 1] == .colon ? withoutColon(word) : source.text(word)
    if !header.isBegun, text != "scenario" {
      header.isBegun = true
      let isNear = statement(near: text) == "scenario"
      let below = isNear ? nil : lineBelow(beginningWith: "scenario")
      let suggestion =
        isNear ? "did you mean scenario?" : below.map { "move line \($0) to the top" } ?? "write it above this line"
      report(word, "a file begins with `scenario TITLE`", .text(suggestion))
      if isNear { return headerStatement("scenario", word) }
      // The rest of the header is below.
      let isReadable = Keywords.statement.contains(text) || (below == nil && isAction(text, word))
      if !isReadable { return }
    }
    switch text {
    case _ where isActor(text): bodyStatement { parser in parser.actionStatement() }
    case _ where Keywords.header.contains(text): headerStatement(text, word)
    case "mark": bodyStatement { parser in parser.markStatement() }
    case "after": bodyStatement { parser in parser.afterStatement() }
    case "wait": bodyStatement { parser in parser.waitStatement() }
    default:
      if !reportUnknownHeader(text, word) {
        bodyStatement { parser in parser.actionStatement() }
      }
    }
  }

  /// Whether a word that begins a statement since 0.2, such as `wait`, is a party and no statement. It is reported
  /// where it is declared.
  private func isActor(_ text: String) -> Bool { header.partiesNamedAsStatements.contains(text) }

  /// The word of a statement with a colon after it, which is reported, but only once in a file; other words stay.
  private mutating func withoutColon(_ word: Range<Int>) -> String {
    let text = source.text(word)
    let bare = text.dropLast()
    guard let statement = Keywords.statement.first(where: { Text.areSameWord($0, String(bare)) }) else { return text }
    if !header.hasReportedColon {
      header.hasReportedColon = true
      let rest = source.freeText(from: word.upperBound, in: line)
      report(word, "statements have no colon", .text(statement + (rest.isEmpty ? "" : " \(shown(rest))")))
    }
    return statement
  }

  private mutating func bodyStatement(_ read: (inout Parser) -> Void) {
    let here = line
    endHeader()
    line = here
    guard !isOver else { return }
    read(&self)
  }

  // MARK: Tokens

  /// Splits the line from `start` on; returns false, with a report, if a quote does not end.
  mutating func split(from start: Int) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    next = 0
    var index = source.firstNonBlank(line, from: start)
    while index < line.end, source.bytes[index] != .numberSign {
      guard let token = source.token(at: index, in: line) else {
        report(source.openQuote(from: index, in: line)..<line.end, "the quoted value does not end on its line")
        return false
      }
      if source.foreignComment(at: token.start, in: line) != nil {
        reportForeignComment(at: token.start)
        break
      }
      tokens.append(token)
      index = source.firstNonBlank(line, from: token.end)
    }
    return true
  }

  mutating func take() -> Token? {
    guard next < tokens.count else { return nil }
    next += 1
    return tokens[next - 1]
  }

  /// Takes the next token if it is this word.
  mutating func takes(_ word: StaticString) -> Token? {
    guard next < tokens.count, source.equal(tokens[next].range, word) else { return nil }
    return take()
  }

  /// The place after the last token, where a missing word would be.
  var afterLast: Range<Int> {
    let end = next > 0 && next <= tokens.count ? tokens[next - 1].end : line.end
    return end..<end
  }

  /// The range from the first token to the last, without comments.
  var wholeStatement: Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return line.start..<line.end }
    return first.start..<last.end
  }

  /// Reports whatever follows the end of a statement.
  mutating func expectEnd(_ what: String, _ suggestion: Suggestion = .none) {
    guard let token = take() else { return }
    report(token.range, "unexpected \(shown(token.range)): \(what)", suggestion)
    next = tokens.count
  }
}
