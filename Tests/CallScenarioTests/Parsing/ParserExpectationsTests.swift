import Testing

@testable import CallScenario

struct ParserExpectationsTests {
  private func action(_ lines: String) throws -> ActionStatement {
    try parsed(header + "A ring\n" + lines).flows[0].action(0)
  }

  @Test(arguments: [
    ("refused", nil), ("refused it is not ringing  # why", "it is not ringing"),
    ("refused \"it # is\\\"\"  # why", "it # is\""),
    ("refused B said \"no\"", "B said \"no\""),
  ])
  func readsRefusals(_ line: String, _ text: String?) throws {
    guard case .refused(let reason, let position) = try action("  " + line).expectation else { throw OfAnotherKind() }
    #expect(reason == text)
    #expect(position.column == 3)
  }

  @Test func readsOpenEnds() throws {
    let messages = try action("  A EventRinging CallState=OK ... # more\n  B EventHeld\n  ...\n").messages(isOpen: true)
    #expect(messages.map(\.isOpen) == [true, false])
    #expect(try action(" ...").messages(isOpen: true).isEmpty)
  }

  @Test func readsSenders() throws {
    let text =
      "scenario T\nserver ivr-server\nparty D ivr-driver dn=7\nparty S ivr-server\nD NewCall\n  S CallStatus(Ringing) from=7 CallID=x\n"
    let messages = try parsed(text).flows[0].action(0).messages()
    #expect(messages[0].name == "CallStatus(Ringing)")
    #expect(messages[0].attributes.map(\.pattern) == [one("D"), one("x")])
  }

  @Test(arguments: [
    ("S CallStatus(Ringing)", ["6:5+19 CallStatus(Ringing) needs a sender — from=NAME"]),
    ("S CallStatus(Rining) from=D", ["6:5+18 unknown message CallStatus(Rining) — did you mean CallStatus(Ringing)?"]),
    ("S CallStatus from=D", [arguments]),
    ("S NewCall from=X", ["6:18+1 unknown party X — \(declare("X", "the parties are D and S; "))"]),
    ("S NewCall from=D|S", ["6:18+3 a message is from one party — from=NAME"]),
    ("S NewCall from=D?", ["6:18+2 a message is from one party — from=NAME"]),
    ("S NewCall from=*", ["6:18+1 a message is from one party — from=NAME"]),
    ("S NewCall !from", ["6:13+5 every message has a sender — from=NAME"]),
    ("S NewCall from", ["6:13+4 every message has a sender — from=NAME"]),
    ("S NewCall from=D from=D", ["6:20+6 from is written twice"]),
    ("S NewCall fro=D", ["6:13+3 unknown attribute fro — did you mean from?"]),
  ])
  func reportsSenders(_ line: String, _ expected: [String]) {
    #expect(
      mistakes("scenario T\nserver ivr-server\nparty D ivr-driver\nparty S ivr-server\nS NewCall\n  " + line)
        == expected)
  }

  @Test(arguments: [
    ("D EventRinging\n  D EventHeld", ["5:3+1 unknown party D — \(declare("D"))"]),
    ("A", ["5:4+1 the message that A receives is missing"]),
    ("A CallState=OK", ["5:5+12 the message is missing before CallState=OK"]),
    ("A ...", ["5:5+3 the message is missing before ..."]),
    ("A EventRingin", ["5:5+11 unknown message EventRingin — did you mean EventRinging?"]),
    (
      "A EventRinging AttributeThisDNRole=Origination",
      ["5:18+19 unknown attribute AttributeThisDNRole — did you mean ThisDNRole?"]
    ),
    ("A ring", ["5:5+4 ring is a verb, not a message: actions begin in column 1"]),
    ("A EventRinging CalState=OK", ["5:18+8 unknown attribute CalState — did you mean CallState?"]),
    ("A EventRinging CallState", ["5:18+9 CallState has no value — CallState=VALUE"]),
    ("A EventRinging CallState=", ["5:18+9 CallState has an empty value"]),
    ("A EventRinging CallState= OK", ["5:18+13 there must be no blank around = — write CallState=OK"]),
    ("A EventRinging OK", ["5:18+2 unexpected OK: \(afterMessage)"]),
    ("A EventRinging CallState=Bsy", ["5:28+3 unknown value Bsy of CallState — did you mean Busy?"]),
    ("A EventRinging CallState=OK|Bsy?", ["5:31+3 unknown value Bsy of CallState — did you mean Busy?"]),
    ("A EventRinging ErrorCode=x", ["5:28+1 ErrorCode is a decimal number, not x"]),
    ("A EventRinging OtherDN=A OtherDN=A", ["5:28+9 OtherDN is written twice"]),
    ("A EventRinging !OtherDN OtherDN=A", ["5:27+9 OtherDN is written twice"]),
    ("A EventRinging !OtherDN=A", ["5:18+10 !OtherDN means that the attribute is absent, and takes no value"]),
    ("A EventRinging !", ["5:19+1 the attribute's name is missing"]),
    ("A EventRinging !OtherND", ["5:19+7 unknown attribute OtherND — did you mean OtherDN?"]),
    ("A EventRinging from=A", ["5:18+4 unknown attribute from — only messages of other servers have a sender"]),
    ("A EventRinging ... OtherDN=A", ["5:22+9 unexpected OtherDN=A: `...` ends a message"]),
    ("...\n  A EventRinging\n  A EventHeld", ["6:3+1 `...` must be the last line under its action"]),
    ("...\n  ...", ["6:3+3 `...` may be written only once under its action"]),
    ("... A", ["5:7+1 unexpected A: `...` must be alone, or at the end of a message"]),
    ("refused\n  A EventRinging\n  ...", ["6:3+1 `refused` must be alone under its action"]),
    ("refused\n  refused", ["6:3+7 `refused` must be alone under its action"]),
    ("A EventRinging\n  refused no", ["6:3+7 `refused` must be alone under its action"]),
    ("...\n  refused", ["6:3+7 `refused` must be alone under its action"]),
    ("refused \"\"", ["5:11+2 the text after `refused` is empty"]),
    ("refused \"a\" b", ["5:15+1 unexpected b: the text after `refused` ends with its quote"]),
    ("refused \"a\"b", ["5:11+4 the text after `refused` must be quoted as a whole, or not begin with a quote"]),
  ])
  func reports(_ lines: String, _ expected: [String]) {
    #expect(mistakes(header + "A ring\n  " + lines) == expected)
  }

  @Test(arguments: [
    ("mark *\n A EventRinging\n B EventRinging", ["5:2+1 expectations go under their action, not under a mark"]),
    ("A ring\nmark *\n\n refused", ["7:2+7 expectations go under their action, not under a mark"]),
    ("mark *\nafter *\n ...", ["6:2+3 expectations go under an action, and this flow has none yet"]),
  ])
  func reportsPlaces(_ text: String, _ expected: [String]) {
    #expect(mistakes(header + text) == expected)
  }
}

private let afterMessage = "after the message come attributes, Attribute=value"
private let arguments =
  "6:5+10 unknown message CallStatus — known: CallStatus(Ringing), CallStatus(Busy) or CallStatus(Established)"
