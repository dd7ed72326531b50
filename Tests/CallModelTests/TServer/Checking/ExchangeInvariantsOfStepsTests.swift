import Testing

@testable import CallModel

/// No sentence about a step or its events is vacuous: for each a wrong rule that breaks it, and the shortest path on
/// which the explorer meets it.
@Suite struct ExchangeInvariantsOfStepsTests {
  private static let caller = Who.caller
  private static let actor = Who.actor
  private static let target = Who.target

  static let wrong = events + steps + settings + virtualQueues + twoCalls

  private static let events = [
    Wrong("OtherDN is not ThisDN", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.receives(.ringing, .otherDN(actor))
    },
    Wrong("OtherDN names a DN", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered, if: .direct) {
      actor.becomes(.ringing)
      actor.receives(.ringing, .otherDN(.from))
    },
    Wrong(
      "OtherDN has a role", in: "ABC", "A TMakeCall B", "A TSingleStepConference C on 1", on: .singleStepConference,
      by: .dialing, if: .toExtension
    ) {
      actor.receives(.held, .otherDN(target))
    },
    Wrong("ThirdPartyDN names a DN", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.becomes(.ringing)
      actor.receives(.ringing, .thirdPartyDN(target))
    },
    Wrong("PreviousConnID names a call", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.becomes(.ringing)
      actor.receives(.ringing, .previousConnID(.other))
    },
    Wrong("ThisQueue is a queue", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.becomes(.ringing)
      actor.receives(.ringing, .thisQueue(actor))
    },
    Wrong("ThisDNRole is the role of the party", "A TMakeCall B", on: .makeCall, if: .toExtension) {
      ThisCall.opens(.direct)
      caller.enters(as: .origination, .dialing)
      target.enters(as: .destination, .offered)
      caller.receives(.dialing, .thisDNRole(.destination)).only(.printed)
    },
    Wrong("OtherDNRole is the role of the other party", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.becomes(.ringing)
      actor.receives(.ringing, .otherDN(caller), .otherDNRole(.destination)).only(.printed)
    },
    Wrong("a phone goes off hook when it is on hook, and back", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered)
    {
      actor.becomes(.ringing)
      actor.receives(.offHook)
    },
    Wrong("a retrieved party was held", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.becomes(.ringing)
      caller.receives(.retrieved)
    },
    Wrong(
      "a connected party gets no second EventEstablished", "A TMakeCall B", "B ring on 1", "B TAnswerCall on 1",
      "A THoldCall on 1", on: .hold, by: .talking
    ) {
      actor.holds()
      Who.opposite.receives(.established)
    },
    Wrong(
      "queue events occur only at queues and where a call is parked", "A TMakeCall B", "B ring on 1", on: .ring,
      by: .offered
    ) {
      actor.becomes(.ringing)
      actor.receives(.queued)
    },
    Wrong(
      "only parties of a call are told of it", in: "ABG", "A TMakeCall G", "G divert B on 1", on: .divert, by: .queued,
      if: .toExtension
    ) {
      target.receives(.ringing)
    },
    Wrong(
      "an external party receives no events", in: anything("AX"), "A TSendUserEvent X", on: .sendUserEvent,
      if: .toExternal
    ) {
      target.receives(.userEvent)
    },
    Wrong("events are about calls", in: anything("A"), "A fail", on: .fail) { actor.receives(.ringing) },
  ]

  private static let steps = [
    Wrong(
      "only a redirection makes a connected party wait for an answer as a caller does", "A TMakeCall B", "B ring on 1",
      "B TAnswerCall on 1", "A THoldCall on 1", on: .hold, by: .talking
    ) {
      actor.dialsAgain()
      actor.receives(.held)
    },
    Wrong(
      "the role of a device changes only in a conference", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered
    ) {
      actor.becomes(.ringing)
      Clause(operation: .plays(.role(.destination)), who: caller)
    },
    Wrong(
      "a party told of a call is told when it ends for the party or becomes another call, and only then",
      "A TMakeCall B", "A TReleaseCall on 1", on: .release, by: .dialing
    ) {
      Who.everyone.leaves()
    },
    Wrong(
      "a party told of a call is told when it ends for the party or becomes another call, and only then",
      "A TMakeCall B", "A THoldCall on 1", on: .hold, by: .dialing
    ) {
      caller.receives(.released)
    },
    Wrong(
      "user data is never lost", in: World("AB", trying: [.makeCall, .attachUserData, .queryCall]), "A TMakeCall B",
      "A TAttachUserData on 1", "A TQueryCall on 1", changing: "A client asks about a call"
    ) { $0 + [ThisCall.keeps(.deleteAll)] },
  ]

