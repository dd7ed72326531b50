import Testing

@testable import CallScenario

struct ParserTests {
  @Test func readsEveryStatement() throws {
    let scenario = try parsed(example)
    #expect(scenario.path == "x.scenario")
    #expect(scenario.title == "Internal or inbound call to an ACD group")
    #expect(scenario.source == "Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call to ACD)")
    #expect(scenario.vocabulary.server == "t-server")
    #expect(scenario.profile == nil)
    #expect(scenario.parties.map(\.name) == ["A", "B", "C"])
    #expect(scenario.parties.map(\.dn) == ["A", "B", "5003"])
    #expect(scenario.parties[2].options.map { "\($0.key)=\($0.value)" } == ["group=B"])
    #expect(scenario.parties[2].position == Position(line: 6, column: 1, length: 39))
    #expect(scenario.flows.map(\.name) == ["main", "*"])
    #expect(scenario.flows.map(\.mark) == [nil, "*"])
    #expect(scenario.flows[1].position == Position(line: 23, column: 1, length: 7))
    #expect(
      outline(scenario.flows[0]) == [
        "A TMakeCall B", "mark *", "B divert C", "mark **", "C ring", "mark ***", "C TAnswerCall",
      ])
    #expect(outline(scenario.flows[1]) == ["A TReleaseCall"])
  }

  @Test func readsExpectations() throws {
    let flow = try parsed(example).flows[0]
    let call = try flow.action(0)
    #expect(call.position == Position(line: 9, column: 1, length: 13))
    #expect(call.targetPosition == Position(line: 9, column: 13))
    #expect(call.onPosition == call.position)
    let messages = try call.messages()
    #expect(messages.map(\.name) == ["EventDialing", "EventQueued"])
    #expect(messages.map(\.recipient) == [0, 1])
    #expect(messages[0].position == Position(line: 10, column: 5, length: 15))
    #expect(messages[0].attributes.map(\.name) == ["ThisDNRole", "OtherDN", "OtherDNRole"])
    #expect(
      messages[0].attributes.map(\.pattern) == [
        one("Origination"), one("B", isOptional: true), one("Destination", isOptional: true),
      ])
    #expect(messages[0].attributes[1].position == Position(line: 10, column: 49, length: 10))
    // The name of an enumeration as the vocabulary spells it.
    #expect(try flow.action(4).messages()[0].attributes[4].pattern == one("OK"))
  }

  @Test func readsTheSmallestFile() throws {
    let scenario = try parsed("scenario T")
    #expect(scenario.flows.map(\.name) == ["main"])
    #expect(scenario.parties.isEmpty)
  }

  @Test func readsAByteOrderMarkCarriageReturnsAndTabs() throws {
    let text = "\u{FEFF}" + example.replacing("\n", with: "\r\n").replacing("  ", with: "\t")
    #expect(try parsed(text).flows.map { outline($0) } == parsed(example).flows.map { outline($0) })
    // Cut between the two.
    #expect(try parsed("scenario T\r").title == "T")
  }

  @Test func blankAndCommentLinesEndNothing() throws {
    let text = header + "A ring # rings\n\n   # indented\n# not\n \t\n  A EventRinging # said=so\n"
    let messages = try parsed(text).flows[0].action(0).messages()
    #expect(messages.map(\.name) == ["EventRinging"])
    #expect(messages[0].attributes.isEmpty)
  }

  @Test func aCommentBeginsAfterABlankOnly() throws {
    #expect(try parsed("scenario Queue #3 # three").title == "Queue")
    #expect(try parsed("scenario Queue no#3\t# three").title == "Queue no#3")
    let text = header + "A TAttachUserData UserData=a#b\nA TAttachUserData UserData=\"a # b\" # c\n"
    let main = try parsed(text).flows[0]
    #expect(try main.action(0).options[0].value == "a#b")
    #expect(try main.action(1).options[0].value == "a # b")
  }

  private static let wrong: [(String, [String])] = [
    ("", ["1:1+1 the file is empty: a file begins with `scenario TITLE`"]),
    ("\n# only words\n\n", ["1:1+1 the file is empty: a file begins with `scenario TITLE`"]),
    ("party A extension\nA ring\n", ["1:1+5 a file begins with `scenario TITLE` — write it above this line"]),
    ("A ring\n", begun),
    (" A ring\nscenario T\n", ["1:2+1 a file begins with `scenario TITLE`"]),
    ("scenaro T\nparty A extension\nA ring\n", ["1:1+7 a file begins with `scenario TITLE` — did you mean scenario?"]),
    (" scenario T\n", ["1:2+8 `scenario` must begin in column 1: only expectations are indented"]),
    (header + "  mark *\nafter *\n", ["4:3+4 `mark` must begin in column 1: only expectations are indented"]),
    (header + "A ring \"x\n", ["4:8+2 the quoted value does not end on its line"]),
    (header + "A ring\u{0}\n", ["4:7+1 the line contains a control character: U+0000"]),
    (header + "# \u{1B}[31m\n", ["4:3+1 the line contains a control character: U+001B"]),
    (header + "é\u{9B}\n", ["4:2+1 the line contains a control character: U+009B"]),
    ("scenario T\rA ring\n", ["1:11+1 stray carriage return: lines end in LF or CR LF"]),
    (header + "quelque A\n", ["4:1+7 unknown statement quelque — \(beginnings)"]),
    (header + "été A\n", ["4:1+3 été is not a word: it contains U+00E9, and a word begins with a letter or digit"]),
    (header + "A été\n", [accented]),
    (header + "A\u{A0}ring\n", [unbroken]),
    (header + "mrk *\nA ring\nafter *\n", ["4:1+3 unknown statement mrk — did you mean mark?"]),
    (header + "refused\n", ["4:1+7 `refused` must be indented, under its action"]),
    (header + "...\n", ["4:1+3 `...` must be indented, under its action"]),
  ]

  @Test(arguments: wrong) func reports(_ text: String, _ expected: [String]) {
    #expect(mistakes(text) == expected)
  }

  @Test func saysWhichByteIsNotUTF8() {
    let bytes = Array("scenario é".utf8) + [0xFF, 0x0A] + Array("party A \u{65E5}".utf8.dropLast()) + [0x0A]
    #expect(
      places(bytes) == [
        "1:11+1 the line is not UTF-8: its byte 12 is 0xFF", "2:9+1 the line is not UTF-8: its byte 9 is 0xE6",
      ])
    #expect(places([0xFF, 0xFE, 0x73, 0x00]) == ["1:1+1 the file is UTF-16: a scenario is UTF-8"])
  }

  @Test func reportsInTheOrderOfTheFileAndCountsTheRest() {
    // The party is checked at the header's end, after the invalid statements.
    let text = "scenario T\nparty A extnsion\nsource\n" + String(repeating: "A ring B\n", count: 150)
    let found = mistakes(text)
    #expect(found.count == Limits.mistakes + 1)
    #expect(found[0] == "2:9+8 unknown kind extnsion — did you mean extension?")
    #expect(found[1] == "3:7+1 `source` needs a text after it")
    #expect(found[2] == "4:8+1 ring takes no target — only [on CONNID] may follow it")
    #expect(found[100] == "101:8+1 and 52 more mistakes")
  }

  @Test func limitsAreOrdinaryMistakes() {
    #expect(
      places([UInt8](repeating: 0x23, count: Limits.file + 1)) == [
        "1:1+1 the file has more than 16777216 bytes, the most that a scenario may have"
      ])
    let long = String(repeating: "x", count: Limits.line - 2)
    #expect(mistakes("scenario T\n# \(long)\n").isEmpty)
    #expect(mistakes("scenario T\n#  \(long)\n") == ["2:1+1 the line has 65537 bytes: at most 65536 are allowed"])
    let parties = (1...Limits.parties).map { "party P\($0) extension\n" }.joined()
    #expect(mistakes("scenario T\n" + parties).isEmpty)
    #expect(mistakes("scenario T\n" + parties + "party Q extension\nQ ring\n") == ["1002:1+5 more than 1000 parties"])
    let marks = (1...Limits.marks).map { "mark m\($0)\n" }.joined()
    #expect(mistakes("scenario T\n" + marks + "mark x\nafter x\n") == ["1002:1+4 more than 1000 marks"])
    let flows = (1...Limits.flows).map { "after x as f\($0)\n" }.joined()
    #expect(mistakes("scenario T\nmark x\n" + flows + "after x\n") == ["10003:1+5 more than 10000 flows"])
    #expect(
      mistakes(header + String(repeating: "A ring\n", count: Limits.actions) + "A hold\n") == [
        "100004:1+1 more than 100000 actions"
      ])
  }
}

