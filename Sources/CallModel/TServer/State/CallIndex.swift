/// Finds the calls of queues, routing points and external parties, each of which may have thousands.
///
/// A device has few calls, and its line lists them. For other DNs, an exchange searches all calls, unless it is given
/// this index, which must be told of every action.
package struct CallIndex: Sendable {
  /// By DN and state, the calls by age.
  private var calls: [[[ConnID]]] = []
  /// By DN, the calls that are queued there, the longest waiting first.
  private var queues: [[(since: UInt32, call: ConnID)]] = []
  /// By hop, the calls by age.
  private var hops: [[ConnID]] = []
  /// Whether the index is filled and follows an exchange. The first few searches go through all calls instead, which
  /// costs less than filling the index.
  private var isInUse = false
  private var timesAsked = 0
  private static let timesBefore = 16
  /// The entries of each call. Looked up, never iterated: the order of a dictionary changes from run to run.
  private var entered: [ConnID: (hop: Hop, places: [Place])] = [:]
  private typealias Place = (dn: Exchange.DN, state: PartyState, since: UInt32)

  package init() {}

  /// Whether the index can be used now; fills it when it has been asked for often enough.
  fileprivate mutating func isReady(for exchange: Exchange) -> Bool {
    if isInUse { return true }
    timesAsked += 1
    if timesAsked <= Self.timesBefore { return false }
    isInUse = true
    let states = [[ConnID]](repeating: [], count: PartyState.allCases.count)
    calls = exchange.lines.map { $0.kind.isDevice ? [] : states }
    queues = exchange.lines.map { _ in [] }
    hops = .init(repeating: [], count: Hop.allCases.count)
    for call in exchange.calls { enter(call, in: exchange) }
    return true
  }

  /// Updates the index after an action.
  package mutating func follow(_ applied: Exchange.Applied, in exchange: Exchange) {
    guard isInUse else { return }
    for connID in [applied.connID, applied.otherConnID] where connID != .none {
      remove(connID)
      if let call = exchange[connID] { enter(call, in: exchange) }
    }
  }

  private mutating func enter(_ call: Exchange.Call, in exchange: Exchange) {
    let places: [Place] = (0..<call.count).filter { !exchange.kind(call[$0].dn).isDevice }.map {
      (dn: call[$0].dn, state: call[$0].state, since: call.arrival($0))
    }
    for (dn, state, since) in places {
      calls[Int(dn.rawValue)][Int(state.rawValue)].insertByAge(call.connID)
      if state == .queued { arrive(call.connID, since, at: dn) }
    }
    hops[Int(call.hop.rawValue)].insertByAge(call.connID)
    entered[call.connID] = (call.hop, places)
  }

  private mutating func remove(_ connID: ConnID) {
    guard let (hop, places) = entered.removeValue(forKey: connID) else { return }
    for (dn, state, since) in places {
      calls[Int(dn.rawValue)][Int(state.rawValue)].removeByAge(connID)
      if state == .queued { leave(connID, since, at: dn) }
    }
    hops[Int(hop.rawValue)].removeByAge(connID)
  }

  private mutating func arrive(_ call: ConnID, _ since: UInt32, at queue: Exchange.DN) {
    queues[Int(queue.rawValue)].insert((since, call), at: place(of: call, since, at: queue))
  }

  private mutating func leave(_ call: ConnID, _ since: UInt32, at queue: Exchange.DN) {
    let place = place(of: call, since, at: queue)
    if place < queues[Int(queue.rawValue)].count { queues[Int(queue.rawValue)].remove(at: place) }
  }

  /// The place of the call in the queue, or the place where it belongs.
  private func place(of call: ConnID, _ since: UInt32, at queue: Exchange.DN) -> Int {
    let waiting = queues[Int(queue.rawValue)]
    var (low, high) = (0, waiting.count)
    while low < high {
      let middle = (low + high) / 2
      // Compares how long ago the calls came, because the ordinals wrap around.
      let later = Int32(bitPattern: waiting[middle].since &- since)
      if later < 0 || later == 0 && waiting[middle].call < call { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func queue(at dn: Exchange.DN) -> some Sequence<ConnID> { queues[Int(dn.rawValue)].lazy.map(\.call) }

  func calls(of dn: Exchange.DN, _ state: PartyState) -> [ConnID] { calls[Int(dn.rawValue)][Int(state.rawValue)] }
  func calls(_ hop: Hop) -> [ConnID] { hops[Int(hop.rawValue)] }
  var onlyCall: ConnID { entered.count == 1 ? hops.lazy.compactMap(\.first).first ?? .none : .none }
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
  /// Carries the action out as `apply` does, without searching all calls.
  package mutating func apply(
    _ action: Action, with brought: Attachments, by book: Rulebook<Exchange>,
    using index: inout CallIndex, into events: inout [Event]
  ) throws(ModelRefusal<Exchange>) -> Exchange.Applied {
    var action = action
    if isAboutOneOfMany(action), index.isReady(for: self) {
      try checkRegistration(of: action)
      cold[0].brought = brought
      defer { cold[0].brought = Attachments() }
      action.on = try call(meantBy: action, book, index)
    }
    let applied = try apply(action, with: brought, by: book, into: &events)
    index.follow(applied, in: self)
    return applied
  }

  /// The EventError for a refusal, without searching all calls.
  package mutating func error(
    for refusal: ModelRefusal<Exchange>, by book: Rulebook<Exchange>, using index: inout CallIndex
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

  /// Whether the action names no call and its actor may be in any number of calls.
  private func isAboutOneOfMany(_ action: Action) -> Bool {
    action.on == .none && !action.verb.begins && action.verb.reach == .oneCall
      && knowsParties(of: action) && !kind(action.actor).isDevice && kind(action.actor) != .virtualQueue
  }

  private func call(
    meantBy action: Action, _ book: Rulebook<Exchange>, _ index: CallIndex
  ) throws(ModelRefusal<Exchange>) -> ConnID {
    let possible = callsPossible(for: action, by: book, index)
    if possible.count > 1 { throw ModelRefusal(action, cause: .severalCalls) }
    if let call = possible.first { return call }
    let question = callInQuestion(action, book, index)
    if question == .none, action.verb.isFromOutside { throw ModelRefusal(action, cause: .unknownCall) }
    // The conditions in the call in question explain the refusal.
    var scene = Scene()
    if question == .none {
      let meant = meant(by: action)
      surveyActor(meant, &scene)
      survey(meant, at: -1, &scene)
    } else {
      var asked = action
      asked.on = question
      try survey(asked, book, &scene)
    }
    throw ModelRefusal(
      action: action, state: scene.state, situation: scene.situation, cause: .conditions, subject: scene.subject)
  }

  /// The calls in which the action is possible, at most two; for `distribute`, the one that has waited longest.
  private func callsPossible(
    for action: Action, by book: Rulebook<Exchange>, _ index: CallIndex
  ) -> [ConnID] {
    let meant = meant(by: action)
    var found: [ConnID] = []
    let enough = action.verb == .distribute ? 1 : 2
    func collect(_ calls: some Sequence<ConnID>) -> Bool {
      for call in calls {
        if let slot = slot(of: call), isPossible(meant, at: slot, book) { found.append(call) }
        if found.count == enough { return false }
      }
      return true
    }
    if action.verb.isFromOutside {
      guard kind(action.actor) == .acdGroup else { return found }
      for hop in Hop.allCases where book.answers(action.verb, by: .idle, Int(hop.rawValue) + 1) {
        if !collect(index.calls(hop)) { return found }
      }
    }
    // The conditions that hold in any call are often enough to refuse the action.
    var scene = Scene()
    surveyActor(meant, &scene)
    scene.situation.formUnion(.free)
    // Whether an answer is valid depends on the call.
    if action.verb == .answer { scene.situation.subtract([.valueFits, .valueDoesNotFit]) }
    if meant.target == .none { scene.situation.formUnion(.toNoParty) }
    if meant.target == meant.actor { scene.situation.formUnion(.toItself) }
    for state in PartyState.allCases where book.mayAnswer(action.verb, by: state, where: scene.situation) {
      let wantsMore =
        action.verb == .distribute && state == .queued
        ? collect(index.queue(at: action.actor)) : collect(index.calls(of: action.actor, state))
      if !wantsMore { break }
    }
    return found
  }

  private func callInQuestion(
    _ action: Action, _ book: Rulebook<Exchange>, _ index: CallIndex
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
