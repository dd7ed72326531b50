import Testing

@testable import CallModel

// The cast, the same in every dialogue: six extensions, of which the last three are agents of the first of three ACD
// groups, a routing point, a route queue, two outside, one monitored.
let (a, b, c, d, e, f) = (DN("A"), DN("B"), DN("C"), DN("D"), DN("E"), DN("F"))
let (g, h, i) = (DN("G"), DN("H"), DN("I"))
let (p, q) = (DN("P"), DN("Q"))
let (x, y, r) = (DN("X"), DN("Y"), DN("R"))

enum Cast {
  static let kinds: [(letter: String, kind: Kind)] = [
    ("A", .extension), ("B", .extension), ("C", .extension), ("D", .extension), ("E", .extension), ("F", .extension),
    ("G", .acdGroup), ("H", .acdGroup), ("I", .acdGroup), ("P", .routingPoint), ("Q", .routeQueue),
    ("X", .external), ("Y", .external), ("R", .remote),
  ]
  static let everyone = kinds.map { DN($0.letter) }

  static func exchange(calls: Int = 4) -> Exchange {
    var exchange = Exchange(calls: calls)
    for (dn, (_, kind)) in zip(everyone, kinds) {
      _ = exchange.add(kind, agentOf: agents.contains(dn) ? g.number : .none)
    }
    return exchange
  }

  static func exchange(of kinds: [Kind], calls: Int) -> Exchange {
    var exchange = Exchange(calls: calls)
    for kind in kinds { _ = exchange.add(kind) }
    return exchange
  }

  private static let agents = [d, e, f]

  static func letter(_ dn: Exchange.DN) -> String {
    (1...kinds.count).contains(Int(dn.rawValue)) ? kinds[Int(dn.rawValue) - 1].letter : "\(dn.rawValue)"
  }
}

extension DN {
  /// No DN, for an action whose target is missing.
  static let none = DN("")

  /// A DN by its number in the exchange.
  init(_ number: UInt16) { self.init("\(number)") }

  /// Of the cast its place, of a DN that is named by its number that number.
  var number: Exchange.DN {
    let place = Cast.kinds.firstIndex { $0.letter == text }.map { UInt16($0 + 1) }
    return place.map { Exchange.DN($0) } ?? UInt16(text).map { Exchange.DN($0) } ?? .none
  }
}

extension Exchange.Action {
  /// The action in numbers.
  init(_ action: Action) {
    self.init(
      action.verb, by: action.actor.number, to: action.target?.number ?? .none, on: action.on ?? .none,
      callState: action.callState, mode: action.mode?.number ?? .none, referenceID: action.referenceID ?? 0)
  }
}

extension Action {
  /// The action of the cast, or of other parties.
  init(_ action: Exchange.Action, naming name: (Exchange.DN) -> String = Cast.letter) {
    func dn(_ number: Exchange.DN) -> DN { DN(name(number)) }
    self.init(
      action.verb, by: dn(action.actor), to: action.target == .none ? nil : dn(action.target),
      on: action.on == .none ? nil : action.on, callState: action.callState,
      mode: RequestMode(action.mode, of: action.verb),
      referenceID: action.referenceID == 0 ? nil : action.referenceID)
  }
}

extension Exchange {
  /// Takes the action as tests say it.
  @discardableResult
  mutating func apply(
    _ action: CallModel.Action, with pairs: [Exchange.UserData.Pair] = [], by book: Rulebook<Exchange>,
    into events: inout [Exchange.Event]
  ) throws(ModelRefusal<Exchange>) -> Applied {
    try apply(Exchange.Action(action), with: Exchange.Attachments(data: pairs), by: book, into: &events)
  }

  /// The fast form, as tests say it.
  @discardableResult
  mutating func apply(
    _ action: CallModel.Action, by book: Rulebook<Exchange>, into events: inout OutputSpan<Exchange.Event>
  ) throws(ModelRefusal<Exchange>) -> Applied {
    try apply(Exchange.Action(action), by: book, into: &events)
  }

