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

  /// The number of parties.
  var parties: Int { places.count }

  /// What the party does in each of its calls, the most urgent first.
  func parts(of party: Int) -> [Part] {
    places[party].count < 2 ? places[party].map(\.part) : places[party].map(\.part).sorted()
  }

  /// In how many calls the party is.
  func count(of party: Int) -> Int { places[party].count }

  /// What the party does in its first call.
  func firstPart(of party: Int) -> Part { places[party][0].part }

  /// The party's calls, and what it does in each.
  func places(of party: Int) -> [Place] { places[party] }

  /// Whether the party does this in the call.
  func contains(_ call: String, _ part: Part, at party: Int) -> Bool {
    places[party].contains { $0.part == part && $0.call == call }
  }

  /// Takes account of the messages of an entry.
  mutating func follow(_ entry: Transcript.Entry) {
    switch entry {
    case .step(let step): step.messages.span.visit { follow($0) }
    case .mark, .wait: break
    }
  }

  /// Takes account of a message.
  mutating func follow(_ message: Message) {
    if message.from == nil, let call = message.connID { follow(message, in: call) }
  }

  /// Takes account of a T-Server's message about this call. Returns how it changes what its recipient does.
  @discardableResult
  mutating func follow(_ message: borrowing Message, in call: String) -> Change? {
    let change = Self.change(message.name)
    switch change {
    case .part(let part): if !put(part, in: call, at: message.to) { return nil }
    case .end:
      guard let index = index(of: call, at: message.to) else { return nil }
      places[message.to].remove(at: index)
    case .otherCall:
      guard let previous = message.attributes.first(where: { $0.name == "PreviousConnID" })?.value,
        let index = index(of: previous, at: message.to)
      else { return nil }
      put(places[message.to].remove(at: index).part, in: call, at: message.to)
    case nil: break
    }
    return change
  }

  /// What a message tells about its recipient.
  enum Change {
    /// It does this in the call.
    case part(Part)
    /// The party is no longer in the call.
    case end
    /// What was another call is this one.
    case otherCall
  }

  private static func change(_ name: String) -> Change? {
    name.withBytes { name in
      // Names of the same length are compared, and no others.
      switch name.count {
      case 9: name.spell("EventHeld") ? .part(.held) : nil
      case 11: name.spell("EventQueued") ? .part(.waiting) : nil
      case 12: name.spell("EventDialing") ? .part(.waiting) : name.spell("EventRinging") ? .part(.ringing) : nil
      case 13: name.spell("EventReleased") || name.spell("EventDiverted") ? .end : nil
      case 14:
        name.spell("EventRetrieved")
          ? .part(.talking) : name.spell("EventAbandoned") || name.spell("EventRouteUsed") ? .end : nil
      case 16: name.spell("EventEstablished") ? .part(.talking) : nil
      case 17: name.spell("EventRouteRequest") ? .part(.waiting) : name.spell("EventPartyChanged") ? .otherCall : nil
      default: nil
      }
    }
  }

  private func index(of call: String, at party: Int) -> Int? { places[party].firstIndex { $0.call == call } }

  /// Returns whether the party did not do this before.
  @discardableResult
  private mutating func put(_ part: Part, in call: String, at party: Int) -> Bool {
    guard let index = index(of: call, at: party) else {
      places[party].append((call, part))
      return true
    }
    if places[party][index].part == part { return false }
    places[party][index].part = part
    return true
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

  /// Remembers what they do at the entry, if it is a mark.
  @inline(__always)
  mutating func reach(_ entry: Transcript.Entry, _ calls: LadderCalls) {
    if case .mark = entry { remember(entry, calls) }
  }

  /// A function of its own, so that steps are not copied to look for a mark.
  @inline(never)
  private mutating func remember(_ entry: Transcript.Entry, _ calls: LadderCalls) {
    if case .mark(let name) = entry { reach(name, calls) }
  }
}
