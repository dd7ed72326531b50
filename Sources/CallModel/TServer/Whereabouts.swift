/// Where queues, routing points and parties outside stand in their calls, of which each may have thousands.
///
/// A device's line knows its calls, for it has few. For the others an exchange looks through all calls, unless it is
/// given this index, which has to be told of every action.
package struct Whereabouts: Sendable {
  /// By DN and state, the calls by age.
  private var calls: [[[ConnID]]] = []
  /// By path, the calls by age.
  private var paths: [[ConnID]] = []
  /// It follows an exchange; until it is asked, it knows nothing and costs nothing.
  private var isInUse = false
  /// What is entered of each call. Looked up, never iterated: the order of a dictionary changes from run to run.
  private var entered: [ConnID: (path: Path, places: [(dn: DN, state: PartyState)])] = [:]

  package init() {}

  /// Looks through all calls, once.
  package mutating func prepare(for exchange: Exchange) {
    guard !isInUse else { return }
    isInUse = true
    let states = [[ConnID]](repeating: [], count: PartyState.allCases.count)
    calls = exchange.lines.map { $0.kind.isDevice ? [] : states }
    paths = .init(repeating: [], count: Path.allCases.count)
    for call in exchange.calls { enter(call, in: exchange) }
  }

  /// Follows the exchange after an action.
  package mutating func follow(_ applied: Applied, in exchange: Exchange) {
    guard isInUse else { return }
    for connID in [applied.connID, applied.otherConnID] where connID != .none {
      remove(connID)
      if let call = exchange[connID] { enter(call, in: exchange) }
    }
  }

  private mutating func enter(_ call: Call, in exchange: Exchange) {
    let places = call.parties.filter { !exchange.kind($0.dn).isDevice }.map { (dn: $0.dn, state: $0.state) }
    for (dn, state) in places { calls[Int(dn.rawValue)][Int(state.rawValue)].insertByAge(call.connID) }
    paths[Int(call.path.rawValue)].insertByAge(call.connID)
    entered[call.connID] = (call.path, places)
  }

  private mutating func remove(_ connID: ConnID) {
    guard let (path, places) = entered.removeValue(forKey: connID) else { return }
    for (dn, state) in places { calls[Int(dn.rawValue)][Int(state.rawValue)].removeByAge(connID) }
    paths[Int(path.rawValue)].removeByAge(connID)
  }

  func calls(of dn: DN, _ state: PartyState) -> [ConnID] { calls[Int(dn.rawValue)][Int(state.rawValue)] }
  func calls(_ path: Path) -> [ConnID] { paths[Int(path.rawValue)] }
  var onlyCall: ConnID { entered.count == 1 ? paths.lazy.compactMap(\.first).first ?? .none : .none }
}

extension [ConnID] {
  fileprivate mutating func insertByAge(_ connID: ConnID) { insert(connID, at: place(of: connID)) }

  fileprivate mutating func removeByAge(_ connID: ConnID) {
    let place = place(of: connID)
    if place < count, self[place] == connID { remove(at: place) }
  }

