import Testing

@testable import CallScenario

struct ParserActionsTests {
  private func action(_ line: String) throws -> ActionStatement {
    try parsed(header + line).flows[0].action(0)
  }

  @Test func readsAllParts() throws {
    let action = try action("A  TAttachUserData  on 1  ReferenceID=7 UserData=\"a b\"  # c")
    #expect(action.actor == 0)
    #expect(action.target == nil)
    #expect(action.verb.name == "TAttachUserData")
    #expect(action.on == "1")
    #expect(action.onPosition == Position(line: 4, column: 24))
    #expect(action.position == Position(line: 4, column: 1, length: 54))
    #expect(action.options.map { "\($0.key)=\($0.value)" } == ["ReferenceID=7", "UserData=a b"])
    #expect(action.options[1].valuePosition == Position(line: 4, column: 50, length: 5))
  }

  @Test func spellsValuesAsTheVocabularyDoes() throws {
    #expect(try action("B busy CallState=noanswer").options[0].value == "NoAnswer")
    #expect(try action("B busy CallState=22").options[0].value == "22")
  }

  @Test func takesAnOptionalTarget() throws {
    #expect(try action("B route A").target == 0)
    #expect(try action("B route on 1").target == nil)
  }

  @Test(arguments: [
    ("A", ["4:2+1 the verb after A is missing"]),
    ("A TMakCall B", ["4:3+8 unknown verb TMakCall — did you mean TMakeCall?"]),
    ("A tmakecall B", ["4:3+9 unknown verb tmakecall — did you mean TMakeCall?"]),
    ("A RequestAnswerCall", ["4:3+17 unknown verb RequestAnswerCall — did you mean TAnswerCall?"]),
    (
      "B busy CallState=CallStateNoAnswer",
      ["4:18+17 unknown value CallStateNoAnswer of CallState — did you mean NoAnswer?"]
    ),
    ("A sings", ["4:3+5 unknown verb sings — did you mean ring?"]),
    ("A EventRinging", ["4:3+12 EventRinging is a message, not a verb: expectations are indented — indent the line"]),
    ("A TMakeCall", ["4:12+1 TMakeCall needs a target — ACTOR TMakeCall TARGET"]),
    ("A TMakeCall on 1", ["4:12+1 TMakeCall needs a target — ACTOR TMakeCall TARGET"]),
    ("A TAnswerCall refused", ["4:15+7 `refused` stands below the action — write it on the next line, indented"]),
    ("A TMakeCall refused", ["4:13+7 `refused` stands below the action — write it on the next line, indented"]),
    ("A TAnswerCall B", ["4:15+1 TAnswerCall takes no target — only [on CONNID] may follow it"]),
    ("A TMakeCall D\nD ring\nA TMakeCall D", ["4:13+1 unknown party D — \(declare("D"))"]),
    ("A ring on", ["4:10+1 `on` needs a word after it, such as a ConnID"]),
    ("A ring on 1 on 2", ["4:13+2 `on` is written twice — ACTOR ring on CONNID [key=value …]"]),
    ("B busy CallState=Busy on 1", ["4:23+2 `on` comes before the options — ACTOR busy on CONNID [key=value …]"]),
    ("A ring on 1 2", ["4:13+1 unexpected 2: after the verb come [TARGET] [on CONNID] [key=value …]"]),
    ("A ring CallState=Busy", ["4:8+9 ring takes no options"]),
    ("B busy CalState=Busy", ["4:8+8 unknown option CalState of busy — did you mean CallState?"]),
    ("B busy CallState=Bsy", ["4:18+3 unknown value Bsy of CallState — did you mean Busy?"]),
    ("B busy CallState=", ["4:8+9 CallState has an empty value"]),
    ("B busy CallState=Busy CallState=Busy", ["4:23+9 CallState is written twice"]),
    ("B busy =Busy", ["4:8+1 the option's name is missing"]),
    ("B busy CallState=Busy?", [onlyOne]),
    ("A TAttachUserData ReferenceID=x", ["4:31+1 ReferenceID is a decimal number, not x"]),
  ])
  func reports(_ text: String, _ expected: [String]) {
    #expect(mistakes(header + text) == expected)
  }

  @Test func anExternalMakesNoRequests() {
    let text = "scenario T\nparty A external\nparty B remote\nA dial B\nB TMakeCall A\nA TMakeCall B\n"
    #expect(
      mistakes(text) == [
        "6:3+9 A is an external and makes no requests like TMakeCall — lower-case verbs say what happens there"
      ])
  }

  @Test func anActionWithAMistakeKeepsItsExpectations() {
    let text = header + "A rng\n  A EventRingin\n  B EventRinging\n  refused\nA ring\n  A EventRinging\n"
    #expect(
      mistakes(text) == [
        "4:3+3 unknown verb rng — did you mean ring?",
        "5:5+11 unknown message EventRingin — did you mean EventRinging?",
        "7:3+7 `refused` must be alone under its action",
      ])
  }
}

private let onlyOne =
  "4:18+5 CallState takes a single value here: *, | and ? are only for expectations — a value in quotes is literal"
