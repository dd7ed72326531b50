/// One switch with its T-Server: DNs are added, actions are applied, events come out.
///
///     var office = Switch()
///     let ann = office.add(.extension, "7001")
///     let sales = office.add(.acdGroup, "Sales")
///     for event in try office.apply(.makeCall(from: ann, to: sales)) { print(event) }
///
/// A switch is a value: a copy goes its own way.
public struct Switch: Sendable {
  /// How this switch differs from others.
  public let profile: SwitchProfile
  package var exchange: Exchange
  package let rulebook: Rulebook<Exchange>
  /// The DNs, by their numbers; number 0 is no DN.
  private var numbers = TextTable()
  /// The texts of user data and AgentIDs, by their numbers; number 0 is no text.
  private var texts = TextTable()

  /// Every rule, in the order of the manual.
  public static var rules: [RuleReference] { TServer.rules.map(\.reference) }

  /// Makes a switch without DNs; `capacity` is the most calls at a time, which must be from 1 to 65,535.
  public init(_ profile: SwitchProfile = SwitchProfile(), calls capacity: Int = 1_024) {
    precondition(
      1...Exchange.callLimit ~= capacity, "a switch has room for 1 to \(Exchange.callLimit) calls, not \(capacity)")
    self.profile = profile
    exchange = Exchange(calls: capacity)
    rulebook = TServer.rulebook(under: profile)
    _ = numbers.add("")
    _ = texts.add("")
  }

  /// Adds a DN and returns it; `group` makes an extension an agent of that ACD group, which must be there already.
  ///
  /// `agent` is the AgentID with which an agent logs in there, unless the login names another. A DN that is not
  /// `registered` is told nothing until a client registers it, and its requests are refused. What is done by hand is
  /// possible; an action that can be both, such as `makeCall`, is a request if it has a ReferenceID.
  ///
  /// A switch has at most 65,535 DNs, and no two with one number: one more, a number that is empty or there already, or
  /// an agent of what is no ACD group, is a mistake of the program, which stops.
  @discardableResult
  public mutating func add(
    _ kind: Kind, _ number: String, agentOf group: DN? = nil, agent: String? = nil, registered: Bool = true
  ) -> DN {
    precondition(
      numbers.count <= Exchange.dnLimit, "a switch has at most \(Exchange.dnLimit) DNs: \(number) is too many")
    precondition(!number.isEmpty, "a DN needs a number")
    precondition(numbers.number(of: number) == nil, "the switch already has a DN \(number)")
    if let group {
      precondition(kind == .extension, "\(number) is of kind \(kind): only an extension is an agent")
      precondition(self.kind(of: group) == .acdGroup, "add the ACD group \(group) before \(number), its agent")
    }
    precondition(agent == nil || kind == .extension, "\(number) is of kind \(kind): only an extension has an agent")
    precondition(registered || kind != .external, "\(number) is external: no client registers it")
    _ = numbers.add(number)
    _ = exchange.add(
      kind, agentOf: group.flatMap { self.number(of: $0) } ?? .none,
      agentID: agent.map { UInt32(texts.add($0)) } ?? 0, registered: registered)
    return DN(number)
  }

  /// Carries the action out and returns its events in the manual's order.
  ///
  /// An action that is not possible is refused: then everything is as it was, and the error says why.
  @discardableResult
  public mutating func apply(_ action: Action) throws(Refusal) -> [Event] {
    let known = texts.count
    var request = try numbered(action)
    if let agent = action.agent { request.agentID = UInt32(texts.add(agent)) }
    let brought = attachments(of: action)
    var events: [Exchange.Event] = []
    do throws(ModelRefusal<Exchange>) {
      try exchange.apply(request, with: brought, by: rulebook, into: &events)
    } catch {
      texts.removeAll(from: known)
      throw refusal(error, brought)
    }
    return events.map { told in
      let repeated = exchange.repeated(in: told, after: request, bringing: brought, by: rulebook)
      return event(
        told, userData(repeated.reasons), userData(repeated.extensions),
        sent: told.type == .userEvent ? brought.data : nil)
    }
  }

  /// Why the action is not possible now; `nil` if it is possible. Nothing changes.
  public func refusal(of action: Action) -> Refusal? {
    var trial = self
    do throws(Refusal) { try trial.apply(action) } catch { return error }
    return nil
  }

