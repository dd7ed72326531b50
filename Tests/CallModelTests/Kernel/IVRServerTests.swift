import Testing

@testable import CallModel

/// A miniature IVR Server on the unchanged kernel, explored: a caller is in the IVR, which tries a conference.
struct IVRServer: Conversation, Explorable {
  enum Verb: UInt8, Numbered { case initConf, busy, fail, retrieveCall }
  enum State: UInt8, Standing {
    case connected, dialing, hearingBusy
    var words: String { ["connected", "dialing", "hearing busy"][Int(rawValue)] }
  }
  typealias Note = Unremarked
  var state = State.connected

  private static let section = "IVR conference call flow diagrams"

  static let rules: [Rule<IVRServer>] = [
    Rule("The IVR begins a conference", section + ", steps 6 to 8", on: .initConf, by: .connected) {
      becomes(.dialing)
      up("InitConf")
      down("CallStatus(Held)", as: "CallHeld")
      down("CallStatus(Dialing)", as: "CallDialing")
    },
    Rule("The called party is busy", section + ", busy", on: .busy, by: .dialing) {
      becomes(.hearingBusy)
      down("CallStatus(Busy)", as: "CallStatus(Busy)")
    },
    Rule("The IVR returns to the caller", section + ", busy", on: .retrieveCall, by: .hearingBusy) {
      becomes(.connected)
      up("RetrieveCall")
      down("CallStatus(Retrieved)", as: "CallRetrieved")
    },
    Rule("The conference fails", section + ", failed", on: .fail, by: .dialing) {
      becomes(.connected)
      down("CallError", as: "CallError")
    },
    Rule("There is nothing to retrieve", section + ", failed", on: .retrieveCall, by: .connected) {
      up("RetrieveCall")
      down("CallError", as: "CallError")
    },
  ]

  /// The driver passes each message on.
  private static func up(_ message: String) -> [Step<State>] {
    [sends("IVR", message, to: "Driver"), sends("Driver", message, to: "Server")]
  }
  private static func down(_ status: String, as call: String) -> [Step<State>] {
    [sends("Server", status, to: "Driver"), sends("Driver", call, to: "IVR")]
  }

  func pack(into words: inout [UInt64]) { words.append(UInt64(state.rawValue)) }
  mutating func unpack(_ words: ArraySlice<UInt64>) { state = State(rawValue: UInt8(words.first!))! }
  func attempts(_ book: borrowing Rulebook<Self>, _ scope: ExplorationScope, _ each: (Verb) -> Void) { Verb.allCases.forEach(each) }
  static func broken(by action: Verb, from before: borrowing Self, to after: borrowing Self, telling events: [Letter]) -> String? {
    events.count.isMultiple(of: 2) ? nil : "the driver passes each message on"
  }
  mutating func perform(
    _ action: Verb, by book: borrowing Rulebook<Self>, into events: inout [Letter]
  ) throws(Refusal<Self>) -> Int {
    var scene = Scene()
    return try perform(action, by: book, in: &scene, into: &events)
  }
}

@Suite struct IVRServerTests {
  @Test func aConferenceIsTriedAndTheCalledPartyIsBusy() {
    var server = IVRServer()
    let book = Rulebook(IVRServer.rules, under: ())
    #expect(
      server.says(.initConf, by: book) == [
        "IVR InitConf Driver", "Driver InitConf Server", "Server CallStatus(Held) Driver", "Driver CallHeld IVR",
        "Server CallStatus(Dialing) Driver", "Driver CallDialing IVR",
      ])
    #expect(server.says(.initConf, by: book) == ["refused: it is dialing, and would have to be connected"])
    #expect(server.says(.busy, by: book) == ["Server CallStatus(Busy) Driver", "Driver CallStatus(Busy) IVR"])
    #expect(server.says(.retrieveCall, by: book).last == "Driver CallRetrieved IVR")
    #expect(server.says(.retrieveCall, by: book).last == "Driver CallError IVR")
    #expect(server.state == .connected)
  }

  @Test func everyStateIsVisited() {
    let book = Rulebook(IVRServer.rules, under: ())
    let found = IVRServer().exploration(by: book, depth: nil, states: 100, progress: { _ in })
    #expect([found.states, found.transitions, found.depth] == [3, 5, 2])
    #expect(found.fired == [1, 1, 1, 1, 1] && found.fault == nil && !found.isCutShort)
    #expect(book.overlaps.isEmpty)
  }
}
