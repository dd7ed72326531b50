import Testing

@testable import CallModel

/// No sentence is vacuous: for each a wrong rule that breaks it, and the shortest path on which the explorer meets it.
@Suite struct InvariantsTests {
  struct Wrong: Sendable {
    let sentence: String
    /// Stands before the rules of the manual, so that it answers where they would.
    let rule: Rule<Exchange>
    let path: [String]

    init(_ sentence: String, on verb: Verb, by state: PartyState, if situation: Situation = [], _ path: String..., clauses: [Clause]) {
      self.sentence = sentence
      self.path = path
      rule = Rule("A wrong rule", "nowhere", on: verb, by: state, if: situation) { clauses }
    }
  }

  private static let caller = Who.caller
  private static let actor = Who.actor
  private static let target = Who.target

  static let wrong = [
    Wrong(
      "a DN is in a call once", on: .ring, by: .offered, "A makeCall B", "B ring on 1",
      clauses: [actor.enters(as: .destination, .ringing)]),
    Wrong(
      "nobody is alone in a call but a caller who hears busy", on: .ring, by: .offered, "A makeCall B", "B ring on 1",
      clauses: [actor.leaves()]),
    Wrong(
      "nobody talks alone", on: .answer, by: .ringing, "A makeCall B", "B ring on 1", "B answer on 1",
      clauses: [caller.becomes(.hearingBusy), actor.becomes(.talking)]),
    Wrong(
      "what waits, rings or is routed has a caller", on: .busy, by: .offered, "A makeCall B", "B busy on 1",
      clauses: [caller.becomes(.hearingBusy)]),
    Wrong("only queues queue", on: .ring, by: .offered, "A makeCall B", "B ring on 1", clauses: [actor.becomes(.queued)]),
    Wrong(
      "a device is in one call at most that is neither held, parked nor alerting", on: .makeCall, by: .idle,
      if: [.byDevice, .toExtension, .engaged], "A makeCall B", "A makeCall B",
      clauses: [Here.opens(.direct), caller.enters(as: .origination, .dialing), target.enters(as: .destination, .offered)]),
    Wrong(
      "a device's line knows no other calls", on: .park, by: .offered, "A makeCall B", "B park on 1",
      clauses: [actor.becomes(.queued), Who.groups.leaves(), caller.becomes(.hearingBusy)]),
    Wrong(
      "OtherDN is not ThisDN", on: .ring, by: .offered, "A makeCall B", "B ring on 1", clauses: [actor.receives(.ringing, .otherDN(actor))]),
    Wrong(
      "OtherDN is somebody", on: .ring, by: .offered, if: .direct, "A makeCall B", "B ring on 1",
      clauses: [actor.becomes(.ringing), actor.receives(.ringing, .otherDN(.from))]),
    Wrong(
      "ThirdPartyDN is somebody", on: .ring, by: .offered, "A makeCall B", "B ring on 1",
      clauses: [actor.becomes(.ringing), actor.receives(.ringing, .thirdPartyDN(.target))]),
    Wrong(
      "ThisQueue is a queue", on: .ring, by: .offered, "A makeCall B", "B ring on 1",
      clauses: [actor.becomes(.ringing), actor.receives(.ringing, .thisQueue(actor))]),
    Wrong(
      "a retrieved party was held", on: .ring, by: .offered, "A makeCall B", "B ring on 1",
      clauses: [actor.becomes(.ringing), caller.receives(.retrieved)]),
    Wrong(
      "queue events come only at queues and where a call is parked", on: .ring, by: .offered, "A makeCall B", "B ring on 1",
      clauses: [actor.becomes(.ringing), actor.receives(.queued)]),
    Wrong(
      "only parties are told of a call", on: .divert, by: .queued, "A makeCall G", "G divert B on 1", clauses: [target.receives(.ringing)]),
    Wrong(
      "whoever was told of a call is told when it is over for it, and only then", on: .release, by: .dialing, "A makeCall B",
      "A release on 1", clauses: [Who.everyone.leaves()]),
    Wrong(
      "whoever was told of a call is told when it is over for it, and only then", on: .hold, by: .dialing, "A makeCall B", "A hold on 1",
      clauses: [caller.receives(.released)]),
  ]

  @Test(arguments: wrong.indices)
  func theExplorerMeetsIt(_ index: Int) throws {
    let wrong = Self.wrong[index]
    let book = Rulebook([wrong.rule] + TServer.rules, under: SwitchProfile())
    let kinds: [Kind] = wrong.path[0] == "A makeCall G" ? Cast.kinds.prefix(7).map(\.kind) : [.extension, .extension]
    let fault = try #require(Cast.exchange(of: kinds, calls: 2).explore(by: book).fault)
    #expect(fault.sentence == wrong.sentence)
    #expect(fault.path.map(Dialogue.text) == wrong.path)
  }

  /// What no rule can say is broken by hand.
  @Test func whatNoRuleCanBreak() {
    let before = Dialogue(after: .makeCall(from: a, to: b))
    var after = before
    #expect(after(.ring(b)) == "B EventRinging")
    func broken(_ change: (inout Exchange, inout [Event]) -> Void) -> String? {
      var (exchange, events) = (after.exchange, after.events)
      change(&exchange, &events)
      return Exchange.broken(by: .ring(b), from: before.exchange, to: exchange, telling: events)
    }
    #expect(broken { _, _ in } == nil)
    #expect(broken { _, events in events[0].thisDN = x } == "nobody outside is told anything")
    #expect(broken { _, events in events[0].connID = 2 } == "only parties are told of a call")
    #expect(broken { exchange, _ in exchange.lines[1].clear() } == "a device's line knows its calls")
    #expect(broken { exchange, _ in exchange.lines[3].add(0) } == "a device's line knows no other calls")
    // An exchange that forgets how many calls there have been.
    let later = Dialogue(after: .makeCall(from: a, to: b), .release(a), .makeCall(from: c, to: d)).exchange
    let again = Dialogue(after: .makeCall(from: a, to: b)).exchange
    #expect(Exchange.broken(by: .release(c), from: later, to: again, telling: []) == "ConnIDs are never used again")
  }
}