  /// What the T-Server sends to the requester of a refused request: EventError, with the next number.
  ///
  /// It is `nil` if no client can request the action, or if the requester is no DN of the switch.
  public mutating func error(for refusal: Refusal) -> Event? {
    guard var answer = refusal.answer, number(of: answer.thisDN) != nil else { return nil }
    exchange.sequenceNumber &+= 1
    answer.values.removeAll { $0.attribute == .eventSequenceNumber }
    answer.values.append(
      Event.Value(attribute: .eventSequenceNumber, text: "\(exchange.lastEventNumber)", isListed: false))
    return answer
  }

  /// Everything that the DN can do now, with the events that each action would cause.
  ///
  /// A request about user data brings one pair, TSendDTMF one digit; other actions have no parameters.
  public func possibleActions(of dn: DN) -> [PossibleAction] {
    guard let number = number(of: dn) else { return [] }
    return exchange.possibleActions(of: number, by: rulebook).map { possible in
      var named = self
      var action = named.action(possible.action, possible.action.verb == .deletePair ? possible.pairs : [])
      // It stands for any that a client would choose.
      if possible.action.verb.needsPairs { action.userData = ["key": "value"] }
      if possible.action.verb == .sendDTMF { action.digits = "1" }
      // The events are told with the user data that the call has after the action, or with how the DN stands then.
      let tellsMore =
        !possible.pairs.isEmpty || !exchange.data.isEmpty || possible.action.verb.isAboutRegistration
      let applied = tellsMore ? try? named.apply(action) : nil
      return PossibleAction(action: action, events: applied ?? possible.events.map { named.event($0) })
    }
  }
}

extension Switch: CustomStringConvertible {
  /// How much there is: `a switch with 3 DNs and 1 call`.
  public var description: String {
    let calls = exchange.calls.count
    return "a switch with \(dns.count) DN\(dns.count == 1 ? "" : "s") and \(calls) call\(calls == 1 ? "" : "s")"
  }

  /// The DNs, in the order in which they were added.
  public var dns: [DN] { (1..<numbers.count).map { DN(numbers[$0]) } }

  /// The kind of the DN; `nil` if the switch has no such DN.
  public func kind(of dn: DN) -> Kind? { number(of: dn).flatMap { exchange.kind(of: $0) } }

  /// Whether a client has registered the DN, so that it is told of it; `false` if the switch has no such DN.
  ///
  /// No client registers an external party, and none needs to: it is told nothing anyway.
  public func isRegistered(_ dn: DN) -> Bool {
    number(of: dn).map { exchange.kind(of: $0) != .external && exchange.isRegistered($0) } ?? false
  }

  /// The calls, by age.
  public var calls: [Call] { exchange.calls.map { call($0) } }

  /// The call with this ConnID; `nil` if there is none, or none any more.
  public subscript(connID: ConnID) -> Call? { exchange[connID].map { call($0) } }

  private func call(_ call: Exchange.Call) -> Call {
    Call(
      connID: call.connID, type: call.type, origin: dn(call.origin), dialed: dn(call.dialed),
      main: call.main == .none ? nil : call.main,
      parties: call.parties.map { party in
        Call.Party(
          dn: dn(party.dn), role: party.role, state: party.state,
          isMuted: exchange.isMuted(party.dn, in: call.connID),
          isListening: exchange.isListening(party.dn, in: call.connID))
      },
      virtualQueues: exchange.virtualQueues(of: call.connID).map(dn),
      userData: userData(exchange.userData(of: call.connID).pairs))
  }
}

// MARK: For speed

extension Switch {
  /// The most events of one action.
  public static var eventLimit: Int { Exchange.eventLimit }

  /// The DN in numbers; `nil` if the switch has no such DN.
  public func number(of dn: DN) -> Exchange.DN? {
    guard let number = numbers.number(of: dn.text), number > 0 else { return nil }
    return Exchange.DN(UInt16(number))
  }

  /// The DN with this number, which the switch must have.
  public func dn(_ number: Exchange.DN) -> DN {
    precondition(Int(number.rawValue) < numbers.count, "the switch has no DN with the number \(number.rawValue)")
    return DN(numbers[Int(number.rawValue)])
  }

  /// The text with this number, which the switch must have: an AgentID of an event in numbers.
  public func text(_ number: UInt32) -> String {
    precondition(Int(number) < texts.count, "the switch has no text with the number \(number)")
    return texts[Int(number)]
  }

