import Testing

@testable import CallModel

/// Each sentence about a state or a step bites: the deed is told otherwise than it is.
struct RecordingInvariantsTests {
  private typealias Alter = (inout Recording, inout [Recording.Event]) -> Void

  private static let start = "TPrivateService PrivateMsgID=GSIP_RECORD_START"
  private static let connected = ["D1 connect D2"]
  private static let recorded = connected + ["D2 " + start]
  private static let consulting = recorded + ["D2 consult D3"]
  private static let conference = recorded + ["D2 conference D3"]

  private static func server() -> TestServer<Recording> {
    TestServer(
      "D1 device", "D2 device record-consult-calls=true", "D3 device", "SIP sip-server", "Media media-server",
      "Recorder recording-server")
  }

  private func broken(_ deed: String, after texts: [String] = [], _ alter: Alter = { _, _ in }) -> String? {
    var server = Self.server()
    for text in texts { _ = server.says(text) }
    let before = server.state
    _ = server.says(deed)
    var (state, events) = (server.state, server.events)
    alter(&state, &events)
    return Recording.broken(by: server.action(deed), from: before, to: state, telling: events)
  }

  typealias Wrong = WrongRule<Recording>

  /// For each sentence a wrong rule that breaks it, and the shortest path on which the explorer meets it.
  static let wrong: [Wrong] = states + answers + dialogs + sessions + media

  private static let states: [Wrong] = [
    Wrong("a device is in one call", "D1 connect D2", in: "Two devices are connected") { $0 + $0 },
    Wrong(
      "no device is recorded while it is consulted", "D1 connect D2", "D1 consult D3", "D3 \(start)",
      in: "The consulted party cannot be recorded"
    ) { [$0[0], Recording.change(.starts(.session))] + Recording.acknowledgement },
    Wrong(
      "a recording does not outlive its device's part in the call", "D1 TRouteCall D2 record=source", "D1 transfer D3",
      in: "A call recorded for the leaving party is transferred"
    ) { $0.without(0) },
    Wrong("a device has one recording at a time", "D1 connect D2", "D1 \(start)", in: begins) {
      $0 + [Recording.change(.starts(.session))]
    },
    Wrong(
      "a recorded call has two recording dialogs, and one that is not recorded has none", "D1 connect D2",
      "D1 \(start)", in: begins
    ) { $0.without(1) },
    // The party leaves as if it took a consulted one with it.
    Wrong(
      "a conference has three dialogs of its own", "D1 connect D2", "D1 conference D3", "D1 hangUp",
      in: "A party leaves a conference"
    ) { _ in [Recording.change(.consults(isRecorded: false)), Recording.change(.leavesConsultation)] },
  ]

  private static let answers: [Wrong] = [
    Wrong(
      "every TPrivateService is answered once", "D1 TPrivateService", in: "Without a call there is nothing to record"
    ) { $0.dropLast() },
    Wrong("a TRouteCall routes or is answered by EventError", "D1 TRouteCall D2", in: "A call is routed") {
      $0.dropLast()
    },
    Wrong("only a request is answered", "D1 connect D2", in: "Two devices are connected") {
      $0 + Recording.acknowledgement
    },
    Wrong("every request is answered at once", "D1 connect D2", "D1 hangUp", in: "A call ends") { $0.without(1) },
    Wrong("every answer follows its request", "D1 connect D2", "D1 hangUp", in: "A call ends") { $0.without(0) },
    Wrong(
      "every INVITE and re-INVITE is acknowledged", "D1 connect D2", "D1 transfer D3", in: "A call is transferred"
    ) { $0.without(6) },
  ]

  private static let dialogs: [Wrong] = [
    Wrong("dialogs are numbered as they are opened", "D1 connect D2", "D1 \(start)", in: begins) {
      $0[..<2] + Recording.opensLeg(.second, .b) + Recording.opensLeg(.first, .a) + $0[8...]
    },
    Wrong("no message uses a dialog that is not open", "D1 connect D2", "D1 \(start)", in: begins) {
      $0[..<2] + $0.suffix(4) + $0[2...].dropLast(4)
    },
    Wrong(
      "the dialogs that are open are those of the calls", "D1 connect D2", "D1 conference D3", "D1 hangUp",
      in: "A party leaves a conference"
    ) { $0.dropLast(6) },
    Wrong(
      "a recording dialog carries what was offered on it", "D1 TRouteCall D2 record=source", "D1 conference D3",
      in: "A recorded call becomes a conference"
    ) { $0.dropLast(6) },
  ]

