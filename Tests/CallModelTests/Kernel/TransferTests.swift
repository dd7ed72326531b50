import Testing

@testable import CallModel

/// A miniature of the two-step transfer on the unchanged kernel: one action, an effect on two calls.
struct TransferringExchange: Miniature {
  enum Verb: UInt8, Numbered { case completeTransfer }
  typealias State = PartyState
  struct Situation: Conditions {
    let rawValue: UInt8
    static let holding = Situation(rawValue: 1), notHolding = Situation(rawValue: 2)
    static let columns: [Situation] = []
    static let dimensions = [
      Dimension("the actor", [(holding, "holding another call"), (notHolding, "in one call only")])
    ]
  }
  struct Scene: SceneProtocol {
    var state = PartyState.idle
    var situation: TransferringExchange.Situation = []
    var column = 0
    var held = 0, consult = 0
    var cast: [Who: String] = [:]
  }
  enum Who {
    case a, b, c
    var leaves: Clause { .leaves(self) }
    func receives(_ message: String, on place: Place, was previous: Place? = nil) -> Clause {
      .tells(self, message, on: place, was: previous)
    }
  }
  enum Place {
    case held, consult
    func joins(_ other: Place) -> Clause { .joins(self, other) }
  }
  enum Clause {
    case leaves(Who)
    case joins(Place, Place)
    case tells(Who, String, on: Place, was: Place?)
  }
  struct Action: Hashable { let actor: String }

  /// Call 1, 2, 3 …: its parties and where they stand.
  var calls: [[(dn: String, state: PartyState)]]

  static let rules: [Rule<TransferringExchange>] = [
    Rule(
      "The transfer is completed", "T-Server models, Two-Step Transfer", on: .completeTransfer, by: .talking,
      if: .holding
    ) {
      Who.b.leaves
      Place.consult.joins(.held)
      Who.b.receives("EventReleased", on: .held)
      Who.b.receives("EventReleased", on: .consult)
      Who.a.receives("EventPartyChanged", on: .held, was: .held)
      Who.c.receives("EventPartyChanged", on: .held, was: .consult)
    }
  ]

  static func verb(of action: Action) -> Verb { .completeTransfer }
  static func change(_ clause: Clause, under profile: Void) -> Clause? {
    if case .tells = clause { nil } else { clause }
  }
  static func cell(_ clause: Clause, of rule: Int, under profile: Void) -> Clause? {
    if case .tells = clause { clause } else { nil }
  }

  func survey(_ action: Action, _ book: Rulebook<Self>, _ scene: inout Scene) {
    func call(_ state: PartyState) -> Int? { calls.firstIndex { $0.contains { $0 == (action.actor, state) } } }
    func other(_ call: Int) -> String { calls[call].first { $0.dn != action.actor }?.dn ?? "" }
    scene.situation = call(.held) == nil ? .notHolding : .holding
    guard let active = call(.talking) else { return }
    scene.state = .talking
    (scene.consult, scene.held) = (active, call(.held) ?? active)
    scene.cast = [.a: other(scene.held), .b: action.actor, .c: other(scene.consult)]
  }
  mutating func carryOut(_ change: Clause, _ scene: inout Scene) {
    switch change {
    case .leaves(let who):
      let dn = scene.cast[who]
      for call in calls.indices { calls[call].removeAll { $0.dn == dn } }
    case .joins(let from, let to):
      calls[place(to, scene)] += calls[place(from, scene)]
      calls[place(from, scene)] = []
    case .tells: break
    }
  }
  func memos(_ cell: Clause, _ scene: Scene) -> [Memo] {
    guard case .tells(let who, let message, let on, let was) = cell else { return [] }
    let previous = was.map { " PreviousConnID=\(place($0, scene) + 1)" } ?? ""
    return [Memo("T-Server", "\(message) ConnID=\(place(on, scene) + 1)\(previous)", scene.cast[who] ?? "")]
  }
  private func place(_ place: Place, _ scene: borrowing Scene) -> Int { place == .held ? scene.held : scene.consult }
}

@Suite struct TransferTests {
  @Test func theHeldCallSurvives() {
    var exchange = TransferringExchange(calls: [[("A", .talking), ("B", .held)], [("B", .talking), ("C", .talking)]])
    let book = Rulebook(TransferringExchange.rules, under: ())
    #expect(
      exchange.says(.init(actor: "B"), by: book) == [
        "T-Server EventReleased ConnID=1 B", "T-Server EventReleased ConnID=2 B",
        "T-Server EventPartyChanged ConnID=1 PreviousConnID=1 A",
        "T-Server EventPartyChanged ConnID=1 PreviousConnID=2 C",
      ])
    #expect(exchange.calls.map { $0.map(\.dn) } == [["A", "C"], []])
    #expect(exchange.says(.init(actor: "A"), by: book) == ["refused: the actor is in one call only"])
    #expect(
      exchange.says(.init(actor: "B"), by: book) == ["refused: it is not in the call"])
  }
}
