import CallModel

/// Finds the actions that explain an observation.
struct Explainer: Sendable {
  let profile: SwitchProfile
  let book: Rulebook<Exchange>
  let index: MessageIndex
  /// What is worth trying to explain a message, made when it is first needed.
  private var searches: [Search.Kind: Search] = [:]
  let silent: AttemptTable
  /// What is worth trying on calls at all.
  let everything: AttemptTable
  var terms: Terms
  var memory = Memory()
  /// How many hypotheses may still be looked at, while a component is judged once more; see `looks`.
  var looksLeft = Int.max
  /// Events that show what has happened before them, if they may be looked at before their turn.
  var foreseen: ArraySlice<Observation> = []
  /// How many events of the log no effort has explained, and with how many it begins.
  var vainEfforts = 0
  var leastVain = 0
  /// The DNs that are told something in the log, two at the most.
  var told: Set<Observation.DN> = []
  /// Where the first event of the log is.
  var firstSeen: Observation.Position?
  /// The least ConnID of a call that began in the log.
  var leastBegun: ConnID?
  /// Whether the options of the switch are learned from the log, and those that have been.
  var learnsOptions = false
  var learned: [LearnedOption] = []
  /// How many calls no other option has explained.
  var vainTries = 0
  /// Explainers for switches that differ in one option, if they have been made before they are needed.
  var prepared: [SwitchProfile: Explainer] = [:]
  /// The events of the calls that were explained last.
  var recent: [[Observation]] = []

  init(_ profile: SwitchProfile, _ presence: Presence) {
    self.profile = profile
    book = TServer.rulebook(under: profile)
    index = MessageIndex(book)
    everything = Exchange.attempts(book, .everything, nil)
    silent = everything.restricted(to: Set(Self.silentVerbs))
    terms = Terms(presence: presence)
  }

  /// Verbs that may tell no DN anything. What other verbs do is told to the party that does it.
  private static let silentVerbs: [Verb] = [
    .answer, .hold, .retrieve, .release, .routeCall, .singleStepConference, .applyTreatment, .ring, .busy, .timeOut,
    .reachNetwork, .route, .divert,
  ]

  /// Verbs that do what another verb does, too, for all that events show.
  static let twins: Set<Verb> = [
    .distribute, .initiateConference, .updateUserData, .deletePair, .deleteUserData,
  ]

  /// Looks less far for what is unusual, as after some faults: logs with a fault are judged in less time.
  mutating func hurry() {
    leastVain = 5
    vainEfforts = leastVain
  }

  /// Forgets the names of a log.
  mutating func beginLog() {
    (terms.kinds, terms.settings, leastBegun, recent) = (KindTable(), SettingsTable(), nil, [])
    (vainEfforts, vainTries, told, firstSeen) = (leastVain, 0, [], nil)
  }

  /// Notes that the event stands in the log.
  mutating func see(_ observed: Observation) {
    if firstSeen == nil { firstSeen = observed.position }
    if told.count < 2, observed.type != .error, observed.thisDN != .none { told.insert(observed.thisDN) }
  }

  /// Whether the log is of one DN.
  var seesOneDN: Bool { told.count < 2 }

  /// Whether the call, whose first event this is, may have begun before the log: ConnIDs count upwards.
  func mayHaveBegunBefore(_ call: ConnID) -> Bool { leastBegun.map { call <= $0 } ?? true }

  /// What is worth trying to explain the message.
  private mutating func search(for type: EventType, asCompanion: Bool) -> Search {
    let requested = Self.twins.intersection(terms.evidence?.items.map(\.request.verb) ?? [])
    let kind = Search.Kind(type: type, isCompanion: asCompanion, twins: requested)
    if let known = searches[kind] { return known }
    let twins = Self.twins.subtracting(requested)
    var verbs = index.verbs(sending: type, asCompanion: asCompanion).filter { !twins.contains($0) }
    // Where a consultation shares the data of its main call, the data that its request brings are told there.
    if type == .attachedDataChanged, profile.consultUserData == .joint {
      verbs += [.initiateTransfer, .muteTransfer]
    }
    let made = Search(
      kind: kind, verbs: verbs, settings: verbs.filter { $0.reach == .theDN },
      attempts: everything.restricted(to: Set(verbs)))
    searches[kind] = made
    return made
  }