  func kind(of dn: CallModel.DN) -> Kind? { kind(of: dn.number) }
  func state(of dn: CallModel.DN, in call: ConnID) -> PartyState { state(of: dn.number, in: call) }
  func agentState(of dn: CallModel.DN) -> AgentState { agentState(of: dn.number) }
}

/// The user data that an action of a dialogue brings: its number there, which is also the number of the request.
struct Brought {
  let rawValue: UInt32
  static let none = Brought(rawValue: 0)
}

extension Action {
  init(
    _ verb: Verb, by dn: DN, to target: DN? = nil, on call: ConnID? = nil, mode: RequestMode? = nil, data: Brought
  ) {
    self.init(verb, by: dn, to: target, on: call, mode: mode, referenceID: data.rawValue)
  }
  static func attach(_ dn: DN, _ data: Brought, on call: ConnID) -> Action {
    Action(.attachUserData, by: dn, on: call, data: data)
  }
}

extension [DN] {
  /// The numbers in the exchange.
  var numbers: [Exchange.DN] { map(\.number) }
}

/// A conversation with a switch: an action goes in, and what each party is told comes out as text.
struct Dialogue {
  var exchange: Exchange
  /// What the last action told.
  private(set) var events: [Exchange.Event] = []
  private let book: Rulebook<Exchange>
  private var brought: [[Exchange.UserData.Pair]] = []

  private func brought(by action: Action) -> [Exchange.UserData.Pair] {
    let number = Int(action.referenceID ?? 0)
    return action.verb.changesData && number > 0 && number <= brought.count ? brought[number - 1] : []
  }

  /// Made once: most dialogues are about the default.
  private static let generic = TServer.rulebook()

  /// Begins in the middle: after these actions, none of which is refused.
  init(under profile: SwitchProfile = SwitchProfile(), calls: Int = 4, after actions: Action...) {
    self.init(under: profile, calls: calls, after: actions)
  }

  init(under profile: SwitchProfile = SwitchProfile(), calls: Int = 4, after actions: [Action]) {
    exchange = Cast.exchange(calls: calls)
    book = profile == SwitchProfile() ? Self.generic : TServer.rulebook(under: profile)
    for action in actions {
      if let why = reason(action) { Issue.record("\(Self.text(action)): \(why)") }
    }
  }

  /// `A EventDialing, G EventQueued`; `silence`; or `refused`.
  mutating func callAsFunction(_ action: Action) -> String {
    guard refusal(of: action) == nil else { return "refused" }
    return events.isEmpty
      ? "silence" : events.map { "\(Cast.letter($0.thisDN)) \($0.type.name)" }.joined(separator: ", ")
  }

  /// Why it is refused.
  mutating func reason(_ action: Action) -> String? { refusal(of: action).map { reason($0) } }

  mutating func refusal(of action: Action) -> ModelRefusal<Exchange>? {
    events = []
    do throws(ModelRefusal<Exchange>) {
      try exchange.apply(action, with: brought(by: action), by: book, into: &events)
      return nil
    } catch {
      return error
    }
  }

  /// The pairs as actions bring them.
  mutating func data(_ pairs: (key: UInt32, value: UInt32)...) -> Brought {
    data(pairs.map { Exchange.UserData.Pair(key: $0.key, value: $0.value) })
  }

  /// A pair for each of the keys, all with one value.
  mutating func data(keys: ClosedRange<UInt32>, value: UInt32 = 0) -> Brought {
    data(keys.map { Exchange.UserData.Pair(key: $0, value: value) })
  }

  private mutating func data(_ pairs: [Exchange.UserData.Pair]) -> Brought {
    brought.append(pairs)
    return Brought(rawValue: UInt32(brought.count))
  }

