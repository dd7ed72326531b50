import CallScenario
import Testing

@testable import CallReport

/// Transcripts read from JSON Lines.
@Suite struct WrittenTranscriptParsingTests {
  private func parse(_ text: String) throws(Diagnostic) -> WrittenTranscript {
    try WrittenTranscript(parsing: Array(text.utf8), path: "t.jsonl")
  }

  private func mistake(_ text: String) -> String? {
    do throws(Diagnostic) { _ = try parse(text) } catch {
      return "\(error.position.line):\(error.position.column) \(error.message)"
    }
    return nil
  }

  @Test func aMessage() throws {
    let line = """
      {"file":"a","flow":"main","step":3,"from":"Server","to":"A","message":"Ring","attributes":{"X":"1","Y":""},\
      "conversation":"1","endedBy":"B","rule":"R","source":"S","unknown":[{}]}
      """
    #expect(
      try parse(line)
        == WrittenTranscript(
          flows: [
            WrittenFlow(
              file: "a", name: "main",
              steps: [
                WrittenStep(
                  number: 3,
                  messages: [
                    WrittenMessage(
                      from: "Server", to: "A", name: "Ring",
                      attributes: [
                        WrittenAttribute("X", "1"), WrittenAttribute("Y", ""), WrittenAttribute("conversation", "1"),
                        WrittenAttribute("endedBy", "B"),
                      ], rule: "R", source: "S")
                  ])
              ])
          ], hasActions: false))
  }

  @Test func actionsWaitsAndMarks() throws {
    let transcript = try parse(
      """
      {"flow":"main","step":1,"action":"A TMakeCall B"}
      {"flow":"main","step":1,"to":"A","message":"EventDialing","attributes":{}}
      {"flow":"main","action":"wait 5s"}
      {"flow":"main","step":2,"action":"B ring","refused":"no call"}

      {"flow":"F","step":1,"after":"*"}
      {"flow":"F","step":2,"action":"A TReleaseCall"}
      """)
    #expect(transcript.hasActions)
    #expect(transcript.flows.map(\.name) == ["main", "F"])
    #expect(transcript.flows.map(\.mark) == [nil, "*"])
    #expect(
      transcript.flows[0].steps == [
        WrittenStep(
          number: 1, action: "A TMakeCall B",
          messages: [WrittenMessage(from: nil, to: "A", name: "EventDialing", attributes: [])]),
        WrittenStep(number: 1, action: "wait 5s", isWait: true),
        WrittenStep(number: 2, action: "B ring", refusal: "no call"),
      ])
  }

  /// A file that is given twice is in the transcript twice; lines may also have been sorted.
  @Test func linesOfAStepAreJoined() throws {
    let transcript = try Written.transcript(
      "main 2 A Two", "main 1 A One", "F 1 B Other", "main 1 = A acts", "main = wait 1s", "main 1 B One", "main 2 B Two"
    )
    #expect(transcript.flows.map(\.name) == ["main", "F"])
    let steps = transcript.flows[0].steps
    #expect(steps.map(\.number) == [1, 1, 2])
    #expect(steps.map(\.action) == ["A acts", "wait 1s", nil])
    #expect(steps.map { $0.messages.map { "\($0.to) \($0.name)" } } == [["A One", "B One"], [], ["A Two", "B Two"]])
  }

  @Test(arguments: ["", "\n", " \r\n\t\n"]) func withoutLines(_ text: String) throws {
    #expect(try parse(text) == WrittenTranscript(flows: [], hasActions: false))
  }

  @Test(arguments: [
    ("# callsim", "1:1 a value of JSON cannot begin with #"),
    (
      "{\"flow\":\"main\",\"step\":1,\"to\":\"A\",\"message\":\"X\",\"attributes\":{}}\n[1]",
      "2:1 a line of a transcript is an object, not an array"
    ),
    ("{}", "1:1 the line has no \"flow\""), ("{\"flow\":1}", "1:9 \"flow\" is a string, not a number"),
    ("{\"flow\":\"main\"}", "1:1 the line has no \"message\" and no \"action\""),
    ("{\"flow\":\"é\",\"step\":\"1\"}", "1:20 \"step\" is the number of an action"),
    ("{\"flow\":\"m\",\"step\":-1}", "1:20 \"step\" is the number of an action"),
    ("{\"flow\":\"m\",\"step\":1.0}", "1:20 \"step\" is the number of an action"),
    ("{\"flow\":\"m\",\"step\":99999999999}", "1:20 \"step\" is the number of an action"),
    ("{\"flow\":\"m\",\"to\":\"A\",\"message\":\"X\",\"attributes\":{}}", "1:1 the message has no \"step\""),
    ("{\"flow\":\"m\",\"step\":1,\"message\":\"X\",\"attributes\":{}}", "1:1 the line has no \"to\""),
    ("{\"flow\":\"m\",\"step\":1,\"to\":\"A\",\"message\":\"X\"}", "1:1 the message has no \"attributes\""),
    (
      "{\"flow\":\"m\",\"step\":1,\"to\":\"A\",\"message\":\"X\",\"attributes\":[]}",
      "1:58 \"attributes\" is an object, not an array"
    ),
    (
      "{\"flow\":\"m\",\"step\":1,\"to\":\"A\",\"message\":\"X\",\"attributes\":{\"a\":null}}",
      "1:63 the value of a is a string, not null"
    ),
    (
      "{\"flow\":\"m\",\"step\":1,\"to\":\"A\",\"message\":\"X\",\"attributes\":{\"a\":\"1\",\"a\":\"2\"}}",
      "1:67 the key \"a\" is given twice"
    ),
  ])
  func mistakes(_ text: String, _ expected: String) { #expect(mistake(text) == expected) }

  /// The column counts characters; a line of megabytes is not repeated.
  @Test func aMistakeInALongLine() throws {
    let text = "{\"flow\":\"" + String(repeating: "é", count: 1_000_000) + "\",}"
    #expect(mistake(text) == "1:1000012 a key in double quotes is expected")
    do throws(Diagnostic) { _ = try parse(text) } catch { #expect(error.line == "") }
    do throws(Diagnostic) { _ = try parse("{\u{1B}}") } catch { #expect(error.line == "{␛}") }
  }

  /// What callsim writes, callsim reads.
  @Test(arguments: [AttributeChoice.listed, .all]) func whatIsWrittenIsRead(_ attributes: AttributeChoice) throws {
    var lines = JSONLines()
    let path = "Scenarios/basic-call-models/call-to-acd.scenario"
    let transcript = try Scenario(parsing: Repository.bytes(of: path), path: path).replay()
    lines.append(transcript, file: path, attributes: attributes, why: true)
    let read = try WrittenTranscript(parsing: lines.bytes, path: "t.jsonl")
    var replayed = WrittenTranscript(transcript, attributes: attributes, namesFile: true)
    // The lines know nothing of actions.
    for flow in replayed.flows.indices {
      replayed.flows[flow].mark = nil
      replayed.flows[flow].steps.removeAll { $0.messages.isEmpty }
      for step in replayed.flows[flow].steps.indices {
        let written = replayed.flows[flow].steps[step]
        replayed.flows[flow].steps[step] = WrittenStep(number: written.number, messages: written.messages)
      }
    }
    replayed.hasActions = false
    let isSame = read == replayed
    #expect(isSame)
    #expect(read.flows.count >= 4)
  }

  @Test(arguments: Transcript.hostileTexts) func hostileNames(_ text: String) throws {
    var lines = JSONLines()
    lines.append(Transcript.hostile(text), why: true)
    let read = try WrittenTranscript(parsing: lines.bytes, path: "t.jsonl")
    #expect(read.flows[0].steps[0].messages[0].to == text)
    #expect(read.flows[0].steps[0].messages[0].attributes.contains(WrittenAttribute("UserData", text)))
    #expect(read.flows[0].steps[1].messages[0].name == text)
  }
}
