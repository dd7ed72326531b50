import CallModel

/// The marks read so far, and the flows that refer to unknown ones.
struct Marks {
  /// The line of each mark.
  private var lines: [Text: Int] = [:]
  /// The milliseconds that have been waited before each mark, from the start of the scenario.
  private var waited: [Text: Int] = [:]
  private(set) var names: [String] = []
  /// Marks that a statement with a mistake may have meant: to use them is no further mistake.
  private var ignored: Set<Text> = []
  /// Flows that begin at a mark not set before them.
  private(set) var unknown: [(name: String, range: Range<Int>, line: SourceText.SourceLine)] = []

  func line(_ name: String) -> Int? { lines[Text(name)] }

  func isIgnored(_ name: String) -> Bool { ignored.contains(Text(name)) }

  mutating func ignoreUses(of name: String) { ignored.insert(Text(name)) }

  func waited(before name: String) -> Int { waited[Text(name)] ?? 0 }

  mutating func append(_ name: String, line: Int, waited: Int) {
    lines[Text(name)] = line
    if waited > 0 { self.waited[Text(name)] = waited }
    names.append(name)
  }

  mutating func appendUnknown(_ name: String, _ range: Range<Int>, _ line: SourceText.SourceLine) {
    unknown.append((name, range, line))
  }
}

extension Parser {
  /// `mark NAME`
  mutating func markStatement() {
    above = .mark
    guard split(from: line.start) else { return ignoreDeclaredName(at: line.start) }
    let word = take()?.range ?? afterLast
    guard let token = take() else {
      return report(afterLast, "the mark's name is missing", .text("a mark is stars, a word, or stars-word"))
    }
    let name = source.text(token.range)
    if next < tokens.count {
      marks.ignoreUses(of: tokens.dropFirst().map { source.text($0.range) }.joined(separator: "-"))
    }
    let isOneWord = next == tokens.count || !tokens.dropFirst().allSatisfy { source.isWord($0.range) }
    expectEnd(
      "`mark` takes one name",
      .text(isOneWord ? nil : "mark " + tokens.dropFirst().map { shown($0.range) }.joined(separator: "-")))
    guard checkMark(token.range) else {
      if let within = wordWithin(token.range) { marks.ignoreUses(of: within) }
      return marks.ignoreUses(of: name)
    }
    if let other = marks.line(name) {
      let suggestion =
        source.bytes[token.start] == .star
        ? "a mark may have a word after its stars: \(name.prefix { $0 == "*" })-WORD" : nil
      return report(
        token.range, "there is already a mark \(shown(token.range)), in line \(other)", .text(suggestion))
    }
    guard marks.names.count < Limits.marks else {
      isOver = true
      return report(word, "more than \(Limits.marks) marks")
    }
    marks.append(name, line: line.number, waited: waited)
    flows[flows.count - 1].statements.append(.mark(name, source.position(token.range, in: line)))
  }

  /// `after NAME [as WORD]`
  mutating func afterStatement() {
    above = .flow
    waited = 0
    // Whatever is wrong in this line, the lines below do not belong to the flow before it.
    var flow = Flow(name: "", mark: nil, statements: [], position: source.position(line.start..<line.end, in: line))
    defer { flows.append(flow) }
    guard split(from: line.start) else { return }
    flow.position = source.position(wholeStatement, in: line)
    let word = take()?.range ?? afterLast
    guard flows.count <= Limits.flows else {
      isOver = true
      return report(word, "more than \(Limits.flows) flows")
    }
    guard let token = take() else {
      return report(afterLast, "the mark at which the flow begins is missing", .text("after NAME [as WORD]"))
    }
    let mark = source.text(token.range)
    var nameRange = token.range
    if takes("as") != nil {
      guard let name = take() else { return report(afterLast, "the flow's name is missing after `as`") }
      nameRange = name.range
      expectEnd("`after NAME as WORD` ends here")
      guard checkWord(nameRange, "the flow's name"), checkUnreserved(nameRange) else { return }
    } else {
      expectEnd("only `as WORD` may follow the mark")
    }
    guard checkMark(token.range) else { return }
    if marks.line(mark) == nil, !marks.isIgnored(mark) { marks.appendUnknown(mark, token.range, line) }
    flow.mark = mark
    waited = marks.waited(before: mark)
    let name = source.text(nameRange)
    if let other = flowLines[Text(name)] {
      let suggestion =
        nameRange == token.range ? Suggestion.text("name this one: after \(shown(token.range)) as WORD") : .none
      return report(nameRange, "there is already a flow \(shown(nameRange)), in line \(other)", suggestion)
    }
    flow.name = name
    flowLines[Text(name)] = line.number
  }

  /// Only at the end of the file can a mark that comes too late be told from one that does not exist.
  mutating func checkUnknownMarks() {
    for (name, range, place) in marks.unknown where !marks.isIgnored(name) {
      if let later = marks.line(name) {
        report(
          range, in: place,
          "the mark \(shown(range)) comes later, in line \(later): a flow can only begin at a mark above it")
      } else {
        let list = marks.names.prefix(8).joined(separator: ", ") + (marks.names.count > 8 ? " …" : "")
        let suggestion = Suggestion.near(
          name, marks.names, otherwise: marks.names.isEmpty ? "write `mark \(name)` where it begins" : "marks: \(list)")
        report(range, in: place, "unknown mark \(shown(range))", suggestion)
      }
    }
  }

  /// Checks that the name is spelled like a mark and is not a reserved word; if not, reports that.
  private mutating func checkMark(_ range: Range<Int>) -> Bool {
    if source.isMark(range) { return checkUnreserved(range) }
    let stars = range.prefix { source.bytes[$0] == .star }.count
    let rest = range.lowerBound + stars..<range.upperBound
    let isNear = stars > 0 && source.isWord(rest)
    let suggestion = isNear ? "did you mean \(shown(range.lowerBound..<rest.lowerBound))-\(shown(rest))?" : nil
    report(
      range, "\(shown(range)) is not a mark: a mark is stars, a word, or stars-word", .text(suggestion))
    return false
  }

  private mutating func checkUnreserved(_ range: Range<Int>) -> Bool {
    let name = source.text(range)
    guard Keywords.reserved.contains(name) else { return true }
    let suggestion = name == "main" ? Suggestion.text("main is the flow before the first `after`") : .none
    report(range, "\(name) is a reserved word: no mark or flow can have this name", suggestion)
    return false
  }
}
