package import CallModel

/// Calls that are judged together, as they were explained: who did what, and which events of the log tell of it.
package struct ExplainedCalls: Sendable {
  /// A DN that took part.
  package struct Party: Sendable {
    /// The DN of the log; none if no event has named it.
    package let name: Observation.DN
    package let kind: Kind
    /// Whether a client had registered it before anything was set on it.
    package let isRegistered: Bool

    package init(name: Observation.DN, kind: Kind, isRegistered: Bool = true) {
      (self.name, self.kind, self.isRegistered) = (name, kind, isRegistered)
    }
  }

  /// An action, and what the log says about it.
  package struct Step: Sendable {
    /// Its DNs are numbers of parties, from 1.
    package let action: Exchange.Action
    /// Whether the actor can make no requests: it is outside, or its DN is not registered.
    package let isByHand: Bool
    package let brought: Exchange.Attachments
    /// The call; none for an action that is not about one.
    package let call: ConnID
    /// What the call models say that it tells the DNs.
    package let told: [Exchange.Event]
    /// What the log has, in its order, and then what had not come when the log ended.
    package internal(set) var lines: [Line] = []
  }

  /// What the log has, or lacks at its end, for a step.
  package enum Line: Sendable {
    /// An event of the log; the event of the call models that it was taken for, and in what they differ.
    case observed(Observation, told: Exchange.Event?, wrong: AttributeSet)
    /// An event that had not come when the log ended.
    case pending(Exchange.Event)
    /// An event of the log that was not judged.
    case unjudged(Observation)
  }

  package private(set) var parties: [Party] = []
  /// What sets on the DNs what was set on them before the first step.
  package private(set) var setup: [Exchange.Action] = []
  package private(set) var steps: [Step] = []
  /// All events of the calls, in the order of the log.
  package let observations: [Observation]
  /// The event from which on nothing was judged.
  package let lost: Observation?
  /// Whether that is because one of the calls began before the log.
  package let hasUnknownPast: Bool
  /// Whether a fresh exchange carries out all actions.
  package private(set) var isPossible = true
  package let profile: SwitchProfile
  package let presence: Presence
  private let calls: [(model: ConnID, log: ConnID)]

  init(_ component: Component, by explainer: Explainer) {
    let hypothesis = component.best ?? .start
    observations = component.history
    (lost, hasUnknownPast) = (component.lost, component.hasUnknownPast)
    (profile, presence) = (explainer.profile, explainer.terms.presence)
    calls = hypothesis.calls.map { ($0.model, $0.log) }
    cast(hypothesis, by: explainer.book)
    var alignment = EventAlignment(self, hypothesis)
    alignment.assign()
    for place in steps.indices { steps[place].lines = alignment.lines[place] }
  }

  /// The number of the call in the steps; nil for a ConnID that belongs to none of them.
  package func call(_ log: ConnID) -> ConnID? { calls.first { $0.log == log }?.model }

  /// The ConnID of the call; none if no event has named it.
  func name(_ model: ConnID) -> ConnID { calls.first { $0.model == model }?.log ?? .none }

  /// The event of a step as a log would have it, with these attributes.
  func observation(_ event: Exchange.Event, _ attributes: AttributeSet? = nil) -> Observation {
    var event = event
    if let attributes { event.listed = attributes }
    return Observation(
      event, dn: { $0 == .none ? .none : parties[Int($0.rawValue) - 1].name }, call: { name($0) })
  }

  /// Plays the steps on a fresh exchange, whose DNs are numbered in the order in which the steps mention them.
  private mutating func cast(_ hypothesis: Hypothesis, by book: Rulebook<Exchange>) {
    let path = hypothesis.last?.path ?? []
    var settings: [UInt16: Exchange.Settings] = [:]
    var observations: [Exchange.Observation] = []
    for opening in hypothesis.opening {
      switch opening {
      case .settings(let set, let dn): settings[dn.rawValue] = set
      case .observation(let observation): observations.append(observation)
      }
    }
    var order: [UInt16] = []
    func mention(_ dn: Exchange.DN) { if dn != .none, !order.contains(dn.rawValue) { order.append(dn.rawValue) } }
    for step in path { for dn in [step.action.actor, step.action.target] { mention(dn) } }
    for number in hypothesis.cast.indices where hypothesis.cast[number].name != .none {
      mention(Exchange.DN(UInt16(number)))
    }
    for number in order { for dn in [settings[number]?.group, settings[number]?.forwardsTo] { mention(dn ?? .none) } }
    for observation in observations { for dn in [observation.observer, observation.agent] { mention(dn) } }
    func renumbered(_ dn: Exchange.DN) -> Exchange.DN {
      Exchange.DN(order.firstIndex(of: dn.rawValue).map { UInt16($0 + 1) } ?? 0)
    }

    var exchange = Exchange(calls: 64)
    for number in order {
      let member = hypothesis.cast[Int(number)]
      let observes = observations.contains { $0.observer.rawValue == number }
      // What is set on a DN was set while it was registered.
      let isRegistered = settings[number].map { observes || $0.isRegistered || !$0.actions(of: .none).isEmpty }
      let party = Party(
        name: member.name, kind: member.kind, isRegistered: isRegistered ?? member.isRegistered)
      parties.append(party)
      _ = exchange.add(member.kind, registered: party.isRegistered)
    }
    let registered = order.filter { exchange.isRegistered(renumbered(Exchange.DN($0))) }
    for number in order {
      guard var set = settings[number] else { continue }
      (set.group, set.forwardsTo) = (renumbered(set.group), renumbered(set.forwardsTo))
      if set.forwardMode != .none, set.forwardsTo == .none {
        // Where it forwards its calls is not known.
        parties.append(Party(name: .none, kind: .external))
        set.forwardsTo = exchange.add(.external) ?? .none
      }
      setup += set.actions(of: renumbered(Exchange.DN(number)))
    }
    setup += observations.map {
      Exchange.Action(
        .monitorNextCall, by: renumbered($0.observer), to: renumbered($0.agent), mode: Exchange.Mode($0.type))
    }
    setup += registered.filter { settings[$0]?.isRegistered == false }
      .map { Exchange.Action(.unregisterAddress, by: renumbered(Exchange.DN($0))) }
    var ignored: [Exchange.Event] = []
    for action in setup where (try? exchange.apply(action, by: book, into: &ignored)) == nil { isPossible = false }
    for step in path {
      var action = step.action
      (action.actor, action.target) = (renumbered(action.actor), renumbered(action.target))
      let isByHand = exchange.kind(of: action.actor) == .external || !exchange.isRegistered(action.actor)
      var told: [Exchange.Event] = []
      guard let applied = try? exchange.apply(action, with: step.brought, by: book, into: &told) else {
        isPossible = false
        break
      }
      steps.append(
        Step(action: action, isByHand: isByHand, brought: step.brought, call: applied.connID, told: told))
    }
  }
}
