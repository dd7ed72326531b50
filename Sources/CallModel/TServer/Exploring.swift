extension Exchange: Explorable {
  /// The calls by age, ConnIDs renumbered, with what decides who will be told what. There are no counters in it, no numbers of
  /// requests, nothing that only unlisted attributes show. Of a call that is answered neither its way nor the order of its parties matters any more.
  func pack(into words: inout [UInt64]) {
    for call in calls {
      let isAnswered = call.members > 0
      let parties = isAnswered ? call.parties.sorted { $0.dn.rawValue < $1.dn.rawValue } : call.parties
      let way = isAnswered ? 0 : UInt64(call.path.rawValue) << 8 | UInt64(call.dialed.rawValue) << 16
      words.append(UInt64(parties.count) | way)
      for party in parties {
        words.append(Self.word(party.dn, 0) | Self.word(party.from, 16) | Self.word(party.past, 32) | Self.word(party.asked, 48))
        words.append(UInt64(party.role.rawValue) | UInt64(party.state.rawValue) << 8)
      }
    }
  }

  mutating func unpack(_ words: ArraySlice<UInt64>) {
    var calls: [Call] = []
    var next = words.startIndex
    while next < words.endIndex {
      let head = words[next]
      var call = Call()
      call.path = Path(rawValue: UInt8(truncatingIfNeeded: head >> 8)) ?? .direct
      call.dialed = Self.dn(head, 16)
      next += 1
      for _ in 0..<(head & 255) {
        let (who, how) = (words[next], words[next + 1])
        let role = Role(rawValue: UInt8(truncatingIfNeeded: how)) ?? .unknown
        let state = PartyState(rawValue: UInt8(truncatingIfNeeded: how >> 8)) ?? .idle
        call.append(
          Party(dn: Self.dn(who, 0), from: Self.dn(who, 16), past: Self.dn(who, 32), asked: Self.dn(who, 48), role: role, state: state))
        next += 2
      }
      call.origin = call[0].dn
      calls.append(call)
    }
    replaceCalls(calls)
  }

  private static func word(_ dn: DN, _ shift: UInt64) -> UInt64 { UInt64(dn.rawValue) << shift }
  private static func dn(_ word: UInt64, _ shift: UInt64) -> DN { DN(UInt16(truncatingIfNeeded: word >> shift)) }

  func attempts(_ book: borrowing Rulebook<Exchange>, _ each: (Action) -> Void) {
    for number in 1..<lines.count { attempts(by: DN(UInt16(number)), book, each) }
  }

  /// Everything that the DN might try, most of which is refused.
  func attempts(by dn: DN, _ book: borrowing Rulebook<Exchange>, _ each: (Action) -> Void) {
    let calls = calls
    for verb in Verb.allCases {
      func everyTarget(_ call: ConnID) {
        guard verb.takesTarget else { return each(Action(verb, by: dn, on: call)) }
        for number in 1..<lines.count { each(Action(verb, by: dn, to: DN(UInt16(number)), on: call)) }
      }
      if verb.begins {
        if book.answers(verb, by: .idle) { everyTarget(.none) }
        continue
      }
      for call in calls {
        let state = call.index(of: dn).map { call[$0].state } ?? .idle
        if book.answers(verb, by: state, Int(call.path.rawValue) + 1) { everyTarget(call.connID) }
      }
    }
  }

  mutating func perform(
    _ action: Action, by book: borrowing Rulebook<Exchange>, into events: inout [Event]
  ) throws(Refusal<Exchange>) -> Int {
    try apply(action, by: book, into: &events).rule
  }

  /// Every state that can be reached from here.
  public func explore(
    by book: borrowing Rulebook<Exchange>, depth: Int? = nil, states: Int = 5_000_000, progress: (Int) -> Void = { _ in }
  ) -> Exploration<Exchange> {
    exploration(by: book, depth: depth, states: states, progress: progress)
  }
}
