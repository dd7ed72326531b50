import Testing

@testable import CallModel

/// No sentence about a state is vacuous: for each a wrong rule that breaks it, and the shortest path on which the
/// explorer meets it.
@Suite struct ExchangeInvariantsTests {
  private static let caller = Who.caller
  private static let actor = Who.actor
  private static let target = Who.target

  static let wrong = [
    Wrong("a DN is in a call only once", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.enters(as: .destination, .ringing)
    },
    Wrong("only a caller who hears busy is alone in a call", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.leaves()
    },
    Wrong("a party of a call has a state in it", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.becomes(.idle)
    },
    Wrong("a caller who hears busy is alone", "A TMakeCall B", "B busy on 1", on: .busy, by: .offered) {
      caller.becomes(.hearingBusy)
    },
    Wrong(
      "a party is invited only into a conversation", in: "ABC", "A TMakeCall B", "A TSingleStepConference C on 1",
      on: .singleStepConference, by: .dialing, if: .toExtension
    ) {
      target.enters(as: .conferenceMember, .invited, from: actor)
    },
    Wrong(
      "all parties of a conference are its members", in: World("ABC", calls: 1), "A TMakeCall B", "B ring on 1",
      "B TAnswerCall on 1", "A TSingleStepConference C on 1", "C ring on 1", "C TAnswerCall on 1",
      changing: "The invited party answers"
    ) { $0.without(1) },
    Wrong(
      "only one party at a time is announced before it answers", in: World("ABCD", calls: 1), "A TMakeCall B",
      "B ring on 1", "B TAnswerCall on 1", "A TSingleStepConference C on 1", "A TSingleStepConference D on 1",
      changing: "A device is invited into the conversation"
    ) { _ in
      [Who.members.play(.conferenceMember), target.enters(as: .conferenceMember, .announced, from: actor)]
    },
    Wrong(
      "a call that waits, rings or is routed has a caller", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered
    ) {
      caller.becomes(.parked)
      actor.becomes(.ringing)
    },
    Wrong("only queues have queued calls", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.becomes(.queued)
    },
    Wrong("only queues and routing points route", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.becomes(.routing)
    },
    Wrong("a party is announced only in a conversation", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered) {
      actor.becomes(.announcedRinging)
    },
    Wrong(
      "an observer observes a party of the conversation", in: "ABC", "A TMakeCall B", "B ring on 1",
      "B TAnswerCall on 1", "A TSingleStepConference C on 1", on: .singleStepConference, by: .talking, if: .toExtension
    ) {
      target.enters(as: .observer, .observing, from: target)
    },
    Wrong(
      "only an observer has the role Observer, and it keeps it", "A TMakeCall B", "B ring on 1", on: .ring, by: .offered
    ) {
      actor.becomes(.ringing)
      Clause(operation: .plays(.role(.observer)), who: actor)
    },
    Wrong(
      "a device is active in at most one call: its others are held, parked or alerting", "A TMakeCall B",
      "A TMakeCall B", on: .makeCall, if: .byDevice, .toExtension, .engaged
    ) {
      ThisCall.opens(.direct)
      caller.enters(as: .origination, .dialing)
      target.enters(as: .destination, .offered)
    },
    Wrong(
      "a line lists no other calls", in: "ABG", "A TMakeCall G", "G divert B on 1", on: .divert, by: .queued,
      if: .toExtension
    ) {
      actor.leaves()
      actor.leaves()
      target.enters(as: .destination, .offered, from: actor)
    },
    Wrong(
      "an agent has one supervisor, and a supervisor one agent", in: World("ABC", trying: [.monitorNextCall]),
      "A TMonitorNextCall B MonitorNextCallType=OneCall", "C TMonitorNextCall B MonitorNextCallType=OneCall",
      on: .monitorNextCall, if: .byDevice, .toDevice, .monitoredByAnother
    ) {
      actor.sets(.monitoring)
    },
    Wrong(
      "only a device fails or has a message lamp", in: World("G", trying: Verb.allCases), "G fail", on: .fail,
      if: .byGroup
    ) {
      actor.sets(.outOfService)
    },
    Wrong(
      "only a device fails or has a message lamp", in: World("P", trying: Verb.allCases), "P TSetMessageWaitingOn",
      on: .setMessageWaitingOn, if: .byRoutingPoint
    ) {
      actor.sets(.messagesWait)
    },
    Wrong(
      "only parties of a call are muted or do not listen", in: voices, "A TMakeCall B", "B ring on 1",
      "B TAnswerCall on 1", "A TListenDisconnect C on 1", on: .listenDisconnect, by: .talking, if: .toExtension
    ) {
      target.sets(.muted)
    },
    Wrong(
      "only members of a conference do not listen", in: voices, "A TMakeCall B", "B ring on 1", "B TAnswerCall on 1",
      "A TSetMuteOn on 1", changing: "A party is muted"
    ) { [actor.sets(.notListening)] + $0.dropFirst() },
  ]

  private static let voices = World("ABC", trying: [.makeCall, .ring, .answer, .setMuteOn, .listenDisconnect])

  @Test(arguments: wrong.indices)
  func theExplorerMeetsIt(_ index: Int) throws { try Self.wrong[index].isMet() }

  /// No rule can break these: the engine keeps the lines when a party enters or leaves, and when a setting changes.
  static let beyondRules = [
    Broken("a device's line lists all its calls", After.dialed, .ring(b)) { exchange, _ in exchange.lines[1].clear() },
    Broken("a device that is out of service takes no calls", [], .fail(b)) { exchange, _ in
      exchange.lines[2].delivery = .open
    },
  ]

  /// Other ways to break some of the sentences.
  private static let otherwise = [
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
    Broken("a line lists no other calls", After.dialed, .ring(b)) { exchange, _ in exchange.lines[3].add(0) },
    Broken("a line lists no other calls", After.dialed, .ring(b)) { exchange, _ in exchange.lines[7].add(0) },
  ]

  @Test(arguments: beyondRules + otherwise)
  func brokenByHandItIsFound(_ broken: Broken) { broken.isFound() }
}
