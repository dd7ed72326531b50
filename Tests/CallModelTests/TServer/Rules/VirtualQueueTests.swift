import CallModel
import Testing

/// A router lets calls wait at V and W while a routing point has them.
@Suite struct VirtualQueueTests {
  private var office = Switch()
  private let caller = DN("A"), second = DN("B"), point = DN("R"), agent = DN("C")
  private let v = DN("V"), w = DN("W")

  init() throws {
    for dn in [caller, second, agent, "D"] { office.add(.extension, dn.text) }
    office.add(.routingPoint, point.text)
    for dn in [v, w] { office.add(.virtualQueue, dn.text) }
    try office.apply(.makeCall(from: caller, to: point))
  }

  private mutating func told(_ action: Action) throws -> [String] {
    try office.apply(action).map { "\($0.thisDN) \($0.type)" }
  }

  @Test mutating func aCallWaitsAndIsDiverted() throws {
    let queued = try office.apply(.queue(at: v, on: 1))
    #expect(
      queued.map(\.description) == [
        "V EventQueued ConnID=1 ThisQueue=V ThisDNRole=Destination OtherDN=A OtherDNRole=Origination"
      ])
    #expect(office[1]?.virtualQueues == [v] && office[1]?.parties.map(\.dn) == [caller, point])
    try office.apply(.route(point, to: agent))
    #expect(try told(.divert(v, to: agent, on: 1)) == ["V EventDiverted"])
    #expect(office[1]?.virtualQueues == [])
    #expect(try told(.release(caller)) == ["A EventReleased"])
  }

  @Test mutating func theEndOfTheCallComesLast() throws {
    try office.apply(.queue(at: w, on: 1))
    try office.apply(.queue(at: v, on: 1))
    let events = try office.apply(.release(caller))
    #expect(
      events.map { "\($0.thisDN) \($0.type)" } == [
        "A EventReleased", "R EventAbandoned", "W EventAbandoned", "V EventAbandoned",
      ])
    #expect(events.last?.description == "V EventAbandoned ConnID=1 ThisQueue=V OtherDN=A CallState=OK")
    #expect(events.compactMap(\.sequenceNumber) == [5, 6, 7, 8])
    #expect(events.last?[.otherDNRole] == "Origination" && events.last?[.dnis] == "R")
    #expect(try told(.makeCall(from: caller, to: point)) == ["A EventDialing", "R EventRouteRequest"])
    #expect(office[2]?.virtualQueues == [])
  }

  /// The slot of an ended call is used again: what waited there waits no more.
  @Test mutating func theNextCallDoesNotWait() throws {
    var small = Switch(calls: 1)
    for dn in [caller, second] { small.add(.extension, dn.text) }
    small.add(.acdGroup, "G")
    small.add(.virtualQueue, v.text)
    for call in 1...3 {
      try small.apply(.makeCall(from: caller, to: "G"))
      #expect(small.calls.map(\.virtualQueues) == [[]])
      try small.apply(.queue(at: v, on: ConnID(UInt64(call))))
      #expect(try small.apply(.clear(caller)).last?.type == .abandoned)
    }
  }

  @Test mutating func aCallWaitsAtEightVirtualQueuesAtMost() throws {
    for number in 1...9 { office.add(.virtualQueue, "V\(number)") }
    for number in 1...8 { try office.apply(.queue(at: DN("V\(number)"), on: 1)) }
    #expect(
      office.refusal(of: .queue(at: "V9", on: 1))?.reason
        == "call 1 is already waiting at 8 virtual queues, which is the limit")
    #expect(try office.apply(.release(caller)).count == 10)
  }

  @Test(arguments: [
    (Action.queue(at: "V", on: 7), "there is no call 7"),
    (.queue(at: "V", on: 2), "no routing point or queue has call 2"),
    (.divert("V", to: "C", on: 1), "call 1 is not waiting there"),
    (.divert("W", to: "C", on: 1), "call 1 is still at R"),
    (.queue(at: "W", on: 1), "call 1 is already waiting there"),
    (.queue(at: "W"), "no call is waiting at a routing point or queue"),
    (.divert("V", to: "V", on: 1), "call 1 is not waiting there"),
    (.release("V", on: 1), "it is a virtual queue"), (.distribute("V", on: 1), "it is a virtual queue"),
    (.makeCall(from: "V", to: "C"), "it is a virtual queue"),
    (.makeCall(from: "D", to: "V"), "the target is a virtual queue"),
    (.routeCall("R", to: "V"), "the target is a virtual queue"),
    (.route("R", to: "V"), "the target is a virtual queue"),
    (.agentLogin("V"), "it is a virtual queue, not an extension or a remote party"),
    (.attachUserData("V", ["k": "v"], on: 1), "it is a virtual queue"),
    (.ring("V", on: 1), "it is a virtual queue"), (.forward("B", to: "V"), "the target is a virtual queue"),
    (.observe("V", by: "B"), "the target is a virtual queue"),
  ])
  mutating func refuses(_ action: Action, _ reason: String) throws {
    try office.apply(.makeCall(from: second, to: agent))
    try office.apply(.queue(at: w, on: 1))
    let refusal = office.refusal(of: action)
    #expect(refusal?.reason == reason, "\(action)")
  }

  @Test mutating func whatItCanDoIsPredicted() throws {
    func possible() -> [PossibleAction] {
      office.possibleActions(of: v).filter { $0.action.verb == .queue || $0.action.verb == .divert }
    }
    #expect(possible().map(\.action) == [.queue(at: v, on: 1)])
    try office.apply(.queue(at: v, on: 1))
    #expect(possible().isEmpty)
    try office.apply(.route(point, to: agent))
    #expect(possible().map(\.action) == [.divert(v, to: agent, on: 1)])
    #expect(possible().first?.events.map(\.type) == [.diverted])
  }
}
