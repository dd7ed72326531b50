import Testing

@testable import CallReport
@testable import CallScenario

/// What a session says to people and to programs.
@Suite struct SessionTextTests {
  /// The session after these lines, and its answer to the last.
  private func answer(_ lines: String..., auto: Bool = false) -> (answer: Session.Answer, session: Session) {
    var session = Session(isAutomatic: auto, Transcript.Detail(hints: true, views: true))
    for line in lines.dropLast() { _ = session.answer(to: line) }
    return (session.answer(to: lines.last ?? ""), session)
  }

  private static let call = ["party A extension", "party B extension", "A TMakeCall B"]

  private func text(_ lines: String..., auto: Bool = false, as text: SessionText = SessionText()) -> String {
    var session = Session(isAutomatic: auto, Transcript.Detail(hints: true, views: true))
    for line in (Self.call + lines).dropLast() { _ = session.answer(to: line) }
    let answer = session.answer(to: (Self.call + lines).last ?? "")
    return text.text(answer, of: session)
  }

  private func json(_ lines: String..., auto: Bool = false, attributes: AttributeChoice = .listed) -> String {
    var session = Session(isAutomatic: auto, Transcript.Detail(unlisted: attributes == .all, hints: false))
    for line in (Self.call + lines).dropLast() { _ = session.answer(to: line) }
    let answer = session.answer(to: (Self.call + lines).last ?? "")
    var written = JSONLines()
    written.append(answer, of: session, SessionText(), attributes: attributes)
    return String(decoding: written.bytes, as: UTF8.self)
  }

  @Test func anAction() {
    #expect(
      text() == """
        A TMakeCall B
          A  EventDialing  ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
          A is dialing (call 1); B is not ringing yet (call 1)

        """)
    // A reader who has typed the action does not need it again.
    #expect(
      text(as: SessionText(repeatsLines: false)) == """
          A  EventDialing  ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
          A is dialing (call 1); B is not ringing yet (call 1)

        """)
    #expect(text("mark *") == "" && text("# x") == "" && text("B rng") == "" && text(":quit") == "")
  }

  @Test func whatTheSwitchDoesByItselfHasAHeading() {
    #expect(
      text(auto: true, as: SessionText(repeatsLines: false)).contains(
        "\nB ring\n  B  EventRinging  ThisDNRole=Destination")
    )
  }

  @Test func refusals() {
    #expect(
      text("B TAnswerCall") == """
        B TAnswerCall
          refused: B cannot answer: it is not ringing (the call is still on its way to
          it)
          possible now: ring, busy, park, TMakeCall A
          B  EventError  ErrorCode=1161 ErrorMessage="Incorrect object state"
                         ReferenceID=*

        """)
    #expect(text("A ring").hasPrefix("A ring\n  refused: A cannot ring: "))
    #expect(text(":undo 9") == "  there are only 3 statements to take back\n")
    #expect(text(":stat") == "  unknown command :stat\n  did you mean :state?\n")
  }

  @Test func commands() {
    #expect(
      text("mark *", ":state") == """
        Session, after step 1 of main
          A  extension  dialing (call 1)
          B  extension  not ringing yet (call 1)
          marks: *

        """)
    #expect(
      text(":why") == """
        A TMakeCall B
          rule    A call is made to a device
          source  Basic Call Models, Internal/Inbound Call
          sends   A EventDialing

        """)
    #expect(text("wait 1s", ":undo") == "The last statement is taken back: after step 1 of main.\n")
    #expect(
      text("B ring", ":undo 2") == "2 statements are taken back: at the start.\n")
    #expect(text(":next B").hasPrefix("Possible actions after step 1 of main, A TMakeCall B\n\nB\n"))
    #expect(text(":save x") == "saved: x\n" && text(":save").hasPrefix("scenario  Session\n"))
    let help = text(":help")
    #expect(Session.Command.allCases.allSatisfy { help.contains($0.spelling) })
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func aMistakeIsShownBelowItsPlace() {
    let (answer, _) = answer("party A extension", "party B extension", "A TMakeCal B")
    guard case .mistakes(let mistakes) = answer.content else {
      Issue.record("no mistake")
      return
    }
    let text = SessionText()
    #expect(
      text.text(mistakes.diagnostics[0], behind: 9)
        == "           ^~~~~~~~\n  unknown verb TMakeCal\n  did you mean TMakeCall?\n")
    #expect(text.text(mistakes.diagnostics[0], behind: 71) == "  unknown verb TMakeCal\n  did you mean TMakeCall?\n")
  }

  @Test func linesOfJSON() {
    let dialing = #"""
      {"to":"A","message":"EventDialing","attributes":{"ConnID":"1","ThisDN":"A","ThisDNRole":"Origination",\#
      "OtherDN":"B","OtherDNRole":"Destination"}}
      """#
    #expect(json() == "{\"ok\":true,\"step\":1,\"events\":[\(dialing)]}\n")
    let own = json(auto: true)
    #expect(own.hasPrefix("{\"ok\":true,\"step\":2,\"events\":[\(dialing),{\"to\":\"B\",\"message\":\"EventRinging\""))
    #expect(own.hasSuffix("],\"actions\":[\"B ring\"]}\n"))
    #expect(json("B TRegisterAddress", auto: true).hasSuffix("],\"actions\":[]}\n"))
    for line in ["", "# x", "mark *", "wait 5s", ":quit"] {
      #expect(json(line) == "{\"ok\":true,\"step\":1,\"events\":[]}\n", "\(line)")
    }
    #expect(json("party C extension").hasPrefix("{\"ok\":false,\"error\":\"4:1: `party` belongs to the header"))
    #expect(json("    A  EventDialing").hasPrefix("{\"ok\":false,\"error\":\"4:5: nothing is expected here"))
    #expect(json("B rng") == "{\"ok\":false,\"error\":\"4:3: unknown verb rng; did you mean ring?\"}\n")
    #expect(json(":undo 9") == "{\"ok\":false,\"error\":\"there are only 3 statements to take back\"}\n")
    #expect(
      json("A ring").hasPrefix("{\"ok\":false,\"refused\":\"A cannot ring: ") && !json("A ring").contains("events"))
    let refused = json("A TAnswerCall", auto: true)
    #expect(refused.hasPrefix("{\"ok\":false,\"refused\":\"A cannot answer: it is not ringing"))
    #expect(refused.contains("\",\"events\":[{\"to\":\"A\",\"message\":\"EventError\",\"attributes\":{"))
    #expect(refused.hasSuffix("}}]}\n"))
    #expect(
      json(":undo", auto: false)
        == "{\"ok\":true,\"step\":0,\"events\":[],\"text\":\"The last statement is taken back: at the start.\\n\"}\n")
    #expect(json("B ring", attributes: .all).contains("\"CallType\":\"Internal\""))
    #expect(
      json(#"A TAttachUserData k="a \"b\" c""#, attributes: .all).contains(#""UserData":"k=\"a \\\"b\\\" c\"""#))
  }

  @Test func everyAnswerIsOneLine() {
    let lines = [":help", ":state", ":next", ":why", ":save", ":save f", "A TMakeCal B C D=", "\u{7F}", ":\u{2028}x"]
    for line in lines {
      let written = json(line)
      #expect(written.utf8.count { $0 == UInt8(ascii: "\n") } == 1 && written.hasSuffix("}\n"), "\(line)")
    }
  }
}
