extension Recording: Explorable {
  /// The parties of each call with their dialogs and sessions, without their numbers, which follow from their age.
  ///
  /// Of finished recordings only the number matters. Which of two calls is older makes no difference.
  package func pack(into words: inout [UInt64]) {
    let sorted = calls.count < 2 ? calls : calls.sorted { $0.parties[0].rawValue < $1.parties[0].rawValue }
    // Read in place, because to copy a call takes long: it has many lists.
    let all = sorted.span
    for number in all.indices { Self.pack(all[number], into: &words) }
  }

  private static func pack(_ call: borrowing RecordedCall, into words: inout [UInt64]) {
    var (parties, legs, live, running) = (UInt64(0), UInt64(0), UInt64(0), 0)
    for party in call.parties { parties = parties << 16 | UInt64(party.rawValue) }
    for leg in call.legs { legs = legs << 16 | UInt64(leg.carries.rawValue) }
    for session in call.sessions where session.isOn {
      live = live << 20 | UInt64(session.device.rawValue) << 2 | UInt64(session.state.rawValue)
      running += 1
    }
    var sizes = UInt64(call.parties.count) << 32 | UInt64(call.legs.count) << 24 | UInt64(call.bridge.count) << 16
    sizes |= UInt64(running) << 8 | UInt64(call.sessions.count - running)
    words.append(sizes)
    words.append(parties)
    words.append(
      call.consultation.map {
        UInt64($0.by.rawValue) << 32 | UInt64($0.consulted.rawValue) << 8 | ($0.isBridged ? 1 : 0)
      } ?? 0)
    words.append(legs)
    words.append(live)
  }

  package mutating func unpack(_ words: ArraySlice<UInt64>) {
    calls = []
    (dialogs, sessions) = (0, 0)
    var rest = words[...]
    while let sizes = rest.popFirst(), let parties = rest.popFirst(), let consultation = rest.popFirst(),
      let legs = rest.popFirst(),
      let live = rest.popFirst()
    {
      func size(_ place: Int) -> Int { Int(sizes >> UInt64(8 * place) & 0xFF) }
      func pieces(_ word: UInt64, _ count: Int, _ bits: UInt64) -> [UInt64] {
        (0..<count).map { word >> (bits * UInt64(count - 1 - $0)) & (1 << bits - 1) }
      }
      var call = RecordedCall(parties: pieces(parties, size(4), 16).map { Party(packed: $0) })
      if consultation != 0 {
        call.consultation = .init(
          by: Party(packed: consultation, at: 32), consulted: Party(packed: consultation, at: 8),
          isBridged: consultation & 1 == 1)
      }
      for carried in pieces(legs, size(3), 16) {
        call.legs.append(.init(number: next(\.dialogs), carries: Party(packed: carried)))
      }
      for _ in 0..<size(2) { call.bridge.append(next(\.dialogs)) }
      for _ in 0..<size(0) { call.sessions.append(.init(number: next(\.sessions), device: .none, state: .finished)) }
      for session in pieces(live, size(1), 20) {
        let state = RecordedCall.Session.State(rawValue: UInt8(session & 3)) ?? .running
        call.sessions.append(
          .init(number: next(\.sessions), device: Party(packed: session, at: 2), state: state))
      }
      calls.append(call)
    }
  }

  package var isAtRest: Bool { calls.isEmpty }

  private mutating func next(_ counter: WritableKeyPath<Recording, UInt32>) -> UInt32 {
    self[keyPath: counter] += 1
    return self[keyPath: counter]
  }
}