  /// What is worth trying, depending on whether events of other rules may go with those of an action.
  private mutating func searches(for type: EventType) -> (usual: Search, accompanied: Search) {
    let usual = search(for: type, asCompanion: index.isCompanion(type) && type.isAboutDN)
    return (usual, index.isCompanion(type) ? search(for: type, asCompanion: true) : usual)
  }

  /// The hypotheses that explain the event after those given, each once. None if it cannot be explained.
  mutating func explain(
    _ observed: Observation, after given: [Hypothesis], _ effort: Effort, silentSteps: Int? = nil
  ) -> [Hypothesis] {
    terms.effort = effort
    if !terms.requests.isEmpty || terms.evidence != nil { terms.evidence = terms.requests[observed.position] }
    let search = searches(for: observed.type)
    guard var ready = prepared(given, for: observed) else { return [] }
    if !foreseen.isEmpty { ready = inviting(withAgents(ready, before: observed), before: observed) }
    if terms.evidence != nil { ready = withQuietRequests(ready, before: observed) }
    // They are not kept any longer than needed: they may take much memory.
    var found = explain(observed, search, after: consume ready, effort, silentSteps ?? effort.silentSteps)
    heedRequests(&found, at: observed)
    found.merge()
    return found
  }

  /// Tries all of them without a silent step, then with one, and so on. Steps more than the fewest are a strain.
  private mutating func explain(
    _ observed: Observation, _ search: (usual: Search, accompanied: Search), after given: consuming [Hypothesis],
    _ effort: Effort, _ silentSteps: Int
  ) -> [Hypothesis] {
    var layer = given
    var found: [Hypothesis] = []
    var seen: Set<Hypothesis.Key> = []
    for depth in 0...silentSteps {
      let looks = layer.looks
      if looks > looksLeft { return [] }
      looksLeft -= looks
      for hypothesis in layer {
        addExplanations(of: observed, search, after: hypothesis, to: &found)
        // Many are equal. More than are kept are of no use, and would take much memory.
        if found.count > 2 * effort.limit { found.merge() }
        if found.count > 2 * effort.limit { break }
      }
      let more = found.isEmpty ? 0 : 1
      layer.removeAll { $0.strain + more > effort.strain }
      if depth == silentSteps || layer.isEmpty { return found }
      if depth == 0 { for hypothesis in layer { seen.insert(hypothesis.key) } }
      var next: [Hypothesis] = []
      for hypothesis in layer {
        eachSilentStep(of: hypothesis, before: observed) { changed in
          var changed = changed
          if terms.evidence != nil { changed.claim(terms.evidence, terms) }
          changed.normalize()
          guard next.count < effort.limit, seen.insert(changed.key).inserted else { return }
          changed.strain(by: more)
          next.append(changed)
        }
      }
      layer = next
    }
    return found
  }

  private func addExplanations(
    of observed: Observation, _ search: (usual: Search, accompanied: Search), after hypothesis: Hypothesis,
    to found: inout [Hypothesis]
  ) {
    if addOwed(observed, hypothesis, to: &found) { return }
    let isAccompanied = index.isCompanion(observed.type) && hypothesis.exchange.hasOnlookers
    let search = isAccompanied ? search.accompanied : search.usual
    eachCandidate(for: observed, search, hypothesis) { action in
      addSteps(action, telling: observed, search, hypothesis, to: &found)
    }
  }

  /// The event may complete a step. If an event is to come at its DN, it can be no other; then this returns true.
  private func addOwed(_ observed: Observation, _ hypothesis: Hypothesis, to found: inout [Hypothesis]) -> Bool {
    for (place, late) in hypothesis.late.enumerated() {
      var next = hypothesis
      if next.matches(late.event, observed, terms) {
        next.takeLate(place, observed)
        found.append(next)
      }
    }
    if hypothesis.owed.isEmpty { return false }
    let dn = hypothesis.dn(observed.thisDN)
    let isKnown = dn != .none && terms.slips == 0
    var tried: [Exchange.Event] = []
    var isDue = false
    for (place, owed) in hypothesis.owed.enumerated() {
      let event = owed.event
      let isFirst = tried.allSatisfy { $0.thisDN != event.thisDN || event.mayPrecede($0) }
      let isNext = !tried.contains { $0.thisDN == event.thisDN && $0.connID == event.connID }
      tried.append(event)
      if event.thisDN == dn { isDue = true }
      guard isFirst || terms.isLoose && isNext, !isKnown || observed.thisDN == .none || event.thisDN == dn else {
        continue
      }
      var next = hypothesis
      if event.mayBe(observed, terms), next.matches(event, observed, terms) {
        next.takeOwed(place, at: observed.position)
        if !isFirst { next.add(Fault(.outOfOrder, at: observed, events: [event])) }
        found.append(next)
      }
    }
    return isDue && (terms.slips == 0 || !found.isEmpty)
  }

