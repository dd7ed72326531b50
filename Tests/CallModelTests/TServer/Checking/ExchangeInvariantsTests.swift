import Testing

@testable import CallModel

/// No sentence is vacuous: for each a wrong rule that breaks it, and the shortest path on which the explorer meets it.
@Suite struct ExchangeInvariantsTests {
  struct Wrong: Sendable {
    let sentence: String
    /// Stands before the rules of the manual, so that it answers where they would.
    let rule: Rule<Exchange>
    let hop: [String]

    init(
      _ sentence: String, on verb: Verb, by state: PartyState, if situation: Situation = [], _ hop: String...,
      clauses: [Clause]
    ) {
      self.sentence = sentence
      self.hop = hop
      rule = Rule("A wrong rule", Source(.tServerModels, "Nowhere"), on: verb, by: state, if: situation) { clauses }
    }
  }

  private static let caller = Who.caller
  private static let actor = Who.actor
  private static let target = Who.target

  static let wrong = [
    Wrong(
      "a DN is in a call only once", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [actor.enters(as: .destination, .ringing)]),
    Wrong(
      "only a caller who hears busy is alone in a call", on: .ring, by: .offered, "A TMakeCall B",
      "B ring on 1",
      clauses: [actor.leaves()]),
    Wrong(
      "a party of a call has a state in it", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [actor.becomes(.idle)]),
    Wrong(
      "a caller who hears busy is alone", on: .busy, by: .offered, "A TMakeCall B", "B busy on 1",
      clauses: [caller.becomes(.hearingBusy)]),
    Wrong(
      "a call that waits, rings or is routed has a caller", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [caller.becomes(.parked), actor.becomes(.ringing)]),
    Wrong(
      "a party is announced only in a conversation", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [actor.becomes(.announcedRinging)]),
    Wrong(
      "only queues and routing points route", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [actor.becomes(.routing)]),
    Wrong(
      "only an observer has the role Observer, and it keeps it", on: .ring, by: .offered, "A TMakeCall B",
      "B ring on 1",
      clauses: [actor.becomes(.ringing), Clause(operation: .plays(.role(.observer)), who: actor)]),
    Wrong(
      "only queues have queued calls", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [actor.becomes(.queued)]),
    Wrong(
      "a device is active in at most one call: its others are held, parked or alerting", on: .makeCall, by: .idle,
      if: [.byDevice, .toExtension, .engaged], "A TMakeCall B", "A TMakeCall B",
      clauses: [
        ThisCall.opens(.direct), caller.enters(as: .origination, .dialing), target.enters(as: .destination, .offered),
      ]),
    Wrong(
      "OtherDN is not ThisDN", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [actor.receives(.ringing, .otherDN(actor))]),
    Wrong(
      "OtherDN names a DN", on: .ring, by: .offered, if: .direct, "A TMakeCall B", "B ring on 1",
      clauses: [actor.becomes(.ringing), actor.receives(.ringing, .otherDN(.from))]),
    Wrong(
      "ThirdPartyDN names a DN", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [actor.becomes(.ringing), actor.receives(.ringing, .thirdPartyDN(.target))]),
    Wrong(
      "ThisQueue is a queue", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [actor.becomes(.ringing), actor.receives(.ringing, .thisQueue(actor))]),
    Wrong(
      "ThisDNRole is the role of the party", on: .makeCall, by: .idle, if: .toExtension, "A TMakeCall B",
      clauses: [
        ThisCall.opens(.direct), caller.enters(as: .origination, .dialing), target.enters(as: .destination, .offered),
        caller.receives(.dialing, .thisDNRole(.destination)).only(.printed),
      ]),
    Wrong(
      "OtherDNRole is the role of the other party", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [
        actor.becomes(.ringing), actor.receives(.ringing, .otherDN(caller), .otherDNRole(.destination)).only(.printed),
      ]),
    Wrong(
      "a connected party gets no second EventEstablished", on: .hold, by: .talking, "A TMakeCall B", "B ring on 1",
      "B TAnswerCall on 1", "A THoldCall on 1",
      clauses: [actor.holds(), Who.opposite.receives(.established)]),
    Wrong(
      "only a redirection makes a connected party wait for an answer as a caller does", on: .hold, by: .talking,
      "A TMakeCall B", "B ring on 1", "B TAnswerCall on 1", "A THoldCall on 1",
      clauses: [actor.dialsAgain(), actor.receives(.held)]),
    Wrong(
      "the role of a device changes only in a conference", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [actor.becomes(.ringing), Clause(operation: .plays(.role(.destination)), who: caller)]),
    Wrong(
      "a retrieved party was held", on: .ring, by: .offered, "A TMakeCall B", "B ring on 1",
      clauses: [actor.becomes(.ringing), caller.receives(.retrieved)]),
    Wrong(
      "queue events occur only at queues and where a call is parked", on: .ring, by: .offered, "A TMakeCall B",
      "B ring on 1",
      clauses: [actor.becomes(.ringing), actor.receives(.queued)]),
    Wrong(
      "only parties of a call are told of it", on: .divert, by: .queued, "A TMakeCall G", "G divert B on 1",
      clauses: [target.receives(.ringing)]),
    Wrong(
      "a party told of a call is told when it ends for the party or becomes another call, and only then", on: .release,
      by: .dialing,
      "A TMakeCall B",
      "A TReleaseCall on 1", clauses: [Who.everyone.leaves()]),
    Wrong(
      "a party told of a call is told when it ends for the party or becomes another call, and only then", on: .hold,
      by: .dialing,
      "A TMakeCall B", "A THoldCall on 1",
      clauses: [caller.receives(.released)]),
  ]

