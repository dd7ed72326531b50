extension Exchange {
  /// Everything that the DN can do now, with the events that each action would emit: by verb, then by call and target.
  ///
  /// Every action names its call, unless it begins one or is about none. A request about user data brings one pair,
  /// TSendDTMF one digit; other actions have no parameters.
  package func possibleActions(of dn: DN, by book: Rulebook<Exchange>) -> [Prediction<Exchange>] {
    guard kind(of: dn) != nil else { return [] }
    var found: [Prediction<Exchange>] = []
    for verb in Verb.allCases where kind(dn) != .external || verb.isDoneByHand {
      eachPlainAction(verb, by: dn, book) { action in
        let pairs = leastPairs(for: action)
        if let events = prediction(of: action, with: pairs, by: book) {
          found.append(Prediction(action: action, pairs: pairs, events: events))
        }
      }
    }
    return found
  }

  /// The calls, by age, in which the verb may be possible for the DN; nil for a verb that begins a call or is about
  /// none.
  ///
  /// Most calls are ruled out at once. Whether the verb is possible in the remaining ones depends on more conditions.
  package func callsToTry(_ verb: Verb, by dn: DN, _ book: Rulebook<Exchange>) -> [ConnID]? {
    if verb.begins || verb.reach == .theDN { return nil }
    return calls.filter { mayBePossible(verb, by: dn, in: $0, book) }.map(\.connID)
  }

  /// Whether the DN's state in the call allows the verb.
  func mayBePossible(_ verb: Verb, by dn: DN, in call: Call, _ book: Rulebook<Exchange>) -> Bool {
    let state = call.index(of: dn).map { call[$0].state } ?? .idle
    // Either of two calls may be named, and then the state in the other one may decide.
    if verb.concernsTwoCalls, state != .idle, line(dn).count > 1 { return true }
    // Only a virtual queue diverts a call that it is not in.
    if verb == .divert, state == .idle, kind(dn) != .virtualQueue { return false }
    return book.answers(verb, by: state, Int(call.hop.rawValue) + 1)
  }

  private func eachPlainAction(
    _ verb: Verb, by dn: DN, _ book: Rulebook<Exchange>, _ body: (Action) -> Void
  ) {
    for call in callsToTry(verb, by: dn, book) ?? [.none] {
      if verb.target != .required { body(Action(verb, by: dn, on: call)) }
      guard verb.target != .none else { continue }
      for number in 1..<lines.count { body(Action(verb, by: dn, to: DN(UInt16(number)), on: call)) }
    }
  }

  /// The fewest pairs that the request must bring: a pair to attach, or the call's first key to delete.
  private func leastPairs(for action: Action) -> [UserData.Pair] {
    switch action.verb {
    case .attachUserData, .updateUserData: [UserData.Pair(key: 0, value: 0)]
    case .deletePair: [UserData.Pair(key: userData(of: action.on).pairs.first?.key ?? 0, value: 0)]
    default: []
    }
  }

  /// The events that the action would emit; nil if it would be refused.
  private func prediction(
    of action: Action, with pairs: [UserData.Pair], by book: Rulebook<Exchange>
  ) -> [Event]? {
    var brought = Attachments(data: pairs)
    if action.verb == .sendDTMF { brought.digits = 0 }
    // If it brings nothing, it is known without a copy whether a rule answers.
    if brought.isEmpty, rule(for: action, by: book) == nil { return nil }
    var exchange = self
    var events: [Event] = []
    guard (try? exchange.apply(action, with: brought, by: book, into: &events)) != nil else {
      return nil
    }
    return events
  }
}