  private static let sessions: [Wrong] = [
    Wrong(
      "INFO goes to the first of a call's recording dialogs", "D1 connect D2", "D1 \(start)", in: begins
    ) { clauses in
      let values: [Recording.Value] = [
        .of(.dialog, .second), .of(.session, .session), .number(.msml, Recording.MSML.record),
      ]
      let told: [Recording.Clause] = [
        .sends(.sip, .info, to: .media, values), .sends(.media, .ok, to: .sip, [.of(.dialog, .second)]),
      ]
      return clauses.dropLast(3) + told + clauses.suffix(1)
    },
    Wrong("Media Server is told what becomes of a session", "D1 connect D2", "D1 \(start)", in: begins) {
      $0.dropLast(3) + $0.suffix(1)
    },
    Wrong(
      "every recording is fetched once, when its call is over", "D1 TRouteCall D2 record=source", "D1 hangUp",
      in: "A recorded call ends"
    ) { $0.dropLast(2) },
  ]

  private static let media: [Wrong] = [
    Wrong(
      "a party that is no longer in a call has hung up or been told", "D1 connect D2", "D1 hangUp", in: "A call ends"
    ) { $0.without(2, 3) },
    Wrong(
      "each party gets the media of the party it talks to, or of Media Server", "D1 connect D2", "D1 consult D3",
      in: "A consultation is not recorded"
    ) { $0.without(1, 2, 3) },
  ]

  private static let begins = "A recording begins"

  /// A session gets the next number, and one that has ended never goes on: no rule can say otherwise.
  static let beyondRules = "the number of a session is not used again"

  @Test(arguments: wrong.indices)
  func theExplorerMeetsIt(_ index: Int) { Self.wrong[index].isMet(from: Self.server()) }

  @Test func whatHoldsBreaksNothing() {
    #expect(broken("D2 consult D3", after: Self.recorded) == nil)
    #expect(broken("D1 hangUp", after: Self.conference) == nil)
    #expect(broken("D1 hangUp", after: Self.consulting) == nil)
  }