  private static let settings = [
    Wrong(
      "an agent is as the last event about it says", in: anything("A"), "A TAgentLogin", "A TAgentSetNotReady",
      changing: "An agent becomes not ready"
    ) { [actor.sets(.ready)] + $0.dropFirst() },
    Wrong(
      "an observer is muted until its TSetMuteOff",
      in: World("ABC", trying: [.makeCall, .ring, .answer, .listenDisconnect]), "A TMakeCall B", "B ring on 1",
      "B TAnswerCall on 1", "A TListenDisconnect C on 1", on: .listenDisconnect, by: .talking, if: .toExtension
    ) {
      target.enters(as: .observer, .observing, from: actor)
      target.sets(.notMuted)
    },
    Wrong(
      "a DN that is told that it is registered is so", in: anything("A"), "A TUnregisterAddress",
      changing: "A DN is no longer registered"
    ) { [$0[0], actor.receives(.registered)] },
    Wrong(
      "a DN is told once that it is no longer registered", in: anything("A"), "A TUnregisterAddress",
      changing: "A DN is no longer registered"
    ) { $0.without(0) },
    Wrong(
      "a DN that is not registered is told nothing", in: anything("A"), "A TUnregisterAddress",
      changing: "A DN is no longer registered"
    ) { $0 + [actor.receives(.agentLogout)] },
  ]

  private static let virtualQueues = [
    Wrong(
      "a virtual queue is told of a call when it begins or ends to wait there, and only then", in: "APV",
      "A TMakeCall P", "V queue on 1", changing: "A call is queued at a virtual queue"
    ) { $0.without(0) },
    Wrong(
      "a call is diverted to another party than the one that waits", in: "ABPV", "A TMakeCall P", "V queue on 1",
      "P route B on 1", "V divert B on 1", changing: "A call is diverted from a virtual queue"
    ) { [$0[0], actor.receives(.diverted, .otherDN(.opposite), .thirdPartyDN(.opposite))] },
    Wrong(
      "a virtual queue is told of the end of a call that waits there", in: "APV", "A TMakeCall P", "V queue on 1",
      "A TReleaseCall on 1", changing: "A call that waits at a virtual queue ends", nil),
  ]

  /// The consultation is `this`, the call that is held for it `other`.
  private static let twoCalls = [
    Wrong(
      "joining leaves one of the actor's two calls", in: consulting("ABC"), "A TMakeCall B", "B ring on 1",
      "B TAnswerCall on 1", "A TInitiateTransfer C on 1", "A TCompleteTransfer on 1", on: .completeTransfer,
      by: .dialing, if: .consulting
    ) {},
    Wrong(
      "a merged ConnID appears only as released, and then as PreviousConnID", in: consulting("ABC"), "A TMakeCall B",
      "B ring on 1", "B TAnswerCall on 1", "A TInitiateTransfer C on 1", "A TCompleteTransfer on 1",
      changing: "The transfer is completed before the called party rings"
    ) { $0 + [actor.receives(.held)] },
    // The held call ends, and not the consultation; no outside party is told.
    Wrong(
      "a merged call has no consultation", in: consulting("AXC"), "A TMakeCall X", "X reachNetwork on 1",
      "X TAnswerCall on 1", "A TInitiateTransfer C on 1", "A TCompleteTransfer on 1", on: .completeTransfer,
      by: .dialing, if: .consulting
    ) {
      Who.everyone.leaves().on(.other)
      actor.receives(.released).on(.other)
    },
    // The pair is that of both calls, and it is lost.
    Wrong(
      "a joined call has the user data of one of the two calls, or of both",
      in: consulting("ABC", under: SwitchProfile(.consultUserData, "joint")), "A TMakeCall B",
      "A TAttachUserData on 1", "B ring on 1", "B TAnswerCall on 1", "A TInitiateTransfer C on 1",
      "A TCompleteTransfer on 1", changing: "The transfer is completed before the called party rings"
    ) { [ThisCall.keeps(.deleteAll)] + $0 },
  ]

  private static func anything(_ letters: String) -> World { World(letters, trying: Verb.allCases) }