  /// `1=10 2=20`: what is attached to the call.
  func attached(to call: ConnID) -> String {
    exchange.userData(of: call).pairs.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  /// `1: A B, 2: B C`: who is in which call.
  var parties: String {
    exchange.calls.map { call in
      "\(call.connID.rawValue): " + call.parties.map { Cast.letter($0.dn) }.joined(separator: " ")
    }.joined(separator: ", ")
  }

  /// The action is refused with that reason and that number, and everything stays as it was.
  mutating func refuses(
    _ action: Action, _ code: ErrorCode, _ why: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let before = Snapshot(exchange)
    let refusal = refusal(of: action)
    #expect(refusal.map { reason($0) } == why, "\(Self.text(action))", sourceLocation: location)
    #expect(refusal?.errorCode == code, "\(Self.text(action))", sourceLocation: location)
    #expect(Snapshot(exchange) == before && events.isEmpty, "\(Self.text(action))", sourceLocation: location)
  }

  /// The attributes of what the DN heard last.
  func told(_ dn: DN) -> String { events.last { $0.thisDN == dn.number }.map { Self.attributes($0) } ?? "nothing" }

  func rule(for action: Action) -> String? {
    exchange.rule(for: Exchange.Action(action), by: book).map { book.rules[$0].name }
  }
  /// What the DN can do with calls and their parties.
  func possibleActions(of dn: DN) -> [Action] {
    exchange.possibleActions(of: dn.number, by: book).map { Action($0.action) }.filter {
      $0.verb.reach != .theDN && !$0.verb.changesData && !$0.verb.leavesCallAlone
    }
  }
  mutating func error(for refusal: ModelRefusal<Exchange>) -> Exchange.Event {
    exchange.error(for: refusal, by: book)
  }
  func callsPossible(for action: Action) -> [ConnID] {
    exchange.callsPossible(for: Exchange.Action(action), by: book)
  }
  func reason(_ refusal: ModelRefusal<Exchange>) -> String {
    exchange.reason(refusal, by: book, naming: Cast.letter)
  }

  /// Who cannot do what, and why.
  mutating func sentence(_ action: Action) -> String? {
    refusal(of: action).map { exchange.sentence($0, by: book, naming: Cast.letter) }
  }
  func obstacles(_ refusal: ModelRefusal<Exchange>) -> [Obstacle<Exchange>] { book.obstacles(refusal) }

  /// `B ring`, `G divert B on 1`.
  static func text(_ action: Action) -> String { "\(action)" }
  static func text(_ action: Exchange.Action) -> String { text(Action(action)) }

  /// `ConnID=1 ThisDN=A …`, as the event passes them to a reader.
  static func attributes(_ event: Exchange.Event, all: Bool = false) -> String {
    var spelled = Spelled()
    event.read(all: all, into: &spelled)
    return spelled.words.joined(separator: " ")
  }
}

/// Spells an event's attributes, one word each.
struct Spelled: AttributeReader {
  var words: [String] = []
  mutating func read(_ attribute: Attribute, _ dn: Exchange.DN) { words.append("\(attribute.name)=\(Cast.letter(dn))") }
  mutating func read(_ attribute: Attribute, _ name: StaticString) { words.append("\(attribute.name)=\(name)") }
  mutating func read(_ attribute: Attribute, _ number: UInt64) { words.append("\(attribute.name)=\(number)") }
  mutating func read(_ attribute: Attribute, uuidOf call: ConnID) {
    words.append("\(attribute.name)=uuid-\(call.rawValue)")
  }
}

extension Explorable {
  /// Passes this state, and every other that can be reached from it, to `body`: breadth first, as an exploration visits
  /// them.
  func eachReachableState(
    by book: Rulebook<Self>, _ scope: ExplorationScope, where isMeant: (Action) -> Bool = { _ in true },
    _ body: (Self) -> Void
  ) {
    var seen: Set<[UInt64]> = []
    var waiting: [[UInt64]] = []
    var state = self
    func meet(_ state: Self) {
      var words: [UInt64] = []
      state.pack(into: &words)
      if seen.insert(words).inserted { waiting.append(words) }
    }
    meet(self)
    let attempts = Self.attempts(book, scope, nil)
    var next = 0
    while next < waiting.count {
      state.unpack(waiting[next][...])
      next += 1
      body(state)
      var events: [Event] = []
      state.eachAttempt(attempts) { action in
        if !isMeant(action) { return }
        var after = state
        events.removeAll(keepingCapacity: true)
        if (try? after.perform(action, by: book, into: &events)) != nil { meet(after) }
      }
    }
  }
}
