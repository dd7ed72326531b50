import Testing

@testable import CallModel

/// A miniature Interaction Server on the unchanged kernel: agents in one interaction, and one who is invited.
struct InteractionServer: Miniature {
  enum Verb: UInt8, Numbered { case requestConference, requestAccept, requestLeave }
  enum State: UInt8, Standing {
    case outside, invited, inside
    var words: String { ["outside", "invited", "in the interaction"][Int(rawValue)] }
  }
  struct Situation: Circumstances {
    let rawValue: UInt8
    static let quiet = Situation(rawValue: 1), pending = Situation(rawValue: 2)
    static let last = Situation(rawValue: 4), notLast = Situation(rawValue: 8)
    static let columns: [Situation] = [last, notLast]
    static let dimensions = [
      Dimension("the interaction", [(quiet, "free to invite"), (pending, "waiting for somebody invited")]),
      Dimension("the actor", [(last, "the only party"), (notLast, "one of several")]),
    ]
  }
  struct Scene: Finding {
    var state = InteractionServer.State.outside
    var situation: InteractionServer.Situation = []
    var column = 0
    var actor = "", target = ""
  }
  struct Action: Hashable { var verb: Verb, actor: String, target = "" }
  enum Who {
    case actor, target, inviter, everyone, reporting
    func receives(_ message: String) -> Clause { .tells(self, message) }
  }
  enum Clause {
    case invites, joins, leaves
    case tells(Who, String)
  }
  struct Cell { let who: Who, message: String }
  typealias Note = Unremarked

  var parties = ["Agent 1"]
  var invitation: (from: String, to: String)?

  static let rules: [Rule<InteractionServer>] = [
    Rule("A conference is issued", "Conference, issued", on: .requestConference, by: .inside, if: .quiet) {
      Clause.invites
      Who.target.receives("EventInvite")
      Who.reporting.receives("EventAgentInvited")
    },
    Rule("The invited agent accepts", "Conference, accepted", on: .requestAccept, by: .invited) {
      Clause.joins
      Who.actor.receives("EventAck")
      Who.inviter.receives("EventAck")
      Who.everyone.receives("EventPartyAdded")
      Who.reporting.receives("EventPartyAdded")
    },
    Rule("An agent leaves", "Conference, leave", on: .requestLeave, by: .inside, if: .notLast) {
      Clause.leaves
      Who.actor.receives("EventAck")
      Who.everyone.receives("EventPartyRemoved")
      Who.reporting.receives("EventPartyRemoved")
    },
    Rule("The last agent leaves", "Conference, leave", on: .requestLeave, by: .inside, if: .last) {
      Clause.leaves
      Who.actor.receives("EventAck")
      Who.reporting.receives("EventPlacedInQueue")
    },
  ]

  static func verb(of action: Action) -> Verb { action.verb }
  static func change(_ clause: Clause) -> Clause? { if case .tells = clause { nil } else { clause } }
  static func cell(_ clause: Clause, of rule: Int, under profile: Void) -> Cell? {
    if case .tells(let who, let message) = clause { Cell(who: who, message: message) } else { nil }
  }

  func survey(_ action: Action, _ book: borrowing Rulebook<Self>, _ scene: inout Scene) {
    (scene.actor, scene.target) = (action.actor, action.target)
    scene.state = parties.contains(action.actor) ? .inside : invitation?.to == action.actor ? .invited : .outside
    scene.situation = [invitation == nil ? .quiet : .pending, parties.count == 1 ? .last : .notLast]
    scene.column = parties.count == 1 ? 1 : 2
  }
  mutating func prepare(_ scene: inout Scene) { if scene.target.isEmpty { scene.target = invitation?.from ?? "" } }
  mutating func carryOut(_ change: Clause, _ scene: inout Scene) {
    switch change {
    case .invites: invitation = (scene.actor, scene.target)
    case .joins: parties.append(scene.actor)
    case .leaves: parties.removeAll { $0 == scene.actor }
    case .tells: break
    }
  }
  func letters(_ cell: Cell, _ scene: Scene) -> [Letter] {
    let told =
      switch cell.who {
      case .actor: [scene.actor]
      case .target, .inviter: [scene.target]
      case .everyone: parties
      case .reporting: ["Reporting"]
      }
    return told.map { Letter("Server", cell.message, $0) }
  }
  mutating func settle(_ scene: inout Scene) { if scene.state == .invited { invitation = nil } }
}

@Suite struct InteractionServerTests {
  @Test func anAgentIsInvitedAcceptsAndBothLeave() {
    var server = InteractionServer()
    let book = Rulebook(InteractionServer.rules, under: ())
    let invite = InteractionServer.Action(verb: .requestConference, actor: "Agent 1", target: "Agent 2")
    #expect(server.says(invite, by: book) == ["Server EventInvite Agent 2", "Server EventAgentInvited Reporting"])
    #expect(server.says(invite, by: book) == ["refused: the interaction is waiting for somebody invited"])
    #expect(
      server.says(.init(verb: .requestAccept, actor: "Agent 2"), by: book) == [
        "Server EventAck Agent 2", "Server EventAck Agent 1", "Server EventPartyAdded Agent 1", "Server EventPartyAdded Agent 2",
        "Server EventPartyAdded Reporting",
      ])
    #expect(
      server.says(.init(verb: .requestLeave, actor: "Agent 3"), by: book) == [
        "refused: it is outside, and would have to be in the interaction"
      ])
    #expect(server.says(.init(verb: .requestLeave, actor: "Agent 1"), by: book).contains("Server EventPartyRemoved Agent 2"))
    #expect(
      server.says(.init(verb: .requestLeave, actor: "Agent 2"), by: book) == [
        "Server EventAck Agent 2", "Server EventPlacedInQueue Reporting",
      ])
    #expect(server.parties.isEmpty && book.overlaps.isEmpty)
  }
}
