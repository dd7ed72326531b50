import CallModel
import CallScenario

/// What each party is doing in its calls, as a T-Server's messages tell it.
struct LadderCalls {
  /// What a party does in a call, the most urgent first.
  enum Part: Int, Comparable {
    case talking, ringing, waiting, held

    static func < (one: Part, other: Part) -> Bool { one.rawValue < other.rawValue }
  }

  /// A call, and what a party does in it.
  typealias Place = (call: String, part: Part)
  private var places: [[Place]]

  init(parties: Int) { places = Array(repeating: [], count: parties) }

  /// What the party does in each of its calls, the most urgent first.
  func parts(of party: Int) -> [Part] {
    places[party].count < 2 ? places[party].map(\.part) : places[party].map(\.part).sorted()
  }

  /// The party's calls, and what it does in each.
  func places(of party: Int) -> [Place] { places[party] }

  /// Takes account of a message.
  mutating func follow(_ message: Message) {
    if message.from == nil, let call = message.connID { follow(message, in: call) }
  }

  /// Takes account of a T-Server's message about this call.
  mutating func follow(_ message: Message, in call: String) {
    switch message.name {
    case "EventDialing", "EventQueued", "EventRouteRequest": put(.waiting, in: call, at: message.to)
    case "EventRinging": put(.ringing, in: call, at: message.to)
    case "EventEstablished", "EventRetrieved": put(.talking, in: call, at: message.to)
    case "EventHeld": put(.held, in: call, at: message.to)
    case "EventReleased", "EventAbandoned", "EventDiverted", "EventRouteUsed":
      places[message.to].removeAll { $0.call == call }
    case "EventPartyChanged":
      guard let previous = message.attributes.first(where: { $0.name == "PreviousConnID" })?.value else { return }
      guard let index = places[message.to].firstIndex(where: { $0.call == previous }) else { return }
      let part = places[message.to].remove(at: index).part
      put(part, in: call, at: message.to)
    default: break
    }
  }

  private mutating func put(_ part: Part, in call: String, at party: Int) {
    if let index = places[party].firstIndex(where: { $0.call == call }) {
      places[party][index].part = part
    } else {
      places[party].append((call, part))
    }
  }
}

/// What the parties do at each mark, where other flows may begin.
struct LadderMoments {
  private var moments: [String: LadderCalls] = [:]
  private let start: LadderCalls
  private let isWhole: Bool

  init(_ transcript: Transcript) {
    start = LadderCalls(parties: transcript.scenario.parties.count)
    isWhole = transcript.isWhole
  }

  /// What the parties do when the flow begins.
  func calls(before flow: Transcript.Flow) -> LadderCalls {
    isWhole ? start : flow.mark.flatMap { moments[$0] } ?? start
  }

  /// Remembers what they do at a mark.
  mutating func reach(_ mark: String, _ calls: LadderCalls) { moments[mark] = calls }
}
