/// Where queues, routing points and parties outside stand in their calls, of which each may have thousands.
///
/// A device's line knows its calls, for it has few. For the others an exchange looks through all calls, unless it is
/// given this index, which has to be told of every action.
package struct CallIndex: Sendable {
  /// By DN and state, the calls by age.
  private var calls: [[[ConnID]]] = []
  /// By path, the calls by age.
  private var paths: [[ConnID]] = []
  /// It follows an exchange. Until it has been asked for a few times it knows nothing, for to look through all calls
  /// costs less than to enter them.
  private var isInUse = false
  private var timesAsked = 0
  private static let timesBefore = 16
  /// What is entered of each call. Looked up, never iterated: the order of a dictionary changes from run to run.
  private var entered: [ConnID: (path: Path, places: [(dn: DN, state: PartyState)])] = [:]

  package init() {}

  /// Whether it is of use now; enters all calls, once.
  fileprivate mutating func isReady(for exchange: Exchange) -> Bool {
    if isInUse { return true }
    timesAsked += 1
    if timesAsked <= Self.timesBefore { return false }
    isInUse = true
    let states = [[ConnID]](repeating: [], count: PartyState.allCases.count)
    calls = exchange.lines.map { $0.kind.isDevice ? [] : states }
    paths = .init(repeating: [], count: Path.allCases.count)
    for call in exchange.calls { enter(call, in: exchange) }
    return true
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
    using index: inout CallIndex, into events: inout [Event]
  ) throws(Refusal<Exchange>) -> Applied {
    var action = action
    if isAboutOneOfMany(action), index.isReady(for: self) {
      office[0].brought = pairs
      defer { office[0].brought = [] }
      action.on = try call(meantBy: action, book, index)
    }
    let applied = try apply(action, with: pairs, by: book, into: &events)
    index.follow(applied, in: self)
    return applied
  }

  /// The EventError for a refusal, without looking through all calls.
  package mutating func error(
    for refusal: Refusal<Exchange>, by book: borrowing Rulebook<Exchange>, using index: inout CallIndex
  ) -> Event {
    guard isAboutOneOfMany(refusal.action), index.isReady(for: self) else {
      return error(for: refusal, by: book)
    }
    return error(for: refusal, about: callInQuestion(refusal.action, book, index))
  }

  /// Whether the DN is in a call other than this one.
  package func isInCall(_ dn: DN, otherThan call: ConnID) -> Bool {
    guard dn != .none, isKnown(dn) else { return false }
    let isInThisOne = slot(of: call).map { slots[$0].index(of: dn) != nil } ?? false
    return line(dn).callCount > (isInThisOne ? 1 : 0)
  }

  /// The action names no call, and its actor may be in any number.
  private func isAboutOneOfMany(_ action: Action) -> Bool {
    action.on == .none && !action.verb.begins && action.verb.reach == .oneCall
      && knowsParties(of: action) && !kind(action.actor).isDevice
  }

  private func call(
    meantBy action: Action, _ book: borrowing Rulebook<Exchange>, _ index: CallIndex
  ) throws(Refusal<Exchange>) -> ConnID {
    let possible = callsPossible(for: action, by: book, index)
    if possible.count > 1 { throw Refusal(action, cause: .severalCalls) }
    if let call = possible.first { return call }
    let question = callInQuestion(action, book, index)
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
    throw Refusal(action, scene)
  }

  /// Two at most.
  private func callsPossible(
    for action: Action, by book: borrowing Rulebook<Exchange>, _ index: CallIndex
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
    if action.verb.isFromOutside {
      guard kind(action.actor) == .acdGroup else { return found }
      for path in Path.allCases where book.answers(action.verb, by: .idle, Int(path.rawValue) + 1) {
        if !look(through: index.calls(path)) { return found }
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
      if !look(through: index.calls(of: action.actor, state)) { break }
    }
    return found
  }

  private func callInQuestion(
    _ action: Action, _ book: borrowing Rulebook<Exchange>, _ index: CallIndex
  ) -> ConnID {
    if action.verb.isFromOutside { return index.onlyCall }
    var best = (weight: 0, connID: ConnID.none)
    for state in PartyState.allCases {
      guard let oldest = index.calls(of: action.actor, state).first else { continue }
      let weight = weight(of: state, for: action.verb, book)
      if weight > best.weight || weight == best.weight && oldest < best.connID { best = (weight, oldest) }
    }
    return best.connID
  }
}