  /// Carries an action in numbers out, and appends its events to memory that has room for `eventLimit` more.
  ///
  /// Nothing is allocated and no text is made, unless the action is refused. It takes no user data.
  ///
  ///     var events = [Exchange.Event](capacity: Switch.eventLimit) { room in
  ///       try office.apply(Exchange.Action(.makeCall, by: caller, to: called), into: &room)
  ///     }
  @discardableResult
  public mutating func apply(
    _ action: Exchange.Action, into events: inout OutputSpan<Exchange.Event>
  ) throws(Refusal) -> Exchange.Applied {
    do throws(ModelRefusal<Exchange>) {
      return try exchange.apply(action, by: rulebook, into: &events)
    } catch {
      throw refusal(error, Exchange.Attachments())
    }
  }

  /// The event in texts. Its user data are those of the call now, and an agent's reasons those of the agent now.
  public func event(_ event: Exchange.Event) -> Event { self.event(event, UserData(), UserData()) }

  /// With what the request has brought that the event answers; `sent` are the user data of a user event.
  private func event(
    _ event: Exchange.Event, _ reasons: UserData, _ extensions: UserData, sent: [Exchange.UserData.Pair]? = nil
  ) -> Event {
    let pairs = sent ?? (event.type == .error ? nil : exchange.lastUserData(of: event.connID)?.pairs)
    let data = userData(pairs ?? [])
    let snapshot = exchange.snapshot(in: event)
    let given = userData(event.type.isAboutAgent ? exchange.reasons(of: event.thisDN) : snapshot?.reasons ?? [])
    var reader = ValueReader(self, listed: event.listed)
    event.read(all: true, into: &reader)
    if let digits = exchange.digits(in: event) { reader.insert(.collectedDigits, texts[Int(digits)]) }
    reader.insert(.reasons, "\(reasons.pairs.isEmpty ? given : reasons)")
    if let snapshot {
      if event.type == .addressInfo { reader.insert(.thisDN, dn(snapshot.dn).text, isListed: true) }
      reader.insert(.infoType, "\(snapshot.infoType)")
      let pairs = snapshot.pairs.map { UserData.Pair($0.key, $0.value.text { self.dn($0).text }) }
      reader.insert(.extensions, "\(UserData(pairs))")
    } else {
      reader.insert(.extensions, "\(extensions)")
    }
    reader.insert(.userData, "\(data)")
    return Event(
      type: event.type, thisDN: dn(event.thisDN), values: reader.values, userData: data,
      rule: TServer.rule(of: event)?.reference)
  }
}

// MARK: Numbers and texts

extension Switch {
  private func numbered(_ action: Action) throws(Refusal) -> Exchange.Action {
    guard let actor = number(of: action.actor) else { throw refusal(action, "there is no DN \(action.actor)", nil) }
    let request = Exchange.Action(action.verb, by: actor, referenceID: action.referenceID ?? 0)
    do throws(ModelRefusal<Exchange>) {
      try exchange.checkRegistration(of: request)
    } catch {
      throw refusal(error, Exchange.Attachments())
    }
    var target = Exchange.DN.none
    if let named = action.target {
      guard let number = number(of: named) else {
        let code = action.verb == .queryAddress ? ErrorCode.unknownDN : .invalidCalledDN
        throw refusal(action, "there is no DN \(named)", code)
      }
      target = number
    }
    if let queue = action.queue, action.verb == .agentLogin {
      guard let number = number(of: queue) else { throw refusal(action, "there is no DN \(queue)", .badValue) }
      target = number
    }
    if let digits = action.digits, let reason = Digits.mistake(in: digits) { throw refusal(action, reason, .badValue) }
    if let part = action.partNotTaken { throw refusal(action, "\(action.verb) takes no \(part)", .badValue) }
    if let value = action.consultUserData, SwitchProfile.ConsultUserData(rawValue: value) == nil {
      throw refusal(action, "there is no ConsultUserData \(value)", .badValue)
    }
    return Exchange.Action(
      action.verb, by: actor, to: target, on: action.on ?? .none, callState: action.callState,
      mode: action.mode?.number ?? .none, referenceID: action.referenceID ?? 0)
  }

  /// Refused before the exchange is asked.
  private func refusal(_ action: Action, _ reason: String, _ code: ErrorCode?) -> Refusal {
    let done = Exchange.reasons.phrase(action.verb, hasTarget: action.target != nil) { blank in
      blank == "target" ? action.target?.text ?? "" : blank == "call" ? "the call" : ""
    }
    let code = action.verb.isRequest ? code : nil
    var trial = exchange
    let answer = code.flatMap { code in
      number(of: action.actor).map { actor in
        let call = action.on.flatMap { exchange[$0]?.connID } ?? .none
        return event(trial.error(code, to: actor, about: call, answering: action.referenceID ?? 0))
      }
    }
    return Refusal("\(action.actor) cannot \(done): \(reason)", because: reason, code, answer: answer)
  }

