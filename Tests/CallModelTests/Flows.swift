@testable import CallModel

/// Flows in which every footnote of the manual shows, written as actions.
struct Flow {
  let name: String
  let actions: [Action]

  init(_ name: String, _ actions: Action...) {
    self.name = name
    self.actions = actions
  }

  static let all = [
    Flow("direct", .makeCall(from: a, to: b), .ring(b), .answer(b), .hold(a), .retrieve(a), .release(a)),
    Flow("direct, held", .makeCall(from: a, to: b), .ring(b), .hold(a), .answer(b), .release(b)),
    Flow("direct **", .makeCall(from: a, to: b), .busy(b), .release(a)),
    Flow("direct ***", .makeCall(from: a, to: b), .ring(b), .release(a)),
    Flow("group", .makeCall(from: a, to: g), .divert(g, to: b), .ring(b), .answer(b)),
    Flow("group *", .makeCall(from: a, to: g), .release(a)),
    Flow("group ***", .makeCall(from: a, to: g), .divert(g, to: b), .ring(b), .release(a)),
    Flow("groups", .makeCall(from: a, to: g), .queue(at: h), .divert(g, to: b), .ring(b), .answer(b)),
    Flow("groups **", .makeCall(from: a, to: g), .queue(at: h), .release(a)),
    Flow("groups *****", .makeCall(from: a, to: g), .queue(at: h), .divert(g, to: b), .ring(b), .release(a)),
    Flow("parked", .makeCall(from: a, to: b), .park(b), .pickUp(b), .answer(b)),
    Flow("parked *", .makeCall(from: a, to: b), .park(b), .release(a)),
    Flow(
      "queue", .makeCall(from: a, to: q), .requestRoute(q), .routeCall(q, to: b), .route(q, to: b), .ring(b), .answer(b)
    ),
    Flow("queue *", .makeCall(from: a, to: q), .release(a)),
    Flow("queue, outside", .makeCall(from: a, to: q), .requestRoute(q), .route(q, to: x), .answer(x)),
    Flow("routed", .makeCall(from: a, to: p), .routeCall(p, to: b), .route(p, to: b), .ring(b), .answer(b)),
    Flow("routed **", .makeCall(from: a, to: p), .routeCall(p, to: b).requested(as: 7), .release(a)),
    Flow("by default", .makeCall(from: a, to: p), .route(p, to: b), .ring(b), .answer(b)),
    Flow("outside", .makeCall(from: a, to: p), .routeCall(p, to: x), .route(p, to: x), .answer(x)),
    Flow("outside by default", .makeCall(from: a, to: p), .route(p, to: x), .answer(x)),
    Flow("outside, monitored", .makeCall(from: a, to: p), .routeCall(p, to: r), .route(p, to: r), .ring(r), .answer(r)),
    Flow("outbound", .makeCall(from: a, to: x), .reachNetwork(x), .answer(x)),
    Flow("outbound, held", .makeCall(from: a, to: x), .reachNetwork(x), .hold(a), .answer(x)),
    Flow("outbound **", .makeCall(from: a, to: x), .busy(x), .release(a)),
    Flow("outbound, busy", .makeCall(from: a, to: x), .reachNetwork(x), .busy(x), .release(a)),
    Flow("monitored", .makeCall(from: a, to: r), .reachNetwork(r), .ring(r), .answer(r)),
    Flow("monitored ***", .makeCall(from: a, to: r), .reachNetwork(r), .ring(r), .release(r)),
    Flow(
      "conference", .makeCall(from: x, to: b), .ring(b), .answer(b), .singleStepConference(b, inviting: c), .ring(c),
      .answer(c),
      .deleteFromConference(c, removing: b)),
    Flow("consultation", After.consulted + [.completeTransfer(b)]),
    Flow("mute", After.talking + [.muteTransfer(b, to: c)]),
    Flow("predictive", .makePredictiveCall(from: g, to: x), .answer(x), .divert(g, to: b), .ring(b), .answer(b)),
    Flow(
      "predictive, routed", .makePredictiveCall(from: q, to: x), .answer(x), .requestRoute(q), .routeCall(q, to: b),
      .route(q, to: b)),
    Flow("rejected", .makeCall(from: a, to: p), .routeCall(p, to: nil), .route(p, to: nil)),
  ]

