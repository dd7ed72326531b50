extension Recording: Explorable {
  /// The parties of each call with their dialogs and sessions, without their numbers, which follow from their age.
  ///
  /// Of finished recordings only the number matters. Which of two calls is older makes no difference.
  package func pack(into words: inout [UInt64]) {
    for call in calls.sorted(by: { $0.parties[0].rawValue < $1.parties[0].rawValue }) {
      let live = call.sessions.filter(\.isOn)
      let sizes = [
        call.parties.count, call.legs.count, call.bridge.count, live.count, call.sessions.count - live.count,
      ]
      words.append(sizes.reduce(0) { $0 << 8 | UInt64($1) })
      words.append(call.parties.reduce(0) { $0 << 16 | UInt64($1.rawValue) })
      let consultation = call.consultation
      words.append(
        consultation.map { UInt64($0.by.rawValue) << 32 | UInt64($0.consulted.rawValue) << 8 | ($0.isBridged ? 1 : 0) }
          ?? 0)
      words.append(call.legs.reduce(0) { $0 << 16 | UInt64($1.carries.rawValue) })
      words.append(live.reduce(0) { $0 << 20 | UInt64($1.device.rawValue) << 2 | UInt64($1.state.rawValue) })
    }
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
