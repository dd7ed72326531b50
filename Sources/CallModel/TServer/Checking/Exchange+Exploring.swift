extension Exchange: Explorable {
  /// Packs everything that decides future events: the calls by age with renumbered ConnIDs, then the settings of the
  /// DNs, and who is muted or does not listen.
  ///
  /// It leaves out counters, numbers of requests, and what only unlisted attributes show. For an answered call, its
  /// path and the order of its parties no longer matter; the parts of its parties do, because it may be handed on.
  package func pack(into words: inout [UInt64]) {
    let calls = calls
    let waits = calls.map { virtualWaits(of: $0.connID) }
    words.append(UInt64(calls.count) | UInt64(waits.reduce(0) { $0 + $1.count }) << 32)
    for call in calls {
      let isAnswered = call.parties.allSatisfy { $0.state.isMember || $0.state.isUncounted }
      let parties = isAnswered ? call.parties.sorted { $0.dn.rawValue < $1.dn.rawValue } : call.parties
      let way = isAnswered ? 0 : UInt64(call.hop.rawValue) << 8
      // An observer rings in another way where the agent has begun the call.
      let origin = call.main == .none && cold[0].monitors.isEmpty ? 0 : Self.word(call.origin, 16)
      let main = call.main == .none ? 0 : (calls.firstIndex { $0.connID == call.main } ?? -1) + 1
      let hasData = userData(of: call.connID).isEmpty ? UInt64(0) : 1
      let sharesData = call.sharesData ? UInt64(1) : 0
      // Whether the treatment has an end decides what is possible while it is on.
      let isTreated = parties.contains { $0.state == .treated || $0.state == .treatmentAsked }
      let ends = isTreated && !call.treatmentGoesOn ? UInt64(1) : 0
      let past = UInt64(call.past.subtracting(.hadData).rawValue) << 12
      let awaitsDigits = awaitsDigits(in: call) ? UInt64(1) : 0
      let bits = awaitsDigits << 60 | sharesData << 61 | ends << 62 | hasData << 63 | past
      words.append(UInt64(parties.count) | way | origin | UInt64(main) << 32 | bits)
      for party in parties {
        words.append(
          Self.word(party.dn, 0) | Self.word(party.from, 16) | Self.word(party.past, 32) | Self.word(party.asked, 48))
        words.append(UInt64(party.role.rawValue) | UInt64(party.state.rawValue) << 8)
      }
    }
    for (number, waits) in waits.enumerated() { for wait in waits { pack(wait, of: number, into: &words) } }
    packSettings(into: &words)
  }

  /// The virtual queue and its call, then the parties that the call had.
  private func pack(_ wait: VirtualWait, of number: Int, into words: inout [UInt64]) {
    words.append(
      Self.word(wait.queue, 0) | Self.word(wait.holder, 16) | UInt64(number) << 32 | UInt64(wait.parties.count) << 48
        | UInt64(wait.role.rawValue) << 56)
    words += ([wait.waiting] + wait.parties).map { Self.word($0, 0) }
  }

  /// Packs the settings of each DN, and in a second word what the login has named; the order in which ready agents
  /// became free; and which DN observes which, from which call on.
  private func packSettings(into words: inout [UInt64]) {
    let idle = cold[0].settings.indices.filter(isIdle).sorted {
      idleEvents($0) == idleEvents($1) ? $0 < $1 : idleEvents($0) > idleEvents($1)
    }
    for (number, settings) in cold[0].settings.enumerated()
    where settings.isUnusual {
      let rank = (idle.firstIndex(of: number) ?? -1) + 1
      let login = settings.agent == .loggedOut || settings.login == settings.usual ? nil : settings.login
      words.append(
        1 << 62 | UInt64(number) | Self.word(settings.forwardsTo, 16) | UInt64(settings.forwardMode.rawValue) << 32
          | UInt64(settings.isUndisturbed ? 1 : 0) << 36 | UInt64(settings.agent.rawValue) << 37
          | UInt64(login == nil ? 0 : 1) << 40 | UInt64(settings.isOutOfService ? 1 : 0) << 41
          | UInt64(settings.hasMessages ? 1 : 0) << 42
          | (settings.registration.map { UInt64($0.rawValue) } ?? 3) << 43 | UInt64(rank) << 48)
      guard let login else { continue }
      let listed = UInt64(login.listed.contains(.agentID) ? 1 : 0) | UInt64(login.listed.contains(.thisQueue) ? 2 : 0)
      words.append(UInt64(login.agentID) | Self.word(login.group, 32) | listed << 48)
    }
    let calls = calls
    // In an order that does not depend on the order of the requests.
    words += calls.enumerated().flatMap { number, call in
      (cold[0].voices[call.connID] ?? []).map { change in
        1 << 61 | Self.word(change.dn, 0) | UInt64(number + 1) << 16 | UInt64(change.way.rawValue) << 32
      }.sorted()
    }
    for monitor in cold[0].monitors {
      let begun = monitor.intrudes ? 0xFF : calls.count { $0.connID < monitor.first }
      let used = UInt64((calls.firstIndex { $0.connID == monitor.used } ?? -1) + 1)
      // Only as many calls as have a bit here; an exploration has fewer.
      let rung = calls.prefix(15).indices.reduce(UInt64(0)) {
        $0 | (monitor.rung.contains(calls[$1].connID) ? 1 << UInt64(48 + $1) : 0)
      }
      words.append(
        1 << 63 | Self.word(monitor.observer, 0) | Self.word(monitor.agent, 16) | UInt64(monitor.type.rawValue) << 32
          | (used & 0x7F) << 33 | UInt64(begun) << 40 | rung)
    }
  }

  package mutating func unpack(_ words: ArraySlice<UInt64>) {
    var calls: [Call] = []
    var (withData, sharing, awaitingDigits): ([Int], [Int], [Int]) = ([], [], [])
    var next = words.startIndex + 1
    let count = Int(words[words.startIndex] & 0xFFFF_FFFF)
    while calls.count < count {
      let head = words[next]
      var call = Call()
      call.hop = Hop(rawValue: UInt8(head >> 8 & 15)) ?? .direct
      call.main = ConnID(head >> 32 & 0xFFFF)
      call.past = Call.Past(rawValue: UInt8(head >> 12 & 15)).subtracting(.hadData)
      if head >> 62 & 1 == 1 { call.treat(as: 0, Self.treatmentWithAnEnd) }
      next += 1
      for _ in 0..<(head & 255) {
        let (who, how) = (words[next], words[next + 1])
        let role = Role(rawValue: UInt8(truncatingIfNeeded: how)) ?? .unknown
        let state = PartyState(rawValue: UInt8(truncatingIfNeeded: how >> 8)) ?? .idle
        call.append(
          Call.Party(
            dn: Self.dn(who, 0), from: Self.dn(who, 16), past: Self.dn(who, 32), asked: Self.dn(who, 48), role: role,
            state: state))
        next += 2
      }
      let origin = Self.dn(head, 16)
      call.origin = origin == .none ? call[0].dn : origin
      calls.append(call)
      if head >> 63 == 1 { withData.append(calls.count - 1) }
      if head >> 60 & 1 == 1 { awaitingDigits.append(calls.count - 1) }
      if head >> 61 & 1 == 1 { sharing.append(calls.count - 1) }
    }
    replaceCalls(calls)
    (cold[0].data, cold[0].sharing, cold[0].digitRequests) = ([:], [:], [:])
    for slot in awaitingDigits {
      for party in slots[slot].parties where party.state.isRouting { askForDigits(in: slot, by: party.dn, as: 0) }
    }
    for slot in sharing { if let main = self.slot(of: slots[slot].main) { shareData(of: main, with: slot) } }
    for slot in withData where !slots[slot].sharesData { attach(Self.sample, to: slot) }
    cold[0].virtualWaits = [:]
    for _ in 0..<(words[words.startIndex] >> 32) { next += unpackWait(words[next...]) }
    unpackSettings(words[next...])
  }

  /// Returns the number of words.
  private mutating func unpackWait(_ words: ArraySlice<UInt64>) -> Int {
    let head = words[words.startIndex]
    let count = Int(head >> 48 & 0xFF)
    let parties = words.dropFirst().prefix(count + 1).map { Self.dn($0, 0) }
    let wait = VirtualWait(
      queue: Self.dn(head, 0), holder: Self.dn(head, 16), waiting: parties[0],
      role: Role(rawValue: UInt8(head >> 56)) ?? .unknown, parties: Array(parties.dropFirst()))
    add(wait, of: ConnID((head >> 32 & 0xFFFF) + 1))
    return count + 2
  }

  private mutating func unpackSettings(_ words: ArraySlice<UInt64>) {
    for number in cold[0].settings.indices {
      let usual = cold[0].settings[number].usual
      cold[0].settings[number] = DNSettings(usual: usual, login: usual)
    }
    (cold[0].monitors, cold[0].agents) = ([], AgentList())
    (cold[0].unregistered, cold[0].untold) = (0, 0)
    reasonsToTellMore.remove(.unregistered)
    forgetAllVoiceChanges()
    // Any time later than those restored here.
    sequenceNumber = UInt64(cold[0].settings.count) + 1
    var next = words.startIndex
    while next < words.endIndex {
      let word = words[next]
      let number = Int(word & 0xFFFF)
      next += 1
      guard word >> 63 == 0 else {
        cold[0].monitors.append(
          Monitor(
            observer: Self.dn(word, 0), agent: Self.dn(word, 16), type: word >> 32 & 1 == 1 ? .allCalls : .oneCall,
            first: word >> 40 & 0xFF == 0xFF ? .none : ConnID((word >> 40 & 0xFF) + 1),
            rung: (0..<15).filter { word >> (48 + $0) & 1 == 1 }.map { ConnID($0 + 1) },
            used: ConnID(word >> 33 & 0x7F)))
        continue
      }
      guard word >> 62 == 1 else {
        let way: VoiceChange.Way = word >> 32 & 1 == 0 ? .speaking : .listening
        changeVoice(way, of: Self.dn(word, 0), in: ConnID(word >> 16 & 0xFFFF))
        continue
      }
      cold[0].settings[number].forwardsTo = Self.dn(word, 16)
      cold[0].settings[number].forwardMode = ForwardMode(rawValue: UInt8(word >> 32 & 15)) ?? .none
      cold[0].settings[number].isUndisturbed = word >> 36 & 1 == 1
      cold[0].settings[number].isOutOfService = word >> 41 & 1 == 1
      cold[0].settings[number].hasMessages = word >> 42 & 1 == 1
      cold[0].settings[number].agent = AgentState(rawValue: UInt8(word >> 37 & 7)) ?? .loggedOut
      register(DN(UInt16(number)), as: RegisterMode(rawValue: UInt8(word >> 43 & 3)))
      cold[0].settings[number].readySince = UInt32(word >> 48 & 0x3FFF)
      if word >> 40 & 1 == 1 {
        cold[0].settings[number].login = Self.login(words[next])
        next += 1
      }
      if cold[0].settings[number].agent != .loggedOut {
        cold[0].agents.add(cold[0].settings[number].login.agentID, at: DN(UInt16(number)))
      }
    }
    noteStaff()
    noteObservedCalls()
    for number in lines.indices { refreshLine(number) }
  }

  private static func login(_ word: UInt64) -> AgentLogin {
    var listed: AttributeSet = []
    if word >> 48 & 1 == 1 { listed.insert(.agentID) }
    if word >> 49 & 1 == 1 { listed.insert(.thisQueue) }
    return AgentLogin(agentID: UInt32(truncatingIfNeeded: word), group: dn(word, 32), listed: listed)
  }

  private static func word(_ dn: DN, _ shift: UInt64) -> UInt64 { UInt64(dn.rawValue) << shift }
  private static func dn(_ word: UInt64, _ shift: UInt64) -> DN { DN(UInt16(truncatingIfNeeded: word >> shift)) }

  package func attempts(_ book: Rulebook<Exchange>, _ scope: ExplorationScope, _ each: (Action) -> Void) {
    for number in 1..<lines.count { attempts(by: DN(UInt16(number)), book, scope, each) }
  }

  /// Tries everything that the DN might do; most of it is refused.
  package func attempts(
    by dn: DN, _ book: Rulebook<Exchange>, _ scope: ExplorationScope, _ each: (Action) -> Void
  ) {
    let calls = calls
    // External parties make no requests.
    for verb in Verb.allCases where kind(dn) != .external || verb.isDoneByHand {
      if verb.isAboutVoices, scope != .everything { continue }
      if verb.reach == .theDN || verb.changesData || verb.leavesCallAlone {
        if scope == .everything { attemptSettings(verb, dn, calls, each) }
      } else if verb.begins {
        attempt(verb, by: dn, book) { action in
          each(action)
          return true
        }
      } else {
        for call in calls {
          attempt(verb, by: dn, in: call, book) { action in
            each(action)
            return true
          }
          if verb == .applyTreatment {
            each(Action(verb, by: dn, on: call.connID, mode: Self.treatmentWithAnEnd))
          }
        }
      }
    }
  }

  /// Tries the verb in that call with every target, until `each` returns false; returns whether `each` wants more.
  @discardableResult
  func attempt(
    _ verb: Verb, by dn: DN, in call: Call, _ book: Rulebook<Exchange>, _ each: (Action) -> Bool
  ) -> Bool {
    guard mayBePossible(verb, by: dn, in: call, book) else { return true }
    if verb.target != .required, !each(Action(verb, by: dn, on: call.connID)) { return false }
    if verb == .pickUp {
      // Only a call that rings at a device can be picked up there.
      for place in 0..<call.count where call[place].dn != dn {
        if !each(Action(verb, by: dn, to: call[place].dn, on: call.connID)) { return false }
      }
    } else if verb.target != .none {
      for number in 1..<lines.count {
        if !each(Action(verb, by: dn, to: DN(UInt16(number)), on: call.connID)) { return false }
      }
    }
    guard verb == .answer, let place = call.index(of: dn),
      call[place].state == .reached || call[place].state == .customerRinging
    else { return true }
    return each(Action(verb, by: dn, on: call.connID, callState: .noAnswer))
  }

  /// Tries a verb that begins a call with every target, until `each` returns false; returns whether `each` wants more.
  @discardableResult
  func attempt(_ verb: Verb, by dn: DN, _ book: Rulebook<Exchange>, _ each: (Action) -> Bool) -> Bool {
    guard book.answers(verb, by: .idle) else { return true }
    for number in 1..<lines.count { if !each(Action(verb, by: dn, to: DN(UInt16(number)))) { return false } }
    return true
  }

  private static let treatmentWithAnEnd = Exchange.Mode(TreatmentType.collectDigits)
  /// The user data of an exploration: one pair.
  private static let sample = [UserData.Pair(key: 0, value: 0)]

  private func sample(for verb: Verb) -> Attachments {
    var brought = Attachments()
    if verb.changesData { brought.data = Self.sample }
    if verb == .sendDTMF { brought.digits = 0 }
    return brought
  }

  private func attemptSettings(_ verb: Verb, _ dn: DN, _ calls: [Call], _ each: (Action) -> Void) {
    let modes: [Exchange.Mode] =
      switch verb.mode {
      case .forwardMode: [ForwardMode.unconditional, .onBusy, .onNoAnswer].map(Exchange.Mode.init)
      case .monitorNextCallType: MonitorNextCallType.allCases.map(Exchange.Mode.init)
      // What a login says of the agent's work: nothing, that it is ready, that it is not.
      case .agentWorkMode where verb == .agentLogin: [.none] + [AgentWorkMode.autoIn, .auxWork].map(Exchange.Mode.init)
      // Other modes change nothing but an attribute, or make requests impossible.
      case .agentWorkMode, .routeType, .treatmentType, .registerMode, nil: [.none]
      }
    if verb.changesData || verb.leavesCallAlone {
      for call in calls { each(Action(verb, by: dn, on: call.connID)) }
    } else if verb.target != .none {
      for number in 1..<lines.count {
        for mode in modes { each(Action(verb, by: dn, to: DN(UInt16(number)), mode: mode)) }
      }
    } else {
      for mode in modes { each(Action(verb, by: dn, mode: mode)) }
    }
  }

  package mutating func perform(
    _ action: Action, by book: Rulebook<Exchange>, into events: inout [Event]
  ) throws(ModelRefusal<Exchange>) -> Int {
    try apply(
      action, with: sample(for: action.verb), by: book, into: &events
    ).rule
  }

  package var isAtRest: Bool { !slots.contains { $0.connID != .none } }

  /// An exploration numbers the calls by age.
  package func renamed(_ action: Action) -> Action {
    if action.on == .none { return action }
    let calls = calls
    var renamed = action
    let number = Int(action.on.rawValue)
    if (1...calls.count).contains(number) { renamed.on = calls[number - 1].connID }
    return renamed
  }
}

extension DNSettings {
  /// Whether anything is set that outlasts a step.
  fileprivate var isUnusual: Bool {
    delivery != .open || agent != .loggedOut || forwardMode != .none || hasMessages || registration != .share
  }
}