  /// Carries the action out, and takes the event for any event of it that is the first at its DN.
  private func addSteps(
    _ action: Exchange.Action, telling observed: Observation, _ search: Search, _ hypothesis: Hypothesis,
    to found: inout [Hypothesis]
  ) {
    let brought = Exchange.Attachments(for: action.verb, telling: observed.type)
    // What a request may bring decides, too, whether it is possible.
    if brought.isEmpty {
      guard let rule = hypothesis.exchange.rule(for: action, by: book),
        search.kind.isCompanion || index.mayTell(observed.type, by: rule)
      else { return }
    }
    guard let (next, events) = hypothesis.taking(action, bringing: brought, by: book) else { return }
    let calls = Hypothesis.CallPair(of: events, action)
    if events.isEmpty || next.isBlocked(calls, slack: terms.slack) { return }
    for (place, event) in events.enumerated() where event.mayBe(observed, terms) {
      let before = events[..<place].filter { $0.thisDN == event.thisDN }
      let isFirst = before.allSatisfy(event.mayPrecede)
      guard isFirst || terms.isLoose && !before.contains(where: { $0.connID == event.connID }) else { continue }
      var told = next
      guard told.matches(event, observed, terms) else { continue }
      told.pass(calls)
      if !isFirst { told.add(Fault(.outOfOrder, at: observed, events: [event])) }
      if terms.evidence != nil { told.claim(terms.evidence, terms) }
      for (other, event) in events.enumerated() where other != place && !told.takeEarly(event, terms) {
        let due = other < place ? observed.position : nil
        told.owed.append(Hypothesis.Owed(event: event, step: told.steps, calls: calls, due: due))
      }
      found.append(told)
    }
  }
}

/// What is worth trying to explain a message.
struct Search: Sendable {
  struct Kind: Hashable, Sendable {
    let type: EventType
    /// Whether its events may go with those of any action.
    let isCompanion: Bool
    /// The twins among the verbs, which a request names.
    let twins: Set<Verb>
  }

  let kind: Kind
  let verbs: [Verb]
  /// Those of the verbs that are about a DN.
  let settings: [Verb]
  let attempts: AttemptTable
}

extension Exchange {
  /// Whether an agent is observed, or a call waits at a virtual queue.
  fileprivate var hasOnlookers: Bool {
    !observations.isEmpty || calls.contains { !virtualQueues(of: $0.connID).isEmpty }
  }
}

extension Hypothesis {
  /// The hypothesis that the action has been taken, with a new DN for each spare one, and its events; nil if it is
  /// refused.
  func taking(
    _ action: Exchange.Action, bringing brought: Exchange.Attachments = Exchange.Attachments(),
    by book: Rulebook<Exchange>, isSilent: Bool = false
  ) -> (hypothesis: Hypothesis, events: [Exchange.Event])? {
    var (next, action) = (self, action)
    guard next.replaceSpare(&action.actor), next.replaceSpare(&action.target) else { return nil }
    next.exchange.makeRoom(upTo: 64)
    var events: [Exchange.Event] = []
    guard (try? next.exchange.apply(action, with: brought, by: book, into: &events)) != nil else { return nil }
    next.exchange.forgetLastAction()
    next.take(action, bringing: brought, isSilent: isSilent)
    return (next, events)
  }

  /// Adds a new DN in the place of a spare one. Returns false if there are too many.
  private mutating func replaceSpare(_ party: inout Exchange.DN) -> Bool {
    if !party.isSpare { return true }
    guard let dn = addDN(.none, Spare.kinds[Int(party.rawValue) - 1]) else { return false }
    if party == Spare.remote { strain(by: 1) }
    party = dn
    return true
  }
}