/// What helps against an undeclared party.
func declare(_ name: String, _ parties: String = "the parties are A and B; ") -> String {
  "\(parties)declare it in the header: party \(name) KIND"
}

private let accented =
  "4:3+3 été is not a word: it contains U+00E9, and a word begins with a letter or digit"
  + " — an action is written ACTOR VERB [TARGET]"
private let unbroken =
  "4:1+6 A\u{A0}ring is not a word: it contains U+00A0 (a no-break space), and a word has only letters a to z, "
  + "digits and - _ . +"
private let begun = [
  "1:1+1 a file begins with `scenario TITLE` — write it above this line", "1:1+1 unknown party A — \(declare("A", ""))",
]
private let beginnings =
  "a statement begins with a party's name or with scenario, source, derived, server, profile, party, never, "
  + "always, sometimes, mark, after or wait"

func one(_ values: String..., isOptional: Bool = false) -> Pattern {
  .oneOf(values, isOptional: isOptional)
}

private func places(_ bytes: [UInt8]) -> [String] {
  do {
    _ = try Scenario.parse(bytes, path: "x", vocabularies: everyVocabulary)
    return []
  } catch {
    return error.diagnostics.map { "\($0.position.line):\($0.position.column)+\($0.position.length) \($0.message)" }
  }
}

private func outline(_ flow: Flow) -> [String] {
  let names = ["A", "B", "C"]
  return flow.statements.map { statement in
    switch statement {
    case .mark(let name, _): "mark \(name)"
    case .wait(let wait): "wait \(wait.duration)"
    case .action(let action):
      "\(names[action.actor]) \(action.verb.name)" + (action.target.map { " \(names[$0])" } ?? "")
    }
  }
}