  private static func consulting(_ letters: String, under profile: SwitchProfile = SwitchProfile()) -> World {
    let verbs: [Verb] = [.makeCall, .reachNetwork, .ring, .answer, .initiateTransfer, .completeTransfer]
    return World(letters, trying: verbs + [.attachUserData], under: profile)
  }

  @Test(arguments: wrong.indices)
  func theExplorerMeetsIt(_ index: Int) throws { try Self.wrong[index].isMet() }

  /// No rule can break these: the engine numbers the calls, and finds an agent who is ready for `distribute`.
  static let beyondRules = [
    Broken("a ConnID belongs to a call that has begun", After.dialed, .ring(b)) { _, events in events[0].connID = 9 },
    // An exchange that forgets how many calls there have been.
    Broken(
      "ConnIDs are never reused", [.makeCall(from: a, to: b), .release(a), .makeCall(from: c, to: d)], .release(c)
    ) { exchange, events in
      exchange = Dialogue(after: .makeCall(from: a, to: b)).exchange
      events = []
    },
    // E is ready, but D gets the call.
    Broken(
      "an agent in after-call work is given no call by `distribute`", wrappingUp, .distribute(g),
      under: SwitchProfile(.wrapUp, "untimed")
    ) { exchange, _ in
      exchange.slots[0].remove(e.number)
      exchange.slots[0].append(Exchange.Call.Party(dn: d.number, role: .destination, state: .offered))
      (exchange.lines[4], exchange.lines[5]) = (exchange.lines[5], exchange.lines[4])
    },
  ]

  /// D has after-call work, E is ready, and another call waits.
  private static let wrappingUp: [Action] = [
    .agentLogin(d), .makeCall(from: a, to: g), .divert(g, to: d), .ring(d), .answer(d), .release(d),
    .agentLogin(e), .agentReady(e), .makeCall(from: b, to: g),
  ]

  /// Other ways to break some of the sentences.
  private static let otherwise = [
    Broken("an external party receives no events", After.dialed, .ring(b)) { _, events in events[0].thisDN = x.number },
    Broken("only parties of a call are told of it", After.dialed, .ring(b)) { _, events in events[0].thisDN = c.number
    },
    Broken("OtherDN has a role", After.talking, .hold(a)) { _, events in events[0].otherDNRole = .unknown },
    Broken(
      "an observer is muted until its TSetMuteOff", [.observe(b, by: d)] + After.talking + [.ring(d)], .answer(d)
    ) { exchange, _ in
      exchange.changeVoice(.speaking, of: d.number, in: 1)
    },
    Broken("a DN that is not registered is told nothing", After.dialed, .ring(b)) { exchange, _ in
      exchange.register(b.number, as: nil)
    },
    Broken("a DN is told once that it is no longer registered", After.dialed, .ring(b)) { _, events in
      events[0].type = .unregistered
    },
    Broken("a DN that is told that it is registered is so", After.dialed, .ring(b)) { exchange, events in
      exchange.register(b.number, as: nil)
      events[0].type = .registered
    },
    // The consulted party moves into the other call; that it is told what is wrong does not help.
    Broken("the role of a device changes only in a conference", After.consulted, .completeTransfer(b)) {
      exchange, events in
      exchange.slots[0].play(.origination, c.number)
      for event in events.indices {
        if events[event].thisDN == c.number { events[event].thisDNRole = .origination }
        if events[event].otherDN == c.number { events[event].otherDNRole = .origination }
      }
    },
    Broken("PreviousConnID names a call", After.consulted, .completeTransfer(b)) { _, events in
      for event in events.indices { events[event].previousConnID = .none }
    },
    // One that leaves, and one that is in the call still.
    Broken("ThisDNRole is the role of the party", After.ringing, .release(b)) { _, events in
      events[1].thisDNRole = .origination
    },
    Broken("ThisDNRole is the role of the party", After.ringing, .answer(b)) { _, events in
      events[0].thisDNRole = .observer
    },
    Broken("joining leaves one of the actor's two calls", After.consulted, .completeTransfer(b)) { exchange, _ in
      var other = Exchange.Call()
      other.begin(2, from: d.number, to: e.number, .direct, .internal)
      for dn in [d, e] { other.append(Exchange.Call.Party(dn: dn.number, state: .talking)) }
      exchange.replaceCalls([exchange.slots[0], other])
    },
    Broken(
      "a merged ConnID appears only as released, and then as PreviousConnID", After.consulted, .completeConference(b)
    ) {
      _, events in
      events.append(events[0])
      events[events.count - 1].type = .held
    },
    Broken("a merged call has no consultation", After.consulted, .completeTransfer(b)) { exchange, _ in
      (exchange.slots[0].main, exchange.slots[0].origin) = (2, c.number)
    },
    Broken("user data is never lost", After.talking + [.attach(a, Brought(rawValue: 1), on: 1)], .hold(a)) {
      exchange, _ in
      exchange.cold[0].data[0] = Exchange.UserData([.init(key: 1, value: 2)])
    },
    Broken(
      Self.otherData,
      After.consulted + [.attach(a, Brought(rawValue: 1), on: 1), .attach(c, Brought(rawValue: 1), on: 2)],
      .completeTransfer(b)
    ) { exchange, _ in exchange.cold[0].data[0] = Exchange.UserData() },
    Broken(Self.otherData, After.consulted + [.attach(c, Brought(rawValue: 1), on: 2)], .completeConference(b)) {
      exchange, _ in
      exchange.cold[0].data[0] = Exchange.UserData([.init(key: 1, value: 2)])
    },
    // Some other call has the pair.
    Broken(
      Self.otherData,
      After.consulted + [.makeCall(from: d, to: e), .attach(d, Brought(rawValue: 1), on: 3)],
      .completeTransfer(b)
    ) { exchange, _ in exchange.cold[0].data[0] = exchange.cold[0].data[2] },
    // Both have the key: the value is that of one of them.
    Broken(
      Self.otherData,
      After.consulted + [.attach(a, Brought(rawValue: 1), on: 1), .attach(c, Brought(rawValue: 1), on: 2)],
      .completeTransfer(b)
    ) { exchange, _ in exchange.cold[0].data[0] = Exchange.UserData([.init(key: 1, value: 2)]) },
  ]

