import CallModel
import Testing

@testable import CallScenario

@Suite struct ScenarioRewritingTests {
  private static let head = """
    # A story, which record does not touch.
    scenario  Test

    party     A      extension
    party     Agent  extension  dn=1001


    """

  /// Records, and compares the result with what was sent: it must hold, and recording it again must not change it.
  private static func recorded(_ scene: HandBuilt, _ sent: [[String]], connID: String? = "1") -> String {
    func record(_ scene: HandBuilt) -> String {
      String(decoding: Scenario.recorded(Array(scene.text.utf8), scene.transcript(sent, connID: connID)), as: UTF8.self)
    }
    let first = record(scene)
    let again = HandBuilt(first)
    #expect(again.transcript(sent, connID: connID).report == [])
    #expect(record(again) == first)
    return first
  }

  private static func recorded(_ body: String, _ sent: [String]..., connID: String? = "1") -> String {
    let text = recorded(HandBuilt(head + body), sent, connID: connID)
    #expect(text.hasPrefix(head))
    return String(text.dropFirst(head.count))
  }

  @Test func aFileThatHoldsIsUnchanged() {
    let body =
      "A TX   # by hand\n\n# Odd, but right.\n \t A   E  X=1|2   Y=*?   # why\n  # more\n\tAgent E ...\n    ...\n\nmark *\n\n"
    #expect(Self.recorded(body, ["A E X=2", "Agent E Z=1", "A F"]) == body)
    let refused = "A TX\n  refused  IS not\n# end"
    #expect(Self.recorded(refused, ["refused A is not idle", "A EventError"]) == refused)
    #expect(Self.recorded("A TX\n    A E X=1", ["A E X=1"]) == "A TX\n    A E X=1")
  }

