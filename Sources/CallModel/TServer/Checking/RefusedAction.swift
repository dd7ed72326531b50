/// A refused action and the state that refused it; fills in the blanks of `Exchange.reasons`.
private struct RefusedAction {
  let exchange: Exchange
  let refusal: ModelRefusal<Exchange>
  /// The action, including the parties that it leaves unnamed.
  let action: Exchange.Action
  let name: (Exchange.DN) -> String

  var call: Exchange.Call? {
    guard exchange.slots.indices.contains(refusal.subject) else { return nil }
    return exchange.slots[refusal.subject]
  }

  /// The number of calls that the actor is in.
  var callCount: Int { exchange.isKnown(action.actor) ? exchange.line(action.actor).callCount : 0 }

  func fill(_ blank: Substring) -> String {
    switch blank {
    case "call": oneOfSeveral ?? "the call"
    case " call": oneOfSeveral.map { " \($0)" } ?? ""
    case " in call": oneOfSeveral.map { " in \($0)" } ?? ""
    case " to call": oneOfSeveral.map { " to \($0)" } ?? ""
    case " there": oneOfSeveral == nil ? "" : " there"
    case "target": name(action.target)
    case "other": opposite.map { name($0.dn) } ?? "the other party"
    case "absent": callCount == 0 ? "it is in no call" : "it is not in \(text(call))"
    case "kind": exchange.kind(of: action.actor)?.words ?? "unknown"
    case "talking": talking
    case "waits": opposite.map(waits) ?? "has not been answered"
    case "asked": asked
    case "active": active
    case "unanswered": unanswered(in: call)
    case "second": text(second)
    case "second unanswered": unanswered(in: second)
    case "both": both
    case "no agent": noAgent
    case "supervisor": name(exchange.cold[0].monitors.first { $0.agent == action.target }?.observer ?? .none)
    case "its place": itsPlace
    case "undisturbed": undisturbed
    default: String(blank)
    }
  }

  // MARK: The call

  private func text(_ call: Exchange.Call?) -> String { call.map { "call \($0.connID.rawValue)" } ?? "the call" }

  /// The call's number, if several calls could be meant.
  private var oneOfSeveral: String? {
    guard let call else { return nil }
    return callCount > 1 || call.index(of: action.actor) == nil ? text(call) : nil
  }

  private var place: Int? { call?.index(of: action.actor) }

  private var opposite: Exchange.Call.Party? {
    guard let call else { return nil }
    if place == nil, action.verb == .pickUp { return call.index(of: action.target).map { call[$0] } }
    return place.flatMap { call.opposite(of: $0) }.map { call[$0] }
  }

  private var talking: String {
    guard let call, let opposite else { return "talking" }
    if call.members > 2 { return "talking in a conference" }
    if opposite.state.hasAnswered { return "talking to \(name(opposite.dn))" }
    return exchange.kind(opposite.dn).isQueue
      ? "waiting at \(name(opposite.dn))" : "waiting for \(name(opposite.dn)) to answer"
  }

  /// Why a call is not answered yet.
  private func waits(_ opposite: Exchange.Call.Party) -> String {
    exchange.kind(opposite.dn).isQueue
      ? "waits at \(name(opposite.dn))" : "\(name(opposite.dn)) has not answered"
  }

  private var asked: String {
    let asked = place.flatMap { call?[$0].asked } ?? .none
    return asked == .none || asked == action.actor ? "a rejection" : name(asked)
  }

  private func unanswered(in call: Exchange.Call?) -> String {
    let waiting = call?.parties.first {
      $0.dn != action.actor && !$0.state.hasAnswered && !$0.state.isObserver
    }
    return waiting.map { name($0.dn) } ?? "the other party"
  }

  // MARK: Other calls

  /// The call in which the actor is active.
  private var active: String {
    let line = exchange.line(action.actor)
    for number in 0..<line.count where line.slot(number) != refusal.subject {
      let call = exchange.slots[line.slot(number)]
      if let place = call.index(of: action.actor), call[place].state.isActive { return text(call) }
    }
    return "another call"
  }

  private var second: Exchange.Call? {
    let other = exchange.twoCalls(of: action).other
    return other < 0 ? nil : exchange.slots[other]
  }

  /// The party that is in both calls, or that one call is about to be routed to and that is in the other.
  private var both: String {
    guard let call, let second else { return "another party" }
    let shared =
      call.parties.first { $0.dn != action.actor && second.index(of: $0.dn) != nil }?.dn
      ?? call.parties.first { $0.asked != .none && second.index(of: $0.asked) != nil }?.asked
    return shared.map(name) ?? "another party"
  }

  // MARK: Kinds and agents

  /// `an ACD group, not an extension or a remote party`.
  func kind(of dn: Exchange.DN, among allowed: [Kind]) -> String {
    guard let kind = exchange.kind(of: dn) else { return "unknown" }
    // A long list would not help.
    if allowed.contains(kind) || allowed.isEmpty || allowed.count > 3 { return kind.words }
    return "\(kind.words), not \(allowed.map(\.words).joined(by: "or"))"
  }

  /// Where the agent is logged in who wants to log in here.
  private var itsPlace: String {
    let usual = exchange.cold[0].settings[Int(action.actor.rawValue)].usual.agentID
    return name(exchange.cold[0].agents[action.agentID != 0 ? action.agentID : usual])
  }

