extension Exchange: Explorable {
  /// The calls by age, ConnIDs renumbered; counters, free slots and the numbers of requests are left out.
  public func pack(into words: inout [UInt64]) {
    for call in calls {
      words.append(
        UInt64(call.count) | UInt64(call.path.rawValue) << 4 | UInt64(call.type.rawValue) << 8 | UInt64(call.origin.rawValue) << 16
          | UInt64(call.dialed.rawValue) << 32)
      for party in call.parties {
        words.append(
          UInt64(party.dn.rawValue) | UInt64(party.from.rawValue) << 16 | UInt64(party.past.rawValue) << 32
            | UInt64(party.asked.rawValue) << 48)
        words.append(UInt64(party.role.rawValue) | UInt64(party.state.rawValue) << 8)
      }
    }
  }

  public mutating func unpack(_ words: ArraySlice<UInt64>) {
    var calls: [Call] = []
    var next = words.startIndex
    func dn(_ word: UInt64, _ shift: UInt64) -> DN { DN(UInt16(truncatingIfNeeded: word >> shift)) }
    while next < words.endIndex {
      let head = words[next]
      var call = Call()
      call.path = Path(rawValue: UInt8(head >> 4 & 15)) ?? .direct
      call.type = CallType(rawValue: UInt8(head >> 8 & 15)) ?? .unknown
      call.origin = dn(head, 16)
      call.dialed = dn(head, 32)
      next += 1
      for _ in 0..<(head & 15) {
        let (who, how) = (words[next], words[next + 1])
        let role = Role(rawValue: UInt8(how & 255)) ?? .unknown
        let state = PartyState(rawValue: UInt8(how >> 8 & 255)) ?? .idle
        call.append(Party(dn: dn(who, 0), from: dn(who, 16), past: dn(who, 32), asked: dn(who, 48), role: role, state: state))
        next += 2
      }
      calls.append(call)
    }
    replaceCalls(calls)
  }

  public func attempts(_ book: borrowing Rulebook<Exchange>, _ each: (Action) -> Void) {
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
        if !book.candidates(verb, .idle).isEmpty { everyTarget(.none) }
        continue
      }
      for call in calls {
        let state = call.index(of: dn).map { call[$0].state } ?? .idle
        if !book.candidates(verb, state, Int(call.path.rawValue) + 1).isEmpty { everyTarget(call.connID) }
      }
    }
  }

  public mutating func perform(
    _ action: Action, by book: borrowing Rulebook<Exchange>, into events: inout [Event]
  ) throws(Refusal<Exchange>) -> Int {
    try apply(action, by: book, into: &events).rule
  }

  /// Every state that can be reached from here.
  public func explore(
    by book: borrowing Rulebook<Exchange>, depth: Int? = nil, states: Int = 50_000_000, progress: (Int) -> Void = { _ in }
  ) -> Exploration<Exchange> {
    exploration(by: book, depth: depth, states: states, progress: progress)
  }
}