  @Test(arguments: wrong.indices)
  func theExplorerMeetsIt(_ index: Int) throws {
    let wrong = Self.wrong[index]
    let book = Rulebook([wrong.rule] + TServer.rules, under: SwitchProfile())
    let kinds: [Kind] = wrong.hop[0] == "A TMakeCall G" ? Cast.kinds.prefix(7).map(\.kind) : [.extension, .extension]
    let fault = try #require(Cast.exchange(of: kinds, calls: 2).explore(by: book).fault)
    #expect(fault.sentence == wrong.sentence)
    #expect(fault.path.map(Dialogue.text) == wrong.hop)
  }

  /// A state, or what was told, is broken by hand: where it would take a wrong rule too many, or no rule can say it.
  struct Broken: Sendable {
    let sentence: String
    let done: [Action]
    let action: Action
    let breaks: @Sendable (inout Exchange, inout [Exchange.Event]) -> Void

    init(
      _ sentence: String, _ done: [Action], _ action: Action,
      _ breaks: @escaping @Sendable (inout Exchange, inout [Exchange.Event]) -> Void
    ) {
      (self.sentence, self.done, self.action, self.breaks) = (sentence, done, action, breaks)
    }
  }

  static let broken = [
    Broken("a party is invited only into a conversation", After.dialed, .ring(b)) { exchange, _ in
      exchange.slots[0].append(
        Exchange.Call.Party(dn: c.number, from: a.number, role: .conferenceMember, state: .invited))
    },
    Broken("all parties of a conference are its members", After.conference, .hold(c)) { exchange, _ in
      exchange.slots[0].play(.destination, a.number)
    },
    Broken("only one party at a time is announced before it answers", After.consultationRings, .completeConference(b)) {
      exchange, _ in
      exchange.slots[0].append(Exchange.Call.Party(dn: d.number, role: .conferenceMember, state: .announced))
    },
    Broken("an observer observes a party of the conversation", [.observe(b, by: d)] + After.talking, .ring(d)) {
      exchange, _ in
      exchange.slots[0].remove(b.number)
      exchange.slots[0].append(Exchange.Call.Party(dn: c.number, role: .destination, state: .talking))
    },
    Broken("only an observer has the role Observer, and it keeps it", [.observe(b, by: d)] + After.talking, .ring(d)) {
      exchange, _ in
      exchange.slots[0].play(.destination, d.number)
    },
    Broken("only a caller who hears busy is alone in a call", After.talking, .hold(a)) { exchange, _ in
      exchange.slots[0].remove(b.number)
    },
    Broken("only parties of a call are muted or do not listen", After.talking, .hold(a)) { exchange, _ in
      exchange.changeVoice(.speaking, of: c.number, in: 1)
    },
    Broken("only members of a conference do not listen", After.talking, .hold(a)) { exchange, _ in
      exchange.changeVoice(.listening, of: b.number, in: 1)
    },
    Broken(
      "an observer is muted until its TSetMuteOff", [.observe(b, by: d)] + After.talking + [.ring(d)], .answer(d)
    ) { exchange, _ in
      exchange.changeVoice(.speaking, of: d.number, in: 1)
    },
    Broken("OtherDN has a role", After.talking, .hold(a)) { _, events in events[0].otherDNRole = .unknown },
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
    Broken("events are about calls", After.dialed, .ring(b)) { _, events in events[0].listed = [AttributeSet(.thisDN)]
    },
    Broken("a ConnID belongs to a call that has begun", After.dialed, .ring(b)) { _, events in events[0].connID = 9 },
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
      exchange.cold[0].data[1] = nil
    },
    Broken("user data is never lost", After.talking + [.attach(a, Brought(rawValue: 1), on: 1)], .hold(a)) {
      exchange, _ in
      exchange.cold[0].data[1] = Exchange.UserData([.init(key: 1, value: 2)])
    },
    Broken(
      Self.otherData,
      After.consulted + [.attach(a, Brought(rawValue: 1), on: 1), .attach(c, Brought(rawValue: 1), on: 2)],
      .completeTransfer(b)
    ) { exchange, _ in exchange.cold[0].data[1] = nil },
    Broken(Self.otherData, After.consulted + [.attach(c, Brought(rawValue: 1), on: 2)], .completeConference(b)) {
      exchange, _ in
      exchange.cold[0].data[1] = Exchange.UserData([.init(key: 1, value: 2)])
    },
    // Some other call has the pair.
    Broken(
      Self.otherData,
      After.consulted + [.makeCall(from: d, to: e), .attach(d, Brought(rawValue: 1), on: 3)],
      .completeTransfer(b)
    ) { exchange, _ in exchange.cold[0].data[1] = exchange.cold[0].data[3] },
    // Both have the key: the value is that of one of them.
    Broken(
      Self.otherData,
      After.consulted + [.attach(a, Brought(rawValue: 1), on: 1), .attach(c, Brought(rawValue: 1), on: 2)],
      .completeTransfer(b)
    ) { exchange, _ in exchange.cold[0].data[1] = Exchange.UserData([.init(key: 1, value: 2)]) },
  ]

  private static let otherData = "a joined call has the user data of one of the two calls, or of both"

  @Test(arguments: broken.indices)
  func brokenByHandItIsFound(_ index: Int) {
    let broken = Self.broken[index]
    let exchange = Cast.exchange()
    var before = Dialogue()
    before.exchange = exchange
    _ = before.data((key: 1, value: 1))
    for action in broken.done { #expect(before.reason(action) == nil, "\(Dialogue.text(action))") }
    var after = before
    #expect(after.reason(broken.action) == nil)
    #expect(
      Exchange.broken(by: .init(broken.action), from: before.exchange, to: after.exchange, telling: after.events) == nil
    )
    var (wrong, events) = (after.exchange, after.events)
    broken.breaks(&wrong, &events)
    #expect(
      Exchange.broken(by: .init(broken.action), from: before.exchange, to: wrong, telling: events) == broken.sentence)
  }

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

  /// B rings, and then the state or the events are changed by hand.
  private func brokenAfterRinging(_ change: (inout Exchange, inout [Exchange.Event]) -> Void) -> String? {
    let before = Dialogue(after: .makeCall(from: a, to: b))
    var after = before
    #expect(after(.ring(b)) == "B EventRinging")
    var (exchange, events) = (after.exchange, after.events)
    change(&exchange, &events)
    return Exchange.broken(by: .init(.ring(b)), from: before.exchange, to: exchange, telling: events)
  }

  /// What no rule can say is broken by hand.
  @Test func whatNoRuleCanBreak() {
    #expect(brokenAfterRinging { _, _ in } == nil)
    #expect(brokenAfterRinging { _, events in events[0].thisDN = x.number } == "an external party receives no events")
    #expect(brokenAfterRinging { _, events in events[0].thisDN = c.number } == "only parties of a call are told of it")
    #expect(brokenAfterRinging { exchange, _ in exchange.lines[1].clear() } == "a device's line lists all its calls")
    #expect(brokenAfterRinging { exchange, _ in exchange.lines[3].add(0) } == "a line lists no other calls")
    #expect(brokenAfterRinging { exchange, _ in exchange.lines[7].add(0) } == "a line lists no other calls")
    // An exchange that forgets how many calls there have been.
    let later = Dialogue(after: .makeCall(from: a, to: b), .release(a), .makeCall(from: c, to: d)).exchange
    let again = Dialogue(after: .makeCall(from: a, to: b)).exchange
    #expect(Exchange.broken(by: .init(.release(c)), from: later, to: again, telling: []) == "ConnIDs are never reused")
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

  @Test func aDNIsToldNothingUnlessItIsRegistered() {
    #expect(
      brokenAfterRinging { exchange, _ in exchange.register(b.number, as: nil) }
        == "a DN that is not registered is told nothing")
    #expect(
      brokenAfterRinging { _, events in events[0].type = .unregistered }
        == "a DN is told once that it is no longer registered")
    #expect(
      brokenAfterRinging { exchange, events in
        exchange.register(b.number, as: nil)
        events[0].type = .registered
      } == "a DN that is told that it is registered is so")
  }
}