  private static let otherData = "a joined call has the user data of one of the two calls, or of both"

  @Test(arguments: beyondRules + otherwise)
  func brokenByHandItIsFound(_ broken: Broken) { broken.isFound() }

  @Test func theyHoldOfEveryStepOfADialogue() {
    for flow in Flow.all + Flow.beyond {
      for errata in ["printed", "corrected"] {
        var dialogue = Dialogue(under: SwitchProfile(.errata, errata))
        for action in flow.actions {
          let before = dialogue.exchange
          #expect(dialogue(action) != "refused", "\(flow.name)")
          let sentence = Exchange.broken(
            by: .init(action), from: before, to: dialogue.exchange, telling: dialogue.events)
          #expect(sentence == nil, "\(flow.name): \(Dialogue.text(action))")
        }
      }
    }
  }

  @Test func aVirtualQueueIsToldWhenACallBeginsAndEndsToWaitThere() throws {
    var before = Exchange(calls: 2)
    let dns = [Kind.extension, .routingPoint, .virtualQueue, .extension].map { before.add($0) ?? .none }
    let book = TServer.rulebook()
    var events: [Exchange.Event] = []
    _ = try before.apply(.init(.makeCall, by: dns[0], to: dns[1]), by: book, into: &events)
    _ = try before.apply(.init(.queue, by: dns[2], on: 1), by: book, into: &events)
    func broken(
      _ action: Exchange.Action, from before: Exchange, _ change: (inout Exchange, inout [Exchange.Event]) -> Void
    ) throws -> String? {
      var after = before
      var events: [Exchange.Event] = []
      _ = try after.apply(action, by: book, into: &events)
      change(&after, &events)
      return Exchange.broken(by: action, from: before, to: after, telling: events)
    }
    let release = Exchange.Action(.release, by: dns[0])
    #expect(try broken(release, from: before) { _, _ in } == nil)
    #expect(
      try broken(release, from: before) { _, events in events.removeLast() }
        == "a virtual queue is told of the end of a call that waits there")
    #expect(
      try broken(release, from: before) { _, events in events[events.count - 1].type = .diverted }
        == "a virtual queue is told of a call when it begins or ends to wait there, and only then")
    _ = try before.apply(.init(.route, by: dns[1], to: dns[3], on: 1), by: book, into: &events)
    let divert = Exchange.Action(.divert, by: dns[2], to: dns[3], on: 1)
    #expect(try broken(divert, from: before) { _, _ in } == nil)
    #expect(
      try broken(divert, from: before) { _, events in events[0].otherDN = dns[3] }
        == "a call is diverted to another party than the one that waits")
  }
}
