@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct HTMLRowsTests {
  /// The rows of messages to A and B, and for each whether it differs from what was kept.
  private func rows(_ messages: [Message], _ choice: AttributeChoice = .all) -> (rows: [String], changed: [Bool]) {
    var rows = HTMLRows(choice)
    var texts: [String] = []
    var changed: [Bool] = []
    for message in messages {
      var text = TextBuffer(capacity: 0)
      text.add("before ")
      let place = Self.add(message, to: &rows, &text, choice)
      texts.append(text.string(from: 7))
      changed.append(place != nil)
    }
    return (texts, changed)
  }

  private static func add(
    _ message: Message, to rows: inout HTMLRows, _ text: inout TextBuffer, _ choice: AttributeChoice
  ) -> Int? {
    rows.add(message, rows.match(message, message.to), to: &text) { text in
      text.add(message.to)
      text.add(" ")
      text.add(built: message.name)
    } piece: { index, text in
      text.add(built: Self.piece(message.attributes[index], choice))
    }
  }

  private static func piece(_ attribute: Message.Attribute, _ choice: AttributeChoice) -> String {
    if attribute.isListed { return " \(attribute.name)=\(attribute.value)" }
    return choice == .all ? " [\(attribute.name)=\(attribute.value)]" : ""
  }

  /// As `rows` writes it if nothing is kept.
  private func expected(_ messages: [Message], _ choice: AttributeChoice = .all) -> [String] {
    messages.map { message in
      "\(message.to) \(message.name)" + message.attributes.map { Self.piece($0, choice) }.joined()
    }
  }

  /// `A EventRinging ConnID=1 [CallID=1]`, as messages of a server whose attributes have no numbers.
  private func messages(_ texts: [String]) -> [Message] {
    let sample = Sample(parties: ["A extension", "B extension"])
    return texts.map { sample.message($0) }
  }

  @Test func onlyWhatDiffersIsWritten() {
    let messages = messages([
      "A EventRinging ConnID=1 OtherDN=B", "A EventRinging ConnID=1 OtherDN=B", "A EventRinging ConnID=22 OtherDN=B",
      "A EventRinging ConnID=22 OtherDN=B", "B EventRinging ConnID=22 OtherDN=B", "A EventRinging ConnID=22 OtherDN=B",
    ])
    let (rows, changed) = rows(messages)
    #expect(rows == expected(messages))
    #expect(changed == [true, false, true, false, true, false])
  }

  /// Other attributes, fewer and more, longer values that are alike at both ends, and values that are equal as strings.
  @Test func eachDifferenceIsSeen() {
    let all = [
      "ConnID=1 CallState=OK", "ConnID=1 [CallState=OK]", "ConnID=1", "", "CallState=OK ConnID=1",
      "ConnID=1 ThisDN=A CallState=OK", "ConnID=12345678-a-12345678", "ConnID=12345678-b-12345678", "ConnID=\u{E9}",
      "ConnID=e\u{301}", "ConnID=12345678-é-12345678",
    ].map { "A EventRinging \($0)" }
    let messages = messages(all.flatMap { one in all.flatMap { [one, $0] } })
    #expect(messages.count == 2 * all.count * all.count)
    for choice in [AttributeChoice.listed, .all] { #expect(rows(messages, choice).rows == expected(messages, choice)) }
  }

  /// Values of unlisted attributes, which the rows do not have.
  @Test func whatIsNotShownMakesNoDifference() {
    let messages = messages(["A EventRinging ConnID=1 [CallID=1]", "A EventRinging ConnID=1 [CallID=2]"])
    #expect(rows(messages, .listed).changed == [true, false])
    #expect(rows(messages, .all).changed == [true, true])
  }

  /// The head is written again where the call or the shape differs, although its length changes.
  @Test func headsTellCallsAndShapesApart() {
    var rows = HTMLRows(.all)
    var message = messages(["A EventRinging ConnID=1 OtherDN=B"])[0]
    let rowsOfCalls = [("1", 7), ("1", 7), ("10", 7), (nil, 7), ("", 7), ("1", 7), ("1", 100), ("1", 100)].map {
      (call: String?, shape: Int) in
      message.call = call
      var text = TextBuffer(capacity: 0)
      _ = rows.add(message, rows.match(message, 0), shape: shape, to: &text) { text in
        text.add(built: "\(call ?? "none"):\(shape)")
      } piece: { index, text in
        text.add(built: " \(message.attributes[index].value)")
      }
      return text.take()
    }
    #expect(rowsOfCalls == ["1:7", "1:7", "10:7", "none:7", ":7", "1:7", "1:100", "1:100"].map { "\($0) 1 B" })
  }

  /// The shape of a row is known only to messages with the same attributes.
  @Test func theShapeIsThatOfTheAttributes() {
    let messages = messages([
      "A EventRinging ConnID=1 OtherDN=B", "A EventRinging ConnID=2 OtherDN=A", "A EventRinging ConnID=1",
      "A EventRinging ConnID=1 [OtherDN=B]", "A EventRinging ConnID=1 ThisDN=B", "A EventHeld ConnID=1 OtherDN=B",
    ])
    var rows = HTMLRows(.all)
    var text = TextBuffer(capacity: 0)
    _ = rows.add(messages[0], rows.match(messages[0], 0), shape: 5, to: &text) { _ in
    } piece: { _, _ in
    }
    #expect(messages.map { rows.match($0, 0).shape } == [5, 5, nil, nil, nil, nil])
    #expect(rows.match(messages[0], 1).shape == nil)
  }

  @Test func longRowsAreNotKept() {
    let long = String(repeating: "x", count: 2000)
    let many = (0..<40).map { "a\($0)=1" }.joined(separator: " ")
    for attributes in ["ConnID=\(long)", many] {
      let messages = messages(Array(repeating: "A EventRinging \(attributes)", count: 2))
      let (rows, changed) = rows(messages)
      #expect(rows == expected(messages))
      #expect(changed == [true, true])
    }
  }

  /// More kinds of messages than there is room for.
  @Test func olderRowsAreReplaced() {
    let names = (0..<300).map { "Event\($0)" }
    let messages = messages((names + names).map { "A \($0) ConnID=1" })
    #expect(rows(messages).rows == expected(messages))
  }

  @Test func aForgottenRowIsWrittenAgain() throws {
    let message = messages(["A EventRinging ConnID=1"])[0]
    var rows = HTMLRows(.all)
    var text = TextBuffer(capacity: 0)
    let place = try #require(Self.add(message, to: &rows, &text, .all))
    rows.forget(place)
    let again = Self.add(message, to: &rows, &text, .all)
    #expect(again == place)
    #expect(text.take() == "0 EventRinging ConnID=10 EventRinging ConnID=1")
  }

  /// User data, which messages of one call share, and messages whose attributes have numbers.
  @Test func rowsOfATServer() throws {
    let transcript = try Scenario(
      parsing: """
        scenario  T
        party     A  extension
        party     B  extension
        A TMakeCall B data.k=v
        B ring
        B TAnswerCall
        A TUpdateUserData data.k=w
        A TReleaseCall
        A TMakeCall B data.k=v
        B ring
        """
    ).replay(.everything)
    let messages = transcript.flows[0].entries.flatMap { $0.numberedMessages?.messages ?? [] }
    for choice in [AttributeChoice.listed, .all] {
      #expect(rows(messages + messages, choice).rows == expected(messages + messages, choice))
    }
  }
}