  /// Flows through everything beyond the basic models.
  static let beyond = [
    Flow("conference by two steps", After.consulted + [.completeConference(b), .release(a), .release(c)]),
    Flow("conference before the answer", After.consulting + [.completeConference(b), .ring(c), .answer(c), .clear(c)]),
    Flow("transfer before it rings", After.consulting + [.completeTransfer(b), .ring(c), .answer(c), .release(a)]),
    Flow(
      "transfer to a routing point",
      After.talking + [.initiateTransfer(b, to: p), .completeTransfer(b), .routeCall(p, to: c), .route(p, to: c)]),
    Flow(
      "single steps",
      After.talking + [.singleStepTransfer(b, to: c), .ring(c), .redirect(c, to: d), .ring(d), .answer(d)]),
    Flow(
      "from a group",
      [.makeCall(from: a, to: g), .divert(g, to: b), .ring(b), .answer(b), .singleStepTransfer(b, to: c), .ring(c)]
        + [.answer(c), .redirect(c, to: d), .ring(d), .answer(d), .initiateTransfer(d, to: e), .ring(e), .answer(e)]
        + [.completeTransfer(d), .release(a)]),
    Flow("transfer of a part", After.conference + [.singleStepTransfer(b, to: d), .ring(d), .answer(d)]),
    Flow("alternation", After.consulted + [.alternate(b), .alternate(b), .reconnect(b)]),
    Flow(
      "merged",
      After.talking + [.hold(b), .makeCall(from: b, to: x), .reachNetwork(x), .answer(x), .mergeForConference(b)]),
    Flow(
      "forwarded",
      [.forward(b, to: c), .forward(c, to: d, mode: .onBusy)] + After.ringing + [.busy(c), .ring(d), .answer(d)]),
    Flow(
      "unanswered",
      [.forward(b, to: g, mode: .onNoAnswer)] + After.ringing + [.timeOut(b), .divert(g, to: c), .ring(c), .answer(c)]),
    Flow("undisturbed", [.setDNDOn(b)] + After.ringing + [.release(a)]),
    Flow("picked up", After.ringing + [.pickUp(c, from: b), .answer(c)]),
    Flow(
      "treated", .makeCall(from: a, to: p), .applyTreatment(p, type: .ran), .treat(p), .endTreatment(p),
      .route(p, to: b)),
    Flow("observed", [.observe(b, by: c)] + After.talking + [.ring(c), .answer(c), .release(b)]),
    Flow(
      "observed, the other",
      [.observe(b, by: c, type: .allCalls)] + After.talking + [.ring(c), .answer(c), .release(a)]),
    Flow(
      "distributed", After.ready + [.makeCall(from: a, to: g), .distribute(g), .ring(d), .answer(d), .agentNotReady(d)]),
  ]

  /// Flows of the agent D: options of the profile decide what becomes of it, and of its call.
  static let ofAgents = [
    Flow(
      "wrapped up",
      After.ready + [
        .makeCall(from: a, to: g), .distribute(g), .ring(d), .answer(d), .release(d), .endWrapUp(d),
      ]),
    Flow("not answered", After.ready + [.makeCall(from: a, to: g), .distribute(g), .ring(d), .timeOut(d)]),
  ]

  /// Calls that are observed: one that the agent has already, and a conference that the agent leaves.
  static let ofObservers = [
    Flow("intruded", After.talking + [.observe(b, by: d), .ring(d), .answer(d)]),
    Flow(
      "left behind",
      [.observe(b, by: d)] + After.talking + [
        .ring(d), .answer(d), .singleStepConference(a, inviting: c), .ring(c), .answer(c), .release(b), .setMuteOff(d),
      ]),
  ]

  init(_ name: String, _ actions: [Action]) {
    self.name = name
    self.actions = actions
  }

  /// What each action tells; `nil` where it is refused.
  func events(_ opening: Dialogue) -> [[Exchange.Event]?] {
    var dialogue = opening
    return actions.map { dialogue($0) == "refused" ? nil : dialogue.events }
  }

  /// `outbound: A EventEstablished -OtherDN -OtherDNRole`, for each event that the second profile changes.
  static func differences(from one: SwitchProfile, to other: SwitchProfile, in flows: [Flow] = all) -> [String] {
    let (one, other) = (Dialogue(under: one), Dialogue(under: other))
    return flows.flatMap { $0.differences(from: one, to: other) }
  }

  private func differences(from one: Dialogue, to other: Dialogue) -> [String] {
    zip(actions, zip(events(one), events(other))).flatMap { action, told -> [String] in
      guard let before = told.0, let after = told.1 else {
        return (told.0 == nil) == (told.1 == nil)
          ? [] : ["\(Dialogue.text(action)) " + (told.1 == nil ? "refused" : "possible")]
      }
      let changed = before.compactMap { event -> String? in
        guard let twin = after.first(where: { Self.areTwins($0, event) }) else { return "\(Self.text(event)) gone" }
        let difference = Self.difference(event, twin)
        return difference.isEmpty ? nil : "\(Self.text(event)) \(difference)"
      }
      return changed
        + after.filter { event in !before.contains { Self.areTwins($0, event) } }.map { "\(Self.text($0)) new" }
    }.map { "\(name): \($0)" }
  }

  private static func areTwins(_ one: Exchange.Event, _ other: Exchange.Event) -> Bool {
    (one.connID, one.thisDN, one.type) == (other.connID, other.thisDN, other.type)
  }
  private static func text(_ event: Exchange.Event) -> String { "\(Cast.letter(event.thisDN)) \(event.type.name)" }

  /// `-Gone`, `+New=value`, `Changed=value`.
  private static func difference(_ one: Exchange.Event, _ other: Exchange.Event) -> String {
    let before = Dialogue.attributes(one).split(separator: " ")
    let after = Dialogue.attributes(other).split(separator: " ")
    func name(_ word: Substring) -> Substring { word.prefix { $0 != "=" } }
    let gone = before.map(name).filter { !after.map(name).contains($0) }.map { "-\($0)" }
    let new = after.filter { !before.contains($0) }.map { (before.map(name).contains(name($0)) ? "" : "+") + $0 }
    // No table lists the ANI.
    let ani = one.ani == other.ani ? [] : ["+ANI=\(Cast.letter(other.ani))"]
    return (gone + new + ani).joined(separator: " ")
  }
}
