import CallModel
import CallScenario

/// The bars on the lifelines of a flow: what a party does in a call, and how long.
///
/// A party in several calls has a bar for each, side by side.
struct SVGBars {
  private(set) var calls: LadderCalls
  /// The open bars of each party, from left to right.
  private var open: [[OpenBar?]]

  private struct OpenBar {
    let call: String
    let part: LadderCalls.Part
    let top: Int
  }

  /// More bars lie over each other.
  private static let mostSlots = 6

  init(_ calls: LadderCalls) {
    self.calls = calls
    open = Array(repeating: [], count: calls.parties)
  }

  /// Begins the bars of what the parties do already.
  mutating func begin(at top: Int) {
    for party in open.indices { begin(party, top) }
  }

  /// Takes account of a message whose arrow is at `y`, and adds the bars that end there. Returns where its arrow ends.
  mutating func follow(_ message: borrowing Message, _ call: String?, y: Int, _ bars: inout [SVGBar]) -> Tip {
    let party = message.to
    guard message.from == nil, let call else { return Tip(open[party].lastIndex { $0 != nil }) }
    let slot = slot(of: call, at: party)
    switch calls.follow(message, in: call) {
    case .part(let part):
      if let slot { end(slot, of: party, at: y, &bars) }
      return Tip(begin(call, part, party, y))
    case .end:
      if let slot { end(slot, of: party, at: y, &bars) }
      return Tip(slot)
    case .otherCall:
      for slot in open[party].indices {
        if let bar = open[party][slot], !calls.contains(bar.call, bar.part, at: party) {
          end(slot, of: party, at: y, &bars)
        }
      }
      begin(party, y)
      return Tip(self.slot(of: call, at: party))
    case nil: return Tip(slot)
    }
  }

  /// Adds the bars that go on to the end of the flow.
  mutating func finish(at y: Int, _ bars: inout [SVGBar]) {
    for party in open.indices {
      for slot in open[party].indices { end(slot, of: party, at: y, &bars) }
    }
  }

  private func slot(of call: String, at party: Int) -> Int? { open[party].firstIndex { $0?.call == call } }

  /// Begins the bars of the party that are not there.
  private mutating func begin(_ party: Int, _ top: Int) {
    for place in calls.places(of: party) where slot(of: place.call, at: party) == nil {
      _ = begin(place.call, place.part, party, top)
    }
  }

  /// Begins a bar in the first free slot, and returns the slot.
  private mutating func begin(_ call: String, _ part: LadderCalls.Part, _ party: Int, _ top: Int) -> Int {
    let bar = OpenBar(call: call, part: part, top: top)
    let slot = open[party].firstIndex { $0 == nil } ?? open[party].count
    if slot < open[party].count { open[party][slot] = bar } else { open[party].append(bar) }
    return slot
  }

  /// Ends the bar in the slot, if there is one.
  private mutating func end(_ slot: Int, of party: Int, at y: Int, _ bars: inout [SVGBar]) {
    guard let bar = open[party][slot] else { return }
    open[party][slot] = nil
    if y <= bar.top { return }
    bars.append(
      SVGBar(
        call: bar.call, color: SVGStyle.color(of: bar.call), part: bar.part, party: party,
        slot: min(slot, Self.mostSlots), top: bar.top, end: y))
  }
}

extension SVGBars {
  /// Where the arrow of a message ends: at the lifeline, or right of some of its party's bars.
  struct Tip: Equatable {
    let slot: UInt8

    private static let noBar = UInt8.max

    init(_ slot: Int?) { self.slot = slot.map { UInt8(min($0, mostSlots)) } ?? Self.noBar }

    /// The end of the arrow to the lifeline at `place`.
    func place(at place: Int, isFromLeft: Bool) -> Int {
      if slot == Self.noBar { return place + (isFromLeft ? -2 : 2) }
      return isFromLeft ? place - 6 : place + Int(slot) * SVGBar.pitch + 6
    }
  }
}

/// A bar, from its top to its end below the top of the flow's first row.
struct SVGBar {
  let call: String
  let color: Int
  let part: LadderCalls.Part
  let party: Int
  /// How many bars are left of it.
  let slot: Int
  let top: Int
  let end: Int

  /// The distance of two bars of one party.
  static let pitch = 9
}

extension LadderCalls.Part {
  /// The class of a bar.
  var letter: StaticString {
    switch self {
    case .talking: "t"
    case .ringing: "r"
    case .waiting: "w"
    case .held: "h"
    }
  }

  /// What stands between the party and the call.
  var words: StaticString {
    switch self {
    case .talking: " talks, call "
    case .ringing: " rings, call "
    case .waiting: " dials or waits, call "
    case .held: " holds, call "
    }
  }
}