  @Test func aFileWithoutExpectations() {
    let body = """
      # The first.
      A TMakeCall Agent
      mark *
      Agent ring

      # The silent one.
      A TY
      after *
      # Refused.
      Agent busy
      Agent TX
      """
    let text = Self.recorded(
      body, ["A EventDialing OtherDN=1001 X=1"], ["Agent EventRinging ConnID=2", "A F ~CallType=Internal"], [],
      ["refused no"],
      [
        "refused no; possible now",
        "Agent EventError ErrorCode=1 ErrorMessage=\"it's \\\"no\\\"\" ~ReferenceID=7 ~CallType=X",
      ])
    #expect(
      text == """
        # The first.
        A TMakeCall Agent
            A      EventDialing  OtherDN=Agent X=1
        mark *
        Agent ring
            Agent  EventRinging  ConnID=2
            A      F             ConnID=1

        # The silent one.
        A TY

        after *
        # Refused.
        Agent busy
            refused
        Agent TX
            Agent  EventError    ErrorCode=1 ErrorMessage="it's \\"no\\"" ReferenceID=*

        """)
  }

  @Test func aMatchedLineChangesOnlyItsDifferences() {
    func line(_ old: String, _ sent: String, connID: String? = "1") -> String {
      let text = Self.recorded("A TX\n    \(old)\n", [sent], connID: connID)
      return String(text.dropFirst("A TX\n    ".count).dropLast())
    }
    #expect(line("A  E   X=1  Y=a|b   # why", "A E X=2 Y=b") == "A  E  X=2 Y=a|b  # why")
    #expect(line("A  E   X=1?  Y=2", "A E X=2 Y=2") == "A  E  X=2? Y=2")
    #expect(line("A  E   X=1? Y=1", "A E Y=2") == "A  E  X=1? Y=2")
    #expect(line("A  E   X=a|b Y=1", "A E X=c Y=1") == "A  E  X=c Y=1")
    #expect(line("A  E   X=1 Y=1", "A E Y=1") == "A  E  Y=1")
    #expect(line("A  E   X=1 # why", "A E") == "A  E  # why")
    #expect(line("A  E   Y=2", "A E X=1 Y=2 Z=3") == "A  E  X=1 Y=2 Z=3")
    #expect(line("A  E   X=1", "A E X=1 Y=\"a b\"") == "A  E  X=1 Y=\"a b\"")
    #expect(line("A  E # why", "A E X=1") == "A  E  X=1  # why")
    #expect(line("A E X=2 ...", "A E X=1 Y=2") == "A  E  X=1 ...")
    #expect(line("A E !X Y=2", "A E X=1 Y=2") == "A  E  X=1 Y=2")
    #expect(line("A E CallType=Inbound", "A E ~CallType=Internal") == "A  E  CallType=Internal")
    #expect(line("A E OtherDN=A", "A E OtherDN=1001") == "A  E  OtherDN=Agent")
    #expect(line("A E X=\"a # \\\" b\" Y=1 # c", "A E X=\"a # \\\" b\" Y=2") == "A  E  X=\"a # \\\" b\" Y=2  # c")
    #expect(line("A E OtherDN=A", "A E OtherDN=Agent") == "A  E  OtherDN=\"Agent\"")
    // A default is written if the value differs from it.
    #expect(line("A E X=1", "A E ConnID=2 X=1") == "A  E  ConnID=2 X=1")
    #expect(line("A E X=1", "A E !ConnID X=1") == "A  E  !ConnID X=1")
    #expect(line("A E ConnID=2", "A E") == "A  E  ConnID=1")
    #expect(line("A E ConnID=2", "A E !ConnID") == "A  E  !ConnID")
    #expect(line("A E !ThisDN", "A E") == "A  E  ThisDN=A")
    #expect(line("A E X=1", "A E X=1", connID: nil) == "A  E  ConnID=1 X=1")
  }

  @Test(arguments: [
    ("a b", "\"a b\""), ("a|b", "\"a|b\""), ("a?", "\"a?\""), ("*", "\"*\""), ("a#b", "a#b"), ("\\", "\\"),
    ("a \\", "\"a \\\\\""),
    ("a?b*c", "a?b*c"), ("\"", "\"\\\"\""), ("\u{a0}", "\u{a0}"), ("\"\u{301}", "\"\\\"\u{301}\""), ("", "*"),
    ("a\nb", "*"), ("a\tb", "*"),
    ("\u{85}", "*"),
  ]) func valuesAreQuotedWhereTheyMustBe(value: String, written: String) {
    let scene = HandBuilt(Self.head + "A TX")
    var transcript = scene.transcript(["A E X=1"])
    guard case .step(var step) = transcript.flows[0].entries[0] else { return }
    step.messages[0].attributes[2].value = value
    transcript.flows[0].entries[0] = .step(step)
    let text = String(decoding: Scenario.recorded(Array(scene.text.utf8), transcript), as: UTF8.self)
    #expect(text == scene.text + "\n    A  E  X=" + written + "\n")
    transcript.scenario = HandBuilt(text).scenario
    guard case .action(let action) = transcript.scenario.flows[0].statements[0] else { return }
    step.action = action
    transcript.flows[0].entries[0] = .step(step)
    #expect(transcript.report == [])
  }

  /// Played by the T-Server: the recorded file parses, holds, and recording it again changes nothing.
  private static func recordedByPlaying(_ text: String) throws -> String {
    func record(_ text: String) throws -> (text: String, differences: Int) {
      let bytes = Array(text.utf8)
      let transcript = try Scenario(parsing: bytes, path: "x").replay()
      return (String(decoding: Scenario.recorded(bytes, transcript), as: UTF8.self), transcript.differences().count)
    }
    let first = try record(text).text
    let again = try record(first)
    #expect(again.differences == 0)
    #expect(Text(again.text) == Text(first))
    return first
  }

  @Test(arguments: [
    "\"\u{301}", "\\\u{301}", "a\"\u{301}\u{301},", " \u{301}", "\u{3000}", "#\u{301}", "|\u{301}", "\u{37E}",
  ])
  func userDataOfAnyCharactersAreRecorded(_ value: String) throws {
    let text = """
      scenario  x

      party     A  extension
      party     B  extension

      A TMakeCall B
          ...
      A TAttachUserData k=\(value.spelled(inQuotes: true)) l=\(value.spelled())
          A  EventAttachedDataChanged  UserData=other ThirdPartyDN=A

      """
    // In the list of pairs, a comma and a quote need quotes of their own.
    let pair = value.utf8.contains(.quote) ? value.spelled(inQuotes: true) : value
    let data = "k=\(pair), l=\(pair)".spelled()
    let expected = text.utf8.split(separator: .lineFeed, omittingEmptySubsequences: false).dropLast(2).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(
      try Self.recordedByPlaying(text).utf8.elementsEqual(
        (expected.joined(separator: "\n") + "\n    A  EventAttachedDataChanged  UserData=\(data) ThirdPartyDN=A\n").utf8
      ))
  }

  /// B has two calls, so each of its lines states its call; A and C have one call each.
  @Test func withTwoCallsALineNamesItsCall() throws {
    let text = """
      scenario x
      party A extension
      party B extension
      party C extension
      A TMakeCall B
          ...
      B ring
          ...
      B TAnswerCall
          ...
      B THoldCall
      C TMakeCall B
      B ring
      B TRetrieveCall on 3
      A TReleaseCall
      B TAnswerCall

      """
    #expect(
      try Self.recordedByPlaying(text).hasSuffix(
        """
        B THoldCall
            B  EventHeld         OtherDN=A
        C TMakeCall B
            C  EventDialing      ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
        B ring
            B  EventRinging      ConnID=2 ThisDNRole=Destination OtherDN=C OtherDNRole=Origination CallState=OK
        B TRetrieveCall on 3
            B  EventError        ConnID=3 ErrorCode=56 ErrorMessage="Invalid connection ID" ReferenceID=*
        A TReleaseCall
            A  EventReleased     OtherDN=B CallState=OK
            B  EventReleased     ConnID=1 OtherDN=A CallState=OK
        B TAnswerCall
            C  EventEstablished  ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
            B  EventEstablished  ThisDNRole=Destination OtherDN=C OtherDNRole=Origination

        """))
  }

  @Test func newAndRemovedMessages() {
    // In its recipient's order, after the message before it, and not between a comment and its line.
    #expect(
      Self.recorded("A TX\n  # one\n  A  E  X=1\n  # two\n  A  G\n", ["A E X=1", "Agent H", "A F", "A G"])
        == "A TX\n    # one\n    A      E  X=1\n    Agent  H\n    A      F\n    # two\n    A      G\n")
    #expect(
      Self.recorded("A TX\n  # one\n  A  E\n  A  G\n", ["A F", "A E", "A G"])
        == "A TX\n    A  F\n    # one\n    A  E\n    A  G\n")
    #expect(
      Self.recorded("A TX\n  A  E\n  A  G\n\nmark *\n", ["A G", "A E"]) == "A TX\n    A  G\n    A  E\n\nmark *\n")
    // A new message replaces a removed one; the comments of removed ones stay.
    #expect(
      Self.recorded(
        "A TX\n    # one\n    A  E  X=1\n    # two\n    A  G  X=1  # why\n", ["A E X=1", "A LongerName Y=1"])
        == "A TX\n    # one\n    A  E           X=1\n    # two\n    A  LongerName  Y=1  # why\n")
    #expect(
      Self.recorded("A TX\n    A  E\n    A  G  X=1  # why\n    A  F\n", ["A E", "A F"])
        == "A TX\n    A  E\n    # why\n    A  F\n")
    #expect(Self.recorded("A TX\n    A  E\n    A  G\n", []) == "A TX\n")
  }

  @Test func furtherMessagesStayAllowed() {
    #expect(Self.recorded("A TX\n    A  E  X=1\n    ...\n", ["A E X=2", "A F"]) == "A TX\n    A  E  X=2\n    ...\n")
    #expect(Self.recorded("A TX\n    A  E  X=1\n    ...\n", ["A F"]) == "A TX\n    ...\n")
    #expect(
      Self.recorded("A TX\n    ...\n", ["refused no", "A EventError X=1"]) == "A TX\n    A  EventError  X=1\n    ...\n")
  }

  @Test func refusals() {
    #expect(
      Self.recorded("A TX\n  refused  why  # so\n", ["refused it is on; possible", "A EventError"])
        == "A TX\n    refused it is on  # so\n")
    #expect(
      Self.recorded("A TX\n  refused why  # so\n", ["refused \"A\" # is \\ on"])
        == "A TX\n    refused \"\\\"A\\\" # is \\\\ on\"  # so\n")
    #expect(Self.recorded("A TX\n  refused it's \"so  # \" so\n", ["refused no"]) == "A TX\n    refused no  # \" so\n")
    #expect(Self.recorded("A TX\n  refused why\n", ["refused \u{85}"]) == "A TX\n    refused\n")
    #expect(Self.recorded("A TX\n    refused  # so\n\n", ["A E X=1"]) == "A TX\n    A  E  X=1\n    # so\n")
    #expect(Self.recorded("A TX\n    refused\n", []) == "A TX\n")
    #expect(
      Self.recorded("A TX\n    A  E  X=1  # so\n", ["refused no", "A EventError ErrorMessage=no"])
        == "A TX\n    A  EventError  ErrorMessage=no  # so\n")
    #expect(
      Self.recorded("A hold\n    A  E  # one\n    A  F  # two\n    ... # 3\n", ["refused no"])
        == "A hold\n    refused  # one\n    # two\n    # 3\n")
    #expect(Self.recorded("A TX\n", ["refused no", "A EventError !ConnID"]) == "A TX\n    A  EventError  !ConnID\n")
  }

  /// A file that is written has the layout of `fmt`; so does every line of it.
  @Test func theWholeFileIsLaidOut() {
    #expect(
      Self.recorded(
        "A TX\n\tA EventRinging X=1\n\tAgent   EventEstablished X=1\n\n\nA TY\n",
        ["A EventRinging X=1", "Agent EventEstablished X=1"], ["A E X=1", "Agent EventDestinationBusy X=2"])
          == """
          A TX
              A      EventRinging          X=1
              Agent  EventEstablished      X=1

          A TY
              A      E                     X=1
              Agent  EventDestinationBusy  X=2

          """)
  }

  @Test func carriageReturnsStay() {
    #expect(
      Self.recorded(
        HandBuilt("scenario S\r\nparty A extension\r\n\r\nA TX\r\n    A  E  X=1  # c\r\nA TY"), [["A E X=2"], ["A F"]])
        == "scenario  S\r\n\r\nparty     A  extension\r\n\r\nA TX\r\n    A  E  X=2  # c\r\nA TY\r\n    A  F\r\n")
    #expect(
      Self.recorded(HandBuilt("scenario S\nparty A extension\nA TX\r"), [["A E"]])
        == "scenario  S\n\nparty     A  extension\n\nA TX\n    A  E\n")
    #expect(
      Self.recorded(HandBuilt("scenario S\nparty A extension\nA TX\n    A E"), [[]])
        == "scenario  S\n\nparty     A  extension\n\nA TX\n")
  }

  @Test func senders() {
    let scene = HandBuilt(
      "scenario S\nserver ivr-server\nparty IVR extension\nparty S extension dn=7\nIVR NewCall\nS busy\n    IVR  Status  from=IVR p=1\n"
    )
    #expect(
      Self.recorded(scene, [["S NewCall from=IVR"], ["IVR Status from=S p=1 q=2"]])
        == """
        scenario  S
        server    ivr-server

        party     IVR  extension
        party     S    extension  dn=7

        IVR NewCall
            S    NewCall  from=IVR
        S busy
            IVR  Status   from=S  p=1 q=2

        """
    )
  }

  /// Whatever stood there and whatever is sent: the recorded file holds, and keeps all comments.
  /// A scenario is recorded with only its refusals expected.
  @Test(arguments: ScenarioFile.someOfAll)
  func theLinesThatATestOffersAreRecorded(_ file: ScenarioFile) throws {
    let lines = FileLines(file.bytes).lines.filter {
      !FileLines.isExpectation($0.text) || ExpectationLine(parsing: $0.text).words[0] == "refused"
    }
    let bytes = FileLines.joined(lines)
    let transcript = try Scenario(parsing: bytes, path: file.path).replay()
    let spelling = Spelling(transcript.scenario)
    let offered = transcript.differences().flatMap { difference -> [String] in
      let messages: [Message] =
        switch difference.kind {
        case .unexpected(let message): [message]
        case .refused: difference.step.messages
        default: []
        }
      return messages.map { spelling.text(of: $0, in: difference.step, ExpectationColumns()) }
    }
    let recorded = FileLines(Scenario.recorded(bytes, transcript)).lines.map(\.text)
      .filter(FileLines.isExpectation).map { ExpectationLine(parsing: $0) }
      .filter { $0.words.count >= 2 && $0.words[0] != "refused" }
    #expect(recorded.map(\.words) == offered.map { ExpectationLine(parsing: $0.utf8).words })
    #expect(try Scenario.formatted(Scenario.recorded(bytes, transcript)) == Scenario.recorded(bytes, transcript))
  }

  @Test func anythingCanBeRecorded() {
    var random = SplitMix(state: 7)
    for round in 0..<500 {
      func attributes(_ patterns: [String]) -> String {
        ["X", "Y", "ConnID"].filter { _ in random.below(3) == 0 }.map { name in
          let pattern = patterns[random.below(patterns.count)]
          return pattern == "!" ? " !" + name : " " + name + "=" + pattern
        }.joined()
      }
      func lines(_ patterns: [String]) -> [String] {
        (0..<random.below(7)).map { _ in
          ["A", "Agent"][random.below(2)] + " " + ["E", "F", "G"][random.below(3)] + attributes(patterns)
        }
      }
      var body = ""
      var sent: [[String]] = []
      for action in 0..<3 {
        body += "A TX\n"
        if random.below(6) == 0 {
          body += "  refused" + ["", " no", " other"][random.below(3)] + " # c\n"
        } else {
          for line in lines(["1", "2", "1|2", "1?", "*", "*?", "!"]) {
            if random.below(3) == 0 { body += "  # c\n" }
            body += "  " + line + (random.below(4) == 0 ? " ..." : "") + (random.below(3) == 0 ? " # c\n" : "\n")
          }
          if random.below(4) == 0 { body += "  ...\n" }
        }
        body += ["", "\n", "# c\n"][random.below(3)] + "mark m\(action)\n"
        sent.append(random.below(5) == 0 ? ["refused no", "A EventError X=1"] : lines(["1", "2", "3"]))
      }
      let text = Self.recorded(HandBuilt(Self.head + body), sent)
      #expect(text.count { $0 == "#" } == (Self.head + body).count { $0 == "#" }, "round \(round)")
      #expect(text.hasPrefix(Self.head))
    }
  }
}

/// A random generator with the same numbers in every run.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
