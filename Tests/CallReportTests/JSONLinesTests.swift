@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct JSONLinesTests {
  @Test func aFlowAsLines() {
    var lines = JSONLines()
    lines.append(.acd, flows: ["*"])
    #expect(
      lines.text == """
        {"flow":"*","step":2,"to":"A","message":"EventReleased","attributes":{"ConnID":"1","ThisDN":"A","OtherDN":"B","CallState":"OK"}}
        {"flow":"*","step":2,"to":"B","message":"EventAbandoned","attributes":{"ConnID":"1","ThisDN":"B","OtherDN":"A","CallState":"OK"}}

        """)
  }

  @Test func fileFirstAndRuleLast() {
    var lines = JSONLines()
    lines.append(.acd, file: "a/b.scenario", flows: ["abandoned"], why: true)
    #expect(
      lines.text
        == #"{"file":"a/b.scenario","flow":"abandoned","step":3,"to":"A","message":"EventReleased","attributes":{"ConnID":"1","#
        + #""ThisDN":"A","OtherDN":"B","CallState":"OK"},"rule":"The rule","source":"The chapter, the row"}"# + "\n")
  }

  @Test func actionsMarksWaitsAndRefusals() throws {
    let text = """
      scenario T
      party A extension
      party B extension
      wait 5s
      A TMakeCall B
      mark *
      wait 250ms
      mark **
      B TAnswerCall
      B pickUp
        refused
      after **
      after * as again
      wait 1h
      A TReleaseCall
      """
    var lines = JSONLines()
    lines.append(try Scenario(parsing: text, path: "x").replay(), actions: true)
    let shown = lines.text.split(separator: "\n").filter { !$0.contains("\"message\"") }
    #expect(
      shown == [
        #"{"flow":"main","action":"wait 5s"}"#, #"{"flow":"main","step":1,"action":"A TMakeCall B"}"#,
        #"{"flow":"main","action":"wait 250ms"}"#,
        #"{"flow":"main","step":2,"action":"B TAnswerCall","refused":"B cannot answer: it is not ringing "#
          + #"(the call is still on its way to it)"}"#,
        #"{"flow":"main","step":3,"action":"B pickUp","refused":"B cannot pick up the call: the call is not parked at "#
          + #"it (the call is still on its way to it)"}"#,
        #"{"flow":"**","step":1,"after":"**"}"#, #"{"flow":"again","step":1,"after":"*"}"#,
        #"{"flow":"again","action":"wait 1h"}"#, #"{"flow":"again","step":2,"action":"A TReleaseCall"}"#,
      ])
    let steps = lines.text.split(separator: "\n").map {
      $0.contains("\"action\":") ? "a" : $0.contains("after") ? "m" : "e"
    }
    #expect(steps.joined() == "aaeaaeammaae")
  }

  @Test func actionsAreEscaped() {
    let sample = Sample(parties: ["\"A\u{1} extension"])
    var transcript = sample.transcript([.step("\"A\u{1} TMakeCall", [])], after: [("\\", "\"", 1, [])])
    transcript.flows[0].entries.append(.mark("\\"))
    var lines = JSONLines()
    lines.append(transcript, file: "\n", actions: true)
    #expect(
      lines.text == #"""
        {"file":"\n","flow":"main","step":1,"action":"\"A\u0001 TMakeCall"}
        {"file":"\n","flow":"\"","step":1,"after":"\\"}

        """#)
  }

  @Test func unlistedAttributesKeepTheirPlace() {
    var lines = JSONLines()
    lines.append(.acd, flows: ["*"], attributes: .all)
    #expect(
      lines.text.contains(#"{"ConnID":"1","ThisDN":"A","ThisDNRole":"Origination","OtherDN":"B","CallState":"OK"}"#))
  }

  @Test func conversationAndEndFollowAllAttributes() {
    var transcript = Transcript.acd
    for flow in transcript.flows.indices {
      for entry in transcript.flows[flow].entries.indices {
        guard case .step(var step) = transcript.flows[flow].entries[entry] else { continue }
        for message in step.messages.indices {
          step.messages[message].call = "2"
          step.messages[message].endedBy = message == 0 ? nil : 0
        }
        transcript.flows[flow].entries[entry] = .step(step)
      }
      transcript.flows[flow].conversations["2"] = "\"1"
    }
    var lines = JSONLines()
    lines.append(transcript, flows: ["*"], attributes: .all, why: true)
    let ends = lines.text.split(separator: "\n").map { $0.split(separator: "}", maxSplits: 1)[1] }
    #expect(
      ends == [
        #","conversation":"\"1","rule":"The rule","source":"The chapter, the row"}"#,
        #","conversation":"\"1","endedBy":"A","rule":"The rule","source":"The chapter, the row"}"#,
      ])
    lines.removeAll()
    lines.append(transcript, flows: ["*"])
    #expect(lines.text.split(separator: "\n").allSatisfy { $0.hasSuffix(#""CallState":"OK"}}"#) })
  }

  @Test func sendersComeBeforeRecipients() {
    var lines = JSONLines()
    lines.append(.driver)
    #expect(
      lines.text.hasPrefix(
        #"{"flow":"main","step":1,"from":"IVR","to":"Driver","message":"NewCall","attributes":{"CallID":"1"}}"# + "\n"))
    #expect(lines.text.filter { $0 == "\n" }.count == 3)
  }

  @Test func withoutASourceThereIsNoKey() {
    var lines = JSONLines()
    lines.begin(flow: "main", step: 1, to: "A", message: "M")
    lines.end(rule: "R", source: nil)
    #expect(lines.text == #"{"flow":"main","step":1,"to":"A","message":"M","attributes":{},"rule":"R"}"# + "\n")
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("\"", "\\\""), ("\\", "\\\\"), ("a\tb\nc\rd", "a\\tb\\nc\\rd"),
    ("\u{8}\u{C}", "\\b\\f"),
    ("\u{0}\u{1}\u{1B}\u{1F}", "\\u0000\\u0001\\u001b\\u001f"), ("\u{7F}\u{2028}é東👩🏽‍💻", "\u{7F}\u{2028}é東👩🏽‍💻"),
  ])
  func escaping(_ text: String, _ escaped: String) {
    var lines = JSONLines()
    lines.begin(file: text, flow: text, step: 1, from: text, to: text, message: text)
    lines.attribute(text, text)
    lines.end(rule: text, source: text)
    let word = "\"\(escaped)\""
    #expect(
      lines.text == "{\"file\":\(word),\"flow\":\(word),\"step\":1,\"from\":\(word),\"to\":\(word),\"message\":\(word),"
        + "\"attributes\":{\(word):\(word)},\"rule\":\(word),\"source\":\(word)}\n")
  }

  @Test func textsThatNeedNoEscapingAreWrittenAlike() {
    let texts = [
      "A", "", "\"quoted\"", "exactly sixteen!", "seventeen letters", String(repeating: "long ", count: 200),
      "\u{1}\u{2}",
    ]
    var fast = JSONLines(prepared: PreparedTexts(texts))
    var slow = JSONLines()
    for round in 0..<50 {
      for (index, text) in texts.enumerated() {
        let step = round * 10_007
        let name = fast.prepared(index)
        fast.begin(flow: "main" as StaticString, step: step, to: name, message: "EventReleased" as StaticString)
        fast.attribute("ConnID" as StaticString, UInt64(step) << 30)
        fast.attribute("ThisDN" as StaticString, name)
        fast.attribute("A" as StaticString, "" as StaticString)
        fast.attribute("AnAttributeWhoseNameIsLongerThanThirtyTwo" as StaticString, "OK" as StaticString)
        fast.end()
        slow.begin(flow: "main", step: step, to: text, message: "EventReleased")
        slow.attribute("ConnID", String(UInt64(step) << 30))
        slow.attribute("ThisDN", text)
        slow.attribute("A", "")
        slow.attribute("AnAttributeWhoseNameIsLongerThanThirtyTwo", "OK")
        slow.end(rule: nil, source: nil)
      }
    }
    #expect(fast.text == slow.text)
    #expect(fast.count == fast.text.utf8.count)
    #expect(fast.bytes == Array(fast.text.utf8))
  }

  @Test(
    arguments: [0, 1, 9, 10, 99, 100, 12_345, 9_999_999_999_999_999_999, 10_000_000_000_000_000_000, .max] as [UInt64])
  func numbers(_ number: UInt64) {
    var lines = JSONLines(capacity: 0, prepared: PreparedTexts(["A"]))
    lines.begin(flow: "f", step: 0, to: lines.prepared(0), message: "M")
    lines.attribute("N", number)
    lines.end()
    #expect(lines.text == #"{"flow":"f","step":0,"to":"A","message":"M","attributes":{"N":""# + "\(number)\"}}\n")
  }

  @Test func wordsOfEveryLength() {
    var lines = JSONLines(capacity: 0)
    func add(_ name: StaticString, _ word: StaticString) { lines.attribute(name, word) }
    add("", "1")
    add("12", "123")
    add("1234", "1234567")
    add("12345678", "123456789012345")
    add("1234567890123456", "12345678901234567890123456789012")
    add("123456789012345678901234567890123", "")
    #expect(
      lines.text == #""":"1","12":"123","1234":"1234567","12345678":"123456789012345","#
        + #""1234567890123456":"12345678901234567890123456789012","123456789012345678901234567890123":"","#)
  }

  @Test func itCanBeReusedAfterRemoveAll() {
    var lines = JSONLines()
    lines.append(.acd)
    lines.removeAll()
    #expect(lines.count == 0 && lines.text == "")
    lines.end()
    #expect(lines.text == "}}\n")
  }
}

extension JSONLines {
  var text: String {
    withBytes { span in span.withUnsafeBytes { String(decoding: $0, as: UTF8.self) } }
  }
}