  /// Why a virtual queue cannot queue or divert the call; nil for anything else.
  var ofVirtualQueue: String? {
    guard action.verb == .queue || action.verb == .divert, refusal.cause == .conditions else { return nil }
    guard exchange.slots.indices.contains(refusal.subject) else { return "there is no call" }
    let call = text(call)
    return switch exchange.obstacle(to: action, in: refusal.subject) {
    case .atNoQueue: "no routing point or queue has \(call)"
    case .waitsThere: "\(call) is already waiting there"
    case .atTooManyQueues:
      "\(call) is already waiting at \(Exchange.virtualQueueLimit) virtual queues, which is the limit"
    case .doesNotWaitThere: "\(call) is not waiting there"
    case .stillAt(let place): "\(call) is still at \(name(place))"
    case .notSentThere:
      action.target == .none ? "it must name a target" : "\(call) has not gone to \(name(action.target))"
    case nil: nil
    }
  }

  /// Why the device takes no calls.
  private var undisturbed: String {
    let isOutOfService = exchange.cold[0].settings[Int(action.actor.rawValue)].isOutOfService
    return isOutOfService ? "it is out of service" : "do-not-disturb is on"
  }

  private var noAgent: String {
    let group = name(action.actor)
    let agents = exchange.cold[0].settings.filter {
      ($0.agent == .loggedOut ? $0.usual.group : $0.login.group) == action.actor
    }
    if agents.isEmpty { return "\(group) has no agents" }
    return "no agent of \(group) is ready" + (agents.contains { $0.agent == .ready } ? " and free" : "")
  }
}

extension Exchange {
  /// Why the action was refused, as the end of `sentence`. The state must still be the one that refused it.
  package func reason(
    _ refusal: ModelRefusal<Exchange>, by book: Rulebook<Exchange>,
    naming name: (DN) -> String = { "DN \($0.rawValue)" }
  ) -> String {
    withoutActuallyEscaping(name) { reason(refused(refusal, $0), book) }
  }

  /// Says which DN cannot do what, and why: `B cannot answer: it is not ringing (it is talking to A)`.
  package func sentence(
    _ refusal: ModelRefusal<Exchange>, by book: Rulebook<Exchange>,
    naming name: (DN) -> String = { "DN \($0.rawValue)" }
  ) -> String {
    withoutActuallyEscaping(name) { name in
      let refused = refused(refusal, name)
      let done = Self.reasons.phrase(
        refusal.action.verb, hasTarget: refusal.action.target != .none, filledBy: refused.fill)
      return "\(name(refusal.action.actor)) cannot \(done): \(reason(refused, book))"
    }
  }

  private func refused(_ refusal: ModelRefusal<Exchange>, _ name: @escaping (DN) -> String) -> RefusedAction {
    let action = knowsParties(of: refusal.action) ? meant(by: refusal.action) : refusal.action
    return RefusedAction(exchange: self, refusal: refusal, action: action, name: name)
  }

  private func reason(_ refused: RefusedAction, _ book: Rulebook<Exchange>) -> String {
    let (refusal, action) = (refused.refusal, refused.refusal.action)
    let kind = kind(of: action.actor) ?? .extension
    if kind == .virtualQueue, let reason = refused.ofVirtualQueue { return reason }
    let isMisplaced = kind.isQueue ? action.verb.isOfDevices : action.verb.isOfQueues
    switch refusal.cause {
    case .unknownCall where action.on != .none: return "there is no call \(action.on.rawValue)"
    case .unknownCall where kind == .virtualQueue: return "no call is waiting at a routing point or queue"
    case .unknownCall: return isMisplaced ? "it is \(kind.words)" : "there is no call to queue"
    case .unknownParty: return "the switch has no such DN"
    case .severalCalls: return severalCalls(action, book)
    case .conditions where kind == .virtualQueue && !action.verb.isOfVirtualQueues: return "it is \(kind.words)"
    case .outOfService: return "it is out of service"
    case .unregistered: return "it is not registered"
    case .watchesOnly: return "it is registered with RegisterMode=Monitor"
    case .conditions where action.verb == .ring && isOutOfService(action.actor): return "it is out of service"
    case .conditions where refusal.errorCode == .badValue: return refusal.misfit
    case .conditions: break
    }
    if isMisplaced { return "it is \(kind.words)" }
    if action.verb == .endWrapUp, !book.answers(.endWrapUp, by: .idle) {
      return "the switch ends after-call work only where the profile has wrap-up=timed"
    }
    let isIdle = refusal.state == .idle && refused.callCount == 0
    return book.reason(refusal, Self.reasons, isIdle: isIdle).filled { blank in
      switch blank {
      case "actor kind":
        let allowed = book.allowed(action.verb, of: .byAnyone)
        return refused.kind(of: action.actor, among: Kind.allCases.filter { !allowed.isDisjoint(with: .by($0)) })
      case "target kind":
        let allowed = book.allowed(action.verb, of: .toAnyone)
        return refused.kind(
          of: refused.action.target, among: Kind.allCases.filter { !allowed.isDisjoint(with: .to($0)) })
      default: return refused.fill(blank)
      }
    }
  }

  private func isOutOfService(_ dn: DN) -> Bool { isKnown(dn) && cold[0].settings[Int(dn.rawValue)].isOutOfService }

  private func severalCalls(_ action: Action, _ book: Rulebook<Exchange>) -> String {
    // The user data of the action is no longer known, but it could be in any of the actor's calls.
    var calls = action.verb.changesData ? [] : callsPossible(for: action, by: book, atMost: 4)
    if action.verb.changesData {
      eachCall(of: action.actor) { slot in
        calls.append(slots[slot].connID)
        return calls.count < 4
      }
      calls.sort()
    }
    if calls.count > 3 || calls.isEmpty { return "several calls could be meant" }
    return calls.map { "call \($0.rawValue)" }.joined(by: "or") + " could be meant"
  }
}