  private func place(of connID: ConnID) -> Int {
    guard let last, last >= connID else { return count }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < connID { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Exchange {
  /// Carries the action out as `apply` does, without looking through all calls.
  package mutating func apply(
    _ action: Action, with pairs: [UserData.Pair], by book: borrowing Rulebook<Exchange>,
    knowing whereabouts: inout Whereabouts, into events: inout [Event]
  ) throws(Refusal<Exchange>) -> Applied {
    var action = action
    if isAboutOneOfMany(action) {
      whereabouts.prepare(for: self)
      action.on = try call(meantBy: action, book, whereabouts)
    }
    let applied = try apply(action, with: pairs, by: book, into: &events)
    whereabouts.follow(applied, in: self)
    return applied
  }

  /// The EventError for a refusal, without looking through all calls.
  package mutating func error(
    for refusal: Refusal<Exchange>, by book: borrowing Rulebook<Exchange>, knowing whereabouts: inout Whereabouts
  ) -> Event {
    guard isAboutOneOfMany(refusal.action) else { return error(for: refusal, by: book) }
    whereabouts.prepare(for: self)
    return error(for: refusal, about: callInQuestion(refusal.action, book, whereabouts))
  }

  /// Whether the DN is in a call other than this one.
  package func isInCall(_ dn: DN, otherThan call: ConnID, knowing whereabouts: inout Whereabouts) -> Bool {
    guard dn != .none, isKnown(dn) else { return false }
    if kind(dn).isDevice {
      let line = line(dn)
      return (0..<line.count).contains { slots[line.slot($0)].connID != call }
    }
    whereabouts.prepare(for: self)
    for state in PartyState.allCases where whereabouts.calls(of: dn, state).contains(where: { $0 != call }) {
      return true
    }
    return false
  }

  /// The action names no call, and its actor may be in any number.
  private func isAboutOneOfMany(_ action: Action) -> Bool {
    action.on == .none && !action.verb.begins && action.verb.reach == .oneCall && !action.verb.changesData
      && knowsParties(of: action) && !kind(action.actor).isDevice
  }

  private func call(
    meantBy action: Action, _ book: borrowing Rulebook<Exchange>, _ whereabouts: Whereabouts
  ) throws(Refusal<Exchange>) -> ConnID {
    let possible = callsPossible(for: action, by: book, whereabouts)
    if possible.count > 1 { throw Refusal(action, cause: .severalCalls) }
    if let call = possible.first { return call }
    let question = callInQuestion(action, book, whereabouts)
    if question == .none, action.verb.isFromOutside { throw Refusal(action, cause: .unknownCall) }
    // What is found in the call in question says why.
    var scene = Scene()
    if question == .none {
      let meant = meant(by: action)
      introduce(meant, &scene)
      survey(meant, at: -1, &scene)
    } else {
      var asked = action
      asked.on = question
      try survey(asked, book, &scene)
    }
    throw Refusal(action: action, state: scene.state, situation: scene.situation, cause: .conditions)
  }

  /// Two at most.
  private func callsPossible(
    for action: Action, by book: borrowing Rulebook<Exchange>, _ whereabouts: Whereabouts
  ) -> [ConnID] {
    let meant = meant(by: action)
    var found: [ConnID] = []
    func look(through calls: [ConnID]) -> Bool {
      for call in calls {
        if let slot = slot(of: call), isPossible(meant, at: slot, book) { found.append(call) }
        if found.count == 2 { return false }
      }
      return true
    }
    if mayComeFromOutside(action) {
      for path in Path.allCases where book.answers(action.verb, by: .idle, Int(path.rawValue) + 1) {
        if !look(through: whereabouts.calls(path)) { return found }
      }
    }
    // What holds in whichever call: often it suffices to refuse.
    var scene = Scene()
    introduce(meant, &scene)
    scene.situation.formUnion(.free)
    // What answers is judged by the call.
    if action.verb == .answer { scene.situation.subtract([.asUsual, .otherwise]) }
    if meant.target == .none { scene.situation.formUnion(.toNobody) }
    if meant.target == meant.actor { scene.situation.formUnion(.toItself) }
    for state in PartyState.allCases where book.mayAnswer(action.verb, by: state, where: scene.situation) {
      if !look(through: whereabouts.calls(of: action.actor, state)) { break }
    }
    return found
  }

  private func callInQuestion(
    _ action: Action, _ book: borrowing Rulebook<Exchange>, _ whereabouts: Whereabouts
  ) -> ConnID {
    if action.verb.isFromOutside { return whereabouts.onlyCall }
    var best = (weight: 0, connID: ConnID.none)
    for state in PartyState.allCases {
      guard let oldest = whereabouts.calls(of: action.actor, state).first else { continue }
      let weight = weight(of: state, for: action.verb, book)
      if weight > best.weight || weight == best.weight && oldest < best.connID { best = (weight, oldest) }
    }
    return best.connID
  }
}
