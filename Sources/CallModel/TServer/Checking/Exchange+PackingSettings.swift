// The parts of a packed state that are not parties of calls.

extension Exchange {
  /// The virtual queue and its call, then the parties that the call had.
  func pack(_ wait: VirtualWait, of number: Int, into words: inout [UInt64]) {
    words.append(
      Self.word(wait.queue, 0) | Self.word(wait.holder, 16) | UInt64(number) << 32 | UInt64(wait.parties.count) << 48
        | UInt64(wait.role.rawValue) << 56)
    words += ([wait.waiting] + wait.parties).map { Self.word($0, 0) }
  }

  /// Packs the settings of each DN, and in a second word what the login has named; the order in which ready agents
  /// became free; and which DN observes which, from which call on.
  func packSettings(into words: inout [UInt64]) {
    for number in lines.indices where isUnusual(number) {
      packSettings(of: number, into: &words)
    }
    if cold[0].voices.isEmpty, cold[0].monitors.isEmpty { return }
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

  // Each read in place, because copies of settings take time.
  private func packSettings(of number: Int, into words: inout [UInt64]) {
    let agent = cold[0].settings[number].agent
    let isLoginUsual = agent == .loggedOut || cold[0].settings[number].login == cold[0].settings[number].usual
    let registration = cold[0].settings[number].registration.map { UInt64($0.rawValue) } ?? 3
    var word = 1 << 62 | UInt64(number) | Self.word(cold[0].settings[number].forwardsTo, 16)
    word |= UInt64(cold[0].settings[number].forwardMode.rawValue) << 32
    word |= UInt64(cold[0].settings[number].isUndisturbed ? 1 : 0) << 36
    word |= UInt64(agent.rawValue) << 37 | UInt64(isLoginUsual ? 0 : 1) << 40
    word |= UInt64(cold[0].settings[number].isOutOfService ? 1 : 0) << 41
    word |= UInt64(cold[0].settings[number].hasMessages ? 1 : 0) << 42
    words.append(word | registration << 43 | UInt64(idleRank(number)) << 48)
    if isLoginUsual { return }
    let login = cold[0].settings[number].login
    let listed = UInt64(login.listed.contains(.agentID) ? 1 : 0) | UInt64(login.listed.contains(.thisQueue) ? 2 : 0)
    words.append(UInt64(login.agentID) | Self.word(login.group, 32) | listed << 48)
  }

  /// The place of the agent among those who are ready and free, the longest first, counted from 1; 0 for any other DN.
  private func idleRank(_ number: Int) -> Int {
    if !isIdle(number) { return 0 }
    let own = idleEvents(number)
    var rank = 1
    for other in lines.indices where other != number && isIdle(other) {
      let events = idleEvents(other)
      if events > own || events == own && other < number { rank += 1 }
    }
    return rank
  }

  /// Returns the number of words.
  mutating func unpackWait(_ words: ArraySlice<UInt64>) -> Int {
    let head = words[words.startIndex]
    let count = Int(head >> 48 & 0xFF)
    let parties = words.dropFirst().prefix(count + 1).map { Self.dn($0, 0) }
    let wait = VirtualWait(
      queue: Self.dn(head, 0), holder: Self.dn(head, 16), waiting: parties[0],
      role: Role(rawValue: UInt8(head >> 56)) ?? .unknown, parties: Array(parties.dropFirst()))
    add(wait, of: ConnID((head >> 32 & 0xFFFF) + 1))
    return count + 2
  }

  mutating func unpackSettings(_ words: ArraySlice<UInt64>) {
    for number in cold[0].settings.indices {
      let usual = cold[0].settings[number].usual
      cold[0].settings[number] = DNSettings(usual: usual, login: usual)
    }
    (cold[0].monitors, cold[0].agents, cold[0].reasons) = ([], AgentList(), [:])
    (cold[0].unregistered, cold[0].untold, mayHaveSettings) = (0, 0, false)
    reasonsToTellMore.remove(.unregistered)
    forgetAllVoiceChanges()
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
}

extension ColdState {
  /// Forgets what belongs to calls, but not who waits where, is muted or observed.
  mutating func forgetWhatBelongsToCalls() {
    if !data.isEmpty { data.removeAll(keepingCapacity: true) }
    if !sharing.isEmpty { sharing = [:] }
    if !digitRequests.isEmpty { digitRequests = [:] }
    if !pending.isEmpty { pending = [:] }
    if !virtualWaits.isEmpty { virtualWaits = [:] }
  }
}
