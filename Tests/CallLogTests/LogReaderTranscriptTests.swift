import CallLog
import Testing

/// JSON Lines of callsim.
@Suite struct LogReaderTranscriptTests {
  @Test func messages() throws {
    let reading = Reading(
      #"""
      {"flow":"main","step":1,"action":"A TMakeCall B"}
      {"flow":"main","step":1,"to":"A","message":"EventDialing","attributes":{"ConnID":"1","ThisDN":"A","CallState":"OK"}}
      {"flow":"main","action":"wait 5s"}
      {"flow":"main","step":2,"action":"B ring","refused":"B does not ring"}
      {"flow":"main","step":2,"from":"A","to":"B","message":"NewCall","attributes":{}}
      {"flow":"*","step":1,"after":"*"}
      {"flow":"*","step":2,"to":"B","message":"EventRinging","attributes":{"ThisDN":"a \"b\" \u0041\n"},"rule":"x","source":"y"}
      """#)
    #expect(
      reading.lines == [
        "request TMakeCall", "event EventDialing ConnID=1 ThisDN=A CallState=OK", "other wait", "other ring",
        "other NewCall", "other ", "event EventRinging ThisDN=a \"b\" A\n",
      ])
    #expect(reading.records.allSatisfy { $0.format == .transcript && $0.time == nil && !$0.isCut })
    #expect(reading.records.map(\.scope) == [1, 1, 1, 1, 1, 2, 2])
    let record = reading.records[1]
    #expect(record.hexadecimal(.connID) == 1 && record.transcript.to.map(record.string) == "A")
    #expect(
      record.enumeration(.callState).map { value in if case .name(let name) = value { record.string(name) } else { "" }
      } == "OK")
    #expect(reading.records[0].transcript.action.map(reading.records[0].string) == "A TMakeCall B")
    #expect(reading.records[3].transcript.refused.map(reading.records[3].string) == "B does not ring")
    #expect(reading.records[5].transcript.after.map(reading.records[5].string) == "*")
    #expect(reading.records[6].transcript.step == 2)
    #expect(reading.summary.messages.map(\.name) == ["EventDialing", "EventRinging", "NewCall", "TMakeCall"])
    #expect(reading.summary.unknownMessages.map(\.name) == ["NewCall"])
  }

  @Test func flowsAreScopes() {
    func line(_ file: String, _ flow: String, _ step: Int) -> String {
      #"{"file":"\#(file)","flow":"\#(flow)","step":\#(step),"to":"A","message":"EventDialing","attributes":{}}"# + "\n"
    }
    let reading = Reading(
      line("a", "main", 1) + line("a", "main", 1) + line("a", "x", 1) + line("b", "x", 2) + line("b", "x", 1))
    #expect(reading.records.map(\.scope) == [1, 1, 2, 3, 4])
    let log = Reading(
      "# Flow: main, from 1\n@00:00:00.0 [0] 8 distribute_event: message EventHeld\n\n# Flow: x, from 1\n@00:00:00.0 [0] 8 distribute_event: message EventHeld\n\n"
    )
    #expect(log.records.map(\.scope) == [1, 2])
  }

  @Test(arguments: [
    #"{"flow":"#, #"{"flow":}"#, #"{"flow":"main""#, #"{"flow":"main",}"#, #"{"flow":"main"} x"#,
    #"{"flow":"main","attributes":{"a"}}"#,
    #"{"flow":"main","attributes":{"a":"b}"#, #"{"flow":"main"x"y":1}"#, #"{"file":[1,2}"#,
    #"{"flow":"main","x":{"y":[}"#,
    #"{"flow":"a\"#, #"{"flow":"a\"}"#, #"{"flow":1 2}"#,
  ]) func whatIsNoLine(_ line: String) {
    let reading = Reading(line + "\n")
    #expect(reading.lines == [] && reading.summary.strangeLines == 1)
  }

  @Test func unknownMembers() {
    let reading = Reading(
      #"{ "x": 1}"# + "\n"
        + #"{"flow": "main", "n": [1, {"a": "]}"}, null], "o": {}, "message" : "EventHeld" , "b": -1.5e3 }"# + "\n")
    #expect(reading.lines == ["event EventHeld"])
    let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    #expect(Reading(#"{"flow":"main","n":\#(deep)}"#).summary.strangeLines == 1)
  }

  @Test(arguments: [
    (#"\u00e9"#, "é"), (#"\ud83d\ude00"#, "😀"), (#"\ud83d"#, "\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"),
    (#"\uZZZZ"#, "\u{FFFD}"),
    (#"\/\\\"\b\f\r\t"#, "/\\\"\u{8}\u{C}\r\t"), (#"\u12"#, "\u{FFFD}"),
  ]) func escapes(_ text: String, _ value: String) throws {
    let reading = Reading(#"{"flow":"main","to":"\#(text)","message":"EventHeld","attributes":{"ThisDN":"\#(text)"}}"#)
    let record = try #require(reading.records.first)
    #expect(record.string(.thisDN) == value && record.transcript.to.map(record.string) == value)
  }
}