  @Test func aboutTheState() {
    func state(_ deed: String, after texts: [String], _ alter: (inout RecordedCall) -> Void) -> String? {
      broken(deed, after: texts) { state, _ in alter(&state.calls[0]) }
    }
    #expect(state("D1 connect D2", after: []) { $0.parties[1] = $0.parties[0] } == "a device is in one call")
    #expect(
      state("D2 consult D3", after: Self.recorded) { call in
        call.sessions.append(.init(number: 2, device: call.consultation?.consulted ?? .none))
      } == "no device is recorded while it is consulted")
    #expect(
      state("D2 \(Self.start)", after: Self.connected) {
        $0.sessions.append(.init(number: 2, device: Recording.Party(3)))
      }
        == "a recording does not outlive its device's part in the call")
    #expect(
      state("D2 \(Self.start)", after: Self.connected) { $0.sessions.append($0.sessions[0]) }
        == "a device has one recording at a time")
    #expect(
      state("D2 \(Self.start)", after: Self.connected) { $0.legs.removeLast() }
        == "a recorded call has two recording dialogs, and one that is not recorded has none")
    #expect(
      state("D2 conference D3", after: Self.recorded) { $0.bridge = [] } == "a conference has three dialogs of its own")
  }

  @Test func aboutAnswers() {
    func told(_ deed: String, after texts: [String], _ alter: (inout [Recording.Event]) -> Void) -> String? {
      broken(deed, after: texts) { _, events in alter(&events) }
    }
    #expect(
      told("D2 \(Self.start)", after: Self.connected) { $0.removeLast() } == "every TPrivateService is answered once")
    #expect(
      told("D2 \(Self.start)", after: Self.recorded) { $0.append($0[1]) } == "every TPrivateService is answered once")
    #expect(
      told("D1 TRouteCall D2", after: Self.connected) { $0.removeLast() }
        == "a TRouteCall routes or is answered by EventError")
    #expect(
      told("D1 hangUp", after: Self.recorded) { $0[1].type = .eventACK } == "only a request is answered")
    let unanswered = "every request is answered at once"
    #expect(told("D1 hangUp", after: Self.recorded) { $0.remove(at: 3) } == unanswered)
    #expect(told("D1 hangUp", after: Self.recorded) { $0[5].values[.dialog] = 2 } == unanswered)
    #expect(told("D1 hangUp", after: Self.recorded) { $0[11].values[.session] = 2 } == unanswered)
    #expect(
      told("D1 hangUp", after: Self.recorded) { $0.insert($0[1], at: 4) } == "every answer follows its request")
    #expect(
      told("D2 transfer D3", after: Self.connected) { $0.remove(at: 2) } == "every INVITE and re-INVITE is acknowledged"
    )
  }

  @Test func aboutDialogs() {
    let start = "D2 \(Self.start)"
    func numbered(_ old: UInt32, _ new: UInt32) -> Alter {
      { _, events in
        for index in events.indices where events[index].values[.dialog] == old {
          events[index].values[.dialog] = new
        }
      }
    }
    #expect(broken(start, after: Self.connected, numbered(2, 3)) == "dialogs are numbered as they are opened")
    #expect(
      broken(start, after: Self.recorded + ["D2 TPrivateService PrivateMsgID=GSIP_RECORD_STOP"], numbered(3, 1))
        == "dialogs are numbered as they are opened")
    #expect(broken("D1 hangUp", after: Self.recorded, numbered(2, 7)) == "no message uses a dialog that is not open")
    #expect(
      broken(start, after: Self.connected) { state, _ in state.calls[0].legs[1].number = 9 }
        == "the dialogs that are open are those of the calls")
    #expect(
      broken("D2 consult D3", after: Self.recorded) { state, _ in state.calls[0].legs[0].carries = Recording.Party(1) }
        == "a recording dialog carries what was offered on it")
  }

  @Test func aboutSessions() {
    let start = "D2 \(Self.start)"
    #expect(
      broken(start, after: Self.connected) { _, events in
        for index in events.indices.suffix(3) where events[index].values[.dialog] == 1 {
          events[index].values[.dialog] = 2
        }
      } == "INFO goes to the first of a call's recording dialogs")
    #expect(
      broken(start, after: Self.recorded + ["D2 TPrivateService PrivateMsgID=GSIP_RECORD_STOP"]) { state, _ in
        state.calls[0].sessions = [.init(number: 1, device: Recording.Party(2))]
      } == Self.beyondRules)
    #expect(
      broken("D2 TPrivateService PrivateMsgID=GSIP_RECORD_PAUSE", after: Self.recorded) { state, _ in
        state.calls[0].sessions[0].state = .running
      } == "Media Server is told what becomes of a session")
    let fetched = "every recording is fetched once, when its call is over"
    #expect(broken("D1 hangUp", after: Self.recorded) { _, events in events.removeLast(2) } == fetched)
    #expect(broken("D1 hangUp", after: Self.recorded) { _, events in events += events.suffix(2) } == fetched)
    #expect(
      broken("D1 hangUp", after: Self.recorded + ["D2 TPrivateService PrivateMsgID=GSIP_RECORD_STOP"]) {
        state, events in
        state.calls = [RecordedCall(parties: [Recording.Party(2), Recording.Party(3)])]
      } == fetched)
  }

  @Test func aboutMedia() {
    #expect(
      broken("D1 hangUp", after: Self.connected) { _, events in events = [] }
        == "a party that is no longer in a call has hung up or been told")
    let media = "each party gets the media of the party it talks to, or of Media Server"
    #expect(
      broken("D2 transfer D3", after: Self.connected) { _, events in
        for index in events.indices where events[index].type == .reInvite { events[index].values[.sdp] = 5 }
      } == media)
    #expect(
      broken("D2 retrieve", after: Self.consulting) { _, events in
        events.removeAll { $0.to == Recording.Party(1) || $0.from == Recording.Party(1) }
      } == nil)
    #expect(broken("D2 consult D3", after: Self.connected) { _, events in events.removeFirst(3) } == media)
  }
}
