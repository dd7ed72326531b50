extension Exchange: Explorable {
  /// The calls by age, ConnIDs renumbered, with what decides who will be told what, and then what is set on the DNs.
  /// There are no counters in it, no numbers of requests, nothing that only unlisted attributes show. Of a call that is
  /// answered neither its way nor the order of its parties matters any more.
  func pack(into words: inout [UInt64]) {
    let calls = calls
    words.append(UInt64(calls.count))
    for call in calls {
      let isAnswered = call.parties.allSatisfy { $0.state.isMember || $0.state.isGuest }
      let parties = isAnswered ? call.parties.sorted { $0.dn.rawValue < $1.dn.rawValue } : call.parties
      let way = isAnswered ? 0 : UInt64(call.path.rawValue) << 8
      let consulting = call.main == .none ? 0 : Self.word(call.origin, 16)
      let main = call.main == .none ? 0 : (calls.firstIndex { $0.connID == call.main } ?? -1) + 1
      // The parts that parties play decide nothing unless somebody observes, or may.
      let isWatched = !office[0].monitors.isEmpty || parties.contains(where: \.state.isObserver)
      let hasData = userData(of: call.connID).pairs.isEmpty ? UInt64(0) : 1
      words.append(UInt64(parties.count) | way | consulting | UInt64(main) << 32 | hasData << 63)
      for party in parties {
        words.append(
          Self.word(party.dn, 0) | Self.word(party.from, 16) | Self.word(party.past, 32) | Self.word(party.asked, 48))
        words.append(UInt64(isWatched ? party.role.rawValue : 0) | UInt64(party.state.rawValue) << 8)
      }
    }
    packDesks(into: &words)
  }

  /// Each DN on which something is set; who is ready and free, in the order since when; who observes whom, from which
  /// call on.
  private func packDesks(into words: inout [UInt64]) {
    let idle = office[0].desks.indices.filter(isIdle).sorted {
      idleEvents($0) == idleEvents($1) ? $0 < $1 : idleEvents($0) > idleEvents($1)
    }
    for (number, desk) in office[0].desks.enumerated()
    where desk.manner != .open || desk.agent != .loggedOut || desk.forwardMode != .none {
      let rank = (idle.firstIndex(of: number) ?? -1) + 1
      words.append(
        1 << 62 | UInt64(number) | Self.word(desk.forwardsTo, 16) | UInt64(desk.forwardMode.rawValue) << 32
          | UInt64(desk.isUndisturbed ? 1 : 0) << 36 | UInt64(desk.agent.rawValue) << 37 | UInt64(
            desk.workMode.rawValue) << 40
          | UInt64(rank) << 48)
    }
    let calls = calls
    for monitor in office[0].monitors {
      let begun = calls.count { $0.connID < monitor.first }
      // As many calls as have a bit here; an exploration has fewer.
      let rung = calls.prefix(15).indices.reduce(UInt64(0)) {
        $0 | (monitor.rung.contains(calls[$1].connID) ? 1 << UInt64(48 + $1) : 0)
      }
      words.append(
        1 << 63 | Self.word(monitor.observer, 0) | Self.word(monitor.agent, 16) | UInt64(monitor.type.rawValue) << 32
          | UInt64(begun) << 40 | rung)
    }
  }

  mutating func unpack(_ words: ArraySlice<UInt64>) {
    var calls: [Call] = []
    var withData: [Int] = []
    var next = words.startIndex + 1
    let count = Int(words[words.startIndex])
    while calls.count < count {
      let head = words[next]
      var call = Call()
      call.path = Path(rawValue: UInt8(truncatingIfNeeded: head >> 8)) ?? .direct
      call.main = ConnID(head >> 32 & 0xFFFF)
      next += 1
      for _ in 0..<(head & 255) {
        let (who, how) = (words[next], words[next + 1])
        let role = Role(rawValue: UInt8(truncatingIfNeeded: how)) ?? .unknown
        let state = PartyState(rawValue: UInt8(truncatingIfNeeded: how >> 8)) ?? .idle
        call.append(
          Party(
            dn: Self.dn(who, 0), from: Self.dn(who, 16), past: Self.dn(who, 32), asked: Self.dn(who, 48), role: role,
            state: state))
        next += 2
      }
      call.origin = call.main == .none ? call[0].dn : Self.dn(head, 16)
      calls.append(call)
      if head >> 63 == 1 { withData.append(calls.count - 1) }
    }
    replaceCalls(calls)
    office[0].data = [:]
    for slot in withData { attach(Self.sample, to: slot) }
    unpackDesks(words[next...])
  }

  private mutating func unpackDesks(_ words: ArraySlice<UInt64>) {
    for number in office[0].desks.indices {
      office[0].desks[number] = Desk(group: office[0].desks[number].group)
    }
    office[0].monitors = []
    // A time after which all that is to come lies.
    sequenceNumber = UInt64(office[0].desks.count) + 1
    for word in words {
      let number = Int(word & 0xFFFF)
      guard word >> 63 == 0 else {
        office[0].monitors.append(
          Monitor(
            observer: Self.dn(word, 0), agent: Self.dn(word, 16), type: word >> 32 & 1 == 1 ? .allCalls : .oneCall,
            first: ConnID((word >> 40 & 0xFF) + 1),
            rung: (0..<15).filter { word >> (48 + $0) & 1 == 1 }.map { ConnID($0 + 1) }))
        continue
      }
      office[0].desks[number].forwardsTo = Self.dn(word, 16)
      office[0].desks[number].forwardMode = ForwardMode(rawValue: UInt8(word >> 32 & 15)) ?? .none
      office[0].desks[number].isUndisturbed = word >> 36 & 1 == 1
      office[0].desks[number].agent = AgentState(rawValue: UInt8(word >> 37 & 7)) ?? .loggedOut
      office[0].desks[number].workMode = Mode(rawValue: UInt8(truncatingIfNeeded: word >> 40))
      office[0].desks[number].readySince = UInt32(word >> 48 & 0x3FFF)
    }
    for number in lines.indices { refreshLine(number) }
  }

  private static func word(_ dn: DN, _ shift: UInt64) -> UInt64 { UInt64(dn.rawValue) << shift }
  private static func dn(_ word: UInt64, _ shift: UInt64) -> DN { DN(UInt16(truncatingIfNeeded: word >> shift)) }

  func attempts(_ book: borrowing Rulebook<Exchange>, _ scope: ExplorationScope, _ each: (Action) -> Void) {
    for number in 1..<lines.count { attempts(by: DN(UInt16(number)), book, scope, each) }
  }

  /// Everything that the DN might try, most of which is refused.
  func attempts(by dn: DN, _ book: borrowing Rulebook<Exchange>, _ scope: ExplorationScope, _ each: (Action) -> Void) {
    let calls = calls
    // Outside nobody makes requests.
    for verb in Verb.allCases where kind(dn) != .external || verb.isDoneByHand {
      if verb.reach == .theDN || verb.changesData {
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
        }
      }
    }
  }

  /// The verb in that call, towards everyone, until `each` has seen enough; whether it wants more.
  @discardableResult
  func attempt(
    _ verb: Verb, by dn: DN, in call: Call, _ book: borrowing Rulebook<Exchange>, _ each: (Action) -> Bool
  ) -> Bool {
    guard mayBePossible(verb, by: dn, in: call, book) else { return true }
    if verb.target != .required, !each(Action(verb, by: dn, on: call.connID)) { return false }
    if verb == .pickUp {
      // Only a device that rings in the call can be picked up.
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

  /// The verb that begins a call, towards everyone, until `each` has seen enough; whether it wants more.
  @discardableResult
  func attempt(_ verb: Verb, by dn: DN, _ book: borrowing Rulebook<Exchange>, _ each: (Action) -> Bool) -> Bool {
    guard book.answers(verb, by: .idle) else { return true }
    for number in 1..<lines.count { if !each(Action(verb, by: dn, to: DN(UInt16(number)))) { return false } }
    return true
  }

  /// The user data of an exploration: one pair.
  private static let sample = [UserData.Pair(key: 0, value: 0)]

  private func attemptSettings(_ verb: Verb, _ dn: DN, _ calls: [Call], _ each: (Action) -> Void) {
    let modes: [Mode] =
      switch verb {
      case .setForward: [ForwardMode.unconditional, .onBusy, .onNoAnswer].map(Mode.init)
      case .monitorNextCall: MonitorNextCallType.allCases.map(Mode.init)
      default: [.none]
      }
    if verb.changesData {
      for call in calls { each(Action(verb, by: dn, on: call.connID)) }
    } else if verb.target != .none {
      for number in 1..<lines.count {
        for mode in modes { each(Action(verb, by: dn, to: DN(UInt16(number)), mode: mode)) }
      }
    } else {
      each(Action(verb, by: dn))
    }
  }

  mutating func perform(
    _ action: Action, by book: borrowing Rulebook<Exchange>, into events: inout [Event]
  ) throws(Refusal<Exchange>) -> Int {
    try apply(action, with: action.verb.changesData ? Self.sample : [], by: book, into: &events).rule
  }

  /// Every state that can be reached from here, with these verbs alone where some are named.
  public func explore(
    by book: borrowing Rulebook<Exchange>, _ scope: ExplorationScope = .calls, verbs: Set<Verb>? = nil,
    depth: Int? = nil,
    states: Int = 5_000_000,
    progress: (Int) -> Void = { _ in }
  ) -> Exploration<Exchange> {
    exploration(by: book, scope, verbs: verbs, depth: depth, states: states, progress: progress)
  }
}