  private mutating func attachments(of action: Action) -> Exchange.Attachments {
    var brought = Exchange.Attachments(data: numbered(action.userData))
    (brought.reasons, brought.extensions) = (numbered(action.reasons), numbered(action.extensions))
    brought.monitoring = numbered(UserData(action.monitoring))
    brought.digits = action.digits.map { UInt32(texts.add($0)) }
    brought.consultUserData = action.consultUserData.flatMap { SwitchProfile.ConsultUserData(rawValue: $0) }
    return brought
  }

  private mutating func numbered(_ data: UserData) -> [Exchange.UserData.Pair] {
    data.pairs.map { pair in
      .init(key: UInt32(texts.add(pair.key)), value: UInt32(texts.add(pair.value)))
    }
  }

  /// Digits are brought as the value of a pair.
  private mutating func numbered(_ digits: String?) -> [Exchange.UserData.Pair] {
    digits.map { [.init(key: 0, value: UInt32(texts.add($0)))] } ?? []
  }

  private func action(_ action: Exchange.Action, _ pairs: [Exchange.UserData.Pair]) -> Action {
    let target = action.target == .none ? nil : dn(action.target)
    let isLogin = action.verb == .agentLogin
    return Action(
      action.verb, by: dn(action.actor), to: isLogin ? nil : target,
      on: action.on == .none ? nil : action.on, callState: action.callState,
      mode: RequestMode(action.mode, of: action.verb),
      referenceID: action.referenceID == 0 ? nil : action.referenceID,
      agent: action.agentID == 0 ? nil : text(action.agentID), queue: isLogin ? target : nil, userData: userData(pairs))
  }

  private func userData(_ pairs: [Exchange.UserData.Pair]) -> UserData {
    UserData(pairs.map { UserData.Pair(texts[Int($0.key)], texts[Int($0.value)]) })
  }

  // Not inlined, so that an action that is possible does not pay for it.
  @inline(never)
  private func refusal(_ refusal: ModelRefusal<Exchange>, _ brought: Exchange.Attachments) -> Refusal {
    // An action in numbers may name a DN that the switch does not have.
    let name = { (dn: Exchange.DN) in
      dn != .none && Int(dn.rawValue) < numbers.count ? self.dn(dn).text : "an unknown DN"
    }
    let isKnown = exchange.kind(of: refusal.action.actor) != nil
    let isRequest = refusal.action.verb.isRequest
    var trial = exchange
    return Refusal(
      exchange.sentence(refusal, by: rulebook, naming: name),
      because: exchange.reason(refusal, by: rulebook, naming: name), isRequest ? refusal.errorCode : nil,
      calls: refusal.cause == .severalCalls
        ? exchange.callsPossible(for: refusal.action, with: brought, by: rulebook) : [],
      answer: isRequest && isKnown ? event(trial.error(for: refusal, by: rulebook)) : nil)
  }
}

/// Spells the attributes of an event.
private struct ValueReader: AttributeReader {
  private let office: Switch
  private let listed: AttributeSet
  var values: [Event.Value] = []

  init(_ office: Switch, listed: AttributeSet) { (self.office, self.listed) = (office, listed) }

  mutating func read(_ attribute: Attribute, _ dn: Exchange.DN) { add(attribute, office.dn(dn).text) }
  mutating func read(_ attribute: Attribute, _ name: StaticString) { add(attribute, "\(name)") }
  mutating func read(_ attribute: Attribute, _ number: UInt64) { add(attribute, "\(number)") }
  mutating func read(_ attribute: Attribute, uuidOf call: ConnID) { add(attribute, call.uuid) }
  mutating func read(_ attribute: Attribute, text number: UInt32) { add(attribute, office.text(number)) }

  private mutating func add(_ attribute: Attribute, _ text: String) {
    values.append(Event.Value(attribute: attribute, text: text, isListed: listed.contains(attribute)))
  }

  /// Adds a text in the place of its attribute.
  mutating func insert(_ attribute: Attribute, _ text: String, isListed: Bool? = nil) {
    if text.isEmpty { return }
    let place = values.firstIndex { $0.attribute.rawValue > attribute.rawValue }
    let isListed = isListed ?? listed.contains(attribute)
    values.insert(Event.Value(attribute: attribute, text: text, isListed: isListed), at: place ?? values.count)
  }
}