extension [Hypothesis] {
  /// How much it takes to look at them: those with more than seven DNs count as several.
  var looks: Int { reduce(0) { $0 + Swift.max(1, $1.dnCount / 4) } }
}

extension Exchange.Event {
  /// Whether the event may come before that one at the same DN, although it stands below it in the manual: the party
  /// that makes a conference is released from the consultation, and gets its call back, in either order.
  func mayPrecede(_ other: Exchange.Event) -> Bool {
    type == .retrieved && other.type == .released && callState == .conferenced && connID != other.connID
  }
}

extension Exchange.Attachments {
  /// What the action must bring, whatever it is.
  init(for verb: Verb, telling type: EventType) {
    self.init()
    let tellsData = type == .attachedDataChanged && verb.consults
    if verb.changesData || tellsData { data = [Exchange.UserData.Pair(key: 0, value: 0)] }
    if verb == .sendDTMF || verb == .collectDigits { digits = 0 }
  }
}

extension Hypothesis.CallPair {
  /// The calls of these events, and the one in which the action was done.
  init(of events: [Exchange.Event], _ action: Exchange.Action) {
    first = action.on
    for call in events.map(\.connID) where call != .none && call != first {
      if first == .none { first = call } else if second == .none { second = call }
    }
  }
}

extension MessageIndex {
  /// The attributes that the event has although no table lists them for any such event, or that stand alone: a role
  /// without its DN. What a T-Server knows of any call may be in almost every event of real logs. Of a message that
  /// the switch does not send, nothing is known.
  func neverListed(_ observed: Observation) -> AttributeSet {
    let listed = attributes(of: observed.type)
    var odd = listed.isEmpty ? [] : observed.present.intersection(.judged).subtracting(listed).subtracting(Self.known)
    if observed.has(.otherDNRole), !observed.has(.otherDN) { odd.insert(.otherDNRole) }
    if observed.has(.thirdPartyDNRole), !observed.has(.thirdPartyDN) { odd.insert(.thirdPartyDNRole) }
    return odd
  }

  private static let known: AttributeSet = [
    .thisDNRole, .otherDN, .otherDNRole, .thisQueue, .thirdPartyQueue, .callState, .previousConnID, .agentID,
  ].reduce(into: []) { $0.insert($1) }
}

extension Explainer {
  /// Whether any event of the models has the message with these attributes.
  func isEverTold(_ observed: Observation) -> Bool {
    terms.presence == .ignore
      || index.lists(
        observed.type, observed.present.intersection(.judged), of: .judged, observed.callState,
        exactly: terms.presence == .exact)
  }

  /// Learns of what kinds the DNs are, and how they stand when their calls have ended.
  mutating func learn(from component: Component) {
    if learnsOptions, component.isSound { keep(component.history) }
    for observed in component.history {
      terms.settings.note(observed)
      if observed.type != .error { terms.kinds.note(told: observed.thisDN) }
    }
    let hasSettings: Bool
    if let place = component.place {
      hasSettings = learn(
        memory[place].lesson, dn: { component.participants.dn($0) }, call: { component.participants.call($0) })
    } else {
      hasSettings = learn(Lesson(component.hypotheses), dn: { $0 }, call: { $0 })
    }
    if hasSettings {
      var component = component
      component.recall(memory)
      // What is still to come in the others has not come.
      let complete = component.hypotheses.filter { $0.owed.isEmpty }
      terms.settings.take(complete.isEmpty ? component.hypotheses : complete)
    }
  }

  /// Learns what calls have shown, with the names that the log has for its DNs and calls. Returns whether something is
  /// set on one of the DNs, or was.
  @inline(__always)
  private mutating func learn(
    _ lesson: Lesson, dn: (Observation.DN) -> Observation.DN, call: (ConnID) -> ConnID
  ) -> Bool {
    for number in lesson.calls {
      let call = call(number)
      leastBegun = min(leastBegun ?? call, call)
    }
    for known in lesson.kinds { terms.kinds.learn(known.kinds, of: dn(known.dn)) }
    return lesson.hasSettings
      || !terms.settings.isEmpty && lesson.kinds.contains { terms.settings.concerns(dn($0.dn)) }
  }
}
